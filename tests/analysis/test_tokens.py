"""Where tokens stand: what halving finds in a sentence is what looking at each of its tokens would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from attribution.analysis.tokens import tokens, tokens_before, tokens_behind, tokens_in
from attribution.model import Sentence, Span

TEXT = "He left. “It’s 4.5% up,” the U.S. said, Mr. Dean-Lee’s … aide."
ROW = tokens(TEXT)
PLACES = st.integers(0, len(TEXT))


@given(st.tuples(st.integers(0, len(ROW)), st.integers(0, len(ROW))).map(sorted), st.tuples(PLACES, PLACES).map(sorted))
def test_tokens_around_a_place(range_: list[int], span: list[int]) -> None:
    (first, last), (start, end) = range_, span
    sentence, inside = Sentence(Span(0, len(TEXT)), 0, first, last), ROW[first:last]
    assert tokens_before(start, ROW, sentence) == [token for token in inside if token.end <= start]
    assert tokens_behind(start, ROW, sentence) == [token for token in inside if token.start >= start]
    assert tokens_in(Span(start, end), ROW, sentence) == [token for token in inside if start <= token.start < end]
