"""Asides: a silence that is only part of what its sentence tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attribution.analysis.anonymity import request
from attribution.analysis.governing import coverage
from attribution.analysis.quotes import is_inside, overlapping
from attribution.model import Attribution, Quote, Sentence, Span

_OPENS = r"(?:although|though|while|even\s+as)\b[^,]*$"
_CLAUSE = re.compile(rf",\s*(?:(who|which)\b[^,]*$|{_OPENS})", re.IGNORECASE)
_FIRST = re.compile(_OPENS, re.IGNORECASE)
_GOES_ON = re.compile(r"[^,]{0,60},\s*\w")
_LEAD = 24
"""Code points in front of the last words of a quoted answer."""
_REFUSAL = re.compile(r"comment|nothing\s+(?:further|more|else)", re.IGNORECASE)
_ANSWER = 15
"""Characters of silence itself, at most: what is longer answers."""


def is_aside(
    text: str, sentence: Sentence, silence: Span, quotes: Sequence[Quote], speech: Sequence[Attribution]
) -> bool:
    """Whether a silence is a lesser part of its sentence: a relative clause ("Norton, which declined to comment,
    returned …"), a clause beside speech ("said it would fall, although he would not say by how much"), brackets, or the
    last words of an answer that is quoted ("we have no further comment"). `speech` is what else the sentence reports.
    """
    lead = text[sentence.span.start : silence.start]
    behind = text[silence.end : sentence.span.end]
    clause = _CLAUSE.search(lead)
    if clause and (speech or (clause[1] and _GOES_ON.match(behind))):
        return True
    if (_FIRST.match(lead) and "," in behind) or _is_in_brackets(lead, behind):
        return True
    return is_inside(quotes, silence) and any(
        silence.start - span.start > _LEAD for each in speech for span in each.content if span.shared(silence)
    )


def _is_in_brackets(lead: str, behind: str) -> bool:
    """Whether a silence stands in brackets inside its sentence; a whole sentence in brackets is none the less one."""
    opened = lead.rfind("(")
    return opened > lead.rfind(")") and ")" in behind and any(map(str.isalnum, lead[:opened]))


def goes_on(sentence: Sentence, silence: Span, quotes: Sequence[Quote]) -> bool:
    """Whether a silence stands in a quotation that began before its sentence: an answer's last words."""
    here = overlapping(quotes, silence)
    return any(quote.span.contains(silence) and quote.span.start < sentence.span.start for quote in here)


def is_told(text: str, silence: Span, quotes: Sequence[Quote]) -> bool:
    """Whether a silence is what somebody tells in a quotation ("I wouldn't say we were robbed"): no answer to the
    press, which is given with the word itself ("we are not able to comment") or by adding nothing.
    """
    return _REFUSAL.search(silence.of(text)) is None and is_inside(quotes, silence)


def is_reason(text: str, sentence: Sentence, silence: Span) -> bool:
    """Whether words only say why somebody is not named: "because the firm does not comment on its clients"."""
    asking = request(text, sentence.span)
    return asking is not None and asking.reason is not None and asking.reason.shared(silence) > 0


def speaks_beside(text: str, attribution: Attribution, silence: Span, sentence: Sentence) -> bool:
    """Whether an attribution has a content apart from the silence: beside it, or before the "and" that joins them."""
    is_joined = text[sentence.span.start : silence.start].rstrip().endswith((" and", " but"))
    apart = (
        Span(span.start, silence.start) if is_joined and span.start < silence.start < span.end else span
        for span in attribution.content
        if is_joined or not span.shared(silence)
    )
    return any(len(span) > _ANSWER for span in apart) and coverage(attribution, sentence) > 0.2
