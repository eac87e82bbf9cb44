"""OUT207: outlets that trace to one origin are presented as separate confirmation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.analysis.names import known_outlets
from attribution.facts import Facts
from attribution.model import Span
from attribution.rule import ERROR, WARNING, Basis, Cited, Hit, Rule, Severities
from attribution.sought import Sought

_BOTH_CITE = Sought(
    r"\b(?:both|each|all)\s+(?:citing|quoting|crediting)\s+(?:the\s+)?(?P<origin>[A-Z][\w’]+(?:\s+[A-Z][\w’]+){0,3})",
    ("citing", "quoting", "crediting"),
)
_CITES = Sought(
    r",\s+(?:citing|quoting)\s+(?:the\s+)?(?P<origin>[A-Z][\w’]+(?:\s+[A-Z][\w’]+){0,3})",
    ("citing", "quoting"),
)
_SEVERAL = Sought(
    r"(?i)\b(?:several|multiple|many|various|a\s+number\s+of|numerous|other)\s+(?:\w+\s+)?(?:outlets|newspapers|news\s+organi[sz]ations"
    r"|media|papers|broadcasters|publications|sites)\s+(?:have\s+|had\s+)?(?:also\s+)?(?:report|confirm|carr)\w*",
    ("report", "confirm", "carr"),
)
_FIRST = re.compile(
    r"\bfirst\s+(?:report|disclos|publish|reveal|br[eo]k)\w*\b(?:\s+by)?|\bbroke\s+the\s+(?:story|news)\b"
)


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    outlets = known_outlets(facts.policy.outlets)
    for pattern in (_BOTH_CITE, _CITES):
        for found in page.found(pattern):
            if outlets.named(found.match["origin"]) is None and pattern is _CITES:
                continue
            before = facts.story.text[page.span(found.statement).start : found.match.start()]
            if len(list(outlets.found(re.findall(r"[\w’'.&-]+", before)))) >= (2 if pattern is _CITES else 1):
                yield _hit(found.span, found.match["origin"], found.statement)
    for found in page.found(_SEVERAL):
        first = _FIRST.search(page.near(found.statement, 1, 1))
        if first is not None:
            yield _hit(found.span, "the outlet that was first", found.statement)


def _hit(span: Span, origin: str, i: int) -> Hit:
    return Hit(
        span,
        f"These reports go back to one origin, {origin}: they do not confirm one another.",
        "Credit the origin alone (“[outlet] reported; others repeated it”), or find a confirmation that does not "
        "rest on it.",
        i,
    )


RULE = Rule(
    code="OUT207",
    name="circular-sourcing",
    summary="Outlets that trace to one origin are presented as separate confirmation.",
    why="Ten papers that cite one agency are one source. Readers count them as ten.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("CIRC", "false confirmation by repetition"),
        Cited("REU-ACC", "cross-check with sources that do not depend on one another"),
        Cited("NPR-ATTR", "credit the origin"),
    ),
    fires=(
        "The Guardian and the Independent, both citing the Daily Mail, reported that the pair had married.",
        "Several outlets have reported the sale, which Bloomberg first disclosed.",
    ),
    quiet=(
        "The Daily Mail reported that the pair had married. Ann Holt, the registrar, confirmed it.",
        "Bloomberg and the Financial Times, each citing its own sources, reported the sale.",
    ),
    check=_check,
    basis=Basis.WORDS,
)
