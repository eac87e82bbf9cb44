"""What the span finder sees of each token: words, shapes, word lists, quotation state and the nearest cue word.

One sequence is one paragraph. Features of a word alone are computed once per word and kept, since news repeats itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from attribution.analysis.lexicon import verb_forms, words
from attribution.model import Token

_FAR = 9
_KNOWN_WORDS = 50_000

Features = list[str]


def paragraph_features(tokens: Sequence[Token], quote_states: str, sentence_ends: frozenset[int]) -> list[Features]:
    """The features of the tokens of one paragraph.

    `quote_states` holds a letter a token (B begins, I inside, E ends a quotation, O outside); `sentence_ends` the
    indices one past the last token of each sentence.
    """
    lowered = [token.text.lower() for token in tokens]
    size = len(tokens)
    before = [_near(word, "-1") for word in lowered]
    after = [_near(word, "+1") for word in lowered]
    rows = [[*_own(token.text)] for token in tokens]
    signs = _signatures(lowered, quote_states, sentence_ends)
    cues = _cue_distances(lowered)
    for i, row in enumerate(rows):
        previous = lowered[i - 1] if i else "^"
        following = lowered[i + 1] if i + 1 < size else "$"
        row += before[i - 1] if i else ("first",)
        row += after[i + 1] if i + 1 < size else ("last",)
        row.append("-2=" + (lowered[i - 2] if i > 1 else "^"))
        row.append("+2=" + (lowered[i + 2] if i + 2 < size else "$"))
        row.append(f"b={previous} {lowered[i]}")
        row.append(f"c={lowered[i]} {following}")
        row.append(f"q={quote_states[max(i - 1, 0) : i + 2]}")
        row += signs[i]
        row += cues[i]
    return rows


@lru_cache(_KNOWN_WORDS)
def _own(text: str) -> tuple[str, ...]:
    """Features of a token by itself."""
    word = text.lower()
    return ("w=" + word, "s=" + _shape(text), "p=" + word[:3], "e=" + word[-3:], "f=" + word[-2:], *_classes(word, ""))


@lru_cache(_KNOWN_WORDS)
def _near(word: str, place: str) -> tuple[str, ...]:
    """Features of the neighbour at `place`."""
    return (place + "=" + word, place + "e=" + word[-2:], *_classes(word, place))


@cache
def _lists() -> tuple[tuple[str, frozenset[str]], ...]:
    return (
        ("say", frozenset(verb_forms("speech_verbs"))),
        ("think", frozenset(verb_forms("belief_verbs"))),
        ("show", frozenset(verb_forms("evidence_verbs"))),
        ("noun", words("attribution_nouns")),
        ("title", words("titles")),
        ("body", words("organization_words")),
    )


def _classes(word: str, place: str) -> list[str]:
    """The word lists that hold a word."""
    return [f"{place}l={name}" for name, members in _lists() if word in members]


def _shape(text: str) -> str:
    """Capitals, digits and the rest, in three letters at most."""
    if text.isupper():
        return "AA" if len(text) > 1 else "A"
    if text[0].isupper():
        return "Aa"
    if text[0].isdigit():
        return "0"
    return "a" if text[0].isalpha() else text[0]


def _signatures(lowered: list[str], states: str, ends: frozenset[int]) -> list[Features]:
    """For each token, what its sentence is like and where in it the token stands."""
    cue_words = _cue_words()
    rows: list[Features] = []
    start = 0
    for end in sorted(ends):
        sentence = lowered[start:end]
        cues = min(3, sum(word in cue_words for word in sentence))
        quoted = states[start:end]
        sign = f"sig={'q' if 'B' in quoted else '-'}{cues}{'i' if quoted[:1] in ('I', 'E') else '-'}"
        rows += [[sign, f"at={min(i, 3)}"] for i in range(end - start)]
        start = end
    return rows


@cache
def _cue_words() -> frozenset[str]:
    return frozenset(verb_forms("speech_verbs")) | {"according"}


def _cue_distances(lowered: list[str]) -> list[Features]:
    """For each token, the nearest cue word on either side and how far it is, in tokens and in clauses."""
    rows: list[Features] = [[] for _ in lowered]
    for places, side in ((range(len(lowered)), "<"), (range(len(lowered) - 1, -1, -1), ">")):
        cue, following, distance, clauses = "", "", 0, 0
        for i in places:
            if cue:
                distance += 1
                rows[i] += _distance(side, cue, following, min(distance, _FAR), min(clauses, 3))
            if lowered[i] in _cue_words():
                cue, distance, clauses = lowered[i], 0, 0
                following = lowered[i + 1] if i + 1 < len(lowered) else "$"
            elif lowered[i] in (",", ";", ":", "—"):
                clauses += 1
    return rows


@lru_cache(_KNOWN_WORDS)
def _distance(side: str, cue: str, following: str, distance: int, clauses: int) -> tuple[str, ...]:
    near = min(distance, 3)
    return (f"{side}{distance}", f"{side}c{clauses}", f"{side}{cue}", f"{side}{cue}{near}", f"{side}{following}{near}")
