"""`attribution check`: the options of the gate, and what it exits with."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from attribution.commands.options import AuditOptions, audit_options, stated
from attribution.console import PLAIN_WIDTH, Console, Ending, Verbosity, results, surface
from attribution.errors import NothingAudited, UnreadableStory, UsageError
from attribution.gate.format import names
from attribution.rendering import Surface

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from attribution.gate.desk import Desk
    from attribution.gate.format import Verdict

FINDINGS = 1
"""Exit code of a check that fails on what it found."""
_SEVERITIES = ("error", "warning", "info", "never")
_EXIT_CODES = """\b
Exit codes, the same for every output format; a code further down outranks one further up:
    0  every story passes
    1  findings at or above --fail-on, too many warnings, or a score under the floor
    5  some stories could not be read; the rest were checked
    3  nothing was checked: no story, all excluded, none changed
    2  wrong usage, configuration or output
   70  internal error, a bug
  130  interrupted
  141  the reader of the output went away"""


@click.command("check", epilog=_EXIT_CODES)
@click.argument("paths", metavar="[PATH…|-]", nargs=-1)
@click.option("--format", "printed", type=click.Choice(names()), help="What to print. [default: text]")
@click.option("--output", "outputs", metavar="FORMAT=PATH", multiple=True, help="Write a file too; may be repeated.")
@click.option("--select", multiple=True, metavar="CODES", help="Only these rules: codes or prefixes, parted by commas.")
@click.option(
    "--extend-select", multiple=True, metavar="CODES", help="These rules too, even where the preset has none."
)
@click.option("--ignore", multiple=True, metavar="CODES", help="Not these rules.")
@click.option("--fail-on", type=click.Choice(_SEVERITIES), help="What fails the check. [default: error]")
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="SCORE", help="The least score of every story.")
@click.option("--allow-unscored", is_flag=True, help="A story too short to score passes --fail-under.")
@click.option("--max-warnings", type=click.IntRange(0), metavar="N", help="The most warnings of all stories together.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave findings on less sure tags out.")
@click.option("--since", metavar="REF", help="Only stories changed since this branch or commit.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave stories out: a path, * and ? allowed.")
@click.option("--stdin-filename", metavar="NAME", help="The name of the story on standard input.")
@click.option("--allow-empty", is_flag=True, help="Nothing to check is a success.")
@click.option("--baseline", metavar="FILE", help="Findings that do not count: what `attribution baseline` wrote.")
@click.option("--redact", is_flag=True, help="Keep every word of the stories out of the output.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Stories at a time. [default: as many as pays]")
@click.option("--isolated", is_flag=True, help="Use no configuration.")
@audit_options
def check_command(**values: Any) -> None:
    """Check stories before publication: findings, worst first, and one exit code.

    Reads what `attribution audit` reads, and attribution.toml or [tool.attribution] above each story. A suppression
    needs a reason and never changes the score.
    """
    options = Options(**values)
    console = Console(Verbosity[options.verbosity or "NORMAL"])
    with Ending(console):
        _check(options, console)


@dataclass(frozen=True, slots=True)
class Options(AuditOptions):
    """What the command line says; a setting that it leaves to the configuration is None, empty or False."""

    paths: tuple[str, ...]
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str | None
    fail_under: float | None
    allow_unscored: bool
    max_warnings: int | None
    min_confidence: float | None
    since: str | None
    exclude: tuple[str, ...]
    stdin_filename: str | None
    allow_empty: bool
    baseline: str | None
    redact: bool
    jobs: int | None
    isolated: bool

    def given(self) -> dict[str, object]:
        """The settings of the configuration that the command line overrules, by their names there."""
        gate: dict[str, object] = {
            "select": list(self.select), "extend-select": list(self.extend_select), "ignore": list(self.ignore),
            "fail-on": self.fail_on, "fail-under": self.fail_under, "allow-unscored": self.allow_unscored,
            "max-warnings": self.max_warnings, "min-confidence": self.min_confidence, "exclude": list(self.exclude),
            "baseline": self.baseline, "redact": self.redact,
        }  # fmt: skip
        return stated(self.policy() | gate)


def _check(options: Options, console: Console) -> None:
    from attribution.commands.unheeded import view_without_document
    from attribution.gate.desk import Desk
    from attribution.outputs import check_destinations, opened, parse_destination

    if not options.paths:
        raise UsageError("no story named; give files or folders, or - for standard input")
    destinations = tuple(parse_destination(output, names()) for output in options.outputs)
    desk = Desk(options.given(), options.config, isolated=options.isolated)
    settings: dict[str, Any] = {name: setting.value for name, setting in desk.settings().items()}
    stories = _stories(options, settings["exclude"], console)
    check_destinations(destinations, stories)
    console.notes(view_without_document("--docx-view", options.docx_view, stories))
    with opened(destinations, Surface(PLAIN_WIDTH, colour=False)) as files:
        verdict = _verdict(stories, desk, settings, options, console)
        for file in files:
            file.sink.write(_rendered(verdict, file.format, file.surface))
    _print(verdict, options.printed or "text", options.color)
    _end(verdict)


def _stories(options: Options, exclude: Sequence[str], console: Console) -> tuple[str, ...]:
    """The stories to check; none of them is an error unless that is allowed."""
    try:
        return _found(options, exclude, console)
    except NothingAudited as error:
        if not options.allow_empty:
            raise
        console.note(str(error))
        return ()


def _found(options: Options, exclude: Sequence[str], console: Console) -> tuple[str, ...]:
    """The stories that are named, not excluded and, where that is asked, changed."""
    from attribution.gate.changed import changed_since
    from attribution.gate.selection import without
    from attribution.inputs import find_stories

    found = find_stories(options.paths)
    kept = without(found, exclude)
    if not kept:
        raise NothingAudited(f"all {len(found)} stories are excluded; nothing was checked")
    if options.since is None:
        return kept
    changed = changed_since(options.since, kept)
    console.note(f"{len(changed)} of {len(kept)} stories changed since {options.since}")
    if not changed:
        raise NothingAudited(
            f"no story changed since {options.since}; nothing was checked (--allow-empty accepts that)"
        )
    return changed


def _verdict(
    stories: Sequence[str], desk: Desk, settings: Mapping[str, Any], options: Options, console: Console
) -> Verdict:
    """Every story judged against the baseline and the thresholds."""
    from attribution.gate import baseline
    from attribution.gate.format import Verdict
    from attribution.gate.run import Judge, judged
    from attribution.gate.thresholds import failures
    from attribution.model import View

    file = desk.baseline()
    known = baseline.read(file) if file is not None else None
    judge = Judge(desk, known, settings["redact"], options.stdin_filename, View(options.docx_view))
    all_ = tuple(judged(judge, stories, console, options.jobs))
    checks = tuple(each.checked for each in all_ if each.checked is not None)
    if known is not None:
        found = sum((each.entries for each in all_), Counter[baseline.Entry]())
        gone = len(list(baseline.stale(known, found, [story.path for story in checks])))
        if gone:
            console.note(f"{gone} entries of {file} are found no more; `attribution baseline prune` drops them")
    unread = tuple(each.error for each in all_ if each.error is not None)
    return Verdict(checks, failures(checks, desk.thresholds()), unread, known is not None, settings["policy-url"])


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
