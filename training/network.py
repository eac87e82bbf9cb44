"""The student in torch: the network that ships, as far as it learns.

Its numpy twin is `attribution/analysis/network/reader.py`, which reads what `training/export.py` writes.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from attribution.analysis.network.inputs import PLACES, QUOTE_STATES, SHAPES
from training.crf import Chain
from training.examples import LABELS, TAGS

DILATIONS = (1, 2, 4, 8, 16, 1)
SENTENCE_SIZE = 64
NEIGHBOURS = 2
"""Layers over sentences, each of which looks one sentence to either side."""


def scaled(states: Tensor) -> Tensor:
    """States divided by their root mean square (Zhang and Sennrich 2019)."""
    return states * torch.rsqrt(states.square().mean(-1, keepdim=True) + 1e-6)


class Gated(nn.Module):
    """A gated convolution of three taps (Dauphin and others 2017), `dilation` words apart, added to its input."""

    def __init__(self, size: int, dilation: int) -> None:
        super().__init__()
        self.dilation = dilation
        self.taps = nn.Linear(3 * size, 2 * size)

    def forward(self, states: Tensor, known: Tensor) -> Tensor:
        level = scaled(states) * known
        gap = self.dilation
        padded = nn.functional.pad(level, (0, 0, gap, gap))
        near = torch.cat([padded[:, : -2 * gap], level, padded[:, 2 * gap :]], -1)
        value, gate = self.taps(near).chunk(2, -1)
        mixed: Tensor = states + value * torch.sigmoid(gate)
        return mixed


class Student(nn.Module):
    """Layers over words, which the spans and the tags share, and heads for either."""

    def __init__(self, vectors: Tensor) -> None:
        super().__init__()
        size = vectors.shape[1]
        self.pieces = nn.EmbeddingBag.from_pretrained(vectors, freeze=False, mode="mean", padding_idx=0)
        self.shapes = nn.Embedding(len(SHAPES) * len(PLACES), size)
        self.quotes = nn.Embedding(len(QUOTE_STATES), size)
        for table in (self.shapes, self.quotes):
            nn.init.normal_(table.weight, std=0.1)
        self.words = nn.ModuleList(Gated(size, dilation) for dilation in DILATIONS)
        self.spans = nn.Linear(size, len(LABELS))
        self.chain = Chain(len(LABELS))
        self.pooled = nn.Linear(2 * size, SENTENCE_SIZE)
        self.neighbours = nn.ModuleList(Gated(SENTENCE_SIZE, 1) for _ in range(NEIGHBOURS))
        self.tags = nn.Linear(SENTENCE_SIZE, len(TAGS))

    def read(self, pieces: Tensor, shapes: Tensor, quotes: Tensor, sentences: Sequence[tuple[int, int]]) -> Tensor:
        """What the layers over words make of the sentences of one story (sentences, 2 · size): the mean and the maximum
        of the words of each, whose places are given.
        """
        states = (self.pieces(pieces) + self.shapes(shapes) + self.quotes(quotes))[None]
        known = torch.ones(1, states.shape[1], 1)
        for layer in self.words:
            states = layer(states, known)
        level = scaled(states)[0]
        return torch.stack([torch.cat([level[a:b].mean(0), level[a:b].amax(0)]) for a, b in sentences])

    def judge(self, read: Tensor, known: Tensor) -> Tensor:
        """Tag scores (stories, sentences, tags) of what was read of several stories; `known` is nought for padding."""
        states = self.pooled(read)
        for layer in self.neighbours:
            states = layer(states, known)
        scores: Tensor = self.tags(scaled(states))
        return scores
