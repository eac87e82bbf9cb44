"""`attribution baseline`: take the findings of an archive out of the gate, and keep that list short."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import click

from attribution.commands.options import PRESETS
from attribution.console import PLAIN_WIDTH, Console, Ending, Verbosity, results
from attribution.errors import UnreadableStory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attribution.gate.baseline import Baseline, Entry

_FILE = "attribution-baseline.json"
_EXIT_CODES = """\b
Exit codes:
    0  the baseline holds what was asked for
    2  wrong usage, a path that does not exist, no baseline, or one that cannot be written
    3  no story could be read; nothing was written
    5  some stories could not be read: written for the rest, and their entries are as they were
   70  internal error, a bug
  130  interrupted
  141  the reader of the output went away"""


@click.group("baseline", epilog=_EXIT_CODES)
def baseline_command() -> None:
    """The findings that an archive has already, which `attribution check --baseline` lets pass."""


def _file_option(command: click.decorators.FC) -> click.decorators.FC:
    return click.option("--file", default=_FILE, show_default=True, metavar="FILE", help="The baseline.")(command)


def _preset_option(command: click.decorators.FC) -> click.decorators.FC:
    return click.option("--preset", type=click.Choice(PRESETS), help="Whose severities.")(command)


@baseline_command.command("write", epilog=_EXIT_CODES)
@click.argument("paths", nargs=-1, required=True)
@_file_option
@_preset_option
def write_command(paths: tuple[str, ...], file: str, preset: str | None) -> None:
    """Write every finding of the stories into a new baseline."""
    console = Console(Verbosity.NORMAL)
    with Ending(console):
        from attribution.gate.baseline import empty

        made = empty(file)
        found = _found(made, paths, preset, console)
        _save(replace(made, entries=found.entries))
        console.note(f"{sum(found.entries.values())} findings in {file}")
        _end(found)


@baseline_command.command("update", epilog=_EXIT_CODES)
@click.argument("paths", nargs=-1, required=True)
@_file_option
@_preset_option
def update_command(paths: tuple[str, ...], file: str, preset: str | None) -> None:
    """Take the present findings of the stories for their entries; other stories keep theirs."""
    console = Console(Verbosity.NORMAL)
    with Ending(console):
        from attribution.gate.baseline import read, stale

        known = read(file)
        found = _found(known, paths, preset, console)
        gone = set(stale(known, found.entries, found.stories))
        merged = {entry: number for entry, number in known.entries.items() if entry not in gone} | found.entries
        _save(replace(known, entries=merged))
        console.note(f"{sum(merged.values())} findings in {file}")
        _end(found)


@baseline_command.command("prune", epilog=_EXIT_CODES)
@click.argument("paths", nargs=-1, required=True)
@_file_option
@_preset_option
def prune_command(paths: tuple[str, ...], file: str, preset: str | None) -> None:
    """Drop the entries of the stories that are found no more; add none."""
    console = Console(Verbosity.NORMAL)
    with Ending(console):
        from attribution.gate.baseline import read, stale

        known = read(file)
        found = _found(known, paths, preset, console)
        gone = {entry: found.entries[entry] for entry in stale(known, found.entries, found.stories)}
        _save(replace(known, entries={**known.entries, **gone}))
        console.note(f"{len(gone)} entries dropped or lowered in {file}")
        _end(found)


@baseline_command.command("show", epilog=_EXIT_CODES)
@_file_option
def show_command(file: str) -> None:
    """Print the entries of the baseline."""
    with Ending(Console(Verbosity.NORMAL)):
        from attribution.gate.baseline import read
        from attribution.outputs import Sink
        from attribution.terminal_page import table

        rows = [(entry.path, entry.rule, str(number)) for entry, number in sorted(read(file).entries.items())]
        sink = Sink(results(), "standard output")
        sink.write(
            "".join(f"{line}\n" for line in table(("story", "rule", "findings"), rows, (PLAIN_WIDTH, None, None)))
        )
        sink.flush()


class _Found(NamedTuple):
    """What was found in the stories."""

    entries: Counter[Entry]
    stories: tuple[str, ...]
    """Those that could be read."""
    unread: int
    """How many could not."""


def _found(known: Baseline, paths: Sequence[str], preset: str | None, console: Console) -> _Found:
    """The entries that the stories make now."""
    from attribution.gate.baseline import Entry
    from attribution.gate.desk import Desk
    from attribution.gate.run import Judge, judged
    from attribution.inputs import find_stories

    stories = find_stories(paths)
    judge = Judge(Desk({} if preset is None else {"preset": preset}), known=replace(known, entries={}))
    all_ = dict(zip(stories, judged(judge, stories, console), strict=True))
    read = tuple(story for story, each in all_.items() if each.error is None)
    return _Found(sum((each.entries for each in all_.values()), Counter[Entry]()), read, len(stories) - len(read))


def _end(found: _Found) -> None:
    """Exit as every command does that could not read all of its stories."""
    if found.unread:
        raise click.exceptions.Exit(UnreadableStory.exit_code)


def _save(made: Baseline) -> None:
    from attribution.gate.baseline import text
    from attribution.outputs import Destination, opened
    from attribution.rendering import Surface

    with opened((Destination("json", made.file),), Surface(PLAIN_WIDTH, colour=False)) as (stream,):
        stream.sink.write(text(made))
