"""Outlets as voices: when an outlet quotes somebody, reports through its people, or speaks of its own affairs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attribution.analysis.channels import channels, is_own
from attribution.analysis.decisions import Answer, Decision, Ground
from attribution.analysis.lexicon import words
from attribution.analysis.names import Outlets, has_given_name, is_capitalised
from attribution.analysis.tokens import tokens_in
from attribution.analysis.voices import Voice
from attribution.model import Attribution, Kind, Sentence, Tag, Token

_QUOTED_BY = re.compile(r"\b(?:is|are|was|were|been)\s+(?:also\s+|widely\s+)?(?:quoted|cited)\b.{0,40}\b(?:in|by|on)\b")
_ISSUED = re.compile(r"(?:sa(?:id|ys)\b[^,;]{0,30}\b)?in\s+an?\s+(?:\w+\s+)?statement\b", re.IGNORECASE)
"""An outlet that issues a statement speaks as a body."""
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
FIRST_REPORT = re.compile(r"\bfirst(?: to)? report(?:ed)?\b|\bbroke the (?:story|news)\b")
"""What only outlets do, known or not."""
_REPORTERS = frozenset({"reporter", "correspondent"})
_OPENING = 8
"""Tokens at a sentence's head that hold the name of the outlet with which it opens."""
_BUSINESS = frozenset({"loss", "profit", "profits", "revenue", "audience", "circulation"})


def may_be_one(voice: Voice | None) -> bool:
    """Whether a source by a name that no list knows may be an outlet: the name tells of nothing else."""
    if voice is None or not voice.name or voice.kind not in (Kind.ORGANIZATION, Kind.PERSON):
        return False
    name, person = voice.name.split(), voice.person
    is_known = has_given_name(name) or voice.name.isupper() or (person is not None and bool(person.roles))
    lowered = [word.lower() for word in name]
    is_body = any(word in words("organization_words") or word in words("official_bodies") for word in lowered)
    return is_capitalised(voice.name) and not is_known and not is_body


class OutletVoices:
    """The other outlets of one story; `own` are the names of the outlet that prints it."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        sentences: Sequence[Sentence],
        voices: Iterable[Voice | None],
        own: frozenset[str],
        outlets: Outlets,
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._sentences = sentences
        self._own = own
        self._outlets = outlets
        self._known = {voice.name: voice for voice in voices if voice is not None and voice.kind is Kind.OUTLET}

    def quoting(self, main: Sequence[Answer], sentence: Sentence) -> Decision | None:
        """ "He was quoted in the Herald as saying …": the outlet quotes, so it is the outlet's word, and also his."""
        if not main or not _QUOTED_BY.search(self._text, sentence.span.start, sentence.span.end):
            return None
        row = [token.text for token in self._tokens[sentence.first : sentence.last]]
        found = next((each for each in channels(row, self._outlets) if not is_own(each.name, self._own)), None)
        return Decision(Answer(Tag.OUTLET, self._voice(found.name), Ground.CUE), tuple(main)) if found else None

    def of_reporter(self, attribution: Attribution, voice: Voice) -> Voice | None:
        """The other outlet whose reporter somebody is ("MSNBC's Jo Doe said", "a Reuters reporter saw"), or whoever was
        first to report something.
        """
        cue = attribution.cue.of(self._text) if attribution.cue else ""
        if voice.name and (voice.kind is Kind.ORGANIZATION or may_be_one(voice)) and FIRST_REPORT.search(cue):
            return self._voice(voice.name)
        if voice.kind not in (Kind.PERSON, Kind.UNNAMED_PERSON) or attribution.source is None:
            return None
        sentence = self._sentences[attribution.sentence]
        row = [token.text for token in tokens_in(attribution.source, self._tokens, sentence)]
        _, last, name = next(iter(self._outlets.found(row)), (0, len(row), ""))
        if not name or is_own(name, self._own):
            return None
        first, *rest = row[last:] or [""]
        called = rest[0] if rest else ""
        is_named = first in _POSSESSIVES and is_capitalised(called) and called.lower() not in words("titles")
        is_theirs = is_named if voice.kind is Kind.PERSON else first in _REPORTERS
        return self._voice(name) if is_theirs else None

    def is_own_subject(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with the outlet that prints it: "The Record reviewed 200 pages"."""
        row = [token.text for token in self._tokens[sentence.first : min(sentence.first + _OPENING, sentence.last)]]
        return any(first <= 1 and is_own(name, self._own) for first, _, name in self._outlets.found(row))

    def speaks_of_itself(self, attribution: Attribution, voice: Voice, cue: str, content: str) -> bool:
        """Whether an outlet speaks as a business: in a statement, or of its own affairs ("the Post said it would
        close its bureau").
        """
        if voice.kind is not Kind.OUTLET or "according" in cue.lower():
            return False
        issued = attribution.cue is not None and _ISSUED.match(self._text, attribution.cue.start) is not None
        affairs = _BUSINESS if "report" in cue else _BUSINESS | {"it", "its"}
        told_before = (
            bool(attribution.content) and attribution.cue is not None and attribution.content[0] < attribution.cue
        )
        return issued or (not told_before and not affairs.isdisjoint(content.lower().split()[:2]))

    def _voice(self, name: str) -> Voice:
        return self._known.setdefault(name, Voice(Kind.OUTLET, name, "", name))
