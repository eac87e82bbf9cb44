"""What each renderer writes for the sample reports; `python -m tests.golden` writes it anew."""

from __future__ import annotations

from pathlib import Path

from attribution.rendering import Surface, formats, renderer
from tests.samples import brief, ferries

FOLDER = Path(__file__).parent
SURFACE = Surface(80, colour=False)


def cases() -> dict[str, str]:
    """The text that each golden file should hold, by its name."""
    one, several = (ferries(),), (ferries(), brief())
    return {
        f"{name}.{format_}": "".join(renderer(format_).render(reports, SURFACE))
        for format_ in formats()
        for name, reports in (("one", one), ("several", several))
    }
