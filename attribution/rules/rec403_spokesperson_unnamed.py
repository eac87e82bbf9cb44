"""REC403: a spokesperson speaks for the record but is not named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.model import Kind, Tag
from attribution.rule import INFO, OFF, WARNING, Cited, Hit, Rule, Severities

_SPEAKS = re.compile(
    r"\b(?:spokes(?:man|woman|person|people|men|women)|press\s+secretary|representatives?)\b", re.IGNORECASE
)
_NAMED = re.compile(
    r"\b[Ss]pokes(?:man|woman|person)\s+[A-Z]|[A-Z][\w’-]+,\s+[^.;]{0,60}?\b(?:spokes(?:man|woman|person)|communications\s+director|press\s+secretary)\b"
    r"|\b(?:spokes(?:man|woman|person)|communications\s+director|press\s+secretary)\b[^.;]{0,40}?,\s+[A-Z][\w’-]+\s+[A-Z]"
)
"""Somewhere the story names a spokesperson; a second one without a name is most often the same."""
_BODILESS = re.compile(rf"(?:an?\s+)?(?:{_SPEAKS.pattern})", re.IGNORECASE)
_WRITTEN = re.compile(r"\b(?:statement|e-?mail(?:ed)?|release|letter|wrote|written)\b")


def _check(facts: Facts) -> Iterator[Hit]:
    hits = list(_unnamed(facts))
    if hits and not _NAMED.search(facts.story.text):
        yield from hits


def _unnamed(facts: Facts) -> Iterator[Hit]:
    """Each spokesperson of a body who speaks without a name."""
    page = facts.page
    for i in page.body:
        source = page.source(i)
        if page.statements[i].tag is not Tag.RECORD or source is None or source.kind is not Kind.ORGANIZATION:
            continue
        span = page.mention(i)
        if not _SPEAKS.search(span.of(facts.story.text)) or span == page.span(i) or _WRITTEN.search(page.text(i)):
            continue
        if _BODILESS.fullmatch(span.of(facts.story.text)) or span.of(facts.story.text).startswith(("The ", "the ")):
            continue
        yield Hit(
            span,
            f"“{span.of(facts.story.text)}” is paid to speak for the record, but the story does not name them.",
            "Name the person: “[name], a spokesperson for [organisation]”; or attribute the words to the organisation.",
            i,
            source.id,
        )


RULE = Rule(
    code="REC403",
    name="spokesperson-unnamed",
    summary="A spokesperson speaks for the record but is not named.",
    why="There is no reason to hide somebody whose work is to be quoted. Wire practice tolerates it; some handbooks "
    "do not.",
    severities=Severities(INFO, ap=WARNING, reuters=OFF, bbc=OFF, nyt=WARNING, npr=INFO, strict=WARNING),
    standards=(
        Cited("GDN-2000", "name the official who briefs"),
        Cited("AP-BLOG2", "particularly reluctant to leave unnamed those who are paid to speak"),
        Cited("SPJ", "identify sources clearly"),
    ),
    fires=(
        "A spokesman for the airline said refunds would follow.",
        "A ministry spokesperson denied that the list existed.",
    ),
    quiet=(
        "Lucia Gray, a spokeswoman for the airline, said refunds would follow.",
        "The airline said in a statement that refunds would follow.",
    ),
    check=_check,
)
