"""BKG504: research is invoked without saying whose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.rule import ERROR, WARNING, Basis, Cited, Hit, Rule, Severities
from attribution.sought import Sought

_STUDY = Sought(
    r"\b(?P<what>(?:[Ss]tud(?:y|ies)|[Rr]esearch|[Ss]cientists|[Rr]esearchers))\s+(?:has\s+|have\s+|also\s+|\w+ly\s+)*"
    r"(?P<verb>shows?|shown|finds?|found|suggests?|suggested|proves?|proven|links?|linked|indicates?|indicated|believe)\b",
    ("stud", "research", "scientist"),
)
_WHOSE = re.compile(
    r"\b(?:University|Institute|College|Journal|Centre|Center|Hospital|School|Foundation|Academy|Lancet|Nature|Science|BMJ"
    r"|government|official|ministry|company|firm|Council|Association|Society|Nasa|NASA|NOAA|WHO|Pew|Harvard|Stanford|Oxford|Cambridge|MIT|Brookings|Professor|Prof|Dr)\b"
    r"|\b(?:19|20)\d\d\b|\b(?:by|from|at|of|led\s+by|in)\s+(?:the\s+)?[A-Z][\w’-]+"
)
_KNOWN = re.compile(r"\b(?:the|this|that|his|her|their|its|our|these|another)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for found in page.found(_STUDY):
        i, start = found.statement, found.match.start()
        lead = facts.story.text[max(page.span(i).start, start - 30) : start]
        if (
            _KNOWN.search(lead)
            or _WHOSE.search(page.near(i, 2, 4))
            or any(page.has_link(k) for k in (i, i + 1) if k < len(page.statements))
        ):
            continue
        words = found.match["what"]
        yield Hit(
            found.span,
            f"“{words.capitalize()}” whose? The story names no institution, journal, author or year.",
            "Name it: “a [year] study in [journal] by [institution]”, with a link.",
            i,
        )


RULE = Rule(
    code="BKG504",
    name="study-details-missing",
    summary="Research is invoked without saying whose or when.",
    why="“Studies show” is true of almost anything. With a name and a year a reader can look it up.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("WTW", "“research has shown” is an unsupported attribution"),
        Cited("BBC-A19", "check the evidence behind a claim"),
        Cited("SPJ", "use original sources"),
    ),
    fires=(
        "Studies show that cold showers make people healthier.",
        "Research has linked the chemical to several illnesses.",
    ),
    quiet=(
        "A 2023 study in the Lancet linked the chemical to several illnesses.",
        "Scientists at Leeds University reported in May that the effect vanished in larger trials.",
    ),
    check=_check,
    basis=Basis.WORDS,
)
