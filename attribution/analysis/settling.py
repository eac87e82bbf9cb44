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
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path

from attribution.analysis.decisions import Answer, Decision, Ground
from attribution.analysis.noun_phrases import DEFINITE, INDEFINITE
from attribution.analysis.respondents import is_poll
from attribution.model import Sentence, Tag

MODEL = Path(__file__).with_name("settling.json")
ORDER = (Tag.ANONYMOUS, Tag.OUTLET, Tag.NO_COMMENT, Tag.RECORD, Tag.BACKGROUND)
"""The tags in the order of the network's probabilities and of the model's weights."""
ATTRIBUTED = (Tag.ANONYMOUS, Tag.OUTLET, Tag.RECORD)
"""The tags of what rests on somebody's word."""
_ANYWHERE = frozenset({Tag.NO_COMMENT, Tag.RECORD, Tag.BACKGROUND})
BRIEF = 4
"""A sentence of so few tokens is brief."""
_SUREST = 0.99
"""No tag is certain."""
_FAINTEST = 0.003
"""Probabilities below this count as this: the network is never surer than it has been seen to be."""
_PLAIN = frozenset({Ground.PRINTED, Ground.REQUEST, Ground.INTRODUCED})
_PLAINLY = 0.85
"""How sure a label in front of a line, a credit behind it, a colon, or "asked not to be named" is: the eye sees it, and
no reading is weighed against it.
"""
_NEW = "as new"
_RECORD = ORDER.index(Tag.RECORD)
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
    in_body: bool
    """Whether it is a sentence of the story's body, not of a headline, which drops its articles."""


def features(rows: Sequence[Evidence], i: int) -> Iterator[tuple[str, float]]:
    """The features of one sentence among its neighbours, by name."""
    row = rows[i]
    main = row.decision.main
    yield "always", 1.0
    yield f"rules say {main.tag.value}", 1.0
    yield f"{main.tag.value} on {main.ground.value}", 1.0
    yield f"{main.tag.value} by {main.voice.kind.value if main.voice else 'nobody'}", 1.0
    odds = [math.log(max(each, _FAINTEST)) for each in row.network]
    for tag, value in zip(ORDER, odds, strict=True):
        yield f"network on {tag.value}", value
        yield f"network on {tag.value}, rules say {main.tag.value}", value
    for tag in (Tag.RECORD, Tag.BACKGROUND):
        yield f"network on {tag.value}, rules on {main.ground.value}", odds[ORDER.index(tag)]
    yield f"covered, rules say {main.tag.value}", row.covered
    yield f"quoted, rules say {main.tag.value}", row.quoted
    yield f"no cue, rules say {main.tag.value}", float(row.cues == 0)
    yield f"brief, rules say {main.tag.value}", float(row.brief and not row.quoted)
    if main.attribution is not None:
        yield f"sure of the span, rules say {main.tag.value}", main.attribution.confidence
    if main.tag is Tag.ANONYMOUS and main.voice is not None:
        carried = ", carried over" if main.carried else ""
        yield f"{main.voice.kind.value} {_pointed_at(main.voice.introduced or main.voice.description)}{carried}", 1.0
    if main.tag is Tag.BACKGROUND:
        yield from _cited_before(rows, i)
    for answer in row.decision.lesser:
        yield f"also {answer.tag.value}", 1.0
    for side, k in (("before", i - 1), ("after", i + 1)):
        near = rows[k] if 0 <= k < len(rows) else row
        yield f"{side} rules say {near.decision.main.tag.value}", 1.0
        yield f"{side} network on background", math.log(max(near.network[-1], _FAINTEST))


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
        yield f"network on {Tag.RECORD.value} after {kind}", math.log(max(rows[i].network[_RECORD], _FAINTEST))
        return


def _pointed_at(description: str) -> str:
    """How words point at people without a name: as known ("the"), as new ("a"), or neither ("officials")."""
    first = description.split()[0].lower()
    return "as known" if first in DEFINITE else _NEW if first in INDEFINITE else "by their noun"


def settled(rows: Sequence[Evidence], sentences: Sequence[Sentence]) -> tuple[Decision, ...]:
    """The decisions as they stand, each with its confidence."""
    found: list[Decision] = []
    for i, row in enumerate(rows):
        chances = probabilities(dict(features(rows, i)))
        decision, main = row.decision, row.decision.main
        tag, chance = chosen(readings(row), chances, offered(decision, [found[k] for k in near(i, sentences)]))
        if main.ground in _PLAIN:
            tag, chance = main.tag, max(sum(chances[ORDER.index(each)] for each in ATTRIBUTED), _PLAINLY)
        if tag is not main.tag:
            decision = _switched(decision, tag, found, sentences)
        found.append(replace(decision, confidence=min(round(chance, 2), _SUREST)))
    return tuple(found)


def offered(decision: Decision, near: Iterable[Decision]) -> frozenset[Tag]:
    """The tags that a sentence can have, given the decisions `near` before it: no outlet's word and no unnamed source's
    where none is in sight.
    """
    own = {answer.tag for answer in (decision.main, *decision.lesser)}
    return frozenset(own | {each.main.tag for each in near} | _ANYWHERE)


def readings(row: Evidence) -> tuple[Tag, ...]:
    """The tags that a sentence's source can have, the rules' first: people whom the story does not introduce as new
    ("the researchers", but not "an aide") may be on the record although it does not name them.
    """
    main = row.decision.main
    if main.tag is not Tag.ANONYMOUS or main.voice is None or not row.in_body:
        return (main.tag,)
    is_new = _pointed_at(main.voice.introduced or main.voice.description) == _NEW
    return (Tag.ANONYMOUS,) if is_new else (Tag.ANONYMOUS, Tag.RECORD)


def chosen(ruled: Sequence[Tag], chances: Sequence[float], offers: Set[Tag]) -> tuple[Tag, float]:
    """The tag that stands, and how probable it is: somebody's word, nobody's (no comment) or the story's own."""
    by_tag = {tag: chance for tag, chance in zip(ORDER, chances, strict=True) if tag in offers}
    spoken = [tag for tag in ATTRIBUTED if tag in by_tag]
    whose = max(ruled if ruled[0] in ATTRIBUTED else spoken, key=by_tag.__getitem__)
    sides = ((sum(by_tag[tag] for tag in spoken), whose), *((by_tag[tag], tag) for tag in by_tag if tag not in spoken))
    chance, tag = max(sides, key=lambda side: side[0])
    return tag, chance / sum(by_tag.values())


def probabilities(named: dict[str, float]) -> list[float]:
    """The probability of each tag, in ORDER; features that the model does not know count for nothing."""
    scores = [0.0] * len(ORDER)
    weights = _weights()
    for name, value in named.items():
        for k, weight in enumerate(weights.get(name, ())):
            scores[k] += weight * value
    top = max(scores)
    odds = [math.exp(score - top) for score in scores]
    return [each / sum(odds) for each in odds]


def _switched(decision: Decision, tag: Tag, before: Sequence[Decision], sentences: Sequence[Sentence]) -> Decision:
    """The decision with another tag: from a lesser answer, carried over from the sentences before, or of nobody."""
    answers = (decision.main, *decision.lesser)
    answer = next((lesser for lesser in decision.lesser if lesser.tag is tag), None)
    rest = tuple(a for a in answers if a is not answer and a.tag is not Tag.BACKGROUND and not a.carried)
    if answer is None and decision.main.tag is Tag.ANONYMOUS and tag is Tag.RECORD:
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
def _weights() -> dict[str, tuple[float, ...]]:
    weights: dict[str, tuple[float, ...]] = json.loads(MODEL.read_text(encoding="utf-8"))
    return weights
