"""Unnamed sources by what a standard asks of them: insiders, bystanders, loose groups."""

from __future__ import annotations

import re
from functools import lru_cache

from attribution.analysis.lexicon import words
from attribution.analysis.noun_phrases import singular
from attribution.model import UNNAMED, Kind, Source

_REAL_GROUPS = frozenset({"people", "insiders"})
"""Loose words that news copy also uses for people to whom a reporter has spoken."""
_HEAD_END = re.compile(
    r",|\(|\b(?:of|in|at|on|for|from|with|within|inside|among|to|by|who|that|close|familiar|briefed|involved|working)\b"
)
_NAMES_SOMEBODY = re.compile(r",\s+[A-Z][\w’-]+\s+[A-Z]|\b(?:including|like|such\s+as|led\s+by)\b|-year-old")
_POINTS_BACK = re.compile(
    r"(?:the|this|that|these|those|both|his|her|their|its|whose|he|she|they|it|who)\b", re.IGNORECASE
)
_ENDS_IN_NAME = re.compile(r"[a-z]\s+[A-Z][\w’-]+\s+[A-Z][\w’-]+\s*$")
_PART_OF_A_GROUP = re.compile(
    r"(?:some|many|most|others?|several)\s+of\s+(?:the|them|these|those|us|his|her|their|its)\b", re.IGNORECASE
)
_BASIS = re.compile(r"\b(?:familiar|close|briefed|knowledge|involved|who)\b")


_KNOWN = 1 << 10
"""Descriptions that are kept with their heads: of the same source much is asked."""
_ARTICLES = frozenset({"a", "an", "the"})
_LOOSE = frozenset({"critic", "expert", "analyst", "observer", "opponent", "supporter"})


@lru_cache(_KNOWN)
def head(description: str) -> str:
    """The noun of a description: "critics" of "the fiercest critics of the plan"."""
    phrase = _HEAD_END.split(description.lower(), maxsplit=1)[0].split()
    return phrase[-1] if phrase else ""


def is_unnamed(source: Source) -> bool:
    """Whether a source is people whom the story does not name."""
    return source.kind in UNNAMED


def is_loose(source: Source) -> bool:
    """Whether nobody in particular speaks: "critics", "some"; people described by what they know are somebody."""
    noun = head(source.description)
    if source.kind is not Kind.UNNAMED_GROUP or noun not in words("weasel_heads"):
        return False
    if _PART_OF_A_GROUP.match(source.description) and singular(source.description.split()[-1].lower()) not in _LOOSE:
        return False
    return noun not in _REAL_GROUPS or not _BASIS.search(source.description)


def is_bystander(source: Source) -> bool:
    """Whether a source is somebody met at the scene, to whom nobody promised anything."""
    return singular(head(source.description)) in words("bystanders")


def is_insider(source: Source) -> bool:
    """Whether a source is unnamed because it knows something: an official, an aide, people briefed on a matter.

    Somebody whom the story may name elsewhere ("the official", "the 71-year-old diplomat") is not surely unnamed.
    """
    noun = singular(head(source.description))
    if not is_unnamed(source) or is_loose(source) or noun not in words("insiders"):
        return False
    if noun in ("people", "person", "member") and not _BASIS.search(source.description):
        return False
    return not (
        _NAMES_SOMEBODY.search(source.description)
        or _POINTS_BACK.match(source.description)
        or _ENDS_IN_NAME.search(_HEAD_END.split(source.description, maxsplit=1)[0])
    )


def body_named_in(description: str) -> frozenset[str]:
    """The capitalised words of a description, in lower case and without possessives: the body or person in it."""
    row = (word.strip(".,’'“”\"()") for word in description.split())
    named = (word.removesuffix("’s").removesuffix("'s").lower() for word in row if word[:1].isupper())
    return frozenset(named) - _ARTICLES
