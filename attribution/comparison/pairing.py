"""Things of two versions paired one to one, neither side preferred: swap the sides, and the pairs are swapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Pair(Generic[Thing]):
    """One thing before and after; None on the side that has it not, never on both."""

    old: Thing | None
    new: Thing | None


def latest(old: Thing | None, new: Thing | None) -> Thing:
    """The thing as the newest version that has it tells it.

    Raises:
        ValueError: neither has it.
    """
    found = old if new is None else new
    if found is None:
        raise ValueError("a thing of neither version")
    return found


class Match(NamedTuple):
    """Two things that may be one."""

    likeness: float
    old: int
    """Index among the old things."""
    new: int
    """Index among the new ones."""


def best(matches: Iterable[Match]) -> dict[int, int]:
    """The likeliest matches of which no two share a thing: the new index of each old one that has a partner.

    Of equally likely matches that share a thing the one with the earlier other thing is taken, from either side.
    """
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for each in sorted(matches, key=_likeliest_first):
        if each.old not in chosen and each.new not in taken:
            chosen[each.old] = each.new
            taken.add(each.new)
    return chosen


def _likeliest_first(match: Match) -> tuple[float, int, int]:
    return -match.likeness, match.old, match.new


def in_order(old: int, new: int, partners: Mapping[int, int]) -> Iterator[Pair[int]]:
    """Every index of the `old` and the `new` things once: the new ones in order, a lost one behind what it followed."""
    origins = {after: before for before, after in partners.items()}
    rows = [((place, 0), Pair(origins.get(place), place)) for place in range(new)]
    last = -1
    for place in range(old):
        if place in partners:
            last = partners[place]
        else:
            rows.append(((last, place + 1), Pair(place, None)))
    return (pair for _, pair in sorted(rows, key=_by_place))


def _by_place(row: tuple[tuple[int, int], Pair[int]]) -> tuple[int, int]:
    return row[0]
