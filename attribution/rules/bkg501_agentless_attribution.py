"""BKG501: an impersonal passive hides who says so."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.hedges import Hedging
from attribution.model import Tag
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Severities


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for hedge in facts.hedges:
        tag = page.statements[hedge.statement].tag
        if hedge.hedging is not Hedging.AGENTLESS or hedge.is_sourced or tag is Tag.OUTLET:
            continue
        words = hedge.span.of(facts.story.text)
        yield Hit(
            hedge.span,
            f"“{words}” does not say by whom.",
            "Say who believes it (“[who] believes that …”) or state it as fact with the evidence.",
            hedge.statement,
        )


RULE = Rule(
    code="BKG501",
    name="agentless-attribution",
    summary="An impersonal passive hides who says so.",
    why="Somebody believes it, or there would be no sentence. The passive spares the story to say who, and the "
    "reader cannot "
    "weigh it.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("SMH-19", "why “it is understood” fails readers"),
        Cited("WTW", "unsupported attributions"),
        Cited("REU-ESS", "source every statement unless it is established"),
    ),
    fires=(
        "It is understood that the board met twice.",
        "The gunman is believed to have acted alone.",
    ),
    quiet=(
        "The board met twice, according to its minutes.",
        "“The gunman is believed to have acted alone,” said Superintendent Mary Coe.",
    ),
    check=_check,
)
