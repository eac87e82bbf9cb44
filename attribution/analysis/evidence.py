"""Evidence: what is known of each sentence when it is settled, as features that an editor could name."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from attribution.analysis.decisions import Decision, Ground
from attribution.analysis.governing import MainClause
from attribution.analysis.lexicon import words
from attribution.analysis.noun_phrases import DEFINITE, INDEFINITE
from attribution.analysis.respondents import is_poll
from attribution.analysis.standing import standing
from attribution.analysis.voices import Voice
from attribution.model import ATTRIBUTED, Kind, Tag

ORDER = tuple(Tag)
"""The tags in the order of the network's probabilities and of the model's weights."""
BRIEF = 4
"""A sentence of so few tokens is brief."""
AS_NEW = "as new"
_FAINTEST = 0.003
"""Probabilities below this count as this: the network is never surer than it has been seen to be."""
_RECORD, _BACKGROUND = ORDER.index(Tag.RECORD), ORDER.index(Tag.BACKGROUND)
_NAMES = tuple(tag.value for tag in ORDER)
_SHARES = frozenset({"percent", "percentage", "cent", "pc", "half", "third", "thirds", "quarter", "quarters"})
"""Words for a part of a whole."""
_NOW = re.compile(r"(?:now|for now|today|currently|so far|at present|these days)\b")
_RUNS_ON = 8
"""Figures can run on from a source that was cited so many sentences before."""
JUST_BEFORE = 3
"""A sentence can go on from one of so many sentences before it."""


class Figures(Enum):
    """What numbers a sentence holds: figures run on from a poll, a report or a body that was just cited."""

    SHARES = "shares"
    NUMBERS = "numbers"
    NONE = "no numbers"


class Link(Enum):
    """What ties a sentence to what was said before it, or frees it."""

    WOULD = "would"
    """Told of the future in the past, as reported speech is."""
    NOW = "how things stand"
    """ "For now the door is shut.": what a reporter sees."""
    NONE = "no link"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one sentence when it is settled."""

    decision: Decision
    network: tuple[float, ...]
    """The network's probability of each tag, in ORDER."""
    covered: float
    """The share of the sentence that its attributions cover."""
    quoted: float
    """The share of the sentence between quotation marks."""
    cues: int
    """Cues that the network sees in the sentence."""
    brief: bool
    """Whether it is too short for a statement: a time, a byline, a mark."""
    figures: Figures
    paragraph: int
    link: Link
    beside: MainClause
    """What the main clause tells when its speech is a participle behind it."""
    may_be_outlet: bool
    """Whether its source is called by a name that no list knows, which may be an outlet's."""
    in_body: bool
    """Whether it is a sentence of the story's body, not of a headline, which drops its articles."""


def features(rows: Sequence[Evidence], i: int) -> dict[str, float]:
    """The features of one sentence among its neighbours, by name."""
    row = rows[i]
    main = row.decision.main
    odds = [math.log(max(each, _FAINTEST)) for each in row.network]
    cueless, brief = float(row.cues == 0), float(row.brief and not row.quoted)
    values = (1, 1, 1, 1, *odds, *odds, odds[_RECORD], odds[_BACKGROUND], row.covered, row.quoted, cueless, brief)
    found: dict[str, float] = dict(zip(_always(main.tag, main.ground, _kind(main.voice)), values, strict=True))
    found.update(_sometimes(rows, i, odds))
    for side, near in (("before", rows[max(i - 1, 0)]), ("after", rows[min(i + 1, len(rows) - 1)])):
        found[f"{side} rules say {near.decision.main.tag.value}"] = 1
        found[f"{side} network on background"] = math.log(max(near.network[_BACKGROUND], _FAINTEST))
    return found


@cache
def _always(tag: Tag, ground: Ground, kind: str) -> tuple[str, ...]:
    """The names of the features that every sentence has: what the rules say, by what and of whom; what the network
    says, by that and alone; how much of the sentence is whose.
    """
    said = tag.value
    return (
        "always",
        f"rules say {said}",
        f"{said} on {ground.value}",
        f"{said} by {kind}",
        *(f"network on {name}" for name in _NAMES),
        *(f"network on {name}, rules say {said}" for name in _NAMES),
        *(f"network on {_NAMES[each]}, rules on {ground.value}" for each in (_RECORD, _BACKGROUND)),
        *(f"{name}, rules say {said}" for name in ("covered", "quoted", "no cue", "brief")),
    )


def _kind(voice: Voice | None) -> str:
    return voice.kind.value if voice else "nobody"


def _sometimes(rows: Sequence[Evidence], i: int, odds: Sequence[float]) -> Iterator[tuple[str, float]]:
    """The features that only some sentences have; `odds` are what the network says of each tag."""
    row = rows[i]
    main = row.decision.main
    if row.beside is not MainClause.NONE:
        yield f"behind {row.beside.value}, rules say {main.tag.value}", 1
    if main.attribution is not None:
        yield f"sure of the span, rules say {main.tag.value}", main.attribution.confidence
    yield from _called(row, odds)
    for answer in row.decision.unsaid[:1]:
        yield f"cites {_kind(answer.voice)}", 1
    if main.tag is Tag.BACKGROUND:
        yield from _cited_before(rows, i)
        yield from _between(rows, i)
        if row.link is Link.WOULD:
            yield from _paragraph_so_far(rows, i)
    for answer in row.decision.lesser:
        yield f"also {answer.tag.value}", 1


def _called(row: Evidence, odds: Sequence[float]) -> Iterator[tuple[str, float]]:
    """How the words call a source that could be of another kind; `odds` are what the network says of each tag."""
    main = row.decision.main
    if main.tag is Tag.RECORD and (called := called_otherwise(row)):
        yield called, 1.0
        for name, value in zip(_NAMES, odds, strict=True):
            yield f"network on {name}, {called}", value
    if main.tag is Tag.ANONYMOUS and main.voice is not None:
        carried = ", carried over" if main.carried else ""
        yield f"{main.voice.kind.value} {pointed_at(main.voice.introduced or main.voice.description)}{carried}", 1.0
        yield f"{main.voice.kind.value} among {standing(main.voice).value}", 1.0


def _between(rows: Sequence[Evidence], i: int) -> Iterator[tuple[str, float]]:
    """Whether the sentences on either side, in the same paragraph, are the word of one source, and what it is."""
    if not 0 < i < len(rows) - 1 or len({row.paragraph for row in rows[i - 1 : i + 2]}) > 1:
        return
    before, after = rows[i - 1].decision.main, rows[i + 1].decision.main
    if before.voice is not None and before.voice is after.voice and after.tag in ATTRIBUTED:
        yield f"between two by {before.voice.kind.value}", 1.0


def _paragraph_so_far(rows: Sequence[Evidence], i: int) -> Iterator[tuple[str, float]]:
    """Whether all that stands before a sentence in its paragraph is somebody's word, and what the last of them is."""
    before = [rows[k].decision.main for k in range(i) if rows[k].paragraph == rows[i].paragraph]
    if before and before[-1].voice is not None and all(main.tag in ATTRIBUTED for main in before):
        yield f"{rows[i].link.value}, all before it of {before[-1].voice.kind.value}", 1.0


def _cited_before(rows: Sequence[Evidence], i: int) -> Iterator[tuple[str, float]]:
    """What the last source before a sentence of the story's own was, how far back, and what runs on from it."""
    for back in range(1, min(_RUNS_ON, i) + 1):
        near = rows[i - back].decision
        voices = (a.voice for a in (near.main, *near.lesser) if a.tag in ATTRIBUTED and a.voice is not None)
        voice = next(voices, None)
        if voice is None:
            continue
        kind = "poll" if is_poll(voice.head, voice.description) else voice.kind.value
        away = "just" if back == 1 else "shortly" if back <= JUST_BEFORE else "long"
        place = "same" if rows[i].paragraph == rows[i - back].paragraph else "later"
        yield f"{rows[i].figures.value} {away} after {kind}", 1.0
        yield f"{rows[i].figures.value} after {kind}", 1.0
        yield f"{place} paragraph after {kind}", 1.0
        yield rows[i].link.value, 1.0
        yield f"{rows[i].link.value}, {place} paragraph", 1.0
        yield f"{rows[i].link.value} after {kind}", 1.0
        yield f"network on {Tag.RECORD.value} after {kind}", math.log(max(rows[i].network[_RECORD], _FAINTEST))
        return


def figures(words: Sequence[str]) -> Figures:
    """What numbers stand among the words of a sentence."""
    if "%" in words or not _SHARES.isdisjoint(map(str.lower, words)):
        return Figures.SHARES
    begins = {word[0] for word in words}
    return Figures.NUMBERS if any(map(str.isdigit, begins)) or not begins.isdisjoint("$£€") else Figures.NONE


def link(words: Sequence[str]) -> Link:
    """What ties the words of a sentence to what was said before."""
    if _NOW.match(" ".join(words[:2]).lower()):
        return Link.NOW
    return Link.WOULD if "would" in words else Link.NONE


def called_otherwise(row: Evidence) -> str | None:
    """How a source on the record is called that could be something else: by a name or a noun that no list knows."""
    if row.may_be_outlet:
        return "by an unlisted name"
    voice = row.decision.main.voice
    if voice is None or voice.kind is not Kind.ORGANIZATION or voice.name is not None:
        return None
    return None if voice.head in words("organization_words") else "by an unlisted noun"


def pointed_at(description: str) -> str:
    """How words point at people without a name: as known ("the"), as new ("a"), or neither ("officials")."""
    first = description.split()[0].lower()
    return "as known" if first in DEFINITE else AS_NEW if first in INDEFINITE else "by their noun"
