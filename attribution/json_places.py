"""JSON as the standard has it, and where in a text of it a value stands, so that a message can name the line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import NoReturn, TypeAlias

Step: TypeAlias = "str | int"
"""A key of an object or an index of an array."""

_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()


def parsed(text: str) -> object:
    """The value that a JSON text holds.

    Raises:
        ValueError: it is not JSON (RFC 8259), which has no NaN and no infinity.
        RecursionError: it is nested too deeply.
    """
    value: object = json.loads(text, parse_constant=_refuse)
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON number")


def line_of(text: str, path: Sequence[Step]) -> int:
    """The line, counted from 1, on which the value at `path` begins in a well-formed JSON text."""
    place = _skip(text, 0)
    for step in path:
        # of several members with one key, the last one counts, as it does for the parser
        place = [start for found, start in _members(text, place) if found == step][-1]
    return text.count("\n", 0, place) + 1


def _members(text: str, place: int) -> Iterator[tuple[Step, int]]:
    """Key or index of each member of the object or array at a place, and where its value begins."""
    in_object, index = text[place] == "{", 0
    place = _skip(text, place + 1)
    while text[place] not in "]}":
        step: Step = index
        if in_object:
            step, place = _DECODER.raw_decode(text, place)
            place = _skip(text, _skip(text, place) + 1)
        yield step, place
        _, place = _DECODER.raw_decode(text, place)
        place, index = _skip(text, place), index + 1
        if text[place] == ",":
            place = _skip(text, place + 1)


def _skip(text: str, place: int) -> int:
    """The first place at or behind `place` that holds no white space."""
    found = _SPACE.match(text, place)
    return found.end() if found else place
