"""What is sought in a text: a pattern that is tried only where it can match."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from attribution.model import Span


class Sought(NamedTuple):
    """A regular expression, and word parts in lower case of which every match holds one. Most sentences hold none, and
    are not searched; what no sentence holds is not even compiled. `search` shows the expression words in lower case, a
    page's `found` as they are.
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


def first_of(several: Sequence[Sought], text: str, place: Span) -> Span | None:
    """The first match of any of several inside a place of a text, searched as by one of them."""
    words = _lowered(place.of(text))
    found = [sought.pattern.search(words) for sought in several if any(map(words.__contains__, sought.anchors))]
    first = min((match.span() for match in found if match is not None), default=None)
    return Span(place.start + first[0], place.start + first[1]) if first is not None else None


_compiled = cache(re.compile)


def _lowered(words: str) -> str:
    """Words in lower case, each letter in its place: few letters become two."""
    lowered = words.lower()
    return lowered if len(lowered) == len(words) else "".join(c.lower() if len(c.lower()) == 1 else c for c in words)
