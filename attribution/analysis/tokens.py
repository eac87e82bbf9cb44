"""Words, numbers and marks with their places."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from operator import attrgetter

from attribution.model import Sentence, Span, Token

_TOKEN = re.compile(
    r"""
      (?=[A-Za-z][a-z]{0,5}\.)                              # what no other word is tried for:
      (?: (?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Prof|St|Jr|Sr|Messrs)\.
        | (?:[A-Za-z]\.){2,}                                # U.S., a.m.
      )
    | [@\#]?[^\W_]+                                         # a word, a handle, a number ...
      (?: [-.,:/&@_](?=[^\W_])[^\W_]+                       # ... with inner marks: 4.5, AT&T, co-founder
        | ['’](?!(?:s|re|m|ve|ll|d)\b)(?=[^\W_])[^\W_]+     # don't, O’Neil; but 's, 're stand alone
      )*
    | ['’](?:s|re|m|ve|ll|d)\b
    | \.(?:\s?\.)+                                          # ellipses, spaced ones too
    | --+ | ``
    | ''
    | [^\s]
    """,
    re.VERBOSE,
)


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order; nothing but white space stands between them."""
    found = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text)]
    return tuple(map(Token._make, found))


_start, _end = attrgetter("start"), attrgetter("end")


def tokens_before(place: int, row: Sequence[Token], sentence: Sentence) -> list[Token]:
    """The tokens of a sentence that end at a place or before it."""
    return list(row[sentence.first : bisect.bisect_right(row, place, sentence.first, sentence.last, key=_end)])


def tokens_behind(place: int, row: Sequence[Token], sentence: Sentence) -> list[Token]:
    """The tokens of a sentence that begin at a place or behind it."""
    return list(row[first_behind(place, row, sentence.first, sentence.last) : sentence.last])


def tokens_in(span: Span, row: Sequence[Token], sentence: Sentence) -> list[Token]:
    """The tokens of a sentence that begin in a span."""
    first = first_behind(span.start, row, sentence.first, sentence.last)
    return list(row[first : first_behind(span.end, row, first, sentence.last)])


def first_behind(place: int, row: Sequence[Token], begin: int = 0, end: int | None = None) -> int:
    """Index of the first token of a row, or of a range of it, that begins at a place or behind it."""
    return bisect.bisect_left(row, place, begin, end, key=_start)
