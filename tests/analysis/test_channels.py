"""Channels: which outlets in a sentence somebody spoke through. What is none comes first."""

from __future__ import annotations

import pytest

from attribution.analysis.channels import channels, is_own
from attribution.analysis.names import known_outlets, runs_of_names
from attribution.analysis.outlet_names import outlets_of
from attribution.analysis.tokens import tokens
from attribution.model import Sentence, Span


def _names(sentence: str) -> list[str]:
    texts = [token.text for token in tokens(sentence)]
    cut = (Sentence(Span(0, len(sentence)), 0, 0, len(texts)),)
    outlets = outlets_of(texts, cut, runs_of_names(texts, cut), known_outlets(()))
    return [each.name for each in channels(texts, outlets)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Guardian reported that the weir had failed.",
        "A CNN poll put the mayor ahead.",
        "Calder said so at a CNN debate in March.",
        "Calder said the Times building was for sale.",
        "Calder told the council that the weir had failed.",
        "Fox told the council that the weir had failed.",
        "Calder handed the papers to a newspaper carrier.",
        "Calder told the State Department that the weir had failed.",
        "In the Guardian poll, Calder had nine percent.",
        "Calder praised Joan Doe of CNN.",
        "Calder told the Financial Times Water Conference that it had failed.",
        "Calder told the Weir Board that it had failed.",
        "Speaking to Ada Lind, Calder said that it failed.",
        "Calder told Parliament that the weir had failed.",
        "In an interview with the Federal Police, Calder denied it.",
    ],
)
def test_an_outlet_that_carries_nobodys_word_is_no_channel(sentence: str) -> None:
    assert _names(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Calder told CNN that the weir had failed.", ["CNN"]),
        ("“It failed,” Calder told ABC’s evening show.", ["ABC"]),
        ("“It failed,” Calder said on “Meet the Press.”", ["NBC"]),
        ("Calder said in an interview with the Guardian that it failed.", ["The Guardian"]),
        ("In an October CNN interview, Calder said it failed.", ["CNN"]),
        ("Calder wrote in the Financial Times that it failed.", ["Financial Times"]),
        ("Calder told Time that it failed.", ["Time magazine"]),
        ("Calder told The State that it failed.", ["The State"]),
        ("On ABC’s “This Week,” Calder said it failed.", ["ABC"]),
        ("“It failed,” Calder said in a recent issue of Foreign Policy magazine.", ["Foreign Policy"]),
        ("Calder told El Sereno newspaper that it failed.", ["El Sereno newspaper"]),
        ("“It failed,” Calder told Joan Doe of CNN.", ["CNN"]),
        ("“It failed,” Calder told the Ashby Sentinel.", ["Ashby Sentinel"]),
        ("“It failed,” Calder told Spanish daily La Voz.", ["La Voz"]),
        ("In an op-ed in The Ashby Courier, Calder argued that it had failed.", ["Ashby Courier"]),
        ("“It failed,” Calder told Channel 9.", ["Channel 9"]),
        ("“It failed,” Calder told the Ashby Observer.", ["Ashby Observer"]),
        ("“It failed,” Calder told KMLX.", ["KMLX"]),
        ("On The Ada Lind Show, Calder said that it failed.", ["The Ada Lind Show"]),
        ("Calder said on the Ada Lind podcast that it failed.", ["Ada Lind"]),
        ("Speaking to Kanal Sport, Calder said that it failed.", ["Kanal Sport"]),
        ("On the last broadcast of “Meet the Press” Calder said it failed.", ["NBC"]),
    ],
)
def test_an_outlet_that_was_told_or_spoken_on_is_a_channel(sentence: str, names: list[str]) -> None:
    assert _names(sentence) == names


@pytest.mark.parametrize(
    ("name", "own", "expected"),
    [
        ("The Times", "The Sunday Courier", False),
        ("Post", "The Washington Times", False),
        ("The Times", "The New York Times", True),
        ("The New York Times", "The New York Times", True),
    ],
)
def test_the_last_words_of_its_own_name_mean_the_storys_outlet(name: str, own: str, *, expected: bool) -> None:
    assert is_own(name, frozenset({own})) is expected
