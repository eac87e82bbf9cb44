"""Settling: what the rules decide weighed against what the network reads, by a small learned model.

For each sentence the rules' decision, what it rests on and the network's tag probabilities become features that an
editor could name (`analysis/evidence.py`); a multinomial logistic regression (learned from the labelled stories,
`training/settle.py`) gives the probability of each tag. The model says whether a sentence rests on somebody's word at
all, whether people whom it does not name are known all the same ("the researchers" of a study: they keep their
description, on the record), and whether what no list knows is an outlet or people. For the rest the rules know better
whose word it is, since they have resolved the source. The probability of what is chosen is the confidence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from attribution.analysis.decisions import Answer, Decision, Ground
from attribution.analysis.evidence import (
    AS_NEW,
    JUST_BEFORE,
    ORDER,
    Evidence,
    Link,
    called_otherwise,
    features,
    pointed_at,
)
from attribution.analysis.noun_phrases import singular
from attribution.analysis.standing import Standing, standing
from attribution.analysis.voices import Voice
from attribution.model import ATTRIBUTED, Kind, Sentence, Tag

MODEL = Path(__file__).with_name("settling.json")
_SUREST = 0.99
"""No tag is certain."""
_PLAIN = frozenset({Ground.PRINTED, Ground.REQUEST, Ground.INTRODUCED})
_PLAINLY = 0.85
"""How sure a label in front of a line, a credit behind it, a colon, "in the view of" or "asked not to be named" is: the
eye sees it, and no reading is weighed against it.
"""


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
        confidence = min(round(chance, 2), _SUREST)
        found.append(Decision(decision.main, decision.lesser, decision.unsaid, confidence))
    return tuple(found)


def possible(row: Evidence, before: Iterable[Decision]) -> tuple[Tag, ...]:
    """The tags that a sentence can have, given the decisions `before` it from which it can take its source.

    Whose word it is, the rules mostly know (`_readings`). Nobody's silence goes on from what another said. What they
    take for the story's own can be anybody's in sight, but not a mark, a time of day, a question or how things stand.
    """
    decision = row.decision
    if decision.main.tag in ATTRIBUTED:
        spoken = _readings(row)
    elif decision.main.ground is Ground.ASKED or ((row.brief or row.link is Link.NOW) and not row.quoted):
        spoken = ()
    elif decision.main.tag is Tag.NO_COMMENT:
        spoken = tuple(answer.tag for answer in (*decision.lesser, *decision.unsaid))
    else:
        in_sight = [answer.tag for answer in (*decision.lesser, *decision.unsaid)] + [each.main.tag for each in before]
        spoken = (Tag.RECORD, *in_sight)
    return tuple(tag for tag in ORDER if tag in spoken or tag not in ATTRIBUTED)


def _readings(row: Evidence) -> tuple[Tag, ...]:
    """The tags that words of a source can have: people whom the story does not name may be on the record all the same,
    unless they asked not to be named (`_can_be_known`); an outlet that seems to speak of itself may tell what it
    learned; a name that no list knows may be an outlet's, and a noun that no list knows ("one deckhand") may be one for
    people.
    """
    main = row.decision.main
    if main.voice is None:
        return (main.tag,)
    if main.tag is Tag.RECORD:
        if main.voice.kind is Kind.OUTLET or row.may_be_outlet:
            return Tag.RECORD, Tag.OUTLET
        return (Tag.RECORD, Tag.ANONYMOUS) if called_otherwise(row) else (Tag.RECORD,)
    may_be_known = main.tag is Tag.ANONYMOUS and row.in_body and _can_be_known(main.voice)
    return (main.tag, Tag.RECORD) if may_be_known else (main.tag,)


def _can_be_known(voice: Voice) -> bool:
    """Whether a reader could find people without a name: those whom the story points at ("the aides", but not "an aide"
    nor mere "aides"), and those who are asked for what they found, saw or are ("researchers", "a judge").
    """
    if _stays_unnamed(voice):
        return False
    first = voice.introduced or voice.description
    is_pointed_at = pointed_at(first) != AS_NEW and " " in first
    return is_pointed_at or standing(voice) in (Standing.FINDER, Standing.OTHER)


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
    unknown = len(places)
    named, values, starts = list[int](), list[float](), list[int]()
    for i in range(len(rows)):
        starts.append(len(named))
        found = features(rows, i)
        named += [places.get(name, unknown) for name in found]
        values += found.values()
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
        if tag is not Tag.RECORD and decision.main.voice is not None:
            _become(decision.main.voice, tag)
        return replace(decision, main=replace(decision.main, tag=tag))
    if answer is None:
        answer = Answer(tag, None, Ground.LEARNED)
        if tag in ATTRIBUTED:
            answer = _carried(tag, before, sentences) or answer
    return Decision(answer, rest)


def _become(voice: Voice, tag: Tag) -> None:
    """Let a source of no known kind be what its tag says: an outlet, or people."""
    if tag is Tag.OUTLET:
        voice.kind, voice.person = Kind.OUTLET, None
    else:
        several = voice.head != singular(voice.head)
        voice.kind, voice.name = (Kind.UNNAMED_GROUP if several else Kind.UNNAMED_PERSON), None


def _carried(tag: Tag, before: Sequence[Decision], sentences: Sequence[Sentence]) -> Answer | None:
    """The answer of a sentence just before that goes on."""
    for back in near(len(before), sentences):
        answer = before[back].main
        if answer.tag is tag:
            return replace(answer, ground=Ground.LEARNED, carried=True, attribution=None)
    return None


def near(i: int, sentences: Sequence[Sentence]) -> Iterator[int]:
    """The sentences before one from which it can take its source, the nearest first."""
    for back in range(i - 1, max(-1, i - 1 - JUST_BEFORE), -1):
        if sentences[i].paragraph - sentences[back].paragraph <= 1:
            yield back


@cache
def _weights() -> tuple[dict[str, int], NDArray[np.float64]]:
    """The row of each feature, and the weights: a row a feature, a column a tag in ORDER; a last row of nothing."""
    kept: dict[str, list[float]] = json.loads(MODEL.read_text(encoding="utf-8"))
    return {name: row for row, name in enumerate(kept)}, np.array([*kept.values(), [0.0] * len(ORDER)])
