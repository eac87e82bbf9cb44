"""NOC302: it is not said who declined, did not reply or could not be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Severities

_SOMEBODY = re.compile(
    r"(?<!^)(?<![.!?]\s)\b[A-Z][a-z]+|\b(?:his|her|their|its)\s+\w+|\b(?:he|she|they|company|office|ministry|lawyers?|firm"
    r"|campaign|spokes\w+|department|police|bank|owners?|agency|officials?|government|party|club)\b"
)


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for silence in facts.silences:
        if silence.actor is not None or _SOMEBODY.search(page.text(silence.statement)):
            continue
        yield Hit(
            silence.span,
            "The sentence does not say who was asked and gave no answer.",
            "Name the person or the office: “[who] did not respond to [how it was asked]”.",
            silence.statement,
        )


RULE = Rule(
    code="NOC302",
    name="no-comment-actor-unclear",
    summary="It is not said who declined, did not reply or could not be reached.",
    why="“Requests for comment were not returned” leaves open whether the accused, an office or a switchboard kept "
    "silent.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=ERROR, strict=ERROR),
    standards=(
        Cited("NPR-NC", "be precise about who did not respond"),
        Cited("BBC-ROR", "make plain whose reply was sought"),
        Cited("WP-2004", "say who would not comment"),
    ),
    fires=(
        "Requests for comment were not returned.",
        "No one was immediately available for comment.",
    ),
    quiet=(
        "Requests for comment sent to Marlow Homes were not returned.",
        "The county clerk’s office was closed for the holiday, and calls to it were not answered.",
    ),
    check=_check,
)
