"""How well a reader can tell who a source is, and how directly its words came: the inputs of the score, each 0..1."""

from __future__ import annotations

import re

from attribution.analysis.lexicon import words
from attribution.analysis.noun_phrases import is_loose
from attribution.analysis.voices import Voice
from attribution.model import Kind, Tag

_BASIS = re.compile(
    r"\b(?:who\s+(?:attended|reviewed|saw|took\s+part|was\s+present|were\s+present|worked)|briefed\s+on|direct\s+knowledge|"
    r"involved\s+in|with\s+knowledge|present\s+at|who\s+has\s+seen|who\s+have\s+seen)",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"\bwho\s+(?:work|works|worked|teach|teaches|taught|serve|serves|served)\s+(?:at|for|in)\s+(?:the\b|[A-Z])"
)
"""What places people at a body that the story names or has told of: "two people who work at the quarry"."""
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\blast\s+(?:week|month|year)\b", re.IGNORECASE
)
_COUNTRIES = frozenset({"u.s", "us", "u.k", "uk", "american", "western", "european", "african", "asian"})
"""Words that place an official in a country or a continent, not in a body."""
_EMPTY = frozenset({"source", "sources", "person", "people", "insider"})


def identification(voice: Voice, *, relays_unnamed: bool) -> float:
    """The level of description that published standards grade: a name and a role, a body, a role, nothing.

    `relays_unnamed`: an outlet passes on, in most of what rests on it, the word of people whom it does not name.
    """
    if voice.kind is Kind.PERSON:
        roles = voice.person.roles if voice.person else set()
        described = roles or not voice.name or len(voice.description) > len(voice.name) + 3
        return 1.0 if described else 0.8
    if voice.kind is Kind.ORGANIZATION:
        return 0.8 if voice.head in words("spokespeople") else 0.9
    if voice.kind is Kind.DOCUMENT:
        named = any(word[0].isupper() for word in voice.description.split()[1:])
        if named:
            return 1.0 if _DATED.search(voice.description) else 0.9
        return 0.2
    if voice.kind is Kind.OUTLET:
        return (0.4 if relays_unnamed else 0.8) if voice.name else 0.0
    return _unnamed(voice)


def _unnamed(voice: Voice) -> float:
    """For people without a name: organisation and role and how they know, organisation and role, role, nothing."""
    if _WORKS.search(voice.description):
        return 0.6 if _BASIS.search(voice.description) else 0.4
    if voice.head in _EMPTY or (voice.kind is Kind.UNNAMED_GROUP and is_loose(voice.head)):
        return 0.0
    if _names_body(voice.description):
        return 0.6 if _BASIS.search(voice.description) else 0.4
    return 0.2


def _names_body(description: str) -> bool:
    """Whether a description places somebody in a body: "a Treasury official", "two of the company's lenders"."""
    row = [word.strip(",.’'\"“”").removesuffix("’s").removesuffix("'s") for word in description.split()]
    bodies = words("organization_words", "official_bodies")
    if any(word[:1].isupper() and word.lower() not in _COUNTRIES for word in row[1:]):
        return True
    first = row[0] if row else ""
    if len(row) > 1 and (first.lower() in bodies or (first.isupper() and len(first) > 2 and "." not in first)):
        return True
    return any(word in bodies for word in row[:-1]) or (row[-1:] != row[:1] and row[-1] in bodies)


def first_hand(kind: Kind, name: str | None, tag: Tag, *, relayed: bool, posted: bool, unnamed_inside: bool) -> float:
    """How directly the words of one statement came to this story."""
    if tag is Tag.OUTLET or kind is Kind.OUTLET:
        if name is None:
            return 0.0
        return 0.3 if unnamed_inside else 0.5
    if relayed or posted:
        return 0.7
    return 1.0
