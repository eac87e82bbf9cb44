"""The sources of two versions: who was gained, who was lost, and what the story tells otherwise about the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from attribution.comparison.identity import same_sources
from attribution.comparison.pairing import in_order
from attribution.comparison.statements import ComparedStatement, partners
from attribution.comparison.words import plain
from attribution.model import Source
from attribution.report import Report


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
    numbers = [known.get(place, -1 - place) for place in range(len(old.statements))]
    pairs = in_order(len(old.sources), len(new.sources), same_sources(old, new, numbers))
    return tuple(_compared(old, new, each.old, each.new) for each in pairs)


def _compared(old: Report, new: Report, before: int | None, after: int | None) -> ComparedSource:
    gone = None if before is None else old.sources[before]
    come = None if after is None else new.sources[after]
    if gone is None or come is None:
        return ComparedSource(gone, come, ())
    changes = (*_naming(gone, come), *_reasons(reason(old, gone), reason(new, come)), *_use(gone, come))
    return ComparedSource(gone, come, changes)


def reason(report: Report, source: Source) -> str | None:
    """The words that say why a source is not named."""
    if source.anonymity is None or source.anonymity.reason is None:
        return None
    return source.anonymity.reason.of(report.story.text)


def _naming(old: Source, new: Source) -> Iterator[SourceChange]:
    if old.is_named is not new.is_named:
        yield SourceChange.NAMED if new.is_named else SourceChange.NAME_WITHHELD
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
