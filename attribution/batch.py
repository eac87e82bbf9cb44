"""The files of one run: read one after the other, and summed up."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Generic, TypeVar

from attribution.ahead import Work
from attribution.console import Console
from attribution.errors import NothingAudited, UnreadableReport, UnreadableStory
from attribution.gate.desk import Desk
from attribution.inputs import read_input
from attribution.model import View
from attribution.paths import STDIN, shown
from attribution.reading import read_story

Found = TypeVar("Found")


class Batch(Generic[Found]):
    """The files of one run, and how it goes; `opened` gives what a file stands for: stories to audit, or reports."""

    def __init__(self, paths: tuple[str, ...], opened: Callable[[str], Iterable[Found]], console: Console) -> None:
        self._paths = paths
        self._opened = opened
        self._console = console
        self._audited = 0
        self._unread = 0
        self._refused = False

    def read(self, *, shows_progress: bool) -> Iterator[Found]:
        """What every file stands for that can be read.

        Raises:
            NothingAudited: none could.
        """
        several = len(self._paths) > 1
        for number, path in enumerate(self._paths, start=1):
            if several and shows_progress:
                self._console.progress(f"{number}/{len(self._paths)} {path}")
            try:
                found = tuple(self._opened(path))
            except (UnreadableStory, UnreadableReport) as error:
                self._console.error(str(error))
                self._unread += 1
                continue
            self._audited += len(found)
            yield from found
        if not self._audited:
            raise NothingAudited("nothing was audited: no story could be read")

    def refuse(self, error: UnreadableStory) -> None:
        """Say why something cannot be made of a story; the run does not end well any more."""
        self._console.error(str(error))
        self._refused = True

    def close(self) -> bool:
        """Sum the run up; whether every file could be read, and all that was asked for be made of it."""
        total = self._audited + self._unread
        if total > 1:
            self._console.note(f"{self._audited} of {total} stories reported on")
        return not self._unread and not self._refused


class Reader:
    """Reads the story in a file, to be audited as the desk says; `stdin_name` is what standard input goes by."""

    def __init__(self, desk: Desk, console: Console, view: View, stdin_name: str | None = None) -> None:
        self._desk = desk
        self._console = console
        self._view = view
        self._stdin_name = stdin_name

    def __call__(self, path: str) -> Work:
        """The story in a file, and its policy.

        Raises:
            UnreadableStory: it cannot be read.
        """
        name = self._stdin_name if path == STDIN and self._stdin_name else path
        story = read_story(read_input(path, sys.stdin.buffer), name, self._view)
        self._console.detail(f"{shown(name)}: read as {story.format} in {story.encoding}, {story.words} words")
        outlet = self._desk.outlet(name)
        return Work(replace(story, outlet=outlet) if outlet else story, self._desk.policy(name))
