"""Paths to stories: nothing missing may pass in silence, nothing bad may stop the rest."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from attribution.decoding import LARGEST_STORY
from attribution.errors import NothingAudited, UnreadableStory, UsageError
from attribution.inputs import find_stories, read_input
from attribution.paths import shown

NO_INPUT = io.BytesIO()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with stories and other things, and the working folder of the test."""
    names = "b.md a/z.txt a/y.MARKDOWN a.txt c.html notes .draft.md .git/x.md a/.cache/x.txt a/b/c.text README"
    for name in names.split():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The mayor said so.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("paths", "stories"),
    [
        (["."], ["a/b/c.text", "a/y.MARKDOWN", "a/z.txt", "a.txt", "b.md"]),
        (["b.md", "a.txt"], ["b.md", "a.txt"]),
        (["c.html", "notes", ".draft.md"], ["c.html", "notes", ".draft.md"]),
        (["-"], ["-"]),
        (["-", "b.md", "-", "./b.md", "a/../b.md"], ["-", "b.md"]),
        (["a/z.txt", "a"], ["a/z.txt", "a/b/c.text", "a/y.MARKDOWN"]),
        ([".git"], [".git/x.md"]),
    ],
)
def test_find_stories(paths: list[str], stories: list[str]) -> None:
    assert [os.path.normpath(story) for story in find_stories(paths)] == stories


def test_find_stories_refuses_a_path_that_is_not_there(desk: Path) -> None:
    with pytest.raises(UsageError, match=r"^b\.mdx: no such file or folder; check the path$"):
        find_stories(["b.md", "b.mdx"])
    assert desk.exists()


def test_find_stories_is_never_silent_about_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>Words</p>")
    with pytest.raises(NothingAudited) as caught:
        find_stories([str(tmp_path)])
    assert str(tmp_path) in str(caught.value)
    assert ".md .markdown .mdown .txt .text" in str(caught.value)


@pytest.mark.usefixtures("desk")
def test_find_stories_passes_over_a_folder_without_stories_beside_others() -> None:
    Path("empty").mkdir()
    assert find_stories(["empty", "b.md"]) == ("b.md",)


@pytest.mark.usefixtures("desk")
def test_a_folder_that_cannot_be_listed_is_an_unreadable_story(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.scandir

    def refusing(path: str) -> object:
        if os.path.basename(path) == "a":
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)
    stories = find_stories(["."])
    assert [os.path.normpath(story) for story in stories] == ["a", "a.txt", "b.md"]
    with pytest.raises(UnreadableStory, match="is a folder that cannot be listed"):
        read_input(stories[0], NO_INPUT)


def test_read_input_reads_bytes_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"One.\r\n\xff")
    assert read_input(str(path), NO_INPUT) == b"One.\r\n\xff"
    assert read_input("-", io.BytesIO(b"Two.\r\n")) == b"Two.\r\n"


def test_read_input_refuses_a_large_file_before_reading_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "video.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr("builtins.open", None)
    with pytest.raises(UnreadableStory, match=r"video\.txt has 50\.0 MB, more than the 10 MB of a story"):
        read_input(str(path), NO_INPUT)


def test_read_input_stops_reading_an_endless_stream() -> None:
    stream = io.BytesIO(b" " * (LARGEST_STORY + 1000))
    with pytest.raises(UnreadableStory, match="standard input has 10"):
        read_input("-", stream)
    assert stream.tell() == LARGEST_STORY + 1


def test_read_input_says_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    gone = tmp_path / "gone.txt"
    with pytest.raises(UnreadableStory, match=r"gone\.txt cannot be read \(no such file or directory\); check"):
        read_input(str(gone), NO_INPUT)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("-", "standard input"),
        ("städte/news.md", "städte/news.md"),
        ("a\nb\x1b[0m.txt", "a\\nb\\x1b[0m.txt"),
        ("\udcff.txt", "\\udcff.txt"),
    ],
)
def test_shown_is_one_printable_line(path: str, name: str) -> None:
    assert shown(path) == name
