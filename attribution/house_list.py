"""A newsroom's own list of outlets: one a line, its other names after ` | `, `#` begins a comment."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.errors import UsageError
from attribution.paths import shown

_BETWEEN = "|"


def read_outlets(path: str) -> tuple[tuple[str, ...], ...]:
    """The outlets of a list: each its name, then its other names.

    Raises:
        UsageError: the file cannot be read, is no UTF-8, or has a line with an empty name.
    """
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{shown(path)} cannot be read ({reason}); --outlets takes a text file") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{shown(path)} is no UTF-8 text; save it again as UTF-8") from error
    return tuple(_outlets(text, path))


def _outlets(text: str, path: str) -> Iterator[tuple[str, ...]]:
    for number, line in enumerate(text.splitlines(), start=1):
        entry = line.partition("#")[0].strip()
        names = tuple(name.strip() for name in entry.split(_BETWEEN))
        if entry and not all(names):
            raise UsageError(f"{shown(path)}, line {number}: a name is empty; write `Name {_BETWEEN} other name`")
        if entry:
            yield names
