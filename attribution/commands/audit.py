"""`attribution audit`: stories audited at the desk, printed or written to files."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from attribution.commands.options import AuditOptions, audit_options, stated
from attribution.console import PLAIN_WIDTH, Console, Ending, Verbosity, results, surface
from attribution.errors import UnreadableStory, UsageError
from attribution.rendering import Surface, formats

if TYPE_CHECKING:
    from attribution.ahead import Work
    from attribution.batch import Batch
    from attribution.outputs import Stream

_EXIT_CODES = """\b
Exit codes, the same for every output format:
    0  every story was audited
    2  wrong usage, or an output that cannot be written
    3  nothing was audited
    5  some stories could not be read; the rest were audited
   70  internal error, a bug
  130  interrupted
  141  the reader of the output went away"""


@click.command("audit", epilog=_EXIT_CODES)
@click.argument("paths", metavar="[PATH…|-]", nargs=-1)
@click.option("--format", "printed", type=click.Choice(formats()), help="What to print. [default: text]")
@click.option(
    "--output",
    "outputs",
    metavar="FORMAT=PATH",
    multiple=True,
    help="Write a file; may be repeated. Then nothing is printed unless --format is given too.",
)
@click.option("--explain-score", "printed", flag_value="score", help="Print the arithmetic: --format score.")
@audit_options
def audit_command(**values: Any) -> None:
    """Audit stories: files, folders, or - for standard input.

    Reads plain text, Markdown and Word documents (.docx); a folder stands for all stories in it.
    """
    options = Options(**values)
    console = Console(Verbosity[options.verbosity or "NORMAL"])
    with Ending(console):
        _audit(options, console)


@dataclass(frozen=True, slots=True)
class Options(AuditOptions):
    """What the command line says."""

    paths: tuple[str, ...]


def _audit(options: Options, console: Console) -> None:
    from attribution.batch import Batch, Reader
    from attribution.commands.unheeded import view_without_document
    from attribution.gate.desk import Desk
    from attribution.inputs import find_stories
    from attribution.model import View
    from attribution.outputs import check_destinations, opened, parse_destination

    if not options.paths:
        raise UsageError("no story named; give files or folders, or - for standard input")
    destinations = tuple(parse_destination(output, formats()) for output in options.outputs)
    desk = Desk(stated(options.policy()), options.config)
    stories = find_stories(options.paths)
    check_destinations(destinations, stories)
    console.notes(view_without_document("--docx-view", options.docx_view, stories))
    read = Reader(desk, console, View(options.docx_view))
    batch = Batch(stories, lambda path: (read(path),), console)
    with opened(destinations, Surface(PLAIN_WIDTH, colour=False)) as files:
        _write(batch, options.printed or (None if destinations else "text"), options.color, files)
    if not batch.close():
        raise click.exceptions.Exit(UnreadableStory.exit_code)


def _write(batch: Batch[Work], printed: str | None, colour: str, files: tuple[Stream, ...]) -> None:
    """Audit the batch into the files and, in the format `printed`, onto standard output."""
    from attribution.ahead import audits
    from attribution.outputs import Sink, Stream, write

    to_print = () if printed is None else (Stream(printed, surface(colour), Sink(results(), "standard output")),)
    works = batch.read(shows_progress=not to_print or not sys.stdout.isatty())
    write(audits(works), (*to_print, *files))
