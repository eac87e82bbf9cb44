"""`attribution check`: every exit code of the contract, by the installed command; silence is never success."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOD = "The clinic will close in May, said Ann Lee, its manager. The city’s register of 3 May 2025 says so too.\n"
BAD = "The clinic will be sold, sources said on Monday.\n"
WARN = "The singer reportedly turned down the part twice.\n"


def check(folder: Path, *arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    known = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", "attribution", "check", *arguments],
        cwd=folder, env=known, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    for name, text in (("good.txt", GOOD), ("bad.txt", BAD), ("warn.txt", WARN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("good.txt",), 0),
        (("warn.txt",), 0),
        (("bad.txt",), 1),
        (("good.txt", "bad.txt"), 1),
        (("warn.txt", "--fail-on", "warning"), 1),
        (("bad.txt", "--fail-on", "never"), 0),
        (("warn.txt", "--max-warnings", "0"), 1),
        (("warn.txt", "--max-warnings", "1"), 0),
        (("good.txt", "--fail-under", "50"), 1),  # too short for a score
        (("good.txt", "--fail-under", "50", "--allow-unscored"), 0),
        (("bad.txt", "--ignore", "ANO"), 0),
        (("bad.txt", "--select", "REC"), 0),
        (("bad.txt", "--severity", "ANO101=info"), 0),
        (("bad.txt", "--min-confidence", "1"), 0),
        (("no-such.txt",), 2),
        ((), 2),
        (("good.txt", "--select", "XYZ"), 2),
        (("good.txt", "--since", "main"), 2),  # no repository
        (("good.txt", "--baseline", "none.json"), 2),
        (("empty",), 3),
        (("empty", "--allow-empty"), 0),
        (("good.txt", "--exclude", "good.txt"), 3),
        (("noise.txt",), 3),
        (("good.txt", "noise.txt"), 5),
        (("bad.txt", "noise.txt"), 5),  # what could not be read outranks what was found
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_exit_code(folder: Path, arguments: tuple[str, ...], code: int) -> None:
    done = check(folder, *arguments)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert code not in (2, 3, 5) or done.stderr.startswith("attribution: ") or "Error" in done.stderr


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown"])
def test_the_exit_code_never_depends_on_the_format(folder: Path, name: str) -> None:
    assert check(folder, "bad.txt", "--format", name, "--output", f"{name}=out.x").returncode == 1
    assert check(folder, "good.txt", "--format", name, "--output", f"{name}=out.x").returncode == 0


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [("RuntimeError('no')", 70, "this is a bug"), ("KeyboardInterrupt()", 130, "interrupted")],
)
def test_what_goes_wrong_inside_is_not_green(folder: Path, error: str, code: int, says: str) -> None:
    broken = folder / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        f"import attribution.audit\ndef fail(*_): raise {error}\nattribution.audit.audit = fail\n", encoding="utf-8"
    )
    done = check(folder, "good.txt", "--output", "json=out.json", PYTHONPATH=f"{broken}{os.pathsep}{ROOT}")
    assert done.returncode == code
    assert says in done.stderr
    assert not [each for each in folder.iterdir() if each.name in ("out.json",) or each.suffix == ".part"]


def test_a_reader_that_went_away(folder: Path) -> None:
    line = f'"{sys.executable}" -m attribution check good.txt | (exec <&-; sleep 4); exit "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", line], cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == 141


def test_standard_input_under_a_name(folder: Path) -> None:
    done = check(folder, "-", "--stdin-filename", "desk/draft.md", "--format", "json", stdin=f"# Title\n\n{BAD}")
    (story,) = json.loads(done.stdout)["stories"]
    assert (story["path"], done.returncode) == ("desk/draft.md", 1)


def test_extend_select_switches_on_what_the_preset_has_off(folder: Path) -> None:
    quoted = "“We were told to empty the folder,” an employee of the agency said.\n"
    (folder / "quote.txt").write_text(quoted, encoding="utf-8")

    def found(*options: str) -> set[str]:
        (story,) = json.loads(check(folder, "quote.txt", "--format", "json", *options).stdout)["stories"]
        return {each["rule"] for each in story["findings"]}

    assert found("--extend-select", "ANO109") - found() == {"ANO109"}


def git(folder: Path, *arguments: str) -> None:
    author = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)


def test_only_changed_stories_are_audited(tmp_path: Path) -> None:
    stories = tmp_path / "content"
    stories.mkdir()
    for number in range(300):
        (stories / f"{number}.md").write_text(f"# Story {number}\n\n{GOOD}", encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "all")
    git(tmp_path, "checkout", "-qb", "desk")
    for number in (3, 77):
        (stories / f"{number}.md").write_text(f"# Story {number}\n\n{WARN}", encoding="utf-8")
    git(tmp_path, "commit", "-qam", "two")
    (stories / "new.md").write_text(f"# New\n\n{WARN}", encoding="utf-8")
    done = check(tmp_path, "--since", "main", "content", "--format", "json")
    assert [Path(each["path"]).name for each in json.loads(done.stdout)["stories"]] == ["3.md", "77.md", "new.md"]
    assert "3 of 301 stories changed since main" in done.stderr
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "new")
    git(tmp_path, "branch", "-f", "main")
    assert check(tmp_path, "--since", "main", "content").returncode == 3
    assert check(tmp_path, "--since", "main", "content", "--allow-empty").returncode == 0
    assert check(tmp_path, "--since", "no-such-ref", "content").returncode == 2


def test_the_summary_of_a_job(folder: Path) -> None:
    (folder / "many.txt").write_text(
        "\n\n".join(f"The actor {name} reportedly left." for name in "ABCDEFGHIJKLM"), encoding="utf-8"
    )
    done = check(folder, "many.txt", "bad.txt", "--format", "github", GITHUB_STEP_SUMMARY=str(folder / "summary.md"))
    lines = done.stdout.splitlines()
    assert lines[0].startswith(
        "::error file=bad.txt,line=1,endLine=1,col=26,endColumn=33,title=ANO101 bare-anonymous-source::"
    )
    warnings = [line for line in lines if line.startswith("::warning ")]
    assert len(warnings) == 10
    assert any(line.startswith("+") and line.endswith(" more warnings") for line in lines)
    assert "## Source attribution: fails" in (folder / "summary.md").read_text(encoding="utf-8")


def test_a_baseline_by_the_commands(folder: Path) -> None:
    def baseline(*arguments: str) -> subprocess.CompletedProcess[str]:
        known = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "attribution", "baseline", *arguments]
        return subprocess.run(command, cwd=folder, env=known, capture_output=True, text=True, check=False)

    assert baseline("write", "bad.txt").returncode == 0
    options = ("--baseline", "attribution-baseline.json")
    assert check(folder, "bad.txt", *options).returncode == 0
    (run,) = json.loads(check(folder, "bad.txt", "warn.txt", *options, "--format", "sarif").stdout)["runs"]
    assert [each["baselineState"] for each in run["results"]] == ["unchanged", "unchanged", "new"]
    (folder / "bad.txt").write_text(GOOD, encoding="utf-8")
    assert "found no more" in check(folder, "bad.txt", *options).stderr
    assert baseline("prune", "bad.txt").returncode == 0
    assert "bad.txt" not in baseline("show").stdout
    assert baseline("update", "warn.txt").returncode == 0
    assert "OUT202" in baseline("show").stdout
    (folder / "broken.json").write_text("[]", encoding="utf-8")
    assert check(folder, "bad.txt", "--baseline", "broken.json").returncode == 2
