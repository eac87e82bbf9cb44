"""Settling: what the rules decide weighed against what the network reads, by a small learned model.

For each sentence the rules' decision, what it rests on and the network's tag probabilities become features that an
editor could name; a multinomial logistic regression (learned from the labelled stories, `training/settle.py`) gives the
probability of each tag. The model says whether a sentence rests on somebody's word at all, and whether people whom it
does not name are known all the same ("the researchers" of a study): they keep their description, on the record. For the
rest the rules know better whose word it is, since they have resolved the source. The probability of what is chosen is
the confidence.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from attribution.analysis.decisions import Answer, Decision, Ground
from attribution.analysis.noun_phrases import DEFINITE, INDEFINITE
from attribution.analysis.respondents import is_poll
from attribution.analysis.voices import Voice
from attribution.model import ATTRIBUTED, Kind, Sentence, Tag

MODEL = Path(__file__).with_name("settling.json")
ORDER = tuple(Tag)
"""The tags in the order of the network's probabilities and of the model's weights."""
BRIEF = 4
"""A sentence of so few tokens is brief."""
_SUREST = 0.99
"""No tag is certain."""
_FAINTEST = 0.003
"""Probabilities below this count as this: the network is never surer than it has been seen to be."""
_PLAIN = frozenset({Ground.PRINTED, Ground.REQUEST, Ground.INTRODUCED})
_PLAINLY = 0.85
"""How sure a label in front of a line, a credit behind it, a colon, "in the view of" or "asked not to be named" is: the
eye sees it, and no reading is weighed against it.
"""
_NEW = "as new"
_RECORD, _BACKGROUND = ORDER.index(Tag.RECORD), ORDER.index(Tag.BACKGROUND)
_NAMES = tuple(tag.value for tag in ORDER)
_RUNS_ON = 8
"""Figures can run on from a source that was cited so many sentences before."""
_CARRIES_OVER = 3
"""A switched sentence takes its source from one of so many sentences before it."""


class Figures(Enum):
    """What numbers a sentence holds: figures run on from a poll, a report or a body that was just cited."""

    SHARES = "shares"
    NUMBERS = "numbers"
    NONE = "no numbers"


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
    would: bool
    """Whether "would" stands in it: told of the future in the past, as reported speech is."""
    reports: bool
    """Whether a body that no list knows "reported that": it may be an outlet."""
    in_body: bool
    """Whether it is a sentence of the story's body, not of a headline, which drops its articles."""


def features(rows: Sequence[Evidence], i: int) -> Iterator[tuple[str, float]]:
    """The features of one sentence among its neighbours, by name."""
    row = rows[i]
    main = row.decision.main
    said, ground = main.tag.value, main.ground.value
    yield "always", 1.0
    yield f"rules say {said}", 1.0
    yield f"{said} on {ground}", 1.0
    yield f"{said} by {main.voice.kind.value if main.voice else 'nobody'}", 1.0
    odds = [math.log(max(each, _FAINTEST)) for each in row.network]
    for name, value in zip(_NAMES, odds, strict=True):
        yield f"network on {name}", value
        yield f"network on {name}, rules say {said}", value
    for tag in (_RECORD, _BACKGROUND):
        yield f"network on {_NAMES[tag]}, rules on {ground}", odds[tag]
    yield f"covered, rules say {said}", row.covered
    yield f"quoted, rules say {said}", row.quoted
    yield f"no cue, rules say {said}", float(row.cues == 0)
    yield f"brief, rules say {said}", float(row.brief and not row.quoted)
    if main.attribution is not None:
        yield f"sure of the span, rules say {said}", main.attribution.confidence
    if main.tag is Tag.ANONYMOUS and main.voice is not None:
        carried = ", carried over" if main.carried else ""
        yield f"{main.voice.kind.value} {_pointed_at(main.voice.introduced or main.voice.description)}{carried}", 1.0
    for answer in row.decision.unsaid[:1]:
        yield f"cites {answer.voice.kind.value if answer.voice else 'nobody'}", 1.0
    if main.tag is Tag.BACKGROUND:
        yield from _cited_before(rows, i)
        yield from _between(rows, i)
    for answer in row.decision.lesser:
        yield f"also {answer.tag.value}", 1.0
    for side, k in (("before", i - 1), ("after", i + 1)):
        near = rows[k] if 0 <= k < len(rows) else row
        yield f"{side} rules say {near.decision.main.tag.value}", 1.0
        yield f"{side} network on background", math.log(max(near.network[-1], _FAINTEST))


def _between(rows: Sequence[Evidence], i: int) -> Iterator[tuple[str, float]]:
    """Whether the sentences on either side, in the same paragraph, are the word of one source, and what it is."""
    if not 0 < i < len(rows) - 1 or len({row.paragraph for row in rows[i - 1 : i + 2]}) > 1:
        return
    before, after = rows[i - 1].decision.main, rows[i + 1].decision.main
    if before.voice is not None and before.voice is after.voice and after.tag in ATTRIBUTED:
        yield f"between two by {before.voice.kind.value}", 1.0


def _cited_before(rows: Sequence[Evidence], i: int) -> Iterator[tuple[str, float]]:
    """What the last source before a sentence of the story's own was, how far back, and what runs on from it."""
    for back in range(1, min(_RUNS_ON, i) + 1):
        near = rows[i - back].decision
        voices = (a.voice for a in (near.main, *near.lesser) if a.tag in ATTRIBUTED and a.voice is not None)
        voice = next(voices, None)
        if voice is None:
            continue
        kind = "poll" if is_poll(voice.head, voice.description) else voice.kind.value
        away = "just" if back == 1 else "shortly" if back <= _CARRIES_OVER else "long"
        place = "same" if rows[i].paragraph == rows[i - back].paragraph else "later"
        yield f"{rows[i].figures.value} {away} after {kind}", 1.0
        yield f"{rows[i].figures.value} after {kind}", 1.0
        yield f"{place} paragraph after {kind}", 1.0
        yield f"would, {place} paragraph", float(rows[i].would)
        yield f"network on {Tag.RECORD.value} after {kind}", math.log(max(rows[i].network[_RECORD], _FAINTEST))
        return


def _pointed_at(description: str) -> str:
    """How words point at people without a name: as known ("the"), as new ("a"), or neither ("officials")."""
    first = description.split()[0].lower()
    return "as known" if first in DEFINITE else _NEW if first in INDEFINITE else "by their noun"


def settled(rows: Sequence[Evidence], sentences: Sequence[Sentence]) -> tuple[Decision, ...]:
    """The decisions as the model lets them stand or settles them otherwise, each with its confidence."""
    found: list[Decision] = []
    for i, (row, chances) in enumerate(zip(rows, probabilities(rows), strict=True)):
        decision, main = row.decision, row.decision.main
        tag, chance = chosen(row, [found[k] for k in near(i, sentences)], chances)
        if main.ground in _PLAIN:
            tag, chance = main.tag, max(sum(chances[ORDER.index(each)] for each in ATTRIBUTED), _PLAINLY)
        if tag is not main.tag:
            decision = _switched(decision, tag, found, sentences)
        found.append(replace(decision, confidence=min(round(chance, 2), _SUREST)))
    return tuple(found)


def possible(row: Evidence, before: Iterable[Decision]) -> tuple[Tag, ...]:
    """The tags that a sentence can have, given the decisions `before` it from which it can take its source.

    Whose word it is, the rules mostly know (`_readings`). Nobody's silence goes on from what another said. What they
    take for the story's own can be anybody's in sight, but not a mark or a time of day.
    """
    decision = row.decision
    if decision.main.tag in ATTRIBUTED:
        spoken = _readings(row)
    elif row.brief and not row.quoted:
        spoken = set()
    elif decision.main.tag is Tag.NO_COMMENT:
        spoken = {answer.tag for answer in (*decision.lesser, *decision.unsaid)}
    else:
        in_sight = [answer.tag for answer in (*decision.lesser, *decision.unsaid)] + [each.main.tag for each in before]
        spoken = {Tag.RECORD, *in_sight}
    return tuple(tag for tag in ORDER if tag in spoken or tag not in ATTRIBUTED)


def _readings(row: Evidence) -> set[Tag]:
    """The tags that words of a source can have: people whom the story does not introduce as new ("the researchers", but
    not "an aide" nor mere "medics") may be on the record although it does not name them, unless they asked not to be
    named; an outlet that seems to speak of itself may tell what it learned, and what "reported that" may be an outlet.
    """
    main = row.decision.main
    if main.voice is None:
        return {main.tag}
    if main.tag is Tag.RECORD and (main.voice.kind is Kind.OUTLET or row.reports):
        return {Tag.RECORD, Tag.OUTLET}
    first = main.voice.introduced or main.voice.description
    is_open = _pointed_at(first) == _NEW or " " not in first or _stays_unnamed(main.voice)
    may_be_known = main.tag is Tag.ANONYMOUS and row.in_body and not is_open
    return {main.tag, Tag.RECORD} if may_be_known else {main.tag}


def _stays_unnamed(voice: Voice) -> bool:
    """Whether nobody will tell who a source is: it asked not to be named, or the story tells its given name only."""
    return voice.asked or voice.name is not None


def chosen(row: Evidence, before: Iterable[Decision], chances: Sequence[float]) -> tuple[Tag, float]:
    """The likeliest of the tags that a sentence can have, and its share of the probability of all of them. Whatever is
    the word of a source that asked not to be named is an unnamed source's.
    """
    by_tag = {tag: chances[ORDER.index(tag)] for tag in possible(row, before)}
    main = row.decision.main
    if main.tag is Tag.ANONYMOUS and main.voice is not None and _stays_unnamed(main.voice):
        by_tag[Tag.ANONYMOUS] = sum(chances[ORDER.index(tag)] for tag in ATTRIBUTED)
    tag = max(by_tag, key=by_tag.__getitem__)
    return tag, by_tag[tag] / sum(by_tag.values())


def probabilities(rows: Sequence[Evidence]) -> list[list[float]]:
    """For each sentence the probability of each tag, in ORDER; features that the model does not know count for
    nothing.
    """
    if not rows:
        return []
    places, weights = _weights()
    named, values, starts = list[int](), list[float](), list[int]()
    for i in range(len(rows)):
        starts.append(len(named))
        for name, value in dict(features(rows, i)).items():
            if name in places:
                named.append(places[name])
                values.append(value)
    scores = np.add.reduceat(weights[named] * np.array(values)[:, None], starts)
    odds = np.exp(scores - scores.max(1, keepdims=True))
    chances: list[list[float]] = (odds / odds.sum(1, keepdims=True)).tolist()
    return chances


def _switched(decision: Decision, tag: Tag, before: Sequence[Decision], sentences: Sequence[Sentence]) -> Decision:
    """The decision with another tag: from a lesser answer, carried over from the sentences before, or of nobody."""
    answers = (decision.main, *decision.lesser)
    answer = next((each for each in (*decision.lesser, *decision.unsaid) if each.tag is tag), None)
    rest = tuple(a for a in answers if a is not answer and a.tag is not Tag.BACKGROUND and not a.carried)
    if answer is None and decision.main.tag in ATTRIBUTED and tag in ATTRIBUTED:
        if tag is Tag.OUTLET and decision.main.voice is not None:
            decision.main.voice.kind, decision.main.voice.person = Kind.OUTLET, None
        return replace(decision, main=replace(decision.main, tag=tag))
    if answer is None:
        answer = Answer(tag, None, Ground.LEARNED)
        if tag in ATTRIBUTED:
            answer = _carried(tag, before, sentences) or answer
    return Decision(answer, rest)


def _carried(tag: Tag, before: Sequence[Decision], sentences: Sequence[Sentence]) -> Answer | None:
    """The answer of a sentence just before that goes on."""
    for back in near(len(before), sentences):
        answer = before[back].main
        if answer.tag is tag:
            return replace(answer, ground=Ground.LEARNED, carried=True, attribution=None)
    return None


def near(i: int, sentences: Sequence[Sentence]) -> Iterator[int]:
    """The sentences before one from which it can take its source, the nearest first."""
    for back in range(i - 1, max(-1, i - 1 - _CARRIES_OVER), -1):
        if sentences[i].paragraph - sentences[back].paragraph <= 1:
            yield back


@cache
def _weights() -> tuple[dict[str, int], NDArray[np.float64]]:
    """The row of each feature, and the weights: a row a feature, a column a tag in ORDER."""
    kept: dict[str, list[float]] = json.loads(MODEL.read_text(encoding="utf-8"))
    return {name: row for row, name in enumerate(kept)}, np.array(list(kept.values()))
