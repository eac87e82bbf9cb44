"""ANO108: an unnamed source disparages an identifiable person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attribution.analysis.lexicon import lines
from attribution.facts import Facts
from attribution.facts.protected import is_protected
from attribution.facts.unnamed import is_insider
from attribution.model import Span
from attribution.rule import ERROR, Cited, Hit, Rule, Scope, Severities

_VICTIM = re.compile(r"\b(?:complain(?:t|ed)|whistle-?blower|sued|accus\w+|victim|fear|retaliat\w+|dismissal)\b")


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for i, source in page.anonymous():
        if is_protected(page, source):
            continue
        found = _attack().search(facts.story.text, page.span(i).start, page.span(i).end)
        if found is None or not is_insider(source) or _VICTIM.search(page.near(i, 0, 1)):
            continue
        span = Span(found.start("words"), found.end("words"))
        yield Hit(
            span,
            f"An unnamed source, “{source.description}”, disparages {found['target'].strip()}.",
            "Cut the attack or report what the person did: “[who] said that on [date] [target] [did what]”; a named "
            "critic may say it.",
            i,
            source.id,
        )


@cache
def _attack() -> re.Pattern[str]:
    """A name, and close behind it a disparaging word that is said of it."""
    said = r"(?:is|was|are|were|’s|'s|called|as|being|labell?ed|described\s+as|so)"
    words = "|".join(re.escape(entry) for entry in lines("pejoratives"))
    return re.compile(
        rf"(?P<target>(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.?\s+|(?:Senator|President|Governor|Mayor|Minister|Coach)\s+)?"
        rf"(?!I\b|The\b|That\b|It\b|He\b|She\b|They\b|We\b|This\b|There\b|And\b|But\b)[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+)?)\s+"
        rf"(?:{said}\s+)?[“\"‘]?(?:(?:an?|the|so|just|totally|completely|such|utterly|simply|really|\w+ly)\s+){{0,3}}"
        rf"(?P<words>(?:{words})\b[^,.”\"]*)"
    )


RULE = Rule(
    code="ANO108",
    name="anonymous-personal-attack",
    summary="An unnamed source disparages an identifiable person.",
    why="Whoever is attacked cannot answer somebody without a name, and the reader cannot see the grudge. "
    "Complainants and "
    "whistleblowers who describe what was done to them are another matter.",
    severities=Severities(ERROR, ap=ERROR, reuters=ERROR, bbc=ERROR, nyt=ERROR, npr=ERROR, strict=ERROR),
    standards=(
        Cited("NPR-DONT", "no attacks behind anonymity"),
        Cited("GDN-CODE", "avoid anonymous pejorative quotations"),
        Cited("REU-ESS", "no vituperative attacks behind anonymity"),
        Cited("BLO-MEMO", "shun negative anonymous quotations"),
        Cited("ABC-ATT", "no cloak for personal attacks"),
    ),
    fires=(
        "A former aide called Senator Price “a bully who never reads a briefing”.",
        "“Everyone in the office knows that Mills is a fraud,” said one executive, who did not want to be named.",
    ),
    quiet=(
        "Tom Beck, a former aide, called Senator Price a bully.",
        "One executive, who asked not to be named, said that Mills had signed both cheques.",
    ),
    check=_check,
    scope=Scope.SENTENCE,
)
