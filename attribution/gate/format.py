"""What a format of the gate is: the checks of all stories in, text out."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import attribution.gate.formats
from attribution.registry import declared

if TYPE_CHECKING:
    from attribution.gate.placed import Checked
    from attribution.rendering import Surface


@dataclass(frozen=True, slots=True)
class Verdict:
    """A whole check: its stories, why it fails, and what could not be read."""

    checks: tuple[Checked, ...]
    failures: tuple[str, ...]
    unread: tuple[str, ...] = ()
    """Messages about stories that could not be read."""
    has_baseline: bool = False
    """Findings were compared with a baseline."""
    policy_url: str | None = None
    """Where the newsroom's own standards stand."""


@dataclass(frozen=True, slots=True)
class Format:
    """One output format of the gate."""

    name: str
    """As the user names it: the name of its module."""
    render: Callable[[Verdict, Surface], str]


def names() -> tuple[str, ...]:
    """The name of every format; imports none of them."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(attribution.gate.formats.__path__)))


def named(name: str) -> Format:
    """The format of one of the `names`."""
    return next(each for each in declared("attribution.gate.formats", Format) if each.name == name)


def stories_with_findings(checks: Sequence[Checked]) -> tuple[Checked, ...]:
    """The stories of which a format has something to say."""
    return tuple(each for each in checks if each.findings)
