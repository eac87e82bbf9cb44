"""Credits: words that close with where they are from: a paragraph of quotations ("“…” [Reuters.]"), and a headline
("Norvik in talks to sell its camera unit: Nikkei", "Ferry strike to go on - union").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attribution.analysis.lexicon import words
from attribution.analysis.names import is_capitalised, known_outlets
from attribution.analysis.subjects import are_people
from attribution.model import Attribution, Quote, Sentence, Span, Token

_LONGEST_CREDIT = 5
_CONFIDENCE = 0.9
_MARKS = frozenset({":", "-", "–", "—"})
"""What stands between a headline and its credit."""
_CREDITED = frozenset({"report", "reports", "study", "poll", "survey", "police", "media", "union", "unions", "court"})
"""What a headline can be credited to, beside people and outlets."""
_SHORTEST_HEADLINE = 4
"""Words in front of the credit, at least."""
_OPENERS = words("subordinators") | words("noun_phrase_ends") | {"a", "no", "more", "your", "our"}
"""Words behind a headline's mark that go on with it: "Ferry strike: the workers"."""


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


def headline_credits(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Attribution]:
    """An attribution of each headline, or other paragraph without a closing mark, to whoever is named at its end."""
    for i, sentence in enumerate(sentences):
        row = tokens[sentence.first : sentence.last]
        neighbours = [sentences[k].paragraph for k in (i - 1, i + 1) if 0 <= k < len(sentences)]
        mark = max((k for k, token in enumerate(row) if token.text in _MARKS), default=0)
        behind = [token.text for token in row[mark + 1 :]]
        if mark >= _SHORTEST_HEADLINE and sentence.paragraph not in neighbours and _is_credit(row[mark].text, behind):
            cue, source = Span(row[mark].start, row[mark].end), Span(row[mark + 1].start, row[-1].end)
            yield Attribution(i, cue, source, (Span(row[0].start, row[mark - 1].end),), _CONFIDENCE)


def _is_credit(mark: str, row: Sequence[str]) -> bool:
    """Whether words behind a mark are a source: a web page's title, too, ends in a dash and the name of its outlet."""
    if not 0 < len(row) < _LONGEST_CREDIT:
        return False
    if known_outlets(()).named(" ".join(row)) is not None:
        return mark == ":" and is_capitalised(row[-1])
    return all(map(str.islower, row)) and (are_people(row[-1]) or row[-1] in _CREDITED) and row[0] not in _OPENERS


def _credit(row: Sequence[Token]) -> Span | None:
    """The name that stands in brackets and fills its sentence."""
    inner = [token for token in row if token.text not in "[]()."]
    bracketed = row[0].text in "[(" and row[-1].text in "])." and len(inner) <= _LONGEST_CREDIT
    if not bracketed or not inner or not all(is_capitalised(token.text) for token in inner):
        return None
    return Span(inner[0].start, inner[-1].end)
