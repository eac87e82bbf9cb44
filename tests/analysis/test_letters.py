"""Letters: what is not signed by anybody, then what is."""

from __future__ import annotations

import pytest

from attribution.analysis import analyse
from attribution.model import Tag
from attribution.policy import Policy
from attribution.reading import read_story

TWO = "The quay is ugly. Lund likes it.\n\nAda Lind\n\nOslo, Norway\n\nI like it.\n\nPer Moe"


@pytest.mark.parametrize(
    ("text", "writers"),
    [
        (f"The quay\n\n{TWO}", ["", "", "", "", "", "", ""]),
        ("Letters\n\nThe quay is ugly.\n\nAda Lind\n\nThe pier is shut.", ["", "", "", ""]),
        (f"Letters\n\n{TWO}", ["", "Ada Lind", "Ada Lind", "", "", "Per Moe", ""]),
        (f"Letters\n\n{TWO.replace(', Norway', '')}", ["", "Ada Lind", "Ada Lind", "", "", "Per Moe", ""]),
        (
            f"Twitter\n\nWe asked our readers about it.\n\n{TWO}\n\nNo.\n\n@moe",
            ["", "", "Ada Lind", "Ada Lind", "", "", "Per Moe", "", "@moe", ""],
        ),
    ],
)
def test_a_letter_is_the_word_of_whoever_signed_it(text: str, writers: list[str]) -> None:
    found = analyse(read_story(text.encode(), "letters.txt"), Policy())
    names = {source.id: source.name for source in found.sources}
    told = [names[each.source] if each.tag is Tag.RECORD and each.source else "" for each in found.statements]
    assert told == writers
