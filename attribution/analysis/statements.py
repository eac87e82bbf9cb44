"""Statements: one tag a sentence, asked for in this order: no comment, then whose word, then carried over.

A `Finder` walks the sentences once; each decision names its ground, from which settling tells how sure it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from attribution.analysis import cues
from attribution.analysis.anonymity import request
from attribution.analysis.asides import goes_on, is_aside, is_told, speaks_beside
from attribution.analysis.channels import channels, is_own
from attribution.analysis.decisions import Answer, Decision, Ground, precedence
from attribution.analysis.governing import governs
from attribution.analysis.hearsay import heard
from attribution.analysis.introductions import introduced_by, introducing, told_of
from attribution.analysis.members import with_members
from attribution.analysis.names import Outlets
from attribution.analysis.no_comment import no_comment
from attribution.analysis.voices import Voice, may_be_somebody
from attribution.model import UNNAMED, Attribution, Kind, Quote, Role, Sentence, Span, Story, Tag, Token

_SPEAKER_MEMORY = 3
"""A quotation without a speaker looks back over so many sentences."""
_SCARE_QUOTE = 24
"""A quotation of fewer code points borrows a word and reports no speech by itself."""
_QUOTED = 0.6
"""A sentence is a quotation when so much of it stands between quotation marks."""
_QUOTED_BY = re.compile(r"\b(?:is|are|was|were|been)\s+(?:also\s+|widely\s+)?(?:quoted|cited)\b.{0,40}\b(?:in|by|on)\b")
_PUBLIC = re.compile(
    r"\b(?:in\s+an?\s+(?:\w+\s+)?statement|at\s+a\s+(?:news|press)\s+(?:conference|briefing)|in\s+testimony|press\s+release)\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"sa(?:id|ys)\b[^,;]{0,30}\bin\s+an?\s+(?:\w+\s+)?statement\b", re.IGNORECASE)
"""An outlet that issues a statement speaks as a body."""
_BUSINESS = frozenset({"loss", "profit", "profits", "revenue", "audience", "circulation"})
_OFFICIALS = frozenset({"official", "executive", "leader", "minister", "organizer", "investigator", "representative"})


class Finder:
    """Decides the statements of one story."""

    def __init__(
        self,
        story: Story,
        tokens: Sequence[Token],
        sentences: Sequence[Sentence],
        quotes: Sequence[Quote],
        attributions: Sequence[Attribution],
        voices: Sequence[Voice | None],
        own: frozenset[str],
        outlets: Outlets,
    ) -> None:
        self._story = story
        self._outlets = outlets
        self._quoting: dict[str, Voice] = {}
        self._tokens = tokens
        self._sentences = sentences
        self._quotes = quotes
        self._own = own
        self._by_sentence: dict[int, list[tuple[Attribution, Voice | None]]] = defaultdict(list)
        self._reaching: dict[int, list[tuple[Attribution, Voice | None]]] = defaultdict(list)
        for attribution, voice in zip(attributions, voices, strict=True):
            self._by_sentence[attribution.sentence].append((attribution, voice))
            for i in self._reached(attribution):
                self._reaching[i].append((attribution, voice))

    def decisions(self) -> tuple[Decision, ...]:
        """One decision a sentence."""
        own = [self._by_itself(i) for i in range(len(self._sentences))]
        found: list[Decision] = []
        introduced = introduced_by(self._story.text, self._sentences)
        for i in range(len(own)):
            decision = own[i] or told_of(found, introduced.get(i))
            if decision is None or self._is_retold(i, decision.main):
                decision = self._carried(i, found, own) or decision
            elif decision.main.tag is Tag.NO_COMMENT and self._answers_before(i, decision):
                carried = self._carried(i, found, own)
                decision = Decision(carried.main, (decision.main, *carried.lesser)) if carried else decision
            decision = decision or self._own_word(i)
            found.append(introducing(decision) if i in introduced.values() else decision)
        return with_members(found, self._sentences, self._story.text)

    def _answers_before(self, i: int, silent: Decision) -> bool:
        """Whether "we have no further comment" ends a quotation that has answered before."""
        silence = no_comment(self._story.text, self._sentences[i].span)
        return silence is not None and not silent.lesser and goes_on(self._sentences[i], silence, self._quotes)

    def _is_retold(self, i: int, answer: Answer) -> bool:
        """Whether somebody who is quoted tells what others say: "They say it cannot be done." is the speaker's word."""
        cue = answer.attribution.cue if answer.attribution and answer.ground is not Ground.PRINTED else None
        inside = cue is not None and any(quote.span.contains(cue) for quote in self._quotes_near(cue))
        return inside and self._is_quotation(self._sentences[i])

    def _own_word(self, i: int) -> Decision:
        """The story's own word: what somebody thinks, or nobody's speech at all."""
        cited = (each.cue.of(self._story.text) for each, _ in self._by_sentence[i] if each.cue is not None)
        return Decision(
            Answer(Tag.BACKGROUND, None, Ground.THOUGHT if any(map(cues.thinks, cited)) else Ground.NOTHING)
        )

    def _reached(self, attribution: Attribution) -> list[int]:
        """The other sentences into which the content of an attribution reaches."""
        reached = []
        for i in range(attribution.sentence - 3, attribution.sentence + 7):
            if 0 <= i < len(self._sentences) and i != attribution.sentence:
                shared = sum(
                    span.shared(self._sentences[i].span)
                    for span in attribution.content
                    if self._runs_over(span, attribution)
                )
                if shared > 0.5 * len(self._sentences[i].span):
                    reached.append(i)
        return reached

    def _runs_over(self, content: Span, attribution: Attribution) -> bool:
        """Whether a content that leaves its cue's sentence is tied to it: it begins or ends there, or is quoted."""
        return content.shared(self._sentences[attribution.sentence].span) > 0 or self._in_quotes(content)

    def _by_itself(self, i: int) -> Decision | None:
        """The decision that the sentence's own words allow; None where only its neighbours can tell."""
        sentence = self._sentences[i]
        answers = [
            answer for answer in (self._answer(each, voice, sentence) for each, voice in self._by_sentence[i]) if answer
        ]
        main = [a for a in answers if a.attribution and governs(a.attribution, sentence, self._tokens)]
        lesser = [a for a in answers if a not in main and a.attribution and a.attribution.content]
        silence = no_comment(self._story.text, sentence.span)
        if silence is not None and is_told(self._story.text, silence, self._quotes):
            silence = None
        if silence is not None and is_aside(self._story.text, sentence, silence, self._quotes, has_speech=bool(main)):
            silent = self._silent(i, silence, [], []).main
            spoken = main or [Answer(Tag.BACKGROUND, None, Ground.PARTLY)]
            return Decision(spoken[0], (silent, *spoken[1:], *lesser))
        if silence is not None:
            return self._silent(i, silence, main, lesser)
        if (hearsay := heard(self._story.text, sentence)) is not None:
            return (
                hearsay
                if not main or hearsay.main.tag is Tag.OUTLET
                else Decision(main[0], (*hearsay.lesser, *main[1:]))
            )
        if (unnamed := self._asked_for_anonymity(sentence, main, i)) is not None:
            return unnamed
        if main and (quoting := self._quoting_outlet(main, sentence)) is not None:
            return quoting
        if main:
            first = min(main, key=precedence)
            return Decision(first, tuple(a for a in (*main, *lesser) if a is not first))
        if self._story.paragraphs[sentence.paragraph].role is not Role.BODY:
            return Decision(Answer(Tag.BACKGROUND, None, Ground.HEADLINE), tuple(lesser))
        if self._is_quotation(sentence):
            return None
        if lesser:
            return Decision(Answer(Tag.BACKGROUND, None, Ground.PARTLY), tuple(lesser))
        return None

    def _quoting_outlet(self, main: list[Answer], sentence: Sentence) -> Decision | None:
        """ "He was quoted in the Herald as saying …": the outlet quotes, so it is the outlet's word, and also his."""
        if not _QUOTED_BY.search(self._story.text, sentence.span.start, sentence.span.end):
            return None
        row = [token.text for token in self._tokens[sentence.first : sentence.last]]
        found = next((each for each in channels(row, self._outlets) if not is_own(each.name, self._own)), None)
        if found is None:
            return None
        return Decision(Answer(Tag.OUTLET, self._outlet(found.name), Ground.CUE), tuple(main))

    def _outlet(self, name: str) -> Voice:
        known = (voice for _, voice in chain.from_iterable(self._by_sentence.values()) if voice is not None)
        same = next((voice for voice in known if voice.kind is Kind.OUTLET and voice.name == name), None)
        return same or self._quoting.setdefault(name, Voice(Kind.OUTLET, name, "", name))

    def _asked_for_anonymity(self, sentence: Sentence, main: list[Answer], i: int) -> Decision | None:
        """Somebody who asks not to be named is anonymous, even where the finder took a name beside for the source."""
        if request(self._story.text, sentence.span) is None or any(a.tag is Tag.ANONYMOUS for a in main):
            return None
        if any(a.voice is not None and not may_be_somebody(a.voice) for a in main):
            return None
        near = (voice for k in range(i, max(-1, i - _SPEAKER_MEMORY), -1) for _, voice in self._by_sentence[k])
        unnamed = next((voice for voice in near if voice is not None and voice.kind in UNNAMED), None)
        return Decision(Answer(Tag.ANONYMOUS, unnamed, Ground.REQUEST))

    def _silent(self, i: int, silence: Span, main: list[Answer], lesser: list[Answer]) -> Decision:
        """Nobody's word; the one who was asked is its source. An answer beside the silence goes to `also`."""
        here = [(a, voice) for a, voice in self._by_sentence[i] if voice is not None and a.cue is not None]
        near = [voice for a, voice in here if a.cue is not None and a.cue.shared(silence)]
        is_quoted = any(quote.span.contains(silence) for quote in self._quotes_near(silence))
        telling = [voice for a, voice in here if is_quoted and any(span.contains(silence) for span in a.content)]
        answered = [
            a for a in (*main, *lesser) if a.attribution and speaks_beside(a.attribution, silence, self._sentences[i])
        ]
        voices = telling or near
        return Decision(Answer(Tag.NO_COMMENT, voices[-1] if voices else None, Ground.NO_COMMENT), tuple(answered))

    def _answer(self, attribution: Attribution, voice: Voice | None, sentence: Sentence) -> Answer | None:
        """What one attribution answers, or None when it reports no speech."""
        if attribution.cue is None or no_comment(self._story.text, attribution.cue):
            return None
        quoted = any(self._in_quotes(span) for span in attribution.content)
        cue = attribution.cue.of(self._story.text)
        kind = voice.kind if voice else None
        content = attribution.content[0].of(self._story.text) if attribution.content else ""
        speech = cues.reads(cue, kind, content, quoted=quoted)
        if speech is cues.Speech.NOT or (voice is None and not quoted and not cues.is_said(cue)):
            return None
        strong = bool(attribution.content) and attribution.confidence > 0.8
        ground = Ground.CUE if strong else Ground.WEAK_CUE
        if cue in ":[(":
            ground = Ground.PRINTED
        if voice is None:
            return Answer(Tag.RECORD, None, ground, attribution)
        if (reporter := self._reporters_outlet(attribution, voice, cue)) is not None:
            return Answer(Tag.OUTLET, reporter, ground, attribution)
        issued = voice.kind is Kind.OUTLET and _ISSUED.match(self._story.text, attribution.cue.start) is not None
        tag = Tag.RECORD if issued or _speaks_of_itself(voice, cue, content) else self._tag(voice, speech, sentence)
        return Answer(tag, voice, ground, attribution) if tag is not Tag.BACKGROUND else None

    def _reporters_outlet(self, attribution: Attribution, voice: Voice, cue: str) -> Voice | None:
        """The other outlet whose reporter a person is: "MSNBC's Jo Doe reported"."""
        if voice.kind is not Kind.PERSON or "report" not in cue.lower() or attribution.source is None:
            return None
        sentence, source = self._sentences[attribution.sentence], attribution.source
        inside = self._tokens[sentence.first : sentence.last]
        row = [token.text for token in inside if source.start <= token.start < source.end]
        named = next(iter(self._outlets.found(row)), None)
        if named is None or row[named[1] : named[1] + 1] not in (["’s"], ["'s"]) or is_own(named[2], self._own):
            return None
        return self._outlet(named[2])

    def _tag(self, voice: Voice, speech: cues.Speech, sentence: Sentence) -> Tag:
        """Whose word it is: the kind of the source decides."""
        if voice.kind in UNNAMED:
            official = voice.head in _OFFICIALS
            public = speech is cues.Speech.ANNOUNCES or _PUBLIC.search(
                self._story.text, sentence.span.start, sentence.span.end
            )
            return Tag.RECORD if official and public else Tag.ANONYMOUS
        if voice.kind is Kind.OUTLET and speech is cues.Speech.LEARNS:
            return Tag.ANONYMOUS if is_own(voice.name or "", self._own) else Tag.OUTLET
        if voice.kind is Kind.OUTLET:
            return Tag.BACKGROUND if is_own(voice.name or "", self._own) else Tag.OUTLET
        return Tag.RECORD

    def _carried(self, i: int, before: Sequence[Decision], own: Sequence[Decision | None]) -> Decision | None:
        """A quotation, or a content that runs on, keeps the source of the sentence that it belongs to."""
        sentence = self._sentences[i]
        for attribution, voice in self._reaching[i]:
            answer = self._answer(attribution, voice, self._sentences[attribution.sentence])
            if answer is not None:
                ground = Ground.PRINTED if answer.ground is Ground.PRINTED else Ground.RUN_ON
                return Decision(replace(answer, ground=ground, carried=True))
        if not self._is_quotation(sentence):
            return None
        return self._speaker_before(i, before) or self._speaker_after(i, own)

    def _speaker_before(self, i: int, before: Sequence[Decision]) -> Decision | None:
        """The speaker of the sentence before, if the quotation can go on from it."""
        for back in range(i - 1, max(-1, i - 1 - _SPEAKER_MEMORY), -1):
            main = before[back].main
            spoken = [main] if main.tag not in (Tag.BACKGROUND, Tag.NO_COMMENT) else list(before[back].lesser)
            if len(spoken) == 1 and self._sentences[i].paragraph - self._sentences[back].paragraph <= 2:
                return Decision(replace(spoken[0], ground=Ground.QUOTED, carried=True, attribution=None))
        return None

    def _speaker_after(self, i: int, own: Sequence[Decision | None]) -> Decision | None:
        """The speaker named behind a quotation that runs over several sentences."""
        for k in range(i + 1, min(i + 5, len(own))):
            if self._sentences[k].paragraph != self._sentences[i].paragraph:
                return None
            decision = own[k]
            if decision is not None:
                main = decision.main
                usable = main.tag not in (Tag.BACKGROUND, Tag.NO_COMMENT)
                return Decision(replace(main, ground=Ground.QUOTED, carried=True, attribution=None)) if usable else None
        return None

    def _is_quotation(self, sentence: Sentence) -> bool:
        inside = sum(quote.span.shared(sentence.span) for quote in self._quotes_near(sentence.span))
        return inside >= _QUOTED * len(sentence.span) and len(sentence.span) > 12

    def _in_quotes(self, span: Span) -> bool:
        inside = sum(quote.span.shared(span) for quote in self._quotes_near(span))
        return inside >= 0.5 * len(span) and len(span) > _SCARE_QUOTE

    def _quotes_near(self, span: Span) -> list[Quote]:
        return [quote for quote in self._quotes if quote.span.start < span.end and span.start < quote.span.end]


def _speaks_of_itself(voice: Voice, cue: str, content: str) -> bool:
    """Whether an outlet speaks as a business, of its own affairs: "the Post said it would close its bureau"."""
    affairs = _BUSINESS if "report" in cue else _BUSINESS | {"it", "its"}
    return voice.kind is Kind.OUTLET and not affairs.isdisjoint(content.lower().split()[:2])
