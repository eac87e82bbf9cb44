"""Sentences aligned: what must not be taken for an edit, and what must."""

from __future__ import annotations

import pytest

from attribution.comparison.statements import StatementFate, aligned

CLOSING = "Mayor Mara Lind said on Tuesday that the harbour bridge would close in May for two years."
FERRIES = "Ferries will run every ten minutes while it is closed."
BUILT = "The bridge was built in 1931 and carries about 30,000 cars a day."
TUNNEL = "Buses will be sent through the tunnel."
VERSION = (CLOSING, FERRIES, BUILT, TUNNEL)


def fates(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[int | None, int | None, str]]:
    return [(each.old, each.new, each.fate.value) for each in aligned(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("She said so on Monday.", "He denied all of it in a letter.", "they share no word"),
        ("The mayor said that it was safe.", "The mayor and the council met in the old town.", "only common words"),
        ("It is.", "", "there is nothing"),
        ("…", "…!", "marks alone are no words"),
    ],
)  # fmt: skip
def test_another_sentence_is_no_edit(old: str, new: str, why: str) -> None:
    assert fates((old,), (new,)) == [(0, None, "removed"), (None, 0, "added")] or fates((old,), (new,)) == [
        (None, 0, "added"),
        (0, None, "removed"),
    ], why


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“We waited,” she said.", '"We waited," she said.'),
        ("Two years – at the least.", "Two  years - at the\u00a0least."),
        ("Cafe\u0301 owners agree.", "Café owners agree."),
    ],
)
def test_how_a_sentence_is_typed_is_no_edit(old: str, new: str) -> None:
    assert fates((old,), (new,)) == [(0, 0, "kept")]


def test_nothing_of_nothing() -> None:
    assert aligned((), ()) == ()


@pytest.mark.parametrize(
    "new",
    [
        CLOSING.replace("Mayor Mara Lind", "A city official"),
        CLOSING.replace("two", "three"),
        "Mayor Mara Lind said on Tuesday that the harbour bridge would close.",
        "In May the harbour bridge would close for two years, Mayor Mara Lind said on Tuesday.",
    ],
)
def test_an_edited_sentence(new: str) -> None:
    assert fates(VERSION, (new, *VERSION[1:]))[0] == (0, 0, "edited")


def test_added_and_removed_ones_stand_where_they_stood() -> None:
    new = (CLOSING, "Nobody knows what comes after that.", FERRIES, TUNNEL)
    assert fates(VERSION, new) == [
        (0, 0, "kept"), (None, 1, "added"), (1, 2, "kept"), (2, None, "removed"), (3, 3, "kept"),
    ]  # fmt: skip


def test_a_moved_sentence_is_kept() -> None:
    found = aligned(VERSION, (TUNNEL, CLOSING, FERRIES, BUILT))
    assert {each.fate for each in found} == {StatementFate.KEPT}
    assert [each.has_moved for each in found] == [True, False, False, False]


def test_a_moved_and_edited_sentence_is_found() -> None:
    edited = BUILT.replace("30,000", "28,000")
    found = aligned(VERSION, (edited, CLOSING, FERRIES, TUNNEL))
    assert (found[0].old, found[0].fate, found[0].has_moved) == (2, StatementFate.EDITED, True)


def test_an_edit_stays_between_its_neighbours() -> None:
    """The same words stand in two places; each edit belongs to its own."""
    old = ("He declined to say why.", CLOSING, "He declined to say when.")
    new = ("He declined to say whether.", CLOSING, "He declined to say how.")
    assert fates(old, new) == [(0, 0, "edited"), (1, 1, "kept"), (2, 2, "edited")]


def test_many_like_sentences_take_no_time() -> None:
    old = tuple(["No."] * 3000)
    found = aligned(old, (*old, "Yes."))
    assert sum(each.fate is StatementFate.KEPT for each in found) == 3000
    assert not any(each.has_moved for each in found)
