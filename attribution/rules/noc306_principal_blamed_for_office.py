"""NOC306: a person is said not to have responded when only an office was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.silences import Outcome
from attribution.rule import INFO, WARNING, Cited, Hit, Rule, Severities

_OFFICE = re.compile(
    r"\b(?:to|with|through|at|via)\s+(?P<office>(?:his|her|their|the)\s+(?:\w+\s+){0,3}?(?:office|campaign|press\s+office"
    r"|spokes\w+|lawyers?|attorneys?|company|agents?|publicist|firm|foundation|team|assistant|secretary))\b"
)


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for silence in facts.silences:
        unanswered = silence.outcome in (Outcome.NO_REPLY, Outcome.UNREACHED)
        if not silence.is_person or not unanswered:
            continue
        found = _OFFICE.search(facts.story.text, page.span(silence.statement).start, page.span(silence.statement).end)
        if found is not None:
            yield Hit(
                silence.span,
                f"{silence.actor} is said not to have responded, but it was {found['office']} that was asked.",
                "Say that the office did not respond: “[name]'s office did not respond to [how it was asked]”.",
                silence.statement,
                silence.source,
            )


RULE = Rule(
    code="NOC306",
    name="principal-blamed-for-office",
    summary="A person is said not to have responded when only an office or representative was asked.",
    why="The person may never have heard of the question. What can be said is that the office did not respond.",
    severities=Severities(INFO, ap=INFO, reuters=INFO, bbc=INFO, nyt=INFO, npr=WARNING, strict=WARNING),
    standards=(Cited("NPR-NC", "when a press office was asked, say that the office did not respond"),),
    fires=(
        "Senator Ida Vale did not respond to an e-mail sent to her press office.",
        "Rupert Okoro, the owner, did not return messages left with his company.",
    ),
    quiet=(
        "Senator Ida Vale’s press office did not respond to an e-mail.",
        "Rupert Okoro, the owner, did not answer calls to a mobile phone in his name.",
    ),
    check=_check,
)
