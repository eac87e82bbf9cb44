"""The way of a check through its stories: each read, audited and judged, several at a time when there are many."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import NamedTuple

from attribution.audit import audit
from attribution.console import Console
from attribution.errors import NothingAudited, UnreadableStory
from attribution.gate.baseline import Baseline, Entry, counted
from attribution.gate.desk import Desk
from attribution.gate.placed import Checked, checked, redacted
from attribution.inputs import read_input
from attribution.model import View
from attribution.paths import STDIN
from attribution.reading import read_story
from attribution.report import Report

MANY = 40
"""Stories from which it pays to start processes."""
_CHUNK = 4
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""What keeps the processes from getting in one another's way."""


class Judged(NamedTuple):
    """What became of one story."""

    checked: Checked | None
    """None when it could not be read."""
    entries: Counter[Entry]
    """Its findings as a baseline knows them; empty without one."""
    error: str | None


@dataclass(frozen=True, slots=True)
class Judge:
    """How each story of a check is judged."""

    desk: Desk
    known: Baseline | None = None
    redacts: bool = False
    stdin_name: str | None = None
    view: View = View.FINAL

    def __call__(self, path: str) -> Judged:
        """Read, audit and judge one story."""
        try:
            report = self._report(path)
        except UnreadableStory as error:
            return Judged(None, Counter(), str(error))
        entries = Counter[Entry]() if self.known is None else counted(self.known, (report,))
        waived = report if self.known is None else self.known.waive(report)
        return Judged(redacted(waived) if self.redacts else checked(waived), entries, None)

    def _report(self, path: str) -> Report:
        name = self.stdin_name if path == STDIN and self.stdin_name else path
        story = read_story(read_input(path, sys.stdin.buffer), name, self.view)
        outlet = self.desk.outlet(name)
        return audit(replace(story, outlet=outlet) if outlet else story, self.desk.policy(name))


def judged(judge: Judge, stories: Sequence[str], console: Console, jobs: int | None = None) -> Iterator[Judged]:
    """Every story judged, in the order of the stories; `jobs` None: as many at a time as pays.

    Raises:
        NothingAudited: there were stories, and none could be read.
    """
    number = jobs or (os.cpu_count() or 1 if len(stories) >= MANY else 1)
    read = 0
    for place, each in enumerate(_all(judge, stories, min(number, len(stories))), start=1):
        if len(stories) > 1:
            console.progress(f"{place}/{len(stories)} {stories[place - 1]}")
        if each.error is not None:
            console.error(each.error)
        read += each.checked is not None
        yield each
    if stories and not read:
        raise NothingAudited("nothing was checked: no story could be read")


def _all(judge: Judge, stories: Sequence[str], jobs: int) -> Iterator[Judged]:
    if jobs <= 1 or STDIN in stories:
        yield from map(judge, stories)
        return
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"))
    try:
        yield from pool.map(judge, stories, chunksize=_CHUNK)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
