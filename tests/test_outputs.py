"""Files appear whole or not at all, and an output that cannot be written is found out before anything is done."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from attribution.errors import UsageError
from attribution.outputs import Destination, check_destinations, opened, parse_destination, write, write_file
from attribution.rendering import Surface, formats
from tests.golden import FOLDER
from tests.samples import brief, ferries

PAGE = Surface(80, colour=False)


def test_parsing() -> None:
    assert parse_destination("json=out/a=b.json", formats()) == Destination("json", "out/a=b.json")


@pytest.mark.parametrize("value", ["json", "json=", "=a.json", "yaml=a.yaml", "a.json"])
def test_what_cannot_be_followed(value: str) -> None:
    with pytest.raises(UsageError, match="FORMAT=PATH"):
        parse_destination(value, formats())


def test_several_files_in_one_go(tmp_path: Path) -> None:
    names = ("several.json", "several.jsonl", "several.text")
    destinations = [Destination(name.partition(".")[2], str(tmp_path / name)) for name in names]
    with opened(destinations, PAGE) as streams:
        write(iter((ferries(), brief())), streams)
        assert not any((tmp_path / name).exists() for name in names)
    for name in names:
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()
    assert sorted(os.listdir(tmp_path)) == sorted(names)


class Stop(Exception):
    """What ends a test's block."""


def test_after_an_error_everything_is_as_it_was(tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text("old")
    destinations = [Destination("json", str(old)), Destination("text", str(tmp_path / "new.txt"))]
    with suppress(Stop), opened(destinations, PAGE) as streams:
        streams[0].sink.write("half")
        raise Stop
    assert os.listdir(tmp_path) == ["old.json"]
    assert old.read_text() == "old"


def test_a_file_keeps_its_permissions_and_its_link(tmp_path: Path) -> None:
    old, link = tmp_path / "old.json", tmp_path / "link.json"
    old.write_text("old")
    old.chmod(0o640)
    link.symlink_to(old)
    with opened([Destination("json", str(link))], PAGE) as streams:
        write((brief(),), streams)
    assert link.is_symlink()
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert old.read_text().startswith("{")


@pytest.mark.parametrize("name", ["old.txt/report.json", "", "."])
def test_what_cannot_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "old.txt").touch()
    with (
        pytest.raises(UsageError, match="cannot be written"),
        opened([Destination("json", str(tmp_path / name))], PAGE),
    ):
        pytest.fail("found out too late")
    assert os.listdir(tmp_path) == ["old.txt"]


def test_a_folder_is_made_for_a_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "report.json"
    with opened([Destination("json", str(path))], PAGE) as streams:
        write((brief(),), streams)
    assert path.read_text().startswith("{")
    write_file(str(tmp_path / "other" / "page.html"), b"page")
    assert (tmp_path / "other" / "page.html").read_bytes() == b"page"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is write-protected for root")
def test_a_protected_file(tmp_path: Path) -> None:
    protected = tmp_path / "report.json"
    protected.write_text("old")
    protected.chmod(0o400)
    with pytest.raises(UsageError, match="write-protected"), opened([Destination("json", str(protected))], PAGE):
        pytest.fail("found out too late")


def test_a_device_is_written_to_and_left_alone() -> None:
    with opened([Destination("json", os.devnull)], PAGE) as streams:
        write((brief(),), streams)
    assert Path(os.devnull).is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_a_full_disk() -> None:
    with pytest.raises(UsageError, match="/dev/full cannot be written"), opened(
        [Destination("json", "/dev/full")], PAGE
    ) as streams:  # fmt: skip
        write((brief(),), streams)


def test_stories_are_never_overwritten(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    with pytest.raises(UsageError, match="is one of the stories"):
        check_destinations([Destination("text", str(tmp_path / "." / "story.txt"))], [str(story)])


def test_two_outputs_need_two_files() -> None:
    with pytest.raises(UsageError, match="named by two outputs"):
        check_destinations([Destination("text", "a"), Destination("json", "./a")], [])
