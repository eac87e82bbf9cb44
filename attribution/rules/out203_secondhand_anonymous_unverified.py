"""OUT203: another outlet's unnamed source is relayed without a word on whether it was confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.facts import Facts
from attribution.finding import Related
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Severities


def _check(facts: Facts) -> Iterator[Hit]:
    for relay in facts.relays:
        if relay.unnamed is None or relay.is_checked:
            continue
        name = relay.outlet.name
        place = facts.page.span(relay.statement)
        named = next((span for span in relay.outlet.mentions if place.contains(span)), None)
        yield Hit(
            relay.unnamed,
            f"This rests on a source that {name} does not name; the story does not say whether it confirmed it.",
            f"Say so: “[own outlet] has not independently confirmed the report”, or add your own source beside "
            f"{name}'s.",
            relay.statement,
            relay.outlet.id,
            related=(Related(named, "the outlet that reported it"),) if named is not None else (),
        )


RULE = Rule(
    code="OUT203",
    name="secondhand-anonymous-unverified",
    summary="Relays another outlet's unnamed source without saying whether it was confirmed.",
    why="Readers take an anonymous source for the story's own, somebody whom its reporter knows. When it is another "
    "outlet's, they need to know that, and whether anybody checked.",
    severities=Severities(WARNING, ap=ERROR, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=ERROR, strict=ERROR),
    standards=(
        Cited("NPR-ATTR", "say so when it is somebody else's anonymous source"),
        Cited("READER-13", "criticism of a paper that relayed an agency's unnamed official"),
        Cited("AP-CREDIT", "tell what is yours and what is theirs"),
    ),
    fires=(
        "CNN, citing two unnamed officials, reported that the envoy had resigned.",
        "A White House aide told Reuters that the order was ready.",
    ),
    quiet=(
        "CNN, citing two unnamed officials, reported that the envoy had resigned. The Courier has not confirmed the "
        "report.",
        "Ruth Dean, the White House counsel, told Reuters that the order was ready.",
    ),
    check=_check,
)
