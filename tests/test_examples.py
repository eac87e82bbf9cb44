"""The example reports are what the command writes today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(("form", "suffix"), [("text", "txt"), ("json", "json")])
def test_the_example_report_is_current(form: str, suffix: str, tmp_path: Path) -> None:
    made = tmp_path / "report"
    command = [sys.executable, "-m", "attribution", "audit", "-q", "seeds/ferry-fire-brief.txt"]
    subprocess.run([*command, "--output", f"{form}={made}"], cwd=ROOT, check=True)
    kept = ROOT / "examples" / f"ferry-fire-brief.report.{suffix}"
    assert made.read_text(encoding="utf-8") == kept.read_text(encoding="utf-8")
