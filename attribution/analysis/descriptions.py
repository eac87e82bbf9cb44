"""Descriptions: whom a description means that names nobody: "the official", "both candidates", "a researcher"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attribution.analysis.cast import Cast, Person
from attribution.analysis.lexicon import words
from attribution.analysis.mentions import ORDINALS, Form, Mention
from attribution.analysis.phrases import Phrases
from attribution.analysis.roles import can_be_called
from attribution.analysis.voices import Voice
from attribution.model import UNNAMED, Kind

_OPENING, _INTRODUCED_WITHIN = 3, 6
"""A story that opens with "a researcher" names her in so many sentences."""
RECENT = 12
"""A description looks back over so many sources."""


def of_person(person: Person, mention: Mention, voices: Sequence[Voice]) -> Voice:
    """The voice of a person of the story: the one already met, or a new one."""
    known = next((voice for voice in voices if voice.person is person), None)
    name = " ".join(person.name) or None
    return known or Voice(Kind.PERSON, name, "", name or mention.description, person=person)


def _is_somebodys(mention: Mention) -> bool:
    """Whether a role is told by whose it is: "its chairman" is another than the chief executive just named."""
    return mention.description.split()[0].lower() in ("its", "his", "her", "their")


def _is_anothers(mention: Mention, voice: Voice) -> bool:
    """Whether words tell whose a source is, and the one already met is not told to be theirs: "the company's report"
    is another than "a state report".
    """
    owner = re.search(r"(\w+)[’']s? ", mention.description)
    return owner is not None and owner[1].lower() not in voice.description.lower()


def _cannot_hold(person: Person, office: str) -> bool:
    """Whether a person whom the story tells by what they do cannot hold an office: a librarian is not "the mayor"."""
    works = (words("unnamed_people", "offices")) & person.roles
    is_other = bool(works) and words("held_roles").isdisjoint(works)
    return is_other and office in words("offices") and not can_be_called(office, person.roles)


class Descriptions:
    """Whom the descriptions of one story mean; `voices` are the sources met so far, and grow while it is read."""

    def __init__(self, cast: Cast, phrases: Phrases, voices: Sequence[Voice]) -> None:
        self._cast = cast
        self._phrases = phrases
        self._voices = voices

    def known(self, mention: Mention) -> Voice | None:
        """ "The official", "the report", "the senator": a source already met that can be called so."""
        for voice in reversed(self._voices[-RECENT:]):
            if (
                voice.head == mention.head
                and voice.kind in (mention.kind, *UNNAMED)
                and not _is_anothers(mention, voice)
            ):
                return voice
        if mention.kind in (Kind.UNNAMED_PERSON, Kind.PERSON):
            called = [person for person in self._cast.people() if can_be_called(mention.head, person.roles)]
            if len(called) == 1:
                return of_person(called[0], mention, self._voices)
        if mention.kind is Kind.ORGANIZATION:
            return next((v for v in reversed(self._voices[-RECENT:]) if v.kind is Kind.ORGANIZATION and v.name
                         and mention.head in v.name.lower().split()), None)  # fmt: skip
        return None

    def one_of_several(self, mention: Mention) -> Voice | None:
        """ "The third person", "a second": one of the people whom the story has counted, if there are so many."""
        row = mention.description.lower().split()
        place = next((ORDINALS.index(word) + 1 for word in row if word in ORDINALS), 0)
        if not place or mention.kind is not Kind.UNNAMED_PERSON:
            return None
        counted = (voice for voice in reversed(self._voices[-RECENT:]) if voice.kind in UNNAMED and voice.count > 1)
        called = {mention.head, "people"}
        voice = next((each for each in counted if place <= each.count), None)
        return voice if voice is not None and (mention.head in ORDINALS or voice.head in called) else None

    def some_of_several(self, mention: Mention) -> Voice | None:
        """ "Two of the three people": the group that the story has told of, for it is no further source."""
        row = mention.description.lower().split()
        is_part = mention.count != 1 and row[1:2] == ["of"] and row[2:3] != [] and row[2] in ("the", "those", "these")
        groups = (voice for voice in reversed(self._voices[-RECENT:]) if voice.kind in UNNAMED and voice.count != 1)
        return next((voice for voice in groups if is_part and voice.head == mention.head), None)

    def several(self, mention: Mention, place: int, sentence: int) -> Voice | None:
        """ "Both candidates", "the two": people whom the story named just before."""
        row = mention.description.lower().split()
        is_role = mention.head in words("held_roles") or mention.head in ("two", "both")
        if row[0] not in ("both", "the", "all") or mention.count < 2 or len(row) > 3 or not is_role:
            return None
        if any(voice.head == mention.head for voice in self._voices if voice.kind in UNNAMED):
            return None
        named = self._cast.before(place, sentence, mention.count)
        if len(named) < mention.count:
            return None
        name = " and ".join(" ".join(person.name) for person in named)
        known = next((voice for voice in self._voices if voice.name == name), None)
        return known or Voice(Kind.PERSON, name, "", mention.description, count=mention.count)

    def held(self, mention: Mention, place: int, sentence: int) -> Voice | None:
        """ "The candidate", "the Florida senator": a role that somebody whom the story just named is known by."""
        is_aged = "-year-old" in mention.description and mention.form is Form.DEFINITE
        from_there = mention.head in words("demonyms")
        if mention.count != 1 or not (is_aged or from_there or mention.head in words("held_roles")):
            return None
        is_told_of = " who " in f" {mention.description} "  # "the captain, who survived," is told of for the first time
        if is_told_of or self._phrases.is_introduced(mention.head, place):
            return None
        person = self._cast.meant("", place, sentence)
        if (
            person is None
            or not person.name
            or (_is_somebodys(mention) and not can_be_called(mention.head, person.roles))
            or _cannot_hold(person, mention.head)
            or (from_there and person not in self._cast.named_since(sentence - 2, place))
        ):
            return None
        return of_person(person, mention, self._voices)

    def named_next(self, mention: Mention, place: int, sentence: int) -> Voice | None:
        """ "A researcher", as a story begins: the one person of that role whom the next sentences name. Not for those
        who are mostly left unnamed.
        """
        is_one = mention.kind is Kind.UNNAMED_PERSON and mention.count == 1 and mention.form is Form.INDEFINITE
        if not is_one or sentence > _OPENING or mention.head in words("insiders"):
            return None
        ahead = self._cast.first_named(place, sentence, _INTRODUCED_WITHIN)
        called = [person for person in ahead if can_be_called(mention.head, person.roles)]
        return of_person(called[0], mention, self._voices) if len(called) == 1 else None

    def partly_named(self, mention: Mention) -> Voice | None:
        """ "Joris": the engineer "who gave only his first name, Joris", or whoever came in as "Joris, a cook"."""
        people = [voice for voice in reversed(self._voices) if voice.kind in (Kind.PERSON, *UNNAMED)]
        if (known := next((each for each in people if each.name and each.name == mention.name), None)) is not None:
            return known
        ends = (f", {mention.name}", f"as {mention.name}")
        told = (voice for voice in people if voice.kind in UNNAMED and " name" in voice.description)
        return next((voice for voice in told if voice.description.endswith(ends)), None)
