"""Baselines and suppressions survive edits elsewhere, and fall with the sentence that they are about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.audit import audit
from attribution.errors import UsageError
from attribution.gate.baseline import Baseline, counted, empty, read, stale, text
from attribution.policy import Policy
from attribution.reading import read_story
from attribution.report import Report

KNOWN = "The sale of the harbour is off, sources said on Monday."
OTHERS = (
    "It rained on the old town all day.",
    "The bridge was built in 1902 by the town.",
    "Ann Lee, a clerk, said it was cold.",
)
PATH = "stories/harbour.md"


def audited(*paragraphs: str, today: date | None = None) -> Report:
    return audit(read_story("\n\n".join(paragraphs).encode(), PATH), Policy(today=today))


def standing(report: Report) -> list[str]:
    return [each.rule for each in report.findings if each.suppressed is None]


def baseline(report: Report) -> Baseline:
    made = empty("baseline.json")
    return replace(made, entries=counted(made, [report]))


ORDERS = st.permutations([KNOWN, *OTHERS])


@settings(max_examples=20, deadline=None)
@given(ORDERS, st.sampled_from(["", "\n", "# A title\n"]))
def test_a_baseline_survives_moves_and_lines_above(order: list[str], above: str) -> None:
    kept = baseline(audited(KNOWN, *OTHERS))
    assert standing(kept.waive(audited(above, *order))) == []


def test_a_baseline_does_not_survive_a_rewording() -> None:
    kept = baseline(audited(KNOWN, *OTHERS))
    reworded = audited(KNOWN.replace("Monday", "Friday"), *OTHERS)
    assert "ANO101" in standing(kept.waive(reworded))
    assert {each.rule for each in stale(kept, counted(kept, [reworded]), [PATH])} == set(
        standing(audited(KNOWN, *OTHERS))
    )


def test_a_second_finding_of_the_same_words_counts() -> None:
    kept = baseline(audited(KNOWN))
    assert standing(kept.waive(audited(KNOWN))) == []
    twice = audited(KNOWN, OTHERS[0], KNOWN)
    assert len(standing(kept.waive(twice))) == len(twice.findings) - len(audited(KNOWN).findings)


def test_a_baseline_is_salted_and_holds_no_word_and_no_line() -> None:
    report = audited(KNOWN)
    one, other = text(baseline(report)), text(baseline(report))
    assert one != other
    assert "harbour is" not in one
    assert '"line"' not in one


def test_a_file_that_is_no_baseline() -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read("no-such-baseline.json")


ALLOW = "<!-- attribution: allow ANO101, ANO102 -- the desk chief knows -->"


@settings(max_examples=20, deadline=None)
@given(ORDERS)
def test_a_suppression_moves_with_its_sentence(order: list[str]) -> None:
    marked = [f"{ALLOW}\n{each}" if each == KNOWN else each for each in order]
    report = audited(*marked)
    assert standing(report) == []
    assert {each.suppressed.reason for each in report.findings if each.suppressed} == {"the desk chief knows"}


@pytest.mark.parametrize(
    ("directive", "problem"),
    [
        ("<!-- attribution: allow ANO101 -->", "SUP901"),
        ("<!-- attribution: allow REC405 -- wire copy -->", "SUP902"),
        ("<!-- attribution: allow XYZ1 -- what -->", "SUP903"),
        ("<!-- attribution: alow ANO101 -- what -->", "SUP903"),
        ("<!-- attribution: allow ANO101 -- agreed until=2027-02-30 -->", "SUP903"),
        ("<!-- attribution: allow ANO101 -- agreed until=2020-01-31 -->", "SUP904"),
    ],
)
def test_a_suppression_with_which_something_is_wrong(directive: str, problem: str) -> None:
    found = standing(audited(directive + "\n" + KNOWN, today=date(2026, 11, 24)))
    assert problem in found
    assert "ANO101" in found


def test_a_suppression_holds_until_its_day() -> None:
    directive = "<!-- attribution: allow ANO -- agreed until=2026-11-24 -->\n"
    assert standing(audited(directive + KNOWN, today=date(2026, 11, 24))) == []


def test_a_range_and_the_whole_story() -> None:
    start, end = "<!-- attribution: allow-start ANO -- transcript -->", "<!-- attribution: allow-end -->"
    assert standing(audited(start, KNOWN, end, OTHERS[0])) == []
    assert "ANO101" in standing(audited(start, OTHERS[0], end, KNOWN))
    whole = f'---\nattribution-allow: ["ANO -- wire copy"]\n---\n\n{KNOWN}'
    assert standing(audited(whole)) == []


def test_a_range_that_is_not_ended_before_the_next_begins() -> None:
    start, end = "<!-- attribution: allow-start ANO -- transcript -->", "<!-- attribution: allow-end -->"
    assert standing(audited(start, start, KNOWN, end)) == ["SUP903"]


def test_a_suppression_never_changes_the_score() -> None:
    long = [*OTHERS * 5, KNOWN]
    assert audited(*long).score.value == audited(*OTHERS * 5, f"{ALLOW}\n{KNOWN}").score.value
