"""Configuration: `attribution.toml`, or `[tool.attribution]` in pyproject.toml, the nearest one above a story.

`schemas/config.schema.json` says what it may hold. What the command line says goes before the file, and what a section
`[per-path."content/opinion/*"]` says before the rest of the file.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from attribution.errors import UsageError
from attribution.gate.patterns import fits
from attribution.paths import shown
from attribution.schema import CONFIG, flaws, schema

OWN, SHARED = "attribution.toml", "pyproject.toml"
DEFAULTS: Mapping[str, object] = {
    "preset": "default", "genre": "news", "outlet": None, "select": [], "extend-select": [], "ignore": [],
    "severity": {}, "fail-on": "error", "fail-under": None, "allow-unscored": False, "max-warnings": None,
    "min-confidence": 0.0,
    "exclude": [], "redact": False, "baseline": None, "outlets": [], "policy-url": None, "drafts": {},
}  # fmt: skip
"""Every setting with its value when nobody says anything."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One value and where it comes from."""

    value: object
    origin: str
    """Such as `default`, `command line` or `attribution.toml:3`."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of one file; without a file, none."""

    file: str | None = None
    text: str = ""
    table: Mapping[str, object] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        """Where the file stands; paths in it are relative to this folder."""
        return os.path.dirname(self.file) if self.file else os.getcwd()

    def settings(self, given: Mapping[str, object], story: str | None = None) -> dict[str, Setting]:
        """Every setting for a story: `given` on the command line, else of its path, else of the file, else default."""
        made = {key: Setting(value, "default") for key, value in DEFAULTS.items()}
        for key, value in self.table.items():
            if key in DEFAULTS:
                made[key] = Setting(value, self._origin(key))
        for pattern, part in self._parts(story):
            for key, value in part.items():
                made[key] = Setting(value, f"{self._origin(pattern)} [per-path]")
        return made | {key: Setting(value, "command line") for key, value in given.items()}

    def _parts(self, story: str | None) -> list[tuple[str, Mapping[str, object]]]:
        """The sections whose pattern a story's path fits, in the order of the file."""
        sections = self.table.get("per-path", {})
        if story is None or not isinstance(sections, Mapping):
            return []
        place = os.path.relpath(os.path.realpath(story), os.path.realpath(self.folder))
        return [(pattern, part) for pattern, part in sections.items() if fits(place, pattern)]

    def _origin(self, key: str) -> str:
        return f"{shown(os.path.relpath(self.file or ''))}:{line_of(self.text, key)}"


def line_of(text: str, key: str) -> int:
    """The line of a file at which a key or a section stands, counted from 1."""
    name = rf"[\"']?{re.escape(key)}[\"']?[ \t]*"
    found = re.search(rf"^[ \t]*(?:{name}=|\[.*{name}\])", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def found_above(path: str) -> Configuration:
    """The configuration that holds for a story or folder: that of the nearest folder above it which has one.

    Raises:
        UsageError: the file cannot be read or breaks the schema.
    """
    place = Path(os.path.realpath(path))
    for folder in (place, *place.parents):
        made = _in_folder(str(folder))
        if made is not None:
            return made
    return Configuration()


@lru_cache(maxsize=4096)
def _in_folder(folder: str) -> Configuration | None:
    own, shared = os.path.join(folder, OWN), os.path.join(folder, SHARED)
    if os.path.isfile(own):
        return read(own)
    if os.path.isfile(shared):
        made = read(shared)
        return made if made.table else None
    return None


def read(file: str) -> Configuration:
    """The configuration of a file.

    Raises:
        UsageError: it cannot be read, is no TOML, or holds what the schema does not know.
    """
    tomllib = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    try:
        text = Path(file).read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{shown(file)} cannot be read ({reason}); check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{shown(file)} is no TOML: {error}; mend it") from error
    if os.path.basename(file) == SHARED:
        tools = table.get("tool", {})
        table = tools.get("attribution", {}) if isinstance(tools, dict) else {}
    _check(file, text, table)
    return Configuration(file, text, table)


def _check(file: str, text: str, table: Mapping[str, object]) -> None:
    known: Any = schema(CONFIG)["properties"]
    _refuse_unknown(file, text, table, known)
    sections = table.get("per-path", {})
    for part in sections.values() if isinstance(sections, Mapping) else ():
        _refuse_unknown(file, text, part, known["per-path"]["additionalProperties"]["properties"])
    for flaw in flaws(table, CONFIG):
        key = str(flaw.path[-1]) if flaw.path else ""
        place = ".".join(map(str, flaw.path)) or "the file"
        raise UsageError(
            f"{shown(file)}, line {line_of(text, key)}: {place}: {flaw.message}; `attribution schema config`"
        )


def _refuse_unknown(file: str, text: str, table: object, known: Iterable[str]) -> None:
    for key in table if isinstance(table, Mapping) else ():
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known here are {', '.join(known)}"
            where = f"{shown(file)}, line {line_of(text, key)}"
            raise UsageError(f"{where}: there is no setting {shown(key)!r} here; {hint}")
