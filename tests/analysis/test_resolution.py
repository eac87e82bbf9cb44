"""Whom a source is resolved to: a table of invented stories. A known slip is data under strict xfail."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

import pytest

from attribution.analysis import analyse
from attribution.policy import Policy
from attribution.reading import read_story


class Case(TypedDict, total=False):
    case: str
    story: list[str]
    sources: dict[str, str]
    slip: str


CASES: list[Case] = json.loads(Path(__file__).with_name("resolution.json").read_text(encoding="utf-8"))


def _marked(case: Case) -> object:
    slip = case.get("slip")
    marks = [pytest.mark.xfail(strict=True, reason=slip)] if slip else []
    return pytest.param(case, id=case["case"], marks=marks)


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_sources_are_resolved_over_the_story(case: Case) -> None:
    story = read_story("\n\n".join(case["story"]).encode(), "invented.txt")
    analysis = analyse(story, Policy())
    names = {source.id: source.name or source.description for source in analysis.sources}
    got = {place: names.get(analysis.statements[int(place)].source or "") for place in case["sources"]}
    assert got == case["sources"]
