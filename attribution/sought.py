"""What is sought in a text: a pattern that is tried only where it can match."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from attribution.model import Span

_KEPT = 16
"""Answers that are kept: of the same text much is asked."""


class Sought(NamedTuple):
    """A regular expression, and word parts in lower case of which every match holds one. Most sentences hold none, and
    are not searched; what no sentence holds is not even compiled. `search` shows the expression words in lower case,
    `as_written` and a page's `found` as they are.
    """

    expression: str
    anchors: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression as it searches."""
        return _compiled(self.expression)

    def search(self, text: str, place: Span) -> Span | None:
        """The first match inside a place of a text, which the expression sees alone and in lower case: without regard
        to case it would take three times as long.
        """
        return first_of((self,), text, place)

    def as_written(self, text: str, place: Span) -> Span | None:
        """The first match inside a place of a text, which the expression sees alone and as it is written."""
        found = self.pattern.search(place.of(text)) if _held((self,), text, place) else None
        return Span(place.start + found.start(), place.start + found.end()) if found else None


def first_of(several: Sequence[Sought], text: str, place: Span) -> Span | None:
    """The first match of any of several inside a place of a text, searched as by one of them."""
    near = _held(several, text, place)
    if not near:
        return None
    words = place.of(_lowered(text))
    found = [each.pattern.search(words) for each in near]
    first = min((match.span() for match in found if match is not None), default=None)
    return Span(place.start + first[0], place.start + first[1]) if first is not None else None


def _held(several: Sequence[Sought], text: str, place: Span) -> list[Sought]:
    """Those of several of which an anchor begins in a place of a text."""
    start, end = place.start, place.end
    return [each for each, anchors in _anchored(several, text) if anchors[bisect.bisect_left(anchors, start)] < end]


_compiled = cache(re.compile)


@lru_cache(_KEPT)
def _anchored(several: Sequence[Sought], text: str) -> tuple[tuple[Sought, list[int]], ...]:
    """Those of several whose anchors stand in a text, each with the places where one begins, and the text's end."""
    found = ((each, sorted(_begins(each.anchors, _lowered(text)))) for each in several)
    return tuple((each, [*places, len(text)]) for each, places in found if places)


def _begins(anchors: Sequence[str], text: str) -> Iterator[int]:
    for anchor in anchors:
        at = text.find(anchor)
        while at >= 0:
            yield at
            at = text.find(anchor, at + 1)


@lru_cache(_KEPT)
def _lowered(text: str) -> str:
    """A text in lower case, each letter in its place: few letters become two."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
