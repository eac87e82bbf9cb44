"""Findings apart from their story: what a gate's output may hold, and no more of the story than it needs."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from attribution.enforcement import rules
from attribution.finding import WORST_FIRST, Finding, Severity, Suppression
from attribution.model import Position, Span
from attribution.paths import shown
from attribution.report import Report

_HASH = 16


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The sentence of a finding, on one line, and which of its characters the finding is about."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Placed:
    """One finding at its place in the user's own file."""

    code: str
    name: str
    severity: Severity
    message: str
    suggestion: str | None
    start: Position
    end: Position
    fingerprint: str
    suppressed: Suppression | None
    excerpt: Excerpt | None
    """None for a finding on the whole story, and when story text is kept out."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the gate knows about one story."""

    path: str
    words: int
    score: float | None
    grade: str | None
    findings: tuple[Placed, ...]
    """In order of place."""
    is_draft: bool = False

    def standing(self) -> tuple[Placed, ...]:
        """The findings that count, worst first, then in order of place."""
        return worst_first(each for each in self.findings if each.suppressed is None)

    def waived(self) -> tuple[Placed, ...]:
        """The findings that a suppression or the baseline keeps from counting."""
        return tuple(each for each in self.findings if each.suppressed is not None)


def worst_first(findings: Iterable[Placed]) -> tuple[Placed, ...]:
    """Findings by severity, then by place and code."""
    return tuple(sorted(findings, key=lambda each: (WORST_FIRST.index(each.severity), each.start, each.code)))


def checked(report: Report) -> Checked:
    """A report's findings with their sentences."""
    placed = tuple(_placed(report, each, each.message, each.suggestion, each.fingerprint) for each in report.findings)
    return _checked(report, placed)


def redacted(report: Report) -> Checked:
    """A report's findings without a word of the story: rule, place, and a hash that comes from these alone."""
    summaries = {rule.code: rule.summary for rule in rules()}
    seen: Counter[str] = Counter()
    placed = []
    for each in report.findings:
        seen[each.rule] += 1
        digest = hashlib.sha256(f"{report.story.path}|{each.rule}|{seen[each.rule]}".encode()).hexdigest()[:_HASH]
        found = _placed(report, each, summaries.get(each.rule, each.name), None, digest)
        placed.append(_without_words(found))
    return _checked(report, tuple(placed))


def _without_words(found: Placed) -> Placed:
    waived = None if found.suppressed is None else Suppression("not shown", found.suppressed.where)
    return replace(found, suggestion=None, suppressed=waived, excerpt=None)


def _checked(report: Report, placed: tuple[Placed, ...]) -> Checked:
    score = report.score
    path, words = shown(report.story.path), report.story.words
    return Checked(path, words, score.value, score.grade, placed, report.story.is_draft)


def _placed(report: Report, finding: Finding, message: str, suggestion: str | None, fingerprint: str) -> Placed:
    story, span = report.story, finding.span
    last = story.locate(Span(max(span.start, span.end - 1), span.end))
    return Placed(
        code=finding.rule,
        name=finding.name,
        severity=finding.severity,
        message=message,
        suggestion=suggestion,
        start=story.locate(span),
        end=Position(last.line, last.column + 1),
        fingerprint=fingerprint,
        suppressed=finding.suppressed,
        excerpt=None if finding.statement is None else _excerpt(report, finding, finding.statement),
    )


def _excerpt(report: Report, finding: Finding, statement: int) -> Excerpt:
    sentence = report.statements[statement].span
    text = " ".join(sentence.of(report.story.text).split())
    before = report.story.text[sentence.start : finding.span.start]
    start = len(" ".join(f"{before}|".split())) - 1 if before.strip() else 0
    length = len(" ".join(finding.span.of(report.story.text).split()))
    return Excerpt(text, start, min(len(text), start + max(1, length)))


def counts(checks: Sequence[Checked]) -> Counter[Severity]:
    """How many findings count, by severity."""
    return Counter(each.severity for story in checks for each in story.standing())


def all_standing(checks: Sequence[Checked]) -> Iterator[tuple[Checked, Placed]]:
    """Every finding that counts with its story, worst first over all stories, then in order of the stories."""
    rows = [
        (WORST_FIRST.index(each.severity), i, story, each)
        for i, story in enumerate(checks)
        for each in story.standing()
    ]
    for _, _, story, each in sorted(rows, key=lambda row: row[:2]):
        yield story, each
