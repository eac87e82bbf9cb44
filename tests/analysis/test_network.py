"""The network as it ships: what it says of any text has the right shape and never depends on what was read before."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.analysis.network.inputs import UNKNOWN, pieces, quote_states, shapes
from attribution.analysis.network.reader import Reading, Words, network
from attribution.analysis.quotes import quotes
from attribution.analysis.sentences import sentences
from attribution.analysis.tokens import tokens
from attribution.reading import read_story

LABELS = {"O", "BS", "IS", "BQ", "IQ", "BC", "IC"}
LETTERS = {UNKNOWN: 0, **{piece: i for i, piece in enumerate(("the", "fer", "##ry", "un", "##said", "u", ".", "s"), 1)}}


ENGLISH = (
    "The harbour office said that the ferry would stay at the quay until the wind had died down, and that it was sorry."
)
"""Enough of it that a story with any words beside it is still English."""


def _read(text: str) -> Reading:
    (reading,) = _read_together(text)
    return reading


def _read_together(*texts: str) -> list[Reading]:
    words = list(map(_words, texts))
    return network().read(words, network().deepened(network().joined(words)))


def _words(text: str) -> Words:
    story = read_story(text.encode(), "invented.txt")
    row = tokens(story.text)
    texts = [token.text for token in row]
    return Words(texts, sentences(story, row), quote_states(row, quotes(story)))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=60).filter(str.strip))
@settings(max_examples=60, deadline=None)
def test_any_text_gets_a_label_a_token_and_shares_that_sum_to_one(text: str) -> None:
    reading = _read(f"{ENGLISH} {text}")
    assert set(reading.labels) <= LABELS
    assert len(reading.labels) == len(reading.probabilities)
    assert np.all((reading.probabilities >= 0) & (reading.probabilities <= 1.001))
    assert reading.tags.sum(axis=1) == pytest.approx(1, abs=1e-4)


def test_a_reading_does_not_depend_on_what_was_read_before() -> None:
    text = "The weir failed. “It failed,” said Ines Calder, who runs the harbour."
    first = _read(text)
    _read("Another story altogether, said nobody.")
    assert _read(text).labels == first.labels
    assert np.array_equal(_read(text).tags, first.tags)


def test_what_is_read_beside_a_story_changes_last_digits_at_most() -> None:
    text = "The weir failed. “It failed,” said Ines Calder, who runs the harbour."
    alone = _read(text)
    for beside in (ENGLISH, f"{ENGLISH}\n\n" * 30, "No."):
        _, together, _ = _read_together(beside, text, beside)
        assert together.labels == alone.labels
        assert together.tags == pytest.approx(alone.tags, abs=1e-5)
        assert together.probabilities == pytest.approx(alone.probabilities, abs=1e-5)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("the", [1]), ("Ferry", [2, 3]), ("unsaid", [4, 5]), ("U.S.", [6, 7, 8, 7]), ("zebra", [0]), ("\u0301", [0])],
)
def test_a_word_is_cut_into_the_longest_pieces_known(word: str, expected: list[int]) -> None:
    assert pieces(word, LETTERS) == expected


def test_shapes_and_quote_states_have_one_value_a_token() -> None:
    story = read_story("MOSCOW said 12 “no”.\n\nHe left.".encode(), "invented.txt")
    row = tokens(story.text)
    cut = sentences(story, row)
    assert shapes([token.text for token in row], cut) == [2 + 14, 0, 4, 5, 0, 5, 5, 1 + 14, 0, 5]
    assert quote_states(row, quotes(story)) == "OOOBIEOOOO"
