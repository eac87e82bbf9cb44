"""BKG502: a figure appears with no source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.claims import Worth
from attribution.model import ATTRIBUTED, Span, Tag
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Severities

_STATISTIC = re.compile(
    r"\b\d[\d,.]*\s*(?:%|per\s?cent)\s+(?:of|more|fewer|less|higher|lower|increase|decrease|rise|drop|fall|in|since)\b"
    r"|\b(?:ris(?:es?|en)|rose|fall(?:en|s)?|fell|grow(?:n|s)?|grew|drop(?:ped|s)?|increase[ds]?|doubled|tripled|climbed"
    r"|declined|jumped|soared)\s+(?:by\s+)?(?:more\s+than\s+|about\s+|nearly\s+|almost\s+)?\d[\d,.]*\s*(?:%|per\s?cent)"
    r"|\bone\s+in\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
)
_DEATHS = re.compile(
    r"\b(?:[Aa]t\s+least|[Mm]ore\s+than|[Uu]p\s+to|[Aa]bout|[Ss]ome)\s+(?:\d[\d,]*|dozens|hundreds|thousands)\s+(?:\w+\s+)?"
    r"(?:people|civilians|soldiers|protesters|children|workers|passengers)?\s*(?:were\s+|have\s+been\s+|are\s+)?(?:killed|died|injured|wounded|missing)\b"
)
_PUBLIC = re.compile(
    r"\b(?:shares?|stocks?|index|FTSE|Dow|Nasdaq|S&P|points?|barrel|dollar|euro|yen|pound|futures|trading|exchange|profits?"
    r"|revenue|sales|earnings|turnover|quarter|stake|votes?|polls?|percentage\s+points?|delegates|turnout|won|lost|season"
    r"|match|goals?|tax|rate\s+of|interest\s+rates?|budget|salary|box\s+office|gross\w*|discount|poll|survey|owns?|acquir\w+|bought|market|imports?|exports?|spending|stockpiles|deficit|growth|GDP|economy|inflation|production|output|prices?|controls?|holds?|you|your)\b",
    re.IGNORECASE,
)
_MARKET = re.compile(r"\b(?:Exchange|JSE|FTSE|Nasdaq|Nikkei|index|shares)\b")
_COUNTED = re.compile(r"\b(?:our|we|us|polls?|surveys?)\b")
"""A count that the writers made themselves, or a poll whose figures run on."""
_PAST = re.compile(r"\b(?:1[0-9]\d\d|20\d\d)\b")


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for claim in facts.claims:
        i = claim.statement
        statement = page.statements[i]
        if (
            claim.is_grounded
            or claim.worth is Worth.SUPERLATIVE
            or statement.tag is not Tag.BACKGROUND
            or statement.also
        ):
            continue
        place = page.span(i)
        deaths = _DEATHS.search(facts.story.text, place.start, place.end)
        found = deaths or _STATISTIC.search(facts.story.text, place.start, place.end)
        if found is None or (deaths is None and _PUBLIC.search(page.text(i))) or _PAST.search(page.text(i)):
            continue
        if _is_among_sources(facts, i) or _MARKET.search(page.near(i, 1, 0)) or _COUNTED.search(page.near(i, 3, 3)):
            continue
        yield Hit(
            Span(found.start(), found.end()),
            f"“{found.group()}” has no source.",
            "Say where the figure comes from: “…, according to [issuer]'s [document] of [date]”.",
            i,
        )


def _is_among_sources(facts: Facts, i: int) -> bool:
    """Whether a sentence beside it, in its paragraph or next to it, rests on somebody who may have given the figure."""
    page = facts.page
    return any(
        page.statements[k].tag in ATTRIBUTED or page.attributions(k) or page.has_link(k)
        for k in (i - 1, i + 1)
        if 0 <= k < len(page.statements)
    )


RULE = Rule(
    code="BKG502",
    name="statistic-without-source",
    summary="A figure appears with no source.",
    why="A number looks exact whoever made it. Readers can judge it when they know who counted, and when.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("BBC-A19", "check statistics and say where they come from"),
        Cited("NPR-CROWD", "attribute estimates of crowds"),
        Cited("AP-BLOG", "attribute disputable facts"),
        Cited("REU-ESS", "source every statement unless it is established"),
    ),
    fires=(
        "Rents in the old town have risen 38 percent in five years.",
        "At least 40 people were killed in the raid.",
    ),
    quiet=(
        "Rents in the old town have risen 38 percent in five years, according to the city’s housing survey.",
        "The match ended 2-1 before a crowd that filled the north stand.",
    ),
    check=_check,
)
