"""ANO111: several unnamed sources in one place, one in another; or their number changes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.finding import Related
from attribution.model import Span
from attribution.rule import ERROR, WARNING, Basis, Cited, Hit, Rule, Severities
from attribution.sought import Sought

_HEADS = r"(?:source|insider|executive|diplomat|aide|adviser|advisor|employee|banker|engineer)"
_MENTION = Sought(
    rf"(?i)\b(?:(?P<count>two|three|four|five|six|seven|[2-9])\s+|(?P<both>both\s+)|(?P<the>the\s+(?P<the_count>two|three|four|five|six)?\s*)"
    rf"|(?P<one>(?:an?|one|another)\s+))?(?P<between>(?:[\w’'-]+\s+){{0,2}}?)(?P<head>{_HEADS})(?P<plural>s)?\b",
    ("source", "insider", "executive", "diplomat", "aide", "advis", "employee", "banker", "engineer"),
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_PART = re.compile(r"(?:of|among)\s+(?:the\s+)?$", re.IGNORECASE)


def _check(facts: Facts) -> Iterator[Hit]:
    counted: dict[str, tuple[int, Span]] = {}
    several: dict[str, Span] = {}
    singled: set[str] = set()
    for found in facts.page.found(_MENTION):
        match, head, span = found.match, found.match["head"].lower(), found.span
        if not _is_source(facts, found.statement, span) or _PART.search(facts.story.text[: span.start][-12:]):
            singled.add(head)
            continue
        number = _number(match)
        definite = bool(match["both"] or match["the"])
        if match["plural"] and number and not definite:
            if head in counted:
                singled.add(head)
            counted[head] = (number, span)
        elif match["plural"] and number and head in counted and head not in singled and counted[head][0] != number:
            yield _hit(facts, found.statement, span, counted[head][1])
        elif match["plural"] and not number:
            several.setdefault(head, span)
        elif match["one"]:
            singled.add(head)
        elif match["the"] and not match["plural"] and head in several and head not in singled and head not in counted:
            yield _hit(facts, found.statement, span, several[head])
            singled.add(head)


def _number(match: re.Match[str]) -> int:
    if match["both"]:
        return 2
    said = (match["count"] or match["the_count"] or "").lower()
    return _NUMBERS.get(said, int(said) if said.isdigit() else 0)


def _is_source(facts: Facts, i: int, span: Span) -> bool:
    """Whether the words are those for a source of the sentence."""
    return any(
        attribution.source is not None and attribution.source.shared(span)
        for attribution, _ in facts.page.attributions(i)
    )


def _hit(facts: Facts, i: int, span: Span, before: Span) -> Hit:
    text = facts.story.text
    return Hit(
        span,
        f"“{span.of(text)}” does not fit “{before.of(text)}” before: how many people said this?",
        "Give one number and keep to it: “[number] [role]s said …; one of them added …”.",
        i,
        related=(Related(before, "the number before"),),
    )


RULE = Rule(
    code="ANO111",
    name="source-number-mismatch",
    summary="Several unnamed sources in one place and one in another, or their number changes.",
    why="A plural where one person spoke makes a claim look confirmed. Reuters never allows it.",
    severities=Severities(WARNING, ap=WARNING, reuters=ERROR, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("REU-ESS", "never say sources when there is one"),
        Cited("REU-ACC", "be honest about the number of sources"),
        Cited("NYT-2004", "do not exaggerate the number of sources"),
    ),
    fires=(
        "Sources inside the ministry said the list was final. The source added that two names had been removed.",
        "Three executives described the call. Both executives said it lasted an hour.",
    ),
    quiet=(
        "Two ministry aides said the list was final. One of the aides added that two names had been removed.",
        "Three executives described the call. Two of the executives said it lasted an hour.",
    ),
    check=_check,
    basis=Basis.WORDS,
)
