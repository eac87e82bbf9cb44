"""Every command of the README works: the set-up commands are those of .ci/run, the others are run here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ENDING = re.compile(r"\s+# exits with (\d+)$")


def blocks(language: str) -> list[list[str]]:
    """The lines of each fenced block in a language."""
    return [
        block.splitlines() for block in re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    ]


SET_UP = [line for block in blocks("sh") for line in block]
USAGE = blocks("console")


def test_blocks_of_other_kinds_hold_no_commands() -> None:
    assert set(re.findall(r"^ *(?:```|~~~)(.*)$", README, re.MULTILINE)) == {"", "sh", "console"}
    assert re.findall(r"^(?: {4}|\t).+$", README, re.MULTILINE) == []


def test_two_commands_set_up_and_ci_runs_them() -> None:
    audit, tests = SET_UP
    assert re.search(r"attribution audit (seeds/\S+)$", audit)
    assert tests.endswith("-m pytest -q")
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    for command in SET_UP:
        place = lines.index(command)
        assert lines[place - 1] == "clean", "CI runs it in a clean environment"


def test_the_audited_story_is_a_seed() -> None:
    story = ROOT / SET_UP[0].split()[-1]
    assert story.parent == ROOT / "seeds"
    assert story.is_file()


def test_pictures_and_links_exist() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert "docs/report-bad.png" in targets
    assert [target for target in targets if not (ROOT / target).is_file()] == []


@pytest.fixture(name="shell")
def _shell(tmp_path: Path) -> dict[str, str]:
    """An environment in which `attribution` is this interpreter's."""
    commands = tmp_path / "commands"
    commands.mkdir()
    installed = Path(sys.executable).with_name("attribution")
    command = commands / "attribution"
    if installed.exists():
        command.symlink_to(installed)
    else:
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m attribution "$@"\n', encoding="utf-8")
        command.chmod(0o755)
    known = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    path = "" if installed.exists() else str(ROOT)
    return known | {"PATH": f"{commands}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": path}


@pytest.mark.skipif(shutil.which("bash") is None, reason="the README's commands are written for bash")
@pytest.mark.parametrize("block", USAGE, ids=lambda block: block[0])
def test_usage(block: list[str], shell: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    for name in ("seeds", "examples"):
        shutil.copytree(ROOT / name, folder / name)
    assert block
    for line in block:
        assert line.startswith("$ "), "a block holds commands only"
        ending = ENDING.search(line)
        command = ["bash", "-o", "pipefail", "-c", line[2:]]
        done = subprocess.run(command, cwd=folder, env=shell, capture_output=True, check=False, timeout=60)
        assert done.returncode == (int(ending[1]) if ending else 0), (line, done.stderr.decode(errors="replace"))
        assert b"Traceback" not in done.stderr
