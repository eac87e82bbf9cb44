"""A gated convolution against its definition, row by row: shared products change no result."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.analysis.network import gated
from attribution.analysis.network.gated import Gated, room

SIZE = 4


def _by_definition(states: np.ndarray, weight: np.ndarray, bias: np.ndarray, gap: int, blank: set[int]) -> np.ndarray:
    level = states / np.sqrt((states**2).mean(1, keepdims=True) + 1e-6)
    nothing = np.zeros(SIZE)
    result = states.copy()
    for row in range(len(states)):
        near = (row - gap, row, row + gap)
        taps = [level[k] if 0 <= k < len(states) and k not in blank else nothing for k in near]
        mixed = np.concatenate(taps) @ weight + bias
        result[row] += mixed[:SIZE] / (1 + np.exp(-mixed[SIZE:]))
    return result


@given(
    st.sampled_from([1, 2, 4]).flatmap(lambda gap: st.tuples(st.just(gap), st.integers(1, 6).map((4 * gap).__mul__))),
    st.sets(st.integers(0, 40)),
    st.integers(0, 1 << 30),
    st.sampled_from([4, 16, 4096]),
)
@settings(deadline=None)
def test_each_row_is_added_what_it_sees_beside_its_neighbours(
    gap_and_count: tuple[int, int], blank: set[int], seed: int, block: int
) -> None:
    gap, count = gap_and_count
    blank = {row for row in blank if row < count}
    numbers = np.random.default_rng(seed)
    states = numbers.normal(size=(count, SIZE)).astype(np.float32)
    weight = numbers.normal(size=(3 * SIZE, 2 * SIZE)).astype(np.float32)
    bias = numbers.normal(size=2 * SIZE).astype(np.float32)
    expected = _by_definition(states.astype(np.float64), weight, bias, gap, blank)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gated, "_BLOCK", max(block, 4 * gap))
        Gated(weight, bias, gap).add(states, np.array(sorted(blank), np.intp), room(count, SIZE, gap))
    assert states == pytest.approx(expected, abs=1e-3)
