"""The scores of two versions, number beside number."""

from __future__ import annotations

from attribution.comparison.pairing import Pair
from attribution.scoring.parts import Cap, Component, Score

_DECIMALS = 3


def difference(old: float | None, new: float | None) -> float | None:
    """What has to be added to the old number for the new one; None where there is none to add to."""
    return None if old is None or new is None else round(new - old, _DECIMALS) + 0.0  # never minus nought


def components(old: Score, new: Score) -> tuple[Pair[Component], ...]:
    """Every component before and after; a story without a score has none."""
    before, after = ({each.name: each for each in score.components} for score in (old, new))
    return tuple(Pair(before.get(name), after.get(name)) for name in dict.fromkeys((*before, *after)))


def caps(old: Score, new: Score) -> tuple[Pair[Cap], ...]:
    """Every cap that held a version's score down, lowest first."""
    before, after = ({cap.limit: cap for cap in score.capped_by} for score in (old, new))
    return tuple(Pair(before.get(limit), after.get(limit)) for limit in sorted({*before, *after}))


def deductions(old: Score, new: Score) -> Pair[float]:
    """The points that unidentified sources cost; None without a score."""
    return Pair(*(None if each.deduction is None else each.deduction.points for each in (old, new)))
