"""The register: decisions and voices as the statements and sources of the report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from attribution.analysis.affiliations import affiliation
from attribution.analysis.anonymity import request
from attribution.analysis.channels import channels, is_own, on_behalf
from attribution.analysis.decisions import Decision
from attribution.analysis.levels import first_hand, identification
from attribution.analysis.names import Outlets
from attribution.analysis.tokens import tokens_in
from attribution.analysis.voices import OURS, Voice
from attribution.model import ATTRIBUTED, UNNAMED, Anonymity, Kind, Sentence, Source, Span, Statement, Story, Tag, Token
from attribution.sought import Sought

_POSTED = Sought(
    r"\b(?:tweet\w*|retweet\w*|(?:wrote|said|posted|shared|announced)\s+(?:\w+\s+){0,3}?on\s+(?:X|Twitter|Facebook|Instagram|Telegram"
    r"|Truth\s+Social|Bluesky|social\s+media|his\s+blog|her\s+blog)|in\s+a\s+(?:\w+\s+)?(?:post|tweet)\b)",
    ("tweet", "post", "x", "twitter", "facebook", "instagram", "telegram", "truth", "bluesky", "media", "blog"),
)
"""Words by which a statement was published elsewhere, not made to this story."""
_CITES_UNNAMED = Sought(
    r"\b(?:citing|quoting)\s+(?:\w+\s+){0,3}?(?:sources?|officials?|people|person|aides?|executives?|insiders?|bankers?)\b",
    ("citing", "quoting"),
)
_DATELINE = re.compile(r"\((AP|Reuters|REUTERS|AFP|UPI|Bloomberg|CNN)\)")


def own_outlets(story: Story, outlets: Outlets) -> frozenset[str]:
    """The names of the outlet whose story this is, and of the wire whose copy its dateline says it is."""
    own = {
        outlets.named(name.strip()) or name.strip() for name in re.split(r"[|()]", story.outlet or "") if name.strip()
    }
    dateline = _DATELINE.search(story.text, 0, 400)
    if dateline:
        own.add(outlets.named(dateline.group(1)) or dateline.group(1))
    return frozenset({*own, OURS})


class Register:
    """The sources of one story, numbered in order of first mention, and its statements."""

    def __init__(
        self,
        story: Story,
        tokens: Sequence[Token],
        sentences: Sequence[Sentence],
        decisions: Sequence[Decision],
        outlets: Outlets,
        own: frozenset[str],
    ) -> None:
        self._story = story
        self._tokens = tokens
        self._sentences = sentences
        self._decisions = decisions
        self._outlets = outlets
        self._own = own
        self._ids: dict[Voice, str] = {}
        """Of each voice in order of first mention its id."""
        self._rest: dict[Voice, list[int]] = defaultdict(list)
        """The sentences that rest on a voice."""
        speaking = (answer.voice for each in decisions for answer in (each.main, *each.lesser))
        outlets_met = (voice for voice in speaking if voice is not None and voice.kind is Kind.OUTLET and voice.name)
        self._met: dict[str | None, Voice] = {}
        for voice in outlets_met:
            self._met.setdefault(voice.name, voice)
        self._channels = tuple(self._channel(i) for i in range(len(sentences)))
        for i, (decision, channel) in enumerate(zip(decisions, self._channels, strict=True)):
            self._enter(i, decision, channel)

    def ids(self, voices: Sequence[Voice | None]) -> tuple[str | None, ...]:
        """The id of each attribution's source; None when it stands in no statement."""
        return tuple(self._id(voice) for voice in voices)

    def statements(self) -> tuple[Statement, ...]:
        """One statement a sentence."""
        return tuple(self._statement(i) for i in range(len(self._sentences)))

    def sources(self) -> tuple[Source, ...]:
        """Everybody on whose word something rests, or through whom it came."""
        return tuple(map(self._source, self._ids))

    def _enter(self, i: int, decision: Decision, channel: Voice | None) -> None:
        """Number the voices of a sentence, and note on whose word it rests."""
        for voice in (decision.main.voice, *(answer.voice for answer in decision.lesser), channel):
            if voice is not None:
                self._ids.setdefault(voice, f"s{len(self._ids) + 1}")
        if decision.main.voice is not None and decision.main.tag in ATTRIBUTED:
            self._rest[decision.main.voice].append(i)

    def _id(self, voice: Voice | None) -> str | None:
        return self._ids.get(voice) if voice is not None else None

    def _statement(self, i: int) -> Statement:
        decision = self._decisions[i]
        main = decision.main
        also = {answer.tag for answer in decision.lesser}
        channel = self._channels[i]
        if channel is not None:
            also.add(Tag.OUTLET)
        also -= {main.tag, Tag.BACKGROUND}
        ordered = tuple(tag for tag in Tag if tag in also) if also else ()
        via = self._id(channel) if main.tag in (Tag.RECORD, Tag.ANONYMOUS) else None
        source = self._id(main.voice) if main.tag is not Tag.BACKGROUND else None
        sentence = self._sentences[i]
        return Statement(
            span=sentence.span,
            paragraph=sentence.paragraph,
            tag=main.tag,
            also=ordered,
            confidence=decision.confidence,
            source=source,
            via=via,
            carried=main.carried,
        )

    def _channel(self, i: int) -> Voice | None:
        """The other outlet through which a person's word came, when the sentence names it."""
        main = self._decisions[i].main
        if main.tag not in (Tag.RECORD, Tag.ANONYMOUS) or main.carried:
            return None
        sentence = self._sentences[i]
        row = self._tokens[sentence.first : sentence.last]
        source = main.attribution.source if main.attribution and main.voice else None
        is_document = main.voice is not None and main.voice.kind is Kind.DOCUMENT
        for channel in channels([token.text for token in row], self._outlets):
            span = Span(row[channel.first].start, row[channel.last - 1].end)
            is_its_place = is_document and not (source is not None and source.shared(span))
            if not is_own(channel.name, self._own) and not is_its_place:  # "a study that appeared in the Lancet"
                return self._outlet(channel.name, span)
        named = [] if source is None else tokens_in(source, self._tokens, sentence)
        heard = on_behalf([token.text for token in named], self._outlets)
        if heard is None or is_own(heard.name, self._own):
            return None
        return self._outlet(heard.name, Span(named[heard.first].start, named[heard.last - 1].end))

    def _outlet(self, name: str, span: Span) -> Voice:
        voice = self._met.setdefault(name, Voice(Kind.OUTLET, name, "", name))
        voice.mentions.append(span)
        return voice

    def _source(self, voice: Voice) -> Source:
        resting = self._rest.get(voice, [])
        relayed = sum(self._is_unnamed_inside(i) for i in resting)
        hands = [self._hand(i, voice) for i in resting] or [self._hand(None, voice)]
        return Source(
            id=self._ids[voice],
            name=voice.name if voice.kind not in UNNAMED else None,
            description=voice.description,
            kind=voice.kind,
            affiliation=voice.affiliation or self._affiliation(voice),
            mentions=tuple(sorted(set(voice.mentions))),
            statements=tuple(resting),
            identification=identification(voice, relays_unnamed=2 * relayed > len(resting)),
            first_hand=sum(hands) / len(hands),
            anonymity=self._anonymity(voice) if voice.kind in UNNAMED else None,
            people=(voice.count or None) if voice.kind in UNNAMED else None,
        )

    def _affiliation(self, voice: Voice) -> str | None:
        """The body that the words for a named person put them with."""
        return affiliation(voice.description, voice.name) if voice.kind is Kind.PERSON else None

    def _hand(self, i: int | None, voice: Voice) -> float:
        decision = self._decisions[i] if i is not None else None
        tag = decision.main.tag if decision else Tag.RECORD
        inside = i is not None and self._is_unnamed_inside(i)
        relayed = i is not None and self._channels[i] is not None
        posted = i is not None and _POSTED.as_written(self._story.text, self._sentences[i].span) is not None
        return first_hand(voice.kind, voice.name, tag, relayed=relayed, posted=posted, unnamed_inside=inside)

    def _is_unnamed_inside(self, i: int) -> bool:
        """Whether an outlet passes on the word of people whom it does not name."""
        lesser = any(answer.tag is Tag.ANONYMOUS for answer in self._decisions[i].lesser)
        return lesser or _CITES_UNNAMED.as_written(self._story.text, self._sentences[i].span) is not None

    def _anonymity(self, voice: Voice) -> Anonymity:
        """Whether one of the sentences that rest on a source says that it asked not to be named, and why."""
        asked = False
        for i, decision in enumerate(self._decisions):
            if all(answer.voice is not voice for answer in (decision.main, *decision.lesser)):
                continue
            found = request(self._story.text, self._sentences[i].span)
            if found is not None:
                asked = True
                if found.reason is not None:
                    return Anonymity(requested=True, reason=found.reason)
        return Anonymity(requested=asked, reason=None)
