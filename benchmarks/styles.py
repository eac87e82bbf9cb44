"""The same stories in other house styles. Each style keeps every offset, so that the same labels score it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

_DATELINE = re.compile(r"^([A-Z][A-Za-z .,]{2,40}?)(?= (?:\([A-Z][A-Za-z]+\) ?)?[—–-]+ )", re.MULTILINE)
_OPENING = re.compile(r'(?<![^\s(\[—–-])"(?=\S)')


def straight(text: str) -> str:
    """Straight quotation marks for curly ones."""
    return text.translate({ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"})


def single(text: str) -> str:
    """British single quotation marks for double ones."""
    curly = _OPENING.sub("“", text).replace('"', "”")
    return curly.translate({ord("“"): "‘", ord("”"): "’"})


def loud_datelines(text: str) -> str:
    """The place at the head of a story in capitals; where a story has no dateline, its first two words."""
    changed = _DATELINE.sub(lambda match: _loud(match.group()), text, count=1)
    if changed != text:
        return changed
    body = re.search(r"\n\n(\S+ \S+)", text)
    return text if body is None else text[: body.start(1)] + _loud(body.group(1)) + text[body.end(1) :]


def _loud(words: str) -> str:
    """Words in capitals, but for letters whose capital is longer than one."""
    return "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in words)


def single_newlines(text: str) -> str:
    """Paragraphs joined by one line break instead of an empty line; a space keeps the offsets."""
    return re.sub(r"\n(?=\n)", " ", text)


STYLES: dict[str, Callable[[str], str]] = {
    "straight quotes": straight,
    "single quotes": single,
    "upper-case datelines": loud_datelines,
    "single newlines": single_newlines,
}


def restyled(texts: Path, style: Callable[[str], str], target: Path) -> Path:
    """Write every story of a folder anew in a style; returns the target."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(texts.glob("*.txt")):
        changed = style(path.read_bytes().decode("utf-8"))
        (target / path.name).write_bytes(changed.encode("utf-8"))
    return target
