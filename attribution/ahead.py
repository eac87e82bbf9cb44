"""Many stories, audited one after the other while the network reads the next ones.

Half of an audit is the network's sums over words. They need no interpreter, so that a thread does those of the next
stories while this one cuts sentences, finds sources and weighs tags. The reports are those of `attribution.audit`.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from attribution.audit import audit, reported
from attribution.model import Story
from attribution.policy import Policy
from attribution.report import Report

if TYPE_CHECKING:
    from concurrent.futures import Future

    from attribution.analysis import Begun
    from attribution.analysis.network.reader import Deepened

FIRST, MOST, GROWTH = 10_000, 60_000, 1.3
"""Characters read ahead at a time: at first those of two stories, so that the reports begin soon, then more and more up
to those of a dozen."""
AHEAD = 2
"""Groups that the thread has to read while the stories of one are concluded: it never waits for the next."""
TURN = 5e-5
"""Seconds until a thread that waits for the interpreter gets it. The usual hundredfold makes the sums wait longer than
they take."""


class Work(NamedTuple):
    """A story to audit, and how."""

    story: Story
    policy: Policy


def audits(stories: Iterable[Work]) -> Iterator[Report]:
    """The reports on stories, in their order."""
    groups = _groups(stories)
    first, second = next(groups, ()), next(groups, ())
    if second:
        yield from _read_ahead(chain((first, second), groups))
    else:
        yield from (audit(*each) for each in first)


def _groups(stories: Iterable[Work]) -> Iterator[Sequence[Work]]:
    group: list[Work] = []
    size, enough = 0, float(FIRST)
    for each in stories:
        group.append(each)
        size += len(each.story.text)
        if size >= enough:
            yield group
            group, size, enough = [], 0, min(MOST, GROWTH * enough)
    if group:
        yield group


def _read_ahead(groups: Iterable[Sequence[Work]]) -> Iterator[Report]:
    from concurrent.futures import ThreadPoolExecutor

    from attribution.analysis import begun, deepened, joined

    with _sharing_the_processor(), ThreadPoolExecutor(1) as reader:
        ahead: deque[tuple[Sequence[Work], Sequence[Begun], Future[Deepened]]] = deque()
        for group in groups:
            starts = [begun(each.story) for each in group]
            ahead.append((group, starts, reader.submit(deepened, joined(starts))))
            if len(ahead) > AHEAD:
                yield from _concluded(*ahead.popleft())
        while ahead:
            yield from _concluded(*ahead.popleft())


def _concluded(group: Sequence[Work], starts: Sequence[Begun], seen: Future[Deepened]) -> Iterator[Report]:
    from attribution.analysis import concluded, read

    readings = read(starts, seen.result())
    for (story, policy), start, reading in zip(group, starts, readings, strict=True):
        yield reported(story, policy, concluded(start, reading, policy))


@contextmanager
def _sharing_the_processor() -> Iterator[None]:
    """One core for the sums, one for the interpreter."""
    from threadpoolctl import threadpool_limits

    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        with threadpool_limits(1, "blas"):
            yield
    finally:
        sys.setswitchinterval(before)
