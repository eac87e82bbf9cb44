"""Introductions: a sentence that ends its paragraph with a colon, and the quotation or the list that it introduces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attribution.analysis.decisions import Decision, Ground
from attribution.model import Sentence, Tag

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def introduced_by(text: str, sentences: Sequence[Sentence]) -> dict[int, int]:
    """For each sentence that another introduces, the index of that other.

    "A memo said:" introduces the paragraph behind it, "three findings:" three, and a list goes on while its items end
    with a semicolon.
    """
    found: dict[int, int] = {}
    for i, sentence in enumerate(sentences[:-1]):
        k = i + 1
        if not sentence.span.of(text).endswith(":") or sentences[k].paragraph == sentence.paragraph:
            continue
        left = _announced(sentence.span.of(text))
        while k < len(sentences) and left:
            found[k] = i
            ends = k + 1 == len(sentences) or sentences[k + 1].paragraph > sentences[k].paragraph
            if ends and not sentences[k].span.of(text).endswith(";"):
                left -= 1
            k += 1
    return found


def _announced(introduction: str) -> int:
    """How many paragraphs an introduction announces: "three other findings:"."""
    last = introduction.lower().rstrip(":").split()[-4:]
    return next((_NUMBERS.index(word) + 1 for word in last if word in _NUMBERS), 1)


def told_of(found: Sequence[Decision], by: int | None) -> Decision | None:
    """The decision of what a sentence with a colon introduces, if it tells whose word follows."""
    main = None if by is None else found[by].main
    if main is None or main.tag in (Tag.BACKGROUND, Tag.NO_COMMENT):
        return None
    return Decision(replace(main, ground=Ground.INTRODUCED, carried=True, attribution=None))


def introducing(decision: Decision) -> Decision:
    """The decision of a sentence with a colon: plain, if it tells whose word follows."""
    if decision.main.tag in (Tag.BACKGROUND, Tag.NO_COMMENT):
        return decision
    return replace(decision, main=replace(decision.main, ground=Ground.INTRODUCED))
