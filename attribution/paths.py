"""How the user names an input, and how a message names it back."""

from __future__ import annotations

STDIN = "-"
"""The path that stands for standard input."""


def shown(path: str) -> str:
    """A path as it stands in a message: always one printable line, whatever the file system allows in a name."""
    if path == STDIN:
        return "standard input"
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in path)
