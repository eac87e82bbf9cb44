"""Spans: which words name a source, which are the cue, which are the content, as the network labels them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attribution.analysis.network.reader import Reading

SOURCE, CUE, CONTENT = "S", "Q", "C"
_LETTERS = {"O": "-"} | {f"B{kind}": kind for kind in "SQC"} | {f"I{kind}": kind.lower() for kind in "SQC"}
"""Of each label a letter, which is a capital where a run begins."""
_RUN = re.compile("[Ss]s*|[Qq]q*|[Cc]c*")


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
    probabilities: list[float] = reading.probabilities.tolist()
    for run in _RUN.finditer("".join(map(_LETTERS.__getitem__, reading.labels))):
        start, end = run.span()
        yield Labelled(run[0][0].upper(), start, end, sum(probabilities[start:end]) / (end - start))
