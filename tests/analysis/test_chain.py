"""The chain against an enumeration of every path: the best path, and each label's share of the whole."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from attribution.analysis.network.chain import Chain

LABELS = 3
SCORES = st.floats(-4, 4, width=32)


def _path_score(scores: np.ndarray, chain: tuple[np.ndarray, np.ndarray], path: tuple[int, ...]) -> float:
    transitions, begins = chain
    total = float(begins[path[0]] + scores[0, path[0]])
    return total + sum(
        float(transitions[before, label] + scores[i, label]) for i, (before, label) in enumerate(pairwise(path), 1)
    )


@given(
    st.lists(st.integers(1, 4), min_size=1, max_size=3).flatmap(
        lambda sizes: st.tuples(st.just(sizes), arrays(np.float32, (sum(sizes), LABELS), elements=SCORES))
    ),
    arrays(np.float32, (LABELS, LABELS), elements=SCORES),
    arrays(np.float32, (LABELS,), elements=SCORES),
)
def test_decoding_equals_the_enumeration_of_all_paths(
    sized: tuple[list[int], np.ndarray], transitions: np.ndarray, begins: np.ndarray
) -> None:
    sizes, scores = sized
    ends = np.cumsum(sizes)
    ranges = [(int(end) - size, int(end)) for size, end in zip(sizes, ends, strict=True)]
    decoded = Chain(transitions, begins).decode(scores, ranges)
    for first, last in ranges:
        own = scores[first:last]
        paths = list(product(range(LABELS), repeat=last - first))
        values = np.array([_path_score(own, (transitions, begins), path) for path in paths])
        got = tuple(int(label) for label in decoded.path[first:last])
        assert _path_score(own, (transitions, begins), got) == pytest.approx(values.max(), abs=1e-3)
        shares = np.exp(values - values.max())
        for i, label in enumerate(got):
            share = sum(weight for path, weight in zip(paths, shares, strict=True) if path[i] == label) / shares.sum()
            assert decoded.probabilities[first + i] == pytest.approx(share, abs=1e-3)


def test_rows_outside_every_range_get_the_first_label() -> None:
    chain = Chain(np.zeros((LABELS, LABELS), np.float32), np.zeros(LABELS, np.float32))
    decoded = chain.decode(np.array([[0, 9, 0], [0, 9, 0], [0, 9, 0]], np.float32), [(1, 2)])
    assert decoded.path.tolist() == [0, 1, 0]
