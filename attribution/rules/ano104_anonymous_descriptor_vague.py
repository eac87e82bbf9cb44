"""ANO104: the description of an unnamed source would fit too many people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.analysis.lexicon import words
from attribution.analysis.noun_phrases import singular
from attribution.facts import Facts
from attribution.facts.protected import is_protected
from attribution.facts.support import is_named_soon
from attribution.facts.unnamed import head, is_bystander, is_insider, is_loose, is_unnamed
from attribution.model import Kind, Source
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Severities

_VAGUE = 0.2
"""Level of identification of a role alone; people who are merely familiar with a matter have none."""
_PLACED_BY_CONTEXT = words("placed_by_context")
"""People of a body that the passage names: "one employee" is one of the firm that the sentence before is about."""
_KNOWS = re.compile(
    r"\b(?:on\s+the\s+call|in\s+the\s+room|at\s+the\s+(?:meeting|scene))\b|\bwho\s+(?:has|have|had|was|were|saw|attended|read|reviewed|worked|heard)\b"
)
_COURT = re.compile(r"\b(?:trial|court|jury|testif\w+|inquest)\b")
_TELLS = re.compile(
    r"^(?!.*\bevidence\b).*\b(?:sa(?:y|ys|id)|told|tells?|accord|expect|believ|warn|predict|estimat|put|describ|suggest|claim|acknowledg|insist"
    r"|confirm|den(?:y|ied)|add|point|conced|admit|stress|note)"
)
"""What people saw or felt is not what they told."""
_OFFICIALS = frozenset({"official", "agent", "officer", "investigator"})
_ACRONYM = re.compile(r"\b(?:[A-Z]{3,}|Fed)\b")
_BARE = re.compile(r"(?:\w+\s+)?(?:sources?|insiders?|someone|person)", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"(?:the|this|that|these|those|one\s+of|another|others)\b|.*\b(?:both|his|her|their)\b|.*-year-old", re.IGNORECASE
)


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for i in page.body:
        source = page.source(i)
        if source is None or not _is_vague(source) or is_protected(page, source) or not page.is_named_here(i):
            continue
        if not any(_TELLS.search(cue.of(facts.story.text)) for cue in page.cues(i)) or _has_body_beside(
            facts, i, source
        ):
            continue
        if (
            is_named_soon(page, i)
            or _is_placed_by_name(facts, source)
            or _is_one_of_many(facts, source)
            or _COURT.search(page.text(i))
        ):
            continue
        span = page.mention(i)
        if page.is_headlinese(span):
            continue
        yield Hit(
            span,
            f"“{source.description}” could be too many people for a reader to weigh: no organisation, no basis of "
            f"knowledge.",
            "Add what its safety allows: “a [role] at [organisation] who [attended, read, worked on] [what]”.",
            i,
            source.id,
            graver=-1 if is_bystander(source) else 0,
        )


def _is_placed_by_name(facts: Facts, source: Source) -> bool:
    """Whether the words name somebody or something that is a source of the story: "Clinton allies"."""
    named = {word for each in facts.analysis.sources if each.name for word in each.name.split() if word[0].isupper()}
    return not named.isdisjoint(word.removesuffix("’").removesuffix("’s") for word in source.description.split())


def _has_body_beside(facts: Facts, i: int, source: Source) -> bool:
    """Whether the sentences beside it tell whose officials these are: "The Fed may wait. Officials said …"."""
    if singular(head(source.description)) not in _OFFICIALS:
        return False
    page = facts.page
    after = page.source(i + 1) if i + 1 < len(page.statements) else None
    if after is not None and after.kind is Kind.ORGANIZATION and after.name is not None:
        return True
    before = page.near(i, 2, 0)[: -len(page.text(i))]
    bodies = words("organization_words", "official_bodies")
    return bool(_ACRONYM.search(before)) or not bodies.isdisjoint(re.findall(r"[a-z]+", before.lower()))


def _is_one_of_many(facts: Facts, source: Source) -> bool:
    """Whether a source is one of people whom the story describes before: "one source" of "sources who saw it"."""
    noun = singular(head(source.description))
    before = facts.analysis.sources[: facts.analysis.sources.index(source)]
    return any(is_unnamed(each) and singular(head(each.description)) == noun for each in before)


def _is_vague(source: Source) -> bool:
    if singular(head(source.description)) in _PLACED_BY_CONTEXT or _KNOWS.search(source.description):
        return False
    if is_loose(source) or not (is_insider(source) or is_bystander(source)) or source.identification > _VAGUE:
        return False
    return is_unnamed(source) and not _BARE.fullmatch(source.description) and not _POINTS_BACK.match(source.description)


RULE = Rule(
    code="ANO104",
    name="anonymous-descriptor-vague",
    summary="The description of an unnamed source would fit too many people to help a reader weigh it.",
    why="“Western diplomats” may be a junior attaché of any of thirty countries; “familiar with the matter” may be the "
    "reporter. In one count, most anonymous statements came in the vaguest terms.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("ABC-ATT", "a specific diplomat beats a Western diplomat; “familiar with” could include the reporter"),
        Cited("GDN-2000", "climb the ladder from “one MP” to somebody with direct knowledge"),
        Cited("NPR-ID", "describe anonymous sources as clearly as you can"),
        Cited("WSJ-19", "say how the person is in a position to know"),
        Cited("REU-ESS", "be as specific as possible"),
    ),
    fires=(
        "Western diplomats expect the border talks to resume in May.",
        "The price will be about $4 billion, people familiar with the matter said.",
    ),
    quiet=(
        "Two European Union diplomats who attended Tuesday’s session expect the border talks to resume in May.",
        "The price will be about $4 billion, two executives at the Dunmore port authority said.",
    ),
    check=_check,
)
