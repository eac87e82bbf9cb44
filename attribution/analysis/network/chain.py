"""A linear-chain CRF in numpy: the best labels of many short sequences at once, and how probable each label is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]
Step = tuple[int, int]
"""The half-open range of rows that are decoded side by side."""
_SCALED = 16
"""Steps in which sums neither vanish nor overflow in double precision."""


class Decoded(NamedTuple):
    """For each row of the scores the best label and that label's marginal probability."""

    path: Whole
    probabilities: Floats


class Chain:
    """How well a label follows another, (labels, labels), and begins a sequence, (labels)."""

    def __init__(self, transitions: Floats, begins: Floats) -> None:
        self._transitions, self._begins = transitions, begins
        odds = np.exp(transitions.astype(np.float64))
        self._odds = np.stack((odds, odds.T))
        """Of a label behind another, read forwards and backwards."""

    def decode(self, scores: Floats, ranges: Sequence[tuple[int, int]]) -> Decoded:
        """Decode each range of rows by itself; rows in no range get the first label.

        The ranges run side by side, longest first, so that at every step those that still go on stand in front.
        """
        labels, probabilities = np.zeros(len(scores), np.int64), np.ones(len(scores), np.float32)
        if not ranges:
            return Decoded(labels, probabilities)
        order = np.array(sorted(ranges, key=lambda each: each[0] - each[1]))
        starts, ends = order.T
        lengths = ends - starts
        counts = len(lengths) - np.searchsorted(lengths[::-1], np.arange(lengths[0]), "right")
        steps = list(pairwise((0, *np.cumsum(counts).tolist())))
        there, back = (
            np.concatenate([begins[:count] + way * step for step, count in enumerate(counts)])
            for begins, way in ((starts, 1), (ends - 1, -1))
        )
        places = np.zeros(len(scores), np.int64)
        places[there] = np.arange(len(there))
        path, marginals = self._path(scores[there], steps), self._marginals(scores[there], places[back], steps)
        labels[there] = path
        probabilities[there] = np.take_along_axis(marginals, path[:, None], 1)[:, 0]
        return Decoded(labels, probabilities)

    def _path(self, scores: Floats, steps: Sequence[Step]) -> Whole:
        """Viterbi: the path of the highest score, through the scores of the first rows of all ranges, then those of the
        second, and so on.
        """
        told = np.ascontiguousarray(scores.T)
        first, last = steps[0]
        totals = [told[:, first:last] + self._begins[:, None]]
        for first, last in steps[1:]:
            reached = totals[-1][:, None, : last - first] + self._transitions[:, :, None]
            totals.append(np.maximum.reduce(reached) + told[:, first:last])
        path = np.zeros(len(scores), np.int64)
        label = np.zeros(0, np.int64)
        for (first, last), total in zip(reversed(steps), reversed(totals), strict=True):
            total[:, : len(label)] += self._transitions[:, label]
            path[first:last] = label = total.argmax(0)
        return path

    def _marginals(self, scores: Floats, back: Whole, steps: Sequence[Step]) -> Floats:
        """Forward and backward side by side, scaled to sum to one every few steps (Rabiner 1989); in double precision,
        so that what stands beside a sequence does not tell in its last digits. `back` are the places of the rows in the
        order of the last ones of all ranges, then those before them, and so on.
        """
        odds = np.exp(scores - scores.max(1, keepdims=True)).astype(np.float64)
        near, told = np.stack((odds, odds[back])), np.ones((2, *odds.shape))
        told[0, : steps[0][1]] = np.exp(self._begins)
        held = told[:, : steps[0][1]]
        for step, ((before, _), (first, last)) in enumerate(pairwise(steps)):
            count = last - first
            held = (held[:, :count] * near[:, before : before + count]) @ self._odds
            if step % _SCALED == 0:
                held /= held.sum(2, keepdims=True)
            told[:, first:last] = held
        both = told[0] * odds
        both[back] *= told[1]
        both /= both.sum(1, keepdims=True)
        shares: Floats = both.astype(np.float32)
        return shares
