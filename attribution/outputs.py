"""Where reports are written: files that appear whole or not at all, and standard output."""

from __future__ import annotations

import itertools
import os
import secrets
import stat
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from attribution.errors import UsageError
from attribution.paths import shown
from attribution.rendering import Surface, renderer
from attribution.report import Report


@dataclass(frozen=True, slots=True)
class Sink:
    """A stream of text whose failures name it."""

    stream: TextIO
    name: str

    def write(self, text: str) -> None:
        """Write a chunk.

        Raises:
            UsageError: the stream takes no more, as on a full disk.
        """
        with _failures_named(self.name):
            self.stream.write(text)

    def flush(self) -> None:
        """Write what is still held back; raises as `write` does."""
        with _failures_named(self.name):
            self.stream.flush()


@dataclass(frozen=True, slots=True)
class Destination:
    """A file to be written in a format."""

    format: str
    path: str


@dataclass(frozen=True, slots=True)
class Stream:
    """An open destination: the format, what it is read on, and where its text goes."""

    format: str
    surface: Surface
    sink: Sink


def parse_destination(value: str, known: Sequence[str]) -> Destination:
    """The destination that `FORMAT=PATH` names; `known` are the formats that the command writes.

    Raises:
        UsageError: it has no path, or the format is none of the tool's.
    """
    name, _, path = value.partition("=")
    if name not in known or not path:
        raise UsageError(f"--output {shown(value)}: write FORMAT=PATH with one of the formats {', '.join(known)}")
    return Destination(name, path)


def check_destinations(destinations: Iterable[Destination], stories: Iterable[str]) -> None:
    """Refuse a file that two outputs share, or that is one of the stories.

    Raises:
        UsageError: there is such a file.
    """
    read = {os.path.realpath(story) for story in stories}
    written: set[str] = set()
    for destination in destinations:
        place = os.path.realpath(destination.path)
        if place in read:
            raise UsageError(f"{shown(destination.path)} is one of the stories; name another file for --output")
        if place in written:
            raise UsageError(f"{shown(destination.path)} is named by two outputs; give each its own file")
        written.add(place)


@contextmanager
def opened(destinations: Sequence[Destination], surface: Surface) -> Iterator[tuple[Stream, ...]]:
    """The destinations, ready to be written to; the files take their names when the block ends without an error.

    Raises:
        UsageError: a file cannot be written; found out before anything is audited.
    """
    with ExitStack() as files:
        yield tuple(Stream(each.format, surface, files.enter_context(_file(each.path))) for each in destinations)


@contextmanager
def _file(path: str) -> Iterator[Sink]:
    """A sink whose text replaces the file `path` at the end; until then, and after an error, `path` is as it was."""
    place = _writable(path)
    with _failures_named(path):
        device = place.exists() and not place.is_file()
        part = place if device else _part(place)
        file = open(part, "w" if device else "x", encoding="utf-8", newline="")  # noqa: SIM115 (closed below)
    sink = Sink(file, path)
    try:
        yield sink
        sink.flush()
        if not device:
            with _failures_named(path):
                _take_over(part, place)
    finally:
        with suppress(OSError):
            file.close()
        if not device:
            part.unlink(missing_ok=True)


def write_file(path: str, data: bytes) -> None:
    """Write a whole file; until it is complete, `path` is as it was.

    Raises:
        UsageError: it cannot be written.
    """
    place = _writable(path)
    part = _part(place)
    try:
        with _failures_named(path):
            part.write_bytes(data)
            _take_over(part, place)
    finally:
        part.unlink(missing_ok=True)


def _writable(path: str) -> Path:
    """The place of a file that may be written, links followed; the folder that it is to stand in is made.

    Raises:
        UsageError: it is write-protected, or there can be no such folder.
    """
    place = Path(os.path.realpath(path))
    with _failures_named(path):
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_file() and not os.access(place, os.W_OK):
            raise PermissionError(None, "it is write-protected")
    return place


def _part(place: Path) -> Path:
    """A name that no other file has, for one that is not complete yet."""
    return place.with_name(f".attribution-{secrets.token_hex(8)}.part")


def _take_over(part: Path, place: Path) -> None:
    """Put a finished file in the place of an older one, with its permissions."""
    if place.exists():
        part.chmod(stat.S_IMODE(place.stat().st_mode))
    part.replace(place)


@contextmanager
def _failures_named(path: str) -> Iterator[None]:
    """Let a failure to write say which file it was; that nobody reads any more is no failure."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{shown(path)} cannot be written ({reason}); choose another place for it") from error


def write(reports: Iterable[Report], streams: Sequence[Stream]) -> None:
    """Render reports into all streams in step, so that never more than a few reports are held."""
    if not streams:
        deque(reports, maxlen=0)
        return
    copies = itertools.tee(reports, len(streams))
    waiting = deque(
        (stream, renderer(stream.format).render(copy, stream.surface))
        for stream, copy in zip(streams, copies, strict=True)
    )
    while waiting:
        stream, chunks = waiting.popleft()
        chunk = next(chunks, None)
        if chunk is not None:
            stream.sink.write(chunk)
            waiting.append((stream, chunks))
        else:
            stream.sink.flush()
