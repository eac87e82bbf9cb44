"""The published standards and studies that the rules rest on, by the key with which a rule cites them.

All of them are paraphrased here. `reading` says how far the document itself was read: a point that is known from
somebody else's account of it is worth checking before it is quoted.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

_KEPT = Path(__file__).with_name("standards.json")


class Reading(Enum):
    """How a document is known."""

    WHOLE = "read"
    PART = "read in part"
    SECONDARY = "known from accounts of it"


@dataclass(frozen=True, slots=True)
class Standard:
    """One published document."""

    key: str
    title: str
    publisher: str
    published: str
    """Year or date."""
    reading: Reading

    def __str__(self) -> str:
        return f"{self.title} ({self.publisher}, {self.published})"


@cache
def standards() -> dict[str, Standard]:
    """Every standard by its key, in order of key; `standards.json` holds them."""
    rows = json.loads(_KEPT.read_text(encoding="utf-8"))
    return {
        key: Standard(key, row["title"], row["publisher"], row["published"], Reading(row["reading"]))
        for key, row in rows.items()
    }
