"""`attribution config`: what holds, where each value comes from, and a file to begin with."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from attribution.console import Console, Ending, Verbosity, results, surface
from attribution.errors import UsageError

if TYPE_CHECKING:
    from attribution.configuration import Setting

_TEMPLATE = """\
# Settings of `attribution`; `attribution schema config` says what each may hold, `attribution config show` what holds.
preset = "default"            # or ap, reuters, bbc, nyt, npr, strict: in the manner of a handbook
# outlet = "The Example Times"
# outlets = ["Sabel Herald | the Herald"]
fail-on = "error"             # or warning, info, never
# fail-under = 55
# baseline = "attribution-baseline.json"
# policy-url = "https://www.example.org/standards"
redact = false                # true keeps story text out of logs that others can read

[severity]
# ANO102 = "error"

[drafts]                      # stories whose front matter says draft: true
fail-on = "never"

# [per-path."content/opinion/*"]
# genre = "opinion"
"""


@click.group("config")
def config_command() -> None:
    """The configuration: attribution.toml, or [tool.attribution] in pyproject.toml."""


@config_command.command("show")
@click.argument("story", required=False)
@click.option("--config", "file", metavar="FILE", help="Of this file.")
def show_command(story: str | None, file: str | None) -> None:
    """Print every setting with where it comes from: for a story, or for a check in this folder."""
    with Ending(Console(Verbosity.NORMAL)):
        from attribution.gate.desk import Desk
        from attribution.outputs import Sink
        from attribution.terminal_page import table

        rows = [(name, _value(setting), setting.origin) for name, setting in Desk({}, file).settings(story).items()]
        room = max(20, surface("never").width - 40)
        sink = Sink(results(), "standard output")
        sink.write("".join(f"{line}\n" for line in table(("setting", "value", "from"), rows, (None, room, None))))
        sink.flush()


def _value(setting: Setting) -> str:
    value = setting.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key} = {each}" for key, each in value.items()) or "–"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    return "–" if value is None else str(value)


@config_command.command("init")
def init_command() -> None:
    """Write an attribution.toml to begin with into this folder."""
    console = Console(Verbosity.NORMAL)
    with Ending(console):
        from attribution.configuration import OWN
        from attribution.outputs import Destination, opened
        from attribution.rendering import Surface

        if os.path.exists(OWN):
            raise UsageError(f"{OWN} is there already; edit it, or move it away first")
        with opened((Destination("toml", OWN),), Surface(80, colour=False)) as (stream,):
            stream.sink.write(_TEMPLATE)
        console.note(f"{OWN} written")
