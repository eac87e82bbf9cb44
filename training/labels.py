"""The hand-labelled stories: their tags, their texts and the outlet that each was printed in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

OUTLETS = {
    "nyt": "The New York Times",
    "wash-post": "The Washington Post",
    "huff-post": "The Huffington Post",
    "usa-today": "USA Today",
    "west-journal": "Western Journalism",
    "BBC News": "BBC",
    "breitbart": "Breitbart",
    "politico": "Politico",
}

DRAWN = Path(__file__).with_name("labels")
"""Labels of further stories, as offsets without their text."""

INVENTED = Path(__file__).with_name("invented")
"""Stories that were invented for this project and labelled by those who wrote them, in registers that the others lack.
"""

UNLABELLED = Path(__file__).with_name("unlabelled")
"""Further stories that were invented for the network to read, without labels."""

Row = tuple[int, int, str]
"""Start, end and tag (a letter) of a labelled sentence."""
Labels = Mapping[str, Sequence[Row]]
"""The labelled sentences of each story, by its name."""


def first_labels(shared: Path) -> Labels:
    """The labels that came with the stories: whole stories, and single sentences drawn for rare tags."""
    found: dict[str, list[Row]] = {}
    for folder in ("gold-train/labels", "gold-train/rare-labels"):
        for path in sorted((shared / folder).glob("*.tsv")):
            found.setdefault(path.stem, []).extend(rows(path))
    return found


def news_labels(shared: Path) -> Labels:
    """Those, and the labels of further real stories that this project made."""
    found = by_story(DRAWN)
    for story, labels in first_labels(shared).items():
        found.setdefault(story, []).extend(labels)
    return found


def every_label(shared: Path) -> Labels:
    """Those, and the labels of the invented stories."""
    return {**news_labels(shared), **{path.stem: list(rows(path)) for path in sorted(INVENTED.glob("*.tsv"))}}


def rows(path: Path) -> Iterator[Row]:
    """Start, end and tag (a letter) of each labelled sentence of a story."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            yield int(cells[1]), int(cells[2]), cells[3]


def by_story(drawn: Path) -> dict[str, list[Row]]:
    """The labels of drawn sentences (`training.merge_labels`) by story: start, end and tag."""
    found: dict[str, list[Row]] = {}
    for path in sorted(drawn.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            story, start, end, tag = line.split("\t")[:4]
            found.setdefault(story, []).append((int(start), int(end), tag))
    return found


def text_of(shared: Path, story: str) -> Path:
    """The text of a labelled story."""
    places = (
        shared / "gold-train/text" / f"{story}.txt",
        shared / "polnear/train/text" / f"{story.removeprefix('polnear-')}.txt",
        shared / "unlabelled" / f"{story}.txt",
        INVENTED / f"{story}.txt",
    )
    return next(path for path in places if path.exists())


def outlets(folder: Path) -> dict[str, str]:
    """The outlet of each story of a label set, as the command is told it."""
    path = folder / "stories.json"
    found = {}
    for row in json.loads(path.read_text(encoding="utf-8")) if path.exists() else ():
        slug, _, wire = row["outlet"].partition(" (wire: ")
        name = OUTLETS.get(slug, slug)
        found[row["id"]] = f"{name} | {wire.rstrip(')')}" if wire and wire != "NA)" else name
    return found


def outlet_of(story: str, known: Mapping[str, str]) -> str:
    """The outlet that printed a story: as `outlets` says, else as the story's name begins."""
    publisher = story.removeprefix("polnear-").split("_")[0]
    return known.get(story) or ("BBC" if story.startswith("bbc-") else OUTLETS.get(publisher, ""))
