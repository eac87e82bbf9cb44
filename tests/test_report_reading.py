"""A report survives its document: what reading gives is what was written, and nothing else is taken for a report."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from attribution.audit import audit
from attribution.errors import UnreadableReport
from attribution.finding import Related
from attribution.model import Directive
from attribution.policy import Policy
from attribution.reading import read_story
from attribution.report import Report
from attribution.report.document import document
from attribution.report.reading import read
from tests.samples import brief, ferries, judged

SEEDS = sorted(path for path in (Path(__file__).parents[1] / "seeds").glob("*-*.*") if path.suffix in {".txt", ".md"})


def written(report: Report) -> Any:
    """The document as it comes back from a file."""
    return json.loads(json.dumps(document(report)))


def _spoils() -> dict[str, tuple[Callable[[Any], object], str]]:
    """What can be wrong with a document that somebody has edited, and how the message begins."""
    return {
        "a key is gone": (lambda made: made.pop("voices"), "$: 'voices' is a required property"),
        "another version": (lambda made: made.update(schema_version="2.0"), "$.schema_version: '1.0' was expected"),
        "a place behind the text": (
            lambda made: made["statements"][0].update(end=10**6),
            "$.statements[0].end lies behind",
        ),
        "a span ends before it begins": (lambda made: made["statements"][1].update(end=0), "not a span"),
        "no such source": (
            lambda made: made["statements"][1].update(source="s99"),
            "$.statements[1].source is the id of no",
        ),
        "no such statement": (
            lambda made: made["findings"][0].update(statement=99),
            "$.findings[0].statement is the number",
        ),
        "half a number": (lambda made: made["statements"][0].update(start=0.0), "$.statements[0].start is no whole"),
        "half a score": (lambda made: made["score"].update(confidence=None), "$.score has some of its parts only"),
        "half a component": (
            lambda made: made["score"]["components"][0].update(value=None),
            "$.score.components[0] has",
        ),
        "a map that falls": (
            lambda made: made["story"]["positions"].update(line_starts=[0, 9, 3]),
            "$.story.positions",
        ),
        "no web address": (lambda made: made["policy"].update(house_policy="javascript:x"), "$.policy.house_policy"),
        "no such paragraph": (
            lambda made: made["statements"][1].update(paragraph=99),
            "$.statements[1].paragraph is the number",
        ),
        "no positions": (
            lambda made: made["story"]["positions"].update(line_starts=[]),
            "$.story.positions.line_starts does not rise from 0",
        ),
    }


@pytest.mark.parametrize("name", _spoils())
def test_what_is_no_report_is_refused(name: str) -> None:
    made = written(judged())
    spoil, begins = _spoils()[name]
    spoil(made)
    with pytest.raises(UnreadableReport) as caught:
        read(made)
    assert str(caught.value).startswith(begins)


@pytest.mark.parametrize("value", [None, [], 3, "report", {}, {"schema_version": "1.0"}])
def test_other_values_are_refused(value: object) -> None:
    with pytest.raises(UnreadableReport):
        read(value)


@pytest.mark.parametrize("make", [ferries, judged, brief])
def test_nothing_is_lost(make: Callable[[], Report]) -> None:
    report = make()
    report = replace(report, story=replace(report.story, directives=(Directive("allow ANO102 -- x", 3, 1),)))
    assert read(written(report)) == report


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_nothing_is_lost_of_an_audit(path: Path) -> None:
    report = audit(read_story(path.read_bytes(), path.name), Policy(preset="strict"))
    assert read(written(report)) == report


def test_related_places_come_back() -> None:
    (related,) = read(written(judged())).findings[0].related
    assert isinstance(related, Related)
