"""The stories of one run: read, audited one after the other, and summed up."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

from attribution.audit import audit
from attribution.console import Console
from attribution.errors import NothingAudited, UnreadableStory
from attribution.gate.desk import Desk
from attribution.inputs import read_input
from attribution.model import Story
from attribution.paths import shown
from attribution.reading import read_story
from attribution.report import Report


class Batch:
    """The stories of one run, and how it goes."""

    def __init__(self, stories: tuple[str, ...], desk: Desk, console: Console) -> None:
        self._stories = stories
        self._desk = desk
        self._console = console
        self._audited = 0

    def reports(self, *, shows_progress: bool) -> Iterator[Report]:
        """One report a story that can be read.

        Raises:
            NothingAudited: none could.
        """
        several = len(self._stories) > 1
        for number, path in enumerate(self._stories, start=1):
            if several and shows_progress:
                self._console.progress(f"{number}/{len(self._stories)} {path}")
            try:
                story = self._read(path)
            except UnreadableStory as error:
                self._console.error(str(error))
                continue
            self._audited += 1
            yield audit(story, self._desk.policy(path))
        if not self._audited:
            raise NothingAudited("nothing was audited: no story could be read")

    def _read(self, path: str) -> Story:
        story = read_story(read_input(path, sys.stdin.buffer), path)
        self._console.detail(f"{shown(path)}: read as {story.format} in {story.encoding}, {story.words} words")
        outlet = self._desk.outlet(path)
        return replace(story, outlet=outlet) if outlet else story

    def close(self) -> bool:
        """Sum the run up; whether every story could be read."""
        if len(self._stories) > 1:
            self._console.note(f"{self._audited} of {len(self._stories)} stories audited")
        return self._audited == len(self._stories)
