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
from heapq import nsmallest
from itertools import accumulate, pairwise
from typing import NamedTuple

from attribution.facts import Facts
from attribution.facts.claims import Claim
from attribution.facts.targets import Reply, Target
from attribution.scoring import sentences
from attribution.scoring.parts import BANDS, UNSCORED, Cap, Component, Confidence, Deduction, Interval, Score
from attribution.scoring.weighing import IDENTIFIED, Voice, attributed, voices

SHORTEST = 80
"""Words below which a story is too short to score."""
WEIGHTS = {"identification": 30, "independence": 20, "first_hand": 20, "right_of_reply": 20, "grounded_claims": 10}
"""What each component weighs, in order; the weights of those that apply are scaled to 100."""
_DEDUCTION = 20
"""Points lost when every voice is unidentified and nothing is told about any."""
_PLACEABLE = 0.4
"""Level of identification from which a reader can tell one source from another."""
_HEARD_ONCE = 0.75
"""What a group counts whose word the story takes only once."""
_WORDS_PER_GROUP, _FEWEST_GROUPS, _MOST_GROUPS = 150, 2.0, 6.0
_DECIMALS = 4
"""Of a printed quality: ten times finer than a tenth of a point."""
_LONG = 300
"""Words from which one independent source is too few."""
_FEW, _MANY, _RESOLVED = 4, 8, 0.9
"""Attributed statements for medium and for high confidence, and the share whose source must be resolved for high."""


@dataclass(frozen=True, slots=True)
class _Case:
    """What of a story is measured; leaving a voice out leaves the rest as it is."""

    heard: tuple[Voice, ...]
    targets: tuple[Target, ...]
    claims: tuple[Claim, ...]
    length: int
    """Words of the story."""


class _Measures(NamedTuple):
    """What a case measures, each 0..1; None where a component does not apply."""

    identification: float
    independence: float
    first_hand: float
    right_of_reply: float | None
    grounded_claims: float | None
    unidentified: float
    """Share of all weight."""
    handled: float
    """How well the unidentified share is handled; 1 without one."""

    def values(self) -> dict[str, float]:
        """The components that apply, by name, in order."""
        pairs = zip(WEIGHTS, self[: len(WEIGHTS)], strict=True)
        return {name: value for name, value in pairs if value is not None}

    def points(self) -> dict[str, float]:
        """The contributions of the components that apply: differences of the running sum, rounded to a tenth."""
        values = self.values()
        most = full(values)
        sums = [0.0, *(round(each, 1) for each in accumulate(most[name] * value for name, value in values.items()))]
        return {name: round(after - before, 1) for name, (before, after) in zip(values, pairwise(sums), strict=True)}

    def deduction(self) -> float:
        """What the unidentified share costs, to a tenth of a point."""
        return round(_DEDUCTION * self.unidentified * (1.0 - self.handled), 1)


def full(names: Iterable[str]) -> dict[str, float]:
    """The most points that each component can contribute when only these apply."""
    applying = tuple(names)
    total = sum(WEIGHTS[name] for name in applying)
    return {name: 100 * WEIGHTS[name] / total for name in applying}


def score(facts: Facts, misused: frozenset[str] = frozenset()) -> Score:
    """The score of a story; `misused` are the ids of sources whose anonymity serves an opinion or an attack."""
    statements = attributed(facts)
    heard = voices(facts, misused)
    length = facts.story.words
    if length < SHORTEST:
        return _unscored(
            f"The story has {sentences.counted(length, 'word')}; below {SHORTEST} there is too little to score."
        )
    if not statements:
        return _unscored("No statement of the story is attributed to anybody, so there is no sourcing to score.")
    if not heard:
        return _unscored("No attributed statement has a source that could be resolved.")
    case = _Case(heard, facts.targets, facts.claims, length)
    resolved = sum(len(voice.statements) for voice in heard)
    measures = _measures(case)
    value, caps = _value(case, measures)
    components = _components(case, measures, len(statements) - resolved)
    deduction = _deduction(measures, heard)
    return Score(
        value=value,
        grade=_grade(value) if len(statements) >= _FEW else None,
        confidence=_confidence(len(statements), resolved),
        interval=_interval(value, case),
        components=components,
        deduction=deduction,
        capped_by=caps,
        because=caps[0].because if caps else _main_loss(components, deduction),
    )


def _unscored(because: str) -> Score:
    return Score(None, UNSCORED, None, None, (), None, (), because)


def _measures(case: _Case) -> _Measures:
    heard = case.heard
    weight = sum(voice.weight for voice in heard)
    unidentified = [(voice.weight, voice.handling.value) for voice in heard if voice.handling is not None]
    unnamed = sum(each for each, _ in unidentified)
    independence = (_independent(_groups(heard)) - 1) / (_expected_groups(case.length) - 1)
    return _Measures(
        identification=sum(voice.weight * voice.identification for voice in heard) / weight,
        independence=max(0.0, min(1.0, independence)),
        first_hand=sum(voice.weight * voice.first_hand for voice in heard) / weight,
        right_of_reply=_mean([target.reply.value for target in case.targets]),
        grounded_claims=_mean([float(claim.is_grounded) for claim in case.claims]),
        unidentified=unnamed / weight,
        handled=sum(each * value for each, value in unidentified) / unnamed if unidentified else 1.0,
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _groups(heard: Sequence[Voice]) -> tuple[int, ...]:
    """The number of statements of each independent group that a reader can place."""
    found: defaultdict[str, int] = defaultdict(int)
    for voice in heard:
        if voice.identification >= _PLACEABLE:
            found[voice.group] += len(voice.statements)
    return tuple(found.values())


def _independent(groups: Iterable[int]) -> float:
    return sum(1.0 if statements >= 2 else _HEARD_ONCE for statements in groups)


def _expected_groups(length: int) -> float:
    return max(_FEWEST_GROUPS, min(_MOST_GROUPS, length / _WORDS_PER_GROUP))


def _value(case: _Case, measures: _Measures) -> tuple[float, tuple[Cap, ...]]:
    """The score after the caps, and the caps that held it down."""
    uncapped = max(0.0, round(sum(measures.points().values()) - measures.deduction(), 1))
    binding = tuple(cap for cap in _caps(case) if cap.limit < uncapped)
    return min((uncapped, *(float(cap.limit) for cap in binding))), binding


def _caps(case: _Case) -> Iterator[Cap]:
    """Every cap that applies, lowest first."""
    if not any(voice.identification >= IDENTIFIED for voice in case.heard):
        yield Cap(39, "No source is described well enough for a reader to identify it.")
    opening = nsmallest(2, ((place, voice.identification) for voice in case.heard for place in voice.statements))
    if all(identification == 0.0 for _, identification in opening):
        yield Cap(59, "The story opens on the word of sources about whom it tells the reader nothing.")
    unheard = next((each for each in case.targets if _is_unheard(each)), None)
    if unheard is not None:
        yield Cap(69, f"{unheard.name} is seriously accused and neither answers nor is said to have been asked.")
    if case.length >= _LONG and _independent(_groups(case.heard)) <= 1.0:
        yield Cap(74, f"The story has {case.length} words and no more than one independent source.")


def _is_unheard(target: Target) -> bool:
    return target.is_serious and not target.holds_office and target.reply is Reply.NONE


def _interval(value: float, case: _Case) -> Interval:
    """Least and greatest score of the story as it is and without any one source; without its only source it has 0."""
    left_out = (case.heard[:index] + case.heard[index + 1 :] for index in range(len(case.heard)))
    cases = (_Case(others, case.targets, case.claims, case.length) for others in left_out)
    scores = [_value(each, _measures(each))[0] if each.heard else 0.0 for each in cases]
    return Interval(min(value, *scores), max(value, *scores))


def _components(case: _Case, measures: _Measures, unresolved: int) -> tuple[Component, ...]:
    """All five components in order of weight."""
    points, values = measures.points(), measures.values()
    counted = _counts(case, unresolved)
    return tuple(
        Component(
            name=name,
            value=round(values[name], _DECIMALS) if name in values else None,
            weight=weight,
            points=points.get(name),
            counted=round(counted[name].counted, _DECIMALS),
            total=round(counted[name].total, _DECIMALS),
            because=counted[name].because,
        )
        for name, weight in WEIGHTS.items()
    )


class _Count(NamedTuple):
    """What of a component was counted, out of how many, and the sentence that says so."""

    counted: float
    total: float
    because: str


def _counts(case: _Case, unresolved: int) -> dict[str, _Count]:
    """The count of each component."""
    heard, length = case.heard, case.length
    statements = sum(len(voice.statements) for voice in heard)
    named = sum(len(voice.statements) for voice in heard if voice.identification > IDENTIFIED)
    direct = sum(voice.first_hand >= 1.0 for voice in heard)
    groups, expected = _groups(heard), _expected_groups(length)
    independent = _independent(groups)
    replies = [target.reply for target in case.targets]
    grounded = sum(claim.is_grounded for claim in case.claims)
    return {
        "identification": _Count(named, statements, sentences.identification(named, statements, unresolved)),
        "independence": _Count(independent, expected, sentences.independence(groups, independent, expected, length)),
        "first_hand": _Count(direct, len(heard), sentences.first_hand(direct, len(heard))),
        "right_of_reply": _Count(sum(each.value for each in replies), len(replies), sentences.right_of_reply(replies)),
        "grounded_claims": _Count(grounded, len(case.claims), sentences.grounded_claims(grounded, len(case.claims))),
    }


def _deduction(measures: _Measures, heard: Sequence[Voice]) -> Deduction:
    unidentified = [(len(voice.statements), voice.handling) for voice in heard if voice.handling is not None]
    statements = sum(len(voice.statements) for voice in heard)
    resting = sum(number for number, _ in unidentified)
    because = sentences.anonymity(resting, statements, [handling for _, handling in unidentified])
    share, handled = round(measures.unidentified, _DECIMALS), round(measures.handled, _DECIMALS)
    return Deduction(measures.deduction(), share, handled, because)


def _grade(value: float) -> str:
    return next(grade for lowest, grade, _ in BANDS if value >= lowest)


def _confidence(statements: int, resolved: int) -> Confidence:
    if statements < _FEW:
        return Confidence.LOW
    return Confidence.HIGH if statements >= _MANY and resolved >= _RESOLVED * statements else Confidence.MEDIUM


def _main_loss(components: Sequence[Component], deduction: Deduction) -> str:
    """The explanation of whatever took most points off."""
    most = full(each.name for each in components if each.points is not None)
    losses = [(most[each.name] - each.points, each.because) for each in components if each.points is not None]
    return max([*losses, (deduction.points, deduction.because)], key=lambda loss: loss[0])[1]
