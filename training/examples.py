"""Stories as the network learns from them: words with their shapes and quote states, and the labels that are known."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from attribution.analysis.network.inputs import quote_states, shapes
from attribution.analysis.quotes import quotes
from attribution.analysis.sentences import joined, sentences
from attribution.analysis.tokens import tokens
from attribution.model import Paragraph, PositionMap, Role, Sentence, Span, Story
from training import polnear
from training.labels import UNLABELLED, Labels, Row, every_label, text_of

LABELS = ("O", "BS", "IS", "BQ", "IQ", "BC", "IC")
TAGS = "AONRF"
FOLDS = 3
THREADS = 2
"""Sums depend on how many cores share them, so that a run is told how many it has."""
STRAIGHT = ('"',)
"""The marks that look alike on both sides and were read when the network that ships began to learn. It still learns so,
or the training would not make what ships; where it reads, two single marks count too, and it finds more.
"""
WHOLE = 3
"""A story with so many tags is tagged as a whole, and held back as a whole; others have one or two drawn sentences."""


@dataclass(frozen=True, slots=True)
class Example:
    """One story. `labels` has a label a word or is empty; `tags` maps a sentence's index to that of its tag."""

    name: str
    words: tuple[str, ...]
    shapes: tuple[int, ...]
    quotes: str
    sentences: tuple[Sentence, ...]
    labels: tuple[int, ...]
    tags: dict[int, int]


def plain_story(text: str) -> Story:
    """A corpus text as a story: its lines are its paragraphs."""
    found, place = [], 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if any(map(str.isalnum, body)):
            start = place + line.index(body)
            found.append(Paragraph(Span(start, start + len(body)), Role.BODY))
        place += len(line)
    return Story(text, tuple(found), PositionMap((0,), (0,), (0,)), "-", "text", "utf-8", "")


def fold(name: str) -> int:
    """The part of the cross-validation in which a story is held back."""
    return zlib.crc32(name.encode()) % FOLDS


def example(name: str, text: str, relations: tuple[polnear.Relation, ...] | None, tagged: Iterable[Row]) -> Example:
    """Prepare one story; `relations` are its annotated attributions, `tagged` the labels of its sentences."""
    story = plain_story(text)
    row = tokens(text)
    cut = sentences(story, row, joined)
    labels = () if relations is None else tuple(map(LABELS.index, polnear.labels(row, relations)))
    tags = dict(_tags(tagged, cut))
    states = quote_states(row, quotes(story, STRAIGHT))
    texts = tuple(t.text for t in row)
    return Example(name, texts, tuple(shapes(texts, cut)), states, cut, labels, tags)


def _tags(tagged: Iterable[Row], cut: tuple[Sentence, ...]) -> Iterator[tuple[int, int]]:
    for start, end, tag in tagged:
        span = Span(start, end)
        best = max(range(len(cut)), key=lambda i: cut[i].span.shared(span))
        if cut[best].span.shared(span):
            yield best, TAGS.index(tag)


def read(path: Path) -> str:
    """A story's text with its line ends as they are, since the labels count them."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def every_story(shared: Path) -> list[Example]:
    """Every story to read, the tagged ones with their tags, each once and in a fixed order."""
    labels = every_label(shared)
    return [*corpus(shared, labels), *unlabelled(shared, labels), *_plain(UNLABELLED, frozenset())]


def corpus(shared: Path, labels: Labels) -> list[Example]:
    """PolNeAR's training part and the tagged stories in order of name."""
    found, left = [], dict(labels)
    for path in sorted((shared / "polnear/train/text").glob("*.txt")):
        name = f"polnear-{path.stem}"
        annotated = polnear.relations_of(shared / "polnear/train", path.stem)
        found.append(example(name, read(path), annotated, left.pop(name, ())))
    for name in sorted(left):
        found.append(example(name, read(text_of(shared, name)), None, left[name]))
    return found


def unlabelled(shared: Path, labels: Labels) -> list[Example]:
    """The unlabelled news stories, without those that are tagged or held to measure by."""
    held = {path.stem for part in ("gold", "gold-rare", "gold-train") for path in (shared / part).rglob("*.txt")}
    return _plain(shared / "unlabelled", held | labels.keys())


def _plain(folder: Path, left_out: Set[str]) -> list[Example]:
    paths = sorted(folder.glob("*.txt"))
    return [example(path.stem, read(path), None, ()) for path in paths if path.stem not in left_out]
