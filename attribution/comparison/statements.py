"""The sentences of two versions aligned: what was kept, edited, added and removed.

Unchanged sentences are found first, in their order (difflib), then wherever else they went; what is left over is
paired by the words it shares, between the same unchanged neighbours before anywhere else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import chain

from attribution.comparison.pairing import Match, best, in_order
from attribution.comparison.words import plain, share, words

_EDITED = 0.5
"""Share of its words that an edited sentence has in common with what it was."""
_EDITED_ELSEWHERE = 0.7
"""The same when the sentence has moved too, and nothing around it speaks for it."""


class StatementFate(Enum):
    """What became of a statement."""

    KEPT = "kept"
    EDITED = "edited"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ComparedStatement:
    """One statement in two versions."""

    old: int | None
    """Index into the old report's statements; None: added."""
    new: int | None
    """Index into the new report's statements; None: removed."""
    fate: StatementFate
    has_moved: bool = False
    """It stands on the other side of a sentence that was kept."""


def aligned(old: Sequence[str], new: Sequence[str]) -> tuple[ComparedStatement, ...]:
    """Every sentence of both versions exactly once, in the order of the new one."""
    before, after = tuple(map(plain, old)), tuple(map(plain, new))
    in_place = _in_place(before, after)
    elsewhere = _elsewhere(before, after, in_place)
    same = in_place | elsewhere
    arrived = set(same.values())
    edited: dict[int, int] = {}
    for gap_before, gap_after in _gaps(in_place, len(before), len(after)):
        edited |= _near(_left(before, gap_before, same), _left(after, gap_after, arrived), _EDITED)
    known = same | edited
    all_before, all_after = range(len(before)), range(len(after))
    strayed = _near(_left(before, all_before, known), _left(after, all_after, set(known.values())), _EDITED_ELSEWHERE)
    moved = elsewhere.keys() | strayed.keys()
    return tuple(
        ComparedStatement(each.old, each.new, _fate(each.old, each.new, same), each.old in moved)
        for each in in_order(len(before), len(after), known | strayed)
    )


def partners(statements: Iterable[ComparedStatement]) -> dict[int, int]:
    """The new index of every old statement that was kept or edited."""
    return {each.old: each.new for each in statements if each.old is not None and each.new is not None}


def _fate(old: int | None, new: int | None, same: Mapping[int, int]) -> StatementFate:
    if old is None:
        return StatementFate.ADDED
    if new is None:
        return StatementFate.REMOVED
    return StatementFate.KEPT if old in same else StatementFate.EDITED


def _in_place(old: tuple[str, ...], new: tuple[str, ...]) -> dict[int, int]:
    """The sentences that stand in both versions, in one order.

    `SequenceMatcher` may answer otherwise when its sides are swapped, so it is always asked from the same side.
    """
    if new < old:
        return {before: after for after, before in _in_place(new, old).items()}
    blocks = SequenceMatcher(None, old, new).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _elsewhere(old: Sequence[str], new: Sequence[str], known: Mapping[int, int]) -> dict[int, int]:
    """The sentences that stand unchanged in another place."""
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    arrived = set(known.values())
    for place in reversed(range(len(new))):
        if place not in arrived:
            waiting[new[place]].append(place)
    left = (place for place in range(len(old)) if place not in known)
    return {place: waiting[old[place]].pop() for place in left if waiting[old[place]]}


def _gaps(known: Mapping[int, int], old: int, new: int) -> Iterator[tuple[range, range]]:
    """What stands between two neighbouring sentences that were kept, in each version."""
    before, after = -1, -1
    for next_before, next_after in chain(sorted(known.items()), ((old, new),)):
        yield range(before + 1, next_before), range(after + 1, next_after)
        before, after = next_before, next_after


def _left(texts: Sequence[str], places: range, taken: Collection[int]) -> dict[int, frozenset[str]]:
    """The words of the sentences that have no partner yet."""
    return {place: words(texts[place]) for place in places if place not in taken}


def _near(old: Mapping[int, frozenset[str]], new: Mapping[int, frozenset[str]], least: float) -> dict[int, int]:
    """The pairs of sentences that share most of their words, at least the share `least`."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, own in new.items():
        for word in own:
            holders[word].append(place)
    matches = (
        Match(share(own, new[other], common), place, other)
        for place, own in old.items()
        for other, common in Counter(chain.from_iterable(holders.get(word, ()) for word in own)).items()
    )
    return best(match for match in matches if match.likeness >= least)
