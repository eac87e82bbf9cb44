"""Spokespeople: for whom a spokesperson, a lawyer or an agent speaks."""

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
_COMMON = DEFINITE | INDEFINITE | _SECTORS | _SIDES
"""Words that name nobody, though a sentence may begin with them."""


def spoken_for(row: list[str], core: list[str]) -> tuple[Kind, str | None]:
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


def house_of(row: list[str], core: list[str]) -> str | None:
    """The named body whose experts speak as one: "analysts at Sabel Research"; "two analysts at Sabel" and "analysts at
    one brokerage" are people whom nobody could name, and scientists "from Norway" of no body.
    """
    noun, rest = core[-1].lower(), row[len(core) :]
    are_experts = noun != singular(noun) and singular(noun) in _EXPERTS and core[0].lower() not in INDEFINITE
    if not are_experts or rest[:1] not in (["at"], ["from"], ["with"]) or "who" in rest:
        return None
    house = core_of(without_article(rest[1:]))[0] if rest[1:] else []
    is_body = rest[0] == "at" or not words("organization_words").isdisjoint(map(str.lower, house))
    return joined(house) if house and is_capitalised(house[0]) and is_body else None


def _affiliation(row: list[str], core: list[str]) -> str | None:
    """The body for which a spokesperson speaks: "a spokesman for X", "an X spokesman", "X's lawyer"."""
    rest = row[len(core) :]
    if rest and rest[0].lower() in ("for", "of", "with", "at", "from"):
        return " ".join(core_of(without_article(rest[1:]))[0]) if rest[1:] else None
    before = [word for word in without_article(core[:-1]) if word not in ("'s", "’s")]
    named = [word for word in before if is_capitalised(word) and word.lower() not in _COMMON]
    return joined(before) if named else None
