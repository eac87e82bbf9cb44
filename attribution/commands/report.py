"""`attribution report`: reports for people to read, from stories or from reports that were kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from attribution.commands.options import AuditOptions, audit_options, stated
from attribution.console import PLAIN_WIDTH, Console, Ending, Verbosity, results, surface
from attribution.errors import UnreadableStory, UsageError
from attribution.paths import as_unicode
from attribution.publishing import published
from attribution.rendering import Surface, formats

if TYPE_CHECKING:
    from attribution.batch import Batch
    from attribution.gate.desk import Desk
    from attribution.outputs import Stream
    from attribution.publishing import Order
    from attribution.report import Report

_EXIT_CODES = """\b
Exit codes, the same for every output format:
    0  every report was written
    2  wrong usage, or an output that cannot be written
    3  nothing was audited
    5  some files could not be read; the rest are reported
   70  internal error, a bug
  130  interrupted
  141  the reader of the output went away"""


@click.command("report", epilog=_EXIT_CODES)
@click.argument("paths", metavar="[PATH…|-]", nargs=-1)
@click.option("--format", "printed", type=click.Choice(formats()), help="Print the reports in this format.")
@click.option(
    "--output",
    "outputs",
    metavar="FORMAT=PATH",
    multiple=True,
    help=f"Write reports; may be repeated. {', '.join(published())} take a file for one story, a folder for many.",
)
@click.option("--baseline", metavar="FILE", help="Findings that do not count: what `attribution baseline` wrote.")
@click.option("--mark-tags", is_flag=True, help="Show each sentence's tag in --output docx= too.")
@audit_options
def report_command(**values: Any) -> None:
    """Write reports that people read, such as a web page on each story.

    A PATH is a story, a folder of stories, or a .json or .jsonl file of reports that `attribution audit` wrote: these
    are shown as they were audited, whatever the settings are now.
    """
    options = Options(**values)
    console = Console(Verbosity[options.verbosity or "NORMAL"])
    with Ending(console):
        _report(options, console)


@dataclass(frozen=True, slots=True)
class Options(AuditOptions):
    """What the command line says; a setting that it leaves to the configuration is None or empty."""

    paths: tuple[str, ...]
    mark_tags: bool
    baseline: str | None

    def given(self) -> dict[str, object]:
        """The settings of the configuration that the command line overrules, by their names there."""
        return stated(self.policy() | {"baseline": self.baseline})


def _report(options: Options, console: Console) -> None:
    from attribution.batch import Batch
    from attribution.commands.unheeded import settings_of_kept_reports, view_without_document
    from attribution.gate.desk import Desk
    from attribution.inputs import find_stories
    from attribution.outputs import check_destinations, opened, parse_destination, write
    from attribution.publishing import publish

    if not options.paths:
        raise UsageError("no story named; give files or folders, reports as .json, or - for standard input")
    if not options.outputs and not options.printed:
        raise UsageError("nowhere to write to; say --output html=report.html, or print with --format")
    if options.mark_tags and not any(each.startswith("docx=") for each in options.outputs):
        raise UsageError("--mark-tags shows tags in a Word copy; say --output docx=FILE too")
    destinations = tuple(parse_destination(output, (*formats(), *published())) for output in options.outputs)
    to_publish = tuple(each for each in destinations if each.format in published())
    streamed = tuple(each for each in destinations if each.format not in published())
    files = find_stories(options.paths)
    check_destinations(destinations, files)
    console.notes(settings_of_kept_reports(files, tuple(options.given())))
    console.notes(view_without_document("--docx-view", options.docx_view, files))
    batch = Batch(files, _opened(options, Desk(options.given(), options.config), console), console)
    reports = batch.read(shows_progress=options.printed is None)
    order = _order(options, (*files, *(each.path for each in streamed)), batch)
    with opened(streamed, Surface(PLAIN_WIDTH, colour=False)) as streams:
        write(publish(reports, to_publish, order), (*_printer(options), *streams))
    if not batch.close():
        raise click.exceptions.Exit(UnreadableStory.exit_code)


def _opened(options: Options, desk: Desk, console: Console) -> Callable[[str], tuple[Report, ...]]:
    """What a file stands for: the reports in it as they are, or that on the story in it, known findings let stand."""
    from attribution.audit import audit
    from attribution.batch import Reader
    from attribution.gate import baseline
    from attribution.model import View
    from attribution.report_files import is_report_file, read_report_file

    read = Reader(desk, console, View(options.docx_view))
    file = desk.baseline()
    waive = baseline.read(file).waive if file is not None else _unchanged

    def opened(path: str) -> tuple[Report, ...]:
        return read_report_file(path) if is_report_file(path) else (waive(audit(*read(path))),)

    return opened


def _unchanged(report: Report) -> Report:
    return report


def _order(options: Options, untouched: Iterable[str], batch: Batch[Report]) -> Order:
    """How files are wanted; `untouched` are those that are read, or written by other formats."""
    from attribution.inputs import read_input
    from attribution.publishing import Order
    from attribution.word.commented import TagMarks

    paths = tuple(untouched)
    named = {as_unicode(path): path for path in paths}
    return Order(
        original=lambda path: read_input(named.get(path, path), sys.stdin.buffer),
        tag_marks=TagMarks.SHADED if options.mark_tags else TagMarks.NONE,
        untouched=frozenset(map(os.path.realpath, paths)),
        refused=batch.refuse,
    )


def _printer(options: Options) -> tuple[Stream, ...]:
    """Standard output, if it is to have the reports."""
    from attribution.outputs import Sink, Stream

    if options.printed is None:
        return ()
    return (Stream(options.printed, surface(options.color), Sink(results(), "standard output")),)
