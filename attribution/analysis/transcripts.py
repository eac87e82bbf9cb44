"""Transcripts: paragraphs that open with their speaker's name in capitals and a colon ("WALLACE: Let us start …")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from attribution.model import Attribution, Sentence, Span, Token

_LONGEST_LABEL = 4
_SHORTEST_NAME = 3
_CONFIDENCE = 0.9


def transcript_lines(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Attribution]:
    """An attribution for each paragraph that opens with a speaker's label which the story uses more than once."""
    labels = list(_labels(tokens, sentences))
    often = Counter(" ".join(token.text for token in label) for _, _, label in labels)
    for i, end, label in labels:
        if often[" ".join(token.text for token in label)] < 2:
            continue
        source = Span(label[0].start, label[-1].end)
        colon = next(token for token in tokens[sentences[i].first : sentences[i].last] if token.text == ":")
        if colon.end < end:
            yield Attribution(i, Span(colon.start, colon.end), source, (Span(colon.end, end),), _CONFIDENCE)


def _labels(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, list[Token]]]:
    """The first sentence of each paragraph that opens with words in capitals and a colon, where the paragraph ends, and
    those words.
    """
    for _, paragraph in groupby(enumerate(sentences), key=lambda each: each[1].paragraph):
        (i, sentence), *rest = paragraph
        label = _label(tokens[sentence.first : sentence.last])
        if label is not None:
            yield i, (rest[-1][1] if rest else sentence).span.end, label


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
