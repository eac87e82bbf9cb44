"""Configuration: `attribution.toml`, or `[tool.attribution]` in pyproject.toml, the nearest one above a story.

`schemas/config.schema.json` says what it may hold. What the command line says goes before the file, and what a section
`[per-path."content/opinion/*"]` says before the rest of the file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
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
from attribution.toml_places import line_of

OWN, SHARED = "attribution.toml", "pyproject.toml"
_SHARED_TABLE = ("tool", "attribution")
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
                made[key] = Setting(value, f"{self._origin('per-path', pattern)} [per-path]")
        return made | {key: Setting(value, "command line") for key, value in given.items()}

    def _parts(self, story: str | None) -> list[tuple[str, Mapping[str, object]]]:
        """The sections whose pattern a story's path fits, in the order of the file."""
        sections = self.table.get("per-path", {})
        if story is None or not isinstance(sections, Mapping):
            return []
        place = os.path.relpath(os.path.realpath(story), os.path.realpath(self.folder))
        return [(pattern, part) for pattern, part in sections.items() if fits(place, pattern)]

    def _origin(self, *path: str) -> str:
        return f"{shown(os.path.relpath(self.file or ''))}:{self._line(path)}"

    def place(self, *path: str) -> str:
        """The file and line of the setting at a path of keys, for a message."""
        return f"{shown(self.file or '')}, line {self._line(path)}"

    def _line(self, path: tuple[str, ...]) -> int:
        return line_of(self.text, (*_SHARED_TABLE, *path) if os.path.basename(self.file or "") == SHARED else path)


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
    made = Configuration(file, text, table)
    _check(made)
    return made


def _check(made: Configuration) -> None:
    """Refuse what the schema does not know; of a key that is no setting say which one may be meant."""
    for path, known in _unknown(made.table, schema(CONFIG), ()):
        near = get_close_matches(path[-1], known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"known here are {', '.join(known)}"
        raise UsageError(f"{made.place(*path)}: there is no setting {shown(path[-1])!r} here; {hint}")
    for flaw in flaws(made.table, CONFIG):
        path = tuple(map(str, flaw.path))
        name = ".".join(path) or "the file"
        raise UsageError(f"{made.place(*path)}: {name}: {flaw.message}; `attribution schema config`")


def _unknown(table: object, known: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Iterable[str]]]:
    """The keys that a schema has no place for, in this table and those in it, each with the keys that it does have."""
    settings, others = known.get("properties", {}), known.get("additionalProperties")
    for key, value in table.items() if isinstance(table, Mapping) else ():
        if key not in settings and others is False:
            yield (*path, key), settings
        else:
            yield from _unknown(value, settings.get(key, others) or {}, (*path, key))
