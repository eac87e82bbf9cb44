"""The network in numpy: a story in, span labels and tag probabilities out.

Word pieces, shapes and quote states are embedded and added; gated convolutions of three taps, further and further
apart, let each word see its neighbours (Dauphin and others 2017); a linear-chain CRF chooses the labels of a paragraph
(Lafferty, McCallum and Pereira 2001). The states of a sentence's words, pooled and seen beside those of its
neighbours, give the tag probabilities. `training/` makes the model; MODEL_CARD.md says what it can and cannot do.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from math import lcm
from pathlib import Path
from typing import NamedTuple

import numpy as np

from attribution.analysis.network.chain import Chain, Decoded
from attribution.analysis.network.gated import Floats, Gated, Places, scaled
from attribution.analysis.network.inputs import QUOTE_STATES, pieces, said, shapes
from attribution.model import Sentence, Token

MODEL = Path(__file__).with_name("network.npz")
_KNOWN_WORDS = 1 << 16
_SAID = 2.5
"""Added to the score of "a cue begins" for a verb of speech: of speech no cue is to be missed, of beliefs some may."""
_NO_BLANKS: Places = np.zeros(0, np.intp)


class Reading(NamedTuple):
    """What the network says of a story: for each token its label and the label's probability, and for each sentence
    the probability of each tag, (sentences, 5), in the order anonymous, outlet, no comment, on record, background.
    """

    labels: tuple[str, ...]
    probabilities: Floats
    tags: Floats


class Network:
    """The weights of one model file."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as file:
            weights = {name: file[name] for name in file.files}
        self._ids = {piece: i for i, piece in enumerate(bytes(weights["pieces"]).decode().split("\n"))}
        self._vectors, self._scales = weights["vectors"], weights["scales"].astype(np.float32)
        plain = {name: weights[name].astype(np.float32) for name in weights if name not in ("pieces", "vectors")}
        self._shapes, self._quotes = plain["shapes"], plain["quotes"]
        gaps = [int(each) for each in weights["dilations"]]
        self._words, self._reach, self._period = _layers(plain, "words", gaps), max(gaps), 2 * lcm(*gaps)
        self._spans = (plain["spans.weight"], plain["spans.bias"])
        self._pooled = (plain["pooled.weight"], plain["pooled.bias"])
        self._neighbours = _layers(plain, "neighbours", [1] * int(weights["neighbours"]))
        self._tags = (plain["tags.weight"], plain["tags.bias"])
        self._labels = bytes(weights["labels"]).decode().split()
        self._chain = Chain(plain["transitions"], plain["begins"])
        self._vector = lru_cache(_KNOWN_WORDS)(self._piece_mean)

    def embedded(self, tokens: Sequence[Token], sentences: Sequence[Sentence], states: str) -> Floats:
        """What the network begins with, (tokens, size): the tokens of a story, each with its shape and quote state."""
        rows: dict[str, int] = {}
        places = [rows.setdefault(token.text, len(rows)) for token in tokens]
        seen = np.array([self._vector(word) for word in rows], np.float32).reshape(-1, self._shapes.shape[1])[places]
        seen += self._shapes[shapes(tokens, sentences)]
        seen += self._quotes[[*map(QUOTE_STATES.index, states)]]
        return seen

    def deepened(self, stories: Sequence[Floats]) -> list[Floats]:
        """The embedded tokens of several stories, each seen beside its neighbours in its own story.

        Nearly all of the network's time goes here. The stories are joined to one table, a gap between them: few long
        sums, which hold no lock of the interpreter. Each begins at a whole number of periods, so that its sums are the
        same to the last digit whatever stands before it.
        """
        places, end = [], 0
        for story in stories:
            places.append(slice(end, end + len(story)))
            end += len(story) + self._reach
            end += -end % self._period
        seen, blank = np.zeros((end, self._shapes.shape[1]), np.float32), np.ones(end, bool)
        for place, story in zip(places, stories, strict=True):
            seen[place], blank[place] = story, False
        between = np.flatnonzero(blank)
        for layer in self._words:
            seen = layer(seen, between)
        return [seen[place] for place in places]

    def read(self, tokens: Sequence[Token], sentences: Sequence[Sentence], deepened: Floats) -> Reading:
        """Label the tokens of a story and weigh the tags of its sentences, by its tokens as they are deepened."""
        cut = [sentence for sentence in sentences if sentence.first < sentence.last]
        if not cut:
            return Reading(("O",) * len(tokens), np.ones(len(tokens), np.float32), np.zeros((0, 5), np.float32))
        level = scaled(deepened)
        scores = level @ self._spans[0] + self._spans[1]
        scores[said(tokens), self._labels.index("BQ")] += _SAID
        decoded: Decoded = self._chain.decode(scores, _paragraphs(cut))
        labels = tuple(self._labels[label] for label in decoded.path)
        return Reading(labels, decoded.probabilities, self._tag_probabilities(level, sentences))

    def _piece_mean(self, word: str) -> Floats:
        rows = pieces(word, self._ids)
        mean: Floats = (self._vectors[rows] * self._scales[rows, None]).mean(0)
        return mean

    def _tag_probabilities(self, level: Floats, sentences: Sequence[Sentence]) -> Floats:
        parts, sizes = [], []
        for sentence in sentences:
            first = min(sentence.first, len(level) - 1)
            words = level[first : max(sentence.last, first + 1)]
            parts.append((np.add.reduce(words), np.maximum.reduce(words)))
            sizes.append([len(words)])
        pooled: Floats = np.array(parts)
        pooled[:, 0] /= np.array(sizes, np.float32)
        states = pooled.reshape(len(parts), -1) @ self._pooled[0] + self._pooled[1]
        for layer in self._neighbours:
            states = layer(states, _NO_BLANKS)
        scores = scaled(states) @ self._tags[0] + self._tags[1]
        odds = np.exp(scores - scores.max(1, keepdims=True))
        probabilities: Floats = odds / odds.sum(1, keepdims=True)
        return probabilities


def _layers(weights: dict[str, Floats], name: str, gaps: Sequence[int]) -> list[Gated]:
    return [
        Gated(weights[f"{name}.{i}.taps.weight"], weights[f"{name}.{i}.taps.bias"], gap) for i, gap in enumerate(gaps)
    ]


def _paragraphs(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The token ranges of the paragraphs."""
    found: list[tuple[int, int]] = []
    current = -1
    for sentence in sentences:
        if sentence.paragraph == current:
            found[-1] = (found[-1][0], sentence.last)
        else:
            found.append((sentence.first, sentence.last))
            current = sentence.paragraph
    return found


@cache
def network() -> Network:
    """The network that ships."""
    return Network(MODEL)
