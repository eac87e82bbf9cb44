"""Named roles: the name that stands behind or beside a description of somebody."""

from __future__ import annotations

import re

from attribution.analysis.lexicon import words
from attribution.analysis.names import has_given_name, is_capitalised, is_person, person_words, place_of
from attribution.analysis.noun_phrases import FOLLOWERS, closing_run, core_of, singular
from attribution.analysis.roles import role_nouns

APPOSING = (",", "-", "--", "–", "—")
"""The marks behind which a description is followed by a name."""


_OF_SEVERAL = frozenset({"another", "one", "a second", "a third", "a fourth", "the other", "the third"})
"""One of several people who is named behind a comma: "Another, the retired judge Ann Lee"."""
_SEVERAL = frozenset({"two", "three", "four", "five", "both"})
"""People of a group who are named behind a comma: "Two of the drivers, Jo Doe and Ann Lee"."""
_LINKS = ("at", "for", "from", "in", "of")
"""What ties a role to its body or place: "the director for the east, Hannah Lund"."""


def name_beside(row: list[str], core: list[str]) -> str | None:
    """The capitalised words of a description such as "the Israeli newspaper Haaretz", or behind its comma."""
    rest = row[len(core) + 1 :] if len(row) > len(core) and row[len(core)] in APPOSING else []
    taken: list[str] = []
    for i, word in enumerate(rest):
        if not is_capitalised(word) and not (word == "&" and taken and rest[i + 1 : i + 2] != []):
            break
        taken.append(word)
    return " ".join(taken) or None


def joined(row: list[str]) -> str:
    """Words as they are written, marks close to the word before."""
    return re.sub(r" (?=[,’']s?\b|,)|(?<=s) (?=[’'](?:\s|$))", "", " ".join(row))


def holder_of(row: list[str]) -> list[str]:
    """The words for whoever holds a role at the body in front of them: "Norvik Partners, | its director, Ada Lind"."""
    places = (i + 1 for i in range(len(row) - 2) if row[i] == "," and row[i + 1] == "its")
    first = next(places, 0)
    return row[first:] if first and not role_nouns().isdisjoint(row[first:]) else row


def name_behind(row: list[str], core: list[str]) -> str | None:
    """The name that follows a role: "a senator, Joe Manchin", "secretary of the union Unison Dave Prentis"."""
    head = core[-1].lower()
    if len(core) == len(row):
        return None
    link = row[len(core)]
    if " ".join(core).lower() in _OF_SEVERAL and link in (",", "of") and "," in row:
        return _one_of_several(row)
    if head in _SEVERAL and link == "of" and "," in row:
        return _first_of_several(row, row[: row.index(",")])
    if not (core[-1].islower() or head in role_nouns()):
        return None
    if head != singular(head):
        return _first_of_several(row, core) if link in APPOSING else None
    if link == "and":
        return _doubly_described(row[len(core) + 1 :])
    for i in range(len(core), len(row)):
        if row[i] in APPOSING and link in (*APPOSING, *_LINKS):
            apposed = name_beside(row, row[:i])
            name = person_words(apposed.split()) if apposed else ()
            if name and is_person(name, after_title=False, after_the=False):
                return joined(list(name))
    run = closing_run(row)
    name = person_words(run)
    before = row[place_of(row, name) - 1].lower()
    full = len(name) > 1 and has_given_name(name) and before not in FOLLOWERS | {"and", "or", ","}
    return joined(list(name)) if full and head not in words("spokespeople") and link == "of" else None


def body_in_a_role(row: list[str], core: list[str]) -> str | None:
    """The body beside a word for what it does, or beside several of its kind: "the buyer, Norvik Estates"."""
    if (one := _one_body(row, core)) is not None:
        return one
    is_role = core[-1] in words("unnamed_people") and core[-1] not in words("organization_words")
    rest = row[len(core) + 1 :] if is_role and row[len(core) : len(core) + 1] == [","] else []
    is_described = rest[:1] in (["a"], ["an"], ["the"])  # ", the fund Norvik Partners"
    described = closing_run(core_of(rest)[0]) if is_described else []
    beside = described or ((name_beside(row, core) or "").split() if is_role else [])
    is_body = any(word == "&" or word.lower() in words("organization_words") for word in beside[1:])
    return joined(beside) if is_body else None


def _one_body(row: list[str], core: list[str]) -> str | None:
    """The name of one of several bodies: "one of the largest firms, Alba Group"."""
    if core[-1].lower() not in ("one", "another") or row[len(core) : len(core) + 1] != ["of"] or "," not in row:
        return None
    comma = row.index(",")
    bodies = words("organization_words", "bodies_by_role")
    name = name_beside(row, row[:comma]) if singular(row[comma - 1].lower()) in bodies else None
    size = len((name or "").split())
    is_whole = row[comma + 1 + size : comma + 2 + size] in ([], [","])  # "Norwegian and family-owned" is no name
    return name if name and is_whole and "-" not in name else None


def _tells_more(word: str) -> bool:
    """Whether a clause on somebody begins with a word, and no name: "one of the aides, who met Jo Doe"."""
    return word in ("who", "whose", "whom", "which", "where") or (word.islower() and word.endswith("ing"))


def _one_of_several(row: list[str]) -> str | None:
    """The name of one of several people: "one of the doctors, Jo Doe, 54", "another, the judge Jo Doe of Ohio"."""
    comma = row.index(",")
    if row[comma + 1 : comma + 2] == [] or _tells_more(row[comma + 1]):
        return None
    told = core_of(row[comma + 1 :])[0]
    name = person_words(closing_run(told))
    if len(name) < 2:
        return None
    begin = place_of(told, name)
    role = told[begin - 1] if begin else row[comma - 1]
    is_told = singular(role.lower()) in role_nouns() | {"them", "us"}
    is_name = has_given_name(name) or (is_told and is_person(name, after_title=False, after_the=False))
    return joined(list(name)) if is_name else None


def _first_of_several(row: list[str], core: list[str]) -> str | None:
    """The first of the names of people whose role is told before: "two analysts, Jo Doe and Ann Lee"."""
    apposed = name_beside(row, core)
    name = tuple(apposed.split()) if apposed else ()
    behind = row[len(core) + 1 + len(name) :]
    goes_on = behind[2:] if behind[:1] in (["of"], ["from"], ["for"]) else behind  # "Jo Doe of Ohio and Ann Lee"
    is_name = len(name) > 1 and has_given_name(name) and is_person(name, after_title=False, after_the=False)
    return joined(list(name)) if is_name and goes_on[:1] in (["and"], [","]) else None


def _doubly_described(rest: list[str]) -> str | None:
    """The name behind a second role: "lobbyist and party strategist Charlie Black"."""
    core = core_of(rest)[0] if rest else []
    name = person_words(closing_run(core)) if core else ()
    before = core[: place_of(core, name)]
    is_role = bool(before) and before[0] not in ("a", "an", "the") and before[-1].lower() in role_nouns()
    is_named = len(name) > 1 and is_person(name, after_title=False, after_the=False)
    return joined(list(name)) if is_role and is_named else None


def office_holder(row: list[str], core: list[str]) -> str | None:
    """The name behind a title of several words: "former Secretary of State Hillary Clinton"."""
    link = row[len(core) : len(core) + 1]
    is_new = core[0].lower() in ("a", "an", "one")
    if is_new or core[-1].lower() not in words("titles", "offices") or link != ["of"]:
        return None
    run = closing_run(row)
    before = row[len(row) - len(run) - 1]
    if before.islower() and before not in FOLLOWERS | {"of", "and", "or"}:
        return joined(run) if len(run) > 1 and has_given_name(run) else None
    given = next((i for i, word in enumerate(run[:-1]) if i and has_given_name((word,))), 0)
    return joined(run[given:]) if given and run[given - 1] not in ("of", "for", "and") else None


def closing_name(row: list[str], core: list[str]) -> str | None:
    """The name that ends a title cut at its "and": "work and pensions minister Alan Johnson"."""
    if len(core) > 1 or row[1:2] != ["and"] or core[0].lower() in role_nouns():
        return None
    if not FOLLOWERS.isdisjoint(word.lower() for word in row[2:]):
        return None
    name = person_words(closing_run(row))
    before = row[place_of(row, name) - 1].lower()
    is_role = before in role_nouns() or before in words("held_roles")
    return joined(list(name)) if is_role and 1 < len(name) < len(row) and has_given_name(name) else None


def titled_name(rest: list[str]) -> str | None:
    """A full name behind a title further on: "Culture, Media and Sport Secretary Tessa Jowell"."""
    for i, word in enumerate(rest[:-2]):
        if word.lower() in ("who", "which", "that"):
            return None
        if word.lower() in words("titles") and is_capitalised(word) and all(map(is_capitalised, rest[i + 1 : i + 3])):
            return " ".join(rest[i + 1 : i + 3])
    return None
