"""`attribution report`: reports for people to read, from stories or from reports that were kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from attribution.console import PLAIN_WIDTH, Console, Ending, Verbosity, results, surface
from attribution.errors import UnreadableStory, UsageError
from attribution.options import (
    GENRES,
    PRESETS,
    color_option,
    docx_view_option,
    outlet_options,
    policy_settings,
    stated,
    verbosity_options,
)
from attribution.publishing import published
from attribution.rendering import Surface, formats

if TYPE_CHECKING:
    from attribution.gate.desk import Desk
    from attribution.model import View
    from attribution.outputs import Destination
    from attribution.report import Report

EXIT_CODES = """\b
Exit codes, the same for every output format:
    0  every report was written
    2  wrong usage, or an output that cannot be written
    3  nothing was audited
    5  some files could not be read; the rest are reported
   70  internal error, a bug
  130  interrupted
  141  the reader of the output went away"""


@click.command("report", epilog=EXIT_CODES)
@click.argument("paths", metavar="[PATH…|-]", nargs=-1)
@click.option("--format", "printed", type=click.Choice(formats()), help="Print the reports in this format.")
@click.option(
    "--output",
    "outputs",
    metavar="FORMAT=PATH",
    multiple=True,
    help=f"Write reports; may be repeated. {', '.join(published())} take a file for one story, a folder for many.",
)
@click.option("--preset", type=click.Choice(PRESETS), help="Severities in the manner of a handbook. [default: default]")
@click.option("--genre", type=click.Choice(GENRES), help="What kind of stories these are. [default: news]")
@click.option("--severity", "severities", metavar="CODE=LEVEL", multiple=True, help="A rule's own severity, or off.")
@click.option("--baseline", metavar="FILE", help="Findings that do not count: what `attribution baseline` wrote.")
@docx_view_option
@outlet_options
@click.option("--config", metavar="FILE", help="Use this configuration for every story.")
@color_option
@verbosity_options
def report_command(
    paths: tuple[str, ...],
    printed: str | None,
    outputs: tuple[str, ...],
    preset: str | None,
    genre: str | None,
    severities: tuple[str, ...],
    baseline: str | None,
    outlet: str | None,
    outlets: str | None,
    docx_view: str,
    config: str | None,
    color: str,
    verbosity: str | None,
) -> None:
    """Write reports that people read, such as a web page on each story.

    A PATH is a story, a folder of stories, or a .json or .jsonl file of reports that `attribution audit` wrote: these
    are shown as they were audited, whatever the settings are now.
    """
    console = Console(Verbosity[verbosity or "NORMAL"])
    with Ending(console):
        from attribution.batch import Batch
        from attribution.gate.desk import Desk
        from attribution.inputs import find_stories
        from attribution.model import View
        from attribution.outputs import check_destinations, parse_destination

        if not paths:
            raise UsageError("no story named; give files or folders, reports as .json, or - for standard input")
        if not outputs and not printed:
            raise UsageError("nowhere to write to; say --output html=report.html, or print with --format")
        known = (*formats(), *published())
        destinations = tuple(parse_destination(output, known) for output in outputs)
        given = stated(policy_settings(preset, genre, severities, outlet, outlets) | {"baseline": baseline})
        files = find_stories(paths)
        check_destinations(destinations, files)
        batch = Batch(files, _opened(Desk(given, config), console, View(docx_view)), console)
        _write(batch.reports(shows_progress=printed is None), printed, color, destinations, files)
        if not batch.close():
            raise click.exceptions.Exit(UnreadableStory.exit_code)


def _opened(desk: Desk, console: Console, view: View) -> Callable[[str], tuple[Report, ...]]:
    """What a file stands for: the reports in it, or the one on the story in it, known findings let stand."""
    from attribution.batch import Auditor
    from attribution.gate import baseline
    from attribution.report_files import is_report_file, read_report_file

    audited = Auditor(desk, console, view)
    file = desk.baseline()
    waive = baseline.read(file).waive if file is not None else _unchanged

    def opened(path: str) -> tuple[Report, ...]:
        return tuple(map(waive, read_report_file(path) if is_report_file(path) else audited(path)))

    return opened


def _unchanged(report: Report) -> Report:
    return report


def _write(
    reports: Iterator[Report],
    printed: str | None,
    color: str,
    destinations: Sequence[Destination],
    stories: Sequence[str],
) -> None:
    """Publish the reports, write them into files and, in the format `printed`, onto standard output."""
    from attribution.outputs import Sink, Stream, opened, write
    from attribution.publishing import publish

    to_print = () if printed is None else (Stream(printed, surface(color), Sink(results(), "standard output")),)
    streamed = tuple(each for each in destinations if each.format not in published())
    with opened(streamed, Surface(PLAIN_WIDTH, colour=False)) as files:
        passed = publish(reports, tuple(each for each in destinations if each.format in published()), stories)
        write(passed, (*to_print, *files))
