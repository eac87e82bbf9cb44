"""Spokespeople: for whom a spokesperson, a lawyer, an agent or the experts of a house speak."""

from __future__ import annotations

from attribution.analysis.lexicon import words
from attribution.analysis.named_roles import joined
from attribution.analysis.names import is_capitalised
from attribution.analysis.noun_phrases import DEFINITE, INDEFINITE, core_of, singular, without_article
from attribution.model import Kind

_COUNSEL = frozenset({"lawyer", "attorney", "solicitor", "barrister"})
"""Those who speak for somebody only when it is said for whom."""
_SECTORS = frozenset({"industry", "labor", "labour"})
"""Nouns before "lawyers" of nobody in sight."""
_SIDES = frozenset({"defence", "defense", "prosecution"})
"""Sides in court, whose lawyers are somebody's."""
_OF_SOMEBODY = (
    DEFINITE | _SIDES | {"'s", "’s", "company", "family", "government", "campaign", "state", "federal", "union"}
)
"""Words before "lawyers" that tell whose they are."""
_EXPERTS = (words("finders") - {"doctor"}) | {"analyst", "economist", "forecaster", "strategist"}
"""Those whose findings and forecasts are their house's, whoever of them is asked."""
_SOME = INDEFINITE | words("part_words") | {"unnamed", "anonymous", "few"}
"""Words before people of whom there are so many, or some."""
_INSIDE = frozenset({"of", "for", "&"})
"""Small words inside the name of a house."""
_COMMON = DEFINITE | INDEFINITE | _SECTORS | _SIDES
"""Words that name nobody, though a sentence may begin with them."""


def _spoken_for(row: list[str], core: list[str]) -> tuple[Kind, str | None]:
    """What a noun phrase, `core` of the words for a source, whose head is a word for a spokesperson stands for, and the
    name of that body, if there is one: "lawyers" of nobody's and "a lawyer in the case" are people.
    """
    head = core[-1].lower()
    speaks_for = _affiliation(row, core)
    if speaks_for is not None:
        return Kind.ORGANIZATION, speaks_for
    is_anybodys = _OF_SOMEBODY.isdisjoint(word.lower() for word in core[:-1]) and not head.startswith("spokes")
    if is_anybodys and head != singular(head):
        return Kind.UNNAMED_GROUP, None
    is_new = core[0].lower() in INDEFINITE and "represents" not in row
    return (Kind.UNNAMED_PERSON if is_new and head in _COUNSEL else Kind.ORGANIZATION), None


def speaking_as_one(row: list[str], core: list[str]) -> tuple[Kind, str | None, str] | None:
    """The kind, name and noun of people whose words are a body's: spokespeople, those who were polled, the experts of a
    house.

    Counted people ("two analysts at Sabel"), and those of some house or other, are people whom nobody could name.
    """
    noun, lead = core[-1].lower(), [word.lower() for word in core[:-1]]
    if not {noun, singular(noun)}.isdisjoint(words("spokespeople")):
        return *_spoken_for(row, core), singular(noun)
    are_counted = not _SOME.isdisjoint(lead) or any(word[0].isdigit() for word in lead)
    if noun == singular(noun) or are_counted or len(core) == len(row):
        return None
    if row[len(core)] in ("polled", "surveyed"):
        return Kind.DOCUMENT, None, "poll"
    house = _house(row[len(core)], row[len(core) + 1 :]) if singular(noun) in _EXPERTS else None
    return None if house is None else (Kind.ORGANIZATION, house, "")


def _house(link: str, rest: list[str]) -> str | None:
    """The body behind "at", by its name: "Sabel Research", "the University of Leeds", no "Chinese universities". Behind
    "from" could stand a place.
    """
    if link not in ("at", "from", "with") or not rest or "who" in rest:
        return None
    name = core_of(rest[rest[0].lower() == "the" :] or rest)[0]
    is_name = all(is_capitalised(word) or word in _INSIDE for word in name) and is_capitalised(name[-1])
    is_body = not words("organization_words").isdisjoint(map(str.lower, name))
    could_be = link == "at" and not name[-1].lower().endswith("day")
    return joined(name) if is_name and (is_body or could_be) else None


def _affiliation(row: list[str], core: list[str]) -> str | None:
    """The body for which a spokesperson speaks: "a spokesman for X", "an X spokesman", "X's lawyer"."""
    rest = row[len(core) :]
    if rest and rest[0].lower() in ("for", "of", "with", "at", "from"):
        return " ".join(core_of(without_article(rest[1:]))[0]) if rest[1:] else None
    before = [word for word in without_article(core[:-1]) if word not in ("'s", "’s")]
    named = [word for word in before if is_capitalised(word) and word.lower() not in _COMMON]
    return joined(before) if named else None
