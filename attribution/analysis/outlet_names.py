"""Outlets that no list names, told by how a story writes of them: "Swedish newspaper Kvällen", "the Ashby Echo",
"Channel 9", "KSMU-TV".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attribution.analysis.lexicon import ends_in, words
from attribution.analysis.names import Outlets, Run
from attribution.model import Sentence

_STATION = re.compile(r"[KW][A-Z]{2,3}-(?:TV|FM|AM)")
"""An American station's call letters; without an ending they could be anything's."""
_COMPOUND = re.compile(r"\w{3,}(?:zeitung|tidning(?:en)?|bladet|avisen)")
"""Words that mean a newspaper in German, Swedish, Norwegian or Danish, at the end of its name."""
_OPENERS = frozenset({"At", "By", "For", "From", "In", "On", "Per", "To"})
"""Capitalised words at a sentence's head that are no part of the name behind them."""
_NO_STATIONS = frozenset({"City", "Shack"})
_STATION_ALONE = re.compile(r"[KW][A-Z]{3}")
_DOMAIN = re.compile(r"[\w-]+\.(?:com|net|org|biz|info|io|tv|co\.uk|de|fr|nl|ru|in)", re.IGNORECASE)
_REPORTS = frozenset({"reported", "reports", "quoted", "quotes"})
_OF_EARNINGS = frozenset(
    {"a", "an", "its", "net", "record", "earnings", "revenue", "revenues", "profit", "sales", "losses"}
)
"""What a company reports of itself."""
_BEFORE = 4
"""So many words tell in front of a name what it is."""
_DESCRIBED = 6
"""So many words tell behind a name what it is."""
_GOES_ON = frozenset({",", ".", "in", "that", "which", "based", "owned", "run", "published", "for", "of"})
"""What follows a noun that ends its noun phrase: "a newspaper in", but "a newspaper editor"."""
_OWNERS = frozenset({"owns", "owned", "runs", "ran", "founded", "launched", "edits", "edited", "bought", "sold"})
"""What somebody does with an outlet: "the magazine Ada Lind founded"."""


def outlets_of(
    texts: Sequence[str], sentences: Sequence[Sentence], runs: Sequence[tuple[int, Run]], known: Outlets
) -> Outlets:
    """The known outlets and those that a story shows to be ones among its runs of capitalised words, by their names
    without the article, and by their short names: "the Echo" where it tells of the Ashby Echo and of no other Echo.
    """
    unlisted = {name for name in _named(texts, sentences, runs) if known.named(name) is None}
    outlets = known.joined_by({called: name for name in unlisted for called in (name, f"the {name}")})
    return outlets.joined_by(_in_short((texts[run.first : run.last] for _, run in runs), outlets))


def _in_short(rows: Iterable[Sequence[str]], outlets: Outlets) -> dict[str, str]:
    """Short names of the outlets in some runs of words, each with the outlet that it means."""
    by_ending: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if len(row) > 1 and _ending(row) in words("outlet_endings") and (name := outlets.named(" ".join(row))):
            by_ending[f"the {row[-1]}"].add(name)
    return {short: names.pop() for short, names in by_ending.items() if len(names) == 1}


def _named(texts: Sequence[str], sentences: Sequence[Sentence], runs: Sequence[tuple[int, Run]]) -> Iterator[str]:
    for i, run in runs:
        sentence = sentences[i]
        row = list(texts[run.first : run.last])
        before = [word.lower() for word in texts[max(sentence.first, run.first - _BEFORE) : run.first]]
        behind = list(texts[run.last : min(run.last + _DESCRIBED, sentence.last)])
        row = row[1:] if row[0] in _OPENERS else row
        name = row[1:] if row[:1] in (["The"], ["the"]) else row
        if row == ["Channel"] and behind[:1] and behind[0].isdigit():
            name = [*row, behind[0]]
        with_article = len(name) < len(row) or before[-1:] == ["the"]
        is_shown = _is_called_one(before, behind) or _is_described(behind) or _is_written_like_one(name)
        is_shown = is_shown or ((_reports(behind) or _is_reported_by(before)) and _may_be_one(name))
        if name and (is_shown or (with_article and _ends_like_one(name))):
            yield " ".join(name)


def _is_called_one(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether the noun in front of a name says that it is an outlet's: "state news agency KarInform"."""
    is_site = before[-1:] in (["site"], ["website"]) and _reports(behind)  # "Korean site Norvik Talk reported"
    comma = -1 - (before[-1:] == ["the"])  # "The student newspaper, the Lantern"
    apposed = before[:comma] if before[comma:][:1] == [","] else []
    return (_is_kind(before) or _is_kind(apposed) or is_site) and _OWNERS.isdisjoint(behind[:1])


def _is_kind(row: Sequence[str]) -> bool:
    """Whether words end in a noun for a kind of outlet: "newspaper", "news agency"."""
    return ends_in(row, "outlet_kinds")


def _ends_like_one(name: Sequence[str]) -> bool:
    """Whether a name ends as little else than newspapers' names do: "Ashby Sentinel", "Courier-Dispatch"."""
    return len(name) > 1 and _ending(name) in words("outlet_endings_plain")


def _ending(name: Sequence[str]) -> str:
    """The word that says what a name is of: "sentinel" of the Ashby Post-Sentinel."""
    return name[-1].lower().split("-")[-1]


def _reports(behind: Sequence[str]) -> bool:
    """Whether a name is the subject of a report, and not of one on its own earnings: "KMLX first reported the sale"."""
    verb = next((i for i, word in enumerate(behind[:2]) if word in _REPORTS), None)
    is_next = verb == 0 or (verb == 1 and behind[0] in words("before_verbs"))
    return is_next and _OF_EARNINGS.isdisjoint(behind[(verb or 0) + 1 : (verb or 0) + 2])


def _is_reported_by(before: Sequence[str]) -> bool:
    """Whether a name ends a passive: "was first reported by the | Ashby Mail"."""
    last = [word for word in before if word != "the"][-1:]
    return last == ["by"] and "reported" in before


def _may_be_one(name: Sequence[str]) -> bool:
    """Whether a name ends as those of newspapers and stations do, among others, or is call letters."""
    if len(name) == 1:
        return _STATION_ALONE.fullmatch(name[0]) is not None or _DOMAIN.fullmatch(name[0]) is not None
    return len(name) > 1 and _ending(name) in words("outlet_endings")


def _is_described(behind: Sequence[str]) -> bool:
    """Whether the words behind a name say that it is an outlet's: "Kvällen, a Swedish newspaper,"."""
    if behind[:1] != [","] or behind[1:2] == [] or behind[1].lower() not in ("a", "an", "the"):
        return False
    noun = next((i for i in range(2, len(behind) - 1) if _is_kind(behind[: i + 1])), None)
    return noun is not None and behind[noun + 1] in _GOES_ON


def _is_written_like_one(name: Sequence[str]) -> bool:
    """Whether a name by itself is a station's or a newspaper's: "Radio Cotonou", "KSMU-TV", "Handelszeitung"."""
    if len(name) == 2 and name[0] == "Channel":
        return name[1].isdigit()
    if len(name) > 2 and name[:2] == ["Times", "of"]:
        return True
    if len(name) == 1:
        return _STATION.fullmatch(name[0]) is not None or _COMPOUND.fullmatch(name[0].lower()) is not None
    return 1 < len(name) < 4 and name[0].lower() in words("outlet_openers") and name[1] not in _NO_STATIONS
