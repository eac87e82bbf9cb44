"""The rules as documentation: a table, one rule explained, JSON for other programs and the Markdown page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields

from attribution.finding import Severity
from attribution.precision import measured
from attribution.presets import NOTE, PRESETS
from attribution.rendering import Surface
from attribution.rule import Rule, Severities
from attribution.standards import standards
from attribution.suppressions import Problem
from attribution.terminal_page import strong, table, wrapped

FAMILIES = {
    "ANO": "Anonymous sources",
    "OUT": "Other outlets' reporting",
    "NOC": "No comment and right of reply",
    "REC": "Sources on the record",
    "BKG": "Background and claims without a source",
}
OFF = "off"
_INDENT = "  "


def _level(severity: Severity | None) -> str:
    return severity.value if severity is not None else OFF


def _levels(severities: Severities) -> dict[str, str]:
    """The severity under each preset, by the preset's name."""
    return {field.name: _level(severities.under(field.name)) for field in fields(severities)}


def as_table(rules: Sequence[Rule], preset: str, surface: Surface) -> Iterator[str]:
    """One line a rule with its severity under a preset."""
    rows = [(rule.code, _level(rule.severities.under(preset)), rule.name, rule.summary) for rule in rules]
    room = max(20, surface.width - 58)
    yield from table(("code", preset, "name", "objects to"), rows, (None, None, None, room))
    yield from wrapped("`attribution explain CODE` says why, and whose standard it is.", surface)


def explained(rule: Rule, surface: Surface) -> Iterator[str]:
    """One rule: what it objects to, why, whose standard says so, examples and measured precision."""
    yield strong(f"{rule.code} {rule.name}", surface)
    yield from wrapped(rule.summary, surface)
    yield ""
    yield from wrapped(rule.why, surface)
    yield ""
    yield from wrapped(
        "Severity: " + ", ".join(f"{preset} {level}" for preset, level in _levels(rule.severities).items()), surface
    )
    yield from wrapped(NOTE, surface, _INDENT, _INDENT)
    yield from wrapped(f"Precision: {measured()[rule.code]}", surface)
    yield ""
    yield strong("Standards", surface)
    for cited in rule.standards:
        standard = standards()[cited.standard]
        yield from wrapped(f"{standard}, {standard.reading.value}: {cited.point}.", surface, _INDENT, _INDENT * 2)
    for title, examples in (("Raises a finding", rule.fires), ("Raises none", rule.quiet)):
        yield ""
        yield strong(title, surface)
        for example in examples:
            yield from wrapped(example, surface, f"{_INDENT}- ", _INDENT * 2)


def problem_explained(problem: Problem, surface: Surface) -> Iterator[str]:
    """What is wrong with a suppression that has this code."""
    code, name, remedy = problem.value
    yield strong(f"{code} {name}", surface)
    yield from wrapped("A suppression with which something is wrong is a finding itself, always a warning.", surface)
    yield from wrapped(remedy, surface)
    yield from wrapped(
        "`<!-- attribution: allow CODE -- reason until=YYYY-MM-DD -->` lets the next sentence be.", surface
    )


def as_json(rules: Sequence[Rule]) -> str:
    """Everything about every rule, for other programs."""
    return json.dumps([_document(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def _document(rule: Rule) -> dict[str, object]:
    right, judged = measured()[rule.code]
    return {
        "code": rule.code,
        "name": rule.name,
        "summary": rule.summary,
        "why": rule.why,
        "severities": _levels(rule.severities),
        "genres": sorted(genre.value for genre in rule.genres),
        "standards": [
            {"key": each.standard, "title": str(standards()[each.standard]), "point": each.point}
            for each in rule.standards
        ],
        "fires": list(rule.fires),
        "quiet": list(rule.quiet),
        "precision": {"right": right, "judged": judged},
    }


def as_markdown(rules: Sequence[Rule]) -> Iterator[str]:
    """The documentation page of all rules."""
    yield from ("# The rules", "", "<!-- Made by `attribution rules --format markdown`; do not edit. -->", "")
    yield f"{len(rules)} rules, each from published editorial standards. Presets: {NOTE[0].lower()}{NOTE[1:]}"
    yield ""
    yield from (f"- `{each.name}`: {each.summary}" for each in PRESETS)
    yield from (
        "",
        "How a rule is judged: `benchmarks/rules/`. Every finding can be suppressed or its severity changed.",
    )
    for prefix, title in FAMILIES.items():
        yield from ("", f"## {title}")
        for rule in rules:
            if rule.code.startswith(prefix):
                yield from _section(rule)
    yield from ("", "## Suppressions", "", "A suppression with which something is wrong is a warning itself:", "")
    yield from (f"- {code} {name}: {remedy}" for code, name, remedy in (problem.value for problem in Problem))
    yield from ("", "## Standards", "", "| key | document | known from |", "|---|---|---|")
    yield from (f"| {each.key} | {each} | {each.reading.value} |" for each in standards().values())


def _section(rule: Rule) -> Iterator[str]:
    yield from ("", f"### {rule.code} {rule.name}", "", rule.summary, "", rule.why, "")
    levels = _levels(rule.severities)
    yield from (f"| {' | '.join(levels)} |", f"|{'---|' * len(levels)}", f"| {' | '.join(levels.values())} |", "")
    yield f"Precision: {measured()[rule.code]}."
    yield ""
    yield from (f"- {each.standard}: {each.point}" for each in rule.standards)
    for title, examples in (("Raises a finding:", rule.fires), ("Raises none:", rule.quiet)):
        yield from ("", title, "")
        for example in examples:
            yield from ("> " + "\n> ".join(example.split("\n")), "")
