"""Who wrote a story: the names in a line such as "By Jane Doe and John Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

_BYLINE = re.compile(r"\W*by[:\s]\s*(.+)", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s+and\s+|\s*[;&/]\s*", re.IGNORECASE)
_AFFILIATION = re.compile(r"\s*(?:[,|(•]|\s(?:[-–—]|in|of|for|at)\s).*")
_NAME_PARTS = frozenset(["al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "van", "von"])
_TOP = 5
"""Paragraphs of a story among which its byline stands; further down, "By …" begins a sentence."""
_FEWEST_WORDS, _MOST_WORDS = 2, 5


def bylines(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """The people whom the byline at the top of a story names."""
    return next((names for line in islice(paragraphs, _TOP) if (names := byline(line))), ())


def byline(line: str) -> tuple[str, ...]:
    """The people whom a byline names; empty when the line is something else ("By Friday the deal was off.").

    What follows a name after a comma, dash or preposition is an affiliation ("Jane Doe, The Example Times").
    """
    match = _BYLINE.fullmatch(" ".join(line.split()))
    names = authors(match[1]) if match else ()
    return names if all(_is_name(name) for name in names) else ()


def authors(words: str) -> tuple[str, ...]:
    """The names in the words of an author field, which need not look like names ("jdoe", "Agencies")."""
    parts = _BETWEEN_NAMES.split(" ".join(words.split()))
    if len(parts) > 1:  # with an "and", commas part names: "A, B and C"
        parts = [*",".join(parts[:-1]).split(","), parts[-1]]
    return tuple(name for part in parts if (name := _without_affiliation(part)))


def _without_affiliation(words: str) -> str:
    """What stands before a comma or the like, unless that is half a name ("Doe, Jane")."""
    name = _AFFILIATION.sub("", words.strip())
    return (words if len(name.split()) < _FEWEST_WORDS else name).strip(" *_.,")


def _is_name(words: str) -> bool:
    """Whether words look like a person's name: few, capitalised, without digits."""
    parts = words.split()
    return _FEWEST_WORDS <= len(parts) <= _MOST_WORDS and all(
        part.lower() in _NAME_PARTS or (part[0].isupper() and not any(letter.isdigit() for letter in part))
        for part in parts
    )
