"""Quotations: what is none, then each kind of mark."""

from __future__ import annotations

import pytest

from attribution.analysis.quotes import is_quoted, quotes
from attribution.model import Span
from attribution.reading import read_story


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The ferry was 5'' too wide for the lock.", []),
        ("The nurses' pay and the drivers' hours were cut.", []),
        ("It closed in the '90s.", []),
        ('"It burned," she said. "Badly."', ['"It burned,"', '"Badly."']),
        ("“It burned,” she said.", ["“It burned,”"]),
        ("‘It burned,’ she said.", ["‘It burned,’"]),
        ("'It burned,' she said.", ["'It burned,'"]),
        ("``It burned,'' she said.", ["``It burned,''"]),
        ("''It burned. Badly,'' she said. ''Call me.''", ["''It burned. Badly,''", "''Call me.''"]),
        ("She said, ''It burned.''\n\nIt rained.", ["''It burned.''"]),
        ("''It burned.\n\n''It burned badly,'' she said.", ["''It burned.", "''It burned badly,''"]),
    ],
)
def test_what_stands_between_marks(text: str, quoted: list[str]) -> None:
    story = read_story(text.encode(), "story.txt")
    assert [quote.span.of(story.text) for quote in quotes(story)] == quoted


@pytest.mark.parametrize(
    ("text", "is_speech"),
    [
        ("a “borrowed” word", False),
        ("It was a “long” and very cold night.", False),
        ("“It was very long and cold.”", True),
    ],
)
def test_a_borrowed_word_is_no_speech(text: str, is_speech: bool) -> None:
    found = quotes(read_story(text.encode(), "story.txt"))
    assert is_quoted(found, Span(0, len(text))) is is_speech
