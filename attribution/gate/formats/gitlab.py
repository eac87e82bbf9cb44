"""GitLab's code quality report: a JSON array of issues."""

from __future__ import annotations

from json import dumps

from attribution.finding import Severity
from attribution.gate.format import Format, Verdict
from attribution.gate.placed import all_standing
from attribution.rendering import Surface

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "minor"}


def _render(verdict: Verdict, _surface: Surface) -> str:
    issues = [
        {
            "description": f"{each.code} {each.name}: {each.message}",
            "check_name": each.code,
            "fingerprint": each.fingerprint,
            "severity": _SEVERITIES[each.severity],
            "location": {"path": story.path, "lines": {"begin": each.start.line, "end": each.end.line}},
        }
        for story, each in all_standing(verdict.checks)
    ]
    return dumps(issues, ensure_ascii=False, indent=2) + "\n"


FORMAT = Format("gitlab", _render)
