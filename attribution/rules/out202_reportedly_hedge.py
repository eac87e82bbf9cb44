"""OUT202: "reportedly", with nobody doing the reporting."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.hedges import Hedging
from attribution.rule import ERROR, WARNING, Basis, Cited, Hit, Rule, Severities


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for hedge in facts.hedges:
        if hedge.hedging is not Hedging.HEARSAY or hedge.is_sourced or page.has_link(hedge.statement):
            continue
        if _is_reported_beside(facts, hedge.statement):
            continue
        words = hedge.span.of(facts.story.text)
        yield Hit(
            hedge.span,
            f"“{words}” does not say who reported this.",
            "Name whoever reported it (“…, [outlet] reported”) or cut what nobody stands behind.",
            hedge.statement,
        )


def _is_reported_beside(facts: Facts, i: int) -> bool:
    """Whether the sentence before or behind has a source, who may be the one who reports it."""
    page = facts.page
    if i and page.is_sourced(i - 1):
        return True
    if i + 1 == len(page.statements):
        return False
    return page.is_sourced(i + 1) and page.paragraph(i + 1) - page.paragraph(i) <= 1


RULE = Rule(
    code="OUT202",
    name="reportedly-hedge",
    summary="“Reportedly” or “it has been reported”, with nobody doing the reporting.",
    why="The word passes on a rumour under the story's own name. Either somebody reported it and can be named, or "
    "nobody "
    "stands behind it.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=ERROR, strict=ERROR),
    standards=(
        Cited("NPR-ID", "it is not enough that something is reportedly so"),
        Cited("REU-ESS", "source every contentious statement"),
        Cited("NPR-ATTR", "say who reported it"),
    ),
    fires=(
        "The singer reportedly turned down the part twice.",
        "It has been reported that the ministry knew in June.",
    ),
    quiet=(
        "The singer turned down the part twice, Variety reported.",
        "“He is reportedly in Dubai by now,” said Chief Inspector Noor Ali.",
    ),
    check=_check,
    basis=Basis.WORDS,
)
