"""Standing: what people whom a story does not name are asked for, which tells whether a reader could find them."""

from __future__ import annotations

from enum import Enum

from attribution.analysis.lexicon import words
from attribution.analysis.noun_phrases import is_loose, singular, singulars
from attribution.analysis.voices import Voice


class Standing(Enum):
    """What people without a name are asked for."""

    FINDER = "finders"
    """What they found out: "researchers" mostly have a study that the story tells of."""
    INSIDER = "insiders"
    """What they know from where they sit: "aides", "officials"."""
    JUDGE = "judges"
    """What they think: "analysts", "critics", "Democrats"."""
    OTHER = "others"
    """What they saw, did or were: "passengers", "the chairman", "retailers"."""


def standing(voice: Voice) -> Standing:
    """What the people whom a source's head noun names are asked for."""
    noun = singular(voice.head).lower()
    if noun in words("finders"):
        return Standing.FINDER
    if noun in words("insiders"):
        return Standing.INSIDER
    takes_sides = noun in words("stances") or noun in singulars("partisans")
    return Standing.JUDGE if takes_sides or noun in words("professions") or is_loose(noun) else Standing.OTHER
