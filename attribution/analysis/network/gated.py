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
_BLOCK = 8192
"""Rows that are mixed at a time. Few long sums: a thread waits for the interpreter at each."""


class Room(NamedTuple):
    """Tables for what layers work out on the way, made once for all of them: asking for memory takes long."""

    level: Floats
    """The rows as a layer sees them, with blank ones around them."""
    seen: Floats
    """The rows before each of four products, (4, rows, size)."""
    products: Floats
    """(4, rows, 2 * size)."""
    gates: Floats
    """Of the two results that share the products, (2, rows, size)."""


def room(count: int, size: int, gap: int) -> Room:
    """Room for layers with so many rows of this size, which are at most so far apart."""
    half = min(count, _BLOCK) // 2
    shapes = ((count + 2 * gap, size), (4, half, size), (4, half, 2 * size), (2, half, size))
    return Room(*(np.empty(shape, np.float32) for shape in shapes))


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
        a, b, c, d = level[:-2:2], level[1:-2:2], level[2::2], level[3::2]
        count, size = a.shape[0] * a.shape[1], a.shape[2]
        seen, products, gates = room.seen[:, :count], room.products[:, :count], room.gates[:, :count]
        first, second, third, fourth = (each.reshape(a.shape) for each in seen)
        np.subtract(a, c, out=first)
        np.add(b, c, out=second)
        np.subtract(c, b, out=third)
        np.subtract(b, d, out=fourth)
        near, both, apart, far = np.matmul(seen, self._filters, out=products)
        near += both
        near += apart
        both -= apart
        both -= far
        mixed = products[:2]
        mixed += self._bias
        np.exp(mixed[:, :, size:], out=gates)
        gates += 1
        return np.divide(mixed[:, :, :size], gates, out=gates)


def scaled(states: Floats) -> Floats:
    """States divided by their root mean square."""
    return states * _scale(states)


def _scale(states: Floats) -> Floats:
    squares = np.einsum("ij,ij->i", states, states) / states.shape[1]
    inverse: Floats = 1 / np.sqrt(squares + 1e-6)[:, None]
    return inverse
