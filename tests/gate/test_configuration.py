"""Configuration: found from each story upwards, overruled by the command line, never silently ignored."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from attribution.configuration import DEFAULTS
from attribution.schema import CONFIG, flaws, schema
from tests.gate.test_check import BAD, GOOD, WARN, check


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    for name, text in (("news/bad.md", BAD), ("opinion/bad.md", BAD), ("news/warn.md", WARN), ("good.md", GOOD)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def configure(folder: Path, text: str, name: str = "attribution.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("fail-onn = 'error'", "line 1: there is no setting 'fail-onn' here; did you mean fail-on?"),
        ("\n\n[severty]\nANO101 = 'info'", "line 3: there is no setting 'severty' here; did you mean severity?"),
        ("[per-path.'news/*']\nfail-on = 'error'", "line 2"),
        ("[per-path.'news/*']\ngenr = 'news'", "line 2: there is no setting 'genr' here; did you mean genre?"),
        ("[drafts]\nfail-onn = 'never'", "line 2: there is no setting 'fail-onn' here; did you mean fail-on?"),
        (
            "genre = 'news'\n[drafts]\ngenre = 'news'",
            "line 3: there is no setting 'genre' here; known here are fail-on",
        ),
        ("drafts.foo = 1", "line 1: there is no setting 'foo' here; known here are fail-on"),
        ("redact = true\n[per-path.'news/*']\nredact = true", "line 3: there is no setting 'redact' here"),
        ("[per-path.'a']\ngenre = 'news'\n[per-path.\"b\"]\ngenr = 'news'", "line 4: there is no setting 'genr' here"),
        ("[per-path.'a'.severity]\nANO101 = 'off'\n[severity]\nANO101 = 'of'", "line 4: severity.ANO101: 'of' is not"),
        ("fail-on = 'loud'", "line 1: fail-on: 'loud' is not one of"),
        ("fail-under = 101", "fail-under: 101"),
        ("fail-on = ", "is no TOML"),
        ("[severity]\nANO199 = 'info'", "there is no rule 'ANO199'"),
        ("baseline = 'none.json'", "none.json cannot be read"),
    ],
)
def test_what_a_configuration_may_not_say(folder: Path, text: str, says: str) -> None:
    configure(folder, text)
    done = check(folder, "good.md")
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_line_in_pyproject_is_that_of_the_tool(folder: Path) -> None:
    configure(folder, "[tool.other.drafts]\nfoo = 1\n\n[tool.attribution.drafts]\nfoo = 1\n", "pyproject.toml")
    assert "pyproject.toml, line 5: there is no setting 'foo' here" in check(folder, "good.md").stderr


def test_the_nearest_file_above_a_story_holds(folder: Path) -> None:
    configure(folder, "[severity]\nANO101 = 'off'\nANO102 = 'off'")
    configure(folder / "news", "[severity]\nANO101 = 'error'")
    done = check(folder, ".", "--format", "json")
    found = {Path(each["path"]).parent.name: each["findings"] for each in json.loads(done.stdout)["stories"]}
    assert [each["rule"] for each in found["opinion"]] == []
    assert done.returncode == 1
    assert check(folder, "opinion").returncode == 0


def test_the_table_of_pyproject(folder: Path) -> None:
    configure(folder, "[project]\nname = 'x'\n", "pyproject.toml")
    assert check(folder, "news/bad.md").returncode == 1
    configure(folder, "[tool.attribution]\nfail-on = 'never'\n", "pyproject.toml")
    assert check(folder, "news/bad.md").returncode == 0


def test_a_section_of_a_path(folder: Path) -> None:
    configure(folder, "[per-path.'opinion/*']\nignore = ['ANO']\n")
    assert check(folder, "opinion").returncode == 0
    assert check(folder, "news").returncode == 1


def test_the_command_line_overrules_the_file(folder: Path) -> None:
    configure(folder, "fail-on = 'never'\nignore = ['ANO']\n")
    assert check(folder, "news/warn.md", "--fail-on", "warning").returncode == 1
    assert check(folder, "news/warn.md", "--isolated", "--fail-on", "warning").returncode == 1
    assert check(folder, "news/bad.md").returncode == 0
    assert check(folder, "news/bad.md", "--isolated").returncode == 1
    configure(folder, "fail-on = 'warning'\n", "other.toml")
    assert check(folder, "news/warn.md", "--config", "other.toml").returncode == 1
    assert check(folder, "news/warn.md", "--config", "none.toml").returncode == 2


def test_drafts_may_pass(folder: Path) -> None:
    (folder / "draft.md").write_text(f"---\ndraft: true\n---\n\n{BAD}", encoding="utf-8")
    assert check(folder, "draft.md").returncode == 1
    configure(folder, "[drafts]\nfail-on = 'never'\n")
    assert check(folder, "draft.md").returncode == 0
    assert check(folder, "draft.md", "news/bad.md").returncode == 1


def test_exclude_outlets_and_policy_url(folder: Path) -> None:
    configure(
        folder, "exclude = ['news']\noutlets = ['Sabel Herald | the Herald']\npolicy-url = 'https://example.org/p'\n"
    )
    assert check(folder, "news").returncode == 3
    done = check(folder, "opinion")
    assert "House policy: https://example.org/p" in done.stdout


def test_show_says_where_each_value_comes_from(folder: Path) -> None:
    configure(folder, "preset = 'npr'\n\n[per-path.'opinion/*']\ngenre = 'opinion'\n")
    shown = command(folder, "config", "show", "opinion/bad.md")
    rows = {line.split()[0]: line.split()[1:] for line in shown.splitlines()[2:]}
    assert rows["preset"] == ["npr", "attribution.toml:1"]
    assert rows["genre"] == ["opinion", "attribution.toml:3", "[per-path]"]
    assert rows["fail-on"] == ["error", "default"]
    assert set(rows) == set(DEFAULTS)


def test_init_writes_a_file_that_holds(folder: Path) -> None:
    command(folder, "config", "init")
    assert check(folder, "good.md").returncode == 0
    with pytest.raises(AssertionError, match="there already"):
        command(folder, "config", "init")


def test_the_schema_knows_every_setting() -> None:
    properties = schema(CONFIG)["properties"]
    assert isinstance(properties, dict)
    assert set(properties) == set(DEFAULTS) | {"per-path"}
    assert flaws({key: value for key, value in DEFAULTS.items() if value is not None}, CONFIG) == ()


def command(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(
        [sys.executable, "-m", "attribution", *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout
