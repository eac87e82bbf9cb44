"""What the command says beside its results: messages, progress and how it ends."""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Iterable
from contextlib import AbstractContextManager
from enum import IntEnum
from io import TextIOWrapper
from types import TracebackType
from typing import TextIO

import click

from attribution import __version__
from attribution.errors import AttributionError
from attribution.paths import shown
from attribution.rendering import Surface

INTERNAL_ERROR = 70
INTERRUPTED = 130
READER_GONE = 141
"""What the shell reports for a command whose output nobody reads any more (128 + SIGPIPE)."""
PLAIN_WIDTH = 80
"""Columns of text that goes to a file or a pipe, the same everywhere."""
_WIDTHS = (60, 100)
"""Fewer columns do not fit the tables, more are tiring to read."""
_CLEAR_LINE = "\r\x1b[2K"
_BUG = "this is a bug of attribution {version}, not of your story: {kind}: {message}"


_CLICKS_OWN = (click.ClickException, click.exceptions.Exit, click.Abort)


class Verbosity(IntEnum):
    """How much is said on standard error."""

    QUIET = -1
    NORMAL = 0
    VERBOSE = 1


class Console:
    """Standard error: one line a message, and a progress line while a terminal shows it."""

    def __init__(self, verbosity: Verbosity) -> None:
        self.verbosity = verbosity
        self._progress = False

    def error(self, message: str) -> None:
        """Say what is wrong, on one line whatever the message holds."""
        self._say(message)

    def note(self, message: str) -> None:
        """Say what an ordinary run tells."""
        if self.verbosity >= Verbosity.NORMAL:
            self._say(message)

    def notes(self, messages: Iterable[str]) -> None:
        """Say several such things, each on a line."""
        for message in messages:
            self.note(message)

    def detail(self, message: str) -> None:
        """Say what only a verbose run tells."""
        if self.verbosity >= Verbosity.VERBOSE:
            self._say(message)

    def progress(self, message: str) -> None:
        """Show a line that the next one replaces."""
        if self.verbosity >= Verbosity.NORMAL and sys.stderr.isatty():
            columns = shutil.get_terminal_size().columns - 1
            click.echo(f"{_CLEAR_LINE}{shown(message)[:columns]}", err=True, nl=False, color=True)
            self._progress = True

    def finish(self) -> None:
        """Take the progress line away."""
        if self._progress:
            click.echo(_CLEAR_LINE, err=True, nl=False, color=True)
            self._progress = False

    def _say(self, message: str) -> None:
        self.finish()
        click.echo(f"attribution: {shown(message)}", err=True)


class Ending(AbstractContextManager[None]):
    """Turns whatever ends a command into one line on standard error and a documented exit code."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._console.finish()
        if isinstance(error, AttributionError):
            self._console.error(str(error))
            raise click.exceptions.Exit(error.exit_code) from None
        if isinstance(error, BrokenPipeError):
            _let_go_of_stdout()
            raise click.exceptions.Exit(READER_GONE) from None
        if isinstance(error, KeyboardInterrupt):
            self._console.error("interrupted")
            raise click.exceptions.Exit(INTERRUPTED) from None
        if isinstance(error, Exception) and not isinstance(error, _CLICKS_OWN):
            self._console.error(_BUG.format(version=__version__, kind=type(error).__name__, message=error))
            self._console.error("please report it with the traceback that -v shows and, if you may, the story")
            if self._console.verbosity >= Verbosity.VERBOSE:
                traceback.print_exception(error)
            raise click.exceptions.Exit(INTERNAL_ERROR) from None


def _let_go_of_stdout() -> None:
    """Keep the interpreter from complaining about the broken pipe when it flushes at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def results() -> TextIO:
    """Standard output for results: always UTF-8, as JSON has to be."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    return sys.stdout


def surface(colour: str) -> Surface:
    """What standard output is: its width, and whether it shows colours under `auto`, `always` or `never`."""
    if not sys.stdout.isatty():
        return Surface(PLAIN_WIDTH, colour == "always" or (colour == "auto" and _forced()))
    narrowest, widest = _WIDTHS
    width = max(narrowest, min(widest, shutil.get_terminal_size().columns))
    shows = bool(os.environ.get("TERM") != "dumb" and not os.environ.get("NO_COLOR")) or _forced()
    return Surface(width, colour == "always" or (colour == "auto" and shows))


def _forced() -> bool:
    """Whether the environment asks for colours everywhere; a NO_COLOR beside it wins."""
    return bool(os.environ.get("FORCE_COLOR")) and not os.environ.get("NO_COLOR")
