"""A story from the bytes of a file: what a reader is, and which one reads a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from os.path import splitext

from attribution.decoding import Decoded, decode
from attribution.errors import UnreadableStory
from attribution.language import is_english
from attribution.model import Story, View
from attribution.paths import STDIN, shown
from attribution.registry import declared

_PLAIN = "text"


@dataclass(frozen=True, slots=True)
class StoryFile:
    """A file as a reader gets it: its bytes, where they came from and how the user wants them read."""

    path: str
    """As the user named it; `-` for standard input."""
    data: bytes
    view: View = View.FINAL

    @property
    def sha256(self) -> str:
        """Of the file's bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def decoded(self) -> Decoded:
        """The file as text, with all that cannot be seen.

        Raises:
            UnreadableStory: it is no text.
        """
        return decode(self.data, self.path)


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format."""

    name: str
    """As `Story.format` and the report name it."""
    suffixes: tuple[str, ...]
    """Of file names, in small letters, with the dot."""
    read: Callable[[StoryFile], Story]
    """Raises `UnreadableStory` for a file that breaks the format's rules; finds no paragraph in an empty one."""
    recognises: Callable[[StoryFile], bool]
    """Whether what came without a name, through standard input, looks like this format and no other."""


@lru_cache(maxsize=1)
def readers() -> tuple[Reader, ...]:
    """Every format that can be read, in order of module name."""
    return declared("attribution.readers", Reader)


def story_suffixes() -> tuple[str, ...]:
    """The file names that are stories when a folder is searched: `.md`, `.txt`, …"""
    return tuple(suffix for reader in readers() for suffix in reader.suffixes)


def read_story(data: bytes, path: str, view: View = View.FINAL) -> Story:
    """The story that a file's bytes hold; `path`, as the user named it, tells the format by its suffix.

    A suffix of no format means plain text, and so does standard input that looks like no other format. `view` chooses
    between the two texts of a file with tracked changes.

    Raises:
        UnreadableStory: the bytes break the rules of their format, hold no words, or are not English.
    """
    file = StoryFile(path, data, view)
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
    suffix = splitext(file.path)[1].lower()
    fitting = (
        (reader for reader in readers() if reader.recognises(file))
        if file.path == STDIN
        else (reader for reader in readers() if suffix in reader.suffixes)
    )
    return next(fitting, next(reader for reader in readers() if reader.name == _PLAIN))
