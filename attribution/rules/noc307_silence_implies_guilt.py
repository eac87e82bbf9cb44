"""NOC307: silence is offered as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.model import Span
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Severities

_INFERS = re.compile(
    r"\b(?:[Tt]ellingly|[Cc]onspicuously|[Pp]ointedly|notably\s+silent|(?:has|have|had)\s+yet\s+to\s+deny|rais(?:es|ed|ing)\s+(?:\w+\s+)?questions"
    r"|speaks?\s+volumes|(?:deafening|telling)\s+silence|silence\s+(?:suggests|implies)|suggesting\s+(?:that\s+)?(?:he|she|it|they))\b"
)


def _check(facts: Facts) -> Iterator[Hit]:
    for silence in facts.silences:
        place = facts.page.span(silence.statement)
        found = _INFERS.search(facts.story.text, place.start, place.end)
        if found is not None:
            yield Hit(
                Span(found.start(), found.end()),
                f"“{found.group()}” turns silence into evidence.",
                "Report the silence alone, and let the evidence stand for itself.",
                silence.statement,
                silence.source,
            )


RULE = Rule(
    code="NOC307",
    name="silence-implies-guilt",
    summary="Not answering is offered as evidence.",
    why="People keep silent for many reasons, on a lawyer's advice among them. To draw a conclusion from it in the "
    "story's "
    "voice is unfair.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=ERROR, nyt=WARNING, npr=WARNING, strict=WARNING),
    standards=(
        Cited("BBC-ROR", "be fair to those who are criticised"),
        Cited("AP-NV", "fairness to the subjects of a story"),
        Cited("SPJ", "minimise harm"),
    ),
    fires=(
        "Tellingly, the bank declined to comment on whether it had known.",
        "Mr. Voss did not reply to e-mails, raising further questions about the payments.",
    ),
    quiet=(
        "The bank declined to comment on whether it had known.",
        "Asked twice whether he had made the payments, Mr. Voss declined to comment.",
    ),
    check=_check,
)
