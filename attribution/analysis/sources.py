"""Sources: every mention of a source resolved, over the whole story, to one source.

Find, then resolve, and accept only when one candidate remains (the rule of citation resolvers): what stays open becomes
a source of its own, described by its own words.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from attribution.analysis.cast import Cast, Person
from attribution.analysis.lexicon import words
from attribution.analysis.mentions import Form, Mention, read_mention
from attribution.analysis.names import Outlets, is_capitalised, runs
from attribution.analysis.noun_phrases import is_loose, singular
from attribution.analysis.roles import can_be_called
from attribution.model import UNNAMED, Attribution, Kind, Sentence, Span, Token

_LOOKS_BACK = 120
""" "The newspaper" means an outlet that is named so many tokens before at most."""
_RECENT = 12
"""A definite description looks back over so many sources."""


@dataclass(slots=True, eq=False)
class Voice:
    """A source while the story is read; grows with each mention."""

    kind: Kind
    name: str | None
    head: str
    description: str
    affiliation: str | None = None
    count: int = 1
    mentions: list[Span] = field(default_factory=list)
    person: Person | None = None


class Resolver:
    """Resolves the mentions of one story in order of place."""

    def __init__(self, tokens: Sequence[Token], sentences: Sequence[Sentence], cast: Cast, outlets: Outlets) -> None:
        self._tokens = tokens
        self._starts = [token.start for token in tokens]
        self._sentences = sentences
        self._cast = cast
        self._outlets = outlets
        self._pronouns = list(cast.pronouns())
        self.voices: list[Voice] = []
        self._story_outlets = self._outlets_of_story()
        self._spelled_out = self._names_in_full()

    def resolve(self, attributions: Sequence[Attribution]) -> tuple[Voice | None, ...]:
        """The voice behind each attribution; None where it names no source."""
        return tuple(self.voice(each.source, each.sentence) if each.source else None for each in attributions)

    def voice(self, span: Span, sentence: int) -> Voice:
        """The voice behind one mention; call it in order of place."""
        first = bisect.bisect_left(self._starts, span.start)
        last = bisect.bisect_left(self._starts, span.end)
        self._follow_pronouns(first)
        row = [self._as_named(token) for token in self._tokens[first:last]]
        mention = read_mention(span, row, self._cast.surnames, self._outlets)
        if row and row[0].text.lower() in ("who", "whom"):
            mention = self._antecedent_of_relative(mention, first, sentence)
        voice = self._resolved(mention, first, sentence)
        voice.mentions.append(span)
        if len(mention.description) > len(voice.description) and mention.form is not Form.PRONOUN:
            voice.description = mention.description
        self._keep(voice)
        if voice.person is not None:
            self._cast.speaks(voice.person, first, sentence)
        return voice

    def _as_named(self, token: Token) -> Token:
        """A surname in capitals as the story writes it elsewhere."""
        written = token.text.capitalize()
        return token._replace(text=written) if token.text.isupper() and written in self._cast.surnames else token

    def _keep(self, voice: Voice) -> None:
        if voice in self.voices:
            self.voices.remove(voice)
        self.voices.append(voice)

    def _follow_pronouns(self, place: int) -> None:
        """Resolve the sentence-opening pronouns up to a place, so that chains of "he" hold."""
        while self._pronouns and self._pronouns[0][0] < place:
            at, sentence = self._pronouns.pop(0)
            person = self._cast.meant(self._tokens[at].text.lower(), at, sentence)
            if person is not None:
                self._cast.speaks(person, at, sentence)

    def _antecedent_of_relative(self, mention: Mention, first: int, sentence: int) -> Mention:
        """For "who", the words just before it, back to the start of their noun phrase."""
        start = first - 1
        begin = self._sentences[sentence].first
        while start > begin and self._tokens[start].text == ",":
            start -= 1
        end = start + 1
        while start > begin and self._tokens[start - 1].text not in (
            ",",
            ".",
            ";",
            ":",
            "said",
            "and",
            "by",
            "with",
            "to",
        ):
            start -= 1
        if start >= end:
            return mention
        behind = bisect.bisect_left(self._starts, mention.span.end)
        return read_mention(mention.span, self._tokens[start : max(end, behind)], self._cast.surnames, self._outlets)

    def _resolved(self, mention: Mention, place: int, sentence: int) -> Voice:
        if mention.form is Form.PRONOUN:
            return self._pronoun(mention, place, sentence)
        if mention.kind is Kind.PERSON and mention.name:
            return self._named_person(mention)
        if mention.kind is Kind.OUTLET:
            return self._outlet(mention)
        if mention.form is Form.NAME or (mention.kind is Kind.ORGANIZATION and mention.name):
            return self._body(mention)
        if mention.form is Form.DEFINITE or _bare_plural(mention):
            return self._definite(mention) or self._held(mention, place, sentence) or self._new(mention)
        return self._new(mention)

    def _named_person(self, mention: Mention) -> Voice:
        name = (mention.name or "").split()
        title = mention.description.split()[0].lower()
        person = self._cast.named(name, title) or self._cast.add(name)
        known = next((voice for voice in self.voices if voice.person is person), None)
        full = " ".join(person.name) if len(person.name) >= len(name) else mention.name
        return known or Voice(Kind.PERSON, full, "", mention.description, person=person)

    def _pronoun(self, mention: Mention, place: int, sentence: int) -> Voice:
        if mention.head in ("he", "she", "him", "her"):
            person = self._cast.meant(mention.head, place, sentence)
            if person is not None:
                return self._of_person(person, mention)
        elif mention.head in ("they", "them", "we"):
            return self._latest(_PLURAL) or self._new(mention)
        elif mention.head in ("it", "which", "that", "this"):
            return self._latest(_THINGS) or self._new(mention)
        return self._new(mention)

    def _of_person(self, person: Person, mention: Mention) -> Voice:
        known = next((voice for voice in self.voices if voice.person is person), None)
        name = " ".join(person.name) or None
        return known or Voice(Kind.PERSON, name, "", name or mention.description, person=person)

    def _latest(self, kinds: frozenset[Kind]) -> Voice | None:
        return next((voice for voice in reversed(self.voices[-_RECENT:]) if voice.kind in kinds), None)

    def _outlet(self, mention: Mention) -> Voice:
        """An outlet by name, by its last word ("The Post"), or as "the newspaper"."""
        name = mention.name
        if name is None and mention.form is Form.DEFINITE:
            known = self._latest(frozenset({Kind.OUTLET}))
            if known is not None:
                return known
            name = self._outlet_before(mention.span)
        for voice in self.voices:
            if voice.kind is Kind.OUTLET and name is not None and voice.name == name:
                return voice
        return self._new(replace(mention, name=name))

    def _outlet_before(self, place: Span) -> str | None:
        """The last outlet that the story names before a place."""
        end = bisect.bisect_left(self._starts, place.start)
        named = list(self._outlets.found([token.text for token in self._tokens[max(0, end - _LOOKS_BACK) : end]]))
        return named[-1][2] if named else None

    def _body(self, mention: Mention) -> Voice:
        """A body by name: its full name, a shorter form of it, or its initials."""
        name = mention.name or mention.description
        name = self._spelled_out.get(name, name)
        outlet = self._story_outlets.get(name.split()[-1]) if mention.description.lower().startswith("the ") else None
        if outlet and len(name.split()) == 1:
            return self._outlet(Mention(mention.span, Form.NAME, Kind.OUTLET, outlet, "", mention.description, 1))
        bodies = [voice for voice in self.voices if voice.kind is Kind.ORGANIZATION and voice.name]
        same = [voice for voice in bodies if _same_body(voice.name or "", name)]
        if not same and mention.head:
            same = [voice for voice in bodies[-_RECENT:] if mention.head in (voice.name or "").lower().split()][-1:]
        if not same and mention.form is Form.DEFINITE and len(mention.description.split()) == 2:
            same = [voice for voice in bodies if any(map(is_capitalised, (voice.name or "").split()))]
        if not same and mention.form is Form.DEFINITE and mention.head:
            same = self._taken_for_a_person()
        if len(same) == 1:
            if mention.head and mention.form is Form.DEFINITE:
                return same[0]
            if len(name) > len(same[0].name or ""):
                same[0].name = name
            return same[0]
        return self._new(mention)

    def _taken_for_a_person(self) -> list[Voice]:
        """The last source, when its name could be a body's as well ("Sabel Marine"): "the company" shows that it is."""
        last = self.voices[-1:]
        if not last or last[0].person is None or last[0].person.gender is not None or last[0].person.roles:
            return []
        last[0].kind, last[0].person = Kind.ORGANIZATION, None
        return last

    def _definite(self, mention: Mention) -> Voice | None:
        """ "The official", "the report", "the senator": a source already met that can be called so."""
        for voice in reversed(self.voices[-_RECENT:]):
            if voice.head == mention.head and voice.kind in (mention.kind, *UNNAMED):
                return voice
        if mention.kind in (Kind.UNNAMED_PERSON, Kind.PERSON):
            called = [person for person in self._cast.people() if can_be_called(mention.head, person.roles)]
            if len(called) == 1:
                return self._of_person(called[0], mention)
        if mention.kind is Kind.ORGANIZATION:
            return next((v for v in reversed(self.voices[-_RECENT:]) if v.kind is Kind.ORGANIZATION and v.name
                         and mention.head in v.name.lower().split()), None)  # fmt: skip
        return None

    def _held(self, mention: Mention, place: int, sentence: int) -> Voice | None:
        """ "The candidate", "the Florida senator": a role that somebody whom the story just named is known by."""
        is_aged = "-year-old" in mention.description and mention.form is Form.DEFINITE
        if mention.count != 1 or not (is_aged or mention.head in words("held_roles")):
            return None
        if self._is_introduced(mention.head, place):
            return None
        person = self._cast.meant("", place, sentence)
        return self._of_person(person, mention) if person is not None and person.name else None

    def _is_introduced(self, head: str, place: int) -> bool:
        """Whether the story brought somebody without a name in by this role before: "a former compliance manager"."""
        return any(
            self._tokens[i].text == head
            and any(self._tokens[k].text.lower() in ("a", "an", "one") for k in range(max(0, i - 4), i))
            and not is_capitalised(self._tokens[i + 1].text)
            for i in range(max(0, place - _LOOKS_BACK * 4), place - 1)
        )

    def _new(self, mention: Mention) -> Voice:
        description = mention.description
        if mention.head in ("one", "another", "some", "others") and (group := self._latest(frozenset(UNNAMED))):
            description = f"{description} ({group.description})"
        elif mention.kind is Kind.UNNAMED_PERSON and mention.description.lower().startswith(("one ", "another ")):
            same = [voice for voice in self.voices if voice.kind in UNNAMED and voice.head == mention.head]
            description = f"{description} (one of {same[-1].description})" if same else description
        name = self._spelled_out.get(mention.name, mention.name) if mention.name else None
        voice = Voice(mention.kind, name, mention.head, description, count=mention.count)
        if mention.kind is Kind.UNNAMED_PERSON and mention.count == 1:
            voice.person = self._cast.add(())
        return voice

    def _outlets_of_story(self) -> dict[str, str]:
        """Outlets that the story names, by the last word of their name: "Post" for The Washington Post."""
        found = {}
        for sentence in self._sentences:
            row = [token.text for token in self._tokens[sentence.first : sentence.last]]
            for _, _, name in self._outlets.found(row):
                if " " in name:
                    found[name.split()[-1]] = name
        return found

    def _names_in_full(self) -> dict[str, str]:
        """Names of bodies by their initials: "SEC" for the Securities and Exchange Commission."""
        found: dict[str, str] = {}
        for sentence in self._sentences:
            for run in runs(self._tokens, sentence):
                name = " ".join(token.text for token in self._tokens[run.first : run.last])
                if run.last - run.first > 2:
                    found.setdefault(_initials(name), name)
        return found


_PLURAL = frozenset({Kind.UNNAMED_GROUP, Kind.ORGANIZATION, Kind.UNNAMED_PERSON})
_THINGS = frozenset({Kind.ORGANIZATION, Kind.DOCUMENT, Kind.OUTLET})


def _bare_plural(mention: Mention) -> bool:
    """ "Officials" once more, without a word about which."""
    return (
        mention.kind is Kind.UNNAMED_GROUP
        and not is_loose(mention.head)
        and (singular(mention.description.split(",")[0].lower()) == mention.head)
    )


def _same_body(known: str, name: str) -> bool:
    one, other = known.lower().removeprefix("the ").split(), name.lower().removeprefix("the ").split()
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return _initials(known) == name or _initials(name) == known


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
