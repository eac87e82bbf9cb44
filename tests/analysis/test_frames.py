"""Frames: a clause handed to somebody without a verb of saying. What is none comes first."""

from __future__ import annotations

import pytest

from attribution.analysis.frames import framed
from attribution.analysis.tokens import tokens
from attribution.model import Sentence, Span


def _framed(text: str) -> list[tuple[str, str]]:
    row = tokens(text)
    cut = (Sentence(Span(0, len(text)), 0, 0, len(row)),)
    return [(each.source.of(text), each.content[0].of(text)) for each in framed(row, cut, frozenset()) if each.source]


@pytest.mark.parametrize(
    "text",
    [
        "In the eyes of the storm, the boats lay still for an hour.",
        "To win, the club must score twice before the end of May.",
        "For drivers, the road will be closed from Monday until Friday.",
        "The fare rises to nine crowns per person from the first of June.",
        "The feeling among officers is hard to describe after such a year.",
    ],
)
def test_a_phrase_that_hands_its_clause_to_nobody(text: str) -> None:
    assert _framed(text) == []


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("In the view of several directors, the sale was a mistake.", "several directors", "the sale was a mistake."),
        ("The gaps are narrow but deep, in the words of one mediator.", "one mediator", "The gaps are narrow but deep"),
        ("To critics, the plan was a sham from the start.", "critics", "the plan was a sham from the start."),
        ("To critics, it was a sham.", "critics", "it was a sham."),
        ("The feeling among officers is that the trial will collapse.", "officers", "that the trial will collapse."),
        ("As per Ashby Radio, the club has turned down an offer.", "Ashby Radio", "the club has turned down an offer."),
        ("The club turned down a first offer, per Ashby Radio.", "Ashby Radio", "The club turned down a first offer"),
    ],
)  # fmt: skip
def test_a_frame_hands_its_clause_to_somebody(text: str, who: str, what: str) -> None:
    assert _framed(text) == [(who, what)]
