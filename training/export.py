"""Write the student as the file that ships: word vectors in int8 with a scale a row, all else in float16.

    python -m training.export WORK SIZE attribution/analysis/network/network.npz

What ships lies between the students of the two courses: the first finds spans better, the second tags, and the mean of
their weights keeps most of both (Wortsman and others 2022).
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import torch

from training.courses import FIRST, SECOND
from training.examples import LABELS
from training.network import DILATIONS, NEIGHBOURS

RESERVE = -0.3
"""Added to the score of "no span" for every word: precision against recall, chosen on PolNeAR dev. Below nought,
since attributions that may be no speech and are not read surely are dropped afterwards (`analysis.attributions`).
"""
SECOND_SHARE = 0.35
"""The weight of the second course's student in the mean, chosen on cross-validated tags and on PolNeAR dev."""
KEPT = ("spans", "pooled", "tags")


def between(work: Path, size: int) -> tuple[dict[str, np.ndarray], list[str]]:
    """The weighted mean of the students of both courses, and their word pieces."""
    first, second = (torch.load(work / course.name / f"student-{size}.pt") for course in (FIRST, SECOND))
    mean = {
        name: torch.lerp(value, second["state"][name], SECOND_SHARE).numpy() for name, value in first["state"].items()
    }
    return mean, first["pieces"]


def export(work: Path, size: int, target: Path) -> None:
    """Convert the student of one size."""
    state, names = between(work, size)
    vectors = state["pieces.weight"]
    state["spans.bias"][LABELS.index("O")] += RESERVE
    scales = np.maximum(np.abs(vectors).max(1) / 127, 1e-6).astype(np.float16)
    weights: dict[str, np.ndarray] = {
        "pieces": np.frombuffer("\n".join(names).encode(), np.uint8),
        "labels": np.frombuffer(" ".join(LABELS).encode(), np.uint8),
        "vectors": np.round(vectors / scales[:, None].astype(np.float32)).clip(-127, 127).astype(np.int8),
        "scales": scales,
        "shapes": state["shapes.weight"].astype(np.float16),
        "quotes": state["quotes.weight"].astype(np.float16),
        "dilations": np.array(DILATIONS, np.int16),
        "neighbours": np.array(NEIGHBOURS, np.int16),
        "transitions": state["chain.transitions"].astype(np.float16),
        "begins": state["chain.begins"].astype(np.float16),
    }
    for name, value in state.items():
        if name.split(".")[0] in (*KEPT, "words", "neighbours"):
            weights[name] = np.ascontiguousarray(value.T).astype(np.float16)
    np.savez_compressed(target, allow_pickle=False, **weights)


if __name__ == "__main__":
    export(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
