"""The command line: the only room that reads arguments, opens files, prints and exits.

What costs time to import is imported by the command that needs it, so that `--help` answers at once.
"""

from __future__ import annotations

import atexit
import gc
import os
from collections.abc import Iterable

import click

from attribution import __version__
from attribution.commands.audit import audit_command
from attribution.commands.baseline import baseline_command
from attribution.commands.check import check_command
from attribution.commands.config import config_command
from attribution.commands.diff import diff_command
from attribution.commands.options import PRESETS, rule
from attribution.commands.report import report_command
from attribution.console import Console, Ending, Verbosity, results, surface
from attribution.errors import UsageError
from attribution.paths import shown

_SCHEMAS = ("report", "check", "baseline", "config", "diff")
YOUNG_OBJECTS = 50_000
"""Objects made before the collector of garbage looks for cycles: hardly any module or story leaves one, and looking for
them as often as Python does is a tenth of a cold audit."""
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
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the sums of one story are short
    gc.set_threshold(YOUNG_OBJECTS)
    atexit.register(gc.freeze)  # memory goes back at the end anyway: no last search for cycles in all that was read


main.add_command(audit_command)
main.add_command(check_command)
main.add_command(baseline_command)
main.add_command(config_command)
main.add_command(report_command)
main.add_command(diff_command)


@main.command("rules", epilog=_EXIT_CODES)
@click.option("--format", "printed", type=click.Choice(["table", "json", "markdown"]), default="table")
@click.option("--preset", type=click.Choice(PRESETS), default="default", show_default=True, help="Whose severities.")
def rules_command(printed: str, preset: str) -> None:
    """List the rules: what each objects to, and how gravely."""
    with Ending(Console(Verbosity.NORMAL)):
        from attribution.enforcement import rules
        from attribution.rule_pages import as_json, as_markdown, as_table

        if printed == "json":
            _print(as_json(rules()))
        elif printed == "markdown":
            _print_lines(as_markdown(rules()))
        else:
            _print_lines(as_table(rules(), preset, surface("auto")))


@main.command("explain", epilog=_EXIT_CODES)
@click.argument("code")
def explain_command(code: str) -> None:
    """Explain a rule: why it objects, whose standard says so, and how often it was right."""
    with Ending(Console(Verbosity.NORMAL)):
        from attribution.rule_pages import explained, problem_explained
        from attribution.suppressions import Problem

        problem = next(
            (each for each in Problem if code.upper() == each.value[0] or code.lower() == each.value[1]), None
        )
        on = surface("auto")
        _print_lines(problem_explained(problem, on) if problem is not None else explained(rule(code), on))


def _print_lines(lines: Iterable[str]) -> None:
    _print("".join(f"{line}\n" for line in lines))


def _print(text: str) -> None:
    from attribution.outputs import Sink

    sink = Sink(results(), "standard output")
    sink.write(text)
    sink.flush()


@main.command("schema")
@click.argument("name", type=click.Choice(_SCHEMAS))
def schema_command(name: str) -> None:
    """Print the JSON Schema of a document."""
    with Ending(Console(Verbosity.NORMAL)):
        from attribution.schema import schema_text

        _print(schema_text(name))


@main.command("validate", epilog=_EXIT_CODES)
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
def validate_command(files: tuple[str, ...]) -> None:
    """Hold files that the tool wrote against their schemas: reports, comparisons, checks and baselines.

    A .json file holds one document or an array of them, a .jsonl file one a line. What is none of the four is held
    against the schema of the report. Nothing is fetched from the network.
    """
    console = Console(Verbosity.NORMAL)
    with Ending(console):
        verdicts = [_judged(path, console) for path in files]
        if not all(verdicts):
            raise click.exceptions.Exit(UsageError.exit_code)


def _judged(path: str, console: Console) -> bool:
    """Print what is wrong with a file, or that it is valid, and what it was taken for."""
    from collections import Counter

    from attribution.outputs import Sink
    from attribution.phrasing import counted
    from attribution.validation import validate

    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        console.error(f"{shown(path)} cannot be read ({(error.strerror or str(error)).lower()}); check the path")
        return False
    documents, problems = validate(data, path)
    lines = [f"{path}:{each.line}: {each.json_path}: {each.message}" for each in problems[:_MOST_PROBLEMS]]
    if len(problems) > _MOST_PROBLEMS:
        lines.append(f"{path}: and {len(problems) - _MOST_PROBLEMS} more")
    if documents:
        held = (counted(number, name) for name, number in Counter(documents).items())
        lines.append(f"{path}: {'not valid' if problems else 'valid'}, {', '.join(held)}")
    sink = Sink(results(), "standard output")
    sink.write("".join(f"{shown(line)}\n" for line in lines))
    sink.flush()
    return not problems
