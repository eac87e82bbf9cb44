"""NOC303: somebody did not respond, but not how or when they were asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.silences import Outcome
from attribution.rule import INFO, OFF, WARNING, Cited, Hit, Rule, Severities

_NOT_THE_PRESS = re.compile(r"\b(?:debate|committee|hearing|court|congress|questionnaire)\b", re.IGNORECASE)


def _check(facts: Facts) -> Iterator[Hit]:
    for silence in facts.silences:
        if silence.outcome not in (Outcome.NO_REPLY, Outcome.UNREACHED) or silence.actor is None:
            continue
        if _NOT_THE_PRESS.search(facts.page.text(silence.statement)):
            continue
        if not silence.has_channel and not silence.has_time:
            yield Hit(
                silence.span,
                f"The reader is not told how or when {silence.actor} was asked.",
                "Add the way and the time: “… did not respond to e-mails on [day] and [day]”.",
                silence.statement,
                silence.source,
            )


RULE = Rule(
    code="NOC303",
    name="no-comment-without-attempt-detail",
    summary="Says that somebody did not respond, but not how or when they were asked.",
    why="One e-mail an hour before the deadline and a week of calls are both “did not respond”. Readers can tell the "
    "difference only when they are told.",
    severities=Severities(OFF, ap=INFO, reuters=INFO, bbc=WARNING, nyt=INFO, npr=WARNING, strict=WARNING),
    standards=(
        Cited("NPR-NC", "ask more than once and in more than one way, and say so"),
        Cited("BBC-ROR", "what time is fair depends on what is alleged"),
        Cited("GLEANER-13", "what makes a time to reply reasonable"),
    ),
    fires=(
        "Marlow Homes did not immediately respond to a request for comment.",
        "Mr. Doyle could not be reached for comment.",
    ),
    quiet=(
        "Marlow Homes did not respond to e-mails sent on Monday and Wednesday.",
        "Mr. Doyle could not be reached at two telephone numbers that are listed in his name.",
    ),
    check=_check,
)
