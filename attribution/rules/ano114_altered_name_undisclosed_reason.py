"""ANO114: a changed or partial name without a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.rule import ERROR, INFO, WARNING, Basis, Cited, Hit, Rule, Severities
from attribution.sought import Sought

_ALTERED = Sought(
    r"\b(?:not\s+(?:his|her|their)\s+real\s+names?|whose\s+(?:real\s+)?names?\s+(?:has|have)\s+been\s+changed"
    r"|(?:his|her|their)\s+names?\s+(?:has|have)\s+been\s+changed|a\s+pseudonym"
    r"|(?:who\s+)?(?:was\s+|is\s+)?identified\s+(?:himself|herself|themselves)?\s*only\s+(?:as|by)"
    r"|(?:gave|giving|give|used|using)\s+only\s+(?:his|her|their|a)\s+first\s+names?"
    r"|(?:gave|giving)\s+(?:his|her|their)\s+names?\s+only\s+as)\b",
    ("name", "pseudonym", "identified"),
)
_REASON = re.compile(
    r"\b(?:because|to\s+(?:protect|avoid)|for\s+fear|fear(?:s|ed|ing)|in\s+case|since\s+(?:he|she|they)|withheld|pending"
    r"|safety|reprisals?|retaliation|law|court|minor|citing|privacy|victims?)\b"
)


_THINGS = re.compile(r"\b(?:surveys?|letters?|codes?|numbers?|computers?|companies)\b")


def _check(facts: Facts) -> Iterator[Hit]:
    for found in facts.page.found(_ALTERED):
        if _THINGS.search(facts.page.text(found.statement)):
            continue
        if not _REASON.search(facts.page.near(found.statement, 0, 1)):
            yield Hit(
                found.span,
                "The name is changed or partial, and the reader is not told why.",
                "Give the reason: “…, whose surname is withheld because [the risk]”.",
                found.statement,
            )


RULE = Rule(
    code="ANO114",
    name="altered-name-undisclosed-reason",
    summary="A pseudonym, a changed name or a first name only, without saying why.",
    why="Partial anonymity is anonymity. Readers should know that a name is not the person's own, and the reason for "
    "it.",
    severities=Severities(INFO, ap=WARNING, reuters=WARNING, bbc=INFO, nyt=WARNING, npr=ERROR, strict=WARNING),
    standards=(
        Cited("NPR-DONT", "no invented names; explain a partial one"),
        Cited("WSJ-22", "partial anonymity has to be disclosed"),
        Cited("BBC-ANON", "tell the audience when and why a name is changed"),
    ),
    fires=(
        "Marta, not her real name, crossed the river in March.",
        "A bus driver, identified only as Sam, said the brakes had failed.",
    ),
    quiet=(
        "Marta, not her real name because her asylum claim is pending, crossed the river in March.",
        "Sam Oduya, a bus driver, said the brakes had failed.",
    ),
    check=_check,
    basis=Basis.WORDS,
)
