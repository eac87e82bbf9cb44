"""What the network sees of a story: word pieces, the shape and place of each word, and where quotations stand."""

from __future__ import annotations

import bisect
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from attribution.analysis.lexicon import verb_forms, words
from attribution.model import Quote, Sentence, Token

SHAPES = ("lower", "capitalised", "capitals", "mixed", "number", "mark", "alphanumeric")
PLACES = ("inside", "sentence start", "paragraph start")
QUOTE_STATES = "OBIE"
PIECES_OF_A_WORD = 4
_KNOWN_WORDS = 1 << 14
UNKNOWN = "[UNK]"


def quote_states(tokens: Sequence[Token], quotes: Sequence[Quote]) -> str:
    """A letter a token: B and E for the first and last token of a quotation, I inside it, O outside."""
    states = ["O"] * len(tokens)
    starts = [token.start for token in tokens]
    for quote in quotes:
        first = bisect.bisect_left(starts, quote.span.start)
        last = bisect.bisect_left(starts, quote.span.end, first)
        if last > first:
            states[first:last] = "I" * (last - first)
            states[first] = "I" if quote.continues else "B"
            states[last - 1] = "E"
    return "".join(states)


def shapes(texts: Iterable[str], sentences: Sequence[Sentence]) -> list[int]:
    """For each token its shape and place in one number: shape + place * len(SHAPES)."""
    row = list(map(_shape, texts))
    paragraph = -1
    for sentence in sentences:
        if sentence.first < sentence.last:
            row[sentence.first] += len(SHAPES) * (2 if sentence.paragraph != paragraph else 1)
            paragraph = sentence.paragraph
    return row


def is_said(word: str) -> bool:
    """Whether a word mostly tells of speech: a form of a verb of speech, or "according"."""
    return word.lower() in _speech_forms()


@cache
def _speech_forms() -> frozenset[str]:
    acts = words("acts_not_speech")
    return frozenset(form for form, verb in verb_forms("speech_verbs").items() if verb not in acts) | {"according"}


@lru_cache(_KNOWN_WORDS)
def _shape(word: str) -> int:
    if word.isdigit():
        return 4
    if word.isalpha():
        if word.islower():
            return 0
        if word.isupper():
            return 2 if len(word) > 1 else 1
        return 1 if word[0].isupper() and word[1:].islower() else 3
    if not any(map(str.isalnum, word)):
        return 5
    if any(map(str.isalpha, word)):
        return 6 if any(map(str.isdigit, word)) else 1 if word[0].isupper() else 0
    return 4


def pieces(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The word's first pieces, the longest match first, as BERT cuts it (Schuster and Nakajima 2012)."""
    rest, mark = _plain(word), ""
    found: list[int] = []
    while rest and len(found) < PIECES_OF_A_WORD:
        size = next((n for n in range(min(len(rest), 24), 0, -1) if mark + rest[:n] in vocabulary), 0)
        if not size:
            break
        found.append(vocabulary[mark + rest[:size]])
        mark = "##" if rest[size - 1].isalnum() and rest[size : size + 1].isalnum() else ""
        rest = rest[size:]
    return found or [vocabulary[UNKNOWN]]


def _plain(word: str) -> str:
    """Lower case without accents, apostrophes straight."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("’", "'")
