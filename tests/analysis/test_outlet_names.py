"""Outlets that no list names: what is none comes first."""

from __future__ import annotations

import pytest

from attribution.analysis.outlet_names import unlisted_outlets
from attribution.analysis.tokens import tokens
from attribution.model import Sentence, Span


def _names(text: str) -> set[str]:
    row = tokens(text)
    return set(unlisted_outlets(row, (Sentence(Span(0, len(text)), 0, 0, len(row)),)))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind bought the newspaper.",
        "The newspaper Lind owned was sold.",
        "Ada Lind, a newspaper editor, said so.",
        "Radio City was full.",
        "KPMG and the WHO said so.",
        "He sent a dispatch to Ashby Echo Street.",
        "Channel traffic was stopped.",
        "Good Times followed.",
    ],
)
def test_a_name_that_nothing_shows_to_be_an_outlets(text: str) -> None:
    assert _names(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The state news agency KarInform said so.", "KarInform"),
        ("Swedish daily Dagens Blad said so.", "Dagens Blad"),
        ("The Ashby Echo said so.", "Ashby Echo"),
        ("She told the Ashby Courier-Dispatch so.", "Ashby Courier-Dispatch"),
        ("Norvik Vara, a Baltic newspaper, said so.", "Norvik Vara"),
        ("Radio Norvik said so.", "Radio Norvik"),
        ("KSMU-TV said so.", "KSMU-TV"),
        ("She told Channel 9 so.", "Channel 9"),
        ("The Norvikzeitung said so.", "Norvikzeitung"),
    ],
)
def test_a_name_that_its_story_shows_to_be_an_outlets(text: str, name: str) -> None:
    assert _names(text) == {name}
