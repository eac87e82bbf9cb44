"""Sentences, tokens and quotations of news copy."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.analysis.quotes import quotes
from attribution.analysis.sentences import split
from attribution.analysis.tokens import tokens
from attribution.model import Span
from attribution.reading import read_story


def cut(text: str) -> list[str]:
    return [span.of(text) for span in split(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gov. Ada Lind and Sens. Marlow and Reyes spoke.",
        "Rep. Joan Reyes, D-Calif., voted no.",
        "U.N. peacekeepers left at 4.30 a.m. local time.",
        "The bus on route No. 4 was late.",
        "“Never again!” he said.",
        '"Why now?" Marlow asked.',
        "“We waited . . . and nobody came,” she said.",
    ],
)
def test_one_sentence_stays_one(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. The river rose.", ["It rained.", "The river rose."]),
        ("“It rained. The river rose.” He left.", ["“It rained.", "The river rose.”", "He left."]),
        ("He left at noon. Mr. Reyes stayed.", ["He left at noon.", "Mr. Reyes stayed."]),
    ],
)
def test_several_sentences_are_cut(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@given(st.text(max_size=200))
def test_nothing_but_space_lies_between_tokens(text: str) -> None:
    place = 0
    for token in tokens(text):
        assert not text[place : token.start].strip()
        assert text[token.start : token.end] == token.text
        place = token.end
    assert not text[place:].strip()


@given(st.text(alphabet="ab .,!?\"'“”‘’\n«»", max_size=120))
def test_spans_are_in_order_and_stay_in_their_paragraph(text: str) -> None:
    story = read_story(f"x {text} x".encode(), "story.txt")
    for paragraph in story.paragraphs:
        spans = split(story.text, paragraph.span)
        assert all(paragraph.span.contains(span) for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))
    for quote in quotes(story):
        assert any(paragraph.span.contains(quote.span) for paragraph in story.paragraphs)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The workers’ rights were theirs.", []),
        ("‘It’s the workers’ hall,’ she said.", ["‘It’s the workers’ hall,’"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("«Non», he said.", ["«Non»"]),
        ("“One.\n\n“Two.” He left.", ["“One.", "“Two.”"]),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    story = read_story(text.encode(), "story.txt")
    assert [quote.span.of(story.text) for quote in quotes(story)] == quoted


def test_a_reopened_quotation_continues() -> None:
    story = read_story("“One went on and on.\n\n“Two.” He left.".encode(), "story.txt")
    assert [quote.continues for quote in quotes(story)] == [False, True]
