"""The example story as a Word document; `python -m tests.example_document` writes it anew."""

from __future__ import annotations

from pathlib import Path

from tests.word_files import deleted, docx, inserted, paragraph, run

FOLDER = Path(__file__).resolve().parents[1] / "examples"
DOCUMENT = FOLDER / "clinic-sale.docx"
NOW, BEFORE = "sources said", "two members of the city council said"
"""A change of the desk, tracked: what the story says, and what the reporter wrote."""


def document() -> bytes:
    """The words of `clinic-sale.txt` with a title and one tracked change, which makes the story worse."""
    title, *lines = filter(None, (FOLDER / "clinic-sale.txt").read_text(encoding="utf-8").splitlines())
    return docx(paragraph(run(title), style="Titel") + "".join(map(_paragraph, lines)))


def _paragraph(line: str) -> str:
    before, changed, after = line.partition(NOW)
    return paragraph(run(before), *((deleted(BEFORE), inserted(NOW), run(after)) if changed else ()))


if __name__ == "__main__":
    DOCUMENT.write_bytes(document())
