"""The text view: fits its width, says the same without colours, and never lets a story speak to the terminal."""

from __future__ import annotations

from dataclasses import replace

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.badges import BADGES
from attribution.model import Paragraph, Role, Span, Statement, Tag
from attribution.rendering import Surface, renderer
from attribution.report import Report, made
from attribution.scoring.score import score
from tests.builders import analysis_of, facts_of, story_of
from tests.samples import brief, ferries

SENTENCE = st.text(st.characters(codec="utf-8"), min_size=1, max_size=300)
FORBIDDEN = {*map(chr, (*range(10), *range(11, 32), *range(127, 160))), "\u202e"}


def text(surface: Surface, *reports: Report) -> str:
    return "".join(renderer("text").render(reports, surface))


def told(sentence: str) -> Report:
    """A report of one statement."""
    span = Span(0, len(sentence))
    story = replace(story_of(sentence, [(span, Role.BODY)]), headline=sentence[:40], path=f"{sentence[:20]}.txt")
    statement = Statement(span, 0, Tag.RECORD, (Tag.OUTLET,), 0.3, None, None, carried=True)
    analysis = analysis_of([statement], ())
    facts = facts_of(story, analysis)
    return made(facts, (), score(facts), ())


@pytest.mark.parametrize("width", range(60, 141, 7))
def test_no_line_is_wider_than_the_surface(width: int) -> None:
    assert max(map(len, text(Surface(width, colour=False), ferries(), brief()).splitlines())) <= width


@given(SENTENCE, st.integers(60, 120))
def test_only_a_single_word_may_be_wider(sentence: str, width: int) -> None:
    for line in text(Surface(width, colour=False), told(sentence)).split("\n"):
        assert len(line) <= width or len(line.split()) <= 2, line


@given(SENTENCE)
def test_colour_adds_nothing_but_colour(sentence: str) -> None:
    reports = (told(sentence), ferries())
    assert click.unstyle(text(Surface(80, colour=True), *reports)) == text(Surface(80, colour=False), *reports)
    assert "\x1b[" in text(Surface(80, colour=True), *reports)


@given(SENTENCE)
def test_no_control_character_gets_through(sentence: str) -> None:
    written = text(Surface(80, colour=False), told(f"\x1b[31m{sentence}\x9b2J\u202e"))
    assert not set(written) & FORBIDDEN


def test_every_statement_has_its_badge() -> None:
    lines = text(Surface(80, colour=False), ferries()).splitlines()
    badges = [line[:2] for line in lines[lines.index("BG  Harbour city to end its ferry contract") :]]
    shown = [badge for badge in badges if badge in {each.code for each in BADGES.values()}]
    assert shown == [BADGES[statement.tag].code for statement in ferries().statements]


def test_the_bar_shows_every_tag_that_occurs() -> None:
    bar = next(line for line in text(Surface(80, colour=False), ferries()).splitlines() if line.startswith("["))
    assert [letter in bar.partition("]")[0] for letter in "AONR·"] == [True] * 5
    assert bar.index("]") == 31


def test_an_unscored_story_says_why() -> None:
    written = text(Surface(80, colour=False), brief())
    assert "Not scored\nThe story has 4 words; below 80 there is too little to score.\n" in written


def test_one_story_needs_no_summary() -> None:
    assert "story              score" not in text(Surface(80, colour=False), brief())


def test_paragraphs_are_kept_apart() -> None:
    report = told("One. Two.")
    one, two = Span(0, 4), Span(5, 9)
    story = replace(report.story, paragraphs=(Paragraph(one, Role.BODY), Paragraph(two, Role.BODY)))
    statements = [
        replace(report.statements[0], span=span, paragraph=number, carried=False, also=())
        for number, span in enumerate((one, two))
    ]
    apart = replace(report, story=story, statements=tuple(statements))
    assert "OR? One.\n    └ source not resolved\n\nOR? Two." in text(Surface(80, colour=False), apart)
