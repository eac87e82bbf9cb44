"""`attribution baseline`: what it must not pass over, and what it keeps of stories that it could not read."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attribution.cli import main
from attribution.gate.baseline import read

BAD = "The sale of the harbour is off, sources said on Monday."
FILE = "attribution-baseline.json"


@pytest.fixture(name="desk", autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two stories."""
    monkeypatch.chdir(tmp_path)
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(BAD)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["baseline", *arguments])


def known() -> set[str]:
    """The stories of which the baseline has findings."""
    return {entry.path for entry in read(FILE).entries}


def test_an_unreadable_story_is_no_success(desk: Path) -> None:
    (desk / "two.txt").write_text("")
    result = run("write", ".")
    assert (result.exit_code, "two.txt" in result.stderr) == (5, True)
    assert known() == {"one.txt"}


@pytest.mark.parametrize("command", ["update", "prune"])
def test_the_entries_of_an_unreadable_story_are_kept(desk: Path, command: str) -> None:
    assert run("write", ".").exit_code == 0
    (desk / "one.txt").write_text("The harbour was built in 1902 by the town.")
    (desk / "two.txt").write_text("")
    before = {entry for entry in read(FILE).entries if entry.path == "two.txt"}
    assert run(command, ".").exit_code == 5
    after = read(FILE).entries
    assert before == {entry for entry in after if entry.path == "two.txt"}
    assert not any(entry.path == "one.txt" and entry.rule == "ANO101" for entry in after)


def test_nothing_is_written_when_no_story_can_be_read(desk: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (desk / name).write_text("")
    assert run("write", ".").exit_code == 3
    assert not (desk / FILE).exists()


@pytest.mark.parametrize("command", [(), ("write",), ("update",), ("prune",), ("show",)])
def test_help_tells_the_exit_codes(command: tuple[str, ...]) -> None:
    assert "5  some stories could not be read" in run(*command, "--help").stdout
