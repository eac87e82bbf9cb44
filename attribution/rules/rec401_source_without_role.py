"""REC401: a named person is quoted, and the story never says who that is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.analysis.lexicon import words
from attribution.analysis.names import has_given_name
from attribution.analysis.noun_phrases import singular
from attribution.facts import Facts
from attribution.model import Kind, Tag
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Scope, Severities

_UNKNOWN = 0.8
"""Level of identification of a name without a role."""
_CROWD = re.compile(r"\b(?:viewers|users|readers|commenters|fans|followers|Facebook|Twitter|tweet\w*)\b")
_CREDIT = 3
"""Characters behind a sentence in which a bracketed outlet credits it."""
_EMPTY = re.compile(r"\b(?:expert|analyst|activist|observer|commentator)\s+$", re.IGNORECASE)


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for i in page.body:
        source = page.source(i)
        if page.statements[i].tag is not Tag.RECORD or source is None or source.kind is not Kind.PERSON:
            continue
        name = source.name
        if name is None or len(name.split()) < 2 or source.identification > _UNKNOWN or i != source.statements[0]:
            continue
        if name.split()[-1].lower() in words("household_names") or not has_given_name(name.split()):
            continue
        if "[" in facts.story.text[page.span(i).start : page.span(i).end + _CREDIT]:
            continue
        if _is_met_before(facts, name, i) or _is_described_near(facts, i) or _is_introduced(facts, name):
            continue
        span = page.mention(i)
        if name.split()[-1] not in span.of(facts.story.text) or span == page.span(i):
            continue
        yield Hit(
            span,
            f"The story quotes {name} but never says who that is.",
            f"Add a role, an affiliation or a stake: “{name}, [role] at [organisation]”.",
            i,
            source.id,
        )


def _is_met_before(facts: Facts, name: str, quoted: int) -> bool:
    """Whether the story tells of the person before it quotes them, so that the passage says who it is."""
    return name.split()[-1] in facts.story.text[: facts.page.span(quoted).start]


def _is_described_near(facts: Facts, i: int) -> bool:
    """Whether a noun for a person stands beside the first mention: "his agent has warned … Dipo Alli says"."""
    near = re.findall(r"[a-z-]+", facts.page.near(i, 1, 1).lower())
    if _CROWD.search(facts.page.near(i, 4, 0)):
        return True
    roles = words("unnamed_people", "titles", "offices", "held_roles")
    return any(singular(word) in roles for word in near)


def _is_introduced(facts: Facts, name: str) -> bool:
    """Whether words beside the name, at any mention, say who the person is."""
    text, last = facts.story.text, re.escape(name.split()[-1])
    behind = (
        rf"\b{last}(?:\s*,\s*(?!who\s+(?:said|added)|said|and\s|but\s|though)[\w“]|\s*\(|\s+of\s+[A-Z]|\s+[–—-]\s+)"
    )
    if re.search(behind, text):
        return True
    for found in re.finditer(rf"\b(?P<before>[\w’'-]+),?\s+(?:\(?[A-Z][\w.’-]+\s+){{0,3}}{last}\b", text):
        if (
            found["before"].islower()
            and found["before"] not in words("before_names")
            and not _EMPTY.search(text[: found.end("before")] + " ")
        ):
            return True
        if found["before"].lower() in words("titles", "unnamed_people"):
            return True
    return _has_heading(facts.story.text, name)


def _has_heading(text: str, name: str) -> bool:
    """Whether a line holds the name and little else: a by-line of an answer or a list of speakers."""
    return any(line.strip(" :*").casefold() == name.casefold() for line in text.split("\n"))


RULE = Rule(
    code="REC401",
    name="source-without-role",
    summary="A named person is quoted, and the story never says who that is.",
    why="A name alone does not tell why this person knows, or what they have at stake.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("REU-ESS", "give name and position"),
        Cited("BBC-A10", "identify contributors and give their credentials"),
        Cited("SPJ", "identify sources clearly and consider their motives"),
    ),
    fires=(
        "“Prices will fall,” Karen Holt said.",
        "The road will be closed until June. Dan Reeve said that it should have been closed last year.",
    ),
    quiet=(
        "“Prices will fall,” said Karen Holt, chief economist at Delmar Bank.",
        "The road will be closed until June. Dan Reeve, who drives the school bus, said it should have been closed "
        "last year.",
    ),
    check=_check,
    scope=Scope.SENTENCE,
)
