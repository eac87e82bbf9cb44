"""Word documents, `.docx`; `attribution.word` reads them, and is loaded with its XML parser only when one comes."""

from __future__ import annotations

from attribution.decoding import is_word
from attribution.model import Story
from attribution.reading import Reader, StoryFile


def _read(file: StoryFile) -> Story:
    from attribution.word.story import story

    return story(file)


def _recognises(file: StoryFile) -> bool:
    return is_word(file.data)


READER = Reader("docx", (".docx",), _read, _recognises)
