"""Support: whether something else in the story backs what one statement says."""

from __future__ import annotations

import re

from attribution.facts.page import Page
from attribution.model import ATTRIBUTED, Tag

_SHARED = 3
"""Longer words or numbers that two statements share when they are about the same thing."""
_SOON, _SHARED_SOON = 4, 2
"""A group is made good by a member who is named in so many sentences, on so much of the same."""
_EXAMPLE = re.compile(r"\b(?:for\s+example|for\s+instance|among\s+them|such\s+as)\b")


def is_supported(page: Page, i: int) -> bool:
    """Whether another source of the story speaks of what a statement says."""
    own = page.statements[i]
    if Tag.RECORD in own.also:
        return True
    about = page.stems(i)
    return any(
        page.statements[k].tag in ATTRIBUTED
        and page.statements[k].source != own.source
        and page.statements[k].source is not None
        and len(about & page.stems(k)) >= _SHARED
        for k in page.body
        if k != i
    )


def is_named_soon(page: Page, i: int) -> bool:
    """Whether one of the next sentences lets somebody with a name make the same point, or calls one an example."""
    about = page.stems(i)
    for k in range(i + 1, min(i + 1 + _SOON, len(page.statements))):
        source = page.source(k)
        named = page.statements[k].tag is Tag.RECORD and source is not None and source.name is not None
        if named and (len(about & page.stems(k)) >= _SHARED_SOON or _EXAMPLE.search(page.text(k))):
            return True
    return False
