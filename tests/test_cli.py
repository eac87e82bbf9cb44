"""The command line: what it prints where, what it writes, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from attribution.cli import main
from attribution.console import Console, Ending, Verbosity
from attribution.schema import REPORT, flaws, schema

STORY = """The city will close the harbour bridge for two years

Mayor Mara Lind said on Tuesday that the harbour bridge would close in May for repairs that will take two years.

“We have waited too long,” Lind said. She said the council had set aside 40 million euros.

The bridge was built in 1931 and carries about 30,000 cars a day between the old town and the islands. It was last
repaired in 1988. Ferries will run every ten minutes while the bridge is closed, and a second line to the northern
islands will open in the summer. Buses will be sent through the tunnel, which has room for four hundred more cars
an hour than it carries now.
"""
HEAVY = (
    "nltk", "numpy", "jsonschema", "jsonschema_rs", "tabulate", "urllib.request", "email", "importlib.metadata",
    "attribution.analysis", "attribution.report", "lxml",
)  # fmt: skip


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two stories and one file that is none."""
    (tmp_path / "one.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "two.md").write_text(f"# {STORY}", encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes(b"%PDF-1.7 \x00\x01\x02")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


Run = Callable[..., Result]


@pytest.fixture(name="run")
def _run(folder: Path) -> Run:
    """The command inside that folder."""
    assert folder == Path.cwd()

    def run(*arguments: str, **extra: Any) -> Result:
        return CliRunner().invoke(main, arguments, **extra)

    return run


def whole(*arguments: str, **extra: Any) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), **extra.pop("env", {})}
    command = [sys.executable, *extra.pop("python", ()), "-m", "attribution", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, timeout=60, check=False, **extra)


def test_one_story_as_text(run: Run) -> None:
    result = run("audit", "one.txt")
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    assert result.stdout.startswith("one.txt\n")
    assert "/100" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_one_story_as_json(run: Run) -> None:
    result = run("audit", "one.txt", "--format", "json", "--outlet", "Daily Post")
    made = json.loads(result.stdout)
    assert flaws(made, REPORT) == ()
    assert made["story"]["path"] == "one.txt"
    assert made["policy"]["outlet"] == made["story"]["outlet"] == "Daily Post"


def test_the_same_bytes_every_time(run: Run) -> None:
    assert run("audit", ".", "--format", "json").stdout_bytes == run("audit", ".", "--format", "json").stdout_bytes


def test_standard_input(run: Run) -> None:
    result = run("audit", "-", "--format", "jsonl", input=STORY.encode())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["story"]["path"] == "-"


def test_results_and_messages_are_kept_apart(run: Run) -> None:
    result = run("audit", "one.txt", "broken.txt", "two.md", "--format", "jsonl")
    assert result.exit_code == 5
    assert [json.loads(line)["story"]["path"] for line in result.stdout.splitlines()] == ["one.txt", "two.md"]
    error, summary = result.stderr.splitlines()
    assert error.startswith("attribution: broken.txt ")
    assert summary == "attribution: 2 of 3 stories reported on"


@pytest.mark.parametrize("name", ["text", "json", "jsonl"])
def test_the_exit_code_does_not_depend_on_the_format(run: Run, name: str) -> None:
    assert run("audit", "one.txt", "--format", name).exit_code == 0
    assert run("audit", ".", "--format", name).exit_code == 5
    assert run("audit", "broken.txt", "--format", name).exit_code == 3


def test_nothing_audited_names_every_story(run: Run) -> None:
    Path("empty.txt").touch()
    result = run("audit", "broken.txt", "empty.txt", "--output", "json=out.json")
    assert result.exit_code == 3
    assert result.stdout == ""
    assert [line.split()[1] for line in result.stderr.splitlines()] == ["broken.txt", "empty.txt", "nothing"]
    assert not Path("out.json").exists()


def test_a_folder_without_stories(run: Run) -> None:
    Path("empty").mkdir()
    result = run("audit", "empty")
    assert result.exit_code == 3
    assert result.stderr.startswith("attribution: empty")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "no story named"),
        (("missing.txt",), "missing.txt"),
        (("one.txt", "--output", "yaml=a"), "FORMAT=PATH"),
        (("one.txt", "--output", "json=/proc/none/a.json"), "cannot be written"),
        (("one.txt", "--output", "json=one.txt"), "is one of the stories"),
        (("one.txt", "--outlet", " "), "is no name"),
        (("one.txt", "--outlets", "nowhere.txt"), "cannot be read"),
        (("one.txt", "--format", "yaml"), "yaml"),
        (("one.txt", "--colour", "never"), "--colour"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], words: str) -> None:
    result = run("audit", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_files_instead_of_printing(run: Run) -> None:
    result = run("audit", "one.txt", "--output", "json=a.json", "--output", "text=a.txt")
    assert (result.exit_code, result.output) == (0, "")
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["story"]["path"] == "one.txt"
    assert "/100" in Path("a.txt").read_text(encoding="utf-8")
    assert sorted(os.listdir()) == ["a.json", "a.txt", "broken.txt", "one.txt", "two.md"]


def test_files_and_printing(run: Run) -> None:
    result = run("audit", "one.txt", "--output", "json=a.json", "--format", "jsonl")
    assert json.loads(result.stdout) == json.loads(Path("a.json").read_text(encoding="utf-8"))


def test_house_list(run: Run) -> None:
    Path("house.txt").write_text("# ours\nThe Courier | Courier\n\nRadio Nord\n", encoding="utf-8")
    made = json.loads(run("audit", "one.txt", "--format", "json", "--outlets", "house.txt").stdout)
    assert made["policy"]["outlets"] == [["The Courier", "Courier"], ["Radio Nord"]]
    Path("house.txt").write_text("The Courier |\n", encoding="utf-8")
    assert "house.txt, line 1" in run("audit", "one.txt", "--outlets", "house.txt").stderr


@pytest.mark.parametrize(
    ("option", "env", "coloured"),
    [
        ("auto", {}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(run: Run, option: str, env: dict[str, str], coloured: bool) -> None:
    result = run("audit", "one.txt", "--color", option, env=env, color=True)
    assert ("\x1b[" in result.stdout) == coloured


def test_quiet_and_verbose(run: Run) -> None:
    assert run("audit", "one.txt", "two.md", "-q").stderr == ""
    assert run("audit", "one.txt", "two.md").stderr == "attribution: 2 of 2 stories reported on\n"
    assert "attribution: two.md: read as markdown in utf-8, 119 words\n" in run("audit", "two.md", "-v").stderr


def test_a_bug_is_owned_up_to(capsys: pytest.CaptureFixture[str]) -> None:
    for verbosity in (Verbosity.QUIET, Verbosity.VERBOSE):
        with pytest.raises(Exception) as ended, Ending(Console(verbosity)):  # noqa: PT011 (click's Exit says its code)
            raise ZeroDivisionError("of all things")
        assert getattr(ended.value, "exit_code", None) == 70
        said = capsys.readouterr().err
        assert "this is a bug" in said
        assert ("Traceback" in said) == (verbosity is Verbosity.VERBOSE)


def test_an_interruption(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Exception) as ended, Ending(Console(Verbosity.NORMAL)):  # noqa: PT011
        raise KeyboardInterrupt
    assert getattr(ended.value, "exit_code", None) == 130
    assert capsys.readouterr().err == "attribution: interrupted\n"


def test_schema(run: Run) -> None:
    assert json.loads(run("schema", "report").stdout) == schema(REPORT)


def test_validate(run: Run) -> None:
    run("audit", "one.txt", "two.md", "--output", "json=a.json", "--output", "jsonl=a.jsonl")
    result = run("validate", "a.json", "a.jsonl")
    assert (result.exit_code, result.stdout) == (0, "a.json: valid, 2 reports\na.jsonl: valid, 2 reports\n")
    text = Path("a.json").read_text(encoding="utf-8").replace('"tag": "factual-background"', '"tag": "gossip"', 1)
    Path("a.json").write_text(text, encoding="utf-8")
    result = run("validate", "a.json", "missing.json", "a.jsonl")
    assert result.exit_code == 2
    line = text[: text.index('"gossip"')].count("\n") + 1
    assert result.stdout.startswith(f"a.json:{line}: $[0].statements[0].tag: 'gossip' is not one of")
    assert result.stdout.endswith("a.jsonl: valid, 2 reports\n")
    assert result.stderr.startswith("attribution: missing.json cannot be read")


def test_help_tells_the_exit_codes(run: Run) -> None:
    for arguments in (("--help",), ("audit", "--help"), ("validate", "-h")):
        result = run(*arguments)
        assert result.exit_code == 0
        assert "130  interrupted" in result.stdout


def test_version(run: Run) -> None:
    assert run("--version").stdout == "attribution, version 0.1.0\n"


@pytest.mark.parametrize("arguments", [("--help",), ("audit", "--help"), ("diff", "--help"), ("--version",)])
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    imported = {
        line.rpartition("|")[2].strip()
        for line in whole(*arguments, python=("-X", "importtime")).stderr.decode().splitlines()
    }
    assert "click" in imported
    assert not [name for name in imported for heavy in HEAVY if name == heavy or name.startswith(f"{heavy}.")]


def test_as_a_process(folder: Path) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = whole("audit", "one.txt", "broken.txt", "--format", "json", cwd=folder, env=ascii_only)
    assert result.returncode == 5
    assert json.loads(result.stdout)["statements"][2]["text"].startswith("“We have waited")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end differently there")
def test_a_reader_that_goes_away(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "attribution", "audit", "one.txt"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    result = subprocess.run(
        command, cwd=folder, env=environment, stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False
    )
    os.close(writing)
    assert (result.returncode, result.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_a_full_disk(folder: Path) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "attribution", "audit", "one.txt", "--format", "json"]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
        result = subprocess.run(
            command, cwd=folder, env=environment, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False
        )
    assert result.returncode == 2
    assert result.stderr.startswith(b"attribution: standard output cannot be written")
    assert b"Traceback" not in result.stderr


def test_preset_genre_and_severities_are_in_the_report(run: Run) -> None:
    options = ("--preset", "npr", "--genre", "analysis", "--severity", "ano102=off", "--severity", "REC404=error")
    policy = json.loads(run("audit", "one.txt", "--format", "json", *options).stdout)["policy"]
    assert (policy["preset"], policy["genre"]) == ("npr", "analysis")
    assert policy["overrides"] == [{"rule": "ANO102", "severity": None}, {"rule": "REC404", "severity": "error"}]


def test_the_score_explained(run: Run) -> None:
    result = run("audit", "one.txt", "--explain-score")
    assert result.exit_code == 0
    assert result.stdout == run("audit", "one.txt", "--format", "score").stdout
    assert "identification: " in result.stdout
