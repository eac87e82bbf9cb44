"""The page: a story's statements as facts and rules read them."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from attribution.analysis.lexicon import words
from attribution.analysis.noun_phrases import singular
from attribution.model import Analysis, Attribution, Quote, Role, Source, Span, Statement, Story, Tag
from attribution.sought import Sought

_WORD = re.compile(r"[A-Za-z][\w’'-]{3,}|\d[\d,.]*\d|\d")
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "we", "i", "who", "which", "that", "him", "her", "them", "his", "their"}
)
_POST = re.compile(r"\(@\w+\)|</tweet>|\bpic\.twitter\.com/")
"""What an embedded post ends with."""
_STEM = 6
"""Letters of a word that have to agree: "resign" and "resigned", "contract" and "contracts"."""


class Found(NamedTuple):
    """A match of a pattern in the story's body, and the statement in which it begins."""

    statement: int
    match: re.Match[str]

    @property
    def span(self) -> Span:
        """The place of the whole match."""
        return Span(self.match.start(), self.match.end())

    def part(self, group: str) -> Span:
        """The place of one named group, which must have matched."""
        return Span(self.match.start(group), self.match.end(group))


class Page:
    """One story with its analysis, asked by statement."""

    def __init__(self, story: Story, analysis: Analysis) -> None:
        self.story = story
        self.statements: tuple[Statement, ...] = analysis.statements
        self._starts = [each.span.start for each in analysis.statements]
        self._sources = {source.id: source for source in analysis.sources}
        self._speaking = tuple(self.by_id(statement.source) for statement in analysis.statements)
        self._quotes: tuple[Quote, ...] = analysis.quotes
        self._quote_starts = [quote.span.start for quote in analysis.quotes]
        self._attributions: defaultdict[int, list[tuple[Attribution, str | None]]] = defaultdict(list)
        for attribution, source in zip(analysis.attributions, analysis.attribution_sources, strict=True):
            self._attributions[attribution.sentence].append((attribution, source))
        self.body: tuple[int, ...] = tuple(i for i in range(len(self.statements)) if self.role(i) is Role.BODY)
        lowered = [self.text(i).lower() for i in self.body]
        self._lowered = "\n".join(lowered)
        self._held: dict[str, list[int]] = {}
        self._body_starts = list(accumulate((len(each) + 1 for each in lowered), initial=0))

    def role(self, i: int) -> Role:
        """What the paragraph of a statement is for."""
        return self.story.paragraphs[self.paragraph(i)].role

    def paragraph(self, i: int) -> int:
        """Index of the paragraph of a statement."""
        return self.statements[i].paragraph

    def span(self, i: int) -> Span:
        """The place of a statement."""
        return self.statements[i].span

    def text(self, i: int) -> str:
        """The words of a statement."""
        return self.span(i).of(self.story.text)

    def near(self, i: int, before: int, after: int) -> str:
        """The words of a statement with so many statements before and after it."""
        last = min(len(self.statements) - 1, i + after)
        return self.story.text[self.span(max(0, i - before)).start : self.span(last).end]

    def source(self, i: int) -> Source | None:
        """The source on which a statement rests."""
        return self._speaking[i]

    def anonymous(self) -> Iterator[tuple[int, Source]]:
        """The statements of the body that rest on an unnamed source, each with that source if it was worked out."""
        for i in self.body:
            source = self.source(i)
            if self.statements[i].tag is Tag.ANONYMOUS and source is not None:
                yield i, source

    def via(self, i: int) -> Source | None:
        """The outlet through which the word of a statement came."""
        return self.by_id(self.statements[i].via)

    def by_id(self, source: str | None) -> Source | None:
        """The source with an id."""
        return self._sources.get(source) if source is not None else None

    def attributions(self, i: int) -> Sequence[tuple[Attribution, str | None]]:
        """The attributions whose cue stands in a statement, each with the id of its source."""
        return self._attributions.get(i, ())

    def is_sourced(self, i: int) -> bool:
        """Whether a statement rests on somebody's word, or has words that could be for a source."""
        statement = self.statements[i]
        if statement.source is not None and statement.tag is not Tag.BACKGROUND:
            return True
        if Tag.RECORD in statement.also or Tag.ANONYMOUS in statement.also:
            return True
        return any(source is not None for _, source in self.attributions(i))

    def mention(self, i: int) -> Span:
        """The words that name the source of a statement; the whole statement where it is carried over."""
        wanted = self.statements[i].source
        for attribution, source in self.attributions(i):
            if source == wanted and source is not None and attribution.source is not None:
                return attribution.source
        source_ = self.by_id(wanted)
        place = self.span(i)
        return next((span for span in (source_.mentions if source_ else ()) if place.contains(span)), place)

    def is_named_here(self, i: int) -> bool:
        """Whether a name or a description stands for the source of a statement, no pronoun, none carried over."""
        span = self.mention(i)
        return span != self.span(i) and span.of(self.story.text).lower() not in _PRONOUNS

    def is_headlinese(self, span: Span) -> bool:
        """Whether words for a source are a bare singular noun, as in "Plant to close, official says"."""
        words_ = span.of(self.story.text).split()
        return len(words_) == 1 and singular(words_[0].lower()) == words_[0].lower()

    def cues(self, i: int) -> Iterator[Span]:
        """The words that attribute, in a statement."""
        return (attribution.cue for attribution, _ in self.attributions(i) if attribution.cue is not None)

    def at(self, place: int) -> int:
        """Index of the statement that holds a place of the text, or of the last one before it."""
        return max(0, bisect.bisect_right(self._starts, place) - 1)

    def quote_at(self, place: int) -> Quote | None:
        """The quotation that holds a place of the text."""
        i = bisect.bisect_right(self._quote_starts, place) - 1
        return self._quotes[i] if i >= 0 and place < self._quotes[i].span.end else None

    def quotes(self, i: int) -> Iterator[Span]:
        """The quoted stretches of a statement."""
        place = self.span(i)
        for quote in self._quotes[max(0, bisect.bisect_right(self._quote_starts, place.start) - 1) :]:
            if quote.span.start >= place.end:
                return
            if quote.span.shared(place):
                yield Span(max(quote.span.start, place.start), min(quote.span.end, place.end))

    def found(self, sought: Sought) -> Iterator[Found]:
        """What is sought in the body, outside quotations."""
        return (each for each in self.found_anywhere(sought) if self._is_own_voice(each))

    def _is_own_voice(self, found: Found) -> bool:
        """Whether a match stands outside quotations and embedded posts."""
        if self.quote_at(found.match.start()) is not None:
            return False
        paragraph = self.story.paragraphs[self.paragraph(found.statement)].span
        return _POST.search(self.story.text, paragraph.start, paragraph.end) is None

    def found_anywhere(self, sought: Sought) -> Iterator[Found]:
        """What is sought in the statements of the body, in quotations too."""
        for i in sorted({at for anchor in sought.anchors for at in self._holding(anchor)}):
            place = self.span(i)
            for match in sought.pattern.finditer(self.story.text, place.start, place.end):
                yield Found(i, match)

    def _holding(self, words_: str) -> Sequence[int]:
        """The statements of the body that hold some words in lower case, not across their bounds."""
        if words_ not in self._held:
            self._held[words_] = found = list[int]()
            at = self._lowered.find(words_)
            while at >= 0:
                i = bisect.bisect_right(self._body_starts, at) - 1
                found.append(self.body[i])
                at = self._lowered.find(words_, self._body_starts[i + 1])
        return self._held[words_]

    def has_link(self, i: int) -> bool:
        """Whether a link stands in a statement."""
        place = self.span(i)
        return any(link.shared(place) for link in self.story.links)

    def stems(self, i: int) -> frozenset[str]:
        """What a statement is about: its longer words without their endings, and its numbers."""
        return frozenset(word.lower()[:_STEM] for word in _WORD.findall(self.text(i)) if not _is_common(word.lower()))


def _is_common(word: str) -> bool:
    return word in words("common_words")
