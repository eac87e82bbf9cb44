"""Governing: the part of a sentence that an attribution does not answer for, then the whole."""

from __future__ import annotations

import pytest

from attribution.analysis.governing import governs
from attribution.analysis.tokens import tokens
from attribution.model import Attribution, Sentence, Span


def _attribution(sentence: str, source: str, cue: str, content: str) -> Attribution:
    places = [Span(sentence.index(part), sentence.index(part) + len(part)) for part in (source, cue, content)]
    return Attribution(0, places[1], places[0], (places[2],), 0.9)


@pytest.mark.parametrize(
    ("sentence", "content", "right"),
    [
        ("While Lund said that the pier was safe, it was shut.", "that the pier was safe", False),
        ("But even as Lund said that the pier was safe, it was shut.", "that the pier was safe", False),
        ("Exports fell by 2% in May and in June, and Lund said prices rose.", "prices rose", False),
        ("Exports fell by 2% in May but Lund said that they would rise.", "that they would rise", True),
        ("Fares fell by 2% on the ferry in May, after Lund said on Friday that it was late.", "it was late", False),
        ("The pier will be shut until the spring, after divers found cracks, Lund said.", "divers found cracks", True),
        (
            "The pier will be shut all winter, after divers found cracks, Lund said on Friday.",
            "divers found cracks",
            True,
        ),
        ("It will be shut all winter, after divers found cracks, Lund said Friday.", "divers found cracks", True),
        ("As Lund said, the pier was safe while it stood.", "the pier was safe while it stood", True),
        ("Lund said that the pier was safe.", "that the pier was safe", True),
    ],
)
def test_what_an_attribution_answers_for(sentence: str, content: str, right: bool) -> None:
    row = tokens(sentence)
    whole = Sentence(Span(0, len(sentence)), 0, 0, len(row))
    assert governs(_attribution(sentence, "Lund", "said", content), whole, row) is right
