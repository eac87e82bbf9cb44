"""ANO101: an unnamed source with no description at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.unnamed import is_unnamed
from attribution.model import Span
from attribution.rule import ERROR, Cited, Hit, Rule, Severities

_BARE = re.compile(
    r"(?:(?:an?|the|one|two|three|four|several|multiple|some|other|another|many|various|unnamed|anonymous|unidentified"
    r"|reliable|informed|well-placed|senior)\s+)*(?:sources?|insiders?|a\s+person|one\s+person)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*,?\s*(?:close|familiar|with|within|inside|in|at|from|near|of|who|whose|briefed|involved|on|linked|connected|among"
    r"|cited|quoted|working|and)\b"
)
_PART_OF_MORE = re.compile(r"(?:[A-Za-z0-9’'%-]|[A-Z]\.)$")
_BEFORE = re.compile(r"\b(?:said|says|say|told|added|by|to|that|and|but|as|from|while|the|one|two)\s+$", re.IGNORECASE)


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    met = False
    for i in page.body:
        source = page.source(i)
        if source is None or not is_unnamed(source):
            continue
        span = page.mention(i)
        words = span.of(facts.story.text)
        back_reference = met and words.lower().startswith("the ")
        met = True
        if back_reference or not _BARE.fullmatch(source.description) or not _BARE.fullmatch(words):
            continue
        if _is_whole(facts, span) and all(cue.of(facts.story.text) != ":" for cue in page.cues(i)):
            yield Hit(
                span,
                f"“{words}” tells the reader nothing about who this is.",
                "Describe the source as closely as its safety allows: “a [role] at [organisation] who [how they "
                "know]”.",
                i,
                source.id,
            )


def _is_whole(facts: Facts, span: Span) -> bool:
    """Whether the words for the source neither go on behind the mention nor began before it."""
    text = facts.story.text
    before = text[max(0, span.start - 12) : span.start].rstrip(" ")
    leads = text[max(0, span.start - 12) : span.start]
    return not _GOES_ON.match(text, span.end) and (not _PART_OF_MORE.search(before) or bool(_BEFORE.search(leads)))


RULE = Rule(
    code="ANO101",
    name="bare-anonymous-source",
    summary="An unnamed source with no description at all.",
    why="A reader cannot weigh “a source”: it could be anybody, the reporter included. Every policy that was read asks "
    "for more than the bare word, and the description costs the source nothing when it is chosen together with it.",
    severities=Severities(ERROR, ap=ERROR, reuters=ERROR, bbc=ERROR, nyt=ERROR, npr=ERROR, strict=ERROR),
    standards=(
        Cited("AP-2005", "“a source” alone is not allowed"),
        Cited("ABC-ATT", "bare “sources said” is unhelpful to the audience"),
        Cited("NPR-ATTR", "not good enough as an attribution"),
        Cited("GDN-2000", "describe an unnamed source as specifically as it allows"),
        Cited("NYT-2004", "say as much as can be said about how the source knows"),
    ),
    fires=(
        "The harbour sale has fallen through, sources said on Monday.",
        "“Nobody will sign that contract,” a source said late on Tuesday.",
    ),
    quiet=(
        "The harbour sale has fallen through, two lawyers who drafted it for the Dunmore port authority said on "
        "Monday.",
        "The cook sourced her mussels from a farm near the old pier.",
    ),
    check=_check,
)
