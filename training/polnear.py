"""PolNeAR (Newell, Margolin and Ruths 2018) as labelled token rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from attribution.model import Span, Token


class Relation(NamedTuple):
    """One annotated attribution: the spans of its three roles."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def documents(corpus: Path, split: str) -> Iterator[tuple[str, tuple[Relation, ...]]]:
    """Text and attributions of each article of a split; of several annotators the first in sorted order."""
    for path in sorted((corpus / split / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        yield text, relations_of(corpus / split, path.stem)


def relations_of(split: Path, name: str) -> tuple[Relation, ...]:
    """The attributions of one article by the first of its annotators."""
    annotations = sorted((split / "attributions").glob(f"{_escaped(name)}_????.ann"))
    return relations(annotations[0].read_text(encoding="utf-8"))


def relations(annotation: str) -> tuple[Relation, ...]:
    """The attributions of a brat standoff file."""
    spans: dict[str, tuple[Span, ...]] = {}
    events = []
    for line in annotation.splitlines():
        if re.match(r"T\d+\t", line):
            name, place = line.split("\t")[:2]
            pieces = place.split(" ", 1)[1].split(";")
            spans[name] = tuple(Span(*map(int, piece.split())) for piece in pieces)
        elif re.match(r"E\d+\t", line):
            events.append([part.split(":") for part in line.split("\t", 1)[1].split()[1:]])
    found = []
    for event in events:
        roles: dict[str, tuple[Span, ...]] = {"source": (), "cue": (), "content": ()}
        for role, name in event:
            key = role.rstrip("0123456789").lower()
            if key in roles and name in spans:
                roles[key] += spans[name]
        found.append(Relation(**roles))
    return tuple(found)


def labels(tokens: Sequence[Token], found: Sequence[Relation]) -> list[str]:
    """One label a token. Where attributions nest, the inner source and cue stand out of the outer content."""
    row = ["O"] * len(tokens)
    contents = sorted((span for relation in found for span in relation.content), key=len, reverse=True)
    for letter, spans in (
        ("C", contents),
        ("Q", [span for relation in found for span in relation.cue]),
        ("S", [span for relation in found for span in relation.source]),
    ):
        for span in spans:
            _paint(row, tokens, span, letter)
    return [_begun(row, i) for i in range(len(row))]


def _paint(row: list[str], tokens: Sequence[Token], span: Span, letter: str) -> None:
    inside = [i for i, token in enumerate(tokens) if token.start < span.end and span.start < token.end]
    for i in inside:
        row[i] = "I" + letter
    if inside:
        row[inside[0]] = "B" + letter


def _begun(row: list[str], i: int) -> str:
    """The label, with a run that lost its beginning begun anew."""
    if row[i][0] == "I" and (i == 0 or row[i - 1][-1] != row[i][-1]):
        return "B" + row[i][1]
    return row[i]


def _escaped(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)
