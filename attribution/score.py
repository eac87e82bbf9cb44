"""How openly and independently a story is sourced, 0 to 100, in parts that add up.

Score = contributions of the components that apply − deduction for unidentified sources, never below 0, then capped.
Rounding: the running sum of the contributions is rounded to a tenth of a point after each, and a printed contribution
is the step from one sum to the next; the deduction is rounded to a tenth. So the printed numbers always add up exactly,
and their sum is the rounded sum of the exact ones. The score says nothing about truth, fairness or the outlet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from heapq import nsmallest
from itertools import accumulate
from typing import NamedTuple

from attribution import score_sentences as sentences
from attribution.model import Analysis, Story
from attribution.weighing import IDENTIFIED, Voice, attributed, voices

NOTE = "Measures how openly and independently the story is sourced, not whether it is true or the outlet reliable."
UNSCORED = "N"
"""The grade of a story without a score."""
BANDS = ((85.0, "A", "well sourced"), (70.0, "B", "sound, with gaps"), (55.0, "C", "thin"), (40.0, "D", "weak"),
         (0.0, "E", "opaque"))  # fmt: skip
"""Lowest score, grade and verdict, best first."""
SHORTEST = 80
"""Words below which a story is too short to score."""
_WEIGHTS = {"identification": 30, "independence": 20, "first_hand": 20, "right_of_reply": 20, "grounded_claims": 10}
_ASSESSED = ("identification", "independence", "first_hand")
_UNASSESSED = ("right_of_reply", "grounded_claims")
FULL = {name: 100 * _WEIGHTS[name] / sum(_WEIGHTS[each] for each in _ASSESSED) for name in _ASSESSED}
"""The most points that each component that applies can contribute."""
_DEDUCTION = 20
"""Points lost when every voice is unidentified and nothing is told about any."""
_PLACEABLE = 0.4
"""Level of identification from which a reader can tell one source from another."""
_HEARD_ONCE = 0.75
"""What a group counts whose word the story takes only once."""
_WORDS_PER_GROUP, _FEWEST_GROUPS, _MOST_GROUPS = 150, 2.0, 6.0
_LONG = 300
"""Words from which one independent source is too few."""
_FEW, _MANY, _RESOLVED = 4, 8, 0.9
"""Attributed statements for medium and for high confidence, and the share whose source must be resolved for high."""


class Confidence(Enum):
    """How far the number can be trusted, given how much there was to measure."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Interval(NamedTuple):
    """The scores between which the story stays if any one source is left out."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Component:
    """One quality of the sourcing and what it contributes."""

    name: str
    value: float | None
    """0..1; None when it does not apply to this story."""
    weight: int
    points: float | None
    """Contribution to the score, to a tenth: 100 × weight × value ÷ sum of the weights that apply."""
    counted: float
    """What was counted: statements, independent groups or sources, as `because` says."""
    total: float
    """Out of how many."""
    because: str


@dataclass(frozen=True, slots=True)
class Deduction:
    """What unidentified sources cost."""

    points: float
    """0..20, to a tenth."""
    share: float
    """0..1: the unidentified share of all weight."""
    handling: float
    """0..1: how well the story handles them (reason, basis of knowledge, corroboration); 1 when there are none."""
    because: str


class Cap(NamedTuple):
    """A defect that no average may hide: the score goes no higher than `limit`."""

    limit: int
    because: str


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one story with everything it was made from."""

    value: float | None
    """0..100 to a tenth; None when there is nothing to measure."""
    grade: str | None
    """A to E; N without a score; None when there is too little for a letter."""
    confidence: Confidence | None
    interval: Interval | None
    components: tuple[Component, ...]
    """Empty without a score."""
    deduction: Deduction | None
    capped_by: tuple[Cap, ...]
    """The caps that held the score down, lowest first."""
    because: str
    """The one sentence to read: what cost most, or why there is no score."""

    @property
    def verdict(self) -> str | None:
        """The grade in words, such as `thin`."""
        return next((words for _, grade, words in BANDS if grade == self.grade), None)


class _Measures(NamedTuple):
    """What a set of voices measures, each 0..1."""

    identification: float
    independence: float
    first_hand: float
    unidentified: float
    """Share of all weight."""
    handled: float
    """How well the unidentified share is handled; 1 without one."""

    def points(self) -> tuple[float, ...]:
        """The contributions of the components that apply: differences of the running sum, rounded to a tenth."""
        values = zip(_ASSESSED, self[:3], strict=True)
        sums = [0.0, *(round(each, 1) for each in accumulate(FULL[name] * value for name, value in values))]
        return tuple(round(sums[index + 1] - sums[index], 1) for index in range(len(_ASSESSED)))

    def deduction(self) -> float:
        """What the unidentified share costs, to a tenth of a point."""
        return round(_DEDUCTION * self.unidentified * (1.0 - self.handled), 1)


def score(story: Story, analysis: Analysis) -> Score:
    """The score of a story, from its sources' identification and first-hand levels and how they spread."""
    statements = attributed(story, analysis)
    heard = voices(story, analysis)
    length = story.words
    if length < SHORTEST:
        return _unscored(f"The story has {length} words; below {SHORTEST} there is too little to score.")
    if not statements:
        return _unscored("No statement of the story is attributed to anybody, so there is no sourcing to score.")
    if not heard:
        return _unscored("No attributed statement has a source that could be resolved.")
    resolved = sum(len(voice.statements) for voice in heard)
    measures = _measures(heard, length)
    value, caps = _value(measures, heard, length)
    components = _components(measures, heard, length, len(statements) - resolved)
    deduction = _deduction(measures, heard)
    return Score(
        value=value,
        grade=_grade(value) if len(statements) >= _FEW else None,
        confidence=_confidence(len(statements), resolved),
        interval=_interval(value, heard, length),
        components=components,
        deduction=deduction,
        capped_by=caps,
        because=caps[0].because if caps else _main_loss(components, deduction),
    )


def _unscored(because: str) -> Score:
    return Score(None, UNSCORED, None, None, (), None, (), because)


def _measures(heard: Sequence[Voice], length: int) -> _Measures:
    weight = sum(voice.weight for voice in heard)
    unidentified = [(voice.weight, voice.handling.value) for voice in heard if voice.handling is not None]
    unnamed = sum(each for each, _ in unidentified)
    independence = (_independent(_groups(heard)) - 1) / (_expected_groups(length) - 1)
    return _Measures(
        identification=sum(voice.weight * voice.source.identification for voice in heard) / weight,
        independence=max(0.0, min(1.0, independence)),
        first_hand=sum(voice.weight * voice.source.first_hand for voice in heard) / weight,
        unidentified=unnamed / weight,
        handled=sum(each * value for each, value in unidentified) / unnamed if unidentified else 1.0,
    )


def _groups(heard: Sequence[Voice]) -> tuple[int, ...]:
    """The number of statements of each independent group that a reader can place."""
    found: defaultdict[str, int] = defaultdict(int)
    for voice in heard:
        if voice.source.identification >= _PLACEABLE:
            found[voice.group] += len(voice.statements)
    return tuple(found.values())


def _independent(groups: Iterable[int]) -> float:
    return sum(1.0 if statements >= 2 else _HEARD_ONCE for statements in groups)


def _expected_groups(length: int) -> float:
    return max(_FEWEST_GROUPS, min(_MOST_GROUPS, length / _WORDS_PER_GROUP))


def _value(measures: _Measures, heard: Sequence[Voice], length: int) -> tuple[float, tuple[Cap, ...]]:
    """The score after the caps, and the caps that held it down."""
    uncapped = max(0.0, round(sum(measures.points()) - measures.deduction(), 1))
    binding = tuple(cap for cap in _caps(heard, length) if cap.limit < uncapped)
    return min((uncapped, *(float(cap.limit) for cap in binding))), binding


def _caps(heard: Sequence[Voice], length: int) -> Iterator[Cap]:
    """Every cap that applies, lowest first."""
    if not any(voice.source.identification >= IDENTIFIED for voice in heard):
        yield Cap(39, "No source is described well enough for a reader to identify it.")
    opening = nsmallest(2, ((place, voice.source.identification) for voice in heard for place in voice.statements))
    if all(identification == 0.0 for _, identification in opening):
        yield Cap(59, "The story opens on the word of sources about whom it tells the reader nothing.")
    # with three components one source cannot get past 71.4; the cap holds it down once the other two apply
    if length >= _LONG and _independent(_groups(heard)) <= 1.0:
        yield Cap(74, f"The story has {length} words and no more than one independent source.")


def _interval(value: float, heard: tuple[Voice, ...], length: int) -> Interval:
    """Least and greatest score of the story as it is and without any one source; without its only source it has 0."""
    left_out = (heard[:index] + heard[index + 1 :] for index in range(len(heard)))
    scores = [_value(_measures(others, length), others, length)[0] if others else 0.0 for others in left_out]
    return Interval(min(value, *scores), max(value, *scores))


def _components(measures: _Measures, heard: Sequence[Voice], length: int, unresolved: int) -> tuple[Component, ...]:
    """All five components in order of weight; the last two wait for the rules that assess them."""
    statements = sum(len(voice.statements) for voice in heard)
    named = sum(len(voice.statements) for voice in heard if voice.source.identification > IDENTIFIED)
    direct = sum(voice.source.first_hand >= 1.0 for voice in heard)
    groups, expected = _groups(heard), _expected_groups(length)
    independent = _independent(groups)
    counts: tuple[tuple[float, float, str], ...] = (
        (named, statements, sentences.identification(named, statements, unresolved)),
        (independent, expected, sentences.independence(groups, independent, expected, length)),
        (direct, len(heard), sentences.first_hand(direct, len(heard))),
    )
    assessed = zip(_ASSESSED, measures[:3], measures.points(), counts, strict=True)
    return (
        *(Component(name, value, _WEIGHTS[name], points, *counted) for name, value, points, counted in assessed),
        *(Component(name, None, _WEIGHTS[name], None, 0, 0, sentences.NOT_ASSESSED) for name in _UNASSESSED),
    )


def _deduction(measures: _Measures, heard: Sequence[Voice]) -> Deduction:
    unidentified = [(len(voice.statements), voice.handling) for voice in heard if voice.handling is not None]
    statements = sum(len(voice.statements) for voice in heard)
    resting = sum(number for number, _ in unidentified)
    because = sentences.anonymity(resting, statements, [handling for _, handling in unidentified])
    return Deduction(measures.deduction(), measures.unidentified, measures.handled, because)


def _grade(value: float) -> str:
    return next(grade for lowest, grade, _ in BANDS if value >= lowest)


def _confidence(statements: int, resolved: int) -> Confidence:
    if statements < _FEW:
        return Confidence.LOW
    return Confidence.HIGH if statements >= _MANY and resolved >= _RESOLVED * statements else Confidence.MEDIUM


def _main_loss(components: Sequence[Component], deduction: Deduction) -> str:
    """The explanation of whatever took most points off."""
    losses = [(FULL[each.name] - each.points, each.because) for each in components if each.points is not None]
    return max([*losses, (deduction.points, deduction.because)], key=lambda loss: loss[0])[1]
