"""Hearsay: what passes nothing on, then for how much of a sentence an outlet's word stands."""

from __future__ import annotations

from attribution.analysis.hearsay import heard
from attribution.model import Sentence, Span, Tag


def _sentence(text: str) -> Sentence:
    return Sentence(Span(0, len(text)), 0, 0, len(text.split()))


def test_a_report_of_somebody_is_no_hearsay() -> None:
    text = "The board reported a loss on Monday."
    assert heard(text, _sentence(text)) is None


def test_what_is_reported_to_the_police_is_no_hearsay() -> None:
    text = "Three thefts were reported to the police last year."
    assert heard(text, _sentence(text)) is None


def test_what_is_reported_as_of_a_day_to_the_police_is_no_hearsay() -> None:
    text = "The thefts were reported on Monday to the police."
    assert heard(text, _sentence(text)) is None


def test_hearsay_in_a_side_clause_is_said_of_a_part() -> None:
    text = "The yard, which reportedly lost $4 million, opened a new dock."
    found = heard(text, _sentence(text))
    assert found is not None
    assert (found.main.tag, [each.tag for each in found.lesser]) == (Tag.BACKGROUND, [Tag.OUTLET])


def test_hearsay_in_the_main_clause() -> None:
    text = "The yard reportedly lost $4 million last year."
    found = heard(text, _sentence(text))
    assert found is not None
    assert found.main.tag is Tag.OUTLET


def test_hearsay_with_its_time_in_between() -> None:
    text = "The chairman was reported in June to have met the yard’s buyers."
    found = heard(text, _sentence(text))
    assert found is not None
    assert found.main.tag is Tag.OUTLET


def test_a_side_clause_that_has_ended_is_not_in_the_way() -> None:
    text = "The brothers, who own a third of the yard, will reportedly reject any offer."
    found = heard(text, _sentence(text))
    assert found is not None
    assert found.main.tag is Tag.OUTLET
