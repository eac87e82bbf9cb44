"""The measured precision of each rule: of its hits on real stories, how many readers judged right by the standard."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

_KEPT = Path(__file__).with_name("precision.json")


class Precision(NamedTuple):
    """What readers judged of one rule's hits."""

    right: int
    judged: int

    def __str__(self) -> str:
        if not self.judged:
            return "not measured: it did not fire on the stories that were read"
        return f"{self.right / self.judged:.2f} ({self.right} of {self.judged} hits judged right)"


@cache
def measured() -> dict[str, Precision]:
    """The precision of every rule by its code."""
    rows = json.loads(_KEPT.read_text(encoding="utf-8"))
    return {code: Precision(row["right"], row["judged"]) for code, row in rows.items()}
