"""The learned part: which words name a source, which are the cue, which are the content.

The interface is tokens in, labels and scores out; a linear-chain CRF trained on PolNeAR stands behind it
(MODEL_CARD.md says how well it does and what it cannot do).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from attribution.analysis.features import paragraph_features
from attribution.model import Quote, Sentence, Token

SOURCE, CUE, CONTENT = "S", "Q", "C"
MODEL = Path(__file__).with_name("spans.crfsuite")

_LONGEST = 3
"""Sentences of a paragraph that are labelled together."""


class Labelled(NamedTuple):
    """A run of tokens with one label: the half-open range of token indices, and the mean marginal of the label."""

    label: str
    first: int
    last: int
    probability: float


def quote_states(tokens: Sequence[Token], quotes: Sequence[Quote]) -> str:
    """A letter a token: B and E for the first and last token of a quotation, I inside it, O outside."""
    states = ["O"] * len(tokens)
    index = 0
    for quote in quotes:
        while index < len(tokens) and tokens[index].start < quote.span.start:
            index += 1
        first = index
        while index < len(tokens) and tokens[index].start < quote.span.end:
            states[index] = "I"
            index += 1
        if index > first:
            states[first] = "I" if quote.continues else "B"
            states[index - 1] = "E"
    return "".join(states)


def paragraph_ranges(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, frozenset[int]]]:
    """For each paragraph its half-open token range and the sentence ends in it, counted from its first token.

    A paragraph longer than news paragraphs are is cut, since the model learned from short ones.
    """
    start = 0
    for i, sentence in enumerate(sentences):
        ends = i + 1 == len(sentences) or sentences[i + 1].paragraph != sentence.paragraph
        if ends or i + 1 - start >= _LONGEST:
            first = sentences[start].first
            yield first, sentence.last, frozenset(each.last - first for each in sentences[start : i + 1])
            start = i + 1


def find_spans(tokens: Sequence[Token], sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> tuple[Labelled, ...]:
    """The source, cue and content spans of a story in order of place."""
    states = quote_states(tokens, quotes)
    tagger = _tagger()
    found: list[Labelled] = []
    for first, last, ends in paragraph_ranges(sentences):
        tagger.set(paragraph_features(tokens[first:last], states[first:last], ends))
        labels = tagger.tag()
        found.extend(_runs(labels, first, tagger))
    return tuple(found)


def _runs(labels: Sequence[str], offset: int, tagger: pycrfsuite.Tagger) -> Iterator[Labelled]:
    """Labels as runs; the first letter of a label begins (B) or goes on with (I) a run."""
    start = 0
    for i in range(1, len(labels) + 1):
        if i < len(labels) and labels[i][0] == "I" and labels[i][-1] == labels[start][-1]:
            continue
        if i < len(labels) and labels[i] == "O" and labels[start] == "O":
            continue
        if labels[start] != "O":
            probability = sum(tagger.marginal(labels[k], k) for k in range(start, i)) / (i - start)
            yield Labelled(labels[start][-1], offset + start, offset + i, probability)
        start = i


@cache
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    return tagger
