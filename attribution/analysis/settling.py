"""Settling: what the rules decide weighed against what the network reads, by a small learned model.

For each sentence the rules' decision, what it rests on and the network's tag probabilities become features that an
editor could name; a multinomial logistic regression (learned from the labelled stories, `training/settle.py`) gives the
probability of each tag. The model says whether a sentence rests on somebody's word at all; whose word that is, the
rules know better, since they have resolved the source. The probability of what is chosen is the confidence.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from attribution.analysis.decisions import Answer, Decision, Ground
from attribution.model import Sentence, Tag

MODEL = Path(__file__).with_name("settling.json")
ORDER = (Tag.ANONYMOUS, Tag.OUTLET, Tag.NO_COMMENT, Tag.RECORD, Tag.BACKGROUND)
"""The tags in the order of the network's probabilities and of the model's weights."""
ATTRIBUTED = (Tag.ANONYMOUS, Tag.OUTLET, Tag.RECORD)
"""The tags of what rests on somebody's word."""
BRIEF = 4
"""A sentence of so few tokens is brief."""
_FAINTEST = 0.003
"""Probabilities below this count as this: the network is never surer than it has been seen to be."""
_PRINTED = 0.85
"""How sure a label in front of a line, or a credit behind it, is: the eye sees it, no reading is weighed against it."""
_CARRIES_OVER = 3
"""A switched sentence takes its source from one of so many sentences before it."""


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
    for answer in row.decision.lesser:
        yield f"also {answer.tag.value}", 1.0
    for side, k in (("before", i - 1), ("after", i + 1)):
        near = rows[k] if 0 <= k < len(rows) else row
        yield f"{side} rules say {near.decision.main.tag.value}", 1.0
        yield f"{side} network on background", math.log(max(near.network[-1], _FAINTEST))


def settled(rows: Sequence[Evidence], sentences: Sequence[Sentence]) -> tuple[Decision, ...]:
    """The decisions as they stand, each with its confidence."""
    found: list[Decision] = []
    for i, row in enumerate(rows):
        chances = probabilities(dict(features(rows, i)))
        decision, main = row.decision, row.decision.main
        tag, chance = chosen(main.tag, chances)
        if main.ground is Ground.PRINTED:
            tag, chance = main.tag, max(sum(chances[ORDER.index(each)] for each in ATTRIBUTED), _PRINTED)
        if tag is not main.tag:
            decision = _switched(decision, tag, found, sentences)
        found.append(replace(decision, confidence=round(chance, 2)))
    return tuple(found)


def chosen(ruled: Tag, chances: Sequence[float]) -> tuple[Tag, float]:
    """The tag that stands, and how probable it is: somebody's word, nobody's (no comment) or the story's own."""
    by_tag = dict(zip(ORDER, chances, strict=True))
    whose = ruled if ruled in ATTRIBUTED else max(ATTRIBUTED, key=by_tag.__getitem__)
    spoken = sum(by_tag[tag] for tag in ATTRIBUTED)
    sides = ((spoken, whose), *((by_tag[tag], tag) for tag in ORDER if tag not in ATTRIBUTED))
    chance, tag = max(sides, key=lambda side: side[0])
    return tag, chance


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
    if answer is None:
        answer = Answer(tag, None, Ground.LEARNED)
        if tag in ATTRIBUTED:
            answer = _carried(tag, before, sentences) or answer
    return Decision(answer, rest)


def _carried(tag: Tag, before: Sequence[Decision], sentences: Sequence[Sentence]) -> Answer | None:
    """The answer of a sentence just before that goes on."""
    here = sentences[len(before)].paragraph
    for back in range(len(before) - 1, max(-1, len(before) - 1 - _CARRIES_OVER), -1):
        answer = before[back].main
        if answer.tag is tag and here - sentences[back].paragraph <= 1:
            return replace(answer, ground=Ground.LEARNED, carried=True, attribution=None)
    return None


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    weights: dict[str, tuple[float, ...]] = json.loads(MODEL.read_text(encoding="utf-8"))
    return weights
