"""Findings followed: what is not fixed, what is not new, and what is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attribution.comparison.comparing import compared
from attribution.report import Report
from tests.comparison.drafts import Line, draft

CLOSE = "The harbour bridge will close in May for two years, sources said."
EDITED = "The harbour bridge will close in June for two years, sources said."
COST = "Forty million euros have been set aside, it was said."


def fates(old: Report, new: Report) -> list[str]:
    return [each.fate.value for each in compared(old, new).findings]


def found(text: str, *rules: str, waived: tuple[str, ...] = ()) -> Line:
    return Line(text, rules=rules, waived=waived)


@pytest.mark.parametrize(
    ("old", "new", "expected", "why"),
    [
        (found(CLOSE, "ANO101"), found(EDITED, "ANO101"), ["still"], "an edit that leaves it there fixes nothing"),
        (found(CLOSE, "ANO101"), found(CLOSE, waived=("ANO101",)), ["newly-suppressed"], "allowed is not fixed"),
        (found(CLOSE, waived=("ANO101",)), found(CLOSE, "ANO101"), ["no-longer-suppressed"], "it was there before"),
        (found(CLOSE, waived=("ANO101",)), found(COST), ["suppressed"], "it never counted"),
        (found(CLOSE), found(COST, waived=("ANO101",)), ["suppressed"], "it never counts"),
        (found(CLOSE, "ANO101"), found(CLOSE, "ANO102"), ["new", "fixed"], "another rule is another finding"),
        (found(CLOSE, "ANO101"), found(COST, "ANO101"), ["fixed", "new"], "another sentence is another finding"),
        (found(CLOSE, "ANO101"), found(CLOSE), ["fixed"], "it is gone"),
        (found(CLOSE), found(CLOSE, "ANO101"), ["new"], "it has come"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_fates(old: Line, new: Line, expected: list[str], why: str) -> None:
    assert sorted(fates(draft(old), draft(new))) == sorted(expected), why


def test_a_sentence_that_moves_takes_its_finding_along() -> None:
    old = draft(found(CLOSE, "ANO101"), found(COST), Line("Nobody else spoke."))
    new = draft(found(COST), Line("Nobody else spoke."), found(CLOSE, "ANO101"))
    assert fates(old, new) == ["still"]


def test_like_findings_are_counted() -> None:
    """Two of one fingerprint before and one now: one stands still and one is fixed, not both one or the other."""
    old, new = draft(found(CLOSE, "ANO101"), found(CLOSE, "ANO101")), draft(found(CLOSE, "ANO101"))
    assert sorted(fates(old, new)) == ["fixed", "still"]


def test_the_suppressed_one_of_two_stays_the_suppressed_one() -> None:
    old = draft(found(CLOSE, "ANO101"), found(CLOSE, waived=("ANO101",)))
    new = draft(found(CLOSE, waived=("ANO101",)), found(CLOSE, "ANO101"))
    assert sorted(fates(old, new)) == ["still", "suppressed"]


def test_a_finding_on_the_whole_story_is_on_both_stories() -> None:
    old, new = draft(found(CLOSE, "REC405")), draft(found(COST, "REC405"))
    old, new = (
        replace(each, findings=tuple(replace(finding, statement=None) for finding in each.findings))
        for each in (old, new)
    )
    assert fates(old, new) == ["still"]
