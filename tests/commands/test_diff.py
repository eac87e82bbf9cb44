"""`attribution diff`: what it reads, what it prints and writes, and how it ends."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attribution.cli import main
from attribution.schema import DIFF, flaws, schema

ROOT = Path(__file__).parents[2]
OLD, NEW = "clinic-sale.txt", "clinic-sale-revised.txt"
Run = Callable[..., Result]


@pytest.fixture(name="run")
def _run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in a folder with two versions of a story."""
    for name in (OLD, NEW):
        shutil.copy(ROOT / "examples" / name, tmp_path)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, **extra: bytes) -> Result:
        return CliRunner().invoke(main, arguments, **extra)

    return run


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((OLD,), 2, "Missing argument 'NEW'"),
        ((OLD, "missing.txt"), 2, "missing.txt: no such file"),
        ((OLD, "."), 2, "is a folder"),
        (("-", "-"), 2, "standard input holds one version only"),
        ((OLD, NEW, "--format", "sarif"), 2, "sarif"),
        ((OLD, NEW, "--output", "sarif=a"), 2, "FORMAT=PATH"),
        ((OLD, NEW, "--output", f"json={OLD}"), 2, "is one of the stories"),
        ((OLD, NEW, "--output", "json=/proc/none/a.json"), 2, "cannot be written"),
        ((OLD, NEW, "--severity", "ABC999=off"), 2, "there is no rule"),
        ((OLD, NEW, "--config", "missing.toml"), 2, "missing.toml"),
        ((OLD, "empty.txt"), 5, "empty.txt"),
        ((OLD, "broken.json"), 5, "broken.json is no report"),
        ((OLD, "other.json"), 5, "other.json is no report"),
        (("empty.txt", "broken.json"), 3, "nothing was compared"),
    ],
)
def test_what_cannot_be_compared(run: Run, arguments: tuple[str, ...], code: int, words: str) -> None:
    Path("empty.txt").touch()
    Path("broken.json").write_text("{", encoding="utf-8")
    Path("other.json").write_text('{"schema_version": "1.0"}', encoding="utf-8")
    result = run("diff", *arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_several_reports_are_not_one(run: Run) -> None:
    run("audit", OLD, NEW, "--output", "json=both.json")
    result = run("diff", "both.json", NEW)
    assert result.exit_code == 5
    assert "both.json holds 2 reports" in result.stderr


def test_nothing_is_written_when_one_cannot_be_read(run: Run) -> None:
    Path("empty.txt").touch()
    assert run("diff", OLD, "empty.txt", "--output", "json=diff.json").exit_code == 5
    assert not Path("diff.json").exists()


def test_whatever_differs_is_no_failure(run: Run) -> None:
    for name in ("text", "json", "html"):
        result = run("diff", NEW, OLD, "--format", name)
        assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(("old", "new", "code"), [(OLD, OLD, 0), (OLD, NEW, 1), (NEW, OLD, 1)])
def test_failing_when_something_got_worse(run: Run, old: str, new: str, code: int) -> None:
    for name in ("text", "json", "html"):
        assert run("diff", old, new, "--fail-if-worse", "--format", name).exit_code == code


def test_what_only_got_better_does_not_fail(run: Run) -> None:
    told = Path(NEW).read_text(encoding="utf-8").replace("Sources said that a second buyer had offered more.\n\n", "")
    Path(NEW).write_text(told, encoding="utf-8")
    assert run("diff", OLD, NEW, "--fail-if-worse").exit_code == 0
    assert run("diff", NEW, OLD, "--fail-if-worse").exit_code == 1


def test_stories_and_reports_are_compared_alike(run: Run) -> None:
    run("audit", OLD, "--output", "json=old.json")
    run("audit", NEW, "--output", "json=new.json")
    expected = run("diff", OLD, NEW, "--format", "json").stdout
    assert flaws(json.loads(expected), DIFF) == ()
    for old, new in (("old.json", "new.json"), (OLD, "new.json"), ("old.json", NEW)):
        assert run("diff", old, new, "--format", "json").stdout == expected


def test_a_report_keeps_its_policy(run: Run) -> None:
    run("audit", OLD, "--preset", "strict", "--output", "json=old.json")
    result = run("diff", "old.json", NEW)
    assert "preset strict before, default now" in " ".join(result.stdout.split())
    assert "preset" not in run("diff", "old.json", NEW, "--preset", "strict").stdout


def test_standard_input(run: Run) -> None:
    story = Path(OLD).read_bytes()
    made = json.loads(run("diff", "-", NEW, "--format", "json", input=story).stdout)
    assert (made["old"]["path"], made["new"]["path"]) == ("-", NEW)
    named = run("diff", "-", NEW, "--format", "json", "--stdin-filename", "before.md", input=story)
    made = json.loads(named.stdout)
    assert (made["old"]["path"], made["old"]["format"]) == ("before.md", "markdown")


def test_a_document_and_its_tracked_changes(run: Run) -> None:
    document = str(ROOT / "examples" / "clinic-sale.docx")
    assert "Nothing differs" in run("diff", document, document).stdout
    assert "Nothing differs" in run("diff", "--docx-view", "original", document, document).stdout
    made = json.loads(run("diff", "--old-docx-view", "original", document, document, "--format", "json").stdout)
    assert made["totals"]["statements"]["kept"] < len(made["statements"])


@pytest.mark.parametrize("name", ["text", "html"])
def test_two_texts_of_one_document_are_never_named_alike(run: Run, name: str) -> None:
    shutil.copy(ROOT / "examples" / "clinic-sale.docx", "f.docx")
    written = run("diff", "--old-docx-view", "original", "f.docx", "f.docx", "--format", name).stdout
    written = " ".join(written.split())
    assert "f.docx (changes rejected) → f.docx (changes accepted)" in written
    assert written.count("f.docx") == written.count("f.docx (changes ")
    assert "(changes" not in run("diff", OLD, NEW, "--format", name).stdout


def test_the_document_tells_the_view_of_each_side(run: Run) -> None:
    document = str(ROOT / "examples" / "clinic-sale.docx")
    run("audit", "--docx-view", "original", document, "--output", "json=kept.json")
    for arguments in (("--old-docx-view", "original", document), ("kept.json",)):
        made = json.loads(run("diff", *arguments, document, "--format", "json").stdout)
        assert [made[side]["view"] for side in ("old", "new")] == ["original", "final"]


def test_files_instead_of_printing(run: Run) -> None:
    result = run("diff", OLD, NEW, "--output", "json=a.json", "--output", "html=a.html", "--output", "text=a.txt")
    assert (result.exit_code, result.output) == (0, "")
    for name, path in (("json", "a.json"), ("html", "a.html"), ("text", "a.txt")):
        assert run("diff", OLD, NEW, "--format", name).stdout == Path(path).read_text(encoding="utf-8")


def test_its_schema(run: Run) -> None:
    assert json.loads(run("schema", "diff").stdout) == schema(DIFF)


def test_help_tells_the_exit_codes(run: Run) -> None:
    result = run("diff", "--help")
    assert "1  --fail-if-worse, and something got worse" in result.stdout
    assert "141  the reader of the output went away" in result.stdout
