"""Statements: one tag a sentence, asked for in this order: no comment, then whose word, then carried over.

A `Finder` walks the sentences once; each decision names its ground, from which settling tells how sure it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attribution.analysis import cues
from attribution.analysis.anonymity import asks, request
from attribution.analysis.asides import goes_on, is_aside, is_reason, is_told, speaks_beside
from attribution.analysis.channels import is_own
from attribution.analysis.counted import of_counted
from attribution.analysis.decisions import Answer, Decision, Ground, precedence, thinking
from attribution.analysis.frames import is_frame
from attribution.analysis.governing import governs, is_dated
from attribution.analysis.hearsay import heard
from attribution.analysis.introductions import introduced_by, introducing, told_of
from attribution.analysis.letters import is_signed
from attribution.analysis.members import with_members
from attribution.analysis.names import Outlets
from attribution.analysis.no_comment import is_of_more, no_comment
from attribution.analysis.outlet_voices import FIRST_REPORT, OutletVoices
from attribution.analysis.quotes import is_inside, is_quoted, quoted_length
from attribution.analysis.reaching import reached
from attribution.analysis.transcripts import questions
from attribution.analysis.voices import Voice, has_one_name, may_be_somebody
from attribution.model import UNNAMED, Attribution, Kind, Quote, Role, Sentence, Span, Story, Tag, Token

_SPEAKER_MEMORY = 3
"""A quotation without a speaker looks back over so many sentences."""
_QUOTED = 0.6
"""A sentence is a quotation when so much of it stands between quotation marks."""
_PUBLIC = re.compile(
    r"\b(?:in\s+an?\s+(?:\w+\s+)?statement|at\s+a\s+(?:news|press)\s+(?:conference|briefing)|in\s+testimony|press\s+release)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:after|since|before|until|when)\s+$")
"""What stands in front of a report that dates something."""
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
        self._outlet_voices = OutletVoices(story.text, tokens, sentences, voices, own, outlets)
        self._tokens = tokens
        self._sentences = sentences
        self._quotes = quotes
        self._own = own
        self._questions = questions(tokens, sentences)
        self._by_sentence: dict[int, list[tuple[Attribution, Voice | None]]] = defaultdict(list)
        self._reaching: dict[int, list[tuple[Attribution, Voice | None]]] = defaultdict(list)
        for attribution, voice in zip(attributions, voices, strict=True):
            self._by_sentence[attribution.sentence].append((attribution, voice))
            for i in reached(attribution, sentences, quotes):
                self._reaching[i].append((attribution, voice))

    def decisions(self) -> tuple[Decision, ...]:
        """One decision a sentence."""
        own = [self._by_itself(i) for i in range(len(self._sentences))]
        found: list[Decision] = []
        introduced = introduced_by(self._story.text, self._sentences)
        leads = frozenset(introduced.values())
        for i in range(len(own)):
            decision = own[i] or told_of(found, introduced.get(i))
            if decision is None or self._is_retold(i, decision.main):
                decision = self._carried(i, found, own) or decision
            elif decision.main.tag is Tag.NO_COMMENT and self._answers_before(i, decision):
                carried = self._carried(i, found, own)
                decision = Decision(carried.main, (decision.main, *carried.lesser)) if carried else decision
            decision = decision or of_counted(self._story.text, self._sentences, found) or self._own_word(i)
            found.append(introducing(decision) if i in leads else decision)
        return with_members(found, self._sentences, self._story.text)

    def _answers_before(self, i: int, silent: Decision) -> bool:
        """Whether "we have no further comment" ends a quotation that has answered before."""
        silence = no_comment(self._story.text, self._sentences[i].span)
        return silence is not None and not silent.lesser and goes_on(self._sentences[i], silence, self._quotes)

    def _is_retold(self, i: int, answer: Answer) -> bool:
        """Whether somebody who is quoted, who answers in print or writes a letter tells what others say: "They say it
        cannot be done." is the speaker's word.
        """
        if any(each.sentence < i and self._is_printed(each) for each, _ in self._reaching[i]):
            return True
        cue = answer.attribution.cue if answer.attribution and answer.ground is not Ground.PRINTED else None
        return cue is not None and is_inside(self._quotes, cue) and self._is_quotation(self._sentences[i])

    def _is_printed(self, attribution: Attribution) -> bool:
        """Whether a label in front of words or a signature behind them tells whose they are."""
        cue = attribution.cue
        return is_signed(attribution) or (cue is not None and cue.of(self._story.text) == ":")

    def _own_word(self, i: int) -> Decision:
        """The story's own word: what somebody thinks, or nobody's speech at all."""
        cited = (each.cue.of(self._story.text) for each, _ in self._by_sentence[i] if each.cue is not None)
        ground = Ground.THOUGHT if any(map(cues.thinks, cited)) else Ground.NOTHING
        if ground is Ground.NOTHING and self._outlet_voices.is_own_subject(self._sentences[i]):
            ground = Ground.OURS
        if any(is_dated(each, self._sentences[i], self._tokens) for each, _ in self._by_sentence[i]):
            ground = Ground.DATED
        if i in self._questions:
            ground = Ground.ASKED
        return Decision(Answer(Tag.BACKGROUND, None, ground), unsaid=tuple(self._unsaid(i)))

    def _unsaid(self, i: int) -> Iterator[Answer]:
        """Whose word it would be if what somebody does in a sentence were speech: "experts have questioned"."""
        sentence = self._sentences[i]
        for attribution, voice in self._by_sentence[i]:
            if voice is not None and governs(attribution, sentence, self._tokens) and not self._is_event(attribution):
                tag = self._tag(voice, cues.Speech.SAYS, sentence)
                if tag is not Tag.BACKGROUND:
                    yield Answer(tag, voice, Ground.LEARNED, attribution)

    def _by_itself(self, i: int) -> Decision | None:
        """The decision that the sentence's own words allow; None where only its neighbours can tell."""
        sentence = self._sentences[i]
        answers = [*filter(None, (self._answer(each, voice, sentence) for each, voice in self._by_sentence[i]))]
        main = [a for a in answers if a.attribution and governs(a.attribution, sentence, self._tokens)]
        lesser = [a for a in answers if a not in main and a.attribution and a.attribution.content]
        silence = self._silence(sentence)
        if silence is not None and is_aside(
            self._story.text, sentence, silence, self._quotes, [a.attribution for a in main if a.attribution]
        ):
            silent = self._silent(i, silence, [], []).main
            spoken = main or [Answer(Tag.BACKGROUND, None, Ground.PARTLY)]
            return Decision(spoken[0], (silent, *spoken[1:], *lesser))
        if silence is not None:
            return self._silent(i, silence, main, lesser)
        if (hearsay := heard(self._story.text, sentence)) is not None:
            if not main or hearsay.main.tag is Tag.OUTLET:
                return hearsay
            return Decision(main[0], (*hearsay.lesser, *main[1:]))
        if (unnamed := self._asked_for_anonymity(sentence, main, i)) is not None:
            return unnamed
        if (quoting := self._outlet_voices.quoting(main, sentence)) is not None:
            return quoting
        if main:
            first = min(main, key=precedence)
            return Decision(first, tuple(a for a in (*main, *lesser) if a is not first))
        if self._story.paragraphs[sentence.paragraph].role is not Role.BODY:
            return Decision(Answer(Tag.BACKGROUND, None, Ground.HEADLINE), tuple(lesser))
        if self._is_quotation(sentence):
            return None
        if lesser:
            dated = all(is_dated(a.attribution, sentence, self._tokens) for a in lesser if a.attribution)
            return Decision(Answer(Tag.BACKGROUND, None, Ground.DATED if dated else Ground.PARTLY), tuple(lesser))
        return None

    def _silence(self, sentence: Sentence) -> Span | None:
        """The words by which a sentence says that somebody gave the press no answer."""
        found = no_comment(self._story.text, sentence.span)
        is_other = found is not None and is_told(self._story.text, found, self._quotes)
        return None if found is None or is_other or is_reason(self._story.text, sentence, found) else found

    def _is_event(self, attribution: Attribution) -> bool:
        """Whether a report only dates what the sentence says: "shares fell after Reuters reported the cause"."""
        begins = min(span.start for span in (attribution.source, attribution.cue) if span is not None)
        lead = Span(self._sentences[attribution.sentence].span.start, begins).of(self._story.text)
        told = (span.of(self._story.text) for span in attribution.content)
        return _DATED.search(lead) is not None and not any(map(cues.is_clause, told))

    def _asked_for_anonymity(self, sentence: Sentence, main: list[Answer], i: int) -> Decision | None:
        """Somebody who asks not to be named is anonymous, even where the finder took a name beside for the source; so
        is all that they say later on.
        """
        asking = request(self._story.text, sentence.span)
        if asking is None:
            return None
        unnamed = next((a for a in main if a.tag is Tag.ANONYMOUS), None)
        if asking.in_part and not main:  # "the road, known only as the Strip, is closed"
            return None
        if unnamed is None and any(a.voice is not None and not may_be_somebody(a.voice) for a in main):
            return None
        theirs = [a.voice for a in main if a.attribution and asks(self._story.text, a.attribution, asking.words)]
        called = next((voice for voice in theirs if voice is not None and has_one_name(voice)), None)
        answer = unnamed or Answer(Tag.ANONYMOUS, called or self._unnamed_before(i), Ground.REQUEST)
        for voice in (answer.voice, *theirs):
            if voice is not None and (voice is answer.voice or has_one_name(voice)):
                voice.asked = True
        rest = [a for a in main if a is not unnamed] if unnamed else []
        return Decision(replace(answer, ground=Ground.REQUEST), tuple(rest))

    def _unnamed_before(self, i: int) -> Voice | None:
        """The last unnamed source of a sentence or of those just before it."""
        near = (voice for k in range(i, max(-1, i - _SPEAKER_MEMORY), -1) for _, voice in self._by_sentence[k])
        return next((voice for voice in near if voice is not None and voice.kind in UNNAMED), None)

    def _silent(self, i: int, silence: Span, main: list[Answer], lesser: list[Answer]) -> Decision:
        """Nobody's word; the one who was asked is its source. An answer beside the silence goes to `also`."""
        here = [(a, voice) for a, voice in self._by_sentence[i] if voice is not None and a.cue is not None]
        near = [voice for a, voice in here if a.cue is not None and a.cue.shared(silence)]
        is_quoted = is_inside(self._quotes, silence)
        telling = [voice for a, voice in here if is_quoted and any(span.contains(silence) for span in a.content)]
        silent = Answer(Tag.NO_COMMENT, next(reversed(telling or near), None), Ground.NO_COMMENT)
        text, sentence = self._story.text, self._sentences[i]
        both = (*main, *lesser)
        spoken = [a for a in both if a.attribution and speaks_beside(text, a.attribution, silence, sentence)]
        before = [a for a in spoken if a.attribution and a.attribution.cue and a.attribution.cue.end <= silence.start]
        if before and is_of_more(text, sentence.span, silence):
            return Decision(before[-1], (silent, *(a for a in spoken if a is not before[-1])))
        return Decision(silent, tuple(spoken))

    def _answer(self, attribution: Attribution, voice: Voice | None, sentence: Sentence) -> Answer | None:
        """What one attribution answers, or None when it reports no speech."""
        if voice is not None and is_signed(attribution):
            return Answer(self._tag(voice, cues.Speech.SAYS, sentence), voice, Ground.PRINTED, attribution)
        if attribution.cue is None or no_comment(self._story.text, attribution.cue) or self._is_event(attribution):
            return None
        quoted = any(is_quoted(self._quotes, span) for span in attribution.content)
        cue = cues.with_agent(self._story.text, attribution.cue, attribution.source)
        kind = voice.kind if voice else None
        content = attribution.content[0].of(self._story.text) if attribution.content else ""
        speech = cues.reads(cue, kind, content, quoted=quoted)
        if speech is cues.Speech.NOT or (voice is None and not quoted and not cues.is_said(cue)):
            return None
        strong = bool(attribution.content) and attribution.confidence > 0.8
        ground = Ground.CUE if strong else Ground.WEAK_CUE
        heads_a_line = cue in ":-–—[(" and kind is not Kind.DOCUMENT  # "The lawsuit: …" heads an item of a list
        is_plain = FIRST_REPORT.search(cue) or is_frame(cue.lower()) or (content and cues.denies(cue))
        if heads_a_line or is_plain or speech is cues.Speech.LEARNS:
            ground = Ground.PRINTED
        if voice is None:
            return Answer(Tag.RECORD, None, ground, attribution)
        if (reporter := self._outlet_voices.of_reporter(attribution, voice)) is not None:
            return Answer(Tag.OUTLET, reporter, ground, attribution)
        of_itself = self._outlet_voices.speaks_of_itself(attribution, voice, cue, content)
        tag = Tag.RECORD if of_itself else self._tag(voice, speech, sentence)
        return Answer(tag, voice, ground, attribution) if tag is not Tag.BACKGROUND else None

    def _tag(self, voice: Voice, speech: cues.Speech, sentence: Sentence) -> Tag:
        """Whose word it is: the kind of the source decides."""
        if voice.asked:
            return Tag.ANONYMOUS
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
        """The speaker of a sentence before, or whoever thinks something there, if the quotation can go on from it."""
        paragraph = self._sentences[i].paragraph
        for back in range(i - 1, max(-1, i - 1 - _SPEAKER_MEMORY), -1):
            main, away = before[back].main, paragraph - self._sentences[back].paragraph
            spoken = [main] if main.tag not in (Tag.BACKGROUND, Tag.NO_COMMENT) else list(before[back].lesser)
            spoken = spoken or (thinking(before[back]) if back == i - 1 and not away else [])
            if len(spoken) == 1 and away <= 2:
                return Decision(replace(spoken[0], ground=Ground.QUOTED, carried=True, attribution=None))
        return None

    def _speaker_after(self, i: int, own: Sequence[Decision | None]) -> Decision | None:
        """The speaker named behind a quotation that runs over several sentences."""
        for k in range(i + 1, min(i + 5, len(own))):
            if self._sentences[k].paragraph != self._sentences[i].paragraph:
                return None
            if (decision := own[k]) is not None:
                main = decision.main
                usable = main.tag not in (Tag.BACKGROUND, Tag.NO_COMMENT)
                return Decision(replace(main, ground=Ground.QUOTED, carried=True, attribution=None)) if usable else None
        return None

    def _is_quotation(self, sentence: Sentence) -> bool:
        return quoted_length(self._quotes, sentence.span) >= _QUOTED * len(sentence.span) and len(sentence.span) > 12
