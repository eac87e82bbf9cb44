"""A story from the bytes of a file: what a reader is, and which one reads a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from os.path import splitext

from attribution.assembly import Assembled, cleaned
from attribution.decoding import decode
from attribution.errors import UnreadableStory
from attribution.front_matter import has_front_matter
from attribution.language import is_english
from attribution.model import Story
from attribution.paths import STDIN, shown
from attribution.registry import declared

_PLAIN, _MARKDOWN = "text", "markdown"


@dataclass(frozen=True, slots=True)
class StoryFile:
    """A file as a reader gets it: decoded, cleaned of what cannot be seen, and where it came from."""

    path: str
    """As the user named it; `-` for standard input."""
    encoding: str
    """The Python codec that decoded the bytes."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    content: Assembled
    """Without invisible characters, lines ended by one newline."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format."""

    name: str
    """As `Story.format` and the report name it."""
    suffixes: tuple[str, ...]
    """Of file names, in small letters, with the dot."""
    read: Callable[[StoryFile], Story]
    """Raises `UnreadableStory` for a file that breaks the format's rules; finds no paragraph in an empty one."""


@lru_cache(maxsize=1)
def readers() -> tuple[Reader, ...]:
    """Every format that can be read, in order of module name."""
    return declared("attribution.readers", Reader)


def story_suffixes() -> tuple[str, ...]:
    """The file names that are stories when a folder is searched: `.md`, `.txt`, …"""
    return tuple(suffix for reader in readers() for suffix in reader.suffixes)


def read_story(data: bytes, path: str) -> Story:
    """The story that a file's bytes hold; `path`, as the user named it, tells the format by its suffix.

    A suffix of no format means plain text. Standard input is plain text unless it opens with front matter.

    Raises:
        UnreadableStory: the bytes are no text, break the rules of their format, hold no words, or are not English.
    """
    text, encoding = decode(data, path)
    file = StoryFile(path, encoding, hashlib.sha256(data).hexdigest(), cleaned(text))
    story = _reader(file).read(file)
    if not story.paragraphs:
        raise UnreadableStory(f"{shown(path)} holds no text to audit; check that it is the right file")
    if not is_english(story.text):
        raise UnreadableStory(
            f"{shown(path)} does not read like English, the one language the audit knows; leave it out"
        )
    return story


def _reader(file: StoryFile) -> Reader:
    """The reader for a file's suffix, or for what standard input looks like."""
    if file.path == STDIN:
        return _named(_MARKDOWN if has_front_matter(file.content.text) else _PLAIN)
    suffix = splitext(file.path)[1].lower()
    return next((reader for reader in readers() if suffix in reader.suffixes), _named(_PLAIN))


def _named(name: str) -> Reader:
    return next(reader for reader in readers() if reader.name == name)
