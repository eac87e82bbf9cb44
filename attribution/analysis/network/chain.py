"""A linear-chain CRF in numpy: the best labels of many short sequences at once, and how probable each label is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]


class Decoded(NamedTuple):
    """For each row of the scores the best label and that label's marginal probability."""

    path: Whole
    probabilities: Floats


class Chain:
    """How well a label follows another, (labels, labels), and begins a sequence, (labels)."""

    def __init__(self, transitions: Floats, begins: Floats) -> None:
        self._transitions, self._begins = transitions, begins
        self._odds = np.exp(transitions)

    def decode(self, scores: Floats, ranges: Sequence[tuple[int, int]]) -> Decoded:
        """Decode each range of rows by itself; rows in no range get the first label.

        The ranges run side by side, longest first, so that at every step those that still go on stand in front.
        """
        order = sorted(ranges, key=lambda each: each[0] - each[1])
        starts = np.array([first for first, _ in order])
        sizes = np.array([last - first for first, last in order])
        steps = [starts[: int(np.count_nonzero(sizes > step))] + step for step in range(int(sizes[0]))]
        path = self._path(scores, steps)
        marginals = self._marginals(scores, steps)
        return Decoded(path, np.take_along_axis(marginals, path[:, None], 1)[:, 0])

    def _path(self, scores: Floats, steps: Sequence[Whole]) -> Whole:
        """Viterbi: the path of the highest score."""
        total = scores[steps[0]] + self._begins
        backs = []
        for rows in steps[1:]:
            count = len(rows)
            reached = total[:count, :, None] + self._transitions
            backs.append(reached.argmax(1))
            total[:count] = reached.max(1) + scores[rows]
        path = np.zeros(len(scores), np.int64)
        label = total.argmax(1)
        for rows, back in zip(reversed(steps[1:]), reversed(backs), strict=True):
            count = len(rows)
            path[rows] = label[:count]
            label[:count] = back[np.arange(count), label[:count]]
        path[steps[0]] = label
        return path

    def _marginals(self, scores: Floats, steps: Sequence[Whole]) -> Floats:
        """Forward and backward, each step scaled to sum to one (Rabiner 1989)."""
        odds = np.exp(scores - scores.max(1, keepdims=True))
        ahead = odds.copy()
        ahead[steps[0]] *= np.exp(self._begins)
        for before, rows in pairwise(steps):
            held = ahead[before[: len(rows)]] @ self._odds
            held /= held.sum(1, keepdims=True)
            ahead[rows] *= held
        behind = np.ones_like(odds)
        for rows, after in zip(reversed(steps[:-1]), reversed(steps[1:]), strict=True):
            held = (behind[after] * odds[after]) @ self._odds.T
            behind[rows[: len(after)]] = held / held.sum(1, keepdims=True)
        both: Floats = ahead * behind
        both /= both.sum(1, keepdims=True)
        return both
