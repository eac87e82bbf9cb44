"""A linear-chain CRF in numpy: the best labels of many short sequences at once, and how probable each label is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]
_SIDES, _WAYS = np.array([[0], [1]]), np.array([[1], [-1]])
"""Forwards and backwards: the row of a table, and where the next step goes."""
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
        self._into = np.ascontiguousarray(transitions.T)
        odds = np.exp(transitions.astype(np.float64))
        self._odds = np.stack((odds, odds.T))
        """Of a label behind another, read forwards and backwards."""

    def decode(self, scores: Floats, ranges: Sequence[tuple[int, int]]) -> Decoded:
        """Decode each range of rows by itself; rows in no range get the first label.

        The ranges run side by side, longest first, so that at every step those that still go on stand in front.
        """
        if not ranges:
            return Decoded(np.zeros(len(scores), np.int64), np.ones(len(scores), np.float32))
        order = np.array(sorted(ranges, key=lambda each: each[0] - each[1]))
        starts, ends = order.T
        lengths = ends - starts
        counts = len(lengths) - np.searchsorted(lengths[::-1], np.arange(lengths[0]), "right")
        steps = [starts[:count] + step for step, count in enumerate(counts)]
        path = self._path(scores, steps)
        ways = np.stack((starts, ends - 1))
        marginals = self._marginals(scores, [ways[:, :count] + step * _WAYS for step, count in enumerate(counts)])
        return Decoded(path, np.take_along_axis(marginals, path[:, None], 1)[:, 0])

    def _path(self, scores: Floats, steps: Sequence[Whole]) -> Whole:
        """Viterbi: the path of the highest score."""
        totals = [scores[steps[0]] + self._begins]
        for rows in steps[1:]:
            reached = totals[-1][: len(rows), :, None] + self._transitions
            totals.append(reached.max(1) + scores[rows])
        path = np.zeros(len(scores), np.int64)
        label = np.zeros(0, np.int64)
        for rows, total in zip(reversed(steps), reversed(totals), strict=True):
            total[: len(label)] += self._into[label]
            label = total.argmax(1)
            path[rows] = label
        return path

    def _marginals(self, scores: Floats, steps: Sequence[Whole]) -> Floats:
        """Forward and backward side by side, scaled to sum to one every few steps (Rabiner 1989); in double precision,
        so that what stands beside a sequence does not tell in its last digits.
        """
        odds = np.exp(scores - scores.max(1, keepdims=True)).astype(np.float64)
        ahead, behind = told = np.ones((2, *odds.shape))
        ahead[steps[0][0]] = np.exp(self._begins)
        held = told[_SIDES, steps[0]]
        for step, (before, rows) in enumerate(pairwise(steps)):
            count = rows.shape[1]
            held = (held[:, :count] * odds[before[:, :count]]) @ self._odds
            if step % _SCALED == 0:
                held /= held.sum(2, keepdims=True)
            told[_SIDES, rows] = held
        both = ahead * behind * odds
        both /= both.sum(1, keepdims=True)
        shares: Floats = both.astype(np.float32)
        return shares
