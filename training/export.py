"""The file that ships: word vectors in int8 with a scale a row, all else in float16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.examples import LABELS
from training.network import DILATIONS, NEIGHBOURS

RESERVE = -0.15
"""Added to the score of "no span" for every word: precision against recall, chosen on PolNeAR dev. Below nought,
since attributions that may be no speech and are not read surely are dropped afterwards (`analysis.attributions`).
"""
KEPT = ("spans", "pooled", "tags")


def export(state: Mapping[str, np.ndarray], names: Sequence[str], target: Path) -> None:
    """Write a student's weights; `names` are the word pieces in order of their rows."""
    vectors = state["pieces.weight"]
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
    weights["spans.bias"][LABELS.index("O")] += np.float16(RESERVE)
    np.savez(target, allow_pickle=False, **weights)


def restored(source: Path) -> tuple[dict[str, Tensor], list[str]]:
    """The weights that a file holds, and its word pieces in order of their rows."""
    with np.load(source) as file:
        weights = {name: file[name] for name in file.files}
    names = bytes(weights["pieces"]).decode().split("\n")
    state = {
        "pieces.weight": weights["vectors"] * weights["scales"][:, None].astype(np.float32),
        "shapes.weight": weights["shapes"],
        "quotes.weight": weights["quotes"],
        "chain.transitions": weights["transitions"],
        "chain.begins": weights["begins"],
    }
    for name, value in weights.items():
        if name.split(".")[0] in (*KEPT, "words", "neighbours") and "." in name:
            state[name] = value.T
    state["spans.bias"] = state["spans.bias"] - np.float16(RESERVE) * (np.arange(len(LABELS)) == LABELS.index("O"))
    return {name: torch.tensor(np.ascontiguousarray(value, np.float32)) for name, value in state.items()}, names
