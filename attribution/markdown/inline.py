"""The words of one Markdown block without the marks inside its lines.

One pass over the tokens, then one over the runs of `*`, `_` and `~~`: each takes time in proportion to the text,
whatever stands in it. A mark without its partner is text.
"""

from __future__ import annotations

import bisect
import html
import re
from collections import defaultdict
from html.entities import html5
from typing import NamedTuple

from attribution.assembly import Piece, visible

_TOKEN = re.compile(
    r"""
      (?P<line_break>\\?\n)
    | \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<code>`+)
    | <(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>
    | (?P<tag></?[A-Za-z][A-Za-z0-9-]*(?:[\s/](?:[^<>"']|"[^"<]*"|'[^'<]*')*)?>)
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | (?P<template>\{(?:\{[^{}]*\}|%[^{}]*%|[:\#.][^{}]*)\})        # of Hugo, Jekyll, kramdown
    | (?P<footnote>\[\^[^\s\[\]]{1,60}\])
    | (?P<opening>!?\[)
    | (?P<closing>\])
    | (?P<run>\*+|_+|~~+)
    """,
    re.VERBOSE,
)
_CODE_MARK = re.compile(r"`+")
_TARGET = re.compile(  # white space is bounded: three free repeats of it in a row would take cubic time
    r"""\(\s{0,4}
      (?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)
      (?:\s{1,4}(?:"[^"]*"|'[^']*'|\([^()]*\)))?
    \s{0,4}\)""",
    re.VERBOSE,
)
_LONGEST_LABEL = 200
_REFERENCE = re.compile(rf"\[([^\[\]]{{0,{_LONGEST_LABEL}}})\]")
_TAG_WITHOUT_WIDTH = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|su[bp]|time|tt"
    r"|u|var|wbr)\b(?!-)",
    re.IGNORECASE,
)
"""Any other tag parts the words around it."""


class _Run(NamedTuple):
    """A row of emphasis marks, and what the letters beside it let it do."""

    part: int
    """Index of its place in the parts."""
    mark: str
    length: int
    opens: bool
    closes: bool


class _Bracket(NamedTuple):
    """An opening bracket that may begin a link or an image."""

    part: int
    end: int
    is_image: bool


def label(words: str) -> str:
    """The name of a link reference as it is compared: in any case, with any white space."""
    return " ".join(words.casefold().split())


class Plain(NamedTuple):
    """What a reader of the printed block sees."""

    pieces: list[Piece]
    """Of the block's text."""
    links: list[tuple[int, int]]
    """Where in the block's text the words of each link begin and end."""


def plain(text: str, labels: frozenset[str]) -> Plain:
    """A block without its marks; `labels` name its link references."""
    marks = _Marks(text, labels)
    return Plain(marks.pieces(), marks.links)


class _Marks:
    """The marks of one block, met from left to right."""

    def __init__(self, text: str, labels: frozenset[str]) -> None:
        self._text = text
        self._labels = labels
        self._parts: list[Piece] = []
        self._runs: list[_Run] = []
        self._brackets: list[_Bracket] = []
        self.links: list[tuple[int, int]] = []
        self._code_marks: dict[int, list[int]] = defaultdict(list)
        for match in _CODE_MARK.finditer(text):
            self._code_marks[len(match[0])].append(match.start())

    def pieces(self) -> list[Piece]:
        """The text without its marks."""
        place = 0
        while (token := _TOKEN.search(self._text, place)) is not None:
            self._parts.append(Piece(place, self._text[place : token.start()]))
            place = self._take(token)
        self._parts.append(Piece(place, self._text[place:]))
        for run, unused in zip(self._runs, _unpaired(self._runs), strict=True):
            self._parts[run.part] = Piece(self._parts[run.part].start, run.mark * unused)
        return self._parts

    def _take(self, token: re.Match[str]) -> int:
        """Note one token; the place where the text goes on."""
        if token.lastgroup == "code":
            return self._take_code(token)
        if token.lastgroup == "closing":
            return self._take_closing(token)
        if token.lastgroup == "opening":
            self._brackets.append(_Bracket(len(self._parts), token.end(), is_image=len(token[0]) > 1))
        elif token.lastgroup == "run":
            self._runs.append(_run(self._text, token, len(self._parts)))
        self._parts.append(_printed(token))
        return token.end()

    def _take_code(self, token: re.Match[str]) -> int:
        """A code span ends at the next row of as many ticks."""
        ticks = len(token[0])
        ends = self._code_marks[ticks]
        following = bisect.bisect_left(ends, token.end())
        if following == len(ends):
            self._parts.append(Piece(token.start(), token[0]))
            return token.end()
        code = self._text[token.end() : ends[following]]
        self._parts.append(Piece(token.end(), code.replace("\n", " ")))
        return ends[following] + ticks

    def _take_closing(self, token: re.Match[str]) -> int:
        """A closing bracket makes a link or an image when a target or a known reference goes with it."""
        bracket = self._brackets.pop() if self._brackets else None
        end = self._link_end(bracket, token) if bracket else None
        if bracket is None or end is None:
            self._parts.append(Piece(token.start(), token[0]))
            return token.end()
        if bracket.is_image:
            del self._parts[bracket.part :]
            while self._runs and self._runs[-1].part >= bracket.part:
                self._runs.pop()
        else:
            self._parts[bracket.part] = Piece(bracket.end, "")
            self.links.append((bracket.end, token.start()))
        return end

    def _link_end(self, bracket: _Bracket, token: re.Match[str]) -> int | None:
        """Where the link that a closing bracket ends is over; None when it is no link."""
        target = _TARGET.match(self._text, token.end())
        if target is not None:
            return target.end()
        reference = _REFERENCE.match(self._text, token.end())
        name = reference[1] if reference else ""
        if not name and token.start() - bracket.end <= _LONGEST_LABEL:
            name = self._text[bracket.end : token.start()]
        if label(name) not in self._labels:
            return None
        return reference.end() if reference else token.end()


def _printed(token: re.Match[str]) -> Piece:
    """What stands in print for a token that needs no partner; for one that does, the token itself."""
    start, words = token.start(), token[0]
    match token.lastgroup:
        case "escaped" | "address" as inner:
            return Piece(token.start(inner), token[inner])
        case "line_break":
            return Piece(start, " ")
        case "entity":
            return Piece(start, _character(words))
        case "tag":
            return Piece(start, "" if _TAG_WITHOUT_WIDTH.match(words) else " ")
        case "template" | "footnote":
            return Piece(start, "")
    return Piece(start, words)


def _character(entity: str) -> str:
    """The character that an entity names; an unknown name is text."""
    named = not entity.startswith("&#")
    return visible(html5.get(entity[1:], entity) if named else html.unescape(entity))


def _run(text: str, token: re.Match[str], part: int) -> _Run:
    """Whether emphasis may begin or end at a row of marks: CommonMark's rule of the characters on both sides."""
    before = text[token.start() - 1] if token.start() else " "
    after = text[token.end()] if token.end() < len(text) else " "
    left = not after.isspace() and (after.isalnum() or not before.isalnum())
    right = not before.isspace() and (before.isalnum() or not after.isalnum())
    mark = token[0][0]
    if mark == "_":  # never inside a word
        left, right = left and not (right and before.isalnum()), right and not (left and after.isalnum())
    return _Run(part, mark, len(token[0]), left, right)


def _unpaired(runs: list[_Run]) -> list[int]:
    """How many marks of each run found no partner."""
    left = [run.length for run in runs]
    openers: dict[str, list[int]] = defaultdict(list)
    for closer, run in enumerate(runs):
        waiting = openers[run.mark]
        while run.closes and left[closer] and waiting:
            paired = min(left[closer], left[waiting[-1]])
            left[closer] -= paired
            left[waiting[-1]] -= paired
            if not left[waiting[-1]]:
                waiting.pop()
        if run.opens and left[closer]:
            waiting.append(closer)
    return left
