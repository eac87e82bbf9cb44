"""OUT205: a named outlet, study or filing is cited online without a link."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.facts import Facts
from attribution.model import Kind
from attribution.rule import INFO, OFF, Cited, Hit, Rule, Severities

_LINKING = frozenset({"markdown"})
"""Formats whose stories can hold links."""
_IDENTIFIED = 0.8
"""A document that can be looked up: one with an issuer or a name."""


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    if facts.story.format not in _LINKING:
        return
    linked = {page.paragraph(page.at(link.start)) for link in facts.story.links}
    for i in page.body:
        source = page.source(i) or page.via(i)
        if source is None or source.identification < _IDENTIFIED or page.paragraph(i) in linked:
            continue
        if source.kind not in (Kind.OUTLET, Kind.DOCUMENT) or page.statements[i].carried:
            continue
        span = page.mention(i)
        yield Hit(
            span,
            f"“{source.name or source.description}” is cited without a link.",
            "Link the words that cite it: [what it is](its address).",
            i,
            source.id,
        )


RULE = Rule(
    code="OUT205",
    name="credit-without-link",
    summary="A named outlet, study or filing is cited online without a link.",
    why="Online a reader can check a citation with one tap, if it leads somewhere.",
    severities=Severities(OFF, ap=OFF, reuters=OFF, bbc=INFO, nyt=INFO, npr=INFO, strict=INFO),
    standards=(
        Cited("TRUST", "citations and references are a trust indicator"),
        Cited("KU-OER", "embed links to sources"),
        Cited("NPR-TRN", "link to the original"),
    ),
    fires=(
        "ProPublica reported that fourteen patients had died that way.",
        "The inspector general’s report of 3 May says that the agency lost the files.",
    ),
    quiet=(
        "[ProPublica reported](https://news.example/a) that fourteen patients had died that way.",
        "The [inspector general’s report of 3 May](https://oig.example/r.pdf) says that the agency lost the files.",
    ),
    check=_check,
    examples_in="markdown",
)
