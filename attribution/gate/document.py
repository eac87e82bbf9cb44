"""The JSON document of a check, as `schemas/check.schema.json` describes it."""

from __future__ import annotations

from attribution import __version__
from attribution.gate.format import Verdict
from attribution.gate.placed import Checked, Placed

SCHEMA_VERSION = "1.0"


def document(verdict: Verdict) -> dict[str, object]:
    """A whole check."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "attribution", "version": __version__},
        "passes": not verdict.failures and not verdict.unread,
        "failures": list(verdict.failures),
        "unread": list(verdict.unread),
        "stories": [story_document(each) for each in verdict.checks],
    }


def story_document(story: Checked) -> dict[str, object]:
    """One story of a check."""
    return {
        "path": story.path,
        "words": story.words,
        "score": story.score,
        "grade": story.grade,
        "findings": [_finding(each) for each in story.findings],
    }


def _finding(each: Placed) -> dict[str, object]:
    waived = each.suppressed
    return {
        "rule": each.code,
        "name": each.name,
        "severity": each.severity.value,
        "message": each.message,
        "suggestion": each.suggestion,
        "line": each.start.line,
        "column": each.start.column,
        "end_line": each.end.line,
        "end_column": each.end.column,
        "fingerprint": each.fingerprint,
        "suppressed": None if waived is None else {"reason": waived.reason, "where": waived.where},
    }
