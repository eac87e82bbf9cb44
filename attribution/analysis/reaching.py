"""Reaching: the sentences beside its own that the content of an attribution covers."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.analysis.quotes import is_quoted, quoted_length
from attribution.model import Attribution, Quote, Sentence, Span

_BACK, _ON = 3, 7
"""A content is looked for in so many sentences before and behind that of its cue."""
_COVERED = 0.5
"""A sentence is the source's word when more than so much of it is content."""


def reached(attribution: Attribution, sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> list[int]:
    """The other sentences into which the content of an attribution reaches: those before it only as a quotation."""
    home = attribution.sentence
    over = [span for span in attribution.content if _runs_over(span, sentences[home].span, quotes)]
    near = range(max(0, home - _BACK), min(home + _ON, len(sentences))) if over else range(0)
    return [
        i
        for i in near
        if i != home and _covers(over, sentences[i].span) and (i > home or _has_quotation(sentences[i], quotes))
    ]


def _runs_over(content: Span, home: Span, quotes: Sequence[Quote]) -> bool:
    """Whether a content leaves its cue's sentence and is tied to it: it begins or ends there, or is quoted."""
    return not home.contains(content) and (content.shared(home) > 0 or is_quoted(quotes, content))


def _covers(contents: Sequence[Span], place: Span) -> bool:
    return sum(map(place.shared, contents)) > _COVERED * len(place)


def _has_quotation(sentence: Sentence, quotes: Sequence[Quote]) -> bool:
    return quoted_length(quotes, sentence.span) > 0
