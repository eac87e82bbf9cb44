"""Patterns of paths: `*` goes over folders, a bare name fits at any depth."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import PurePath


def fits(path: str, pattern: str) -> bool:
    """Whether a path, or a folder that it lies in, fits a pattern."""
    posix = PurePath(path).as_posix().removeprefix("./")
    wanted = pattern.removeprefix("./").rstrip("/")
    return any(fnmatchcase(posix, each) for each in (wanted, f"*/{wanted}", f"{wanted}/*", f"*/{wanted}/*"))
