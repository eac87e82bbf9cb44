"""Sources: every mention of a source resolved, over the whole story, to one source.

Find, then resolve, and accept only when one candidate remains (the rule of citation resolvers): what stays open becomes
a source of its own, described by its own words.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from attribution.analysis.bodies import Bodies, may_be, same_body
from attribution.analysis.cast import Cast
from attribution.analysis.descriptions import RECENT, Descriptions, of_person
from attribution.analysis.lexicon import words
from attribution.analysis.mentions import Form, Mention
from attribution.analysis.names import Outlets, is_capitalised
from attribution.analysis.noun_phrases import is_loose, singular
from attribution.analysis.phrases import Phrases
from attribution.analysis.respondents import are_counted, is_poll
from attribution.analysis.roles import role_nouns
from attribution.analysis.transcripts import ANSWER
from attribution.analysis.voices import OURS, PLURAL, THINGS, Voice, has_first_name_only
from attribution.model import UNNAMED, Attribution, Kind, Sentence, Span, Token

_GOES_ON_WITHIN = 60
"""So many tokens behind a spokesperson "she" is still that one."""
_SOME_OF_THEM = frozenset({"one", "another", "other", "some", "others"})
_STAYS_WITH_A_POLL = 150
"""So many tokens behind a poll its respondents are still told of."""


class Resolver:
    """Resolves the mentions of one story in order of place."""

    def __init__(self, tokens: Sequence[Token], sentences: Sequence[Sentence], cast: Cast, outlets: Outlets) -> None:
        self._tokens = tokens
        self._cast = cast
        self._phrases = Phrases(tokens, sentences, cast, outlets)
        self._bodies = Bodies(sentences, cast, outlets)
        self._pronouns = deque(cast.pronouns())
        self._relatives: dict[Span, Voice] = {}
        self.voices: list[Voice] = []
        self._answering: Voice | None = None
        self._descriptions = Descriptions(cast, self._phrases, self.voices)

    def resolve(self, attributions: Sequence[Attribution]) -> tuple[Voice | None, ...]:
        """The voice behind each attribution; None where it names no source. Words that stand for the source of two are
        one mention: "an aide, who asked not to be named, said".
        """
        found: dict[Span, Voice] = {}
        for each in attributions:
            if each.source is not None and each.source not in found:
                found[each.source] = self.voice(each.source, each.sentence)
        return tuple(found[each.source] if each.source else None for each in attributions)

    def voice(self, span: Span, sentence: int) -> Voice:
        """The voice behind one mention; call it in order of place."""
        first = self._phrases.place(span.start)
        self._follow_pronouns(first)
        mention = self._phrases.mention(span, sentence)
        if mention.kind is Kind.PERSON and mention.form is Form.DEFINITE and mention.name is None:
            is_unnamed = self._phrases.is_introduced(mention.head, first)  # "an ambassador", so "the ambassador" is too
            mention = replace(mention, kind=Kind.UNNAMED_PERSON) if is_unnamed else mention
        voice = self._in_a_relative_clause(span, mention) or self._resolved(mention, first, sentence)
        if not mention.span.shared(span):
            self._relatives[mention.span] = voice
        voice.met(span, "" if mention.form is Form.PRONOUN else mention.head, mention.description)
        if has_first_name_only(voice):
            voice.kind = Kind.UNNAMED_PERSON
        is_longer = len(mention.description) > len(voice.description) and mention.form is not Form.PRONOUN
        tells_more = is_longer and (voice.kind is not Kind.OUTLET or _has_a_name(mention))
        if tells_more and (voice.kind is not Kind.DOCUMENT or mention.kind is Kind.DOCUMENT):
            voice.description = mention.description
        self._keep(voice)
        if voice.person is not None:
            self._cast.speaks(voice.person, first, sentence)
        return voice

    def _in_a_relative_clause(self, span: Span, mention: Mention) -> Voice | None:
        """Whoever is told of in a relative clause as well as by the words before it: "an aide, who asked …, said"."""
        if not mention.span.shared(span):
            return next((v for v in self.voices if any(mention.span.shared(each) for each in v.mentions[-1:])), None)
        return next((voice for read, voice in self._relatives.items() if mention.span.shared(read)), None)

    def _keep(self, voice: Voice) -> None:
        if voice in self.voices:
            self.voices.remove(voice)
        self.voices.append(voice)

    def _follow_pronouns(self, place: int) -> None:
        """Resolve the sentence-opening pronouns up to a place, so that chains of "he" hold."""
        while self._pronouns and self._pronouns[0][0] < place:
            at, sentence = self._pronouns.popleft()
            pronoun = self._tokens[at].text.lower()
            person = None if self._spokesperson(pronoun, at, sentence) else self._cast.meant(pronoun, at, sentence)
            if person is not None:
                self._cast.speaks(person, at, sentence)

    def _resolved(self, mention: Mention, place: int, sentence: int) -> Voice:
        if mention.description == ANSWER:
            return self._interviewee(mention, place)
        if mention.form is Form.PRONOUN:
            return self._pronoun(mention, place, sentence)
        if mention.form is Form.NAME and (partly := self._descriptions.partly_named(mention)) is not None:
            return partly
        if mention.kind is Kind.PERSON and mention.name:
            return self._named_person(mention, place)
        if mention.name is None and (poll := self._poll(mention, place)) is not None:
            return poll
        if (outlet := self._outlet_again(mention)) is not None:
            return outlet
        if mention.kind is Kind.OUTLET:
            return self._outlet(mention)
        if mention.name is None and _is_bare_spokesperson(mention):
            return self._speaking_for(mention)
        if mention.form is Form.NAME or (mention.kind is Kind.ORGANIZATION and mention.name):
            return self._body(mention)
        counted = self._descriptions.one_of_several(mention) or self._descriptions.some_of_several(mention)
        if counted is not None:
            return counted
        if (several := self._descriptions.several(mention, place, sentence)) is not None:
            return several
        if mention.form is Form.DEFINITE or _bare_plural(mention):
            known = self._descriptions.known(mention)
            return known or self._descriptions.held(mention, place, sentence) or self._new(mention)
        if mention.description.lower().startswith("one of "):
            return self._new(mention)
        return self._descriptions.named_next(mention, place, sentence) or self._new(mention)

    def _interviewee(self, mention: Mention, place: int) -> Voice:
        """Who answers behind "A:" in all of an interview: the person whom its introduction is about."""
        if self._answering is None:
            person = self._cast.named_most(place)
            unnamed = Voice(Kind.UNNAMED_PERSON, None, "interviewee", "the interviewee")
            self._answering = of_person(person, mention, self.voices) if person else unnamed
        return self._answering

    def _named_person(self, mention: Mention, place: int) -> Voice:
        name = (mention.name or "").split()
        title = mention.description.split()[0].lower()
        person = self._cast.last_named(name, title, place) or self._cast.add(name, title)
        known = next((voice for voice in self.voices if voice.person is person), None)
        full = " ".join(person.name) if len(person.name) >= len(name) else mention.name
        return known or Voice(Kind.PERSON, full, "", mention.description, person=person)

    def _pronoun(self, mention: Mention, place: int, sentence: int) -> Voice:
        if mention.head in ("he", "she", "him", "her"):
            if (spoken := self._spokesperson(mention.head, place, sentence)) is not None:
                return spoken
            person = self._cast.meant(mention.head, place, sentence)
            if person is not None:
                return of_person(person, mention, self.voices)
        elif mention.head in ("they", "them", "we"):
            return self._latest(PLURAL) or self._new(mention)
        elif mention.head in ("it", "which", "that", "this"):
            return self._latest(THINGS) or self._new(mention)
        return self._new(mention)

    def _spokesperson(self, pronoun: str, place: int, sentence: int) -> Voice | None:
        """Whoever a "spokeswoman" has just spoken for, when "she" goes on and nobody was named since."""
        last = self.voices[-1] if self.voices else None
        if last is None or last.called not in words("spokespeople"):
            return None
        is_near = place - self._phrases.place(last.mentions[-1].start) <= _GOES_ON_WITHIN
        is_woman, is_man = last.called.endswith("woman"), last.called.endswith("sman")
        is_other = is_man if pronoun in ("she", "her") else is_woman
        return last if is_near and not is_other and not self._cast.named_since(sentence - 1, place) else None

    def _poll(self, mention: Mention, place: int) -> Voice | None:
        """The poll, cited just before, whose respondents a mention means."""
        if not are_counted(mention.description):
            return None
        polls = (voice for voice in reversed(self.voices) if is_poll(voice.head, voice.description))
        cited = next((voice for voice in polls if voice.kind is Kind.DOCUMENT), None)
        near = cited is not None and place - self._phrases.place(cited.mentions[-1].start) <= _STAYS_WITH_A_POLL
        return cited if near else None

    def _latest(self, kinds: frozenset[Kind]) -> Voice | None:
        return next((voice for voice in reversed(self.voices[-RECENT:]) if voice.kind in kinds), None)

    def _outlet(self, mention: Mention) -> Voice:
        """An outlet by name, by its last word ("The Post"), or as "the newspaper"."""
        name = mention.name
        if mention.description.lower().startswith(("this ", "our ")):
            return self._new(replace(mention, name=OURS))
        if name is None and mention.form is Form.DEFINITE and not _has_a_name(mention):
            if mention.head == "paper" and (study := self._study()) is not None:
                return study
            known = self._latest(frozenset({Kind.OUTLET}))
            if known is not None:
                return known
            name = self._phrases.outlet_before(mention.span)
        for voice in self.voices:
            if voice.kind is Kind.OUTLET and name is not None and voice.name == name:
                return voice
        return self._new(replace(mention, name=name))

    def _outlet_again(self, mention: Mention) -> Voice | None:
        """ "The agency", "the report": the outlet that was cited last, if no body or document was since."""
        is_bare = mention.form is Form.DEFINITE and len(mention.description.replace(" same ", " ").split()) == 2
        if not is_bare or mention.head not in words("outlets_called_again"):
            return None
        cited = self._latest(THINGS)
        return cited if cited is not None and cited.kind is Kind.OUTLET else None

    def _study(self) -> Voice | None:
        """ "The paper" of scientists: the study that the story has cited last, if no outlet since."""
        cited = self._latest(frozenset({Kind.OUTLET, Kind.DOCUMENT}))
        return cited if cited is not None and cited.head in ("study", "research", "paper") else None

    def _body(self, mention: Mention) -> Voice:
        """A body by name: its full name, a shorter form of it, or its initials."""
        name = mention.name or mention.description
        name = self._bodies.in_full(name)
        bodies = [voice for voice in self.voices if voice.kind is Kind.ORGANIZATION and voice.name]
        same = [voice for voice in bodies if same_body(voice.name or "", name)]
        if not same and mention.head:
            recent = bodies[-RECENT:]
            same = [v for v in recent if mention.head in (_noun(v), *(v.name or "").lower().split())][-1:]
        is_plain = len(mention.description.split()) == 2  # "the agency", not "the weather agency"
        is_official = not words("official_bodies").isdisjoint({mention.head, f"{mention.head}s"})
        if not same and mention.form is Form.DEFINITE and is_plain and not is_official:
            named = [voice for voice in bodies if any(map(is_capitalised, (voice.name or "").split()))]
            same = [voice for voice in named if may_be(voice.name or "", mention.head)]
            same = [voice for voice in same if voice is self.voices[-1]] or same  # whoever has just spoken goes on
        if not same and mention.form is Form.DEFINITE and mention.head and not is_official:
            same = self._taken_for_a_person()
        is_common = is_plain and mention.head in words("bodies_called_again") and name.islower()
        if not same and mention.form is Form.DEFINITE and is_common:
            about = self._bodies.meant(self._phrases.place(mention.span.start))
            is_it = about is not None and may_be(about, mention.head)
            return self._body(replace(mention, name=about, form=Form.NAME)) if is_it else self._new(mention)
        if len(same) == 1:
            if mention.head and mention.form is Form.DEFINITE:
                return same[0]
            if len(name) > len(same[0].name or ""):
                same[0].name = name
            return same[0]
        return self._new(mention)

    def _speaking_for(self, mention: Mention) -> Voice:
        """The body for which "a spokesman" speaks who is introduced with no name: the one just cited."""
        cited = (voice for voice in reversed(self.voices[-RECENT:]) if voice.kind is Kind.ORGANIZATION and voice.name)
        return self._descriptions.known(mention) or next(cited, None) or self._new(mention)

    def _taken_for_a_person(self) -> list[Voice]:
        """The last source, when its name could be a body's as well ("Sabel Marine"): "the company" shows that it is."""
        last = self.voices[-1] if self.voices else None
        if last is None or not last.name or last.person is None or last.person.gender or last.person.roles:
            return []
        if not role_nouns().isdisjoint(last.description.lower().split()):  # "a spokesperson for the port, Kim Ode"
            return []
        last.kind, last.person = Kind.ORGANIZATION, None
        return [last]

    def _new(self, mention: Mention) -> Voice:
        description = mention.description
        if mention.head in _SOME_OF_THEM and (group := self._latest(frozenset(UNNAMED))):
            description = f"{description} ({group.description})"
        elif mention.kind is Kind.UNNAMED_PERSON and mention.description.lower().startswith(("one ", "another ")):
            several = [v for v in self.voices if v.kind in UNNAMED and v.head == mention.head and v.count != 1]
            link = "" if " of " in description else "one of "
            description = f"{description} ({link}{several[-1].description})" if several else description
        name = mention.name
        if name and mention.kind is Kind.ORGANIZATION:
            name = self._bodies.in_full(name)
        voice = Voice(mention.kind, name, mention.head, description, count=mention.count)
        if mention.kind is Kind.UNNAMED_PERSON and mention.count == 1:
            voice.person = self._cast.add(())
        return voice


def _noun(voice: Voice) -> str:
    """The noun by which a body can be called again: not that of whoever speaks for it."""
    return "" if voice.head in words("spokespeople") else voice.head


def _is_bare_spokesperson(mention: Mention) -> bool:
    """ "A spokesman", without a word about whose."""
    row = mention.description.lower().split()
    return mention.head.startswith("spokes") and len(row) == 2 and row[0] in ("a", "the")


def _has_a_name(mention: Mention) -> bool:
    """Whether a word behind the article is a name, though no list knows it: "the Lantern magazine"."""
    rest = mention.description.split()[1:]
    return any(is_capitalised(word) and word.lower() not in words("press_adjectives") for word in rest)


def _bare_plural(mention: Mention) -> bool:
    """ "Officials" once more, without a word about which."""
    return (
        mention.kind is Kind.UNNAMED_GROUP
        and not is_loose(mention.head)
        and (singular(mention.description.split(",")[0].lower()) == mention.head)
    )
