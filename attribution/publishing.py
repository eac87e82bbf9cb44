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
from attribution.errors import UnreadableStory, UsageError
from attribution.paths import STDIN, shown
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
    untouched: frozenset[str]
    """The real paths of what is read, and of what is written by others: never to be written over."""
    refused: Callable[[UnreadableStory], None]
    """Hears of each story of which a format cannot be made."""


class Edition(Protocol):
    """One run of a publisher over stories."""

    def files(self, report: Report, place: Place) -> Iterable[File]:
        """The files of one story; raises `UnreadableStory` where there can be none."""

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


def publish(reports: Iterator[Report], destinations: Sequence[Destination], order: Order) -> Iterator[Report]:
    """Pass reports on, each when its files are written; looks one report ahead. Never writes over a story.

    Raises:
        UsageError: a destination names one file for several stories, cannot be written, or is one of the stories.
    """
    shelves = [_shelf(each, order) for each in destinations]
    ahead = list(islice(reports, 2))
    for shelf in shelves:
        if shelf.stem is not None and len(ahead) > 1:
            path = shown(os.path.join(shelf.folder, shelf.stem))
            raise UsageError(f"--output {path}… is one file, and there are several stories; name a folder for them")
    taken: set[str] = set()
    for report in chain(ahead, reports):
        stem = _stem(report.story.path, taken)
        untouched = order.untouched | {os.path.realpath(report.story.path)}
        for shelf in shelves:
            place = Place(shelf.stem or stem, is_among_others=shelf.stem is None)
            try:
                _write(shelf, shelf.edition.files(report, place), untouched)
            except UnreadableStory as error:
                order.refused(error)
        yield report
    for shelf in shelves:
        if shelf.stem is None:
            _write(shelf, shelf.edition.closing(), order.untouched)


def _shelf(destination: Destination, order: Order) -> _Shelf:
    made = publisher(destination.format)
    path = destination.path
    if path.endswith(made.suffix) and not os.path.isdir(path):
        folder, name = os.path.split(path)
        return _Shelf(made.edition(order), folder, name.removesuffix(made.suffix))
    if path == STDIN or (os.path.exists(path) and not os.path.isdir(path)):
        raise UsageError(f"--output {made.name}={shown(path)}: name a file that ends in {made.suffix}, or a folder")
    return _Shelf(made.edition(order), path, None)


def _write(shelf: _Shelf, files: Iterable[File], untouched: frozenset[str]) -> None:
    from attribution.outputs import write_file

    for file in files:
        path = os.path.join(shelf.folder, file.name)
        if os.path.realpath(path) in untouched:
            raise UsageError(f"{shown(path)} is a story or another output; name another place for --output")
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
