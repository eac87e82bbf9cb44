"""Reaching: the sentences beside its own that the content of an attribution covers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attribution.analysis.quotes import is_quoted, quoted_length
from attribution.model import Attribution, Quote, Sentence, Span

_COVERED = 0.5
"""A sentence is the source's word when more than so much of it is content."""


def reached(attribution: Attribution, sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> list[int]:
    """The other sentences into which the content of an attribution reaches: those before it only as a quotation."""
    home = attribution.sentence
    over = [span for span in attribution.content if _runs_over(span, sentences[home].span, quotes)]
    if not over:
        return []
    first = bisect_right(sentences, min(span.start for span in over), key=lambda each: each.span.end)
    last = bisect_left(sentences, max(span.end for span in over), key=lambda each: each.span.start)
    near = (i for i in range(first, last) if i != home and _covers(over, sentences[i].span))
    return [i for i in near if i > home or quoted_length(quotes, sentences[i].span)]


def _runs_over(content: Span, home: Span, quotes: Sequence[Quote]) -> bool:
    """Whether a content leaves its cue's sentence and is tied to it: it begins or ends there, or is quoted."""
    return not home.contains(content) and (content.shared(home) > 0 or is_quoted(quotes, content))


def _covers(contents: Sequence[Span], place: Span) -> bool:
    return sum(map(place.shared, contents)) > _COVERED * len(place)
