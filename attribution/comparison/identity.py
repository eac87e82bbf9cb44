"""Who is who in two versions of a story.

A source is known by its name. Where one side has none, the words that describe it and the statements that rest on it
decide; two different names are never one source.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from attribution.comparison.pairing import Match, best
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


def same_sources(old: Report, new: Report, statements: Sequence[int]) -> dict[int, int]:
    """The new index of every old source that both reports have.

    `statements` are, for each old statement, the index of the new one that it became, or a number below 0 of its own.
    """
    before, after = _traces(old, statements), _traces(new, range(len(new.statements)))
    matches = (
        Match(_likeness(one, other), place, opposite)
        for place, one in enumerate(before)
        for opposite, other in enumerate(after)
    )
    return best(match for match in matches if match.likeness > 0.0)


@dataclass(frozen=True, slots=True)
class _Trace:
    """What can be compared of a source; statements have the numbers of the new version."""

    source: Source
    resting: frozenset[int]
    """The statements that rest on it."""
    places: frozenset[int]
    """Those, and the statements that mention it."""
    name: str | None
    description: str
    words: frozenset[str]
    """The telling words of the description."""


def _traces(report: Report, numbers: Sequence[int]) -> tuple[_Trace, ...]:
    starts = [each.span.start for each in report.statements]
    return tuple(
        _Trace(
            source=each,
            resting=frozenset(numbers[place] for place in each.statements),
            places=frozenset(
                numbers[place]
                for place in (*each.statements, *(max(0, bisect(starts, span.start) - 1) for span in each.mentions))
            ),
            name=None if each.name is None else plain(each.name).casefold(),
            description=plain(each.description).casefold(),
            words=telling_words(each.description),
        )
        for each in report.sources
    )


def _likeness(old: _Trace, new: _Trace) -> float:
    """How much speaks for two sources being one; 0 when something speaks against it, or too little for it."""
    kinds = {old.source.kind, new.source.kind}
    if old.name is not None and new.name is not None:
        alike = _names_alike(old.name, new.name, is_one_kind=len(kinds) == 1)
        return alike and alike + _evidence(old, new)
    if old.source.is_named is not new.source.is_named:
        return _unmasked(new, old) if old.source.is_named else _unmasked(old, new)
    if len(kinds) > 1 and not kinds <= UNNAMED:
        return 0.0
    evidence = _evidence(old, new)
    return evidence if evidence >= _ENOUGH and _is_telling(old, new) else 0.0


def _names_alike(old: str, new: str, *, is_one_kind: bool) -> float:
    if old == new:
        return _SAME_NAME
    if not is_one_kind:
        return 0.0
    common = words(old) & words(new)
    if common and common in (words(old), words(new)):
        return _PART_OF_NAME
    first, second = sorted((old, new))  # the ratio may be another when they are swapped
    matcher = SequenceMatcher(None, first, second)
    close = (measure() >= _CLOSE_SPELLING for measure in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))
    return _RESPELT if all(close) else 0.0


def _evidence(old: _Trace, new: _Trace) -> float:
    """What the words and the places of two sources have in common, each 0..1."""
    return _described(old, new) + share(old.places, new.places, len(old.places & new.places))


def _described(old: _Trace, new: _Trace) -> float:
    return 1.0 if old.description == new.description else share(old.words, new.words, len(old.words & new.words))


def _is_telling(old: _Trace, new: _Trace) -> bool:
    """A word such as "sources" in another place is no sign of the same ones."""
    if old.places & new.places or not (old.places and new.places):
        return True
    return len(old.words & new.words) >= _TELLING


def _unmasked(unnamed: _Trace, named: _Trace) -> float:
    """An unnamed source and a named one are one when most of what rests on the first rests on the second.

    A company or paper that goes by its name in one version and by a description in the other is of one kind in both.
    """
    resting, described = len(unnamed.resting & named.resting), _described(unnamed, named)
    if unnamed.source.kind not in UNNAMED:
        is_one = unnamed.source.kind is named.source.kind and (resting or described >= _ENOUGH)
        return resting + described if is_one else 0.0
    if named.source.kind not in _NAMEABLE or 2 * resting < max(1, len(unnamed.resting)):
        return 0.0
    return resting / len(unnamed.resting) + described
