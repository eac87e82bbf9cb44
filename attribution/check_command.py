"""`attribution check`: the options of the gate, and what it exits with."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from attribution.console import PLAIN_WIDTH, Console, Ending, Verbosity, results, surface
from attribution.errors import NothingAudited, UnreadableStory, UsageError
from attribution.gate.format import names
from attribution.options import GENRES, PRESETS, color_option, outlet_options, override, own_outlet, verbosity_options
from attribution.rendering import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from attribution.gate.baseline import Baseline
    from attribution.gate.format import Verdict
    from attribution.gate.placed import Checked
    from attribution.gate.run import Run
    from attribution.gate.thresholds import Thresholds
    from attribution.report import Report

FINDINGS = 1
"""Exit code of a check that fails on what it found."""
_SEVERITIES = ("error", "warning", "info", "never")
EXIT_CODES = """\b
Exit codes, the same for every output format; a code further down outranks one further up:
    0  every story passes
    1  findings at or above --fail-on, too many warnings, or a score under the floor
    5  some stories could not be read; the rest were checked
    3  nothing was checked: no story, all excluded, none changed
    2  wrong usage, configuration or output
   70  internal error, a bug
  130  interrupted
  141  the reader of the output went away"""


@click.command("check", epilog=EXIT_CODES)
@click.argument("paths", metavar="[PATH…|-]", nargs=-1)
@click.option("--format", "printed", type=click.Choice(names()), help="What to print. [default: text]")
@click.option("--output", "outputs", metavar="FORMAT=PATH", multiple=True, help="Write a file too; may be repeated.")
@click.option("--select", multiple=True, metavar="CODES", help="Only these rules: codes or prefixes, parted by commas.")
@click.option(
    "--extend-select", multiple=True, metavar="CODES", help="These rules too, even where the preset has them off."
)
@click.option("--ignore", multiple=True, metavar="CODES", help="Not these rules.")
@click.option("--preset", type=click.Choice(PRESETS), default="default", show_default=True, help="Whose severities.")
@click.option(
    "--genre", type=click.Choice(GENRES), default="news", show_default=True, help="What kind of stories these are."
)
@click.option("--severity", "severities", metavar="CODE=LEVEL", multiple=True, help="A rule's own severity, or off.")
@click.option(
    "--fail-on", type=click.Choice(_SEVERITIES), default="error", show_default=True, help="What fails the check."
)
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="SCORE", help="The least score of every story.")
@click.option("--allow-unscored", is_flag=True, help="A story too short to score passes --fail-under.")
@click.option("--max-warnings", type=click.IntRange(0), metavar="N", help="The most warnings of all stories together.")
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Leave findings on less sure tags out."
)
@click.option("--since", metavar="REF", help="Only stories changed since this branch or commit.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave stories out: a path, * and ? allowed.")
@click.option("--stdin-filename", metavar="NAME", help="The name of the story on standard input.")
@click.option("--allow-empty", is_flag=True, help="Nothing to check is a success.")
@click.option("--baseline", metavar="FILE", help="Findings that do not count: what `attribution baseline` wrote.")
@click.option("--redact", is_flag=True, help="Keep every word of the stories out of the output.")
@outlet_options
@color_option
@verbosity_options
def check_command(
    paths: tuple[str, ...],
    printed: str | None,
    outputs: tuple[str, ...],
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    preset: str,
    genre: str,
    severities: tuple[str, ...],
    fail_on: str,
    fail_under: float | None,
    allow_unscored: bool,  # noqa: FBT001 (click hands options over by name)
    max_warnings: int | None,
    min_confidence: float,
    since: str | None,
    exclude: tuple[str, ...],
    stdin_filename: str | None,
    allow_empty: bool,  # noqa: FBT001
    baseline: str | None,
    redact: bool,  # noqa: FBT001
    outlet: str | None,
    outlets: str | None,
    color: str,
    verbosity: str | None,
) -> None:
    """Check stories before publication: findings, worst first, and one exit code.

    Reads what `attribution audit` reads. A suppression needs a reason and never changes the score.
    """
    console = Console(Verbosity[verbosity or "NORMAL"])
    with Ending(console):
        from attribution.finding import Severity
        from attribution.gate.baseline import read as read_baseline
        from attribution.gate.placed import checked, redacted
        from attribution.gate.run import Run
        from attribution.gate.selection import overrides
        from attribution.gate.thresholds import Thresholds
        from attribution.house_list import read_outlets
        from attribution.outputs import check_destinations, opened, parse_destination
        from attribution.policy import Genre, Policy

        if not paths:
            raise UsageError("no story named; give files or folders, or - for standard input")
        destinations = tuple(parse_destination(output, names()) for output in outputs)
        own = Policy(
            preset=preset,
            genre=Genre(genre),
            overrides=tuple(map(override, severities)),
            today=date.today(),
            outlets=read_outlets(outlets) if outlets else (),
        )
        policy = replace(own, overrides=overrides(select, extend_select, ignore, own))
        level = None if fail_on == "never" else Severity(fail_on)
        thresholds = Thresholds(level, fail_under, max_warnings, allow_unscored)
        try:
            stories = _stories(paths, since, exclude, console)
        except NothingAudited:
            if not allow_empty:
                raise
            stories = ()
        check_destinations(destinations, stories)
        known = read_baseline(baseline) if baseline else None
        run = Run(stories, policy, own_outlet(outlet), min_confidence, stdin_filename, console)
        with opened(destinations, Surface(PLAIN_WIDTH, colour=False)) as files:
            verdict = _verdict(run, thresholds, known, redacted if redact else checked)
            for file in files:
                file.sink.write(_rendered(verdict, file.format, file.surface))
        _print(verdict, printed or "text", color)
        _end(verdict)


def _stories(paths: Sequence[str], since: str | None, exclude: Sequence[str], console: Console) -> tuple[str, ...]:
    """The stories to check, after what is excluded and what has not changed is left out."""
    from attribution.gate.changed import changed_since
    from attribution.gate.selection import without
    from attribution.inputs import find_stories

    found = find_stories(paths)
    kept = without(found, exclude)
    if not kept:
        raise NothingAudited(f"all {len(found)} stories are excluded; nothing was checked")
    if since is None:
        return kept
    changed = changed_since(since, kept)
    console.note(f"{len(changed)} of {len(kept)} stories changed since {since}")
    if not changed:
        raise NothingAudited(f"no story changed since {since}; nothing was checked (--allow-empty lets that pass)")
    return changed


def _verdict(run: Run, thresholds: Thresholds, known: Baseline | None, keep: Callable[[Report], Checked]) -> Verdict:
    """Every story checked against the baseline and the thresholds."""
    from attribution.gate import baseline
    from attribution.gate.format import Verdict
    from attribution.gate.thresholds import failures

    checks: list[Checked] = []
    found: Counter[baseline.Entry] = Counter()
    for report in run.reports():
        if known is not None:
            found.update(baseline.counted(known, (report,)))
        checks.append(keep(report if known is None else known.waive(report)))
    if known is not None:
        left = len(list(baseline.stale(known, found, [story.path for story in checks])))
        if left:
            run.console.note(
                f"{left} entries of {known.file} are found no more; `attribution baseline prune` drops them"
            )
    return Verdict(tuple(checks), failures(checks, thresholds), tuple(run.unread))


def _rendered(verdict: Verdict, name: str, on: Surface) -> str:
    from attribution.gate.format import named

    return named(name).render(verdict, on)


def _print(verdict: Verdict, name: str, color: str) -> None:
    """Print the verdict; in a job of GitHub's, annotations bring the job's summary along."""
    from attribution.outputs import Sink

    sink = Sink(results(), "standard output")
    sink.write(_rendered(verdict, name, surface(color)))
    sink.flush()
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if name == "github" and summary:
        with open(summary, "a", encoding="utf-8") as file:
            file.write(_rendered(verdict, "markdown", Surface(PLAIN_WIDTH, colour=False)))


def _end(verdict: Verdict) -> None:
    """Exit as the verdict says: what could not be read outranks what was found."""
    if verdict.unread:
        raise click.exceptions.Exit(UnreadableStory.exit_code)
    if verdict.failures:
        raise click.exceptions.Exit(FINDINGS)
