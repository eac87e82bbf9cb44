"""What a renderer is: reports in, text out, one output format each."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import attribution.renderers
from attribution.registry import declared

if TYPE_CHECKING:
    from attribution.report import Report


@dataclass(frozen=True, slots=True)
class Surface:
    """What the text will be read on."""

    width: int
    """Columns of a line."""
    colour: bool


@dataclass(frozen=True, slots=True)
class Renderer:
    """One output format."""

    name: str
    """As the user names it: the name of its module, with hyphens."""
    render: Callable[[Iterable[Report], Surface], Iterator[str]]
    """Chunks of text, at least one a report; looks at most one report ahead, so that any number of stories fits."""


def formats() -> tuple[str, ...]:
    """The name of every output format; imports none of them."""
    modules = pkgutil.iter_modules(attribution.renderers.__path__)
    return tuple(sorted(module.name.replace("_", "-") for module in modules))


def renderer(name: str) -> Renderer:
    """The renderer of one of the `formats`."""
    return next(each for each in declared("attribution.renderers", Renderer) if each.name == name)
