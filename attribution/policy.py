"""What a newsroom decides about an audit, apart from the story."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """The settings of one audit."""

    preset: str = "default"
    outlets: tuple[tuple[str, ...], ...] = ()
    """News organisations to know beside the shipped list: each the name, then its other names."""
