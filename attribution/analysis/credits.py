"""Credit lines: a paragraph of somebody else's words that closes with where they are from: "“…” [Reuters.]"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attribution.analysis.names import is_capitalised
from attribution.model import Attribution, Quote, Sentence, Span, Token

_LONGEST_CREDIT = 5
_CONFIDENCE = 0.9


def credit_lines(
    tokens: Sequence[Token], sentences: Sequence[Sentence], quotes: Sequence[Quote]
) -> Iterator[Attribution]:
    """An attribution of a paragraph's quotations to the name in brackets that closes the paragraph."""
    first = 0
    for i, sentence in enumerate(sentences):
        if i + 1 < len(sentences) and sentences[i + 1].paragraph == sentence.paragraph:
            continue
        paragraph = Span(sentences[first].span.start, sentence.span.end)
        first = i + 1
        row = tokens[sentence.first : sentence.last]
        name = _credit(row)
        quoted = tuple(quote.span for quote in quotes if paragraph.contains(quote.span))
        if name and quoted:
            yield Attribution(i, Span(row[0].start, row[0].end), name, quoted, _CONFIDENCE)


def _credit(row: Sequence[Token]) -> Span | None:
    """The name that stands in brackets and fills its sentence."""
    inner = [token for token in row if token.text not in "[]()."]
    bracketed = row[0].text in "[(" and row[-1].text in "])." and len(inner) <= _LONGEST_CREDIT
    if not bracketed or not inner or not all(is_capitalised(token.text) for token in inner):
        return None
    return Span(inner[0].start, inner[-1].end)
