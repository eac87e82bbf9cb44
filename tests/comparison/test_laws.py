"""What holds of any two drafts: nothing differs from itself, read backwards all is mirrored, nothing is told twice."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.audit import audit
from attribution.comparison.balance import balance
from attribution.comparison.comparing import Comparison, compared
from attribution.comparison.document import document
from attribution.comparison.findings import FindingFate
from attribution.comparison.pairing import Pair
from attribution.comparison.scores import difference
from attribution.comparison.sources import SourceChange, SourceFate
from attribution.comparison.statements import StatementFate, aligned
from attribution.model import Kind, Tag
from attribution.policy import Genre, Policy
from attribution.reading import read_story
from attribution.report import Report
from attribution.schema import DIFF, flaws
from tests.comparison.drafts import Line, Who, draft
from tests.samples import brief, ferries, judged

WORDS = ("the", "mayor", "said", "bridge", "closed", "May", "“no”", "–", "two", "\u202e", "<b>", "officials")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
CAST = tuple(
    Who(description, name, kind, identification)
    for description, name, kind, identification in (
        ("sources", None, Kind.UNNAMED_GROUP, 0.0),
        ("an official", None, Kind.UNNAMED_PERSON, 0.2),
        ("a senior official", None, Kind.UNNAMED_PERSON, 0.4),
        ("they", None, Kind.UNNAMED_GROUP, 0.0),
        ("Mara Lind", "Mara Lind", Kind.PERSON, 1.0),
        ("Lind, the mayor", "Lind", Kind.PERSON, 1.0),
        ("the company", None, Kind.ORGANIZATION, 0.5),
        ("Norrline", "Norrline", Kind.ORGANIZATION, 0.9),
        ("", None, Kind.DOCUMENT, 0.2),
        ("The Courier", "The Courier", Kind.OUTLET, 0.8),
    )
)
CODES = st.lists(st.sampled_from(("ANO101", "ANO102", "REC405")), max_size=2).map(tuple)
LINES = st.builds(
    Line, TEXTS, st.one_of(st.none(), st.sampled_from(CAST)), st.sampled_from(Tag), rules=CODES, waived=CODES
)
LONG = Line("word " * 90)
DRAFTS = st.one_of(
    st.lists(LINES, max_size=7).map(lambda lines: draft(*lines, LONG)),
    st.lists(LINES, min_size=1, max_size=7).map(lambda lines: draft(*lines, policy=Policy(genre=Genre.OPINION))),
    st.sampled_from((ferries(), judged(), brief())),
)
SEEDS = Path(__file__).parents[2] / "seeds"

MIRRORED_STATEMENTS = {StatementFate.ADDED: StatementFate.REMOVED, StatementFate.REMOVED: StatementFate.ADDED}
MIRRORED_SOURCES = {SourceFate.GAINED: SourceFate.LOST, SourceFate.LOST: SourceFate.GAINED}
MIRRORED_FINDINGS = {
    FindingFate.NEW: FindingFate.FIXED,
    FindingFate.FIXED: FindingFate.NEW,
    FindingFate.NEWLY_SUPPRESSED: FindingFate.NO_LONGER_SUPPRESSED,
    FindingFate.NO_LONGER_SUPPRESSED: FindingFate.NEWLY_SUPPRESSED,
}
_OPPOSITES = (
    (SourceChange.NAMED, SourceChange.NAME_WITHHELD),
    (SourceChange.BETTER_IDENTIFIED, SourceChange.LESS_IDENTIFIED),
    (SourceChange.REASON_GIVEN, SourceChange.REASON_DROPPED),
    (SourceChange.USED_MORE, SourceChange.USED_LESS),
)
OPPOSITE = dict(_OPPOSITES) | {other: one for one, other in _OPPOSITES}


@given(DRAFTS)
def test_nothing_differs_from_itself(report: Report) -> None:
    found = compared(report, report)
    assert found.is_empty()
    assert found.notes == ()
    assert balance(found) == ((), ())
    assert [(each.old, each.new) for each in found.statements] == [
        (place, place) for place in range(len(report.statements))
    ]
    assert all(each.old is each.new for each in (*found.sources, *found.findings))


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*-*.txt"))[:4], ids=lambda path: path.stem)
def test_no_story_differs_from_itself(path: Path) -> None:
    report = audit(read_story(path.read_bytes(), path.name), Policy(preset="strict"))
    assert compared(report, report).is_empty()


@given(DRAFTS, DRAFTS)
def test_reading_backwards_mirrors(old: Report, new: Report) -> None:
    there, back = compared(old, new), compared(new, old)
    assert there.is_empty() == back.is_empty()
    assert Counter(
        (each.new, each.old, MIRRORED_STATEMENTS.get(each.fate, each.fate), each.has_moved) for each in there.statements
    ) == Counter((each.old, each.new, each.fate, each.has_moved) for each in back.statements)
    assert Counter(
        (
            each.new,
            each.old,
            MIRRORED_SOURCES.get(each.fate, each.fate),
            tuple(OPPOSITE.get(c, c) for c in each.changes),
        )
        for each in there.sources
    ) == Counter((each.old, each.new, each.fate, each.changes) for each in back.sources)
    assert Counter(
        (each.new, each.old, MIRRORED_FINDINGS.get(each.fate, each.fate)) for each in there.findings
    ) == Counter((each.old, each.new, each.fate) for each in back.findings)
    assert [Pair(each.new, each.old) for each in there.components] == list(back.components)
    assert [Pair(each.new, each.old) for each in there.caps] == list(back.caps)
    assert unnamed(balance(there).worse) == unnamed(balance(back).better)
    assert unnamed(balance(there).better) == unnamed(balance(back).worse)


UNNAMED = re.compile(r"(\d+) sentences? (?:no longer )?rests? on unnamed sources(?: now)?; (?:before|now): (.*)\.")


def unnamed(sentences: Iterable[str]) -> list[tuple[str, list[str]]]:
    """How many sentences came to rest on unnamed sources, or ceased to, and their other tags."""
    return [(found[1], sorted(found[2].split(", "))) for found in map(UNNAMED.fullmatch, sentences) if found]


REPETITIVE = st.lists(st.sampled_from(("No.", "The mayor said no.", "The mayor said so.", "Nobody knew.")), max_size=8)


@given(REPETITIVE, REPETITIVE)
def test_reading_repetitive_sentences_backwards_mirrors(old: list[str], new: list[str]) -> None:
    there, back = aligned(old, new), aligned(new, old)
    assert Counter((each.new, each.old, each.has_moved) for each in there) == Counter(
        (each.old, each.new, each.has_moved) for each in back
    )


@given(DRAFTS, DRAFTS)
def test_everything_stands_there_once(old: Report, new: Report) -> None:
    found = compared(old, new)
    assert sides(found.statements, lambda each: each.old) == Counter(range(len(old.statements)))
    assert sides(found.statements, lambda each: each.new) == Counter(range(len(new.statements)))
    assert sides(found.sources, lambda each: each.old) == Counter(old.sources)
    assert sides(found.sources, lambda each: each.new) == Counter(new.sources)
    assert sides(found.findings, lambda each: each.old) == Counter(old.findings)
    assert sides(found.findings, lambda each: each.new) == Counter(new.findings)


def sides(things: Iterable[object], side: Callable[..., Hashable | None]) -> Counter[Hashable]:
    """What stands on one side, and how often."""
    return Counter(value for value in map(side, things) if value is not None)


@given(DRAFTS, DRAFTS)
def test_the_new_version_is_read_in_order(old: Report, new: Report) -> None:
    order = [each.new for each in compared(old, new).statements if each.new is not None]
    assert order == sorted(order)


@given(DRAFTS, DRAFTS)
def test_the_document_is_valid_and_adds_up(old: Report, new: Report) -> None:
    found = compared(old, new)
    made = json.loads(json.dumps(document(found)))
    assert flaws(made, DIFF) == ()
    adds_up(made)
    totals = made["totals"]["statements"]
    assert totals["kept"] + totals["edited"] + totals["added"] == len(new.statements)
    assert totals["kept"] + totals["edited"] + totals["removed"] == len(old.statements)
    assert made["totals"]["retagged"] == len(found.retagged()) == sum(each["retagged"] for each in made["statements"])


def adds_up(made: dict[str, dict[str, dict[str, int]]]) -> None:
    """The counts of tags, their differences and the totals of a document agree with its lists."""
    for key in ("statements", "sources", "findings"):
        assert sum(made["totals"][key].values()) == len(made[key])
    for side in ("old", "new"):
        listed = sum(each[side] is not None for each in made["statements"])  # type: ignore[index]
        assert sum(each[side] for each in made["counts"].values()) == listed
    assert all(each["new"] - each["old"] == each["difference"] for each in made["counts"].values())


@given(DRAFTS, DRAFTS)
def test_the_points_add_up_to_the_score(old: Report, new: Report) -> None:
    """What the components and the deduction change is what the score changes, where no cap and no floor holds it."""
    found = compared(old, new)
    whole = difference(old.score.value, new.score.value)
    if whole is None or found.caps or 0.0 in (old.score.value, new.score.value):
        return
    parts = sum(_points(pair.new) - _points(pair.old) for pair in found.components)
    cost = sum(
        sign * (each.score.deduction.points if each.score.deduction else 0) for sign, each in ((1, old), (-1, new))
    )
    assert parts + cost == pytest.approx(whole, abs=0.05)


def _points(component: object) -> float:
    return getattr(component, "points", None) or 0.0


def test_there_are_comparisons_with_and_without_a_score() -> None:
    assert isinstance(compared(brief(), ferries()), Comparison)
    found = compared(brief(), ferries())
    assert [each.old for each in found.components] == [None] * 5
    assert balance(found).better[0].startswith("There is a score now")
    assert balance(compared(ferries(), brief())).worse[0].startswith("There is no score now")
