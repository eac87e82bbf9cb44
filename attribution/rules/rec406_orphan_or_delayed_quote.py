"""REC406: a quotation whose speaker is missing or comes too late."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.model import Span, Tag
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Scope, Severities

_FEWEST = 6
"""Words of a quotation; fewer are a borrowed phrase."""
_LATE = 2
"""Sentences that a quotation may run on before its speaker is named."""
_MOSTLY = 0.75
"""Share of a sentence between quotation marks that makes it a quotation."""
_WRITTEN = re.compile(
    r"\b(?:sign|banner|headline|entitled|titled|called|song|film|book|poster|slogan|read(?:s|ing)?|plaque|caption|motto"
    r"|chant\w*|lyrics?)\b"
)
_SOMEBODY = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir)\b|[A-Z][\w’-]+\s+[A-Z][\w’-]+|\b(?:[Hh]e|[Ss]he|[Tt]hey|his|her)\b|:\s*$|[A-Z]\w+’?s?\s+(?:tweet|wrote)"
)
_BEFORE = 3
"""A quotation may go on from a speaker in so many sentences before it."""
_INTERVIEW = 2
"""More quotations without a speaker are an interview or a list of voices, printed in a form of its own."""
_SENTENCE = re.compile(r"[.!?,…]$")


def _check(facts: Facts) -> Iterator[Hit]:
    found = list(_orphans(facts))
    if len(found) <= _INTERVIEW:
        yield from found


def _orphans(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for i in page.body:
        statement = page.statements[i]
        nobody = statement.tag in (Tag.BACKGROUND, Tag.RECORD) and page.source(i) is None
        quoted = _quotation(facts, i) if nobody or statement.carried else None
        if quoted is None or _is_spoken_before(facts, i):
            continue
        if nobody and not page.is_sourced(i) and not _has_speaker_near(facts, i):
            yield _hit(quoted, i, "Nobody is named as the speaker of this quotation.")
        elif statement.carried and (late := _named_late(facts, i)) is not None:
            yield _hit(quoted, i, f"The speaker is named only {late} sentences after the quotation begins.")


def _is_spoken_before(facts: Facts, i: int) -> bool:
    """Whether somebody speaks, or a quotation stands open, in the sentences just before."""
    page = facts.page
    return any(page.source(k) is not None or next(page.quotes(k), None) for k in range(max(0, i - _BEFORE), i))


def _quotation(facts: Facts, i: int) -> Span | None:
    """The quotation that a sentence consists of; None when it is no quotation."""
    page = facts.page
    whole = len(page.span(i))
    for span in page.quotes(i):
        words = span.of(facts.story.text).strip("\"“”‘’'«» ")
        if len(words.split()) >= _FEWEST and len(span) >= _MOSTLY * whole and _SENTENCE.search(words):
            return span
    return None


def _has_speaker_near(facts: Facts, i: int) -> bool:
    """Whether a sentence beside the quotation, or beside the quotations around it, lets a reader see who speaks."""
    page = facts.page
    first = last = i
    while first > 0 and _quotation(facts, first - 1) is not None:
        first -= 1
    while last + 1 < len(page.statements) and _quotation(facts, last + 1) is not None:
        last += 1
    beside = [k for k in (first - 1, last + 1) if 0 <= k < len(page.statements)]
    known = {word for source in facts.analysis.sources if source.name for word in source.name.split()}
    return any(
        page.is_sourced(k) or _SOMEBODY.search(page.text(k)) or known & set(page.text(k).split()) for k in beside
    ) or bool(_WRITTEN.search(page.near(first, 1, last - first + 1)))


def _named_late(facts: Facts, i: int) -> int | None:
    """After how many sentences the source of a quotation is first mentioned, when that is too late."""
    page = facts.page
    source = page.source(i)
    if source is None or not source.mentions:
        return None
    after = page.at(source.mentions[0].start) - i
    first = i == 0 or page.source(i - 1) != source
    return after if first and after > _LATE else None


def _hit(span: Span, i: int, message: str) -> Hit:
    return Hit(
        span,
        message,
        "Name the speaker in the first sentence of the quotation: “…,” said [name], [role].",
        i,
    )


RULE = Rule(
    code="REC406",
    name="orphan-or-delayed-quote",
    summary="A quotation whose speaker is missing or named too late.",
    why="Words between quotation marks are somebody's. A reader should know whose before the quotation is over.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("REU-ESS", "identify the speaker quickly; never run two speakers together"),
        Cited("AP-BLOG", "attribution in the same sentence, unless it is perfectly clear"),
    ),
    fires=(
        "The town of Elsbeck lies on the river.\n\n“We had no warning of any kind that night.”\n\nThe bridge was "
        "built in "
        "1902 and carries one lane.",
        "The school has ninety pupils.\n\n“They lied to us for years about the roof.”\n\nIts hall was built after "
        "the war "
        "by the parents.",
    ),
    quiet=(
        "“We had no warning of any kind that night,” said Ilse Brandt, a shopkeeper in Elsbeck. “The water came at "
        "four in "
        "the morning.”",
        "In his letter he called the flood “a small setback”.",
    ),
    check=_check,
    scope=Scope.SENTENCE,
)
