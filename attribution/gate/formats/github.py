"""GitHub's workflow commands: annotations where the reviewer looks, worst first, no more than GitHub shows.

GitHub shows ten annotations of a level for each step; what is left over is counted in a plain line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from attribution.finding import WORST_FIRST, Severity
from attribution.gate.format import Format, Verdict
from attribution.gate.placed import Checked, Placed, all_standing
from attribution.rendering import Surface

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST = 10


def _render(verdict: Verdict, _surface: Surface) -> str:
    return "".join(f"{line}\n" for line in _lines(verdict))


def _lines(verdict: Verdict) -> Iterator[str]:
    found: defaultdict[Severity, list[tuple[Checked, Placed]]] = defaultdict(list)
    for story, each in all_standing(verdict.checks):
        found[each.severity].append((story, each))
    for severity in WORST_FIRST:
        for story, each in found[severity][:_MOST]:
            yield _annotation(story, each)
        left = len(found[severity]) - _MOST
        if left > 0:
            yield f"+{left} more {_LEVELS[severity]}s"
    for message in verdict.unread:
        yield f"::error::{_escaped(message)}"
    for reason in verdict.failures:
        yield f"Fails: {reason}."


def _annotation(story: Checked, each: Placed) -> str:
    properties = {
        "file": story.path,
        "line": str(each.start.line),
        "endLine": str(each.end.line),
        "col": str(each.start.column),
        "endColumn": str(each.end.column),
        "title": f"{each.code} {each.name}",
    }
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = each.message if each.suggestion is None else f"{each.message} {each.suggestion}"
    return f"::{_LEVELS[each.severity]} {said}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


FORMAT = Format("github", _render)
