"""One check's way through its stories: each read, audited, and its doubtful findings left out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attribution.audit import audit
from attribution.console import Console
from attribution.errors import NothingAudited, UnreadableStory
from attribution.gate.desk import Desk
from attribution.inputs import read_input
from attribution.paths import STDIN
from attribution.reading import read_story
from attribution.report import Report


class Run:
    """The stories of one check, and those that could not be read."""

    def __init__(
        self,
        stories: Sequence[str],
        desk: Desk,
        console: Console,
        least: float = 0.0,
        stdin_name: str | None = None,
    ) -> None:
        self.console = console
        self.unread: list[str] = []
        self._stories = stories
        self._desk = desk
        self._least = least
        self._stdin_name = stdin_name

    def reports(self) -> Iterator[Report]:
        """One report a story that can be read; one that cannot is named, and the others still are checked.

        Raises:
            NothingAudited: none could.
        """
        read = 0
        for number, path in enumerate(self._stories, start=1):
            if len(self._stories) > 1:
                self.console.progress(f"{number}/{len(self._stories)} {path}")
            try:
                report = self._report(path)
            except UnreadableStory as error:
                self.console.error(str(error))
                self.unread.append(str(error))
                continue
            read += 1
            yield report
        if self.unread and not read:
            raise NothingAudited("nothing was checked: no story could be read")

    def _report(self, path: str) -> Report:
        name = self._stdin_name if path == STDIN and self._stdin_name else path
        story = read_story(read_input(path, sys.stdin.buffer), name)
        outlet = self._desk.outlet(name)
        report = audit(replace(story, outlet=outlet) if outlet else story, self._desk.policy(name))
        statements = report.analysis.statements
        sure = tuple(
            each
            for each in report.findings
            if each.statement is None or statements[each.statement].confidence >= self._least
        )
        return replace(report, findings=sure)
