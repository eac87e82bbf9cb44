"""Two wordings of a sentence: both can be read off the stretches again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from attribution.comparison.statements import StatementFate
from attribution.comparison.wording import reworded

SENTENCES = st.lists(st.sampled_from(("the", " ", "mayor", "  ", "said", "\n", "no.", "“")), max_size=12).map("".join)


@given(SENTENCES, SENTENCES)
def test_both_wordings_can_be_read_off(old: str, new: str) -> None:
    found = tuple(reworded(old, new))
    assert "".join(text for text, fate in found if fate is not StatementFate.ADDED) == old
    assert "".join(text for text, fate in found if fate is not StatementFate.REMOVED) == new


@given(SENTENCES)
def test_one_wording_is_kept(sentence: str) -> None:
    assert {fate for _, fate in reworded(sentence, sentence)} <= {StatementFate.KEPT}


def test_words_are_told_apart() -> None:
    assert [(text, fate.value) for text, fate in reworded("The mayor said no.", "The new mayor said so.")] == [
        ("The", "kept"), (" new", "added"), (" mayor said", "kept"), (" no.", "removed"), (" so.", "added"),
    ]  # fmt: skip
