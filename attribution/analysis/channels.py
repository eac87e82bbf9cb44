"""Channels: the other outlet through which a person's word came ("told CNN", "in an interview with the Guardian").

An outlet in a sentence is a channel only where its neighbours say so: it was told, asked, written for or spoken on. A
poll, a debate or an event that carries an outlet's name is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from attribution.analysis.lexicon import ends_in, words
from attribution.analysis.names import Outlets, has_given_name, is_capitalised

_REACH = 8
"""How many words before an outlet may say that it is a channel."""
_SKIPPED = frozenset({"the", "a", "an", '"', "“", "‘", "'", "''", "``", "local", "state", "'s", "’s"})
_TELLS = frozenset({"told", "tell", "tells", "telling"})
_BEFORE_SHORT = _TELLS | {"on"}
_EDITIONS = frozenset({"broadcast", "edition", "episode", "issue"})
"""What of an outlet's somebody spoke in: "a broadcast of", "an issue of"."""
_PREPOSITIONS = frozenset({"with", "on", "to", "in", "by", "for", "at", "from"})
_AFTER_CALL = frozenset({"poll", "polls", "survey", "debate", "forum", "straw", "town", "contributor", "analyst"})


_EVENTS = frozenset({"conference", "summit", "festival", "awards"})
_LONGEST_EVENT = 6
"""So many words behind an outlet's name may name an event that it holds."""
_LONGEST_KIND = 5
"""Words that say what an outlet is, at most: "the Russian state news agency"."""


_CALL_LETTERS = re.compile(r"[KW][A-Z]{3}")
_INTERVIEWS = ("interview with", "interviewed on", "interviewed by", "speaking to", "speaking on", "op-ed in")
"""What stands before the name of an outlet that interviews somebody."""
_SHOWS_A_PLACE = _TELLS | {"interview", "interviewed", "speaking", "op-ed", "show", "podcast"}
"""Words without one of which no place is that of an outlet."""


class Channel(NamedTuple):
    """An outlet's name and the half-open range of words that name it."""

    name: str
    first: int
    last: int


def channels(row: Sequence[str], outlets: Outlets) -> Iterator[Channel]:
    """The channels in a sentence's words, in order of place."""
    lowered = [word.lower() for word in row]
    listed = [*outlets.found(row), *_shortened(row, lowered, outlets)]
    told = [*_described(row, lowered), *(() if _SHOWS_A_PLACE.isdisjoint(lowered) else _by_place(row))]
    unlisted = [each for each in told if all(each[0] >= b or each[1] < a for a, b, _ in listed)]
    for first, last, name in sorted({*listed, *unlisted}):
        if _is_channel(lowered, first, last):
            yield Channel(name, first, last)


def _shortened(row: Sequence[str], lowered: Sequence[str], outlets: Outlets) -> Iterator[tuple[int, int, str]]:
    """Outlets called by a common word, where they are told something or spoken on: "told Time", "on Fox"."""
    for i, (before, word) in enumerate(zip(lowered, row[1:], strict=False), 1):
        if before in _BEFORE_SHORT and is_capitalised(word):
            name = outlets.named(f"{word} magazine") or outlets.named(f"{word} News")
            if name:
                yield i, i + 1, name


def _described(row: Sequence[str], lowered: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Outlets that no list names: "El Universal newspaper", "a newspaper", "White House pool reports"."""
    nouns = words("channel_nouns")
    for i, (before, word) in enumerate(pairwise(lowered), 1):
        pooled = before == "pool" and word in ("report", "reports")
        if pooled or (word in nouns and before != "the"):
            first = i - 1 if pooled else i
            while first and is_capitalised(row[first - 1]):
                first -= 1
            yield first, i + 1, " ".join(row[first : i + 1])


def _by_place(row: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Names that nothing else shows to be outlets', where only one can stand: "told the Ashby Observer", "told KMLX",
    "in an interview with Kanal Sport".
    """
    i = 0
    while i < len(row):
        if row[i].islower():
            i += 1
            continue
        i += row[i].lower() in _PREPOSITIONS
        last = i
        while last < len(row) and is_capitalised(row[last]):
            last += 1
        if last > i and (_is_told(row, i, last) or _interviews(row, i, last) or _is_on_air(row, i, last)):
            yield i, last, " ".join(row[i:last])
        i = max(last, i + 1)


def _is_told(row: Sequence[str], first: int, last: int) -> bool:
    """Whether a name that somebody tells something ends like a newspaper's, or could be call letters."""
    before = [word.lower() for word in row[max(0, first - 2) : first]]
    if before[-1:] == ["the"] and before[0] in _TELLS:
        return last - first > 1 and row[last - 1].lower() in words("outlet_endings")
    return before[-1:] != [] and before[-1] in _TELLS and _CALL_LETTERS.fullmatch(row[first]) is not None


def _interviews(row: Sequence[str], first: int, last: int) -> bool:
    """Whether a name that is nobody's and no body's has somebody for an interview or on the air."""
    lead = " ".join(word.lower() for word in row[max(0, first - 3) : first] if word.lower() != "the")
    name = [word.lower() for word in row[first:last]]
    is_body = any(word in words("organization_words") or word in words("official_bodies") for word in name)
    return lead.endswith(_INTERVIEWS) and last - first > 1 and not is_body and not has_given_name(row[first:last])


def _is_on_air(row: Sequence[str], first: int, last: int) -> bool:
    """Whether a name is that of a show: "on The Ada Lind Show", "on the Ada Lind podcast"."""
    before = [word.lower() for word in row[max(0, first - 2) : first] if word.lower() != "the"]
    is_show = row[last - 1] == "Show" or row[last : last + 1] in (["podcast"], ["show"])
    return before[-1:] == ["on"] and last - first > 1 and is_show


def _is_channel(row: Sequence[str], first: int, last: int) -> bool:
    following = [word for word in row[last : last + 3] if word not in ("'s", "’s")]
    if following[:1] and (following[0] in _AFTER_CALL or not _EVENTS.isdisjoint(row[last : last + _LONGEST_EVENT])):
        return False
    if "interview" in row[last : last + 3]:
        return True
    before = _without_kind([word for word in row[max(0, first - _REACH) : first] if word not in _SKIPPED])
    while before and before[-1].endswith(("day", "’s", "'s")):
        before.pop()
    if not before:
        return False
    if before[-1] in _TELLS or before in (["on"], ["in"]):
        return True
    if before[-1] == "of" and ((before[-2:-1] and before[-2] in _EDITIONS) or not _TELLS.isdisjoint(before[-5:])):
        return True
    near = {word.strip(",") for word in before}
    if before[-2:] == ["according", "to"]:
        return row[last - 1] in ("report", "reports") and "pool" in row[first:last]
    return before[-1] in _PREPOSITIONS and not near.isdisjoint(words(f"channel_verbs_{_side(before[-1])}"))


def _without_kind(before: list[str]) -> list[str]:
    """The words before a name without those that say what it is: "told | Spanish daily" La Voz."""
    if ends_in(before, "outlet_kinds"):
        end = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _TELLS | _PREPOSITIONS), -1)
        return before[: end + 1] if len(before) - end <= _LONGEST_KIND else before
    return before


def _side(preposition: str) -> str:
    """Which verbs lead to the outlet: told *to* somebody, or said *on* the air and *in* print."""
    return "to" if preposition in ("to", "with") else "in"


def on_behalf(source: Sequence[str], outlets: Outlets) -> Channel | None:
    """The outlet on which the source that some words name is heard or read: "CNN host Ada Lind", "Fox News legal
    analyst Ada Lind". An outlet's editor or executive speaks for it, not through it.
    """
    for first, last, name in outlets.found(source):
        if not {word.lower() for word in source[last : last + 3]}.isdisjoint(words("heard_on_air")):
            return Channel(name, first, last)
    return None


def is_own(name: str, own: frozenset[str]) -> bool:
    """Whether a name is, in full or by its last words, that of the story's own outlet: "The Times" in its own copy."""
    short = re.sub(r"^the ", "", name.lower())
    return any(each.lower() == name.lower() or each.lower().endswith(f" {short}") for each in own)
