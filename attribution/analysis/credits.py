"""Credits: words that close with where they are from: a paragraph of quotations ("“…” [Reuters.]"), and a headline
("Norvik in talks to sell its camera unit: Nikkei", "Ferry strike to go on - union").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attribution.analysis.lexicon import words
from attribution.analysis.names import Outlets, is_capitalised
from attribution.analysis.quotes import overlapping
from attribution.analysis.subjects import are_people
from attribution.model import Attribution, Quote, Sentence, Span, Token

_LONGEST_CREDIT = 5
_CONFIDENCE = 0.9
_MARKS = frozenset({":", "-", "–", "—"})
"""What stands between a headline and its credit."""
_CREDITED = frozenset({"report", "reports", "study", "poll", "survey", "police", "media", "union", "unions", "court"})
"""What a headline can be credited to, beside people and outlets."""
_OPENING = frozenset({"Report", "Reports", "Sources"})
"""What a headline opens with before its colon when it is another's."""
_SHORTEST_HEADLINE = 4
"""Words in front of the credit, at least."""
_OPENERS = words("subordinators", "noun_phrase_ends") | {"a", "no", "more", "your", "our"}
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
        quoted = tuple(quote.span for quote in overlapping(quotes, paragraph)) if name else ()
        if name and quoted:
            yield Attribution(i, Span(row[0].start, row[0].end), name, quoted, _CONFIDENCE)


def headline_credits(tokens: Sequence[Token], sentences: Sequence[Sentence], outlets: Outlets) -> Iterator[Attribution]:
    """An attribution of each headline, or other paragraph without a closing mark, to whoever is named at its end, or to
    the report that it opens with.
    """
    for i, sentence in enumerate(sentences):
        row = tokens[sentence.first : sentence.last]
        neighbours = [sentences[k].paragraph for k in (i - 1, i + 1) if 0 <= k < len(sentences)]
        is_headline = sentence.paragraph not in neighbours and len(row) > _SHORTEST_HEADLINE
        found = _credited(row, outlets) if is_headline else None
        if found is not None:
            cue, source, told = found
            yield Attribution(i, cue, source, (told,), _CONFIDENCE)


def _credited(row: Sequence[Token], outlets: Outlets) -> tuple[Span, Span, Span] | None:
    """The mark, the source and the rest of a headline."""
    mark = max((k for k, token in enumerate(row) if token.text in _MARKS), default=0)
    credit = [token.text for token in row[mark + 1 :]]
    if mark >= _SHORTEST_HEADLINE and _is_credit(row[mark].text, credit, outlets):
        return _span(row[mark : mark + 1]), _span(row[mark + 1 :]), _span(row[:mark])
    if row[1].text == ":" and row[0].text in _OPENING:
        return _span(row[1:2]), _span(row[:1]), _span(row[2:])
    return None


def _span(row: Sequence[Token]) -> Span:
    return Span(row[0].start, row[-1].end)


def _is_credit(mark: str, row: Sequence[str], outlets: Outlets) -> bool:
    """Whether words behind a mark are a source: a web page's title, too, ends in a dash and the name of its outlet."""
    if not 0 < len(row) < _LONGEST_CREDIT:
        return False
    if outlets.named(" ".join(row)) is not None:
        return mark == ":" and is_capitalised(row[-1])
    if mark == ":" and len(row) == 1 and row[0].istitle():
        return _is_credited(row[0].lower())
    return all(map(str.islower, row)) and _is_credited(row[-1]) and row[0] not in _OPENERS


def _is_credited(noun: str) -> bool:
    return are_people(noun) or noun in _CREDITED


def _credit(row: Sequence[Token]) -> Span | None:
    """The name that stands in brackets and fills its sentence."""
    inner = [token for token in row if token.text not in "[]()."]
    bracketed = row[0].text in "[(" and row[-1].text in "])." and len(inner) <= _LONGEST_CREDIT
    if not bracketed or not inner or not all(is_capitalised(token.text) for token in inner):
        return None
    return Span(inner[0].start, inner[-1].end)
