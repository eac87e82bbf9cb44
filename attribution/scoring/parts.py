"""The nouns of the score: its parts, each with the sentence that explains it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

NOTE = "Measures how openly and independently the story is sourced, not whether it is true or the outlet reliable."
UNSCORED = "N"
"""The grade of a story without a score."""
BANDS = ((85.0, "A", "well sourced"), (70.0, "B", "sound, with gaps"), (55.0, "C", "thin"), (40.0, "D", "weak"),
         (0.0, "E", "opaque"))  # fmt: skip
"""Lowest score, grade and verdict, best first."""


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
