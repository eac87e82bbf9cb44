"""Texts put together from slices of an earlier text, each place mapped back to the decoded file.

A reader works in steps: clean the file, leave out front matter, take the blocks, take the marks out of them. Each
step is a row of pieces of the step before; `assemble` joins them and carries the map along, so that no step has to
know about the file, and no offset is ever found by searching again.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from attribution.model import PositionMap

_TERMINAL_SEQUENCE = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, cursor
    r"|\x1b\][^\x07\x1b\r\n]*(?:\x07|\x1b\\)"  # window titles, hyperlinks
    r"|\x1b(?:[#%(-/][0-~]|[78=>])"  # character sets, modes; never a letter, which may be the story's
)
_INVISIBLE = (
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    r"\xad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    r"\u202a-\u202e\U000e0000-\U000e0fff]"
)
_LEFT_OUT = re.compile(rf"{_TERMINAL_SEQUENCE}|{_INVISIBLE}+")
_REWRITTEN = re.compile(rf"(?P<line_break>\r\n?|[\v\f\x85\u2028\u2029])|{_LEFT_OUT.pattern}")
_GAP = re.compile(rf"{_REWRITTEN.pattern}|(?P<space>\s|\Z)")
_FILE_LINE = re.compile(r"\r\n?|\n")


class Piece(NamedTuple):
    """Characters of a new text: copied from `start` of the text before, or put in place of what stands there."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Assembled:
    """A text that knows where in the decoded file each of its characters stands."""

    text: str
    positions: PositionMap


def cleaned(file_text: str) -> Assembled:
    """The text of a file without invisible characters and terminal sequences, every line break as one newline.

    A break that text editors do not count as a line (form feed, NEL, U+2028, U+2029) becomes a newline too.
    """
    return cleaned_lines(file_text, _line_starts(file_text))


def cleaned_lines(file_text: str, line_starts: tuple[int, ...]) -> Assembled:
    """The same for a text whose lines begin where the file says, not where the line breaks are."""
    return assemble(_as_read(file_text, line_starts), _clean_pieces(file_text))


def cleaned_in_place(file_text: str) -> Assembled:
    """The same with as many spaces as characters were left out, so that each word keeps its offset in the file.

    The spaces stand where what cannot be seen stood or, if that was inside a word, behind the word. A line break of
    two characters is still one newline.
    """
    pieces: Iterable[Piece] = (Piece(0, file_text),)
    if _REWRITTEN.search(file_text):  # most files have nothing to rewrite
        pieces = (_pieces_in_place if _LEFT_OUT.search(file_text) else _clean_pieces)(file_text)
    return assemble(_as_read(file_text, _line_starts(file_text)), pieces)


def visible(text: str) -> str:
    """A short text as it may stand inside a line: no invisible characters, every white space a plain one."""
    return re.sub(r"\s", " ", _LEFT_OUT.sub("", text))


def _as_read(file_text: str, line_starts: tuple[int, ...]) -> Assembled:
    return Assembled(file_text, PositionMap((0,), (0,), line_starts))


def _line_starts(file_text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _FILE_LINE.finditer(file_text)))


def _clean_pieces(text: str) -> Iterator[Piece]:
    start = 0
    for match in _REWRITTEN.finditer(text):
        yield Piece(start, text[start : match.start()])
        if match["line_break"]:
            yield Piece(match.start(), "\n")
        start = match.end()
    yield Piece(start, text[start:])


def _pieces_in_place(text: str) -> Iterator[Piece]:
    start = owed = 0
    in_word = False
    for match in _GAP.finditer(text):
        in_word = in_word or match.start() > start
        yield Piece(start, text[start : match.start()])
        start = match.end()
        if match["line_break"] is None and match["space"] is None:
            owed += len(match.group())
            if in_word:
                continue
        yield Piece(match.start(), " " * owed)
        owed, in_word = 0, False
        if match["line_break"]:
            yield Piece(match.start(), "\n")
        elif match["space"]:
            yield Piece(match.start(), match["space"])


def assemble(source: Assembled, pieces: Iterable[Piece]) -> Assembled:
    """A new text from pieces of `source`, in order of place."""
    texts: list[str] = []
    text_starts: list[int] = [0]
    file_starts: list[int] = [0]
    length = 0
    for piece in pieces:
        for shift, place in _segments(source.positions, piece):
            at = length + shift
            if at == text_starts[-1]:
                file_starts[-1] = place
            elif file_starts[-1] + at - text_starts[-1] != place:
                text_starts.append(at)
                file_starts.append(place)
        texts.append(piece.text)
        length += len(piece.text)
    positions = PositionMap(tuple(text_starts), tuple(file_starts), source.positions.line_starts)
    return Assembled("".join(texts), positions)


def _segments(positions: PositionMap, piece: Piece) -> Iterator[tuple[int, int]]:
    """Where in a piece a new stretch of the file begins, and where in the file that is."""
    if not piece.text:
        return
    yield 0, positions.file_offset(piece.start)
    first = bisect.bisect_right(positions.text_starts, piece.start)
    last = bisect.bisect_left(positions.text_starts, piece.start + len(piece.text))
    for border in range(first, last):
        yield positions.text_starts[border] - piece.start, positions.file_starts[border]
