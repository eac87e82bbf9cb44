"""Polls: where a story reports one, and which of the facts that a reader needs to judge it stand near.

The fields are those of the Associated Press's entry on polls and of guideline 2.1 of the German press code: who asked,
when, how many, whom, how exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from attribution.facts.page import Page
from attribution.model import Span
from attribution.sought import Sought

_POLL = Sought(r"\b(?:(?:[Oo]pinion\s+)?[Pp]oll(?:s|ing)?|[Ss]urveys?)\b", ("poll", "survey"))
_NOT_A_POLL = re.compile(
    r"^(?:polls?\s+(?:open|close|station|worker|watcher|tax|numbers\s+are)|polling\s+(?:place|station|day|booth|unit)"
    r"|survey(?:or|ing|ed))",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b\d[\d.]*(?:\s*%|\s+per\s?cent)|\b(?:most|majority|half|two-thirds|a\s+third|three-quarters)\b"
    r"|\b\d+\s+(?:percentage\s+)?points?\b|\b\d\d\s+to\s+\d\d\b"
)
_RESULT = re.compile(
    r"\b(?:[Pp]olls?|[Pp]olling|[Ss]urveys?)\b[^.;]{0,60}?\b(?:show|find|found|suggest|indicat|put|conclud|reveal|giv|gave)"
    r"|\b(?:according\s+to|in)\s+(?:an?|the|recent|new|several|two)\s+(?:[\w/’'-]+\s+){0,4}?(?:polls?|surveys?)\b"
)
"""A poll of which a result is told, not polling as such."""


class PollField(Enum):
    """A fact about a poll, in the words for what is missing."""

    POLLSTER = "who conducted it"
    DATE = "when it was taken"
    SAMPLE = "how many people were asked"
    POPULATION = "who was asked"
    MARGIN = "the margin of error"


_FIELDS = (
    (
        PollField.POLLSTER,
        re.compile(
            r"\b(?:Gallup|Ipsos|YouGov|Quinnipiac|Rasmussen|Pew|Mori|MORI|ICM|Marist|Monmouth|Zogby|Harris|Survation"
            r"|Opinium|Nielsen|Kantar|ComRes|Populus|Reuters|CNN|NBC|CBS|ABC|AP|Fox|Bloomberg|Suffolk|Marquette|Morning\s"
            r"Consult|PPP|RealClear\w+|FiveThirtyEight)\b"
            r"|\b(?:[Pp]oll|[Ss]urvey|questioned|conducted|carried\s+out)\s+(?:of\s+[^.]{3,40}?\s+)?by\s"
            r"|\b(?:by|for|from|conducted\s+by)\s+(?:the\s+|pollsters?\s+)?[A-Z]\w+"
            r"|(?<=\s)(?<![.!?”\"]\s)[A-Z][\w’'-]+(?:[/\s–-][A-Z][\w’'-]+)*\s+(?:University\s+|News\s+|tracking\s+|national\s+|opinion\s+)*(?:[Pp]oll|[Ss]urvey)"
            r"|(?:[Pp]oll|[Ss]urvey)\s+of\s+[^.]{3,60}?\bby\s+[A-Z]"
        ),
    ),
    (
        PollField.DATE,
        re.compile(
            r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d|\b\d{1,2}(?:st|nd|rd|th)?\s+"
            r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
            r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:last|this)\s+(?:week|month|year|spring|summer|fall"
            r"|autumn|winter|weekend)\b|\bin\s+(?:January|February|March|April|May|June|July|August|September|October"
            r"|November|December|(?:19|20)\d\d)\b|\b(?:19|20)\d\d\s+(?:[Pp]oll|[Ss]urvey)"
        ),
    ),
    (
        PollField.SAMPLE,
        re.compile(
            r"\b(?:\d{1,3},\d{3}|\d{3,4})\s+(?:\w+[\s-]){0,3}?(?:people|adults|voters|respondents|members|households"
            r"|parents|teachers|nurses|workers|companies|firms|businesses|economists|Americans|Britons|students"
            r"|readers|women|men|residents|patients|doctors|managers|employers|consumers|users)\b|\bsample\s+of\s+\d"
        ),
    ),
    (
        PollField.POPULATION,
        re.compile(
            r"\b(?:likely|registered|eligible|adult)\s+(?:\w+\s+)?voters\b|\b(?:adults|Americans|Britons|voters|people"
            r"|respondents|households|members|nurses|workers|companies|firms|parents|teachers)\b"
        ),
    ),
    (PollField.MARGIN, re.compile(r"\bmargin\s+of\s+(?:sampling\s+)?error\b|\bplus\s+or\s+minus\b|±")),
)


_NAMED_POLL = re.compile(
    r"[a-z,]\s+(?:the\s+|an?\s+)?[A-Z][\w’'-]+(?:[/\s–-][A-Z][\w’'-]+)*\s+(?:(?:tracking|national|opinion|latest|monthly"
    r"|quarterly|annual|new)\s+)*(?:[Pp]oll|[Ss]urvey)\b"
    r"|\b(?:[Pp]oll|[Ss]urvey)(?:ed|s)?\b[^.]{0,40}?\b(?:by|from|for)\s+(?:the\s+)?[A-Z]"
)
"""A poll that goes by its pollster's name anywhere in the story."""


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll of which a story gives results."""

    statement: int
    span: Span
    fields: frozenset[PollField]
    """What the paragraph and the next two sentences, or the passage before, say about it."""


def polls(page: Page) -> Iterator[Poll]:
    """The first mention of each poll whose results the body reports; one a passage of three sentences."""
    last = -9
    for found in page.found(_POLL):
        i = found.statement
        rest = page.story.text[found.match.start() : page.span(i).end]
        if (
            i - last <= 3
            or _NOT_A_POLL.match(rest)
            or not _SHARE.search(page.text(i))
            or not _RESULT.search(page.text(i))
        ):
            continue
        last = i
        near = page.near(i, 2, 2)
        told = {field for field, pattern in _FIELDS if pattern.search(near)}
        if _NAMED_POLL.search(page.story.text):
            told.add(PollField.POLLSTER)
        yield Poll(i, found.span, frozenset(told))
