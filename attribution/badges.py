"""The five tags as readers of a report see them: two letters, a word and a colour each."""

from __future__ import annotations

from dataclasses import dataclass

from attribution.model import Tag


@dataclass(frozen=True, slots=True)
class Badge:
    """How one tag is shown; the letters tell it without the colour."""

    code: str
    label: str
    fill: str
    """One character for a bar of text."""
    colour: str
    """Name of a terminal colour."""


BADGES = {
    Tag.ANONYMOUS: Badge("AN", "anonymous", "A", "red"),
    Tag.OUTLET: Badge("OO", "other outlet", "O", "magenta"),
    Tag.NO_COMMENT: Badge("NC", "no comment", "N", "yellow"),
    Tag.RECORD: Badge("OR", "on record", "R", "green"),
    Tag.BACKGROUND: Badge("BG", "background", "·", "bright_black"),
}
UNSURE = 0.6
"""Confidence below which a tag is shown as doubtful."""
