"""Subjects behind their verb: "…, said one of the people, who …", which the span finder may read as something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attribution.analysis.lexicon import words
from attribution.analysis.noun_phrases import core_of
from attribution.analysis.subjects import LONGEST_SUBJECT, are_people, is_subject, saying
from attribution.analysis.tokens import first_behind
from attribution.model import Attribution, Sentence, Span, Token

_CLOSES = frozenset({",", "”", '"', "’", "'", "-", "—", "–"})
"""What ends a clause in front of its tag."""
_FAR = 3
"""Tokens between a source and its verb in one clause, at most."""
_ENDS = frozenset({",", ".", ";", ":", "who", "”", '"'})
"""What ends a subject."""


def with_inverted_subject(found: Attribution, tokens: Sequence[Token], sentence: Sentence) -> Attribution:
    """An attribution with the subject behind its verb for a source, where the finder saw none, and a source that runs
    over such a tag ("The sale is off, said a banker, who" asked …) cut down to who is named in it.
    """
    row = tokens[sentence.first : sentence.last]
    if found.source is not None:
        within = _tag_inside(found.source, row) or _far_behind(found, row)
        if within is None:
            return found
        return replace(found, source=within, content=_told(found, within, row))
    subject = None if found.cue is None else _behind(found.cue, row)
    if subject is None:
        return found
    told = tuple(span for span in found.content if not subject.start <= span.start < subject.end)
    return found if any(span.shared(subject) for span in told) else replace(found, source=subject, content=told)


def _far_behind(found: Attribution, row: Sequence[Token]) -> Span | None:
    """The subject behind a tag whose source was read far in front of it: "The panel heard …, said the people", but not
    behind a clause that tells of the source: "An aide, who …, said the mayor was wrong".
    """
    source, cue = found.source, found.cue
    if source is None or cue is None:
        return None
    first, last = first_behind(source.end, row), first_behind(cue.start, row)
    is_told_of = [token.text for token in row[first : first + 2]] in ([",", "who"], [",", "whose"], [",", "which"])
    return _behind(cue, row) if last - first > _FAR and not is_told_of else None


def _told(found: Attribution, subject: Span, row: Sequence[Token]) -> tuple[Span, ...]:
    """The content without the subject; what stands in front of the tag where nothing else is left."""
    kept = tuple(span for span in found.content if not span.shared(subject))
    lead = [token for token in row if found.cue and token.end <= found.cue.start]
    return kept or ((Span(lead[0].start, lead[-1].end),) if lead and found.content else found.content)


def _behind(cue: Span, row: Sequence[Token]) -> Span | None:
    """The subject behind a verb that closes a clause: "…, said the people, who …", "…, insists Mr Hadi." """
    place = first_behind(cue.end, row)
    return _subject(row, place) if place >= 2 and _is_tag(row, place - 1) else None


def _tag_inside(source: Span, row: Sequence[Token]) -> Span | None:
    """The subject of a tag inside the words of a source."""
    inside = range(first_behind(source.start + 1, row), first_behind(source.end, row))
    return next((_subject(row, i + 1) for i in inside if _is_tag(row, i)), None)


def _is_tag(row: Sequence[Token], verb: int) -> bool:
    """Whether a verb of saying stands behind the end of a clause."""
    return row[verb].text in saying() and row[verb - 1].text in _CLOSES


def _subject(row: Sequence[Token], place: int) -> Span | None:
    """The words from a place on to the next mark, if they can be a subject."""
    end = place
    while end < len(row) and end - place < LONGEST_SUBJECT and row[end].text not in _ENDS:
        end += 1
    is_one = is_subject(row[place:end]) or _describes_people(row[place:end])
    return Span(row[place].start, row[end - 1].end) if is_one else None


def _describes_people(row: Sequence[Token]) -> bool:
    """Whether words are people with more that tells of them: "one former official with knowledge of the talks"."""
    core, _ = core_of([token.text for token in row]) if row else ([""], [])
    is_clause = not words("finite_verbs").isdisjoint(core)  # "said | she had told two managers of"
    return 1 < len(core) < len(row) and are_people(core[-1]) and not is_clause
