"""Windows: the neighbouring sentences of a story that the teacher reads together, as numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from attribution.analysis.network.inputs import QUOTE_STATES, pieces
from training.examples import Example

LONGEST = 400
"""Words of a window: a sentence that is longer is cut, since the teacher reads 512 pieces at most."""
UNKNOWN_TAG = -1


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring sentences of a story that the teacher reads together."""

    pieces: tuple[int, ...]
    firsts: tuple[int, ...]
    shapes: tuple[int, ...]
    quotes: tuple[int, ...]
    labels: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    tags: tuple[int, ...]


def windows(
    story: Example, ids: dict[str, int], size: int, start: int, tags: dict[int, int]
) -> Iterator[tuple[int, Window]]:
    """Cut a story into windows of at most `size` pieces, the first of `start`; each with its first sentence."""
    begin, room = 0, start
    rows: list[list[int]] = [pieces(word, ids) for word in story.words]
    while begin < len(story.sentences):
        end, count = begin, 0
        while end < len(story.sentences):
            sentence = story.sentences[end]
            more = sum(len(rows[i]) for i in range(sentence.first, sentence.last))
            if end > begin and count + more > room:
                break
            count += more
            end += 1
        yield begin, _window(story, rows, ids, begin, end, tags)
        begin, room = end, size


def _window(
    story: Example, rows: list[list[int]], ids: dict[str, int], begin: int, end: int, tags: dict[int, int]
) -> Window:
    first, last = (
        story.sentences[begin].first,
        min(story.sentences[end - 1].last, story.sentences[begin].first + LONGEST),
    )
    row, firsts = [ids["[CLS]"]], []
    for i in range(first, last):
        firsts.append(len(row))
        row.extend(rows[i])
    row.append(ids["[SEP]"])
    kept = [s for s in story.sentences[begin:end] if s.first < min(s.last, last)]
    return Window(
        (*row[:511], row[-1]) if len(row) > 512 else tuple(row),
        tuple(min(place, 510) for place in firsts),
        story.shapes[first:last],
        tuple(QUOTE_STATES.index(state) for state in story.quotes[first:last]),
        story.labels[first:last],
        tuple((s.first - first, min(s.last, last) - first) for s in kept),
        tuple(tags.get(begin + i, UNKNOWN_TAG) for i in range(len(kept))),
    )


def padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    """Rows of numbers as one tensor, the shorter ones filled up."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (longest - len(row))] for row in rows])


def spread(values: Sequence[int], firsts: Sequence[int], size: int) -> list[int]:
    """A value a word as a value a piece; the end marks get the first word's."""
    row = [values[0]] * size
    for value, first, last in zip(values, firsts, (*firsts[1:], size - 1), strict=True):
        row[first:last] = [value] * (last - first)
    return row
