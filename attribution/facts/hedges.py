"""Hedges: words by which a story passes on what somebody says without telling who.

"Reportedly" hides an outlet, "it is understood" anybody at all, "allegedly" an accuser. A hedge with a source in its
sentence hides nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from attribution.analysis.hearsay import HEARSAY
from attribution.facts.page import Page
from attribution.model import Span, Tag
from attribution.sought import Sought

_HEARSAY = Sought(
    rf"(?i){HEARSAY}|\bpurportedly\b",
    ("report", "purported"),
)
_AGENTLESS = Sought(
    r"(?i)\bit\s+(?:is|was|has\s+been)\s+(?:widely\s+|generally\s+|also\s+|now\s+)?"
    r"(?:believed|understood|thought|said|expected|claimed|alleged|feared|rumou?red)\s+(?:that\b|to\s+be\b)"
    r"|\b(?:is|are|was|were)\s+(?:widely\s+|also\s+|still\s+|now\s+|generally\s+)?"
    r"(?:believed|understood|thought|said|rumou?red)\s+to\s+(?:be|have)\b",
    ("believed", "understood", "thought", "said", "expected", "claimed", "alleged", "feared", "rumo"),
)
_ALLEGED = Sought(
    r"(?i)\b(?:allegedly|accused\s+of|suspected\s+of|faces?\s+(?:claims|allegations|accusations)\s+(?:of|that))\b",
    ("alleged", "accused", "suspected", "face"),
)


class Hedging(Enum):
    """What a hedge hides."""

    HEARSAY = "hearsay"
    AGENTLESS = "agentless"
    ALLEGED = "alleged"


@dataclass(frozen=True, slots=True)
class Hedge:
    """One hedge in the story's own voice."""

    hedging: Hedging
    statement: int
    span: Span
    is_sourced: bool
    """The sentence names or describes somebody on whose word it rests."""


_PATTERNS = ((Hedging.HEARSAY, _HEARSAY), (Hedging.AGENTLESS, _AGENTLESS), (Hedging.ALLEGED, _ALLEGED))


def hedges(page: Page) -> Iterator[Hedge]:
    """The hedges of a story's body outside quotations, by kind and then in order of place."""
    for hedging, pattern in _PATTERNS:
        for found in page.found(pattern):
            yield Hedge(hedging, found.statement, found.span, _is_sourced(page, found.statement, found.span))


def _is_sourced(page: Page, i: int, hedge: Span) -> bool:
    """Whether a statement rests on somebody's word, or has words for a source apart from the hedge's own."""
    statement = page.statements[i]
    if statement.source is not None and statement.tag is not Tag.BACKGROUND:
        return True
    return any(
        attribution.source is not None and (attribution.cue is None or not attribution.cue.shared(hedge))
        for attribution, _ in page.attributions(i)
    )
