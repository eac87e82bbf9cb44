"""Measure how often decisions on each ground are right, and write the table that a statement's confidence comes from.

    python training/confidence.py LABELS attribution/analysis/confidence.json

LABELS holds `labels/*.tsv` and `text/*.txt` (the labelled stories). Only stories that the span finder was not trained
on count (those whose names begin with `bbc-`), since on the others it is surer than it will be on new copy.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from attribution.analysis import decide
from attribution.model import Span, Tag
from attribution.policy import Policy
from attribution.reading import read_story

CODES = {"A": Tag.ANONYMOUS, "O": Tag.OUTLET, "N": Tag.NO_COMMENT, "R": Tag.RECORD, "F": Tag.BACKGROUND}


def labels(path: Path) -> Iterator[tuple[Span, Tag]]:
    """The labelled sentences of one story."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            yield Span(int(cells[1]), int(cells[2])), CODES[cells[3]]


def shares(folder: Path) -> dict[str, float]:
    """For each ground and tag the share of right decisions, with one right and one wrong added (Laplace)."""
    counts: dict[str, list[int]] = defaultdict(lambda: [1, 2])
    for path in sorted((folder / "labels").glob("bbc-*.tsv")):
        data = (folder / "text" / f"{path.stem}.txt").read_bytes()
        story = replace(read_story(data, f"{path.stem}.txt"), outlet="BBC")
        decisions = decide(story, Policy()).decisions
        for span, tag in labels(path):
            sentence, decision = max(decisions, key=lambda each: each[0].span.shared(span))
            if sentence.span.shared(span):
                row = counts[f"{decision.main.ground.value}, {decision.main.tag.value}"]
                row[0] += decision.main.tag is tag
                row[1] += 1
    return {key: round(right / total, 2) for key, (right, total) in sorted(counts.items())}


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(shares(Path(sys.argv[1])), indent=1) + "\n", encoding="utf-8")
