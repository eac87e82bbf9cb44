"""Word documents held against LibreOffice: the views are its views, and it finds our comments on our words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from attribution.model import View
from attribution.reading import read_story
from attribution.word.commented import TagMarks, commented
from tests.word.conftest import Office
from tests.word.remarked import audited, objecting, own_numbers, spans_of, unpacked, without_additions


@pytest.fixture(scope="module", name="draft")
def _draft(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft that LibreOffice wrote, with tracked changes, a note, a table and a comment."""
    path = tmp_path_factory.mktemp("draft") / "draft.docx"
    office("make", path)
    return path


def lines(*texts: str) -> list[str]:
    return [line.strip() for text in texts for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(("view", "kind"), [(View.FINAL, "accept"), (View.ORIGINAL, "reject")])
def test_the_views_are_those_of_libreoffice(view: View, kind: str, office: Office, draft: Path) -> None:
    story = read_story(draft.read_bytes(), str(draft), view)
    read = lines(story.text)
    assert read == lines(*office("text", draft, kind))
    assert ("1981" in story.text) == (view is View.FINAL)
    assert story.headline == "Island ferry to stop in May"


@pytest.mark.parametrize("marks", TagMarks)
def test_a_commented_copy_is_the_same_document(marks: TagMarks, office: Office, draft: Path, tmp_path: Path) -> None:
    data = draft.read_bytes()
    report = audited(data)
    assert report.findings
    copy = commented(data, report, mark_tags=marks)
    assert copy == commented(data, report, mark_tags=marks)
    before, after = unpacked(data), unpacked(copy)
    texts = {"word/document.xml", "word/footnotes.xml"}
    ours = own_numbers(after)
    assert before.keys() == after.keys()
    for part in before.keys() - texts - {"word/comments.xml"}:
        assert before[part] == after[part]
    for part in texts:
        assert without_additions(before[part], set()) == without_additions(after[part], ours)
    assert read_story(copy, "copy.docx").text == report.story.text
    path = tmp_path / "copy.docx"
    path.write_bytes(copy)
    if marks is TagMarks.NONE:
        for kind in ("accept", "reject"):
            assert office("text", path, kind) == office("text", draft, kind)
    else:
        assert "AN The ferry will stop" in office("text", path, "accept")[0]


def test_comments_are_on_their_words(office: Office, draft: Path, tmp_path: Path) -> None:
    words = [
        "Island ferry", "senior council", "Nobody told us,", "council. She", "1981, says", "failed inspections before",
        "the log shows", "A second official confirmed the date.", "Twice", "sources", "Some critics",
    ]  # fmt: skip
    anchors = [*words[:5], "failed inspections 1before", *words[6:-1], "1"]  # 1 is the note, which holds "Some critics"
    data = draft.read_bytes()
    report = audited(data)
    path = tmp_path / "copy.docx"
    path.write_bytes(commented(data, objecting(report, spans_of(report.story, *words))))
    found: list[list[Any]] = office("comments", path, "accept")
    assert ["Copy desk", "Which log?", "the log shows"] in found
    ours = [(said, anchor) for author, said, anchor in found if author == "attribution"]
    assert {said for said, _ in ours} == {"warning: REC404 loaded-verb\nThe verb judges.\nWrite “said”."}
    assert sorted(anchor for _, anchor in ours) == sorted(anchors)
