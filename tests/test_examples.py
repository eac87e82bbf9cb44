"""The example reports are what the command writes today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from attribution.model import View
from attribution.reading import read_story
from tests.example_document import BEFORE, DOCUMENT, document
from tests.word.remarked import unpacked

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(("form", "suffix"), [("text", "txt"), ("json", "json")])
def test_the_example_report_is_current(form: str, suffix: str, tmp_path: Path) -> None:
    made = tmp_path / "report"
    command = [sys.executable, "-m", "attribution", "audit", "-q", "seeds/ferry-fire-brief.txt"]
    subprocess.run([*command, "--output", f"{form}={made}"], cwd=ROOT, check=True)
    kept = ROOT / "examples" / f"ferry-fire-brief.report.{suffix}"
    assert made.read_text(encoding="utf-8") == kept.read_text(encoding="utf-8")


def test_the_example_document_is_the_example_story() -> None:
    data = DOCUMENT.read_bytes()
    assert unpacked(data) == unpacked(document())
    text = read_story((ROOT / "examples" / "clinic-sale.txt").read_bytes(), "clinic-sale.txt").text
    assert read_story(data, "clinic-sale.docx").text == text.replace("\n\n", "\n")
    assert BEFORE in read_story(data, "clinic-sale.docx", View.ORIGINAL).text
