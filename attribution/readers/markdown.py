"""Markdown: the words that a reader of the printed story sees, one paragraph a line of `Story.text`.

Paragraphs, headings, list items and table rows are parted by one newline; lines wrapped in the file are joined by a
space. Every character maps back to the file: an entity to its `&`, a space that stands for a line break, a table's
bar or a tag to what it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attribution.assembly import Assembled, Piece, assemble, cleaned
from attribution.bylines import bylines
from attribution.errors import UnreadableStory
from attribution.markdown.blocks import Block, blocks, link_labels, printed_parts
from attribution.markdown.front_matter import FrontMatter, front_matter, has_front_matter
from attribution.markdown.inline import plain
from attribution.model import Directive, Paragraph, Role, Span, Story
from attribution.reading import Reader, StoryFile

_DIRECTIVE = re.compile(r"<!--\s*attribution:(?P<words>.*?)-->", re.DOTALL)


class _Words(NamedTuple):
    """A paragraph's words as pieces of the text of all blocks, and what it is for."""

    role: Role
    pieces: list[Piece]
    links: list[tuple[int, int]]
    """Where in the text of all blocks the words of each link begin and end."""


def _read(file: StoryFile) -> Story:
    file_text, encoding = file.decoded()
    source = cleaned(file_text)
    front = front_matter(source.text, file.path)
    printed = assemble(source, printed_parts(source.text, front.end, file.path))
    page = list(blocks(printed.text))
    marked = assemble(printed, _lines(printed.text, page))
    words = list(_words(marked, page, link_labels(printed.text)))
    content = assemble(marked, _joined(words))
    title = "".join(piece.text for piece in plain(front.headline or "", frozenset()).pieces).strip()
    paragraphs = _paragraphs(content.text, words, title)
    headline = next((part.span.of(content.text) for part in paragraphs if part.role is Role.HEADLINE), None)
    return Story(
        text=content.text,
        paragraphs=paragraphs,
        positions=content.positions,
        path=file.path,
        format=READER.name,
        encoding=encoding,
        sha256=file.sha256,
        headline=title or headline,
        bylines=front.bylines or bylines(part.span.of(content.text) for part in paragraphs),
        outlet=front.outlet,
        published=front.published,
        links=tuple(_links(marked, content, words)),
        directives=tuple(_directives(source, content, front)),
        is_draft=front.is_draft,
    )


def _directives(source: Assembled, content: Assembled, front: FrontMatter) -> Iterator[Directive]:
    """The comments to the tool: those of the front matter, then those in the text."""
    for words in front.allowed:
        yield Directive(f"allow {words}", None, 1)
    positions = source.positions
    for match in _DIRECTIVE.finditer(source.text):
        place = content.positions.text_offset(positions.file_offset(match.end()))
        yield Directive(match["words"].strip(), min(place, len(content.text)), positions.position(match.start()).line)


def _links(marked: Assembled, content: Assembled, words: Sequence[_Words]) -> Iterator[Span]:
    """The words of each link in the finished text: where the characters from the same places of the file stand."""
    for paragraph in words:
        for first, last in paragraph.links:
            if last > first:
                start, end = (
                    content.positions.text_offset(marked.positions.file_offset(place)) for place in (first, last)
                )
                yield Span(start, max(start, min(end, len(content.text))))


def _lines(text: str, page: Sequence[Block]) -> Iterator[Piece]:
    """The lines of all blocks, each ended by a newline."""
    for block in page:
        for line in block.lines:
            yield Piece(line.start, line.of(text))
            yield Piece(line.end, "\n")


def _words(marked: Assembled, page: Sequence[Block], labels: frozenset[str]) -> Iterator[_Words]:
    """The words of each block that has any."""
    start = 0
    for block in page:
        end = start + sum(len(line) + len("\n") for line in block.lines)
        printed = plain(marked.text[start : end - len("\n")], labels)
        pieces = [Piece(start + piece.start, piece.text) for piece in printed.pieces]
        if any(letter.isalnum() for piece in pieces for letter in piece.text):
            yield _Words(block.role, pieces, [(start + first, start + last) for first, last in printed.links])
        start = end


def _joined(words: Sequence[_Words]) -> Iterator[Piece]:
    """The pieces of all paragraphs, with a newline where one ends and the next begins."""
    for index, paragraph in enumerate(words):
        if index:
            last = words[index - 1].pieces[-1]
            yield Piece(last.start + len(last.text), "\n")
        yield from paragraph.pieces


def _paragraphs(text: str, words: Sequence[_Words], title: str) -> tuple[Paragraph, ...]:
    """The paragraphs of the finished text; a heading at the top is the headline unless the file names another."""
    found: list[Paragraph] = []
    for line, paragraph in zip(_line_spans(text), words, strict=False):
        role = paragraph.role
        leads = not found and role is Role.HEADING
        if leads and title.casefold() in ("", line.of(text).casefold()):
            role = Role.HEADLINE
        found.append(Paragraph(line, role))
    return tuple(found)


def _line_spans(text: str) -> Iterator[Span]:
    """Each line of a text without the white space around it."""
    start = 0
    for line in text.split("\n"):
        words = line.lstrip()
        begin = start + len(line) - len(words)
        yield Span(begin, begin + len(words.rstrip()))
        start += len(line) + 1


def _recognises(file: StoryFile) -> bool:
    """Whether it opens with front matter, which plain text does not."""
    try:
        text = cleaned(file.decoded().text).text
    except UnreadableStory:
        return False
    return has_front_matter(text)


READER = Reader("markdown", (".md", ".markdown", ".mdown"), _read, _recognises)
