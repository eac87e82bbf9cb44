"""The voices of a story as the score weighs them: whose statements count, and how much each source can matter."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from attribution.analysis.lexicon import words
from attribution.handling import UNHANDLED, Handling, handling
from attribution.model import UNNAMED, Analysis, Kind, Role, Source, Statement, Story, Tag

ATTRIBUTED = frozenset({Tag.ANONYMOUS, Tag.OUTLET, Tag.RECORD})
"""A refusal to comment is nobody's word, and the story's own voice is no source."""
IDENTIFIED = 0.6
"""Up to this level of identification a person stays unidentified: organisation, role and basis, but no name."""
_PEOPLE = UNNAMED | {Kind.PERSON, Kind.OUTLET}
"""Behind an outlet stands, below the level, a person whom that outlet does not name."""
_HEAVIEST = 2.0
"""A source gains no further influence after four statements."""
_REAL_GROUPS = frozenset({"people", "insiders"})
"""Loose words that news copy also uses for people to whom a reporter has spoken."""
_HEAD_END = re.compile(r",|\b(?:of|in|at|on|for|from|with|within|inside|among|to|by|who|that|close|familiar|briefed)\b")


@dataclass(frozen=True, slots=True)
class Voice:
    """A source, or one sentence of a loose group such as "critics", with its weight in the score."""

    source: Source
    statements: tuple[int, ...]
    """Indices of the attributed statements of the story's body that rest on it."""
    weight: float
    """Square root of the number of statements, at most 2."""
    group: str
    """Voices of one group are not independent: one employer, or one person."""
    handling: Handling | None
    """None for an identified source."""


def attributed(story: Story, analysis: Analysis) -> tuple[Statement, ...]:
    """The statements of the story's body, headings left out, that rest on somebody's word."""
    return tuple(each for each in analysis.statements if _counts(story, each))


def voices(story: Story, analysis: Analysis) -> tuple[Voice, ...]:
    """Every source with attributed statements; each sentence of a pseudo-source is a voice of its own."""
    return tuple(voice for source in analysis.sources for voice in _voices_of(source, story, analysis))


def _voices_of(source: Source, story: Story, analysis: Analysis) -> Iterator[Voice]:
    places = tuple(sorted(index for index in source.statements if _counts(story, analysis.statements[index])))
    if _is_pseudo(source):
        for place in places:
            yield Voice(source, (place,), 1.0, source.id, UNHANDLED)
    elif places:
        unidentified = source.kind in _PEOPLE and source.identification <= IDENTIFIED
        handled = handling(source, story, analysis) if unidentified else None
        yield Voice(source, places, min(_HEAVIEST, math.sqrt(len(places))), _group(source), handled)


def _counts(story: Story, statement: Statement) -> bool:
    paragraph = story.paragraphs[statement.sentence.paragraph]
    return statement.tag in ATTRIBUTED and paragraph.role is Role.BODY


def _is_pseudo(source: Source) -> bool:
    """Whether nobody in particular speaks: "critics", "some", "reportedly", "local media"."""
    if source.identification > 0.0:
        return False
    if source.kind is Kind.OUTLET:
        return source.name is None
    return source.kind is Kind.UNNAMED_GROUP and _head(source.description) in words("weasel_heads") - _REAL_GROUPS


def _head(description: str) -> str:
    """The noun of a description: "critics" of "the fiercest critics of the plan"."""
    phrase = _HEAD_END.split(description.lower(), maxsplit=1)[0].split()
    return phrase[-1] if phrase else ""


def _group(source: Source) -> str:
    body = source.affiliation or (source.name if source.kind is Kind.ORGANIZATION else None)
    return body.casefold().removeprefix("the ") if body else source.id
