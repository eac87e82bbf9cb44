"""Relays: what other outlets reported, on whose word they reported it, and whether this story confirmed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attribution.facts.page import Page
from attribution.facts.unnamed import is_insider
from attribution.model import UNNAMED, Kind, Source, Span, Tag

VERIFIES = re.compile(
    r"\b(?:(?:has|have|had|could|can|did)\s*(?:not|n[o’']t)\s+(?:\w+\s+){0,2}?(?:verif\w+|confirm\w*|corroborat\w+|authenticat\w+|match\w*)"
    r"|unable\s+to\s+(?:\w+\s+)?(?:verify|confirm)|(?:independently|separately)\s+(?:verif\w+|confirm\w+)"
    r"|(?:was|were|been)\s+confirmed\b|unconfirmed|confirm(?:ed|s)\s+(?:the|that|to|in|it)\b)"
)
"""A story says that it confirmed, or could not confirm, what another outlet reported."""
_TOLD = re.compile(r"\b(?:told|tells?|telling|sa(?:id|ys?)|spoke|speaking)\b")
_CITING = re.compile(
    r"\b(?:citing|quoting|according\s+to|told\s+by|(?:heard|learn(?:ed|t)|quotes?|information|reports?|word)\s+from)\s+"
    r"(?:\w+\s+){0,4}?(?:unnamed|anonymous|unidentified)?\s*"
    r"(?:\w+\s+){0,3}?(?:sources?|officials?|people|persons?|aides?|insiders?|executives?|diplomats?|bankers?)\b"
)


@dataclass(frozen=True, slots=True)
class Relay:
    """One statement that rests on what another outlet reported."""

    statement: int
    outlet: Source
    unnamed: Span | None
    """The words for the outlet's own unnamed source."""
    is_checked: bool
    """This or one of the next two sentences says whether the story confirmed it."""


def relays(page: Page) -> Iterator[Relay]:
    """The statements of the body that another, named outlet's reporting or its unnamed source stands behind."""
    for i in page.body:
        outlet = _outlet(page, i)
        if outlet is not None and outlet.name is not None:
            yield Relay(i, outlet, _unnamed(page, i), bool(VERIFIES.search(page.near(i, 0, 2))))


def _outlet(page: Page, i: int) -> Source | None:
    statement = page.statements[i]
    if statement.tag is Tag.OUTLET:
        found = page.source(i)
        return found if found is not None and found.kind is Kind.OUTLET else None
    return page.via(i) if statement.tag is Tag.ANONYMOUS else None


def _unnamed(page: Page, i: int) -> Span | None:
    """The other outlet's unnamed source: whoever told it, or whom it cites."""
    statement = page.statements[i]
    source = page.source(i)
    if statement.tag is Tag.ANONYMOUS:
        told = any(_TOLD.search(cue.of(page.story.text)) for cue in page.cues(i))
        return page.mention(i) if told and source is not None and is_insider(source) and page.is_named_here(i) else None
    for attribution, cited_source in page.attributions(i):
        found = page.by_id(cited_source)
        if found is not None and found.kind in UNNAMED and attribution.source is not None:
            return attribution.source
    cited = _CITING.search(page.text(i))
    return Span(page.span(i).start + cited.start(), page.span(i).start + cited.end()) if cited else None
