"""The page on two versions of a story: what got better and worse, and the story with every change marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from attribution.badges import BADGES
from attribution.comparison import phrases
from attribution.comparison.balance import balance, marked
from attribution.comparison.comparing import Comparison
from attribution.comparison.findings import ComparedFinding
from attribution.comparison.pairing import Pair, latest
from attribution.comparison.scores import difference
from attribution.comparison.sources import ComparedSource
from attribution.comparison.statements import ComparedStatement, StatementFate
from attribution.comparison.wording import Stretch, reworded
from attribution.finding import Finding
from attribution.phrasing import counted
from attribution.scoring.parts import NOTE
from attribution.web.page import rendered


@dataclass(frozen=True, slots=True)
class Marked:
    """One sentence with what became of it."""

    number: int
    """By which others link to it."""
    said: str
    """Its fate in words, empty for a sentence that is as it was."""
    badges: tuple[tuple[str, str], ...]
    """Letters and tag, before and after; one when they are the same."""
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A number before and after, as a table shows it."""

    name: str
    old: str
    new: str
    change: str


@dataclass(frozen=True, slots=True)
class Objection:
    """One finding as a list shows it."""

    finding: Finding
    severities: tuple[str, ...]
    """Before and now; one when they are the same, or only one version has it."""
    place: str
    sentence: int | None
    """Number of its sentence on the page; None when it is about the whole story."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One source as a list shows it."""

    who: str
    changes: tuple[str, ...]
    """What is told otherwise."""
    sentence: int | None
    """Number of the first sentence on the page that rests on it."""


def diff_page(comparison: Comparison) -> str:
    """The whole comparison as HTML."""
    better, worse = balance(comparison)
    return rendered(
        "diff.html",
        old=comparison.old,
        new=comparison.new,
        versions=Pair(phrases.version(comparison.old.story), phrases.version(comparison.new.story)),
        grades=Pair(marked(comparison.old.score), marked(comparison.new.score)),
        notes=comparison.notes,
        better=better,
        worse=worse,
        nothing=phrases.NOTHING,
        even=phrases.NO_DIFFERENCES if comparison.is_empty() else phrases.EVEN,
        points=_rows(phrases.sums(comparison), 1),
        remarks=tuple(phrases.remarks(comparison)),
        counts=_rows(((f"{BADGES[tag].code} {tag.value}", pair) for tag, pair in comparison.counts().items()), 0),
        findings=tuple(_findings(comparison)),
        sources=tuple(_sources(comparison)),
        passages=tuple(_passages(comparison)),
        retagged=counted(len(comparison.retagged()), "sentence"),
        caution=NOTE,
    )


def _rows(numbers: Iterable[tuple[str, Pair[float] | Pair[int]]], decimals: int) -> tuple[Row, ...]:
    return tuple(
        Row(
            name,
            phrases.number(pair.old, decimals),
            phrases.number(pair.new, decimals),
            phrases.signed(difference(pair.old, pair.new), decimals),
        )
        for name, pair in numbers
    )


def _findings(comparison: Comparison) -> Iterator[tuple[str, tuple[Objection, ...]]]:
    """The findings of each fate that occurs, under its heading."""
    for fate, heading in phrases.FINDINGS.items():
        found = tuple(
            Objection(
                latest(each.old, each.new),
                phrases.severities(each),
                phrases.place(comparison, each),
                _about(comparison, each),
            )
            for each in comparison.findings_that(fate)
        )
        if found:
            yield heading, found


def _about(comparison: Comparison, finding: ComparedFinding) -> int | None:
    """The number of the sentence that a finding is about."""
    index = latest(finding.old, finding.new).statement
    return None if index is None else _indices(comparison, finding).index(index)


def _first(comparison: Comparison, source: ComparedSource) -> int | None:
    """The number of the first sentence that rests on a source."""
    resting = latest(source.old, source.new).statements
    return _indices(comparison, source).index(resting[0]) if resting else None


def _indices(comparison: Comparison, thing: ComparedFinding | ComparedSource) -> tuple[int | None, ...]:
    """The index that each sentence of the page has in the newest version that has the thing."""
    return tuple(each.old if thing.new is None else each.new for each in comparison.statements)


def _sources(comparison: Comparison) -> Iterator[tuple[str, tuple[Voice, ...]]]:
    """The sources of each fate that occurs, under its heading: who they are and what is told otherwise."""
    for fate, heading in phrases.SOURCES.items():
        found = tuple(
            Voice(phrases.introduced(each), phrases.source_changes(comparison, each), _first(comparison, each))
            for each in comparison.sources_that(fate)
        )
        if found:
            yield heading, found


def _passages(comparison: Comparison) -> Iterator[tuple[Marked, ...]]:
    """Both stories as one, a paragraph at a time."""
    paragraph = 0
    placed = []
    for number, each in enumerate(comparison.statements):
        if each.new is not None:
            paragraph = comparison.new.statements[each.new].paragraph
        placed.append((paragraph, _marked(comparison, each, number)))
    for _, passage in groupby(placed, key=_paragraph):
        yield tuple(marked for _, marked in passage)


def _paragraph(placed: tuple[int, Marked]) -> int:
    return placed[0]


def _marked(comparison: Comparison, statement: ComparedStatement, number: int) -> Marked:
    old = None if statement.old is None else comparison.old.words(statement.old)
    new = None if statement.new is None else comparison.new.words(statement.new)
    tags = comparison.tags(statement)
    shown = dict.fromkeys(tag for tag in (tags.old, tags.new) if tag is not None)
    if old is None or new is None or statement.fate is StatementFate.KEPT:
        stretches: tuple[Stretch, ...] = (Stretch(latest(old, new), statement.fate),)
    else:
        stretches = tuple(reworded(old, new))
    fate = "" if statement.fate is StatementFate.KEPT else statement.fate.value
    said = (fate, "moved" if statement.has_moved else "", "tag changed" if len(shown) > 1 else "")
    return Marked(
        number, ", ".join(filter(None, said)), tuple((BADGES[tag].code, tag.value) for tag in shown), tuple(stretches)
    )
