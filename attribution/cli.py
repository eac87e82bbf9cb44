"""The command line: the only room that reads arguments, opens files, prints and exits.

What costs time to import is imported by the command that needs it, so that `--help` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from attribution import __version__
from attribution.console import PLAIN_WIDTH, Console, Ending, Verbosity, results, surface
from attribution.errors import NothingAudited, UnreadableStory, UsageError
from attribution.paths import shown
from attribution.rendering import Surface, formats

if TYPE_CHECKING:
    from attribution.model import Story
    from attribution.outputs import Stream
    from attribution.policy import Policy
    from attribution.report import Report

_SCHEMAS = ("report",)
_MOST_PROBLEMS = 20
"""Problems of one file that are printed."""
_EXIT_CODES = """\b
Exit codes, the same for every output format:
    0  every story was audited; every file is valid
    2  wrong usage, an output that cannot be written, an invalid file
    3  nothing was audited
    5  some stories could not be read; the rest were audited
   70  internal error, a bug
  130  interrupted
  141  the reader of the output went away"""


@click.group(epilog=_EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="attribution")
def main() -> None:
    """On whose word does a news story ask to be believed?

    Reads stories offline, tags every statement with whose word it rests on, and scores how openly and independently
    each story is sourced: not whether it is true.
    """


@main.command("audit", epilog=_EXIT_CODES)
@click.argument("paths", metavar="[PATH…|-]", nargs=-1)
@click.option("--format", "printed", type=click.Choice(formats()), help="What to print. [default: text]")
@click.option(
    "--output",
    "outputs",
    metavar="FORMAT=PATH",
    multiple=True,
    help="Write a file; may be repeated. Then nothing is printed unless --format is given too.",
)
@click.option("--outlet", metavar="NAME", help="The news organisation whose stories these are.")
@click.option(
    "--outlets", metavar="FILE", help="Outlets to know beside the shipped list: one a line, other names after ' | '."
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours in printed text; auto heeds NO_COLOR and FORCE_COLOR.",
)
@click.option("-q", "--quiet", "verbosity", flag_value="QUIET", help="No progress, no summary.")
@click.option("-v", "--verbose", "verbosity", flag_value="VERBOSE", help="How each file was read; tracebacks of bugs.")
def audit_command(
    paths: tuple[str, ...],
    printed: str | None,
    outputs: tuple[str, ...],
    outlet: str | None,
    outlets: str | None,
    color: str,
    verbosity: str | None,
) -> None:
    """Audit stories: files, folders, or - for standard input.

    Reads plain text and Markdown; a folder stands for all stories in it.
    """
    console = Console(Verbosity[verbosity or "NORMAL"])
    with Ending(console):
        from attribution.house_list import read_outlets
        from attribution.inputs import find_stories
        from attribution.outputs import check_destinations, opened, parse_destination
        from attribution.policy import Policy

        if not paths:
            raise UsageError("no story named; give files or folders, or - for standard input")
        destinations = tuple(parse_destination(output) for output in outputs)
        policy = Policy(outlets=read_outlets(outlets) if outlets else ())
        stories = find_stories(paths)
        check_destinations(destinations, stories)
        on_terminal = printed or (None if destinations else "text")
        batch = _Batch(stories, policy, _own_outlet(outlet), console)
        with opened(destinations, Surface(PLAIN_WIDTH, colour=False)) as files:
            _write(batch, on_terminal, color, files)
        batch.close()


def _own_outlet(name: str | None) -> str | None:
    if name is not None and (not name.strip() or shown(name) != name):
        raise UsageError(f"--outlet {shown(name)!r} is no name; write it as the stories do")
    return name


def _write(batch: _Batch, printed: str | None, colour: str, files: tuple[Stream, ...]) -> None:
    """Audit the batch into the files and, in the format `printed`, onto standard output."""
    from attribution.outputs import Sink, Stream, write

    to_print = () if printed is None else (Stream(printed, surface(colour), Sink(results(), "standard output")),)
    write(batch.reports(shows_progress=not to_print or not sys.stdout.isatty()), (*to_print, *files))


class _Batch:
    """The stories of one run, and how it goes."""

    def __init__(self, stories: tuple[str, ...], policy: Policy, outlet: str | None, console: Console) -> None:
        self._stories = stories
        self._policy = policy
        self._outlet = outlet
        self._console = console
        self._audited = 0

    def reports(self, *, shows_progress: bool) -> Iterator[Report]:
        """One report a story that can be read.

        Raises:
            NothingAudited: none could.
        """
        from attribution.audit import audit

        several = len(self._stories) > 1
        for number, path in enumerate(self._stories, start=1):
            if several and shows_progress:
                self._console.progress(f"{number}/{len(self._stories)} {path}")
            try:
                story = self._read(path)
            except UnreadableStory as error:
                self._console.error(str(error))
                continue
            self._audited += 1
            yield audit(story, self._policy)
        if not self._audited:
            raise NothingAudited("nothing was audited: no story could be read")

    def _read(self, path: str) -> Story:
        from attribution.inputs import read_input
        from attribution.reading import read_story

        story = read_story(read_input(path, sys.stdin.buffer), path)
        self._console.detail(f"{shown(path)}: read as {story.format} in {story.encoding}, {story.words} words")
        return replace(story, outlet=self._outlet) if self._outlet else story

    def close(self) -> None:
        """Sum the run up, and end the command when some stories could not be read."""
        unread = len(self._stories) - self._audited
        if len(self._stories) > 1:
            self._console.note(f"{self._audited} of {len(self._stories)} stories audited")
        if unread:
            raise click.exceptions.Exit(UnreadableStory.exit_code)


@main.command("schema")
@click.argument("name", type=click.Choice(_SCHEMAS))
def schema_command(name: str) -> None:
    """Print the JSON Schema of a document."""
    with Ending(Console(Verbosity.NORMAL)):
        from attribution.outputs import Sink
        from attribution.schema import schema_text

        sink = Sink(results(), "standard output")
        sink.write(schema_text(name))
        sink.flush()


@main.command("validate", epilog=_EXIT_CODES)
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
def validate_command(files: tuple[str, ...]) -> None:
    """Hold report files against their schema.

    A .json file holds one report or an array of them, a .jsonl file one a line. Nothing is fetched from the network.
    """
    console = Console(Verbosity.NORMAL)
    with Ending(console):
        verdicts = [_judged(path, console) for path in files]
        if not all(verdicts):
            raise click.exceptions.Exit(UsageError.exit_code)


def _judged(path: str, console: Console) -> bool:
    """Print what is wrong with a report file, or that it is valid."""
    from attribution.outputs import Sink
    from attribution.validation import validate

    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        console.error(f"{shown(path)} cannot be read ({(error.strerror or str(error)).lower()}); check the path")
        return False
    documents, problems = validate(data, path, _SCHEMAS[0])
    lines = [f"{path}:{each.line}: {each.json_path}: {each.message}" for each in problems[:_MOST_PROBLEMS]]
    if len(problems) > _MOST_PROBLEMS:
        lines.append(f"{path}: and {len(problems) - _MOST_PROBLEMS} more")
    if not problems:
        lines.append(f"{path}: valid, {documents} {'report' if documents == 1 else 'reports'}")
    sink = Sink(results(), "standard output")
    sink.write("".join(f"{shown(line)}\n" for line in lines))
    sink.flush()
    return not problems
