"""A story in another language is refused in words; English is not, however short or full of names."""

from __future__ import annotations

import pytest

from attribution.errors import UnreadableStory
from attribution.reading import read_story

ENGLISH = "The council said on Monday that it would sell the old library, and the mayor said she was against it. "
FRENCH = (
    "Le conseil a décidé lundi de vendre l’ancienne bibliothèque, malgré les protestations des habitants du quartier. "
)
GERMAN = "Der Stadtrat beschloss am Montag, die alte Bücherei trotz heftiger Proteste der Anwohner zu verkaufen. "


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ENGLISH * 4, id="English"),
        pytest.param("Rovers 2, Calder 1. Scorers: Okafor, Lindqvist, Peixoto.", id="a few names"),
        pytest.param(ENGLISH * 4 + FRENCH, id="English that quotes French"),
    ],
)
def test_english_is_read(text: str) -> None:
    assert read_story(text.encode(), "story.txt").paragraphs


@pytest.mark.parametrize("text", [FRENCH * 4, GERMAN * 4, "Мост закрыт, сказал мэр.", "橋は閉鎖された。"])
def test_another_language_is_refused(text: str) -> None:
    with pytest.raises(UnreadableStory, match=r"story\.txt does not read like English"):
        read_story(text.encode(), "story.txt")
