"""The courses in which everything is taught: spans first, then tags, then both by a larger teacher.

In the first course teachers and student learn PolNeAR's spans and the tags that came with the stories. In the second
they go on from there, on every label there is, with the rare tags weighing more: the labels of further stories are
thick with rare tags, and read from the start they would tell how common a tag is rather than what it is. In the third
one tutor reads (`training/tutor.py`), and what came of the other two listens (`training/finish.py`). In the fourth
and the fifth the network hears itself, with words left out (`training/rehearse.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from training.examples import Example, corpus, unlabelled
from training.labels import Labels, every_label, first_labels


@dataclass(frozen=True, slots=True)
class Course:
    """What is read in a course and how long, and how hard the tags weigh."""

    name: str
    before: str
    """The course whose networks are taught on, or nothing."""
    labels: Callable[[Path], Labels]
    teacher_epochs: int
    student_epochs: int
    teacher_rates: tuple[float, float]
    """Learning rates of the reader and of the heads."""
    student_rate: float
    tag_weight: float
    """The weight of the tags beside the spans, for the teachers."""
    tag_weights: tuple[float, ...]
    """The weight of each tag, in the order of `examples.TAGS`."""
    fewest_tags: int
    """Windows with fewer tags are left out when a teacher learns."""
    left_out: float = 0.0
    """The share of words that the student does not see, drawn anew each time (Iyyer and others 2015)."""
    dropout: float = 0.1
    """The share of a word's numbers that the student does not see."""
    averaged: int = 1
    """So many epochs at the end give the mean of their weights (Izmailov and others 2018)."""

    def stories(self, shared: Path) -> list[Example]:
        """Every story to read, the tagged ones with their tags."""
        labels = self.labels(shared)
        return [*corpus(shared, labels), *unlabelled(shared, labels)]


FIRST = Course("first", "", first_labels, 5, 18, (1e-4, 1e-3), 2e-3, 0.5, (1.0, 1.0, 1.0, 1.0, 1.0), 0)
SECOND = Course("second", "first", every_label, 4, 6, (5e-5, 1e-3), 1e-3, 1.0, (3.0, 3.0, 3.0, 1.0, 1.0), 1)
THIRD = Course("third", "second", every_label, 3, 4, (5e-5, 1e-3), 1e-3, 1.0, (3.0, 3.0, 3.0, 1.0, 1.0), 0)
FOURTH = Course("fourth", "third", every_label, 0, 4, (0.0, 0.0), 5e-4, 1.0, THIRD.tag_weights, 0, 0.1, 0.2)
FIFTH = Course("fifth", "fourth", every_label, 0, 6, (0.0, 0.0), 5e-4, 1.0, THIRD.tag_weights, 0, 0.2, 0.2, 4)
COURSES = {course.name: course for course in (FIRST, SECOND)}
