"""OUT206: more than half of what is attributed is other outlets' reporting."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.facts import Facts
from attribution.model import ATTRIBUTED, Tag
from attribution.rule import ERROR, NO_OPINION, WARNING, Cited, Hit, Rule, Scope, Severities, on_story

_FEWEST = 4
"""Attributed statements of which a majority means something."""


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    spoken = [i for i in page.body if page.statements[i].tag in ATTRIBUTED]
    borrowed = [i for i in spoken if page.statements[i].tag is Tag.OUTLET or page.statements[i].via is not None]
    if len(spoken) < _FEWEST or 2 * len(borrowed) <= len(spoken):
        return
    yield on_story(
        facts,
        f"{len(borrowed)} of {len(spoken)} attributed sentences are other outlets' reporting.",
        "Add reporting of your own: call the people concerned, read the document, or confirm the main point.",
    )


RULE = Rule(
    code="OUT206",
    name="aggregation-majority",
    summary="More than half of what is attributed is other outlets' reporting.",
    why="A story that mostly repeats others stands or falls with them, and its readers may not notice.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("AP-CREDIT", "do not lean so often on another's work that you ride free"),
        Cited("CBC", "first-hand reporting where possible"),
        Cited("BBC-A19", "gather material first hand where possible"),
    ),
    fires=(
        "The minister has sold his shares, Sky News reported. The shares were worth £90,000, Sky News reported. He "
        "told the "
        "BBC that he had done nothing wrong. The Daily Record reported that he bought them in May. Jo Pratt, a "
        "member of "
        "the committee, said it would meet.",
        "The envoy has left Oslo, Reuters reported. Reuters reported that he flew to Rome. CNN reported that his wife "
        "stayed. The Guardian reported that talks had failed.",
    ),
    quiet=(
        "The minister has sold his shares, Sky News reported. Jo Pratt, a member of the committee, said it would meet. "
        "Pratt said it had the power to ask. Ann Holt, the registrar, said the sale was legal. The ministry said he "
        "had "
        "told its secretary.",
        "The envoy has left Oslo, Reuters reported. The ministry said he flew to Rome.",
    ),
    check=_check,
    scope=Scope.STORY,
    genres=NO_OPINION,
)
