"""Transcripts: paragraphs that open with their speaker's name in capitals and a colon ("WALLACE: Let us start …"), and
interviews printed as questions and answers ("Q: …", "A: …").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from attribution.model import Attribution, Sentence, Span, Token

_OFTEN = 2
_LONGEST_LABEL = 4
_SHORTEST_NAME = 3
_CONFIDENCE = 0.9
QUESTION, ANSWER = "Q", "A"
"""The labels of an interview: the story itself asks, and one person answers."""


def transcript_lines(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Attribution]:
    """An attribution for each paragraph that opens with a speaker's label which the story uses more than once, and for
    each answer of an interview, with the paragraphs up to the next question.
    """
    labels = list(_labels(tokens, sentences))
    often = Counter(name for _, _, _, name in labels)
    begins = [sentences[i].span.start for i, _, _, _ in labels]
    for (i, end, label, name), following in zip_longest(labels, begins[1:]):
        is_answer = name == ANSWER and often[QUESTION] > 0
        if name == QUESTION or not (is_answer or (often[name] >= _OFTEN and name != ANSWER)):
            continue
        colon = next(token for token in tokens[sentences[i].first : sentences[i].last] if token.text == ":")
        last = following - 1 if is_answer and following is not None else end
        if colon.end < last:
            source = Span(label[0].start, label[-1].end)
            yield Attribution(i, Span(colon.start, colon.end), source, (Span(colon.end, last),), _CONFIDENCE)


def questions(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> frozenset[int]:
    """The sentences of an interview's questions, which are the story's own."""
    asked = {sentences[i].paragraph for i, _, _, name in _labels(tokens, sentences) if name == QUESTION}
    return frozenset(i for i, sentence in enumerate(sentences) if sentence.paragraph in asked)


def _labels(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, list[Token], str]]:
    """The first sentence of each paragraph that opens with words in capitals and a colon, where the paragraph ends, and
    those words, as tokens and as text.
    """
    for _, paragraph in groupby(enumerate(sentences), key=lambda each: each[1].paragraph):
        (i, sentence), *rest = paragraph
        label = _label(tokens[sentence.first : sentence.last])
        if label is not None:
            yield i, (rest[-1][1] if rest else sentence).span.end, label, " ".join(token.text for token in label)


def _label(row: Sequence[Token]) -> list[Token] | None:
    label: list[Token] = []
    for token in row[: _LONGEST_LABEL + 2]:
        if token.text == ":":
            is_name = sum(len(each.text) for each in label) >= _SHORTEST_NAME
            return label if is_name or [each.text for each in label] in ([QUESTION], [ANSWER]) else None
        if token.text.isalpha() and token.text.isupper():
            label.append(token)
        elif token.text not in ('"', "“"):
            return None
    return None
