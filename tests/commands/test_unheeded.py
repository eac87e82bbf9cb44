"""Options that change nothing: each is told once, on standard error, and never decides how a command ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attribution.cli import main

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = str(ROOT / "examples" / "clinic-sale.docx")


@pytest.fixture(name="desk", autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a story and a report that was kept."""
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text("The bridge is closed, the mayor said on Monday.")
    for name in ("kept.json", "other.json"):
        assert run("audit", "story.txt", "--output", f"json={name}").exit_code == 0


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


NO_DOCUMENT = "attribution: --docx-view original changes nothing: no Word document (.docx) is read\n"
TOLD = {
    ("report", "kept.json", "--format", "text", "--preset", "strict"): (
        "attribution: kept.json is shown as it was audited; --preset does not change it\n"
    ),
    ("report", "kept.json", "other.json", "--format", "text", "--genre", "opinion", "--outlet", "The Courier"): (
        "attribution: kept.json and 1 more are shown as they were audited; --genre and --outlet do not change them\n"
        "attribution: 2 of 2 stories reported on\n"
    ),
    ("diff", "kept.json", "story.txt", "--severity", "ANO101=off"): (
        "attribution: kept.json is shown as it was audited; --severity does not change it\n"
    ),
    ("audit", "story.txt", "--docx-view", "original"): NO_DOCUMENT,
    ("report", "kept.json", "--format", "text", "--docx-view", "original"): NO_DOCUMENT,
    ("check", "story.txt", "--docx-view", "original"): NO_DOCUMENT,
    ("diff", "story.txt", "kept.json", "--docx-view", "original"): NO_DOCUMENT,
    ("diff", "story.txt", DOCUMENT, "--old-docx-view", "original"): NO_DOCUMENT.replace("--docx", "--old-docx"),
}


@pytest.mark.parametrize("command", TOLD, ids=" ".join)
def test_an_option_is_not_ignored_in_silence(command: tuple[str, ...]) -> None:
    result = run(*command)
    assert result.stderr == TOLD[command]
    quiet = run(*command, "-q")
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (result.exit_code, result.stdout, "")


@pytest.mark.parametrize(
    "command",
    [
        ("report", "story.txt", "--format", "text", "--preset", "strict"),
        ("report", "kept.json", "--format", "text"),
        ("audit", DOCUMENT, "--docx-view", "original"),
        ("diff", DOCUMENT, "story.txt", "--old-docx-view", "original"),
        ("diff", "story.txt", DOCUMENT, "--docx-view", "original"),
    ],
    ids=" ".join,
)
def test_an_option_that_changes_something_is_not_told(command: tuple[str, ...]) -> None:
    assert run(*command).stderr == ""
