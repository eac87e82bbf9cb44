"""ANO106: the top of the story rests on unnamed sources alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from attribution.facts import Facts
from attribution.facts.support import is_supported
from attribution.facts.unnamed import is_insider
from attribution.model import ATTRIBUTED, Tag
from attribution.rule import INFO, WARNING, Cited, Hit, Rule, Scope, Severities

_TOP = 2
"""Attributed sentences that make the top of a story."""
_LAST = 8
"""The top lies among so many sentences of the body."""


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    top = list(islice((i for i in page.body[:_LAST] if page.statements[i].tag in ATTRIBUTED), _TOP))
    sources = [page.source(i) for i in top]
    if len(top) < _TOP or any(page.statements[i].tag is not Tag.ANONYMOUS for i in top):
        return
    if any(Tag.RECORD in page.statements[i].also for i in top) or not all(
        s is not None and is_insider(s) for s in sources
    ):
        return
    if is_supported(page, top[0]) or not page.is_named_here(top[0]):
        return
    yield Hit(
        page.mention(top[0]),
        "The first two attributed sentences rest on sources whom the story does not name, so the news does too.",
        "Move something on the record to the top: “[Name], [role], confirmed …”, “a [document] of [date] shows …”.",
        top[0],
    )


RULE = Rule(
    code="ANO106",
    name="anonymous-lead",
    summary="The top of the story rests only on unnamed sources.",
    why="What readers remember is the top. The New York Times sends a story whose main point is anonymous to its "
    "senior "
    "editors, and The Washington Post's ombudsman asked never to open with an anonymous quotation.",
    severities=Severities(INFO, ap=WARNING, reuters=INFO, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=WARNING),
    standards=(
        Cited("NYT-2016", "a story whose main point is anonymous needs approval at the top"),
        Cited("WP-HOWELL", "an anonymous quotation should never be the first"),
        Cited("BBC-A05", "do not rely on an unnamed source for the main allegation without good reason"),
    ),
    fires=(
        "The town will drop its bus contract, according to two people briefed on the decision. The change takes "
        "effect in "
        "June, a town official said.",
        "“It was chaos,” said one adviser to the campaign. The campaign has replaced its manager, two aides said.",
    ),
    quiet=(
        "The town will drop its bus contract, Deputy Mayor Ana Reyes said. Two officials had given the same account.",
        "The campaign replaced its manager on Friday, according to a filing with the election commission. An aide "
        "said the "
        "new manager started at once.",
    ),
    check=_check,
    scope=Scope.SENTENCE,
)
