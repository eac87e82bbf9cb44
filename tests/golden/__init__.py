"""What each renderer writes for the sample reports; `python -m tests.golden` writes it anew."""

from __future__ import annotations

from pathlib import Path

from attribution.rendering import Surface, formats, renderer
from attribution.web.index_page import entry, index_page
from attribution.web.story_page import story_page
from tests.samples import brief, ferries, judged

FOLDER = Path(__file__).parent
SURFACE = Surface(80, colour=False)


def cases() -> dict[str, str]:
    """The text that each golden file should hold, by its name."""
    one, several = (ferries(),), (ferries(), brief())
    pages = {"one.html": story_page(judged()), "index.html": index_page([entry(each, "a.html") for each in several])}
    return pages | {
        f"{name}.{format_}": "".join(renderer(format_).render(reports, SURFACE))
        for format_ in formats()
        for name, reports in (("one", one), ("several", several))
    }
