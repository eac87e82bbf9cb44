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
_BLOCK = 2048
"""Rows that are mixed at a time, in tables that the processor keeps at hand."""


class _Tables(NamedTuple):
    """Room for what is worked out on the way, made once."""

    seen: Floats
    """The rows before each of four products, (4, rows, size)."""
    products: Floats
    """(4, rows, 2 * size)."""
    gates: Floats
    """Of the two results that share the products, (2, rows, size)."""


class Gated:
    """A gated convolution of three taps, `gap` rows apart, added to its input."""

    def __init__(self, weight: Floats, bias: Floats, gap: int) -> None:
        """`weight`, (3 * size, 2 * size), leads from the rows of the three taps to the values and their gates."""
        size = weight.shape[1] // 2
        before, here, behind = np.hstack((weight[:, :size], -weight[:, size:])).reshape(3, -1, 2 * size)
        self._filters = np.stack((before, (before + here + behind) / 2, (before - here + behind) / 2, behind))
        self._bias, self._gap = np.hstack((bias[:size], -bias[size:])), gap

    def __call__(self, states: Floats, blank: Places) -> Floats:
        """The rows beside their neighbours; those that are `blank` count as nothing for the others."""
        count, size = states.shape
        gap = self._gap
        pairs = -(-count // (2 * gap))
        level = np.zeros((2 * pairs + 2, gap, size), np.float32)
        rows = _flat(level)
        np.multiply(states, _scale(states), out=rows[gap : gap + count])
        rows[gap + blank] = 0
        result = np.zeros((2 * pairs, gap, size), np.float32)
        _flat(result)[:count] = states
        step = max(1, _BLOCK // (2 * gap))
        room = _tables(min(step, pairs) * gap, size)
        for first in range(0, pairs, step):
            last = min(first + step, pairs)
            self._add(level[2 * first : 2 * last + 2], result[2 * first : 2 * last], room)
        return _flat(result)[:count]

    def _add(self, level: Floats, result: Floats, room: _Tables) -> None:
        """Add what is seen in strips of rows to all of them but the first and the last, which stand in `result`."""
        a, b, c, d = level[:-2:2], level[1:-2:2], level[2::2], level[3::2]
        count, size = a.shape[0] * a.shape[1], a.shape[2]
        seen, products, gates = (table[:, :count] for table in room)
        for one, other, combined, row in ((a, c, np.subtract, 0), (b, c, np.add, 1), (c, b, np.subtract, 2), (b, d, np.subtract, 3)):
            combined(one, other, out=seen[row].reshape(a.shape))
        near, both, apart, far = np.matmul(seen, self._filters, out=products)
        near += both
        near += apart
        both -= apart
        both -= far
        mixed = products[:2]
        mixed += self._bias
        np.exp(mixed[:, :, size:], out=gates)
        gates += 1
        np.divide(mixed[:, :, :size], gates, out=gates)
        sides = result.reshape(-1, 2, *result.shape[1:]).swapaxes(0, 1)
        sides += gates.reshape(sides.shape)


def _tables(count: int, size: int) -> _Tables:
    return _Tables(*(np.empty(shape, np.float32) for shape in ((4, count, size), (4, count, 2 * size), (2, count, size))))


def _flat(strips: Floats) -> Floats:
    return strips.reshape(-1, strips.shape[2])


def scaled(states: Floats) -> Floats:
    """States divided by their root mean square."""
    return states * _scale(states)


def _scale(states: Floats) -> Floats:
    squares = np.einsum("ij,ij->i", states, states) / states.shape[1]
    inverse: Floats = 1 / np.sqrt(squares + 1e-6)[:, None]
    return inverse
