"""Gated convolutions of three taps (Dauphin and others 2017).

Two results that stand `gap` rows apart share four products where six would be needed one by one: Winograd's minimal
filtering, F(2, 3) (Lavin and Gray 2016, section 4.1). The sums are the same but for the last digits.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Places = NDArray[np.intp]
_BLOCK = 4096
"""Rows that are mixed at a time: few long sums, since a thread waits for the interpreter at each, in tables that fit
into the processor's cache.
"""


class Room(NamedTuple):
    """Tables for what layers work out on the way, made once for all of them: asking for memory takes long."""

    level: Floats
    """The rows as a layer sees them, with blank ones around them."""
    seen: Floats
    """The rows before each of four products, (4, rows, size)."""
    products: Floats
    """The four products, (5, rows, 2 * size), and the bias in each row of a fifth table."""
    mixed: Floats
    """Values and gates of the two results that share the products, (2, rows, 2 * size)."""
    gates: Floats
    """(2, rows, size)."""


_MIXING = np.array([[1, 1, 1, 0, 1], [0, 1, -1, -1, 1]], np.float32)
"""How the products and the bias add up to the two results."""


def room(count: int, size: int, gap: int) -> Room:
    """Room for layers with so many rows of this size, which are at most so far apart."""
    half = min(count, _BLOCK) // 2
    sizes = ((4, size), (5, 2 * size), (2, 2 * size), (2, size))
    tables = (np.empty((number, half, width), np.float32) for number, width in sizes)
    return Room(np.empty((count + 2 * gap, size), np.float32), *tables)


class Gated:
    """A gated convolution of three taps, `gap` rows apart, added to its input."""

    def __init__(self, weight: Floats, bias: Floats, gap: int) -> None:
        """`weight`, (3 * size, 2 * size), leads from the rows of the three taps to the values and their gates."""
        size = weight.shape[1] // 2
        before, here, behind = np.hstack((weight[:, :size], -weight[:, size:])).reshape(3, -1, 2 * size)
        self._filters = np.stack((before, (before + here + behind) / 2, (before - here + behind) / 2, behind))
        self._bias, self._gap = np.hstack((bias[:size], -bias[size:])), gap

    def add(self, states: Floats, blank: Places, room: Room) -> None:
        """Add to each row what it sees beside its neighbours; those that are `blank` count as nothing for the others.
        The number of rows is a multiple of twice the gap.
        """
        count, size = states.shape
        gap = self._gap
        level = room.level[: count + 2 * gap]
        level[:gap] = level[gap + count :] = 0
        np.multiply(states, _scale(states), out=level[gap : gap + count])
        level[gap + blank] = 0
        room.products[4] = self._bias
        strips, pairs = level.reshape(-1, gap, size), states.reshape(-1, 2, gap, size)
        step = max(1, _BLOCK // (2 * gap))
        for first in range(0, len(pairs), step):
            some = pairs[first : first + step]
            gates = self._gates(strips[2 * first : 2 * (first + len(some)) + 2], room)
            some += gates.reshape(2, -1, gap, size).swapaxes(0, 1)

    def _gates(self, level: Floats, room: Room) -> Floats:
        """What is seen, (2, rows, size), in strips of rows that stand in pairs, with one strip before and one behind
        them.
        """
        one, other = level[1:-2:2], level[2::2]
        count, size = one.shape[0] * one.shape[1], one.shape[2]
        seen, products, mixed, gates = (table[:, :count] for table in room[1:])
        outer = seen[::3].reshape(2, *one.shape).swapaxes(0, 1)
        np.subtract(level[:-2].reshape(outer.shape), level[2:].reshape(outer.shape), out=outer)
        np.add(one, other, out=seen[1].reshape(one.shape))
        np.subtract(other, one, out=seen[2].reshape(one.shape))
        np.matmul(seen, self._filters, out=products[:4])
        np.matmul(_MIXING, products.reshape(5, -1), out=mixed.reshape(2, -1))
        np.exp(mixed[:, :, size:], out=gates)
        gates += 1
        return np.divide(mixed[:, :, :size], gates, out=gates)


def scaled(states: Floats) -> Floats:
    """States divided by their root mean square."""
    return states * _scale(states)


def _scale(states: Floats) -> Floats:
    squares = np.einsum("ij,ij->i", states, states)
    inverse: Floats = (squares / states.shape[1] + 1e-6) ** -0.5
    return inverse[:, None]
