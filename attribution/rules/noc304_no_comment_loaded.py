"""NOC304: silence is worded so as to blame."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.model import Span
from attribution.rule import INFO, WARNING, Cited, Hit, Rule, Severities

_LOADED = re.compile(
    r"\b(?:refus(?:ed|es|ing)\s+to\s+(?:\w+\s+)?(?:comment|answer|respond|say|discuss|speak|be\s+interviewed)"
    r"|refus(?:ed|es)\s+(?:\w+\s+){0,2}(?:comment|interview\s+requests?|requests?)"
    r"|fail(?:ed|s)\s+to\s+(?:respond|reply|return|answer|comment)|dodged|ducked|stonewalled|remained\s+silent|hid\s+behind"
    r"|ignored\s+(?:\w+\s+){0,2}(?:requests?|calls|questions|e-?mails|messages))\b"
)


_NOT_THE_PRESS = re.compile(r"\b(?:questionnaire|interview|debate|committee|hearing|court|say\s+that)\b")
"""A dodge on the air or before a committee: there the word may be fair."""


def _check(facts: Facts) -> Iterator[Hit]:
    for silence in facts.silences:
        place = facts.page.span(silence.statement)
        found = _LOADED.search(facts.story.text, place.start, place.end)
        if found is not None and not _NOT_THE_PRESS.search(facts.page.text(silence.statement)):
            span = Span(found.start(), found.end())
            yield Hit(
                span,
                f"“{found.group()}” blames where the story only needs to tell.",
                "Use the plain words: “declined to comment”, “did not respond to [how it was asked]”.",
                silence.statement,
            )


RULE = Rule(
    code="NOC304",
    name="no-comment-loaded",
    summary="Silence is worded so as to blame.",
    why="Nobody owes a newsroom an answer. “Refused” and “failed” say that one was owed. Some desks keep “refused” "
    "for a "
    "question that was put in person.",
    severities=Severities(INFO, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=INFO, npr=WARNING, strict=WARNING),
    standards=(
        Cited("AP-NV", "be fair to whoever is shown in a negative light"),
        Cited("BBC-ROR", "report a refusal fairly"),
        Cited("BENDER", "prefer the neutral verb"),
        Cited("WTW", "words to watch"),
    ),
    fires=(
        "The company refused to comment on the deaths.",
        "The mayor failed to respond to questions that were sent on Monday.",
    ),
    quiet=(
        "The company declined to comment on the deaths.",
        "“He refused to comment, as he always does,” said the opposition leader, Kim Ray.",
    ),
    check=_check,
)
