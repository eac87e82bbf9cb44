"""The reference stories: every labelled sentence is a statement, and the tags are right as often as they have been."""

from __future__ import annotations

from pathlib import Path

import pytest

from attribution.analysis import analyse
from attribution.model import Statement, Story, Tag
from attribution.policy import Policy
from attribution.reading import read_story

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
CODES = {"A": Tag.ANONYMOUS, "O": Tag.OUTLET, "N": Tag.NO_COMMENT, "R": Tag.RECORD, "F": Tag.BACKGROUND}
RIGHT_OF_ALL = 0.95
"""Share of tags that are right over all stories. It may only rise."""
STORIES = sorted(path for path in SEEDS.iterdir() if (SEEDS / "labels" / f"{path.stem}.tsv").exists())


def rows(path: Path) -> list[tuple[int, int, Tag]]:
    """Start, end and tag of each labelled sentence, in offsets of the file."""
    lines = (SEEDS / "labels" / f"{path.stem}.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(int(row[1]), int(row[2]), CODES[row[3]]) for row in cells]


def shared(story: Story, statement: Statement, start: int, end: int) -> int:
    """Code points of the file that a statement and a labelled sentence share."""
    span = statement.span
    first, last = story.positions.file_offset(span.start), story.positions.file_offset(span.end - 1) + 1
    return min(last, end) - max(first, start)


def matched(path: Path) -> list[tuple[Tag, Tag]]:
    """The expected and the found tag of each labelled sentence."""
    story = read_story(path.read_bytes(), str(path))
    statements = analyse(story, Policy()).statements
    pairs = []
    for start, end, tag in rows(path):
        best = max(statements, key=lambda each: shared(story, each, start, end))
        assert shared(story, best, start, end) > 0, f"no statement at {start}..{end}"
        pairs.append((tag, best.tag))
    return pairs


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_labelled_sentence_is_a_statement(path: Path) -> None:
    assert len(matched(path)) == len(rows(path))


def test_tags_are_right_as_often_as_they_have_been() -> None:
    pairs = [pair for path in STORIES for pair in matched(path)]
    assert sum(want is got for want, got in pairs) / len(pairs) >= RIGHT_OF_ALL
