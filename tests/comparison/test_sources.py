"""Sources matched: who must not be taken for whom, and what is told otherwise."""

from __future__ import annotations

import pytest

from attribution.comparison.comparing import compared
from attribution.comparison.sources import SourceChange, SourceFate
from attribution.model import Kind, Tag
from attribution.report import Report
from tests.comparison.drafts import Line, Who, draft, person

CLOSE = "The harbour bridge will close in May for two years"
COST = "Forty million euros have been set aside for the repairs"
FERRIES = "Ferries will run to the islands every ten minutes from then on"


def says(who: Who, what: str) -> Line:
    named = who.kind in (Kind.PERSON, Kind.ORGANIZATION, Kind.DOCUMENT)
    return Line(f"{what}, {who.description} said.", who, Tag.RECORD if named else Tag.ANONYMOUS)


def fates(old: Report, new: Report) -> list[tuple[str | None, str | None, str]]:
    return [
        (each.old and each.old.description, each.new and each.new.description, each.fate.value)
        for each in compared(old, new).sources
    ]


def changes(old: Report, new: Report) -> list[str]:
    (source,) = compared(old, new).sources
    return [change.value for change in source.changes]


LIND, POE = person("Mara Lind"), person("Ann Poe")
OFFICIAL = Who("a senior city official")
AIDE = Who("an aide to the mayor")
SOURCES = Who("sources", kind=Kind.UNNAMED_GROUP, identification=0.0)
COMPANY = Who("the bridge company", None, Kind.ORGANIZATION, 0.5)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (LIND, POE, "two names are two people, although the words are the same"),
        (person("Mara Lind"), person("Erik Lind"), "a family shares its name"),
        (Who("Lind", "Lind", Kind.ORGANIZATION, 1.0), LIND, "a firm is not the person it is named after"),
        (COMPANY, LIND, "somebody else speaks now"),
        (OFFICIAL, Who("the Elm Report", "Elm Report", Kind.DOCUMENT, 0.9), "a person is no document"),
    ],
    ids=lambda each: each if isinstance(each, str) else each.description,
)
def test_not_the_same_source(old: Who, new: Who, why: str) -> None:
    found = fates(draft(says(old, CLOSE)), draft(says(new, CLOSE)))
    assert sorted(fate for *_, fate in found) == ["gained", "lost"], why


def test_sources_elsewhere_are_not_the_same_sources() -> None:
    old = draft(says(SOURCES, CLOSE), says(LIND, COST))
    new = draft(says(LIND, COST), says(SOURCES, "Nobody has told the islanders anything about all that"))
    assert [fate for *_, fate in fates(old, new)] == ["lost", "kept", "gained"]


def test_unnamed_sources_are_not_confused() -> None:
    """Both are officials; what each says tells them apart, in whatever order they come."""
    one, other = Who("an official"), Who("an official who saw the contract")
    old = draft(says(one, CLOSE), says(other, COST))
    new = draft(says(other, COST), says(one, CLOSE))
    assert fates(old, new) == [
        ("an official who saw the contract", "an official who saw the contract", "kept"),
        ("an official", "an official", "kept"),
    ]


def test_a_name_is_not_given_to_an_unnamed_source_that_is_gone() -> None:
    """Lind was there before; that a line of the official's is hers now names nobody."""
    old = draft(says(LIND, CLOSE), says(OFFICIAL, COST))
    new = draft(says(LIND, CLOSE), says(LIND, COST))
    found = compared(old, new).sources
    assert [(each.fate, each.changes) for each in found] == [
        (SourceFate.CHANGED, (SourceChange.USED_MORE,)), (SourceFate.LOST, ()),
    ]  # fmt: skip


def test_one_of_two_is_named() -> None:
    old = draft(says(OFFICIAL, CLOSE), says(AIDE, COST))
    new = draft(says(OFFICIAL, CLOSE), says(LIND, COST))
    found = {each.new.description: each for each in compared(old, new).sources if each.new is not None}
    assert found["a senior city official"].fate is SourceFate.KEPT
    assert found["Mara Lind"].old is not None
    assert found["Mara Lind"].old.description == AIDE.description
    assert found["Mara Lind"].changes == (SourceChange.NAMED, SourceChange.BETTER_IDENTIFIED)


def test_a_name_withheld() -> None:
    assert changes(draft(says(LIND, CLOSE)), draft(says(OFFICIAL, CLOSE))) == ["name-withheld", "less-identified"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (person("Lind", "Lind"), person("Mara Lind")),
        (person("Mara Lindh"), person("Mara Lind")),
    ],
    ids=lambda each: each.description,
)
def test_a_name_made_fuller_or_put_right(old: Who, new: Who) -> None:
    assert changes(draft(says(old, CLOSE)), draft(says(new, FERRIES))) == ["renamed"]


def test_a_described_body_keeps_its_place() -> None:
    new = draft(says(Who("Norrline", "Norrline", Kind.ORGANIZATION, 0.5), CLOSE))
    assert changes(draft(says(COMPANY, CLOSE)), new) == ["named"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (None, "for fear of her job", ["reason-given"]),
        ("for fear of her job", None, ["reason-dropped"]),
        ("for fear of her job", "because it is forbidden", ["reason-changed"]),
        ("for fear of her job", "for fear of her job", []),
    ],
)
def test_reasons(old: str | None, new: str | None, expected: list[str]) -> None:
    def version(reason: str | None) -> Report:
        who = Who("a senior city official", reason=reason)
        return draft(Line(f"{CLOSE}, a senior city official said, {reason or 'and no more'}.", who, Tag.ANONYMOUS))

    assert changes(version(old), version(new)) == expected


def test_told_otherwise_and_used_otherwise() -> None:
    fuller = Who("a senior city official who attended the session", identification=0.7)
    old, new = draft(says(OFFICIAL, CLOSE)), draft(says(fuller, CLOSE), says(fuller, COST))
    assert changes(old, new) == ["redescribed", "better-identified", "used-more"]
