"""`attribution report`: what it refuses, what it writes, and that a kept report is as good as its story."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attribution.cli import main
from attribution.publishing import published, publisher
from attribution.reading import read_story
from attribution.rendering import formats

ROOT = Path(__file__).resolve().parents[2]
STORY = ROOT / "examples" / "clinic-sale.txt"
DOCUMENT = ROOT / "examples" / "clinic-sale.docx"
SEEDS = [ROOT / "seeds" / name for name in ("ferry-fire-brief.txt", "bee-rest-study.md", "port-bribery-trial.txt")]


@pytest.fixture(name="desk")
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["report"], 2, "no story named"),
        (["report", STORY], 2, "nowhere to write to"),
        (["report", "gone.txt", "--output", "html=a.html"], 2, "gone.txt: no such file"),
        (["report", *SEEDS, "--output", "html=a.html"], 2, "--output a… is one file, and there are several stories"),
        (["report", STORY, "--output", "pdf=a.pdf"], 2, "write FORMAT=PATH with one of the formats"),
        (["report", STORY, "--output", f"html={STORY}"], 2, "is one of the stories"),
        (["report", STORY, "--output", "html=/proc/none/a.html"], 2, "cannot be written"),
        (["report", STORY, "--output", "html=-"], 2, "name a file that ends in .html, or a folder"),
        (["report", STORY, "--output", "html=broken.json"], 2, "name a file that ends in .html, or a folder"),
        (["report", STORY, "--output", "html=a.html", "--mark-tags"], 2, "say --output docx=FILE too"),
        (["report", "nan.json", "--output", "html=a.html"], 3, "NaN is no JSON number"),
        (["report", "half.json", "--output", "html=a.html"], 3, "half.json is no report: it is not JSON"),
        (["report", "broken.json", "--output", "html=a.html"], 3, "broken.json is no report: it is not JSON"),
        (["report", "other.json", "--output", "html=a.html"], 3, "other.json is no report: $: "),
        (["report", "empty.jsonl", "--output", "html=a.html"], 3, "empty.jsonl holds no report"),
        (["report", "other.json", STORY, "--output", "html=a.html"], 5, "other.json is no report"),
    ],
)
def test_what_goes_wrong_is_said(desk: Path, arguments: list[object], code: int, message: str) -> None:
    (desk / "broken.json").write_text("{")
    (desk / "other.json").write_text('{"a": 1}')
    (desk / "empty.jsonl").write_text("\n")
    (desk / "nan.json").write_text("[NaN]")
    (desk / "half.json").write_text('["\\ud800"]')
    result = run(*arguments)
    assert (result.exit_code, message in result.stderr) == (code, True), result.stderr
    assert (desk / "a.html").exists() == (code == 5)


def test_a_page_for_one_story(desk: Path) -> None:
    assert run("report", STORY, "--output", "html=out/page.html").exit_code == 0
    assert [path.name for path in (desk / "out").iterdir()] == ["page.html"]
    assert "City clinic to be sold" in (desk / "out/page.html").read_text(encoding="utf-8")


def test_a_folder_for_many(desk: Path) -> None:
    assert run("report", "-q", *SEEDS, "--output", "html=out").exit_code == 0
    names = {path.name for path in (desk / "out").iterdir()}
    assert names == {"index.html", *(f"{path.stem}.html" for path in SEEDS)}
    index = (desk / "out/index.html").read_text(encoding="utf-8")
    assert all(f'href="{path.stem}.html"' in index for path in SEEDS)


def test_stories_of_one_name_do_not_overwrite_one_another(desk: Path) -> None:
    for folder in ("a", "b", "c"):
        (desk / folder).mkdir()
        (desk / folder / "Index.txt").write_text(f"The bridge is closed, the mayor of {folder} said.")
    assert run("report", "-q", "a", "b", "c", "--output", "html=out").exit_code == 0
    assert sorted(path.name for path in (desk / "out").iterdir()) == [
        "Index-2.html", "Index-3.html", "Index-4.html", "index.html",
    ]  # fmt: skip


@pytest.mark.parametrize("place", ["brat=story.ann", "brat=."])
def test_a_story_is_never_written_over(desk: Path, place: str) -> None:
    (desk / "story.txt").write_bytes(STORY.read_bytes())
    assert run("audit", "story.txt", "--output", "json=kept.json").exit_code == 0
    for named in ("story.txt", "kept.json"):
        result = run("report", named, "--output", place)
        assert (result.exit_code, "is a story or another output" in result.stderr) == (2, True)
        assert (desk / "story.txt").read_bytes() == STORY.read_bytes()


def test_formats_of_one_folder_do_not_get_in_each_others_way(desk: Path) -> None:
    names = {"json": "a.json", "html": "a.html", "brat": "a.ann", "text": "b.txt", "markdown": "a.md"}
    options = [part for form, name in names.items() for part in ("--output", f"{form}={name}")]
    assert run("report", STORY, *options).exit_code == 0
    assert sorted(path.name for path in desk.iterdir()) == sorted([*names.values(), "a.txt"])
    assert (desk / "a.html").read_text().startswith("<!doctype html>")
    assert json.loads((desk / "a.json").read_text())
    result = run("report", STORY, "--output", "text=c.txt", "--output", "brat=c.ann")
    assert (result.exit_code, "c.txt is a story or another output" in result.stderr) == (2, True)


def test_what_cannot_be_made_of_one_story_is_made_of_the_rest(desk: Path) -> None:
    for name in ("one.docx", "two.docx"):
        (desk / name).write_bytes(DOCUMENT.read_bytes())
    stories = ("one.docx", STORY, "two.docx")
    result = run("report", *stories, "--output", "docx=copies", "--output", "html=pages")
    assert (result.exit_code, "clinic-sale.txt is no Word file" in result.stderr) == (5, True)
    assert sorted(path.name for path in (desk / "copies").iterdir()) == ["one.docx", "two.docx"]
    assert len(list((desk / "pages").iterdir())) == 4


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def outputs(folder: str, names: tuple[str, ...]) -> list[str]:
    """Options that write every format into a folder."""
    return [part for name in names for part in ("--output", f"{name}={folder}/{name}")]


@pytest.mark.parametrize("stories", [[STORY], SEEDS, [DOCUMENT]], ids=["one", "many", "docx"])
def test_a_kept_report_gives_every_format_again(desk: Path, stories: list[Path]) -> None:
    for folder in ("first", "again"):
        (desk / folder).mkdir()
    names = (*formats(), *(name for name in published() if name != "docx" or stories == [DOCUMENT]))
    settings = ["--preset", "strict", "--genre", "analysis", "--severity", "ANO101=info"]
    assert run("report", "-q", *stories, *settings, *outputs("first", names)).exit_code == 0
    for kept in ("first/json", "first/jsonl"):
        named = desk / f"kept.{kept.rpartition('/')[2]}"
        named.write_bytes((desk / kept).read_bytes())
        assert run("report", "-q", named, *outputs("again", names)).exit_code == 0
        assert contents(desk / "again") == contents(desk / "first")


def test_the_report_of_an_audit_will_do(desk: Path) -> None:
    assert run("audit", STORY, "--output", "json=kept.json").exit_code == 0
    assert run("report", "kept.json", "--output", "html=a.html").exit_code == 0
    assert run("report", STORY, "--output", "html=b.html").exit_code == 0
    assert (desk / "a.html").read_bytes() == (desk / "b.html").read_bytes()


def test_the_floor_of_the_newsroom_is_in_the_page(desk: Path) -> None:
    (desk / "attribution.toml").write_text('fail-under = 75\npolicy-url = "https://news.example/rules"\n')
    (desk / "story.txt").write_bytes(SEEDS[0].read_bytes())
    assert run("report", "story.txt", "--output", "html=a.html").exit_code == 0
    page = (desk / "a.html").read_text(encoding="utf-8")
    assert "At least 75 is asked for" in page
    assert 'href="https://news.example/rules"' in page


def test_a_baseline_lets_findings_stand(desk: Path) -> None:
    (desk / "story.txt").write_bytes(STORY.read_bytes())
    assert run("baseline", "write", "story.txt").exit_code == 0
    assert (
        run("report", "story.txt", "--baseline", "attribution-baseline.json", "--output", "html=a.html").exit_code == 0
    )
    assert "Let stand by baseline attribution-baseline.json" in (desk / "a.html").read_text(encoding="utf-8")


def test_a_kept_report_is_shown_as_it_was_whatever_the_settings_are_now(desk: Path) -> None:
    (desk / "story.txt").write_bytes(STORY.read_bytes())
    assert run("audit", "story.txt", "--output", "json=kept.json").exit_code == 0
    assert run("report", "kept.json", "--output", "html=a.html").exit_code == 0
    assert run("baseline", "write", "story.txt").exit_code == 0
    (desk / "attribution.toml").write_text('baseline = "attribution-baseline.json"\npreset = "strict"\n')
    assert run("report", "kept.json", "--output", "html=b.html").exit_code == 0
    assert (desk / "a.html").read_bytes() == (desk / "b.html").read_bytes()


SETTINGS = (
    "", "fail-under = 50", "fail-under = 30", 'fail-on = "warning"', 'fail-on = "never"', "min-confidence = 1.0",
    'min-confidence = 0.9\nfail-on = "info"', "fail-under = 50\nallow-unscored = true", '[drafts]\nfail-on = "never"',
    'fail-on = "never"\n[drafts]\nfail-on = "warning"', 'preset = "strict"\nfail-on = "warning"',
)  # fmt: skip


@pytest.mark.parametrize("settings", SETTINGS)
def test_the_verdict_is_blocked_exactly_when_the_check_fails(desk: Path, settings: str) -> None:
    words = STORY.read_text(encoding="utf-8")
    (desk / "attribution.toml").write_text(settings)
    (desk / "bad.txt").write_text(words, encoding="utf-8")
    (desk / "draft.md").write_text(f"---\ndraft: true\n---\n\n{words}", encoding="utf-8")
    (desk / "good.txt").write_bytes(SEEDS[2].read_bytes())
    (desk / "short.txt").write_text("The bridge is closed, the mayor said on Monday.")
    for name in ("bad.txt", "draft.md", "good.txt", "short.txt"):
        failed = run("check", name).exit_code == 1
        assert run("report", name, "--output", "html=a.html").exit_code == 0
        page = (desk / "a.html").read_text(encoding="utf-8")
        assert ('<span class="word">BLOCKED</span>' in page) is failed, (name, settings)


@pytest.mark.parametrize("story", [STORY, "-"])
def test_only_a_word_file_gets_comments(desk: Path, story: object) -> None:
    command = ["report", str(story), "--output", "docx=copy.docx"]
    result = CliRunner().invoke(main, command, input=DOCUMENT.read_bytes())
    assert (result.exit_code, "name .docx files alone" in result.stderr) == (5, True)
    assert list(desk.iterdir()) == []


def test_a_copy_with_comments_reads_as_the_document(desk: Path) -> None:
    original = DOCUMENT.read_bytes()
    (desk / "draft.docx").write_bytes(original)
    assert run("report", "draft.docx", "--output", "docx=draft.docx").exit_code == 2
    assert run("report", "draft.docx", "--output", "docx=copy.docx").exit_code == 0
    assert run("report", "draft.docx", "--output", "docx=tags.docx", "--mark-tags").exit_code == 0
    stories = [read_story((desk / name).read_bytes(), name) for name in ("draft.docx", "copy.docx", "tags.docx")]
    assert len({story.text for story in stories}) == 1
    assert len({story.sha256 for story in stories}) == 3
    assert (desk / "draft.docx").read_bytes() == original


def test_a_document_that_changed_since_its_audit_is_refused(desk: Path) -> None:
    (desk / "draft.docx").write_bytes(DOCUMENT.read_bytes())
    assert run("audit", "draft.docx", "--output", "json=kept.json").exit_code == 0
    assert run("report", "draft.docx", "--output", "docx=marked.docx", "--mark-tags").exit_code == 0
    (desk / "draft.docx").write_bytes((desk / "marked.docx").read_bytes())
    result = run("report", "kept.json", "--output", "docx=copy.docx")
    assert (result.exit_code, "has changed since it was audited" in result.stderr) == (5, True)


def test_reports_can_be_printed(desk: Path) -> None:
    result = run("report", STORY, "--format", "json")
    assert json.loads(result.stdout)["story"]["path"] == str(STORY)
    assert list(desk.iterdir()) == []


def test_a_publisher_has_the_name_of_its_module() -> None:
    assert [publisher(name).name for name in published()] == list(published())
