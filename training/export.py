"""Write a student as the file that ships: word vectors in int8 with a scale a row, all else in float16.

python -m training.export WORK/student-SIZE.pt attribution/analysis/network/network.npz
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import torch

from training.examples import LABELS
from training.network import DILATIONS, NEIGHBOURS

RESERVE = 0.15
"""Added to the score of "no span" for every word: precision against recall, chosen on PolNeAR dev."""
KEPT = ("spans", "pooled", "tags")


def export(source: Path, target: Path) -> None:
    """Convert one student."""
    kept = torch.load(source)
    state = {name: value.numpy() for name, value in kept["state"].items()}
    vectors = state["pieces.weight"]
    state["spans.bias"][LABELS.index("O")] += RESERVE
    scales = np.maximum(np.abs(vectors).max(1) / 127, 1e-6).astype(np.float16)
    weights: dict[str, np.ndarray] = {
        "pieces": np.frombuffer("\n".join(kept["pieces"]).encode(), np.uint8),
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
    export(Path(sys.argv[1]), Path(sys.argv[2]))
