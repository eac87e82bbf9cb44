"""The findings of two versions: which are fixed, which are new, and which stand still.

Findings of one rule are one when they have one fingerprint or are about one statement. What is suppressed is never
fixed: it is told apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from attribution.comparison.pairing import Match, best, in_order
from attribution.comparison.statements import ComparedStatement, partners
from attribution.finding import LADDER, Finding
from attribution.report import Report

_SAME_FINGERPRINT, _SAME_STANDING, _SAME_STATEMENT = 4.0, 2.0, 1.0
"""Each outweighs those behind it together."""


class FindingFate(Enum):
    """What became of a finding."""

    NEW = "new"
    FIXED = "fixed"
    STILL = "still"
    NEWLY_SUPPRESSED = "newly-suppressed"
    NO_LONGER_SUPPRESSED = "no-longer-suppressed"
    SUPPRESSED = "suppressed"
    """In every version that has it."""


@dataclass(frozen=True, slots=True)
class ComparedFinding:
    """One finding in two versions."""

    old: Finding | None
    new: Finding | None

    @property
    def fate(self) -> FindingFate:
        """What became of the finding."""
        stood = self.old is not None and self.old.suppressed is None
        stands = self.new is not None and self.new.suppressed is None
        if stood and stands:
            return FindingFate.STILL
        if stood:
            return FindingFate.FIXED if self.new is None else FindingFate.NEWLY_SUPPRESSED
        if stands:
            return FindingFate.NEW if self.old is None else FindingFate.NO_LONGER_SUPPRESSED
        return FindingFate.SUPPRESSED

    @property
    def graver(self) -> int:
        """Steps by which it is graver now, negative when it is lighter; 0 where only one version has it."""
        if self.old is None or self.new is None:
            return 0
        return LADDER.index(self.new.severity) - LADDER.index(self.old.severity)


def followed(old: Report, new: Report, statements: Sequence[ComparedStatement]) -> tuple[ComparedFinding, ...]:
    """Every finding of both reports exactly once, in the order of the new one."""
    known = partners(statements)
    matches = (
        Match(_likeness(before, after, known), place, other)
        for place, before in enumerate(old.findings)
        for other, after in enumerate(new.findings)
        if before.rule == after.rule
    )
    found = best(match for match in matches if match.likeness > 0.0)
    return tuple(
        ComparedFinding(
            None if each.old is None else old.findings[each.old], None if each.new is None else new.findings[each.new]
        )
        for each in in_order(len(old.findings), len(new.findings), found)
    )


def _likeness(old: Finding, new: Finding, known: Mapping[int, int]) -> float:
    """How much speaks for two findings of one rule being one; 0 when nothing does."""
    alike = _SAME_FINGERPRINT * (old.fingerprint == new.fingerprint) + _SAME_STATEMENT * _one_place(old, new, known)
    return alike and alike + _SAME_STANDING * ((old.suppressed is None) is (new.suppressed is None))


def _one_place(old: Finding, new: Finding, known: Mapping[int, int]) -> bool:
    """Both are about one statement, or both about the whole story."""
    if old.statement is None or new.statement is None:
        return old.statement is new.statement
    return known.get(old.statement) == new.statement
