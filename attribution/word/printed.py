"""The words of a Word document as a story's text, and what each paragraph is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from attribution.assembly import Assembled, cleaned_lines
from attribution.bylines import byline
from attribution.model import Paragraph, PositionMap, Role, Span, View
from attribution.unmarked import is_headline, paragraph_spans, unwrapped
from attribution.word.flow import Flow
from attribution.word.styles import Styles


@dataclass(frozen=True, slots=True)
class Printed:
    """The text of a story with its paragraphs, and where in the flow each character stands."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    positions: PositionMap
    """Its file is the text of the flow, its lines are the paragraphs of the Word document."""


def printed(flow: Flow, styles: Styles, view: View) -> Printed:
    """The words that a reader of the printed story sees.

    Line breaks inside a paragraph part paragraphs as they do in plain text; in a title or heading they do not.
    """
    content = cleaned_lines(flow.text, flow.paragraph_starts or (0,))
    found = [
        Paragraph(span, role)
        for span, role in _spans(content, flow, styles, view)
        if any(letter.isalnum() for letter in span.of(content.text))
    ]
    text = unwrapped(content.text, [paragraph.span for paragraph in found])
    return Printed(text, tuple(_with_headline(text, found)), content.positions)


def _spans(content: Assembled, flow: Flow, styles: Styles, view: View) -> Iterator[tuple[Span, Role]]:
    for block in flow.blocks:
        start, end = (content.positions.text_offset(place) for place in (block.start, block.end))
        words = content.text[start:end]
        role = styles.role(block.paragraph, view)
        inner = paragraph_spans(words) if role is Role.BODY else iter([_stripped(words)])
        for span in inner:
            yield Span(start + span.start, start + span.end), role


def _stripped(words: str) -> Span:
    begin = len(words) - len(words.lstrip())
    return Span(begin, max(begin, len(words.rstrip())))


def _with_headline(text: str, paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, one of them as the headline and no other."""
    headline = _headline(text, paragraphs)
    for index, paragraph in enumerate(paragraphs):
        if index == headline:
            yield replace(paragraph, role=Role.HEADLINE)
        elif paragraph.role is Role.HEADLINE:
            yield replace(paragraph, role=Role.HEADING)
        else:
            yield paragraph


def _headline(text: str, paragraphs: list[Paragraph]) -> int | None:
    """The number of the title; else of the heading that stands before all sentences; else of a short first line."""
    if len(paragraphs) < 2:
        return None
    for index, paragraph in enumerate(paragraphs):
        if paragraph.role is Role.HEADLINE:
            return index
    for index, paragraph in enumerate(paragraphs):
        words = paragraph.span.of(text)
        if paragraph.role is Role.HEADING:
            return index
        if not (is_headline(words) or byline(words)):
            break
    return 0 if is_headline(paragraphs[0].span.of(text)) else None
