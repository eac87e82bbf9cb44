"""The invented stories that teach: their labels lie on their sentences."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from training.labels import INVENTED, rows

STORIES = sorted(INVENTED.glob("*.txt"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_each_label_lies_on_words_behind_those_before_it(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    labelled = list(rows(path.with_suffix(".tsv")))
    sentences = [text[start:end] for start, end, _ in labelled]
    assert sentences == [sentence.strip() for sentence in sentences]
    assert all(end <= start for (_, end, _), (start, _, _) in pairwise(labelled))
    assert {tag for *_, tag in labelled} <= set("AONRF")
    assert len(labelled) > 10
