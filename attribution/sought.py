"""What is sought in a text: a pattern that is tried only where it can match."""

from __future__ import annotations

import re
from typing import NamedTuple

from attribution.model import Span


class Sought(NamedTuple):
    """A pattern, and word parts in lower case of which every match holds one. Most sentences hold none, and are not
    searched: that takes a tenth of the time. `search` shows the pattern words in lower case, a page's `found` as they
    are.
    """

    pattern: re.Pattern[str]
    anchors: tuple[str, ...]

    def search(self, text: str, place: Span) -> Span | None:
        """The first match inside a place of a text, which the pattern sees alone and in lower case: without regard to
        case it would take three times as long.
        """
        words = _lowered(place.of(text))
        if not any(map(words.__contains__, self.anchors)):
            return None
        found = self.pattern.search(words)
        return Span(place.start + found.start(), place.start + found.end()) if found else None


def _lowered(words: str) -> str:
    """Words in lower case, each letter in its place: few letters become two."""
    lowered = words.lower()
    return lowered if len(lowered) == len(words) else "".join(c.lower() if len(c.lower()) == 1 else c for c in words)
