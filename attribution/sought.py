"""What is sought in a text: a pattern that is tried only where it can match."""

from __future__ import annotations

import re
from typing import NamedTuple

from attribution.model import Span


class Sought(NamedTuple):
    """A pattern, and word parts in lower case of which every match holds one. Most sentences hold none, and are not
    searched: that takes a tenth of the time.
    """

    pattern: re.Pattern[str]
    anchors: tuple[str, ...]

    def search(self, text: str, place: Span) -> re.Match[str] | None:
        """The first match inside a place of a text, which the pattern sees as if the text ended there."""
        words = place.of(text).lower()
        if not any(anchor in words for anchor in self.anchors):
            return None
        return self.pattern.search(text, place.start, place.end)
