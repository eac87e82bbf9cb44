"""Roles: the nouns by which a story calls people, and which of them a wider noun takes in."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from attribution.analysis.lexicon import lines, words
from attribution.analysis.names import is_capitalised
from attribution.analysis.noun_phrases import DEFINITE, INDEFINITE, singulars


@cache
def role_nouns() -> frozenset[str]:
    """Every noun, in lower case and in the singular, that beside a name tells who somebody is."""
    return words("unnamed_people", "titles", "offices") | singulars("partisans")


def can_be_called(noun: str, roles: Set[str]) -> bool:
    """Whether somebody of these roles can be meant by a noun in the singular: a senator by "the lawmaker"."""
    return noun in roles or not _narrower().get(noun, frozenset()).isdisjoint(roles)


def party(mark: str) -> str | None:
    """The party that stands behind a name: "R-Tex", "D-N.Y."."""
    return {"R-": "republican", "D-": "democrat"}.get(mark[:2])


@cache
def _narrower() -> dict[str, frozenset[str]]:
    found = (entry.split(" | ") for entry in lines("wider_roles"))
    return {noun: frozenset(narrow) for noun, *narrow in found}


def is_a_partisan(core: list[str]) -> bool:
    """Whether words mean an adherent of a party: "a South Carolina Democrat", but nobody of the name of Green."""
    is_one = core[0].lower() in INDEFINITE | DEFINITE or not is_capitalised(core[0])
    return is_one and core[-1].lower() in singulars("partisans")
