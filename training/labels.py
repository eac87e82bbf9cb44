"""The hand-labelled stories: their tags, their texts and the outlet that each was printed in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
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


def rows(path: Path) -> Iterator[tuple[int, int, str]]:
    """Start, end and tag (a letter) of each labelled sentence of a story."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            yield int(cells[1]), int(cells[2]), cells[3]


def by_story(drawn: Path) -> dict[str, list[tuple[int, int, str]]]:
    """The labels of drawn sentences (`training.merge_labels`) by story: start, end and tag."""
    found: dict[str, list[tuple[int, int, str]]] = {}
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
