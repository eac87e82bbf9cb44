"""JSON and JSON Lines: every story is there, in order, and each document follows the schema."""

from __future__ import annotations

import json

import pytest

from attribution.rendering import renderer
from attribution.report import Report
from attribution.report.document import document
from attribution.schema import REPORT, flaws
from tests.golden import SURFACE
from tests.samples import brief, ferries, judged


def rendered(name: str, *reports: Report) -> str:
    return "".join(renderer(name).render(reports, SURFACE))


def test_one_story_is_an_object() -> None:
    assert json.loads(rendered("json", ferries())) == document(ferries())


@pytest.mark.parametrize("reports", [(ferries(), brief()), (brief(), judged(), ferries())])
def test_several_stories_are_an_array(reports: tuple[Report, ...]) -> None:
    assert json.loads(rendered("json", *reports)) == [document(report) for report in reports]


def test_a_line_is_a_story() -> None:
    lines = rendered("jsonl", ferries(), brief(), judged()).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == [document(report) for report in (ferries(), brief(), judged())]


def test_letters_are_written_as_they_are() -> None:
    assert "“Nobody told us,”" in rendered("jsonl", ferries())


def test_written_documents_follow_the_schema() -> None:
    for line in rendered("jsonl", ferries(), brief(), judged()).splitlines():
        assert flaws(json.loads(line), REPORT) == ()
