"""Outlets that no list names: what is none comes first."""

from __future__ import annotations

import pytest

from attribution.analysis.names import known_outlets, runs_of_names
from attribution.analysis.outlet_names import outlets_of
from attribution.analysis.tokens import tokens
from attribution.model import Sentence, Span


def _names(text: str) -> set[str]:
    texts = [token.text for token in tokens(text)]
    cut = (Sentence(Span(0, len(text)), 0, 0, len(texts)),)
    outlets = outlets_of(texts, cut, runs_of_names(texts, cut), known_outlets(()))
    return {name for _, _, name in outlets.found(texts)}


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
        "The Ledger said so.",
        "The Norvik Star reported a profit of $4m.",
        "KMLX said so.",
        "The building site Norvik Quay reopened.",
        "The website Norvik Deals closed.",
        "The Ledger fell silent after Ada Lind kept a ledger.",
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
        ("The Norvik Star reported on Monday that it was so.", "Norvik Star"),
        ("KMLX first reported the sale.", "KMLX"),
        ("Baltic site Norvik Talk reported the sale.", "Norvik Talk"),
        ("NorvikTalk.com reported the sale.", "NorvikTalk.com"),
        ("The website Norvik Talk reported the sale.", "Norvik Talk"),
        ("The Baltic outlet iFerry said so.", "iFerry"),
        ("The nonprofit newsroom Norvik Monitor said so.", "Norvik Monitor"),
        ("The Times of Sabel said so.", "Times of Sabel"),
        ("The Ashby Echo said so. The Echo is the town's paper.", "Ashby Echo"),
        ("The Boston Globe said so. She told the Globe that it was so.", "The Boston Globe"),
    ],
)
def test_a_name_that_its_story_shows_to_be_an_outlets(text: str, name: str) -> None:
    assert _names(text) == {name}


def test_a_short_name_that_two_outlets_share_means_neither() -> None:
    text = "The Ashby Echo and the Sabel Echo said so. The Echo said more."
    texts = [token.text for token in tokens(text)]
    cut = (Sentence(Span(0, len(text)), 0, 0, len(texts)),)
    assert outlets_of(texts, cut, runs_of_names(texts, cut), known_outlets(())).named("the Echo") is None
