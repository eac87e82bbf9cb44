"""What the user named on the command line, as stories to read one at a time."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from attribution.decoding import LARGEST_STORY, too_large
from attribution.errors import NothingAudited, UnreadableStory, UsageError
from attribution.paths import STDIN, shown
from attribution.reading import story_suffixes

_WORD_LOCK = "~$"
"""How the file begins that Word keeps beside a document while it is open."""


def find_stories(paths: Iterable[str]) -> tuple[str, ...]:
    """The path of every story that files, folders and `-` name, each once, in the order of the arguments.

    A folder stands for all files below it whose suffix is a story's, in order of path; hidden ones and Word's locks
    are left out. A folder that cannot be listed stays as it is: `read_input` then says why, while the other stories
    are audited.

    Raises:
        UsageError: a path does not exist.
        NothingAudited: there is no story in any of the folders.
    """
    named = tuple(paths)
    found: dict[str, str] = {}
    for path in named:
        for story in _stories(path):
            found.setdefault(story if story == STDIN else os.path.realpath(story), story)
    if not found:
        places, suffixes = ", ".join(map(shown, named)) or "no path", " ".join(story_suffixes())
        raise NothingAudited(f"{places}: no story found; looked for files that end in {suffixes}")
    return tuple(found.values())


def read_input(path: str, stdin: BinaryIO) -> bytes:
    """The bytes of one story; `-` is read from `stdin`. A file that is too large is refused before it is read.

    Raises:
        UnreadableStory: the file cannot be read, or is larger than a story.
    """
    try:
        data = _limited(stdin) if path == STDIN else _file_bytes(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableStory(f"{shown(path)} cannot be read ({reason}); check that it is there and yours") from error
    if len(data) > LARGEST_STORY:
        raise too_large(path, len(data))
    return data


def _file_bytes(path: str) -> bytes:
    status = os.stat(path)
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableStory(f"{shown(path)} is a folder that cannot be listed; check that you may read it")
    if status.st_size > LARGEST_STORY:
        raise too_large(path, status.st_size)
    with open(path, "rb") as file:
        return _limited(file)


def _limited(file: BinaryIO) -> bytes:
    """All that a stream holds, up to just more than a story may have: pipes and devices tell no size."""
    return file.read(LARGEST_STORY + 1)


def _stories(path: str) -> Iterator[str]:
    """The stories that one argument names."""
    if path == STDIN or (os.path.exists(path) and not os.path.isdir(path)):
        yield path
    elif os.path.isdir(path):
        yield from sorted(_below(path), key=_in_path_order)
    else:
        raise UsageError(f"{shown(path)}: no such file or folder; check the path")


def _below(folder: str) -> Iterator[str]:
    """The stories in a folder and the folders in it, and those folders that cannot be listed."""
    unlisted: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=unlisted.append):
        folders[:] = (name for name in folders if not name.startswith("."))
        yield from (os.path.join(place, name) for name in files if _is_story(name))
    yield from (str(error.filename) for error in unlisted)


def _is_story(name: str) -> bool:
    return not name.startswith((".", _WORD_LOCK)) and name.lower().endswith(story_suffixes())


def _in_path_order(path: str) -> tuple[str, ...]:
    """Folders part names before letters are compared, on every system alike."""
    return PurePath(path).parts
