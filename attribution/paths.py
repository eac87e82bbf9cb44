"""How the user names an input, and how a message names it back."""

from __future__ import annotations

import os
from urllib.parse import quote

STDIN = "-"
"""The path that stands for standard input."""


def shown(path: str) -> str:
    """A path as it stands in a message: always one printable line, whatever the file system allows in a name."""
    if path == STDIN:
        return "standard input"
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in path)


def uri(path: str) -> str:
    """A path as a URI reference (RFC 3986) that means the same file beside the present folder, or from the root."""
    parts = path.replace(os.sep, "/").removeprefix("./")
    return quote(f"/{parts.lstrip('/')}" if parts.startswith("/") else parts)


def as_unicode(path: str) -> str:
    """A path with a replacement character for each byte that is no UTF-8: JSON cannot hold the byte."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
