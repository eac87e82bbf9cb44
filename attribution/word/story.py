"""Word documents: the words that a reader of the printed story sees, under one view of the tracked changes.

The lines of the file, as every position counts them, are its paragraphs from 1 on: those of the body with its tables
and text boxes, then the footnotes and the endnotes. Notes are read because a story's sourcing may stand in them.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution.bylines import bylines
from attribution.model import Role, Span, Story
from attribution.reading import StoryFile
from attribution.word.flow import Flow, flow
from attribution.word.package import opened
from attribution.word.printed import Printed, printed
from attribution.word.styles import styles


def story(file: StoryFile) -> Story:
    """The story that a Word document holds.

    Raises:
        UnreadableStory: the document breaks the rules of its format.
    """
    package = opened(file.data, file.path)
    words = flow(package, file.view)
    page = printed(words, styles(package), file.view)
    paragraphs = [paragraph.span.of(page.text) for paragraph in page.paragraphs]
    headline = next((each.span.of(page.text) for each in page.paragraphs if each.role is Role.HEADLINE), None)
    return Story(
        text=page.text,
        paragraphs=page.paragraphs,
        positions=page.positions,
        path=file.path,
        format="docx",
        encoding=(package.root.getroottree().docinfo.encoding or "utf-8").lower(),
        sha256=file.sha256,
        headline=headline,
        bylines=bylines(paragraphs),
        links=tuple(_links(words, page)),
        view=file.view,
    )


def _links(words: Flow, page: Printed) -> Iterator[Span]:
    for link in words.links:
        start, end = map(page.positions.text_offset, link)
        yield Span(start, end)
