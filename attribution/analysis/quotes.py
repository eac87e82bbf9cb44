"""Quotations: the stretches between quotation marks.

Straight and curly double marks, guillemets and single marks (British style) are read; a quotation that a paragraph
leaves open goes on when the next paragraph opens with the same kind of mark, as newspapers print long quotations.
A mark without a partner never reaches past its paragraph.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from attribution.model import Quote, Span, Story

_DOUBLE = re.compile(r"""["“”„«»]|``|''""")
_SINGLE_OPEN = re.compile(
    r"""(?:(?<=[\s(\[—–\-"“])|^)(?:‘|'(?!(?:em|til|cause|n|twas|tis)\b|\d0s))(?=[^\s\W_]|[$£€“"])"""
)
_SINGLE_CLOSE = re.compile(r"""(?<=\S)[’'](?!\w)""")
STRAIGHT = ('"', "''")
"""The double marks that look alike on both sides."""
_OPENING = ("“", "„", "«", "``")
_ENDS_SPEECH = ".,!?…;:—"
_SHORTEST = 2
_MOSTLY = 0.5
_SCARE_QUOTE = 24
"""A quotation of fewer code points borrows a word and reports no speech by itself."""


class _Pair(NamedTuple):
    """An opening mark and where its quotation ends; open when no closing mark was found."""

    start: int
    end: int
    closed: bool


def quotes(story: Story, straight: Collection[str] = STRAIGHT) -> tuple[Quote, ...]:
    """The outermost quotations of a story in order of place; `straight` are the double marks that can open one and
    close one, told apart by the space around them.
    """
    found: list[Quote] = []
    is_open = False
    for paragraph in story.paragraphs:
        start, end = paragraph.span.start, paragraph.span.end
        pairs = _outermost(sorted([*_double(story.text, start, end, straight), *_single(story.text, start, end)]))
        for pair in pairs:
            continues = is_open and pair.start == start
            found.append(Quote(Span(pair.start, pair.end), continues))
        is_open = bool(pairs) and not pairs[-1].closed
    return tuple(found)


_start, _end = attrgetter("span.start"), attrgetter("span.end")


def overlapping(quotes: Sequence[Quote], span: Span) -> Sequence[Quote]:
    """Those of a story's quotations, in order of place, that share a character with a span."""
    first = bisect.bisect_right(quotes, span.start, key=_end)
    last = bisect.bisect_left(quotes, span.end, first, key=_start)
    return quotes[first:last]


def is_inside(quotes: Sequence[Quote], span: Span) -> bool:
    """Whether a span lies wholly in one quotation."""
    return any(quote.span.contains(span) for quote in overlapping(quotes, span))


def quoted_length(quotes: Sequence[Quote], span: Span) -> int:
    """How many code points of a span stand in quotations."""
    return sum(quote.span.shared(span) for quote in overlapping(quotes, span))


def is_quoted(quotes: Sequence[Quote], span: Span) -> bool:
    """Whether a span is speech between quotation marks: most of it, and more than a borrowed word."""
    return quoted_length(quotes, span) >= _MOSTLY * len(span) and len(span) > _SCARE_QUOTE


def _outermost(pairs: list[_Pair]) -> list[_Pair]:
    """Pairs in order of place, without those that begin inside another."""
    kept: list[_Pair] = []
    for pair in pairs:
        if not kept or pair.start >= kept[-1].end:
            kept.append(pair)
    return kept


def _double(text: str, start: int, end: int, straight: Collection[str]) -> Iterator[_Pair]:
    """Quotations between double marks in one paragraph."""
    opened: int | None = None
    for match in _DOUBLE.finditer(text, start, end):
        mark = match.group()
        opens = _opens(text, match, start, end) if mark in straight else mark in _OPENING
        if opened is None:
            if opens:
                opened = match.start()
        elif not opens:
            yield _Pair(opened, match.end(), closed=True)
            opened = None
        elif mark in straight or mark == "``":
            yield _Pair(opened, match.start(), closed=False)
            opened = match.start()
    if opened is not None and end - opened > _SHORTEST:
        yield _Pair(opened, end, closed=False)


def _opens(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark that looks alike on both sides begins a quotation, by the space around it."""
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    return (before.isspace() or before in "([—–-'‘") and not after.isspace()


def _single(text: str, start: int, end: int) -> Iterator[_Pair]:
    """Quotations between single marks in one paragraph; an apostrophe is told by what stands before it."""
    place = start
    if text.find("‘", start, end) < 0 and text.find("'", start, end) < 0:
        return
    while (opening := _SINGLE_OPEN.search(text, place, end)) is not None:
        limit = _SINGLE_OPEN.search(text, opening.end(), end)
        closing = _closing(text, opening.end(), limit.start() if limit else end)
        if closing is not None:
            yield _Pair(opening.start(), closing, closed=True)
            place = closing
        else:
            if opening.start() == start and limit is None and opening.group() == "‘":
                yield _Pair(start, end, closed=False)
            place = opening.end()


def _closing(text: str, start: int, end: int) -> int | None:
    """One past the mark that closes a single quotation, or None."""
    marks = [match.start() for match in _SINGLE_CLOSE.finditer(text, start, end)]
    last = max((place for place in marks if text[place - 1] in _ENDS_SPEECH), default=start)
    return next((place + 1 for place in marks if text[place - 1] != "s" or place > last), None)  # "the nurses’ pay."
