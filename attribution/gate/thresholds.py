"""Thresholds: what fails a check, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attribution.finding import WORST_FIRST, Severity
from attribution.gate.placed import Checked, counts
from attribution.phrasing import counted


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a newsroom lets pass."""

    fail_on: Severity | None = Severity.ERROR
    """The least severity that fails the check; None: findings never do."""
    drafts_fail_on: Severity | None = Severity.ERROR
    """The same for stories that say that they are drafts."""
    fail_under: float | None = None
    """The least score that every story must reach."""
    max_warnings: int | None = None
    """The most warnings that all stories together may have."""
    unscored_passes: bool = False
    """Whether a story without a score passes `fail_under`."""


def failures(checks: Sequence[Checked], thresholds: Thresholds) -> tuple[str, ...]:
    """Why the check fails, a sentence each; empty when it passes."""
    return tuple(_failures(checks, thresholds))


def _failures(checks: Sequence[Checked], thresholds: Thresholds) -> Iterator[str]:
    yield from _grave([each for each in checks if not each.is_draft], thresholds.fail_on, "")
    yield from _grave([each for each in checks if each.is_draft], thresholds.drafts_fail_on, " in drafts")
    warnings = counts(checks)[Severity.WARNING]
    if thresholds.max_warnings is not None and warnings > thresholds.max_warnings:
        yield f"{counted(warnings, 'warning')}, more than {thresholds.max_warnings}"
    if thresholds.fail_under is not None:
        yield from _low_scores(checks, thresholds.fail_under, thresholds)


def _grave(checks: Sequence[Checked], fail_on: Severity | None, where: str) -> Iterator[str]:
    """One sentence on the findings that are at or above a severity."""
    if fail_on is None:
        return
    numbers = counts(checks)
    failing = WORST_FIRST[: WORST_FIRST.index(fail_on) + 1]
    found = [counted(numbers[severity], severity.value) for severity in failing if numbers[severity]]
    if found:
        yield f"{' and '.join(found)} at or above {fail_on.value}{where}"


def _low_scores(checks: Sequence[Checked], least: float, thresholds: Thresholds) -> Iterator[str]:
    for story in checks:
        if story.score is None and not thresholds.unscored_passes:
            yield f"{story.path} has no score; --allow-unscored lets it pass"
        elif story.score is not None and story.score < least:
            yield f"{story.path} scores {story.score:.1f}, under {least:g}"
