"""REC407: "he said", and more than one person could be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.analysis.lexicon import words
from attribution.analysis.names import Gender, gender
from attribution.facts import Facts
from attribution.model import Span, Tag
from attribution.rule import INFO, WARNING, Cited, Hit, Rule, Severities

_PRONOUNS = {"he": Gender.MALE, "she": Gender.FEMALE}
_TITLES = {"Mr": Gender.MALE, "Mrs": Gender.FEMALE, "Ms": Gender.FEMALE, "Sir": Gender.MALE, "Miss": Gender.FEMALE}
_TWO = 2
"""People between whom a reader has to guess; of more, the sentence is not about who speaks."""
_PERSON = re.compile(
    r"(?<!under )(?<!about )(?<!against )(?<!like )(?<!after )\b(?:(?P<title>Mr|Mrs|Ms|Miss|Sir)\.?\s+)?"
    r"(?P<name>[A-Z][a-z’-]+(?:\s+[A-Z][a-z’-]+)*)"
)
_TWO_UNNAMED = re.compile(
    r"\b(?i:an?|one)\s+(?:\w+\s+){0,2}?(?P<one>\w+)\s+and\s+(?:an?|another)\s+(?:\w+\s+){0,2}?(?P<other>\w+)\b"
)
_SUBJECT = re.compile(
    r"^(?:(?P<pronoun>He|She)|The\s+(?:official|source|man|woman|person|executive))\s+(?:\w+\s+)?(?=said|told|added|called|says)\b|^(?:(?P<p2>He|She))\s+(?:also\s+)?(?:said|added|told)\b"
)


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for i in page.body:
        found = _SUBJECT.match(page.text(i))
        if found is None or i == 0 or page.statements[i - 1].tag is not Tag.BACKGROUND:
            continue
        before = page.text(i - 1)
        pronoun = found["pronoun"] or found["p2"]
        candidates = _people(before, _PRONOUNS[pronoun.lower()]) if pronoun else _unnamed(before)
        rest = page.text(i)
        if len(candidates) == _TWO and not any(name.split()[-1] in rest for name in candidates):
            start = page.span(i).start
            span = Span(start, start + len(pronoun or found.group().strip()))
            yield Hit(
                span,
                f"“{span.of(facts.story.text)}” could be {' or '.join(sorted(candidates))}.",
                "Repeat the name: “[name] said …”.",
                i,
            )


def _people(text: str, wanted: Gender) -> frozenset[str]:
    """The people whom a sentence names and a pronoun of this gender could mean, by their whole names."""
    found = set()
    for match in _PERSON.finditer(text):
        known = _TITLES.get(match["title"] or "") or gender(match["name"].split())
        several = match["title"] is not None or len(match["name"].split()) > 1
        if known is wanted and several:
            found.add(match.group())
    return frozenset(found)


def _unnamed(text: str) -> frozenset[str]:
    """The two unnamed people of "an aide and a diplomat"."""
    match = _TWO_UNNAMED.search(text)
    if match is None or not {match["one"], match["other"]} <= words("unnamed_people"):
        return frozenset()
    return frozenset({f"the {match['one']}", f"the {match['other']}"})


RULE = Rule(
    code="REC407",
    name="ambiguous-speaker",
    summary="A pronoun or description could mean more than one speaker.",
    why="The reporter knows who spoke; a reader who has to guess may quote the wrong person.",
    severities=Severities(INFO, ap=WARNING, reuters=INFO, bbc=INFO, nyt=INFO, npr=INFO, strict=WARNING),
    standards=(
        Cited("AP-BLOG", "repeat the attribution unless it is perfectly clear"),
        Cited("REU-ESS", "make plain who speaks"),
    ),
    fires=(
        "Mr. Lund met Mr. Ray in Oslo on Friday. He said the terms were final.",
        "An aide and a diplomat listened to the call on Friday. The official said it was short.",
    ),
    quiet=(
        "Mr. Lund met Ms. Ray in Oslo on Friday. He said the terms were final.",
        "Mr. Lund, who met Mr. Ray in Oslo on Friday, said the terms were final.",
    ),
    check=_check,
)
