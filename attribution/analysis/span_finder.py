"""Spans: which words name a source, which are the cue, which are the content, as the network labels them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attribution.analysis.network.reader import Reading

SOURCE, CUE, CONTENT = "S", "Q", "C"


class Labelled(NamedTuple):
    """A run of tokens with one label: the half-open range of token indices, and the mean marginal of the label."""

    label: str
    first: int
    last: int
    probability: float


def spans(reading: Reading) -> tuple[Labelled, ...]:
    """The source, cue and content spans of a story in order of place."""
    return tuple(_runs(reading))


def _runs(reading: Reading) -> Iterator[Labelled]:
    """Labels as runs; the first letter of a label begins (B) or goes on with (I) a run."""
    labels, start = reading.labels, 0
    probabilities: list[float] = reading.probabilities.tolist()
    for i in range(1, len(labels) + 1):
        if i < len(labels) and labels[i][0] in "IO" and labels[i][-1] == labels[start][-1]:
            continue
        if labels[start] != "O":
            yield Labelled(labels[start][-1], start, i, sum(probabilities[start:i]) / (i - start))
        start = i
