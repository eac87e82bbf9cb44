"""What a format of a comparison is: two reports compared in, text out."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import attribution.comparison.formats
from attribution.registry import declared

if TYPE_CHECKING:
    from attribution.comparison.comparing import Comparison
    from attribution.rendering import Surface


@dataclass(frozen=True, slots=True)
class Format:
    """One output format of a comparison."""

    name: str
    """As the user names it: the name of its module."""
    render: Callable[[Comparison, Surface], str]


def names() -> tuple[str, ...]:
    """The name of every format; imports none of them."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(attribution.comparison.formats.__path__)))


def named(name: str) -> Format:
    """The format of one of the `names`."""
    return next(each for each in declared("attribution.comparison.formats", Format) if each.name == name)
