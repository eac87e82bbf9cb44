"""Spans: which words name a source, which are the cue, which are the content, as the network labels them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
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
    labels = reading.labels
    probabilities: list[float] = reading.probabilities.tolist()
    beside = enumerate(pairwise(("-", *labels)))
    starts = [i for i, (before, label) in beside if label[0] == "B" or label[-1] != before[-1]]
    for start, end in pairwise((*starts, len(labels))):
        if labels[start] != "O":
            yield Labelled(labels[start][-1], start, end, sum(probabilities[start:end]) / (end - start))
