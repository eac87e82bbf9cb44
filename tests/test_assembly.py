"""Texts from slices of a file: no character may lose its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.assembly import Piece, assemble, cleaned, cleaned_in_place, visible
from attribution.model import Position

LINE_BREAKS = "\r\n\v\f\x85\u2028\u2029"
FILE_TEXT = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("\r\n\x1b[]31m\u200b\u00ad\ufeff ab")))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n  The mayor\tsaid so.\n",
        "Caf\u00e9, na\u00efve, \u65e5\u672c, \U0001f600 and a no-break\u00a0space",
        "an accent of its own: e\u0301",
        "brackets [31m without an escape",
    ],
)
def test_cleaned_keeps_what_can_be_seen(text: str) -> None:
    clean = cleaned(text)
    assert clean.text == text
    assert [clean.positions.file_offset(i) for i in range(len(text))] == list(range(len(text)))


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("one\ftwo\u2028three\u2029four\x85five\vsix", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("attri\u00adbution", "attribution"),
        ("zero\u200b\u200c\u200d\u2060width", "zerowidth"),
        ("so.\ufeff\ufe0f\U000e0100\U000e01ef Next", "so. Next"),
        ("\u202eright\u202c \u2066left\u2069 \u200emark\u200f", "right left mark"),
        ("bell\x07 back\x08 delete\x7f c1\x81", "bell back delete c1"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;a title\x07words", "words"),
        ("\x1b]8;;https://a.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b(Bplain\x1b7", "plain"),
        ("a lone \x1bHe said", "a lone He said"),
    ],
)
def test_cleaned_leaves_out_what_cannot_be_seen(text: str, clean: str) -> None:
    assert cleaned(text).text == clean


def test_cleaned_counts_lines_and_columns_as_an_editor_does() -> None:
    clean = cleaned("One.\r\nTwo\u2028and \u200bthree.\rFour.")
    assert clean.positions.position(clean.text.index("three")) == Position(2, 10)
    assert clean.positions.position(clean.text.index("Four")) == Position(3, 1)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("one\r\ntwo", "one\ntwo"),
        ("\u200bzero \u200b width\u200b", " zero   width "),
        ("attri\u00adbu\u00adtion, so", "attribution,   so"),
        ("so.\ufeff\ufe0f\U000e0100 Next", "so.    Next"),
        ("\u202eri\u00adght\u202c\r\nleft", " right  \nleft"),
        ("\x1b[1mred\x1b[0m", "    red    "),
    ],
)
def test_cleaned_in_place_keeps_the_place_of_each_word(text: str, clean: str) -> None:
    assert cleaned_in_place(text).text == clean


@given(FILE_TEXT)
def test_cleaned_in_place_differs_from_cleaned_by_spaces(text: str) -> None:
    clean = cleaned_in_place(text)
    assert clean.text.replace(" ", "") == cleaned(text).text.replace(" ", "")
    assert len(clean.text) == len(text.replace("\r\n", "\n"))


@given(FILE_TEXT)
def test_cleaned_in_place_maps_every_character_to_itself(text: str) -> None:
    clean = cleaned_in_place(text)
    for offset, letter in enumerate(clean.text):
        assert letter in " \n" or text[clean.positions.file_offset(offset)] == letter


@given(FILE_TEXT)
def test_cleaned_maps_every_character_to_itself(text: str) -> None:
    clean = cleaned(text)
    for offset, letter in enumerate(clean.text):
        original = text[clean.positions.file_offset(offset)]
        assert original == letter or (letter == "\n" and original in LINE_BREAKS)


@given(FILE_TEXT)
def test_cleaned_twice_is_cleaned_unless_a_sequence_appears(text: str) -> None:
    once = cleaned(text.replace("\x1b", "")).text
    assert cleaned(once).text == once


@given(FILE_TEXT, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), max_size=8))
def test_assemble_carries_the_map_along(text: str, cuts: list[tuple[int, int]]) -> None:
    source = cleaned(text)
    pieces = [Piece(start, source.text[start : start + length]) for start, length in sorted(cuts)]
    result = assemble(source, pieces)
    assert result.text == "".join(piece.text for piece in pieces)
    offsets = [piece.start + shift for piece in pieces for shift in range(len(piece.text))]
    assert [result.positions.file_offset(i) for i in range(len(result.text))] == [
        source.positions.file_offset(offset) for offset in offsets
    ]


def test_assemble_points_a_replacement_at_what_it_replaces() -> None:
    source = cleaned("A&amp;B")
    result = assemble(source, [Piece(0, "A"), Piece(1, "&"), Piece(6, "B")])
    assert result.text == "A&B"
    assert [result.positions.file_offset(i) for i in range(3)] == [0, 1, 6]


def test_visible_keeps_a_character_inside_its_line() -> None:
    assert visible("a\n\u00a0\u00adb\u200b") == "a  b"
