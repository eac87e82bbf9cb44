"""ANO103: the stated reason for anonymity is so generic that it tells nothing."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.analysis.anonymity import request
from attribution.facts import Facts
from attribution.handling import is_stock_reason
from attribution.rule import INFO, OFF, WARNING, Basis, Cited, Hit, Rule, Severities


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for i in page.body:
        found = request(facts.story.text, page.span(i))
        if found is None or found.reason is None:
            continue
        reason = found.reason.of(facts.story.text)
        if is_stock_reason(reason):
            yield Hit(
                found.reason,
                f"“{reason}” names no rule, risk or harm that keeps the source from being named.",
                "Say what the source fears or which rule binds it: “because [employer] forbids staff to speak”, “for "
                "fear "
                "of [what]”.",
                i,
            )


RULE = Rule(
    code="ANO103",
    name="anonymity-reason-boilerplate",
    summary="The stated reason is circular or so generic that it tells the reader nothing.",
    why="Readers told the public editor of The New York Times that stock phrases read like alibis. A reason is worth "
    "printing when it names what would happen to the source.",
    severities=Severities(INFO, ap=OFF, reuters=OFF, bbc=INFO, nyt=WARNING, npr=WARNING, strict=WARNING),
    standards=(
        Cited("NYT-PE06", "stock explanations tell readers little"),
        Cited("NYT-2004", "an explanation has to mean something"),
        Cited("SPJ", "danger, retribution or other harm justify anonymity"),
    ),
    fires=(
        "An adviser, who asked not to be named in order to speak candidly, said the dinner was tense.",
        "The managers requested anonymity because of the sensitivity of the matter.",
    ),
    quiet=(
        "An adviser, who asked not to be named because she would lose her job, said the dinner was tense.",
        "The managers requested anonymity because a judge has sealed the case.",
    ),
    check=_check,
    basis=Basis.WORDS,
)
