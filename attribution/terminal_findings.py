"""The findings of a report as lines of text, what to fix first on top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attribution.finding import WORST_FIRST, Finding, Severity
from attribution.phrasing import counted, place, shortened
from attribution.rendering import Surface
from attribution.report import Report
from attribution.terminal_page import painted, strong, wrapped
from attribution.verdict import standing

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_WORD = max(len(severity.value) for severity in Severity) + 2
_INDENT = " " * _WORD
_QUOTED = 72
"""Characters of the words that a finding is about."""


def findings_lines(report: Report, surface: Surface) -> Iterator[str]:
    """A heading that counts the findings, then each with its words, what is missing and what would mend it."""
    found = standing(report)
    if not found:
        yield strong("No findings.", surface)
        return
    numbers = Counter(each.severity for each in found)
    counts = (counted(numbers[severity], severity.value) for severity in WORST_FIRST if numbers[severity])
    yield strong(f"What to fix first: {', '.join(counts)}", surface)
    for each in found:
        yield ""
        yield from _finding(report, each, surface)


def _finding(report: Report, finding: Finding, surface: Surface) -> Iterator[str]:
    severity = finding.severity.value
    head = f"{severity:{_WORD}}{finding.rule} {finding.name}"
    yield (
        painted(severity, surface, _COLOURS[finding.severity])
        + f"{head[len(severity) :]} · {place(report.story, finding)}"
    )
    quoted = f"“{finding.span.of(report.story.text)}”"
    if finding.statement is not None and quoted not in finding.message:
        words = shortened(finding.span.of(report.story.text), min(_QUOTED, surface.width - _WORD - 4))
        yield f"{_INDENT}“{words}”"
    yield from wrapped(finding.message, surface, _INDENT, _INDENT)
    yield from wrapped(finding.suggestion, surface, f"{_INDENT}→ ", f"{_INDENT}  ")
