"""Gated convolutions of three taps (Dauphin and others 2017).

Four results that stand `gap` rows apart share six products where twelve would be needed one by one: Winograd's minimal
filtering, F(4, 3) (Lavin and Gray 2016, section 4.3). The sums are the same but for the last digits.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Places = NDArray[np.intp]
TOGETHER = 4
"""Results that share products."""
_BLOCK = 4096
"""Rows that are mixed at a time: few long sums, since a thread waits for the interpreter at each, in tables that fit
into the processor's cache.
"""
_SEEING = np.array(
    [
        [4, 0, -5, 0, 1, 0],
        [0, -4, -4, 1, 1, 0],
        [0, 4, -4, -1, 1, 0],
        [0, -2, -1, 2, 1, 0],
        [0, 2, -1, -2, 1, 0],
        [0, 4, 0, -5, 0, 1],
    ],
    np.float32,
)
"""How six neighbouring rows add up to what is seen before each product."""
_FILTERING = np.array(
    [
        [1 / 4, 0, 0],
        [-1 / 6, -1 / 6, -1 / 6],
        [-1 / 6, 1 / 6, -1 / 6],
        [1 / 24, 1 / 12, 1 / 6],
        [1 / 24, -1 / 12, 1 / 6],
        [0, 0, 1],
    ]
)
"""How the weights of the three taps add up to those of each product."""
_MIXING = np.array(
    [
        [1, 1, 1, 1, 1, 0, 1],
        [0, 1, -1, 2, -2, 0, 1],
        [0, 1, 1, 4, 4, 0, 1],
        [0, 1, -1, 8, -8, 1, 1],
    ],
    np.float32,
)
"""How the products and, last, the bias add up to the four results."""


class Room(NamedTuple):
    """Tables for what layers work out on the way, made once for all of them: asking for memory takes long."""

    level: Floats
    """The rows as a layer sees them, with blank ones around them."""
    seen: Floats
    """The rows before each of six products, (6, rows, size)."""
    products: Floats
    """The six products, (7, rows, 2 * size), and the bias in each row of a seventh table."""
    mixed: Floats
    """Values and gates of the four results that share the products, (4, rows, 2 * size)."""
    gates: Floats
    """(4, rows, size)."""


def room(count: int, size: int, gap: int) -> Room:
    """Room for layers with so many rows of this size, which are at most so far apart."""
    shared = min(count, _BLOCK) // TOGETHER
    sizes = ((6, size), (7, 2 * size), (4, 2 * size), (4, size))
    tables = (np.empty((number, shared, width), np.float32) for number, width in sizes)
    return Room(np.empty((count + 2 * gap, size), np.float32), *tables)


class Gated:
    """A gated convolution of three taps, `gap` rows apart, added to its input."""

    def __init__(self, weight: Floats, bias: Floats, gap: int) -> None:
        """`weight`, (3 * size, 2 * size), leads from the rows of the three taps to the values and their gates."""
        size = weight.shape[1] // 2
        taps = np.hstack((weight[:, :size], -weight[:, size:])).reshape(3, -1, 2 * size)
        self._filters = np.tensordot(_FILTERING, taps, 1).astype(np.float32)
        self._bias, self._gap = np.hstack((bias[:size], -bias[size:])), gap

    def add(self, states: Floats, blank: Places, room: Room) -> None:
        """Add to each row what it sees beside its neighbours; those that are `blank` count as nothing for the others.
        The number of rows is a multiple of `TOGETHER` times the gap.
        """
        count, size = states.shape
        gap = self._gap
        level = room.level[: count + 2 * gap]
        level[:gap] = level[gap + count :] = 0
        np.multiply(states, _scale(states), out=level[gap : gap + count])
        level[gap + blank] = 0
        room.products[-1] = self._bias
        parts = states.reshape(-1, TOGETHER, gap, size)
        windows = _windows(level.reshape(-1, gap * size))
        step = max(1, _BLOCK // (TOGETHER * gap))
        for first in range(0, len(parts), step):
            gates = self._gates(windows[first : first + step], room)
            parts[first : first + step] += gates.reshape(TOGETHER, -1, gap, size).swapaxes(0, 1)

    def _gates(self, windows: Floats, room: Room) -> Floats:
        """What is seen in windows of six strips of rows, the results for the four in the middle, (4, rows, size)."""
        size = room.gates.shape[2]
        count = len(windows) * windows.shape[2] // size
        seen, products, mixed, gates = (table[:, :count] for table in room[1:])
        np.matmul(_SEEING, windows, out=seen.reshape(6, *windows.shape[::2]).swapaxes(0, 1))
        np.matmul(seen, self._filters, out=products[:-1])
        np.matmul(_MIXING, products.reshape(len(products), -1), out=mixed.reshape(TOGETHER, -1))
        np.exp(mixed[:, :, size:], out=gates)
        gates += 1
        return np.divide(mixed[:, :, :size], gates, out=gates)


def _windows(strips: Floats) -> Floats:
    """Every fourth strip with the five behind it, (windows, 6, width)."""
    down, across = strips.strides
    shape = ((len(strips) - 2) // TOGETHER, 6, strips.shape[1])
    return as_strided(strips, shape, (TOGETHER * down, down, across), writeable=False)


def scaled(states: Floats) -> Floats:
    """States divided by their root mean square."""
    return states * _scale(states)


def _scale(states: Floats) -> Floats:
    squares = np.einsum("ij,ij->i", states, states)
    inverse: Floats = (squares / states.shape[1] + 1e-6) ** -0.5
    return inverse[:, None]
