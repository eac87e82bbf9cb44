"""Words for numbers and sources, as every report says them."""

from __future__ import annotations

from attribution.model import UNNAMED, Source

_NO_PLURAL = frozenset({"info"})


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 error`, `2 stories`."""
    if number == 1 or noun in _NO_PLURAL:
        return f"{number} {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("ry") else f"{number} {noun}s"


def called(source: Source) -> str:
    """What to call a source in few words: its name, or the story's words for somebody whom it does not name."""
    return source.name if source.name and source.kind not in UNNAMED else source.description


LEVELS = (
    (1.0, "named, with a role"),
    (0.9, "speaks for a body, or a document"),
    (0.8, "named only, or a spokesperson"),
    (0.6, "unnamed: body, role and how they know"),
    (0.4, "unnamed: body and role"),
    (0.2, "unnamed: a role only"),
    (0.0, "nobody in particular"),
)
"""How well a reader can tell who a source is, from each level of identification on."""
_DIRECTNESS = (
    (1.0, "first hand"),
    (0.7, "on record elsewhere"),
    (0.5, "through another outlet"),
    (0.2, "through another outlet’s unnamed source"),
    (0.0, "hearsay"),
)


def identified(level: float) -> str:
    """A level of identification, 0..1, in words."""
    return next(words for least, words in LEVELS if level >= least)


def reached(level: float) -> str:
    """How directly words reached the story, 0..1, in words."""
    return next(words for least, words in _DIRECTNESS if level >= least)
