"""The student in torch: the network that ships, as it is while it learns.

Its numpy twin is `attribution/analysis/network/reader.py`; tests hold the two together through an exported model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from attribution.analysis.network.inputs import PIECES_OF_A_WORD, PLACES, QUOTE_STATES, SHAPES
from training.crf import Chain
from training.examples import LABELS, TAGS

DILATIONS = (1, 2, 4, 8, 16, 1)
SENTENCE_SIZE = 64
NEIGHBOURS = 2
"""Layers over sentences, each of which looks one sentence to either side."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Pieces of stories, padded: tensors of (stories, words) and the places of paragraphs and sentences in them."""

    pieces: Tensor
    shapes: Tensor
    quotes: Tensor
    known: Tensor
    sentences: Sequence[Sequence[tuple[int, int]]]


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
    """Scores of the span labels for every word and of the tags for every sentence."""

    def __init__(self, vectors: Tensor) -> None:
        super().__init__()
        size = vectors.shape[1]
        self.pieces = nn.EmbeddingBag.from_pretrained(vectors, freeze=False, mode="mean", padding_idx=0)
        self.shapes = nn.Embedding(len(SHAPES) * len(PLACES), size)
        self.quotes = nn.Embedding(len(QUOTE_STATES), size)
        for table in (self.shapes, self.quotes):
            nn.init.normal_(table.weight, std=0.1)
        self.dropout = nn.Dropout(0.1)
        self.words = nn.ModuleList(Gated(size, dilation) for dilation in DILATIONS)
        self.spans = nn.Linear(size, len(LABELS))
        self.chain = Chain(len(LABELS))
        self.pooled = nn.Linear(2 * size, SENTENCE_SIZE)
        self.neighbours = nn.ModuleList(Gated(SENTENCE_SIZE, 1) for _ in range(NEIGHBOURS))
        self.tags = nn.Linear(SENTENCE_SIZE, len(TAGS))

    def forward(self, batch: Batch) -> tuple[Tensor, list[Tensor]]:
        """Label scores (stories, words, labels), and for each story tag scores (sentences, tags)."""
        stories, words = batch.shapes.shape
        vectors = self.pieces(batch.pieces.reshape(-1, PIECES_OF_A_WORD)).view(stories, words, -1)
        states = self.dropout(vectors + self.shapes(batch.shapes) + self.quotes(batch.quotes))
        known = batch.known[:, :, None].float()
        for layer in self.words:
            states = layer(states, known)
        level = self.dropout(scaled(states))
        return self.spans(level), [
            self._tags(row, sentences) for row, sentences in zip(level, batch.sentences, strict=True)
        ]

    def _tags(self, words: Tensor, sentences: Sequence[tuple[int, int]]) -> Tensor:
        parts = [torch.cat([words[a:b].mean(0), words[a:b].amax(0)]) for a, b in sentences]
        states = self.pooled(torch.stack(parts))[None]
        known = torch.ones(1, states.shape[1], 1)
        for layer in self.neighbours:
            states = layer(states, known)
        scores: Tensor = self.tags(scaled(states))[0]
        return scores
