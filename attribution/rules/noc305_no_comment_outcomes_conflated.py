"""NOC305: the same party is said both to have declined and not to have responded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attribution.analysis.no_comment import no_comment
from attribution.facts import Facts
from attribution.facts.silences import Outcome, Silence
from attribution.finding import Related
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Severities
from attribution.sought import Sought

_DIFFERENT = (Outcome.DECLINED, Outcome.NO_REPLY, Outcome.UNREACHED, Outcome.UNAVAILABLE)
_LATER = re.compile(
    r"\b(?:later|then|earlier|previously|after|before|at\s+first|initially|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"last\s+\w+|this\s+\w+|until|follow-?up|further|second|again)\b"
)
_BOTH = Sought(
    r"\b(?:could\s+not\s+be\s+(?:reached|contacted)|did\s+not\s+(?:respond|reply))\b[^.;]{0,40}\band\s+(?:\w+\s+)?(?P<other>(?:declined|refused)\s+to\s+\w+)",
    ("declined", "refused"),
)


def _check(facts: Facts) -> Iterator[Hit]:
    yield from (_hit(one, other) for one, other in _pairs(facts, facts.silences))
    for found in facts.page.found(_BOTH):
        if not _LATER.search(facts.page.text(found.statement)):
            text = found.match.group()
            yield Hit(found.part("other"), _message(text), _SUGGESTION, found.statement)


def _pairs(facts: Facts, silences: Sequence[Silence]) -> Iterator[tuple[Silence, Silence]]:
    """Two silences of one actor that are different facts, with nothing between them that sets them apart."""
    for k, other in enumerate(silences):
        for one in silences[:k]:
            same = one.actor is not None and one.actor == other.actor
            differ = one.outcome is not other.outcome and {one.outcome, other.outcome} <= set(_DIFFERENT)
            if not same or not differ:
                continue
            passage = " ".join(facts.page.text(each.statement) for each in (one, other))
            if not _LATER.search(passage) and no_comment(facts.story.text, facts.page.span(one.statement)) is not None:
                yield one, other


_SUGGESTION = "Say which it was: whoever declined answered; whoever was not reached had no chance to."


def _message(words: str) -> str:
    return f"“{words}”: declined, did not respond and could not be reached are different facts."


def _hit(one: Silence, other: Silence) -> Hit:
    return Hit(
        other.span,
        f"{other.actor} is said to have “{other.outcome.value}” here and “{one.outcome.value}” before.",
        _SUGGESTION,
        other.statement,
        other.source,
        related=(Related(one.span, "the other outcome"),),
    )


RULE = Rule(
    code="NOC305",
    name="no-comment-outcomes-conflated",
    summary="The same party is said both to have declined and not to have responded.",
    why="The two are different facts, and both cannot be true of one request. A reader who notices stops trusting "
    "the line.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("NPR-NC", "be precise about who did what"),
        Cited("AP-NV", "be accurate about efforts to get a response"),
    ),
    fires=(
        "Northgate declined to comment. Northgate did not respond to a request for comment on the fees.",
        "Mr. Hale could not be reached and declined to be interviewed.",
    ),
    quiet=(
        "Northgate did not respond on Monday. On Tuesday Northgate declined to comment.",
        "Mr. Hale declined to be interviewed. His lawyer did not return a call.",
    ),
    check=_check,
)
