"""The sources of two versions: who was gained, who was lost, and what the story tells about the others now.

A source is known by its name. Where one side has none, the words that describe it and the statements that rest on it
decide; two different names are never one source.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from attribution.comparison.pairing import Match, best, in_order
from attribution.comparison.statements import ComparedStatement, partners
from attribution.comparison.words import plain, share, telling_words, words
from attribution.model import UNNAMED, Kind, Source
from attribution.report import Report

_SAME_NAME, _PART_OF_NAME, _RESPELT = 6.0, 4.0, 2.0
"""Each outweighs all that descriptions and statements can say together."""
_CLOSE_SPELLING = 0.85
_ENOUGH = 0.75
"""Of the two shares, of words and of statements, taken together."""
_TELLING = 2
"""Words that two descriptions must share when nothing else speaks for one source."""
_NAMEABLE = frozenset({Kind.PERSON, Kind.ORGANIZATION})
"""What an unnamed source can turn out to be."""


class SourceFate(Enum):
    """What became of a source."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"
    KEPT = "kept"


class SourceChange(Enum):
    """One thing that the story tells otherwise about a source."""

    NAMED = "named"
    NAME_WITHHELD = "name-withheld"
    RENAMED = "renamed"
    REDESCRIBED = "redescribed"
    BETTER_IDENTIFIED = "better-identified"
    LESS_IDENTIFIED = "less-identified"
    REASON_GIVEN = "reason-given"
    REASON_DROPPED = "reason-dropped"
    REASON_CHANGED = "reason-changed"
    USED_MORE = "used-more"
    USED_LESS = "used-less"


@dataclass(frozen=True, slots=True)
class ComparedSource:
    """One source in two versions."""

    old: Source | None
    """None: gained."""
    new: Source | None
    """None: lost."""
    changes: tuple[SourceChange, ...]
    """Empty for a source that only one version has."""

    @property
    def fate(self) -> SourceFate:
        """What became of the source."""
        if self.old is None:
            return SourceFate.GAINED
        if self.new is None:
            return SourceFate.LOST
        return SourceFate.CHANGED if self.changes else SourceFate.KEPT


def matched(old: Report, new: Report, statements: Sequence[ComparedStatement]) -> tuple[ComparedSource, ...]:
    """Every source of both reports exactly once, in the order of the new one."""
    known = partners(statements)
    before, after = _traces(old), _traces(new)
    matches = (
        Match(_likeness(one, other, known), place, opposite)
        for place, one in enumerate(before)
        for opposite, other in enumerate(after)
    )
    found = best(match for match in matches if match.likeness > 0.0)
    pairs = in_order(len(before), len(after), found)
    return tuple(_compared(old, new, each.old, each.new) for each in pairs)


def _compared(old: Report, new: Report, before: int | None, after: int | None) -> ComparedSource:
    gone = None if before is None else old.sources[before]
    come = None if after is None else new.sources[after]
    if gone is None or come is None:
        return ComparedSource(gone, come, ())
    changes = (*_naming(gone, come), *_reasons(reason(old, gone), reason(new, come)), *_use(gone, come))
    return ComparedSource(gone, come, changes)


def is_named(source: Source) -> bool:
    """The story gives the source's own name."""
    return source.name is not None and source.kind not in UNNAMED


def reason(report: Report, source: Source) -> str | None:
    """The words that say why a source is not named."""
    if source.anonymity is None or source.anonymity.reason is None:
        return None
    return source.anonymity.reason.of(report.story.text)


@dataclass(frozen=True, slots=True)
class _Trace:
    """A source and where the story speaks of it."""

    source: Source
    places: frozenset[int]
    """The statements that rest on it or mention it."""
    words: frozenset[str]
    """The telling words of its description."""


def _traces(report: Report) -> tuple[_Trace, ...]:
    starts = [each.span.start for each in report.statements]
    return tuple(
        _Trace(
            each,
            frozenset((*each.statements, *(max(0, bisect(starts, span.start) - 1) for span in each.mentions))),
            telling_words(each.description),
        )
        for each in report.sources
    )


def _likeness(old: _Trace, new: _Trace, known: Mapping[int | None, int | None]) -> float:
    """How much speaks for two sources being one; 0 when something speaks against it, or too little for it."""
    before, after = old.source, new.source
    if before.name is not None and after.name is not None:
        alike = _names_alike(before, after)
        return alike and alike + _evidence(old, new, known)
    if is_named(before) is not is_named(after):
        resting = len({known.get(each) for each in before.statements} & set(after.statements))
        unnamed, named = (after, before) if is_named(before) else (before, after)
        return _unmasked(unnamed, named, resting, _described(old, new))
    if before.kind is not after.kind and not {before.kind, after.kind} <= UNNAMED:
        return 0.0
    evidence = _evidence(old, new, known)
    return evidence if evidence >= _ENOUGH and _is_telling(old, new, known) else 0.0


def _evidence(old: _Trace, new: _Trace, known: Mapping[int | None, int | None]) -> float:
    """What the words and the places of two sources have in common, each 0..1."""
    return _described(old, new) + share(old.places, new.places, _common(old, new, known))


def _described(old: _Trace, new: _Trace) -> float:
    if plain(old.source.description).casefold() == plain(new.source.description).casefold():
        return 1.0
    return share(old.words, new.words, len(old.words & new.words))


def _common(old: _Trace, new: _Trace, known: Mapping[int | None, int | None]) -> int:
    """How many statements of the old source are the new one's still."""
    return len({known.get(each) for each in old.places} & new.places)


def _is_telling(old: _Trace, new: _Trace, known: Mapping[int | None, int | None]) -> bool:
    """A word such as "sources" in another place is no sign of the same ones."""
    if _common(old, new, known) or not (old.places and new.places):
        return True
    return len(old.words & new.words) >= _TELLING


def _unmasked(unnamed: Source, named: Source, resting: int, described: float) -> float:
    """An unnamed source and a named one are one when most of what rests on the first rests on the second.

    A company or paper that goes by its name in one version and by a description in the other is of one kind in both.
    """
    if unnamed.kind not in UNNAMED:
        return resting + described if unnamed.kind is named.kind and (resting or described >= _ENOUGH) else 0.0
    if named.kind not in _NAMEABLE or 2 * resting < max(1, len(unnamed.statements)):
        return 0.0
    return resting / len(unnamed.statements) + described


def _names_alike(old: Source, new: Source) -> float:
    first, second = sorted(plain(each.name or "").casefold() for each in (old, new))
    if first == second:
        return _SAME_NAME
    if old.kind is not new.kind:
        return 0.0
    common = words(first) & words(second)
    if common and common in (words(first), words(second)):
        return _PART_OF_NAME
    return _RESPELT if SequenceMatcher(None, first, second).ratio() >= _CLOSE_SPELLING else 0.0


def _naming(old: Source, new: Source) -> Iterator[SourceChange]:
    if is_named(old) is not is_named(new):
        yield SourceChange.NAMED if is_named(new) else SourceChange.NAME_WITHHELD
    elif plain(old.name or "") != plain(new.name or ""):
        yield SourceChange.RENAMED
    elif plain(old.description).casefold() != plain(new.description).casefold():
        yield SourceChange.REDESCRIBED
    if old.identification != new.identification:
        better = new.identification > old.identification
        yield SourceChange.BETTER_IDENTIFIED if better else SourceChange.LESS_IDENTIFIED


def _reasons(old: str | None, new: str | None) -> Iterator[SourceChange]:
    if old is None and new is not None:
        yield SourceChange.REASON_GIVEN
    elif old is not None and new is None:
        yield SourceChange.REASON_DROPPED
    elif plain(old or "") != plain(new or ""):
        yield SourceChange.REASON_CHANGED


def _use(old: Source, new: Source) -> Iterator[SourceChange]:
    if len(old.statements) != len(new.statements):
        yield SourceChange.USED_MORE if len(new.statements) > len(old.statements) else SourceChange.USED_LESS
