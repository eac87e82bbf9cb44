"""OUT204: the news comes from another outlet, and the story adds nothing of its own on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.relays import VERIFIES
from attribution.facts.support import is_supported
from attribution.model import ATTRIBUTED, Tag
from attribution.rule import INFO, WARNING, Cited, Hit, Rule, Severities

_OPINES = re.compile(r"\b(?:suggest\w*|argu\w+|editorial\w*|opinion|column|endors\w+|review\w*)\b")
"""An outlet's view is no news that anybody could confirm."""
_TOP = 3
"""The news stands in the first sentences of the body."""


_OWN = 8
"""Reporting of the story's own on the news stands among so many sentences."""


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    first = next((i for i in page.body[:_TOP] if page.statements[i].tag in ATTRIBUTED), None)
    source = page.source(first) if first is not None else None
    if first is None or source is None or source.name is None or page.statements[first].tag is not Tag.OUTLET:
        return
    if _OPINES.search(page.text(first)):
        return
    if is_supported(page, first) or VERIFIES.search(facts.story.text) or facts.silences:
        return
    if any(page.statements[i].tag is Tag.RECORD and page.statements[i].via is None for i in page.body[:_OWN]):
        return
    yield Hit(
        page.mention(first),
        f"The news is {source.name}'s, and the story neither adds to it nor says that it could not.",
        "Confirm it with a source of your own, or say: “[own outlet] could not independently confirm the report”.",
        first,
        source.id,
    )


RULE = Rule(
    code="OUT204",
    name="borrowed-lead-unconfirmed",
    summary="The lead comes from another outlet, and the story adds no reporting of its own on it.",
    why="Credit does not make a report true. A newsroom that repeats one should say what it knows itself.",
    severities=Severities(INFO, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=INFO, npr=WARNING, strict=WARNING),
    standards=(
        Cited("AP-CREDIT", "credit the outlet that broke the news even when it is matched"),
        Cited("BBC-A05", "an agency's report needs a second source or a reputable agency"),
        Cited("REU-ACC", "say whose report it is"),
    ),
    fires=(
        "Acme plans to close its Leeds plant, the Financial Times reported on Tuesday. Acme makes valves.",
        "The forward has agreed to join Porto, according to the BBC. He scored nine goals last year.",
    ),
    quiet=(
        "Acme plans to close its Leeds plant, the Financial Times reported on Tuesday. Jo Pratt, a union official, "
        "confirmed "
        "that the Leeds plant would close.",
        "Acme will close its Leeds plant, its chief executive, Ian Shaw, said.",
    ),
    check=_check,
)
