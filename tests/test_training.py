"""The command that makes everything that is learned: which steps it runs, without running what they teach."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from training.__main__ import main


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The commands that a run starts; none of them runs."""
    commands: list[Sequence[str]] = []

    def start(command: Sequence[str], *, check: bool) -> None:
        assert check, "a step that fails must stop the run"
        commands.append(command)

    monkeypatch.setattr(subprocess, "run", start)
    return commands


def steps(work: Path, started: Sequence[Sequence[str]], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The modules that a run starts, in order."""
    monkeypatch.setattr(sys, "argv", ["training", "shared", str(work)])
    main()
    return [command[2] for command in started]


def test_what_is_made_already_is_not_made_again(
    tmp_path: Path, started: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for product in ("teacher.pt", "taught.pt"):
        (tmp_path / product).touch()
    assert steps(tmp_path, started, monkeypatch) == ["training.student", "training.settle"]


def test_every_step_is_there(tmp_path: Path, started: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    names = steps(tmp_path / "new", started, monkeypatch)
    assert names == [f"training.{step}" for step in ("teacher", "teach", "student", "settle")]
    assert [name for name in names if find_spec(name) is None] == []
