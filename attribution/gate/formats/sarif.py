"""SARIF 2.1.0 (OASIS), for code scanning and other readers of static analysis results."""

from __future__ import annotations

from json import dumps

from attribution import __version__
from attribution.enforcement import rules
from attribution.finding import Severity
from attribution.gate.format import Format, Verdict
from attribution.gate.placed import Checked, Placed
from attribution.paths import uri
from attribution.rendering import Surface
from attribution.rule import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def _render(verdict: Verdict, _surface: Surface) -> str:
    run = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not verdict.unread,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": message}} for message in verdict.unread
                ],
            }
        ],
        "artifacts": [{"location": {"uri": uri(story.path)}} for story in verdict.checks],
        "results": [
            _result(index, story, each) | (_state(each) if verdict.has_baseline else {})
            for index, story in enumerate(verdict.checks)
            for each in story.findings
        ],
    }
    made = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return dumps(made, ensure_ascii=False, indent=2) + "\n"


def _driver() -> dict[str, object]:
    return {"name": "attribution", "semanticVersion": __version__, "rules": [_rule(rule) for rule in rules()]}


def _rule(rule: Rule) -> dict[str, object]:
    severity = rule.severities.default
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why} Raises a finding: {rule.fires[0]} Raises none: {rule.quiet[0]}"},
        "defaultConfiguration": {"enabled": severity is not None, "level": _LEVELS[severity or Severity.INFO]},
    }


def _result(story_index: int, story: Checked, each: Placed) -> dict[str, object]:
    indices = {rule.code: index for index, rule in enumerate(rules())}
    message = each.message if each.suggestion is None else f"{each.message} {each.suggestion}"
    made: dict[str, object] = {
        "ruleId": each.code,
        "level": _LEVELS[each.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": _location(story_index, story, each)}],
        "partialFingerprints": {"attribution/v1": each.fingerprint},
    }
    if each.code in indices:
        made["ruleIndex"] = indices[each.code]
    if each.suppressed is not None:
        kind = "external" if _is_known(each) else "inSource"
        made["suppressions"] = [{"kind": kind, "justification": each.suppressed.reason}]
    return made


def _is_known(each: Placed) -> bool:
    """Whether the baseline has the finding."""
    return each.suppressed is not None and each.suppressed.where.startswith("baseline")


def _state(each: Placed) -> dict[str, object]:
    return {"baselineState": "unchanged" if _is_known(each) else "new"}


def _location(index: int, story: Checked, each: Placed) -> dict[str, object]:
    return {
        "artifactLocation": {"uri": uri(story.path), "index": index},
        "region": {
            "startLine": each.start.line,
            "startColumn": each.start.column,
            "endLine": each.end.line,
            "endColumn": each.end.column,
        },
    }


FORMAT = Format("sarif", _render)
