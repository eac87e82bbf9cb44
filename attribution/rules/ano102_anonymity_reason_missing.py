"""ANO102: an unnamed source, and the reader is never told why the name is withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.analysis.anonymity import request
from attribution.analysis.noun_phrases import singular
from attribution.facts import Facts
from attribution.facts.protected import is_protected
from attribution.facts.support import is_named_soon
from attribution.facts.unnamed import head, is_insider
from attribution.model import Source
from attribution.rule import ERROR, INFO, WARNING, Cited, Hit, Rule, Severities

_IN_PUBLIC = re.compile(
    r"\b(?:announc|tweet|retweet|testif|declar|wrote|shout|chant|propos|urg|indicat)\w*|\bha(?:s|ve)\s+(?:\w+\s+)?(?:said|stressed)\b"
)
"""What is announced, posted or testified was said under a name, even if the story leaves it out."""


_TO_SOMEBODY_ELSE = re.compile(
    r"\b(?:told|urged|asked|warned|advised|informed)\s+(?:him|her|them|his|their|its|surrogates|allies|colleagues|staff"
    r"|employees|supporters|donors|delegates|voters|workers|the\s+(?:court|jury|trial|committee|crowd|audience|meeting))\b"
)
"""Words that were not said to a reporter."""


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for i in page.body:
        source = page.source(i)
        if source is None or source.anonymity is None or source.anonymity.reason is not None:
            continue
        relayed = all(facts.analysis.statements[k].via is not None for k in source.statements)
        if relayed or not is_insider(source) or is_protected(page, source) or not page.is_named_here(i):
            continue
        if any(_IN_PUBLIC.search(cue.of(facts.story.text)) for cue in page.cues(i)):
            continue
        if _TO_SOMEBODY_ELSE.search(page.text(i)):
            continue
        if _is_given_elsewhere(facts, source) or is_named_soon(page, i):
            continue
        asked = (
            "asked not to be named, but the reader is not told why"
            if source.anonymity.requested
            else ("is not named, and the reader is not told why")
        )
        span = page.mention(i)
        if page.is_headlinese(span):
            continue
        yield Hit(
            span,
            f"“{span.of(facts.story.text)}” {asked}.",
            "Give the reason: “…, who asked not to be named because [the risk or rule]”; or attribute the words to "
            "the body, "
            "if it spoke officially.",
            i,
            source.id,
        )


_FOR_ALL = re.compile(r"\b(?:like\s+(?:many|most|several|others)|and\s+others|interviewed|all\s+of\s+(?:whom|them))\b")
"""A reason that holds for further people to whom the reporter spoke."""


def _is_given_elsewhere(facts: Facts, source: Source) -> bool:
    """Whether the story gives a reason for people called alike: "the people asked not to be named because …"."""
    noun = singular(head(source.description))
    for i in facts.page.body:
        found = request(facts.story.text, facts.page.span(i))
        if found is not None and found.reason is not None:
            said = facts.page.text(i).lower()
            if noun in said or _FOR_ALL.search(said):
                return True
    return False


RULE = Rule(
    code="ANO102",
    name="anonymity-reason-missing",
    summary="An unnamed source is used, but the reader is never told why the name is withheld.",
    why="Anonymity is a promise made on the reader's behalf. A reason lets readers judge whether it was a fair one; "
    "in a "
    "study of two front pages only about a quarter of such stories gave any.",
    severities=Severities(WARNING, ap=ERROR, reuters=INFO, bbc=WARNING, nyt=WARNING, npr=ERROR, strict=ERROR),
    standards=(
        Cited("AP-2005", "the story must tell readers why a source asked for anonymity"),
        Cited("SPJ", "explain why anonymity was granted"),
        Cited("NYT-2004", "tell readers why the source is not named"),
        Cited("NPR-DONT", "explain the reason on the air and in print"),
        Cited("JTI", "the reason should be clarified"),
    ),
    fires=(
        "A senior transport ministry official said the tunnel would stay closed until May.",
        "The list was written in June, according to a supervisor at the Halden depot, who asked not to be named.",
    ),
    quiet=(
        "A senior transport ministry official, who spoke on condition of anonymity because the cabinet had not been "
        "told, "
        "said the tunnel would stay closed until May.",
        "The list was written in June, according to Mona Field, a supervisor at the Halden depot.",
    ),
    check=_check,
)
