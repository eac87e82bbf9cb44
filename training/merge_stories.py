"""Turn readings of whole stories into labels without text.

    python -m training.merge_stories SHARED READINGS LABELS

READINGS holds STORY.tsv for each story that was read: number of the sentence, tag, also, kind. Sentences are numbered
as the analysis cuts them. Sentences that LABELS knows from other readings are left as they are; prints how far the
readings agree there (Cohen 1960) and writes LABELS/stories.tsv: story, start, end, tag, also, kind.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from attribution.analysis.sentences import sentences
from attribution.analysis.tokens import tokens
from training.examples import plain_story, read
from training.labels import Row, by_story, text_of
from training.merge_labels import Label, kappa

TARGET = "stories.tsv"


def reading(path: Path) -> dict[int, Label]:
    """The labels of one story by number of the sentence."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {int(row[0]): Label(row[1], ",".join(sorted(row[2].replace(" ", "").split(","))), row[3]) for row in rows}


def placed(path: Path, shared: Path) -> Iterator[tuple[Row, Label]]:
    """The places of the sentences of one story with their labels.

    Raises SystemExit when the reading does not name every sentence once.
    """
    text = read(text_of(shared, path.stem))
    cut, found = sentences(plain_story(text), tokens(text)), reading(path)
    if found.keys() != set(range(len(cut))):
        raise SystemExit(f"{path}: {len(found)} labels for {len(cut)} sentences")
    for i, label in sorted(found.items()):
        yield (cut[i].span.start, cut[i].span.end, label.tag), label


def known_tag(row: Row, known: list[Row]) -> str | None:
    """The tag that another reading gave to most of a sentence."""
    start, end, _ = row
    same = (tag for first, last, tag in known if min(end, last) - max(start, first) > (end - start) / 2)
    return next(same, None)


def main() -> None:
    """Join the readings."""
    shared, readings, labels = (Path(each) for each in sys.argv[1:4])
    (labels / TARGET).unlink(missing_ok=True)
    known: Mapping[str, list[Row]] = by_story(labels)
    lines: list[str] = []
    one: dict[int, Label] = {}
    other: dict[int, Label] = {}
    for path in sorted(readings.rglob("*.tsv"), key=lambda path: path.stem):
        for row, label in placed(path, shared):
            before = known_tag(row, known.get(path.stem, []))
            if before is None:
                lines.append("\t".join((path.stem, str(row[0]), str(row[1]), *label)) + "\n")
            else:
                one[len(one)], other[len(other)] = label, label._replace(tag=before)
    print(f"{len(lines)} labels, kappa {kappa(one, other):.2f} over {len(one)} that were known")
    (labels / TARGET).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
