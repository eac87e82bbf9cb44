"""Plain text: a line is a paragraph, unless the lines of a block were wrapped at a fixed width.

`Story.text` is the file's text character for character, but for two things that become spaces, which keeps every
offset: the line breaks inside a wrapped paragraph, and what cannot be seen.
"""

from __future__ import annotations

from attribution.assembly import cleaned_in_place
from attribution.bylines import bylines
from attribution.model import Paragraph, Role, Story
from attribution.reading import Reader, StoryFile
from attribution.unmarked import is_headline, paragraph_spans, unwrapped


def _read(file: StoryFile) -> Story:
    file_text, encoding = file.decoded()
    content = cleaned_in_place(file_text)
    text = content.text
    spans = [span for span in paragraph_spans(text) if any(letter.isalnum() for letter in span.of(text))]
    wrapped = unwrapped(text, spans)
    first = spans[0].of(wrapped) if len(spans) > 1 else ""
    headline = first if first and is_headline(first) else None
    roles = [Role.HEADLINE if headline and index == 0 else Role.BODY for index in range(len(spans))]
    return Story(
        text=wrapped,
        paragraphs=tuple(map(Paragraph, spans, roles)),
        positions=content.positions,
        path=file.path,
        format=READER.name,
        encoding=encoding,
        sha256=file.sha256,
        headline=headline,
        bylines=bylines(span.of(wrapped) for span in spans),
    )


def _recognises(_file: StoryFile) -> bool:
    """Never: text is what a file is taken for when no other format fits."""
    return False


READER = Reader("text", (".txt", ".text"), _read, _recognises)
