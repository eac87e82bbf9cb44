"""What a publisher is: formats that make files of their own for each story, and where these files go."""

from __future__ import annotations

import os
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, Protocol

import attribution.publishers
from attribution.errors import UsageError
from attribution.paths import shown
from attribution.registry import declared

if TYPE_CHECKING:
    from attribution.outputs import Destination
    from attribution.report import Report
    from attribution.word.commented import TagMarks

_UNSAFE = re.compile(r"[^\w.-]+")


class File(NamedTuple):
    """A file to be written."""

    name: str
    """Without a folder."""
    data: bytes


class Place(NamedTuple):
    """Where the files of one story go."""

    stem: str
    """What their names begin with."""
    is_among_others: bool
    """They go to a folder of stories, which has files of its own."""


@dataclass(frozen=True, slots=True)
class Order:
    """How the files of one run are wanted."""

    original: Callable[[str], bytes]
    """The bytes of the file at a path, for formats that are copies of it."""
    tag_marks: TagMarks
    """Whether copies show the tags of statements."""


class Edition(Protocol):
    """One run of a publisher over stories."""

    def files(self, report: Report, place: Place) -> Iterable[File]:
        """The files of one story."""

    def closing(self) -> Iterable[File]:
        """The files that a folder of stories has of its own, after the last story."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """One format that makes files of their own for each story."""

    name: str
    """As the user names it: the name of its module."""
    suffix: str
    """Of the file that `--output FORMAT=PATH` names for a single story."""
    edition: Callable[[Order], Edition]


def published() -> tuple[str, ...]:
    """The name of every format that is published; imports none of them."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(attribution.publishers.__path__)))


def publisher(name: str) -> Publisher:
    """The publisher of one of the `published` formats."""
    return next(each for each in declared("attribution.publishers", Publisher) if each.name == name)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Where an edition goes."""

    edition: Edition
    folder: str
    stem: str | None
    """Of the one story; None in a folder of many."""


def publish(
    reports: Iterator[Report], destinations: Sequence[Destination], stories: Iterable[str], order: Order
) -> Iterator[Report]:
    """Pass reports on, each when its files are written; looks one report ahead. Never writes over one of `stories`.

    Raises:
        UsageError: a destination names one file for several stories, cannot be written, or is one of the stories.
    """
    kept = frozenset(map(os.path.realpath, stories))
    shelves = [_shelf(each, order) for each in destinations]
    ahead = list(islice(reports, 2))
    for shelf in shelves:
        if shelf.stem is not None and len(ahead) > 1:
            raise UsageError(f"{shown(shelf.stem)} is one file, and there are several stories; name a folder for them")
    taken: set[str] = set()
    for report in chain(ahead, reports):
        stem = _stem(report.story.path, taken)
        for shelf in shelves:
            place = Place(shelf.stem or stem, is_among_others=shelf.stem is None)
            _write(shelf, shelf.edition.files(report, place), kept)
        yield report
    for shelf in shelves:
        if shelf.stem is None:
            _write(shelf, shelf.edition.closing(), kept)


def _shelf(destination: Destination, order: Order) -> _Shelf:
    made = publisher(destination.format)
    path = destination.path
    if not path.endswith(made.suffix) or os.path.isdir(path):
        return _Shelf(made.edition(order), path, None)
    folder, name = os.path.split(path)
    return _Shelf(made.edition(order), folder, name.removesuffix(made.suffix))


def _write(shelf: _Shelf, files: Iterable[File], kept: frozenset[str]) -> None:
    from attribution.outputs import write_file

    for file in files:
        path = os.path.join(shelf.folder, file.name)
        if os.path.realpath(path) in kept:
            raise UsageError(f"{shown(path)} is one of the stories; name another place for --output")
        write_file(path, file.data)


def _stem(path: str, taken: set[str]) -> str:
    """A file name for a story without its suffix, which no other story has."""
    first = _UNSAFE.sub("-", PurePath(path).stem).strip("-.") or "story"
    stem, number = first, 1
    while stem.casefold() in taken or stem.casefold() == "index":
        number += 1
        stem = f"{first}-{number}"
    taken.add(stem.casefold())
    return stem
