"""The courses that the student takes: it learns from the teacher, then it rehearses.

In all of them words are hidden from it, so that it leans on none; while it rehearses (`training/rehearse.py`) more of
them, and it hears no longer the teacher but itself.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Course:
    """How often everything is read in a course, and how."""

    name: str
    epochs: int
    rate: float
    """The learning rate at its highest."""
    left_out: float
    """The share of words that the student does not see, drawn anew each time (Iyyer and others 2015)."""
    dropout: float
    """The share of a word's numbers that it does not see."""
    averaged: int = 1
    """So many epochs at the end give the mean of their weights (Izmailov and others 2018)."""


LEARNING = Course("learning", 18, 2e-3, 0.1, 0.1)
REHEARSALS = (Course("first rehearsal", 4, 5e-4, 0.1, 0.2), Course("second rehearsal", 6, 5e-4, 0.2, 0.2, 4))
