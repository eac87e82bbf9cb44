"""`attribution diff`: what became of a story's sourcing from one version to the next."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from attribution.commands.options import VIEWS, AuditOptions, audit_options, stated
from attribution.comparison.format import names
from attribution.console import PLAIN_WIDTH, Console, Ending, Verbosity, results, surface
from attribution.errors import NothingAudited, UnreadableReport, UnreadableStory, UsageError
from attribution.paths import STDIN, shown
from attribution.rendering import Surface

if TYPE_CHECKING:
    from attribution.batch import Reader
    from attribution.comparison.comparing import Comparison
    from attribution.gate.desk import Desk
    from attribution.report import Report

WORSE = 1
"""Exit code of a comparison that fails because something got worse."""
_EXIT_CODES = """\b
Exit codes, the same for every output format:
    0  the two were compared, whatever differs
    1  --fail-if-worse, and something got worse
    2  wrong usage, a path that does not exist, an output that cannot be written
    3  neither could be read
    5  one of them could not be read
   70  internal error, a bug
  130  interrupted
  141  the reader of the output went away"""


@click.command("diff", epilog=_EXIT_CODES)
@click.argument("old")
@click.argument("new")
@click.option("--format", "printed", type=click.Choice(names()), help="What to print. [default: text]")
@click.option(
    "--output",
    "outputs",
    metavar="FORMAT=PATH",
    multiple=True,
    help="Write a file; may be repeated. Then nothing is printed unless --format is given too.",
)
@click.option("--fail-if-worse", is_flag=True, help="Exit with 1 if anything is listed as worse.")
@click.option("--stdin-filename", metavar="NAME", help="The name of the story on standard input.")
@click.option(
    "--old-docx-view",
    type=click.Choice(VIEWS),
    help="The same for OLD alone; `original` compares a document with its own tracked changes.",
)
@audit_options
def diff_command(**values: Any) -> None:
    """Compare two versions of a story: what got better and worse, tags, sources, findings, score.

    OLD and NEW are each a story that `attribution audit` reads (one of them may be - for standard input), or a report
    that it wrote with --output json=FILE. The policy options hold for stories; a report keeps the policy of its audit.
    """
    options = Options(**values)
    console = Console(Verbosity[options.verbosity or "NORMAL"])
    with Ending(console):
        _diff(options, console)


@dataclass(frozen=True, slots=True)
class Options(AuditOptions):
    """What the command line says."""

    old: str
    new: str
    fail_if_worse: bool
    stdin_filename: str | None
    old_docx_view: str | None

    def given(self) -> dict[str, object]:
        """The settings of the configuration that the command line overrules, by their names there."""
        return stated(self.policy())


def _diff(options: Options, console: Console) -> None:
    from attribution.commands.unheeded import settings_of_kept_reports, view_without_document
    from attribution.comparison.balance import balance
    from attribution.comparison.comparing import compared
    from attribution.comparison.format import named
    from attribution.gate.desk import Desk
    from attribution.outputs import check_destinations, opened, parse_destination

    paths = _checked(options.old, options.new)
    destinations = tuple(parse_destination(output, names()) for output in options.outputs)
    check_destinations(destinations, paths)
    console.notes(settings_of_kept_reports(paths, tuple(options.given())))
    console.notes(view_without_document("--docx-view", options.docx_view, paths))
    console.notes(view_without_document("--old-docx-view", options.old_docx_view, paths[:1]))
    desk = Desk(options.given(), options.config)
    with opened(destinations, Surface(PLAIN_WIDTH, colour=False)) as files:
        comparison = compared(*_both(paths, options, desk, console))
        for file in files:
            file.sink.write(named(file.format).render(comparison, file.surface))
    on_terminal = options.printed or (None if destinations else "text")
    if on_terminal is not None:
        _print(comparison, on_terminal, options.color)
    if options.fail_if_worse and balance(comparison).worse:
        raise click.exceptions.Exit(WORSE)


def _checked(old: str, new: str) -> tuple[str, str]:
    """The two paths, each of something that can be read as one story or report.

    Raises:
        UsageError: one of them is not.
    """
    if old == new == STDIN:
        raise UsageError("standard input holds one version only; name a file for the other")
    for path in (old, new):
        if path != STDIN and os.path.isdir(path):
            raise UsageError(f"{shown(path)} is a folder; name one story or report")
        if path != STDIN and not os.path.exists(path):
            raise UsageError(f"{shown(path)}: no such file; check the path")
    return old, new


def _both(paths: tuple[str, str], options: Options, desk: Desk, console: Console) -> tuple[Report, Report]:
    """The reports on both versions; says of each that cannot be read why.

    Raises:
        NothingAudited: neither can be read.
        Exit: one of them cannot.
    """
    from attribution.batch import Reader
    from attribution.model import View

    views = (options.old_docx_view or options.docx_view, options.docx_view)
    found = []
    for path, view in zip(paths, views, strict=True):
        try:
            found.append(_report(path, Reader(desk, console, View(view), options.stdin_filename)))
        except (UnreadableStory, UnreadableReport) as error:
            console.error(str(error))
    if not found:
        raise NothingAudited("nothing was compared: neither version could be read")
    if len(found) < len(paths):
        raise click.exceptions.Exit(UnreadableStory.exit_code)
    old, new = found
    return old, new


def _report(path: str, read: Reader) -> Report:
    """The one report in a file, or the one on the story in it."""
    from attribution.audit import audit
    from attribution.report_files import is_report_file, read_report_file

    found = read_report_file(path) if is_report_file(path) else (audit(*read(path)),)
    if len(found) != 1:
        raise UnreadableReport(f"{shown(path)} holds {len(found)} reports; write the one to compare into its own file")
    return found[0]


def _print(comparison: Comparison, name: str, color: str) -> None:
    from attribution.comparison.format import named
    from attribution.outputs import Sink

    sink = Sink(results(), "standard output")
    sink.write(named(name).render(comparison, surface(color)))
    sink.flush()
