"""The files that put the gate into other people's tools do what they say, run with those tools' own environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.gate.test_check import BAD, GOOD, git

ROOT = Path(__file__).resolve().parents[2]


def loaded(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


@pytest.fixture(name="commands")
def _commands(tmp_path: Path) -> Path:
    """A folder with the command `attribution` that runs this checkout."""
    folder = tmp_path / "attribution" / "bin"
    folder.mkdir(parents=True)
    command = folder / "attribution"
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m attribution "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    return folder


@pytest.fixture(name="repository")
def _repository(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "good.md").write_text(f"# Good\n\n{GOOD}", encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "good")
    return folder


@pytest.mark.parametrize(
    "path", [".pre-commit-hooks.yaml", "action.yml", "examples/ci/github.yml", "examples/ci/gitlab.yml"]
)
def test_every_file_is_yaml_with_the_keys_of_its_kind(path: str) -> None:
    made = loaded(path)
    if path == ".pre-commit-hooks.yaml":
        assert all({"id", "name", "entry", "language", "types_or"} <= set(hook) for hook in made)
    elif path == "action.yml":
        assert {"name", "description", "inputs", "runs"} <= set(made)
        assert all(each["description"] for each in made["inputs"].values())
        used = json.dumps(made["runs"])
        assert all(f"inputs.{name} " in used for name in made["inputs"]), "every input is used"
        assert all("${{" not in step["run"] for step in made["runs"]["steps"]), "no input is pasted into a script"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("action.yml", ("vendor.github-actions",)),
        ("examples/ci/github.yml", ("vendor.github-workflows",)),
        ("examples/ci/gitlab.yml", ("vendor.gitlab-ci", "--data-transform", "gitlab-ci")),
    ],
)
def test_the_published_schema_of_its_kind(path: str, kind: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *kind, str(ROOT / path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def action(repository: Path, commands: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The action's check step, run as GitHub runs it."""
    made = loaded("action.yml")
    step = next(each for each in made["runs"]["steps"] if each.get("id") == "check")
    values = {name: each["default"] for name, each in made["inputs"].items()} | inputs
    environment = {
        name: values[expression.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, expression in step["env"].items()
    }
    temporary = commands.parents[1]
    runner = {
        "RUNNER_TEMP": str(temporary),
        "GITHUB_OUTPUT": str(temporary / "output"),
        "GITHUB_STEP_SUMMARY": str(temporary / "summary"),
        "GITHUB_ACTIONS": "true",
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=repository, env={**os.environ, **environment, **runner}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_action(repository: Path, commands: Path) -> None:
    assert action(repository, commands).returncode == 0
    (repository / "content" / "bad.md").write_text(f"# Bad\n\n{BAD}", encoding="utf-8")
    done = action(repository, commands, paths="content", since="main")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=content/bad.md,line=3,")
    assert "clinic will be sold" not in done.stdout + done.stderr
    assert (commands.parents[1] / "output").read_text(encoding="utf-8").endswith("sarif=attribution.sarif\n")
    (run,) = json.loads((repository / "attribution.sarif").read_text(encoding="utf-8"))["runs"]
    assert [each["location"]["uri"] for each in run["artifacts"]] == ["content/bad.md"]
    assert action(repository, commands, **{"fail-on": "never", "redact": "false"}).returncode == 0
    assert action(repository, commands, **{"fail-on": "never", "fail-under": "90"}).returncode == 1


def test_the_shell_script(repository: Path, commands: Path) -> None:
    path = f"{commands}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", str(ROOT / "examples/ci/check.sh"), "content"],
        cwd=repository, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert {"attribution.sarif", "attribution.xml"} <= {each.name for each in repository.iterdir()}


def test_the_script_of_gitlab(repository: Path, commands: Path) -> None:
    (line,) = [
        each for each in loaded("examples/ci/gitlab.yml")["attribution"]["script"] if each.startswith("attribution ")
    ]
    environment = {"PATH": f"{commands}{os.pathsep}{os.environ['PATH']}", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "main"}
    assert subprocess.run(["bash", "-c", line], cwd=repository, env=environment, check=False).returncode == 0
    (repository / "content" / "bad.md").write_text(f"# Bad\n\n{BAD}", encoding="utf-8")
    assert subprocess.run(["bash", "-c", line], cwd=repository, env=environment, check=False).returncode == 1
    issues = json.loads((repository / "code-quality.json").read_text(encoding="utf-8"))
    assert issues[0]["check_name"] == "ANO101"


@pytest.mark.parametrize(("hook", "code"), [("attribution", 1), ("attribution-advisory", 0)])
def test_the_hooks_under_pre_commit(repository: Path, commands: Path, hook: str, code: int) -> None:
    found = next(each for each in loaded(".pre-commit-hooks.yaml") if each["id"] == hook)
    local = {
        "repos": [{"repo": "local", "hooks": [found | {"language": "system"}]}]
    }  # this checkout, not an installed one
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(local), encoding="utf-8")
    (repository / "content" / "bad.md").write_text(f"# Bad\n\n{BAD}", encoding="utf-8")
    git(repository, "add", ".")
    path = f"{commands}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--color", "never"],
        cwd=repository,
        env=os.environ | {"PATH": path, "PRE_COMMIT_HOME": str(commands / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "content/bad.md:3:26" in done.stdout
    assert "good.md" not in done.stdout


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="pre-commit takes hooks from a git repository")
def test_the_hook_as_pre_commit_installs_it(repository: Path, commands: Path) -> None:
    (repository / "content" / "bad.md").write_text(f"# Bad\n\n{BAD}", encoding="utf-8")
    git(repository, "add", ".")
    command = ["try-repo", str(ROOT), "attribution", "--color", "never", "--files", "content/bad.md", "content/good.md"]
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", *command],
        cwd=repository, env=os.environ | {"PRE_COMMIT_HOME": str(commands / "home")}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    assert "content/bad.md:3:26  error" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(commands: Path, shell: str) -> None:
    environment = {**os.environ, "_ATTRIBUTION_COMPLETE": f"{shell}_source"}
    done = subprocess.run([str(commands / "attribution")], env=environment, capture_output=True, text=True, check=False)
    assert f"_ATTRIBUTION_COMPLETE={shell}_complete" in done.stdout
