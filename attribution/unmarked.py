"""The paragraphs of unmarked text: a line is one, unless the lines of a block were wrapped at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attribution.bylines import byline
from attribution.model import Span

_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_FULL_STOP = re.compile(r"(?<!\.)\.[\"'”’»)\]]*$")
_WRAPPED_WIDTHS = range(50, 101)
"""Characters of a line that was wrapped: an e-mail has 72, a terminal 80."""
_HEADLINE_WORDS = 25


def paragraph_spans(text: str) -> Iterator[Span]:
    """The paragraphs of a text, without the white space around them."""
    for number, block in enumerate(_blocks(text)):
        lines = block
        if number == 0 and _leads(text, block):
            yield block[0]
            lines = block[1:]
        if _is_wrapped([line.of(text) for line in lines]):
            yield Span(lines[0].start, lines[-1].end)
        else:
            yield from lines


def _blocks(text: str) -> Iterator[list[Span]]:
    """Rows of lines between empty lines, each line without the white space around it."""
    block: list[Span] = []
    for match in _LINE.finditer(text):
        words = match[0].lstrip()
        line = Span(match.end() - len(words), match.end() - len(words) + len(words.rstrip()))
        if not len(line):
            continue
        if block and text.count("\n", block[-1].end, line.start) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines are one paragraph broken at a fixed width: alike in length, and seldom ended by a sentence."""
    inner = lines[:-1]
    unfinished = sum(not _SENTENCE_END.search(line) for line in inner)
    alike = all(len(line) in _WRAPPED_WIDTHS for line in inner) and len(lines[-1]) <= _WRAPPED_WIDTHS[-1]
    return bool(inner) and alike and 2 * unfinished > len(inner)


def _leads(text: str, block: Sequence[Span]) -> bool:
    """Whether a block opens with a headline: its next word would have stood on the first line, had it been wrapped."""
    if len(block) == 1 or not is_headline(block[0].of(text)):
        return False
    next_word = block[1].of(text).split(maxsplit=1)[0]
    return len(block[0]) + len(" ") + len(next_word) <= max(len(line) for line in block[1:])


def is_headline(line: str) -> bool:
    """Whether the first line of a story reads as its headline: short, no sentence, no byline."""
    return len(line.split()) < _HEADLINE_WORDS and not _FULL_STOP.search(line) and not byline(line)


def unwrapped(text: str, spans: Iterable[Span]) -> str:
    """The text with a space for each line break inside a paragraph."""
    parts: list[str] = []
    end = 0
    for span in spans:
        parts += text[end : span.start], span.of(text).replace("\n", " ")
        end = span.end
    return "".join([*parts, text[end:]])
