"""Many stories audited while the network reads ahead: the reports are those of one story at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from attribution import ahead
from attribution.ahead import Work, audits
from attribution.audit import audit
from attribution.policy import Policy
from attribution.reading import read_story

SEEDS = sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt"))
POLICIES = (Policy(), Policy(preset="strict"))


def _works() -> list[Work]:
    stories = [read_story(path.read_bytes(), path.name) for path in SEEDS]
    return [Work(story, POLICIES[place % 2]) for place, story in enumerate(stories)]


def test_of_no_story_there_is_no_report() -> None:
    assert list(audits([])) == []


@pytest.mark.parametrize("group", [1, 700, 1_000_000])
def test_the_reports_are_those_of_one_story_at_a_time(group: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "FIRST", group)
    assert list(audits(_works())) == [audit(*each) for each in _works()]


def test_what_goes_wrong_in_reading_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "FIRST", 1)

    def works() -> Iterator[Work]:
        yield from _works()[:3]
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        list(audits(works()))


def test_the_interpreter_is_left_as_it_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "FIRST", 1)
    before = sys.getswitchinterval()
    reports = audits(_works())
    next(reports)
    reports.close()  # type: ignore[attr-defined]
    assert sys.getswitchinterval() == before
