"""Lines of text within a width, with colour only where the surface shows it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from attribution.assembly import visible
from attribution.rendering import Surface


def wrapped(text: str, surface: Surface, first: str = "", rest: str = "") -> list[str]:
    """A text in lines no wider than the surface unless one word is; `first` and `rest` indent them.

    Control characters of the story never get here: the terminal would obey them.
    """
    return textwrap.wrap(
        visible(text),
        surface.width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def painted(text: str, surface: Surface, colour: str) -> str:
    """A text in a colour, if the surface shows colours."""
    import click

    return click.style(text, fg=colour) if surface.colour else text


def strong(text: str, surface: Surface) -> str:
    """A text in bold type, if the surface shows it."""
    import click

    return click.style(text, bold=True) if surface.colour else text


def table(headers: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int | None]) -> list[str]:
    """The lines of a table; a cell wider than its column's width is wrapped."""
    from tabulate import tabulate

    cells = [[" ".join(visible(cell).split()) for cell in row] for row in rows]
    text = tabulate(cells, headers, tablefmt="simple", maxcolwidths=list(widths), disable_numparse=True)
    return [line.rstrip() for line in text.splitlines()]
