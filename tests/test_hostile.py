"""A story full of traps goes through every format of every command: what it says comes out as words, or not at all."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from click.testing import CliRunner

from attribution.cli import main
from attribution.comparison.format import names as comparisons
from attribution.gate.format import names as checks
from attribution.publishing import published
from attribution.rendering import formats
from tests.samples import HOSTILE
from tests.word_files import docx

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What would steer a terminal, turn a line around or break an XML document."""
ELEMENT = re.compile(r"(?<!\\)<(?:script>alert|img\s|iframe)", re.IGNORECASE)
TRAPS = tuple(trap.replace("\0", "") for trap in HOSTILE)
"""A file with a NUL is no text, and refused."""
MARKUP = {"html", "markdown", "docx"}
"""Formats in which `<` begins an element."""


def story(traps: tuple[str, ...]) -> str:
    """Sources say every trap, and two say nothing else."""
    said = [f"“{trap}”, said a source on Monday." for trap in traps]
    return "\n\n".join(
        ["The council will sell the clinic", *said, "The sale is off, sources said.", "No more is known."]
    )


@pytest.fixture(name="desk")
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with hostile stories in two formats."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "traps.txt").write_text(story(TRAPS), encoding="utf-8", newline="")
    printable = tuple(CONTROLS.sub("", trap) for trap in TRAPS)
    escaped = [escape(line) for line in story(printable).splitlines()]
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in escaped)
    (tmp_path / "traps.docx").write_bytes(docx(body))
    return tmp_path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code in (0, 1), result.stderr
    assert CONTROLS.search(result.stderr) is None
    return result.stdout


def texts(name: str, path: Path) -> list[str]:
    """The text of every file that a format made."""
    if name == "docx":
        with zipfile.ZipFile(path) as archive:
            return [archive.read(part).decode() for part in archive.namelist() if part.endswith(".xml")]
    return [each.read_text(encoding="utf-8") for each in path.parent.glob(f"{path.stem}.*")]


def held(name: str, text: str) -> None:
    """A text holds no trap that has sprung."""
    if name in {"json", "jsonl", "web-annotation", "sarif", "gitlab"}:
        for line in text.splitlines() if name == "jsonl" else [text]:
            json.loads(line)
    assert CONTROLS.search(text) is None
    if name in MARKUP:
        assert ELEMENT.search(text) is None


@pytest.mark.parametrize("name", formats())
@pytest.mark.usefixtures("desk")
def test_what_is_printed_holds_no_trap(name: str) -> None:
    text = run("audit", "traps.txt", "--format", name)
    held(name, text)
    assert "sources" in text or name == "score"


@pytest.mark.parametrize("name", published())
def test_what_is_published_holds_no_trap(desk: Path, name: str) -> None:
    source = "traps.docx" if name == "docx" else "traps.txt"
    suffix = {"brat": "ann"}.get(name, name)
    run("report", source, "--output", f"{name}=out/made.{suffix}")
    made = texts(name, desk / "out" / f"made.{suffix}")
    assert made
    for text in made:
        held(name, text)


@pytest.mark.parametrize("name", checks())
@pytest.mark.usefixtures("desk")
def test_what_is_checked_holds_no_trap(name: str) -> None:
    held(name, run("check", "traps.txt", "--format", name))


@pytest.mark.parametrize("name", comparisons())
def test_what_is_compared_holds_no_trap(desk: Path, name: str) -> None:
    (desk / "before.txt").write_text(story(TRAPS[::2]), encoding="utf-8", newline="")
    held(name, run("diff", "before.txt", "traps.txt", "--format", name))
