"""Silences: who gave no answer, which kind of no answer it was, and how and when they were asked.

Declined, did not reply, could not be reached, was unavailable and referred elsewhere are different facts (NPR's memo
of 31 October 2018 asks to be precise about who will not comment).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from attribution.analysis.no_comment import asked, no_comment
from attribution.facts.page import Page
from attribution.model import Kind, Source, Span, Tag


class Outcome(Enum):
    """What came of asking."""

    DECLINED = "declined"
    PARTIAL = "partial"
    NO_REPLY = "no-reply"
    UNREACHED = "unreached"
    UNAVAILABLE = "unavailable"
    REFERRED = "referred"
    STATEMENT_ONLY = "statement-only"


_DECLINES = re.compile(r"\b(?:declin|refus)\w+\s+to\s+(?!be\s+interviewed)|\bhung\s+up\b")
_PART = re.compile(r"\b(?:say|confirm|specify|elaborate|further|identify|disclose|provide|name|details?|speculate)\b")
_OUTCOMES = (
    (Outcome.REFERRED, re.compile(r"\b(?:referred|(?:re)?directed)\b")),
    (Outcome.UNREACHED, re.compile(r"\b(?:reached|contacted|reachable|located)\b")),
    (Outcome.UNAVAILABLE, re.compile(r"\b(?:un)?available\b|\bunable\b|\bin\s+a\s+position\b")),
    (
        Outcome.NO_REPLY,
        re.compile(
            r"\b(?:respond|replied|reply|return|answered|unanswered|unreturned|back\b|door\b|no\s+(?:immediate\s+)?response|yet\s+to|yet\s+(?:publicly\s+)?"
            r"(?:responded|replied|commented))"
        ),
    ),
    (Outcome.STATEMENT_ONLY, re.compile(r"\binterview")),
    (Outcome.PARTIAL, _PART),
)
_CHANNEL = re.compile(
    r"\b(?:phone|telephone|call(?:s|ed)?|voicemails?|e-?mails?|e-?mailed|texts?|messages?|letters?|fax|visit(?:s|ed)?"
    r"|door|lawyers?|attorneys?|solicitors?|Facebook|Twitter|WhatsApp|LinkedIn|website|form|in\s+person)\b",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|twice|three\s+times|several|repeated(?:ly)?|multiple|since|by"
    r"\s+(?:deadline|press\s+time|the\s+time|publication)|deadline|before\s+publication|this\s+week|last\s+week"
    r"|late\s+on|on\s+(?:January|February|March|April|May|June|July|August|September|October|November|December))\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^(?:(?:the|his|her|their|its|repeated|several|multiple|two|three|all|any|further|immediate|phone|telephone|"
    r"written|e-?mailed)\s+)*"
    r"(?:requests?|calls?|messages?|e-?mails?|questions?|inquir\w+|enquir\w+|no[\s-]?one|nobody|attempts?|efforts?|"
    r"there|it|comment)\b",
    re.IGNORECASE,
)
_SENT_TO = re.compile(
    r"\b(?:sent|made|left|placed|put|addressed|e-?mailed|messages?|calls?|requests?|questions?|e-?mails?)\b[^.;]{0,40}?"
    r"\b(?:to|with|for|at)\s+(?P<whom>(?:the\s+|a\s+|an\s+|his\s+|her\s+|their\s+|its\s+)?"
    r"(?!comment|an?\s+interview|a\s+response|reaction)[\w’'.&-]+(?:\s+[\w’'.&-]+){0,5}?)"
    r"(?=\s+(?:was|were|has|had|have|is|are|went|did|on|for|by|seeking|asking|over|about)\b|[,.;]*\s*$|[,;.]\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Silence:
    """One place at which a story says that somebody gave no answer."""

    statement: int
    span: Span
    """The words that say so."""
    outcome: Outcome
    actor: str | None
    """Whoever was asked, by their fullest name or in the words of the story; None when it does not say."""
    source: str | None
    """Id of the source that was asked, when it is one of the story's sources."""
    is_person: bool
    """A named person was asked, not a body."""
    has_channel: bool
    """The sentence says how they were asked."""
    has_time: bool
    """This or the next sentence says when, or how often."""


def silences(page: Page) -> Iterator[Silence]:
    """The silences of a story's body in order of place."""
    for i in page.body:
        statement = page.statements[i]
        if Tag.NO_COMMENT not in (statement.tag, *statement.also):
            continue
        span = no_comment(page.story.text, page.span(i))
        if span is None:
            continue
        source = _asked_source(page, i, span)
        near = page.near(i, 0, 1)
        yield Silence(
            statement=i,
            span=span,
            outcome=_outcome(span.of(page.story.text), near),
            actor=_actor(page, i, span, source),
            source=source.id if source else None,
            is_person=source is not None and source.kind is Kind.PERSON,
            has_channel=bool(_CHANNEL.search(page.text(i))),
            has_time=bool(_TIMED.search(near)),
        )


def _outcome(words: str, near: str) -> Outcome:
    if _DECLINES.search(words):
        return Outcome.PARTIAL if _PART.search(words) else Outcome.DECLINED
    found = next((outcome for outcome, pattern in _OUTCOMES if pattern.search(words)), Outcome.DECLINED)
    if found is Outcome.STATEMENT_ONLY and "statement" not in near:
        return Outcome.DECLINED
    return found


def _asked_source(page: Page, i: int, silence: Span) -> Source | None:
    """The source beside the words of a silence."""
    statement = page.statements[i]
    if statement.tag is Tag.NO_COMMENT:
        found = page.source(i)
        return found if found is None or not _NOBODY.match(found.description) else None
    for attribution, source in page.attributions(i):
        if attribution.cue is not None and attribution.cue.shared(silence):
            return page.by_id(source)
    return None


def _actor(page: Page, i: int, silence: Span, source: Source | None) -> str | None:
    if source is not None:
        return source.name or source.description
    who = asked(page.story.text, page.span(i), silence)
    words = who.of(page.story.text) if who is not None else ""
    if words and not _NOBODY.match(words) and not words.startswith(("No ", "no ")):
        return words
    sent = _SENT_TO.search(page.text(i))
    return sent["whom"].rstrip(".") if sent else None
