"""Transcripts: paragraphs that open with their speaker's name in capitals and a colon ("WALLACE: Let us start …"), and
interviews printed as questions and answers ("Q: …", "A: …").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from attribution.model import Attribution, Sentence, Span, Token

_OFTEN = 2
_LONGEST_LABEL = 4
_SHORTEST_NAME = 3
_CONFIDENCE = 0.9
QUESTION, ANSWER = "Q", "A"
"""The labels of an interview: the story itself asks, and one person answers."""
_FIRST_PERSON = frozenset({"I", "me", "my", "My"})
"""Without these words questions and answers are the story's own: what it explains to its readers."""


class _Label(NamedTuple):
    """The label that opens a paragraph: the paragraph's first sentence and its end, the label's words as tokens and as
    text.
    """

    sentence: int
    end: int
    words: list[Token]
    name: str


def transcript_lines(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Attribution]:
    """An attribution for each paragraph that opens with a speaker's label which the story uses more than once, and for
    each answer of an interview, with the paragraphs up to the next question.
    """
    labels = list(_labels(tokens, sentences))
    often = Counter(label.name for label in labels)
    begins = [sentences[label.sentence].span.start for label in labels]
    is_interview = often[QUESTION] > 0 and _is_told_by_somebody(tokens, sentences, labels)
    for label, following in zip_longest(labels, begins[1:]):
        is_answer = label.name == ANSWER and is_interview
        is_speaker = label.name not in (QUESTION, ANSWER) and often[label.name] >= _OFTEN
        if not is_answer and not is_speaker:
            continue
        opening = sentences[label.sentence]
        colon = next(token for token in tokens[opening.first : opening.last] if token.text == ":")
        end = following - 1 if is_answer and following is not None else label.end
        if colon.end < end:
            source = Span(label.words[0].start, label.words[-1].end)
            cue, content = Span(colon.start, colon.end), Span(colon.end, end)
            yield Attribution(label.sentence, cue, source, (content,), _CONFIDENCE)


def _is_told_by_somebody(tokens: Sequence[Token], sentences: Sequence[Sentence], labels: Sequence[_Label]) -> bool:
    """Whether an answer says "I"."""
    answers = {sentences[label.sentence].paragraph for label in labels if label.name == ANSWER}
    said = (tokens[each.first : each.last] for each in sentences if each.paragraph in answers)
    return any(token.text in _FIRST_PERSON for row in said for token in row)


def questions(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> frozenset[int]:
    """The sentences of an interview's questions, which are the story's own."""
    labels = _labels(tokens, sentences)
    asked = {sentences[label.sentence].paragraph for label in labels if label.name == QUESTION}
    return frozenset(i for i, sentence in enumerate(sentences) if sentence.paragraph in asked)


def _labels(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[_Label]:
    """The label of each paragraph that opens with words in capitals and a colon."""
    for _, paragraph in groupby(enumerate(sentences), key=lambda each: each[1].paragraph):
        (i, sentence), *rest = paragraph
        found = _label(tokens[sentence.first : sentence.last])
        if found is not None:
            end = (rest[-1][1] if rest else sentence).span.end
            yield _Label(i, end, found, " ".join(token.text for token in found))


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
