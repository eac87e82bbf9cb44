"""Asides: what stays a silence, then what somebody tells in a quotation."""

from __future__ import annotations

import pytest

from attribution.analysis.asides import is_told
from attribution.analysis.no_comment import no_comment
from attribution.analysis.quotes import quotes
from attribution.model import Span
from attribution.reading import read_story


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The owner would not say what caused it.", False),
        ("“We are not able to comment on a pending suit,” the owner said.", False),
        ("“I wouldn’t say we were robbed,” the captain said.", True),
    ],
)
def test_what_somebody_tells_is_no_silence(text: str, told: bool) -> None:
    silence = no_comment(text, Span(0, len(text)))
    assert silence is not None
    assert is_told(text, silence, quotes(read_story(text.encode(), "story.txt"))) is told
