"""What of a text counts when two versions of it are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set

_WORD = re.compile(r"\w+")
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_EMPTY = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "had", "has", "have", "her", "his", "in", "is", "its", "of"}
    | {"on", "or", "that", "the", "their", "to", "was", "were", "which", "who", "whom", "with"}
)
"""Words that stand in the description of any source."""


def plain(text: str) -> str:
    """A text of which it makes no difference how its quotation marks, dashes and spaces are typed."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_PLAIN).split())


def words(text: str) -> frozenset[str]:
    """The different words of a text in small letters."""
    return frozenset(_WORD.findall(text.casefold()))


def telling_words(text: str) -> frozenset[str]:
    """The words of a description that say something about the source."""
    return words(text) - _EMPTY


def share(old: Set[object], new: Set[object], common: int) -> float:
    """0..1: how much of two sets is common to both (Dice's coefficient), given how many members are."""
    return 2 * common / (len(old) + len(new)) if common else 0.0
