"""The findings of a report as lines of text, what to fix first on top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attribution.finding import Finding, Severity
from attribution.rendering import Surface
from attribution.report import Report
from attribution.terminal_page import counted, painted, shortened, strong, wrapped

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_WORD = max(len(severity.value) for severity in Severity) + 2
_INDENT = " " * _WORD
_QUOTED = 72
"""Characters of the words that a finding is about."""


def worst_first(report: Report) -> list[Finding]:
    """The findings that count, gravest first, then in order of place."""
    standing = [each for each in report.findings if each.suppressed is None]
    return sorted(standing, key=lambda each: (_ORDER.index(each.severity), each.span, each.rule))


def findings_lines(report: Report, surface: Surface) -> Iterator[str]:
    """A heading that counts the findings, then each with its words, what is missing and what would mend it."""
    found = worst_first(report)
    if not found:
        yield strong("No findings.", surface)
        return
    numbers = Counter(each.severity for each in found)
    counts = (counted(numbers[severity], severity.value) for severity in _ORDER if numbers[severity])
    yield strong(f"What to fix first: {', '.join(counts)}", surface)
    for each in found:
        yield ""
        yield from _finding(report, each, surface)


def _finding(report: Report, finding: Finding, surface: Surface) -> Iterator[str]:
    severity = finding.severity.value
    place = report.story.locate(finding.span)
    head = f"{severity:{_WORD}}{finding.rule} {finding.name}"
    where = "the whole story" if finding.statement is None else f"line {place.line}, column {place.column}"
    yield painted(severity, surface, _COLOURS[finding.severity]) + f"{head[len(severity) :]} · {where}"
    quoted = f"“{finding.span.of(report.story.text)}”"
    if finding.statement is not None and quoted not in finding.message:
        words = shortened(finding.span.of(report.story.text), min(_QUOTED, surface.width - _WORD - 4))
        yield f"{_INDENT}“{words}”"
    yield from wrapped(finding.message, surface, _INDENT, _INDENT)
    yield from wrapped(finding.suggestion, surface, f"{_INDENT}→ ", f"{_INDENT}  ")
