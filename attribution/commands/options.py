"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import click

from attribution.errors import UsageError
from attribution.paths import shown

if TYPE_CHECKING:
    from attribution.policy import Override
    from attribution.rule import Rule

PRESETS = ("default", "ap", "reuters", "bbc", "nyt", "npr", "strict")
GENRES = ("news", "analysis", "opinion", "live")
VIEWS = ("final", "original")
"""The values of `View`, which would cost `--help` an import."""

_EMPTY: tuple[object, ...] = ([], {})
Command = TypeVar("Command", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class AuditOptions:
    """What the command line says about each audit and what is printed of it; what it leaves open is None or empty."""

    printed: str | None
    outputs: tuple[str, ...]
    preset: str | None
    genre: str | None
    severities: tuple[str, ...]
    outlet: str | None
    outlets: str | None
    docx_view: str
    config: str | None
    color: str
    verbosity: str | None

    def policy(self) -> dict[str, object]:
        """The settings of the policy, by their names in the configuration.

        Raises:
            UsageError: one of them cannot be followed.
        """
        return policy_settings(self.preset, self.genre, self.severities, self.outlet, self.outlets)


def audit_options(command: Command) -> Command:
    """How each story is read and judged, what its texts look like, and how much is said: see `AuditOptions`."""
    added = (
        click.option(
            "--preset", type=click.Choice(PRESETS), help="Severities in the manner of a handbook. [default: default]"
        ),
        click.option("--genre", type=click.Choice(GENRES), help="What kind of stories these are. [default: news]"),
        click.option(
            "--severity",
            "severities",
            metavar="CODE=LEVEL",
            multiple=True,
            help="A rule's own severity: error, warning, info or off; may be repeated.",
        ),
        click.option("--outlet", metavar="NAME", help="The news organisation whose stories these are."),
        click.option(
            "--outlets",
            metavar="FILE",
            help="Outlets to know beside the shipped list: one a line, other names after ' | '.",
        ),
        click.option(
            "--docx-view",
            type=click.Choice(VIEWS),
            default=VIEWS[0],
            show_default=True,
            help="Word documents as if all tracked changes were accepted, or rejected.",
        ),
        click.option("--config", metavar="FILE", help="Use this configuration for every story."),
        color_option,
        verbosity_options,
    )
    for option in reversed(added):
        command = option(command)
    return command


def color_option(command: Command) -> Command:
    """Whether printed text has colours."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colours in printed text; auto heeds NO_COLOR and FORCE_COLOR.",
    )(command)


def verbosity_options(command: Command) -> Command:
    """How much is said on standard error."""
    quiet = click.option("-q", "--quiet", "verbosity", flag_value="QUIET", help="No progress, no summary.")
    verbose = click.option(
        "-v", "--verbose", "verbosity", flag_value="VERBOSE", help="How each file was read; tracebacks of bugs."
    )
    return quiet(verbose(command))


def own_outlet(name: str | None) -> str | None:
    """The value of `--outlet`.

    Raises:
        UsageError: it is no name.
    """
    if name is not None and (not name.strip() or shown(name) != name):
        raise UsageError(f"--outlet {shown(name)!r} is no name; write it as the stories do")
    return name


def override(value: str) -> Override:
    """The override that `CODE=LEVEL` names.

    Raises:
        UsageError: there is no such rule or level.
    """
    from attribution.finding import Severity
    from attribution.policy import Override

    code, _, level = value.partition("=")
    found = rule(code)
    if level not in (*(severity.value for severity in Severity), "off"):
        raise UsageError(f"--severity {shown(value)}: write {found.code}=error, =warning, =info or =off")
    return Override(found.code, None if level == "off" else Severity(level))


def stated(values: Mapping[str, object]) -> dict[str, object]:
    """The settings that the command line states: those that are not None, False or empty."""
    return {key: value for key, value in values.items() if not (value is None or value is False or value in _EMPTY)}


def policy_settings(
    preset: str | None, genre: str | None, severities: Sequence[str], outlet: str | None, outlets: str | None
) -> dict[str, object]:
    """The settings of the policy that the command line states, by their names in the configuration.

    Raises:
        UsageError: one of them cannot be followed.
    """
    from attribution.house_list import read_outlets

    listed = [" | ".join(row) for row in read_outlets(outlets)] if outlets else []
    named = dict(part.split("=", 1) for part in map(checked_override, severities))
    return {"preset": preset, "genre": genre, "severity": named, "outlet": own_outlet(outlet), "outlets": listed}


def checked_override(value: str) -> str:
    """The value of `--severity` with its code as the rules write it.

    Raises:
        UsageError: there is no such rule or level.
    """
    made = override(value)
    return f"{made.code}={value.partition('=')[2]}"


def rule(code: str) -> Rule:
    """The rule of a code, in capitals or not, or of a name.

    Raises:
        UsageError: there is none.
    """
    from difflib import get_close_matches

    from attribution.enforcement import rules

    known = {each.code: each for each in rules()}
    found = known.get(code.upper()) or next((each for each in rules() if each.name == code.lower()), None)
    if found is None:
        near = get_close_matches(code.upper(), known, n=1)
        hint = f"did you mean {near[0]}?" if near else "`attribution rules` lists them"
        raise UsageError(f"there is no rule {shown(code)!r}; {hint}")
    return found
