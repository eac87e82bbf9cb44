"""Letters: what readers write, printed under a heading of its own, each letter signed by the line behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from attribution.analysis.names import is_capitalised, is_person, person_words
from attribution.model import Attribution, Sentence, Span, Token

_HEADINGS = frozenset(
    {"letters", "letters to the editor", "readers letters", "your letters", "your views", "facebook", "twitter"}
)
_ASKS = ("We asked",)
"""With what the newsroom introduces the answers of its readers."""
_LONGEST_NAME, _LONGEST_PLACE = 4, 5
"""Words of a signature, and of the line for where its writer lives."""
_FEWEST = 2
"""One name on a line of its own may be anything."""
_CONFIDENCE = 0.9


class _Line(NamedTuple):
    """A paragraph: its first sentence, its place in the text and its words without marks."""

    sentence: int
    span: Span
    words: list[str]


def letters(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Attribution]:
    """An attribution for each letter, from its first sentence on; its signature is source and cue at once."""
    lowered = text.lower()
    if not any(heading in lowered for heading in _HEADINGS):
        return
    lines = list(_lines(tokens, sentences))
    signed = list(_signed(text, lines))
    for first, last, signature in signed if len(signed) >= _FEWEST else ():
        content = Span(first.span.start, last.span.end)
        yield Attribution(first.sentence, signature, signature, (content,), _CONFIDENCE)


def is_signed(attribution: Attribution) -> bool:
    """Whether an attribution is that of a letter to whoever signed it."""
    return attribution.cue is not None and attribution.cue == attribution.source


def _lines(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[_Line]:
    for _, paragraph in groupby(enumerate(sentences), key=lambda each: each[1].paragraph):
        row = list(paragraph)
        (first, opening), (_, closing) = row[0], row[-1]
        words = [token.text for token in tokens[opening.first : closing.last] if any(map(str.isalnum, token.text))]
        yield _Line(first, Span(opening.span.start, closing.span.end), words)


def _signed(text: str, lines: Sequence[_Line]) -> Iterator[tuple[_Line, _Line, Span]]:
    """The first and the last line of each letter, and its signature."""
    in_section, letter, has_name = False, list[_Line](), False
    for line, following in zip_longest(lines, lines[1:]):
        is_heading = " ".join(line.words).lower() in _HEADINGS
        is_signature = bool(letter) and _is_signature(text, line)
        if is_signature:
            yield letter[0], letter[-1], line.span
        is_place = has_name and _is_place(line) and (following is None or not _is_signature(text, following))
        if is_heading or is_signature or is_place:
            letter = []
        elif in_section and not line.span.of(text).startswith(_ASKS):
            letter.append(line)
        in_section = in_section or is_heading
        has_name = is_signature


def _is_signature(text: str, line: _Line) -> bool:
    """Whether a line is a person's name or a handle, and nothing else."""
    if line.span.of(text).startswith("@"):
        return " " not in line.span.of(text)
    name = person_words(line.words)
    return (
        len(line.words) <= _LONGEST_NAME
        and len(name) == len(line.words) > 1
        and is_person(name, after_title=False, after_the=False)
    )


def _is_place(line: _Line) -> bool:
    """Whether a line behind a signature can tell where the writer lives: "Rhinelander, Wis.". A short letter looks like
    one too, but is signed.
    """
    return len(line.words) <= _LONGEST_PLACE and all(map(is_capitalised, line.words))
