"""BKG508: "allegedly", with no accuser, charge or court."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.hedges import Hedging
from attribution.model import ATTRIBUTED, Tag
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Severities

_ACCUSER = re.compile(
    r"\b(?:police|prosecut\w+|court|judge|jury|charg\w+|indict\w*|lawsuits?|complaints?|trial|arrest\w*|plead\w*|convict\w*"
    r"|attorney|FBI|investigat\w+|inquiry|tribunal|suit|sued|detectives?|authorities|officials?|accused\s+(?:\w+\s+){0,4}?by"
    r"|legal\s+action|litigation|proceedings|accus(?:e|es|ing)|victims?|regulators?|commission|committee|watchdog|hearing|extradit\w*|jail\w*|detain\w*)\b",
    re.IGNORECASE,
)


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for hedge in facts.hedges:
        i = hedge.statement
        if hedge.hedging is not Hedging.ALLEGED or hedge.is_sourced or page.statements[i].tag is not Tag.BACKGROUND:
            continue
        beside = (k for k in (i - 1, i + 1) if 0 <= k < len(page.statements))
        if _ACCUSER.search(page.near(i, 1, 1)) or any(page.statements[k].tag in ATTRIBUTED for k in beside):
            continue
        words = hedge.span.of(facts.story.text)
        yield Hit(
            hedge.span,
            f"“{words}”, but the story does not say who alleges it.",
            "Name the accuser, the charge or the court: “…, whom [who] accuses of …”, “according to an indictment of "
            "[date]”.",
            i,
        )


RULE = Rule(
    code="BKG508",
    name="allegation-without-accuser",
    summary="“Allegedly” or “accused of”, with no accuser, charge sheet or court.",
    why="The word does not protect anybody, the newsroom least. An allegation is news because of who makes it.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=ERROR, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("BBC-A05", "say whose allegation it is"),
        Cited("REU-LEGAL", "the same"),
        Cited("TV-15", "hedge words do not replace attribution"),
    ),
    fires=(
        "The trader allegedly moved the money offshore.",
        "Mr. Voss, accused of bribery, stepped down on Friday.",
    ),
    quiet=(
        "The trader moved the money offshore, according to an indictment that was unsealed in Miami.",
        "Mr. Voss, accused of bribery by the public prosecutor, stepped down on Friday.",
    ),
    check=_check,
)
