"""JUnit XML: a suite a story, a case a finding; a story without findings has one case that passes.

Source: Jenkins' schema of JUnit reports (dtkit's junit-4.xsd), where why a test was skipped is text.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from attribution.finding import Severity
from attribution.gate.format import Format, Verdict
from attribution.gate.placed import Checked, Placed
from attribution.rendering import Surface

_NO_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""Characters that XML 1.0 has no way to write (section 2.2)."""
_FAILING = (Severity.ERROR, Severity.WARNING)


def _render(verdict: Verdict, _surface: Surface) -> str:
    root = Element("testsuites", name="attribution")
    for story in verdict.checks:
        _suite(root, story)
    if verdict.unread:
        unread = SubElement(root, "testsuite", name="unread", tests=str(len(verdict.unread)), failures="0")
        unread.set("errors", str(len(verdict.unread)))
        for message in verdict.unread:
            SubElement(SubElement(unread, "testcase", name=message, classname="unread"), "error", message=message)
    indent(root)
    made = '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
    return _NO_XML.sub("", made)


def _suite(root: Element, story: Checked) -> None:
    failing = [each for each in story.standing() if each.severity in _FAILING]
    suite = SubElement(
        root,
        "testsuite",
        name=story.path,
        tests=str(len(story.findings) or 1),
        failures=str(len(failing)),
        errors="0",
        skipped=str(len(story.waived())),
    )
    for each in story.findings:
        _case(suite, story, each)
    if not story.findings:
        SubElement(suite, "testcase", name="no findings", classname=story.path)


def _case(suite: Element, story: Checked, each: Placed) -> None:
    name = f"{each.code} {each.name} ({each.start.line}:{each.start.column})"
    case = SubElement(suite, "testcase", name=name, classname=story.path)
    if each.suppressed is not None:
        SubElement(case, "skipped").text = f"{each.suppressed.reason} ({each.suppressed.where})"
    elif each.severity in _FAILING:
        failure = SubElement(case, "failure", message=each.message, type=each.severity.value)
        failure.text = f"{story.path}:{each.start.line}:{each.start.column} {each.message}"
    else:
        SubElement(case, "system-out").text = each.message


FORMAT = Format("junit", _render)
