"""Mentions: what the words for a source say by themselves, before the rest of the story is asked.

"A spokesman for Mr Clinton" is a body's voice, "two people briefed on the move" are two unnamed people, "he" is a
question for the resolver.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from attribution.analysis.lexicon import ends_in, words
from attribution.analysis.named_roles import (
    body_in_a_role,
    closing_name,
    holder_of,
    joined,
    name_behind,
    name_beside,
    office_holder,
    titled_name,
)
from attribution.analysis.names import (
    Outlets,
    has_given_name,
    is_capitalised,
    is_person,
    person_words,
    place_of,
    spelled,
)
from attribution.analysis.noun_phrases import (
    DEFINITE,
    INDEFINITE,
    are_agents,
    are_the_bodies,
    closing_run,
    core_of,
    is_agent,
    is_called_a_body,
    is_written_like_a_name,
    singular,
    trimmed,
    without_article,
)
from attribution.analysis.outlet_mentions import core_around, outlet_mentioned
from attribution.analysis.roles import is_a_partisan, role_nouns
from attribution.analysis.spokespeople import speaking_as_one
from attribution.model import Kind, Span, Token

PRONOUNS = frozenset(
    {"he", "she", "they", "it", "i", "we", "you", "who", "which", "that", "this", "him", "her", "them"}
)
_POSSESSIVE = {"his": "he", "her": "she", "their": "they", "its": "it", "my": "i", "our": "we"}
_PARTS = words("part_words")
_COUNTS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both", "couple", "pair"})
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_OF_FIGURES = frozenset({"senior", "leading", "party", "industry", "key", "prominent", "veteran"})
"""What figures are that are people: "a senior Labour figure"."""


class Form(Enum):
    """How a mention points at its source."""

    NAME = "name"
    PRONOUN = "pronoun"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a source, read by itself."""

    span: Span
    form: Form
    kind: Kind
    name: str | None
    """The name it gives: of the person, body, outlet, or of the body a spokesperson speaks for."""
    head: str
    """Its head noun, singular and in lower case; the pronoun; empty for a name."""
    description: str
    """Its own words."""
    count: int
    """How many people it claims: 1, a number, or 0 for a plural without one."""


def read_mention(span: Span, tokens: Sequence[Token], people: frozenset[str], outlets: Outlets) -> Mention:
    """Read the words of one source. `people` are single names of people whom the story names in full."""
    row = holder_of(trimmed(spelled([token.text for token in tokens])))
    text = joined(row)
    lowered = [word.lower() for word in row]
    if len(row) == 1 and lowered[0] in _POSSESSIVE:
        lowered = [_POSSESSIVE[lowered[0]]]
    alone = row if lowered[1:2] != ["and"] or lowered[0] not in ("he", "she", "they") else row[:1]
    if (len(alone) == 1 and lowered[0] in PRONOUNS) or (len(alone) == 2 and lowered[0] in PRONOUNS - DEFINITE):
        return Mention(span, Form.PRONOUN, Kind.PERSON, None, lowered[0], text, 1)
    core, of = core_around(row, outlets)
    reading = (
        outlet_mentioned(row, core, people, outlets)
        or _person(row, core, people)
        or _one_name(row, core)
        or _described(row, core, of, people)
        or _told_of(row, core)
        or _body(core)
    )
    kind, name, head = reading
    form = Form.NAME if name and not head else _form(lowered, kind)
    count = _count(lowered[: len(core)], kind)
    if kind is Kind.UNNAMED_GROUP and count:
        kind = Kind.UNNAMED_PERSON
    return Mention(span, form, kind, name, head, text, count)


_Reading = tuple[Kind, str | None, str]


def _person(row: list[str], core: list[str], people: frozenset[str]) -> _Reading | None:
    """A named person: "SEPA vice-director Pan Yue", "Mr Chirac", "a senator, Joe Manchin"."""
    run = closing_run(core)
    is_thing = row[len(core) : len(core) + 2] == [",", "which"]  # "Sabel Stone, which has run the quarry"
    if is_thing or core[-1].lower() in words("partisans") or is_a_partisan(core):
        return None
    name = person_words(run)
    before = core[: place_of(core, name)]
    titled = bool(before) and before[-1].lower() in words("titles")
    the = bool(before) and before[-1].lower() == "the"
    known = len(name) == 1 and name[0] in people
    if core[-1].lower() in role_nouns() and (behind := name_behind(row, core)):
        return Kind.PERSON, behind, ""
    if known or (is_person(name, after_title=titled, after_the=the) and (len(name) > 1 or titled)):
        return Kind.PERSON, joined(list(name)), ""
    if holder := office_holder(row, core) or closing_name(row, core):
        return Kind.PERSON, holder, ""
    late = titled_name(row[len(core) :])
    if late and is_capitalised(core[-1]) and singular(core[-1].lower()) not in words("unnamed_people"):
        return Kind.PERSON, late, ""
    behind = name_behind(row, core)
    if behind is None:
        return None
    noun = core[-1].lower()
    is_body = noun in words("organization_words", "bodies_by_role") or (
        noun in words("not_agents") and noun not in words("part_words")
    )
    return (Kind.ORGANIZATION if is_body and not has_given_name(behind.split()) else Kind.PERSON), behind, ""


def _one_name(row: list[str], core: list[str]) -> _Reading | None:
    """Somebody with one name only, whom the words behind it show to be a person: "Ilka, a teacher", "Ilka, 26", "Ilka,
    who asked that her surname not be used".
    """
    is_name = len(core) == 1 and is_capitalised(core[0]) and core[0].lower() not in _PARTS
    rest = row[2:] if is_name and row[1:2] == [","] else []
    if not rest:
        return None
    is_aged = rest[0].isdigit() and len(rest[0]) < 3
    described = _people(core_of(rest)[0], core_of(rest)[0][-1].lower()) if rest[0].lower() in INDEFINITE else None
    is_one = rest[0] == "who" or is_aged or (described is not None and described[0] is Kind.UNNAMED_PERSON)
    return (Kind.PERSON, core[0], "") if is_one else None


def _described(row: list[str], core: list[str], of: list[str], people: frozenset[str]) -> _Reading | None:
    """A description: who it is without a name."""
    head = core[-1].lower()
    if singular(head) == "member":
        return (Kind.UNNAMED_GROUP if head != "member" else Kind.UNNAMED_PERSON), None, "member"
    if core[0].lower() == "the" and len(core) == 2 and head in words("demonyms"):
        return Kind.UNNAMED_PERSON, None, head
    if are_the_bodies(core, head):
        return Kind.ORGANIZATION, None, head
    if (beside := body_in_a_role(row, core)) is not None:
        return Kind.ORGANIZATION, beside, "" if head in _PARTS else head
    if head in _PARTS and of:
        return _part_of(core, of, people)
    if (as_one := speaking_as_one(row, core)) is not None:
        return as_one
    known_name = is_written_like_a_name(core)
    tail = " ".join(core[-2:])
    if tail.lower() in words("parties") and is_capitalised(core[-1]):
        return Kind.ORGANIZATION, joined(without_article(core)), ""
    if head in words("partisans") or is_a_partisan(core):
        return (Kind.UNNAMED_GROUP if head in words("partisans") else Kind.UNNAMED_PERSON), None, head
    if known_name and not head.endswith("s"):
        return None
    if singular(head) == "figure" and not _OF_FIGURES.isdisjoint(map(str.lower, core)):
        return (Kind.UNNAMED_GROUP if head != singular(head) else Kind.UNNAMED_PERSON), None, singular(head)
    is_document = ends_in(core, "document_nouns")
    if is_document and not (known_name and is_called_a_body(core)):
        return Kind.DOCUMENT, None, singular(head)
    if head in words("loose_bodies") and core[0].lower() not in DEFINITE:
        return Kind.UNNAMED_GROUP, None, singular(head)
    body = ends_in(core, "official_bodies")
    are_people = (
        (core[-1].islower() or len(core) == 1) and singular(head) != head and singular(head) in words("unnamed_people")
    )
    if body or (head in words("organization_words") and not are_people):  # "aid workers", but "the Auto Workers"
        return Kind.ORGANIZATION, name_beside(row, core) or joined(without_article(core)), head
    if len(core) == 1 < len(row) and are_agents(core[0]):  # "Readers of the page", but "Rangers" is a club
        return Kind.UNNAMED_GROUP, None, singular(head)
    return _people(core, head)


def _part_of(core: list[str], of: list[str], people: frozenset[str]) -> _Reading | None:
    """ "Some of the officials", "one of the people": what they are a part of, and one of several is a person."""
    head = core[-1].lower()
    of_several = (
        of[0].lower() == "the" and [word.lower() in _COUNTS for word in of[1:2]] == [True] and of[2:3] in ([], [","])
    )
    if of_several or of[0].lower() in ("them", "us", "those", "these"):
        return _people(core, head)
    adherents = (Kind.UNNAMED_GROUP, None, of[-1].lower()) if of[-1].lower() in words("partisans") else None
    rest = without_article(of)
    whole = _described(rest, core_of(rest)[0], [], people) or adherents
    return whole if head not in ("one", "another") else _member(whole or _people(core, head))


def _member(whole: _Reading | None) -> _Reading | None:
    """One of several people, also of those who are a body together: "one of the prosecutors", but neither "one of the
    unions" nor "one of its lawyers".
    """
    if whole is None or whole[0] not in (Kind.UNNAMED_GROUP, Kind.ORGANIZATION):
        return whole
    noun = singular(whole[2])
    is_person = noun in words("unnamed_people") and noun not in words("spokespeople")
    return (Kind.UNNAMED_PERSON, None, noun) if is_person or whole[0] is Kind.UNNAMED_GROUP else whole


def _people(core: list[str], head: str) -> _Reading | None:
    """Unnamed people, one or several."""
    plural = head != singular(head) or head in (
        "people",
        "some",
        "many",
        "others",
        "most",
        "several",
        "greens",
        "staff",
        "those",
    )
    lone = singular(head).removeprefix("vice-").removeprefix("co-").removeprefix("ex-")
    is_people = lone in words("unnamed_people") or lone in ("person", "people", "men", "women", "staff", "those")
    is_people = is_people or (core[-1].islower() and is_agent(lone))
    office = ends_in(core, "offices")
    if office and not plural and (core[0].lower() in DEFINITE or "'s" in core or "’s" in core):
        return Kind.PERSON, None, head
    if (head == "other" and core[0].lower() == "the") or (head in ORDINALS[1:] and len(core) == 2):
        return Kind.UNNAMED_PERSON, None, head
    if head in _PARTS or head in ("others", "another", "someone", "somebody", "everyone", "nobody"):
        return (Kind.UNNAMED_PERSON if head in ("one", "another", "someone") else Kind.UNNAMED_GROUP), None, head
    if not (is_people or office or lone in words("titles")):
        return None
    return (Kind.UNNAMED_GROUP if plural else Kind.UNNAMED_PERSON), None, lone


def _told_of(row: list[str], core: list[str]) -> _Reading | None:
    """Somebody of whom a relative clause, an age or a "former" tells, whatever the noun: "a deckhand who asked for
    help", "one former team lead".
    """
    head = core[-1].lower()
    was_one = "former" in core[:-1] and not ends_in(core, "organization_words")
    is_told = was_one or row[len(core) : len(core) + 1] == ["who"] or any("-year-old" in word for word in core)
    is_one = is_told and (core[-1].islower() or (len(core) == 1 and head != singular(head)))
    return (
        (Kind.UNNAMED_GROUP if head != singular(head) else Kind.UNNAMED_PERSON, None, singular(head))
        if is_one
        else None
    )


def _body(core: list[str]) -> _Reading:
    """What is left: a proper name is a body's, anything else is described by its head."""
    name = without_article(core) if "," in core else closing_run(core)  # "Department for Culture, Media and Sport"
    return (Kind.ORGANIZATION, joined(list(name)), "") if name else (Kind.ORGANIZATION, None, core[-1].lower())


def _form(lowered: list[str], kind: Kind) -> Form:
    if lowered[0] in DEFINITE and (lowered[0] == "the" or kind is not Kind.ORGANIZATION):
        return Form.DEFINITE
    return Form.INDEFINITE


def _count(lowered: list[str], kind: Kind) -> int:
    numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    for word in lowered[:3]:
        if word in _COUNTS:
            return numbers.index(word) if word in numbers else 2  # "both", "a couple", "a pair"
        if word.isdigit() and len(word) < 4:
            return int(word)
    return 0 if kind is Kind.UNNAMED_GROUP else 1
