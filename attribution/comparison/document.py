"""The JSON document of a comparison, as `schemas/diff.schema.json` describes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum

from attribution import __version__
from attribution.comparison.balance import balance
from attribution.comparison.comparing import Comparison
from attribution.comparison.findings import ComparedFinding, FindingFate
from attribution.comparison.pairing import Pair, latest
from attribution.comparison.scores import deductions, difference
from attribution.comparison.sources import ComparedSource, SourceFate, reason
from attribution.comparison.statements import ComparedStatement, StatementFate
from attribution.finding import Finding
from attribution.model import Source
from attribution.report import Report
from attribution.report.document import policy_document
from attribution.scoring.parts import Component

SCHEMA_VERSION = "1.0"
_COMPARED = ("preset", "genre", "overrides", "outlets")
"""The settings on which findings and score depend; what fails a check is another matter."""


def document(comparison: Comparison) -> dict[str, object]:
    """A comparison as JSON."""
    better, worse = balance(comparison)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "attribution", "version": __version__},
        "old": _version(comparison.old),
        "new": _version(comparison.new),
        "notes": list(comparison.notes),
        "better": list(better),
        "worse": list(worse),
        "score": _score(comparison),
        "counts": {tag.value: _numbers(pair) for tag, pair in comparison.counts().items()},
        "totals": {
            "statements": _totals(StatementFate, (each.fate for each in comparison.statements)),
            "retagged": len(comparison.retagged()),
            "sources": _totals(SourceFate, (each.fate for each in comparison.sources)),
            "findings": _totals(FindingFate, (each.fate for each in comparison.findings)),
        },
        "sources": [_source(comparison, each) for each in comparison.sources],
        "findings": [_finding(comparison, each) for each in comparison.findings],
        "statements": [_statement(comparison, each) for each in comparison.statements],
    }


def _totals(kind: type[Enum], fates: Iterable[Enum]) -> dict[str, int]:
    found = Counter(fates)
    return {str(fate.value): found[fate] for fate in kind}


def _numbers(pair: Pair[float] | Pair[int]) -> dict[str, object]:
    return {"old": pair.old, "new": pair.new, "difference": difference(pair.old, pair.new)}


def _version(report: Report) -> dict[str, object]:
    story, settings = report.story, policy_document(report.policy)
    return {
        "path": story.path,
        "format": story.format,
        "view": story.view.value,
        "sha256": story.sha256,
        "headline": story.headline,
        "words": story.words,
        "tool_version": report.version,
        "policy": {key: settings[key] for key in _COMPARED} | {"outlet": story.outlet},
    }


def _score(comparison: Comparison) -> dict[str, object]:
    old, new = comparison.old.score, comparison.new.score
    return {
        **_numbers(Pair(old.value, new.value)),
        "grade": {"old": old.grade, "new": new.grade},
        "because": {"old": old.because, "new": new.because},
        "components": [_component(each) for each in comparison.components],
        "deduction": _numbers(deductions(old, new)),
        "capped_by": [
            {
                "limit": latest(pair.old, pair.new).limit,
                "old": None if pair.old is None else pair.old.because,
                "new": None if pair.new is None else pair.new.because,
            }
            for pair in comparison.caps
        ],
    }


def _component(pair: Pair[Component]) -> dict[str, object]:
    old, new = pair.old, pair.new
    return {
        "name": latest(old, new).name,
        "value": _numbers(Pair(None if old is None else old.value, None if new is None else new.value)),
        "points": _numbers(Pair(None if old is None else old.points, None if new is None else new.points)),
        "because": {"old": None if old is None else old.because, "new": None if new is None else new.because},
    }


def _source(comparison: Comparison, source: ComparedSource) -> dict[str, object]:
    return {
        "fate": source.fate.value,
        "changes": [change.value for change in source.changes],
        "old": None if source.old is None else _one_source(comparison.old, source.old),
        "new": None if source.new is None else _one_source(comparison.new, source.new),
    }


def _one_source(report: Report, source: Source) -> dict[str, object]:
    return {
        "id": source.id,
        "name": source.name,
        "description": source.description,
        "kind": source.kind.value,
        "affiliation": source.affiliation,
        "identification": source.identification,
        "reason": reason(report, source),
        "statements": list(source.statements),
    }


def _finding(comparison: Comparison, finding: ComparedFinding) -> dict[str, object]:
    known = latest(finding.old, finding.new)
    return {
        "fate": finding.fate.value,
        "rule": known.rule,
        "name": known.name,
        "old": None if finding.old is None else _one_finding(comparison.old, finding.old),
        "new": None if finding.new is None else _one_finding(comparison.new, finding.new),
    }


def _one_finding(report: Report, finding: Finding) -> dict[str, object]:
    line, column = report.story.locate(finding.span)
    suppressed = finding.suppressed
    return {
        "severity": finding.severity.value,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "statement": finding.statement,
        "line": line,
        "column": column,
        "text": finding.span.of(report.story.text),
        "fingerprint": finding.fingerprint,
        "suppressed": None if suppressed is None else {"reason": suppressed.reason, "where": suppressed.where},
    }


def _statement(comparison: Comparison, statement: ComparedStatement) -> dict[str, object]:
    tags = comparison.tags(statement)
    return {
        "fate": statement.fate.value,
        "moved": statement.has_moved,
        "retagged": None not in (statement.old, statement.new) and tags.old is not tags.new,
        "old": None if statement.old is None else _one_statement(comparison.old, statement.old),
        "new": None if statement.new is None else _one_statement(comparison.new, statement.new),
    }


def _one_statement(report: Report, index: int) -> dict[str, object]:
    statement = report.statements[index]
    line, column = report.story.locate(statement.span)
    return {
        "id": index,
        "line": line,
        "column": column,
        "text": report.words(index),
        "tag": statement.tag.value,
        "also": [tag.value for tag in statement.also],
        "confidence": statement.confidence,
        "source": statement.source,
    }
