"""A training that takes hours, in several sittings: what each epoch leaves is kept, and gone on from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import torch


class Moving(Protocol):
    """What changes as a model learns: itself, its optimizer, its schedule of rates."""

    def state_dict(self) -> dict[str, Any]:
        """What it holds now."""

    def load_state_dict(self, state_dict: dict[str, Any]) -> object:
        """Hold that again."""


def keep(place: Path, parts: Mapping[str, Moving], epochs: int) -> None:
    """Keep all that the first `epochs` have made, the state of the random numbers too, whole or not at all."""
    unfinished = place.with_suffix(".part")
    states = {name: part.state_dict() for name, part in parts.items()}
    torch.save({"parts": states, "random": torch.get_rng_state(), "epochs": epochs}, unfinished)
    unfinished.replace(place)


def resumed(place: Path, parts: Mapping[str, Moving]) -> int:
    """Go on from what was kept, if anything was; the number of epochs that are done."""
    if not place.exists():
        return 0
    kept = torch.load(place)
    for name, part in parts.items():
        part.load_state_dict(kept["parts"][name])
    torch.set_rng_state(kept["random"])
    return int(kept["epochs"])
