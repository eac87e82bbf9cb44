"""Where in a TOML text a setting stands, so that a message can name the line."""

from __future__ import annotations

import re
from collections.abc import Sequence

_KEY = re.compile(r"""[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*'""")
_DOTTED = rf"(?:{_KEY.pattern})(?:[ \t]*\.[ \t]*(?:{_KEY.pattern}))*"
_SETTING = re.compile(rf"^[ \t]*(?:\[\[?[ \t]*(?P<table>{_DOTTED})[ \t]*\]|(?P<key>{_DOTTED})[ \t]*=)", re.MULTILINE)


def line_of(text: str, path: Sequence[str]) -> int:
    """The line, counted from 1, on which the setting at a path of keys stands, or else the nearest that holds it."""
    table: tuple[str, ...] = ()
    nearest, line = 0, 1
    for found in _SETTING.finditer(text):
        names = tuple(each.strip("'\"") for each in _KEY.findall(found["table"] or found["key"]))
        table = names if found["table"] else table
        here = names if found["table"] else (*table, *names)
        shared = min(len(here), len(path))
        if shared > nearest and here[:shared] == tuple(path[:shared]):
            nearest, line = shared, text.count("\n", 0, found.start()) + 1
    return line
