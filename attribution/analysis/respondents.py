"""Respondents: people whom a poll or a study counted. What they say is the poll's word, not an unnamed source's."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|one)"
_SHARE = re.compile(
    r"^(?:(?:about|almost|nearly|roughly|some|only|just|over|around|at least|more than|fewer than|less than|another) )*"
    rf"(?:\d[\d.,]* ?(?:%|percent|per cent)|{_NUMBER} (?:in|out of|of) {_NUMBER}\b"
    r"|(?:a |two |three )?(?:half|thirds?|quarters?)\b|(?:a |an )?(?:\w+ )?(?:majority|plurality) of)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:those|people|many|few|most|some)(?: (?:who|that) were)? (?:questioned|interviewed|surveyed|polled|asked)\b"
    r"(?! (?:by|for)\b)|\brespondents\b",
    re.IGNORECASE,
)
_VOTERS = re.compile(r"^(?:the |likely |registered |primary )*voters$", re.IGNORECASE)
_POLL = re.compile(r"\b(?:poll|polling|survey|questionnaire|census)s?\b", re.IGNORECASE)


def is_poll(head: str, description: str) -> bool:
    """Whether a source counts people, by its head noun or its words."""
    return head in ("study", "research") or bool(_POLL.search(f"{head} {description}"))


def are_counted(description: str) -> bool:
    """Whether words for people say that they were asked, or what share they are: "six in 10", "those surveyed".

    Reporters ask people too: only where the story has just cited a poll are they the poll's.
    """
    people = description.split(",")[0]
    return bool(_ASKED.search(people) or _SHARE.match(people) or _VOTERS.match(people))
