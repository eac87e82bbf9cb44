"""Attributions: the found spans joined into who says what.

Linking is by nearness with a price for what lies between, which joins 97% of PolNeAR's own spans rightly: a source
stands in its cue's sentence, a content touches it or one beside it in the same paragraph.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attribution.analysis.anonymity import request
from attribution.analysis.asides import is_told
from attribution.analysis.colons import with_speaker
from attribution.analysis.credits import credit_lines, headline_credits
from attribution.analysis.cues import tells
from attribution.analysis.frames import framed
from attribution.analysis.inverted import with_inverted_subject
from attribution.analysis.letters import letters
from attribution.analysis.mended import with_shared_subject, with_subject
from attribution.analysis.names import Outlets
from attribution.analysis.network.reader import Reading
from attribution.analysis.no_comment import asked, no_comment
from attribution.analysis.quotes import overlapping
from attribution.analysis.span_finder import CONTENT, CUE, SOURCE, Labelled, spans
from attribution.analysis.tagged_on import tagged_on
from attribution.analysis.transcripts import QUESTION, transcript_lines
from attribution.model import Attribution, Quote, Sentence, Span, Token

_CROSSED_CUE = 8
_CROSSED_SENTENCE = 25
_SILENCE = 0.9
"""Confidence in a source read by the form of a no-comment."""
_SURE_OF_A_BELIEF = 0.82
"""The network knows speech better than beliefs and aims: those are kept when it is so sure of them."""
_DEVICES = frozenset({"phone", "telephone"})
"""What is cut from its noun as if it spoke: "Phone | calls were not returned"."""
_REACH = 1
"""How many sentences away from its cue a content may begin or end."""


def attributions(
    text: str,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    reading: Reading,
    outlets: Outlets,
) -> tuple[Attribution, ...]:
    """The attributions of a story in order of the cue's place."""
    joined = [each for each in linked(spans(reading), tokens, sentences, quotes) if not _is_faint(each, text, quotes)]
    credited = (*credit_lines(tokens, sentences, quotes), *headline_credits(tokens, sentences, outlets))
    printed = (*credited, *transcript_lines(tokens, sentences), *letters(text, tokens, sentences))
    labelled = {each.sentence: each for each in printed}
    requested = (_of_asker(each, joined, text, sentences[each.sentence]) for each in joined)
    turned = (with_inverted_subject(each, tokens, sentences[each.sentence]) for each in requested)
    spoken = (with_speaker(each, tokens, sentences[each.sentence]) for each in turned)
    named = (with_subject(each, tokens, sentences[each.sentence]) for each in spoken if each.sentence not in labelled)
    answering = (_of_silent(each, text, sentences[each.sentence]) for each in named)
    sharing = (with_shared_subject(each, tokens, sentences[each.sentence]) for each in answering)
    found = (*sharing, *labelled.values())
    seen = frozenset(each.sentence for each in found if each.cue is not None)
    plain = tuple(tagged_on(tokens, sentences, seen))
    missed = (*plain, *framed(tokens, sentences, seen | {each.sentence for each in plain}))
    inside = {each.sentence for each in missed}
    kept = (each for each in found if each.cue is not None or each.sentence not in inside)
    silent = _silences(text, sentences, quotes, [*found, *missed])
    return tuple(sorted((*kept, *missed, *silent), key=_place))


def _is_faint(attribution: Attribution, text: str, quotes: Sequence[Quote]) -> bool:
    """Whether too little shows that words are somebody's: no cue and no quotation marks, or what may be somebody's
    belief or aim, but of nobody in sight or not read surely. A printed interviewer asks for the story itself, and no
    telephone speaks.
    """
    if attribution.cue is None:
        return not any(_is_quoted(span, quotes) for span in attribution.content)
    if attribution.source is not None and attribution.source.of(text) == QUESTION:
        return attribution.cue.of(text) == ":"
    if attribution.source is not None and attribution.source.of(text).lower() in _DEVICES:
        return True
    if tells(attribution.cue.of(text)):
        return False
    return attribution.source is None or attribution.confidence < _SURE_OF_A_BELIEF


def _is_quoted(content: Span, quotes: Sequence[Quote]) -> bool:
    return any(2 * quote.span.shared(content) > len(content) for quote in overlapping(quotes, content))


def _of_asker(found: Attribution, joined: Sequence[Attribution], text: str, sentence: Sentence) -> Attribution:
    """An attribution whose source was read out of a request for anonymity, or together with it, with whoever asks for
    its source: "an official, who asked | not to be named | , said".
    """
    asking = request(text, sentence.span)
    if asking is None or found.source is None or not asking.words.shared(found.source):
        return found
    if found.source.start < asking.words.start:
        return found if asking.in_part else replace(found, source=_before_asking(found.source, asking.words, text))
    beside = (each for each in joined if each.sentence == found.sentence and each.source != found.source)
    asker = next((each.source for each in beside if each.cue is not None and each.cue.shared(asking.words)), None)
    return replace(found, source=asker)


def _of_silent(found: Attribution, text: str, sentence: Sentence) -> Attribution:
    """An attribution whose source runs on into a silence, with whoever is silent for its source: "the office | did not
    respond when | asked".
    """
    silence = no_comment(text, sentence.span)
    if silence is None or found.source is None or not found.source.start < silence.start < found.source.end:
        return found
    who = asked(text, sentence.span, silence)
    return found if who is None or not found.source.contains(who) else replace(found, source=who)


def _before_asking(source: Span, request: Span, text: str) -> Span:
    """The words for a source without its request: those before a comma, or "who" alone."""
    lead = text[source.start : request.start]
    size = len("who") if lead.lower().startswith("who ") else lead.find(",")
    return Span(source.start, source.start + size) if size > 0 else source


def _silences(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Who gave no answer, in the sentences that say so and in which no source was found beside those words."""
    sourced: dict[int, list[Attribution]] = defaultdict(list)
    for each in found:
        if each.source is not None:
            sourced[each.sentence].append(each)
    for index, sentence in enumerate(sentences):
        silence = no_comment(text, sentence.span)
        if silence is None or is_told(text, silence, quotes):
            continue
        here = sourced[index]
        if any(each.cue is not None and each.cue.shared(silence) for each in here):
            continue
        near = here[-1] if here else None
        lead = text[sentence.span.start : silence.start].rstrip()
        goes_on = near is not None and lead.endswith((" and", " but"))  # "said so but would not discuss why"
        who = near.source if near is not None and goes_on else asked(text, sentence.span, silence)
        if who is not None:
            yield Attribution(index, silence, who, (), _SILENCE)


def linked(
    spans: Sequence[Labelled], tokens: Sequence[Token], sentences: Sequence[Sentence], quotes: Sequence[Quote]
) -> tuple[Attribution, ...]:
    """Join labelled spans into attributions; a content that no cue is near, or that strays from it, stands alone."""
    kept = _with_ends([span for span in spans if not _is_article(span, tokens)], tokens)
    links = _Links(kept, tokens, sentences)
    contents: dict[Labelled, list[Labelled]] = {cue: [] for cue in links.cues}
    found = []
    for content in (span for span in kept if span.label == CONTENT):
        cue = links.cue_of(content)
        is_quoted = _is_quoted(_span(content, tokens), quotes)
        if cue is None or (not is_quoted and links.strays(content, cue, contents[cue])):
            found.append(_attribution(links.sentence(content.first), None, None, [content], tokens))
        else:
            contents[cue].append(content)
    for cue in links.cues:
        found.append(_attribution(links.sentence(cue.first), cue, links.source_of(cue), contents[cue], tokens))
    return tuple(sorted(found, key=_place))


def _with_ends(spans: Sequence[Labelled], tokens: Sequence[Token]) -> list[Labelled]:
    """Spans whose sources have their last word where that was taken for a cue: "according to | press | reports"."""
    found: list[Labelled] = []
    for span in spans:
        if span.label == CUE and _goes_on([*found[-2:], span], tokens):
            found[-1] = found[-1]._replace(last=span.last)
        else:
            found.append(span)
    return found


def _goes_on(row: Sequence[Labelled], tokens: Sequence[Token]) -> bool:
    """Whether the last of three spans is a cue that touches a source, as this touches a cue that nothing but a noun
    phrase can follow.
    """
    if [span.label for span in row] != [CUE, SOURCE, CUE]:
        return False
    cue, source, last = row
    touch = cue.last == source.first and source.last == last.first
    return touch and [token.text for token in tokens[cue.last - 2 : cue.last]] == ["according", "to"]


def _is_article(span: Labelled, tokens: Sequence[Token]) -> bool:
    """Whether an article alone was taken for a source."""
    return (
        span.last - span.first == 1 and span.label == SOURCE and tokens[span.first].text.lower() in ("a", "an", "the")
    )


def _place(attribution: Attribution) -> int:
    return (attribution.cue or attribution.content[0]).start


class _Links:
    """The spans of one story, and which of them belong together."""

    def __init__(self, spans: Sequence[Labelled], tokens: Sequence[Token], sentences: Sequence[Sentence]) -> None:
        self.cues = [span for span in spans if span.label == CUE]
        self._sources = [span for span in spans if span.label == SOURCE]
        self._sentences = sentences
        self._ends = [sentence.last for sentence in sentences]
        self._cue_places = [cue.first for cue in self.cues]
        words = {cue: " ".join(token.text for token in tokens[cue.first : cue.last]) for cue in self.cues}
        self._telling = frozenset(cue for cue in self.cues if tells(words[cue]))

    def sentence(self, place: int) -> int:
        """Index of the sentence that holds a token."""
        return bisect.bisect_right(self._ends, place)

    def source_of(self, cue: Labelled) -> Labelled | None:
        """The nearest source in the cue's sentence."""
        home = self._sentences[self.sentence(cue.first)]
        first = bisect.bisect_left(self._sources, home.first, key=lambda span: span.first)
        last = bisect.bisect_left(self._sources, home.last, key=lambda span: span.first)
        return min(self._sources[first:last], key=lambda source: self._price(cue, source), default=None)

    def cue_of(self, content: Labelled) -> Labelled | None:
        """The nearest cue in the sentences of the content or, if it is a cue of speech, in one beside them, in the same
        paragraph.
        """
        first, last = self.sentence(content.first), self.sentence(content.last - 1)
        paragraph = self._sentences[first].paragraph
        begin = bisect.bisect_left(self._cue_places, self._sentences[max(first - _REACH, 0)].first)
        end = bisect.bisect_left(self._cue_places, self._sentences[min(last + _REACH, len(self._ends) - 1)].last)
        near = []
        for cue in self.cues[begin:end]:
            home = self.sentence(cue.first)
            if self._sentences[home].paragraph == paragraph:
                away = max(first - home, home - last, 0)
                if away and cue not in self._telling:
                    continue
                near.append((self._price(cue, content) + away * _CROSSED_SENTENCE, cue))
        return min(near, key=lambda each: each[0])[1] if near else None

    def strays(self, content: Labelled, cue: Labelled, told: Sequence[Labelled]) -> bool:
        """Whether a content in a later sentence than its cue is not the cue's, which has told something behind it: "He
        said he would stay. It would take a year."
        """
        is_later = self.sentence(content.first) > self.sentence(cue.first)
        return is_later and any(each.first > cue.first for each in told)

    def _price(self, cue: Labelled, other: Labelled) -> int:
        """Tokens between two spans, and a price for each cue there."""
        left, right = (cue, other) if cue.first < other.first else (other, cue)
        inner = bisect.bisect_left(self._cue_places, right.first) - bisect.bisect_left(self._cue_places, left.last)
        return right.first - left.last + _CROSSED_CUE * max(inner, 0)


def _attribution(
    sentence: int, cue: Labelled | None, source: Labelled | None, contents: Sequence[Labelled], tokens: Sequence[Token]
) -> Attribution:
    told = sum(span.last - span.first for span in contents)
    evidence = [span.probability for span in (cue, source) if span]
    if told:
        evidence.append(sum(span.probability * (span.last - span.first) for span in contents) / told)
    return Attribution(
        sentence,
        _span(cue, tokens) if cue else None,
        _span(source, tokens) if source else None,
        tuple(_span(content, tokens) for content in contents),
        sum(evidence) / len(evidence),
    )


def _span(found: Labelled, tokens: Sequence[Token]) -> Span:
    return Span(tokens[found.first].start, tokens[found.last - 1].end)
