"""Whether a story may go out: one word, and the sentence that says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from attribution.finding import WORST_FIRST, Finding, Severity
from attribution.phrasing import counted
from attribution.report import Report

_WEAK = 55.0
"""The score below which an editor should look at a story even when no rule objects: the grades D and E."""


class Word(Enum):
    """What to do with a story."""

    PASS = "pass"
    REVIEW = "review"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a story may go out under the policy of its audit."""

    word: Word
    because: str


def verdict(report: Report) -> Verdict:
    """Blocked by what fails `attribution check`, to be reviewed for warnings or a weak score, else passed."""
    failures = tuple(_failures(report))
    if failures:
        return Verdict(Word.BLOCKED, f"{'; '.join(failures)}.")
    reasons = tuple(_reasons(report))
    if reasons:
        return Verdict(Word.REVIEW, f"{'; '.join(reasons)}.")
    found = standing(report)
    return Verdict(Word.PASS, f"{_named(found)}, none of which stands in the way." if found else "No rule objects.")


def standing(report: Report) -> tuple[Finding, ...]:
    """The findings that count, gravest first, then in order of place."""
    found = (each for each in report.findings if each.suppressed is None)
    return tuple(sorted(found, key=lambda each: (WORST_FIRST.index(each.severity), each.span, each.rule)))


def _failures(report: Report) -> Iterator[str]:
    policy, score = report.policy, report.score.value
    least = policy.drafts_fail_on if report.story.is_draft else policy.fail_on
    if least is not None:
        failing = WORST_FIRST[: WORST_FIRST.index(least) + 1]
        found = tuple(each for each in standing(report) if each.severity in failing)
        if found:
            yield _named(found)
    if policy.fail_under is not None and score is None and not policy.unscored_passes:
        yield f"No score, where at least {policy.fail_under:g} is asked for"
    elif policy.fail_under is not None and score is not None and score < policy.fail_under:
        yield f"A score of {score:.1f}, where at least {policy.fail_under:g} is asked for"


def _reasons(report: Report) -> Iterator[str]:
    warnings = tuple(each for each in standing(report) if each.severity is not Severity.INFO)
    if warnings:
        yield _named(warnings)
    if report.score.value is not None and report.score.value < _WEAK:
        yield f"A score of only {report.score.value:.1f}"


def _named(found: tuple[Finding, ...]) -> str:
    """Findings counted by severity, with the names of their rules, each once."""
    numbers = Counter(each.severity for each in found)
    counts = " and ".join(counted(numbers[severity], severity.value) for severity in WORST_FIRST if numbers[severity])
    names = dict.fromkeys(each.name.replace("-", " ") for each in found)
    return f"{counts}: {', '.join(names)}"
