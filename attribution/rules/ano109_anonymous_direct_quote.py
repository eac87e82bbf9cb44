"""ANO109: a verbatim quotation from an unnamed source."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.unnamed import is_insider
from attribution.rule import INFO, OFF, WARNING, Cited, Hit, Rule, Scope, Severities

_FEWEST = 4
"""Words between quotation marks that are a quotation, not a borrowed word."""


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for i, source in page.anonymous():
        if not is_insider(source):
            continue
        quoted = [span for span in page.quotes(i) if _is_speech(span.of(facts.story.text))]
        if quoted:
            yield Hit(
                quoted[0],
                f"“{source.description}” is quoted word for word without a name.",
                "Paraphrase what was said, or quote somebody who can be named.",
                i,
                source.id,
            )


def _is_speech(quoted: str) -> bool:
    """Whether words between quotation marks are a quotation: enough of them, and no title in capitals."""
    row = [word for word in quoted.strip("\"“”‘’'.,!? ").split() if len(word) > 3]
    return len(quoted.split()) >= _FEWEST and not all(word[0].isupper() for word in row)


RULE = Rule(
    code="ANO109",
    name="anonymous-direct-quote",
    summary="A verbatim quotation from an unnamed source.",
    why="A hidden speaker has an unfair advantage over everybody who answers by name, and colour is no reason for "
    "anonymity. Policies differ: some forbid such quotations, some ask for approval, most allow them.",
    severities=Severities(OFF, ap=INFO, reuters=OFF, bbc=OFF, nyt=WARNING, npr=INFO, strict=WARNING),
    standards=(
        Cited("NYT-2016", "anonymous direct quotations should be rarer and need approval"),
        Cited("BLO-WAY", "no anonymous direct quotations"),
        Cited("GDN-2000", "the hidden speaker has an unfair advantage"),
    ),
    fires=(
        "“We were told to empty the folder,” an employee of the agency said.",
        "“This is the end of the line,” one minister told reporters.",
    ),
    quiet=(
        "An employee of the agency said staff had been told to empty the folder.",
        "“We were told to empty the folder,” said Irina Vance, an analyst at the firm.",
    ),
    check=_check,
    scope=Scope.SENTENCE,
)
