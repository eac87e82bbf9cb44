"""Settling: what cannot change, then what a switched sentence takes with it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from attribution.analysis.decisions import Answer, Decision, Ground
from attribution.analysis.settling import ATTRIBUTED, ORDER, Evidence, chosen, features, probabilities, settled
from attribution.model import Sentence, Span, Tag

SHARES = st.lists(st.floats(0.001, 1), min_size=5, max_size=5).map(lambda row: tuple(x / sum(row) for x in row))
DECISIONS = st.builds(
    lambda tag, ground: Decision(Answer(tag, None, ground)),
    st.sampled_from(Tag),
    st.sampled_from(sorted(set(Ground) - {Ground.PRINTED}, key=str)),
)
ROWS = st.lists(
    st.builds(Evidence, DECISIONS, SHARES, st.floats(0, 1), st.floats(0, 1), st.integers(0, 3), st.booleans()),
    min_size=1,
    max_size=6,
)


def _sentences(count: int) -> list[Sentence]:
    return [Sentence(Span(10 * i, 10 * i + 9), i, 2 * i, 2 * i + 2) for i in range(count)]


@given(ROWS)
def test_every_sentence_keeps_one_tag_with_the_probability_of_the_likeliest(rows: list[Evidence]) -> None:
    found = settled(rows, _sentences(len(rows)))
    assert len(found) == len(rows)
    for i, decision in enumerate(found):
        chances = probabilities(dict(features(rows, i)))
        assert abs(sum(chances) - 1) < 1e-6
        tag, chance = chosen(rows[i].decision.main.tag, chances)
        assert decision.main.tag is tag
        assert decision.confidence == round(chance, 2)
        assert chance >= max(chances[ORDER.index(Tag.NO_COMMENT)], chances[ORDER.index(Tag.BACKGROUND)])


@given(st.sampled_from(ATTRIBUTED), SHARES)
def test_whose_word_it_is_the_rules_decide(ruled: Tag, shares: tuple[float, ...]) -> None:
    tag, _ = chosen(ruled, shares)
    assert tag not in ATTRIBUTED or tag is ruled


@given(ROWS)
def test_a_sentence_that_keeps_its_tag_keeps_its_answer(rows: list[Evidence]) -> None:
    for row, decision in zip(rows, settled(rows, _sentences(len(rows))), strict=True):
        if decision.main.tag is row.decision.main.tag:
            assert decision.main is row.decision.main


def test_what_is_printed_as_a_label_is_not_weighed() -> None:
    row = Evidence(
        Decision(Answer(Tag.RECORD, None, Ground.PRINTED)), (0.0, 0.0, 0.0, 0.0, 1.0), 0.0, 0.0, 0, brief=True
    )
    assert settled([row], _sentences(1))[0].main.tag is Tag.RECORD


def test_features_that_the_model_does_not_know_count_for_nothing() -> None:
    assert probabilities({"never heard of": 9.0}) == probabilities({})


def test_beyond_the_ends_of_a_story_stands_what_stands_in_it() -> None:
    row = Evidence(Decision(Answer(Tag.RECORD, None, Ground.CUE)), (0.1, 0.0, 0.0, 0.8, 0.1), 0.0, 0.0, 0, brief=False)
    alone, among = dict(features([row], 0)), dict(features([row, row, row], 1))
    assert alone == among
