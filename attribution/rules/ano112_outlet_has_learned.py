"""ANO112: the outlet offers itself as the source of what somebody told it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.analysis.lexicon import words
from attribution.analysis.names import known_outlets
from attribution.facts import Facts
from attribution.rule import ERROR, INFO, WARNING, Basis, Cited, Hit, Rule, Severities
from attribution.sought import Sought

_LEARNED = Sought(
    r"\b(?:(?P<we>[Tt]his\s+(?:news)?paper|[Ww]e)|(?:[Tt]he\s+)?(?P<name>[A-Z][\w&.’-]*(?:\s+[A-Z][\w&.’-]*){0,3}))\s+"
    r"(?P<learns>(?:has|have)\s+(?:also\s+)?(?:learned|learnt|been\s+told)|understands(?=\s+(?:that|the|it|he|she|they|a|an)\b)"
    r"|can\s+(?:exclusively\s+)?reveal)",
    ("learned", "learnt", "told", "understands", "reveal"),
)
_SOURCED = re.compile(r"\b(?:according\s+to|sources?|from\s+(?:an?|two|three|several)|told\s+by|documents?|records?)\b")


def _check(facts: Facts) -> Iterator[Hit]:
    outlets = known_outlets(facts.policy.outlets)
    own = (facts.story.outlet or "").lower().removeprefix("the ")
    for found in facts.page.found(_LEARNED):
        name = found.match["name"]
        if name is not None:
            short = name.lower()
            known = outlets.named(name) or short.split()[-1] in words("outlet_endings")
            if not known or (own and short not in own and own not in short):
                continue
        if _SOURCED.search(facts.page.near(found.statement, 0, 1)):
            continue
        yield Hit(
            found.span,
            f"“{found.match.group()}” names no source: the outlet vouches for what somebody told it.",
            "Say where it comes from: “…, according to [a description of the source]”, “… shows a [document] seen by "
            "…”.",
            found.statement,
        )


RULE = Rule(
    code="ANO112",
    name="outlet-has-learned",
    summary="The outlet itself is offered as the source.",
    why="“Has learned” and “understands” hide that somebody told, and from where. To say it was learned is not to "
    "say how.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=INFO, nyt=WARNING, npr=ERROR, strict=ERROR),
    standards=(
        Cited("NPR-ID", "it is never enough to say that NPR has learned"),
        Cited("NPR-DONT", "the same"),
        Cited("SMH-19", "“understands” fails readers"),
        Cited("REU-ESS", "every statement has a source"),
    ),
    fires=(
        "The Harlan Courier has learned that the bridge failed two inspections.",
        "The BBC understands that a deal is close.",
    ),
    quiet=(
        "The Harlan Courier has obtained inspection reports that show that the bridge failed twice.",
        "The bridge failed two inspections, according to county records seen by The Harlan Courier.",
    ),
    check=_check,
    basis=Basis.WORDS,
)
