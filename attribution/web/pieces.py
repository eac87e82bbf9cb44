"""Sentences cut at the edges of what is marked in them: cues, and the words that findings are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from attribution.badges import BADGES, UNSURE, Badge
from attribution.finding import Finding
from attribution.model import Role, Span, Statement
from attribution.phrasing import called
from attribution.report import Report


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence that is marked alike all through."""

    text: str
    is_cue: bool
    is_found: bool
    """A finding is about it."""
    notes: tuple[int, ...]
    """The numbers of the findings that end with it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One sentence of the story with all its marks."""

    number: int
    """Index of the statement."""
    before: str
    """What stands between it and the sentence before: white space, as a rule."""
    pieces: tuple[Piece, ...]
    badge: Badge
    tag: str
    percent: int
    """How sure the tag is."""
    is_unsure: bool
    source: str | None
    """Id of the source."""
    basis: str
    """On whose word it rests, in words; empty for the story's own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading or headline of the story."""

    number: int
    role: Role
    marked: tuple[Marked, ...]
    rest: str
    """What follows its last sentence."""


class Numbered(NamedTuple):
    """A finding that counts, and its number on the page."""

    number: int
    finding: Finding


def inside(sentence: Span, span: Span) -> Span:
    """What of a span lies in a sentence: at least one character, at the edge where nothing does."""
    start = min(max(span.start, sentence.start), sentence.end - 1)
    return Span(start, max(start + 1, min(span.end, sentence.end)))


def passages(report: Report, numbers: Sequence[Numbered]) -> Iterator[Passage]:
    """The whole story; `numbers` are those of the findings that count."""
    text = report.story.text
    found: dict[int, list[tuple[int, Statement]]] = {}
    for index, statement in enumerate(report.statements):
        found.setdefault(statement.paragraph, []).append((index, statement))
    for number, paragraph in enumerate(report.story.paragraphs):
        place, marked = paragraph.span.start, []
        for index, statement in found.get(number, []):
            before = text[place : statement.span.start]
            marked.append(_marked(report, index, before, numbers))
            place = statement.span.end
        yield Passage(number + 1, paragraph.role, tuple(marked), text[place : paragraph.span.end])


def _marked(report: Report, index: int, before: str, numbers: Sequence[Numbered]) -> Marked:
    statement = report.statements[index]
    cues = [each.cue for each in report.attributions if each.cue is not None and each.sentence == index]
    return Marked(
        number=index,
        before=before,
        pieces=tuple(_pieces(report.story.text, statement.span, cues, _found(statement.span, index, numbers))),
        badge=BADGES[statement.tag],
        tag=statement.tag.value,
        percent=round(100 * statement.confidence),
        is_unsure=statement.confidence < UNSURE,
        source=statement.source,
        basis=_basis(report, statement),
    )


def _basis(report: Report, statement: Statement) -> str:
    """On whose word a statement rests, in words."""
    source, via = report.source(statement.source), report.source(statement.via)
    said = [f"source {source.id}, {called(source)}"] if source else []
    if via is not None:
        said.append(f"through {called(via)}")
    if statement.carried:
        said.append("carried over from a sentence nearby")
    if statement.also:
        said.append(f"in part also {', '.join(tag.value for tag in statement.also)}")
    return "; ".join(said)


def _found(sentence: Span, index: int, numbers: Sequence[Numbered]) -> list[tuple[Span, int]]:
    """The findings about a sentence: which of its words, and the number."""
    return [(inside(sentence, each.span), number) for number, each in numbers if each.statement == index]


def _pieces(text: str, sentence: Span, cues: Sequence[Span], found: Sequence[tuple[Span, int]]) -> Iterator[Piece]:
    spans = (*cues, *(span for span, _ in found))
    edges = {sentence.start, sentence.end, *(edge for span in spans for edge in (span.start, span.end))}
    inner = sorted(edge for edge in edges if sentence.start <= edge <= sentence.end)
    for start, end in pairwise(inner):
        piece = Span(start, end)
        yield Piece(
            text=piece.of(text),
            is_cue=any(cue.contains(piece) for cue in cues),
            is_found=any(span.contains(piece) for span, _ in found),
            notes=tuple(sorted(number for span, number in found if span.end == end)),
        )
