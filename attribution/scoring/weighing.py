"""The voices of a story as the score weighs them: whose statements count, and how much each source can matter."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from attribution.facts import Facts
from attribution.facts.hedges import Hedging
from attribution.facts.unnamed import is_loose
from attribution.handling import UNHANDLED, Handling, handling
from attribution.model import ATTRIBUTED, UNNAMED, Kind, Source, Tag

IDENTIFIED = 0.6
"""Up to this level of identification a person stays unidentified: organisation, role and basis, but no name."""
_PEOPLE = UNNAMED | {Kind.PERSON, Kind.OUTLET}
"""Behind an outlet stands, below the level, a person whom that outlet does not name."""
_HEAVIEST = 2.0
"""A source gains no further influence after four statements."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source, or one sentence of nobody in particular: "critics", "reportedly", "it is understood"."""

    source: str | None
    """Id of the source; None when the sentence has none."""
    statements: tuple[int, ...]
    """Indices of the statements of the story's body that rest on it."""
    identification: float
    first_hand: float
    weight: float
    """Square root of the number of statements, at most 2."""
    group: str
    """Voices of one group are not independent: one employer, or one person."""
    handling: Handling | None
    """None for an identified source."""


def attributed(facts: Facts) -> tuple[int, ...]:
    """The statements of the body that rest on somebody's word, be it nobody's in particular."""
    hidden = _hidden(facts)
    return tuple(i for i in facts.page.body if facts.page.statements[i].tag in ATTRIBUTED or i in hidden)


def voices(facts: Facts, misused: frozenset[str] = frozenset()) -> tuple[Voice, ...]:
    """Every source with attributed statements; each sentence of nobody in particular is a voice of its own.

    `misused` are the ids of the sources whose anonymity serves an opinion or an attack.
    """
    nobody = frozenset(_hidden(facts)) | frozenset(_without_source(facts))
    counting = frozenset(i for i in facts.page.body if i not in nobody and facts.page.statements[i].tag in ATTRIBUTED)
    found = [voice for source in facts.analysis.sources for voice in _voices_of(source, facts, counting, misused)]
    return (*found, *(_nobody(None, i) for i in sorted(nobody)))


def _voices_of(source: Source, facts: Facts, counting: frozenset[int], misused: frozenset[str]) -> Iterator[Voice]:
    """`counting` are the statements that rest on somebody in particular."""
    places = tuple(sorted(counting.intersection(source.statements)))
    if _is_pseudo(source):
        yield from (_nobody(source.id, place) for place in places)
    elif places:
        yield Voice(
            source=source.id,
            statements=places,
            identification=source.identification,
            first_hand=source.first_hand,
            weight=min(_HEAVIEST, math.sqrt(len(places))),
            group=_group(source),
            handling=_handling(source, facts, misused),
        )


def _handling(source: Source, facts: Facts, misused: frozenset[str]) -> Handling | None:
    if source.kind not in _PEOPLE or source.identification > IDENTIFIED:
        return None
    handled = handling(source, facts.story, facts.analysis)
    return replace(handled, misuse=1.0) if source.id in misused else handled


def _nobody(source: str | None, place: int) -> Voice:
    return Voice(source, (place,), 0.0, 0.0, 1.0, f"{source or 'nobody'} {place}", UNHANDLED)


def _hidden(facts: Facts) -> frozenset[int]:
    """Statements in the story's voice that an impersonal passive passes on: "it is understood that …"."""
    return frozenset(
        hedge.statement
        for hedge in facts.hedges
        if hedge.hedging is Hedging.AGENTLESS
        and not hedge.is_sourced
        and facts.page.statements[hedge.statement].tag is Tag.BACKGROUND
    )


def _without_source(facts: Facts) -> Iterator[int]:
    """Statements on hearsay, and those for which an outlet offers itself as its source."""
    page = facts.page
    for i in page.body:
        statement, source = page.statements[i], page.source(i)
        hearsay = statement.tag is Tag.OUTLET and statement.source is None
        if hearsay or (statement.tag is Tag.ANONYMOUS and source is not None and source.kind is Kind.OUTLET):
            yield i


def _is_pseudo(source: Source) -> bool:
    """Whether nobody in particular speaks: "critics", "some", "local media"."""
    if source.identification > 0.0:
        return False
    return source.name is None if source.kind is Kind.OUTLET else is_loose(source)


def _group(source: Source) -> str:
    body = source.affiliation or (source.name if source.kind is Kind.ORGANIZATION else None)
    return body.casefold().removeprefix("the ") if body else source.id
