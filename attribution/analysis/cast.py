"""The cast: the people whom a story names, where each appears, and whom a pronoun can mean.

Full name, later surname, title and surname, given name alone are one person. A surname that two people share points at
nobody unless its title or the gender decides. A pronoun means the best of the people who appeared just before it:
recent, subject of their sentence, speaking, often named, not merely mentioned inside a quotation.
"""

from __future__ import annotations

import bisect
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from attribution.analysis.lexicon import words
from attribution.analysis.names import (
    Gender,
    Outlets,
    Run,
    gender,
    has_given_name,
    is_person,
    person_words,
    place_of,
    spelled,
    surname,
)
from attribution.analysis.roles import party, role_nouns
from attribution.analysis.subjects import saying
from attribution.model import Sentence

PRONOUN_GENDER = {"he": Gender.MALE, "him": Gender.MALE, "she": Gender.FEMALE, "her": Gender.FEMALE}
_TITLE_GENDER = {
    **dict.fromkeys(("mr", "mr.", "sir", "lord", "king", "prince", "father", "spokesman", "chairman",
                     "congressman"), Gender.MALE),
    **dict.fromkeys(("mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen", "princess", "baroness", "mother",
                     "spokeswoman", "chairwoman", "congresswoman"), Gender.FEMALE),
}  # fmt: skip
_SUBJECT_REACH = 6
"""A name among the first tokens of its sentence is taken for its subject."""
_APPOSITION = 14
"""How many tokens behind a name may describe it."""
_PARTS_ROLE_FROM_NAME = frozenset({"at", "of", "for", "with", "from", "in", "by", "to", "and", "than", "told", "said"})
"""Words behind which a name is not that of whoever the role before them belongs to: "a manager at Halden"."""
_OWNING = frozenset({"his", "her", "their", "its"})
"""Behind one of these somebody else is told of."""
_MEMORY = 10
"""A pronoun looks back over so many sentences."""
_PLACES = frozenset({"Austin", "Chad", "Charlotte", "Chelsea", "Georgia", "Jordan", "Milan", "Sydney", "Virginia"})
"""Given names that by themselves mean a place or a club."""
_NEAREST, _REMEMBERED = 60, 200
"""So many appearances before a pronoun can be meant, and are counted."""
_SUBJECT, _SPEAKER, _QUOTED = 1.2, 1.0, -1.5
"""How much more a person is thought of as a subject, as a speaker, inside a quotation; a sentence further back counts
-1.
"""
_DOUBTFUL, _UNNAMED, _OFTEN = -0.8, -0.4, 0.3
"""How much more when the name may not be a person's, when there is no name, and for how often somebody was named (its
natural logarithm so many times).
"""


@dataclass(slots=True, eq=False)
class Person:
    """Somebody in the story; grows while the story is read."""

    name: tuple[str, ...]
    """Words of the fullest name; empty for somebody unnamed."""
    gender: Gender | None
    roles: set[str] = field(default_factory=set)
    """Nouns that the story uses of this person, in lower case: "senator", "chairman"."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person at a place: token index, sentence index, and how much the place makes one think of them."""

    place: int
    sentence: int
    person: Person
    weight: float


class Cast:
    """The people of one story."""

    def __init__(
        self,
        texts: Sequence[str],
        sentences: Sequence[Sentence],
        quote_states: str,
        runs: Sequence[tuple[int, Run]],
        outlets: Outlets,
    ) -> None:
        self.texts = texts
        """The words of the story's tokens."""
        self._sentences = sentences
        self._states = quote_states
        self._appearances: list[Appearance] = []
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        self.runs = runs
        """The runs of capitalised words of the story, each with its sentence."""
        rows = [spelled(texts[run.first : run.last]) for _, run in runs]
        named = [(run, i, row, person_words(row)) for (i, run), row in zip(runs, rows, strict=True)]
        for run, _, row, name in named:
            self._introduce(run, row, name, outlets)
        self.surnames = frozenset(self._by_surname)
        self._by_given_name: dict[str, list[Person]] = defaultdict(list)
        for person in self.people():
            if len(person.name) > 1 and has_given_name(person.name) and person.name[0] not in _PLACES:
                self._by_given_name[person.name[0]].append(person)
        self.single_names = self.surnames | self._by_given_name.keys()
        """Every name by which somebody of the story can be called alone."""
        for run, i, row, name in named:
            self._place(i, run, row, name)

    def people(self) -> tuple[Person, ...]:
        """Everybody named in full, in no particular order."""
        return tuple(person for people in self._by_surname.values() for person in people)

    def named(self, name: Sequence[str], title: str = "") -> Person | None:
        """The one person whom a name can mean; None when nobody or several could be meant."""
        candidates = self._candidates(name, title)
        return candidates[0] if len(candidates) == 1 else None

    def last_named(self, name: Sequence[str], title: str, place: int) -> Person | None:
        """The person whom a name can mean, of several the one who was named in full last before a place."""
        candidates = self._candidates(name, title)
        if not candidates and len(name) == 1 and title not in words("titles"):
            candidates = self._by_given_name.get(name[0], [])
        met = (each.person for each in self._back(place) if each.person in candidates)
        person = candidates[0] if len(candidates) == 1 else next(met, None)
        if person is not None:
            person.gender = person.gender or _TITLE_GENDER.get(title)
        return person

    def _candidates(self, name: Sequence[str], title: str) -> list[Person]:
        candidates = self._by_surname.get(surname(name), [])
        if len(name) > 1:
            candidates = [person for person in candidates if _same(name, person.name)]
        wanted = _TITLE_GENDER.get(title)
        if wanted is not None:
            candidates = [person for person in candidates if person.gender in (wanted, None)]
        return candidates

    def add(self, name: Sequence[str], title: str = "") -> Person:
        """A new person."""
        person = Person(tuple(name), _TITLE_GENDER.get(title) or (gender(name) if name else None))
        if name:
            self._by_surname[surname(name)].append(person)
        return person

    def speaks(self, person: Person, place: int, sentence: int) -> None:
        """Remember that a person is the source of something at a place."""
        self._remember(Appearance(place, sentence, person, _SUBJECT + _SPEAKER))

    def meant(self, pronoun: str, place: int, sentence: int) -> Person | None:
        """The person whom a pronoun at a place most likely means."""
        wanted = PRONOUN_GENDER.get(pronoun)
        end = bisect.bisect_left(self._appearances, place, key=lambda each: each.place)
        before = self._appearances[max(0, end - _REMEMBERED) : end]
        often = Counter(each.person for each in before)
        fitting = [each for each in before[-_NEAREST:] if wanted is None or each.person.gender in (wanted, None)]
        recent = [each for each in fitting if sentence - each.sentence <= _MEMORY] or fitting[-1:]
        if not recent:
            return None
        chosen = max(reversed(recent), key=lambda each: _prominence(each, sentence, often[each.person])).person
        if chosen.gender is None:
            chosen.gender = wanted
        return chosen

    def before(self, place: int, sentence: int, count: int) -> tuple[Person, ...]:
        """The last people named before a place, in order of their last appearance; at most `count`."""
        near = takewhile(lambda each: sentence - each.sentence <= _MEMORY, self._back(place))
        found = list(dict.fromkeys(each.person for each in near if each.person.name))[:count]
        return tuple(reversed(found))

    def named_since(self, sentence: int, place: int) -> frozenset[Person]:
        """Everybody who appears from a sentence on and before a place."""
        return frozenset(each.person for each in takewhile(lambda each: each.sentence >= sentence, self._back(place)))

    def _back(self, place: int) -> Iterator[Appearance]:
        """The appearances before a place, the last first."""
        end = bisect.bisect_left(self._appearances, place, key=lambda each: each.place)
        return (self._appearances[i] for i in range(end - 1, -1, -1))

    def first_named(self, place: int, sentence: int, within: int) -> tuple[Person, ...]:
        """The people who are named in so many sentences from a place on, and were not before."""
        known = {each.person for each in self._appearances if each.place < place}
        ahead = (e for e in self._appearances if e.place >= place and e.sentence <= sentence + within)
        return tuple(dict.fromkeys(each.person for each in ahead if each.person.name and each.person not in known))

    def named_most(self, place: int) -> Person | None:
        """The person whom a story names most often before a place, of several the first."""
        often = Counter(each.person for each in self._appearances if each.place < place and each.person.name)
        return max(often, key=often.__getitem__, default=None)

    def pronouns(self) -> tuple[tuple[int, int], ...]:
        """Place and sentence of each "he" or "she" that opens its sentence outside quotations."""
        found = []
        for i, sentence in enumerate(self._sentences):
            for place in range(sentence.first, min(sentence.first + 3, sentence.last)):
                if self.texts[place].lower() in ("he", "she") and self._states[place] == "O":
                    found.append((place, i))
                    break
        return tuple(found)

    def _introduce(self, run: Run, row: Sequence[str], name: tuple[str, ...], outlets: Outlets) -> None:
        """Learn a full name, or a surname behind "Mr"."""
        begin = place_of(row, name) if name else 0
        title = row[begin - 1].lower() if begin else self._word(run.first - 1)
        after_title = title in words("titles")
        if not name or outlets.named(" ".join(name)):
            return
        if not is_person(name, after_title=after_title, after_the=title == "the"):
            return
        if len(name) == 1 and (not after_title or self._by_surname.get(name[0])):
            return
        person = self.named(name, title)
        if person is None:
            person = self.add(name)
        elif len(name) > len(person.name):
            person.name = tuple(name)
        person.gender = person.gender or _TITLE_GENDER.get(title)

    def _word(self, place: int) -> str:
        return self.texts[place].lower() if place >= 0 else ""

    def _place(self, sentence: int, run: Run, row: Sequence[str], name: tuple[str, ...]) -> None:
        """Note where a known person appears, and the nouns beside the name."""
        if not name:
            return
        kept = row[place_of(row, name) :]  # an initial has a token more for its full stop
        first = run.last - len(kept) - sum(len(word) == 2 and word[1] == "." for word in kept)
        person = self.named(name, self._word(first - 1))
        if person is None:
            return
        person.roles.update(self._roles(run, first, self._sentences[sentence].last))
        is_near = first - self._sentences[sentence].first <= _SUBJECT_REACH
        is_subject = is_near or self._is_before_a_verb(run.last, self._sentences[sentence].last)
        subject = _SUBJECT if is_subject else 0.0
        quoted = _QUOTED if self._states[first] != "O" else 0.0
        self._appearances.append(Appearance(first, sentence, person, subject + quoted))

    def _is_before_a_verb(self, place: int, end: int) -> bool:
        """Whether a verb stands right behind a name: "In public, the secretary, Jo Doe, | was more guarded"."""
        behind = list(self.texts[place : min(place + 2, end)])
        if behind[:1] == [","]:  # "…, Jo Doe, said Ann Lee" is another's word
            return behind[1:] != [] and behind[1] in words("finite_verbs")
        return behind != [] and (behind[0] in words("finite_verbs") or behind[0] in saying())

    def _roles(self, run: Run, first: int, end: int) -> set[str]:
        """The person nouns in front of a name and in an apposition behind it; the sentence ends at a token."""
        before: set[str] = set()
        for place in range(first - 1, max(0, min(run.first, first - 3)) - 1, -1):
            if self._word(place) in _PARTS_ROLE_FROM_NAME:
                break
            before.add(self._word(place))
        behind = list(self.texts[run.last : min(run.last + _APPOSITION, end)])
        described = _described(behind[1:]) if behind[:1] == [","] else set()
        partisan = party(behind[1]) if len(behind) > 1 and behind[0] in (",", "(") else None
        return ((before | described) & role_nouns()) | ({partisan} if partisan else set())

    def _remember(self, appearance: Appearance) -> None:
        bisect.insort(self._appearances, appearance, key=lambda each: each.place)


def _described(apposition: Sequence[str]) -> set[str]:
    """The words behind a name and its comma, in lower case, without what is another's: "Jo Doe, 52, had left, | his
    employer | said", but "Jo Doe, his lawyer,".
    """
    row = [word.lower() for word in apposition]
    anothers = (i for i, word in enumerate(row) if i and word in _OWNING)
    return set(row[: next(anothers, len(row))])


def _prominence(appearance: Appearance, sentence: int, often: int) -> float:
    """How much a person stands out when a sentence is read: where they were met, how long ago, how surely they are a
    person, how often the story has named them.
    """
    person = appearance.person
    unsure = _DOUBTFUL if person.name else _UNNAMED
    surely = 0.0 if person.gender else unsure
    return appearance.weight + surely + _OFTEN * math.log(often) - (sentence - appearance.sentence)


def _same(name: Sequence[str], known: Sequence[str]) -> bool:
    """Whether two names with one surname can be one person's: same given name, or one says less than the other."""
    return name[0] == known[0] or set(name) <= set(known) or set(known) <= set(name)
