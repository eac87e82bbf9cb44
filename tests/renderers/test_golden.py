"""Every renderer writes, byte for byte, what its golden files hold."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from attribution.registry import declared
from attribution.rendering import Renderer, formats, renderer
from attribution.report import Report
from tests.golden import FOLDER, SURFACE, cases
from tests.samples import brief


@pytest.mark.parametrize("name", sorted(cases()))
def test_golden(name: str) -> None:
    assert cases()[name] == (FOLDER / name).read_text(encoding="utf-8")


def test_a_format_has_the_name_of_its_module() -> None:
    assert tuple(sorted(each.name for each in declared("attribution.renderers", Renderer))) == formats()


@pytest.mark.parametrize("name", formats())
def test_no_report_no_text(name: str) -> None:
    assert list(renderer(name).render((), SURFACE)) == []


@pytest.mark.parametrize("name", formats())
def test_reports_are_rendered_while_they_come(name: str) -> None:
    seen = 0

    def counted() -> Iterator[Report]:
        nonlocal seen
        for _ in range(20):
            seen += 1
            yield brief()

    for written, _ in enumerate(renderer(name).render(counted(), SURFACE), start=1):
        assert seen <= written + 1
    assert seen == 20
