"""Transcripts: paragraphs that open with their speaker's name in capitals and a colon ("WALLACE: Let us start …")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attribution.model import Attribution, Sentence, Span, Token

_LONGEST_LABEL = 4
_SHORTEST_NAME = 3
_CONFIDENCE = 0.9


def transcript_lines(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Attribution]:
    """An attribution for each paragraph that opens with a speaker's label which the story uses more than once."""
    labels = [(i, label) for i, label in _labels(tokens, sentences) if label is not None]
    often = Counter(" ".join(token.text for token in label) for _, label in labels)
    for i, label in labels:
        if often[" ".join(token.text for token in label)] < 2:
            continue
        end = max(each.span.end for each in sentences if each.paragraph == sentences[i].paragraph)
        source = Span(label[0].start, label[-1].end)
        colon = next(token for token in tokens[sentences[i].first :] if token.text == ":")
        if colon.end < end:
            yield Attribution(i, Span(colon.start, colon.end), source, (Span(colon.end, end),), _CONFIDENCE)


def _labels(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[tuple[int, list[Token] | None]]:
    """For each first sentence of a paragraph, the words in capitals before its colon."""
    before = -1
    for i, sentence in enumerate(sentences):
        if sentence.paragraph != before:
            yield i, _label(tokens[sentence.first : sentence.last])
        before = sentence.paragraph


def _label(row: Sequence[Token]) -> list[Token] | None:
    label: list[Token] = []
    for token in row[: _LONGEST_LABEL + 2]:
        if token.text == ":":
            return label if sum(len(each.text) for each in label) >= _SHORTEST_NAME else None
        if token.text.isalpha() and token.text.isupper():
            label.append(token)
        elif token.text not in ('"', "“"):
            return None
    return None
