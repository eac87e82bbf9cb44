"""Phrases: the words for a source read in their place, with what stands before them in the sentence."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from attribution.analysis.cast import Cast
from attribution.analysis.lexicon import words
from attribution.analysis.mentions import Form, Mention, read_mention
from attribution.analysis.names import Outlets, is_capitalised
from attribution.analysis.noun_phrases import DEFINITE, INDEFINITE
from attribution.model import Kind, Sentence, Span, Token

_LEADS = 4
"""So many words may stand between an article and the words that were found."""
_LOOKS_BACK = 120
""" "The newspaper" means an outlet that is named so many tokens before at most, a role somebody four times as far."""
_BEFORE_PHRASES = frozenset({",", ".", ";", ":", "said", "and", "by", "with", "to"})
"""What stands in front of the noun phrase that a "who" goes back to."""


class Phrases:
    """Reads the mentions of one story."""

    def __init__(self, tokens: Sequence[Token], sentences: Sequence[Sentence], cast: Cast, outlets: Outlets) -> None:
        self._tokens = tokens
        self._starts = [token.start for token in tokens]
        self._sentences = sentences
        self._surnames, self._names = cast.surnames, cast.single_names
        self._outlets = outlets

    def place(self, offset: int) -> int:
        """The index of the token at an offset of the text."""
        return bisect.bisect_left(self._starts, offset)

    def mention(self, span: Span, sentence: int) -> Mention:
        """What the words for a source say: of "who" the words that it goes back to, of a cut phrase the whole. Its span
        is that of the words that were read.
        """
        first, last = self.place(span.start), self.place(span.end)
        row = [self._as_named(token) for token in self._tokens[first:last]]
        mention = read_mention(span, row, self._names, self._outlets)
        if row and row[0].text.lower() in ("who", "whom"):
            return self._antecedent_of_relative(mention, first, sentence)
        if row and row[0].text.lower() == "which":
            return self._antecedent_of_which(mention, first, sentence)
        lead = self._lead(first, self._sentences[sentence].first) if _may_be_cut(mention) else None
        if lead is None:
            return mention
        whole = Span(self._tokens[lead].start, span.end)
        return read_mention(whole, self._tokens[lead:last], self._names, self._outlets)

    def _lead(self, first: int, begin: int) -> int | None:
        """Where the noun phrase of a mention begins that was cut behind its article: "the bespectacled, | diplomat"."""
        for place in range(first - 1, max(first - 1 - _LEADS, begin - 1), -1):
            word = self._tokens[place].text.lower()
            if word in DEFINITE | {"a", "an"}:
                return place
            if word != "," and (word in words("noun_phrase_ends") or not (word.isalpha() or "-" in word)):
                return None
        return None

    def _as_named(self, token: Token) -> Token:
        """A surname in capitals as the story writes it elsewhere."""
        written = token.text.capitalize()
        return token._replace(text=written) if token.text.isupper() and written in self._surnames else token

    def _antecedent_of_relative(self, mention: Mention, first: int, sentence: int) -> Mention:
        """For "who", the words just before it, back to the start of their noun phrase, or to the name that these
        describe: "Joe Manchin, the senator, who".
        """
        start, begin = first - 1, self._sentences[sentence].first
        if start < begin:
            return mention
        while start > begin and self._tokens[start].text == ",":
            start -= 2 if self._is_age(start - 1) else 1
        end = start + 1
        while start > begin and self._tokens[start - 1].text not in _BEFORE_PHRASES:
            start -= 1
        before = [token.text for token in self._tokens[max(begin, start - 2) : start]]
        clause = self.place(mention.span.end)
        last = clause if clause > first + 1 else first - 1 if self._is_age(first - 2) else end
        if len(before) == 2 and before[1] == "," and before[0] in self._names:
            start, end, last = start - 2, start - 1, start - 1
        elif self._tokens[end - 1].text in self._names:
            start = next(i for i in range(end, -1, -1) if i <= start or not is_capitalised(self._tokens[i - 1].text))
        if start >= end:
            return mention
        read = Span(self._tokens[start].start, self._tokens[end - 1].end)
        return read_mention(read, self._tokens[start:last], self._names, self._outlets)

    def _antecedent_of_which(self, mention: Mention, first: int, sentence: int) -> Mention:
        """For "which", the name that stands just before its comma, or the words from an article on: "in the Lakeside
        Monitor, which reported", "at the Lindal paper mill, which declined".
        """
        end = first - 1
        start, begin = end, self._sentences[sentence].first
        while start > begin and self._tokens[end].text == "," and is_capitalised(self._tokens[start - 1].text):
            start -= 1
        if start == end and end > begin and self._tokens[end].text == ",":
            start = self._lead(end, begin) or end
        if start in (begin, end):
            return mention
        read = Span(self._tokens[start].start, self._tokens[end - 1].end)
        return read_mention(read, self._tokens[start:end], self._names, self._outlets)

    def _is_age(self, place: int) -> bool:
        """Whether a number stands behind a comma, as somebody's age does: "Ilka, 26,"."""
        return place > 0 and self._tokens[place].text.isdigit() and self._tokens[place - 1].text == ","

    def is_introduced(self, head: str, place: int) -> bool:
        """Whether the story brought somebody without a name in by this role before: "a former compliance manager"."""
        return any(
            self._tokens[i].text == head
            and any(self._tokens[k].text.lower() in ("a", "an", "one") for k in range(max(0, i - 4), i))
            and not is_capitalised(self._tokens[i + 1].text)
            for i in range(max(0, place - _LOOKS_BACK * 4), place - 1)
        )

    def outlet_before(self, place: Span) -> str | None:
        """The last outlet that the story names before a place."""
        end = self.place(place.start)
        named = list(self._outlets.found([token.text for token in self._tokens[max(0, end - _LOOKS_BACK) : end]]))
        return named[-1][2] if named else None


def _may_be_cut(mention: Mention) -> bool:
    """Whether words for one person lack an article."""
    first = mention.description.split()[0].lower()
    is_one = mention.kind is Kind.UNNAMED_PERSON and mention.form is Form.INDEFINITE and mention.count == 1
    return is_one and first not in INDEFINITE
