"""ANO110: the same person or office speaks without a name and declines to comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.silences import Silence
from attribution.facts.unnamed import body_named_in, is_insider
from attribution.finding import Related
from attribution.model import Source, Tag
from attribution.rule import ERROR, INFO, WARNING, Cited, Hit, Rule, Scope, Severities

_SPEAKS_FOR = re.compile(r"\b(?:spokes\w+|press\s+(?:office|secretary)|representatives?\s+(?:of|for))\b")


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for source in facts.analysis.sources:
        told = [
            i for i in source.statements if page.statements[i].tag is Tag.ANONYMOUS and page.statements[i].via is None
        ]
        silent = next((each for each in facts.silences if _is_same(source, each)), None)
        if not told or silent is None or not is_insider(source):
            continue
        yield Hit(
            silent.span,
            f"{silent.actor} is said not to comment, yet “{source.description}” speaks without a name.",
            "Say only what is true of both: drop the line that nobody would comment, or make plain that the office "
            "did not "
            "comment officially.",
            silent.statement,
            source.id,
            related=(Related(page.mention(told[0]), "speaks without a name here"),),
            graver=1 if silent.is_person else 0,
        )


def _is_same(source: Source, silence: Silence) -> bool:
    """Whether whoever was silent is the body, or the person, that the description of a source names."""
    if silence.actor is None:
        return False
    actor = _SPEAKS_FOR.sub(" ", silence.actor)
    named = body_named_in(actor)
    return bool(named) and named <= body_named_in(source.description) | {"mr", "mrs", "ms", "dr"}


RULE = Rule(
    code="ANO110",
    name="anonymous-and-no-comment",
    summary="The same person or office appears both as an unnamed source and as declining to comment.",
    why="A reader takes “declined to comment” to mean that this office did not talk. If it did, without a name, the "
    "line "
    "misleads.",
    severities=Severities(INFO, ap=ERROR, reuters=WARNING, bbc=INFO, nyt=WARNING, npr=WARNING, strict=WARNING),
    standards=(
        Cited("AP-2005", "nobody may be quoted without a name and as refusing to comment in one story"),
        Cited("AP-BLOG2", "the same"),
        Cited("REU-ACC", "never mislead about sources"),
    ),
    fires=(
        "A Treasury official said the rule would be dropped. The Treasury declined to comment.",
        "A person close to Mr. Grant said he would sell the paper. Mr. Grant declined to comment.",
    ),
    quiet=(
        "A Treasury official said the rule would be dropped. The White House declined to comment.",
        "Mr. Grant, through a spokeswoman, confirmed that he would sell the paper.",
    ),
    check=_check,
    scope=Scope.SENTENCE,
)
