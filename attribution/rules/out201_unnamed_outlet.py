"""OUT201: another outlet's work is cited without its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.analysis.lexicon import words
from attribution.analysis.names import known_outlets
from attribution.facts import Facts
from attribution.model import Kind, Tag
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Severities

_FILED = re.compile(r"\s+(?:filed|compiled|submitted|prepared|by|from\s+the|to\s+the)\b")
_REPORTS = re.compile(r"\b(?:report|sa(?:y|ys|id)|accord|claim|quot|suggest|reveal)")
_NAME = re.compile(r"(?<=\s)[A-Z][\w’-]+\s+(?:newspaper|news\s+agency|magazine|website|television|TV|radio)\b")


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    outlets = known_outlets(facts.policy.outlets)
    if any(source.kind is Kind.OUTLET and source.name for source in facts.analysis.sources):
        return
    for i in page.body:
        source = page.source(i)
        if page.statements[i].tag is not Tag.OUTLET or source is None or source.kind is not Kind.OUTLET or source.name:
            continue
        span = page.mention(i)
        said = span.of(facts.story.text)
        if (
            page.is_headlinese(span)
            or span == page.span(i)
            or not _is_unnamed(said)
            or _FILED.match(facts.story.text, span.end)
        ):
            continue
        if _NAME.search(page.text(i)) or next(outlets.found(page.text(i).replace(",", " ").split()), None) is not None:
            continue
        if not any(_REPORTS.search(cue.of(facts.story.text)) for cue in page.cues(i)):
            continue
        yield Hit(
            span,
            f"“{said}” does not say which outlet reported this.",
            "Name it: “…, [outlet] reported”; or say that the reports could not be confirmed and drop what is not "
            "needed.",
            i,
            source.id,
        )


def _is_unnamed(mention: str) -> bool:
    """Whether words for an outlet are all of the common kind: "local media", "press reports", "several newspapers"."""
    known = words("press_adjectives", "press_qualifiers", "outlet_nouns") | {"reports", "accounts", "state"}
    row = mention.lower().split()
    counted = row[0] in ("two", "three") and row[-1] == "reports"
    return row[0] != "the" and not counted and all(word in known for word in row)


RULE = Rule(
    code="OUT201",
    name="unnamed-outlet",
    summary="Another outlet's work is cited without naming it.",
    why="“Media reports” cannot be looked up, and whoever did the work gets no credit.",
    severities=Severities(WARNING, ap=ERROR, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=ERROR, strict=ERROR),
    standards=(
        Cited("NPR-ATTR", "“media reports” is not good enough"),
        Cited("AP-CREDIT", "say where it came from, by name"),
        Cited("IMPRESS", "attribute what others reported"),
        Cited("BBC-A19", "attribute material to its source"),
    ),
    fires=(
        "Local media reported that the coast road had been closed.",
        "The suspect has fled to Malta, according to press reports.",
    ),
    quiet=(
        "The coast road had been closed, the Dagsavisen newspaper reported.",
        "Reports filed with the regulator show a loss of $3 million.",
    ),
    check=_check,
)
