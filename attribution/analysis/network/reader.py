"""The network in numpy: a story in, span labels and tag probabilities out.

Word pieces, shapes and quote states are embedded and added; gated convolutions of three taps, further and further
apart, let each word see its neighbours (Dauphin and others 2017); a linear-chain CRF chooses the labels of a paragraph
(Lafferty, McCallum and Pereira 2001). The states of a sentence's words, pooled and seen beside those of its
neighbours, give the tag probabilities. `training/` makes the model; MODEL_CARD.md says what it can and cannot do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from math import lcm
from pathlib import Path
from typing import NamedTuple

import numpy as np

from attribution.analysis.network.chain import Chain
from attribution.analysis.network.gated import TOGETHER, Floats, Gated, Places, room, scaled
from attribution.analysis.network.inputs import QUOTE_STATES, is_said, pieces, shapes
from attribution.model import Sentence

MODEL = Path(__file__).with_name("network.npz")
_KNOWN_WORDS = 1 << 16
_STATES = {state: i for i, state in enumerate(QUOTE_STATES)}
_SAID = 2.5
"""Added to the score of "a cue begins" for a verb of speech: of speech no cue is to be missed, of beliefs some may."""


class Reading(NamedTuple):
    """What the network says of a story: for each token its label and the label's probability, and for each sentence
    the probability of each tag, (sentences, 5), in the order anonymous, outlet, no comment, on record, background.
    """

    labels: tuple[str, ...]
    probabilities: Floats
    tags: Floats


class Words(NamedTuple):
    """What the network reads of a story: its words and sentences, and whether each word stands in a quotation, a letter
    a word (`inputs.QUOTE_STATES`).
    """

    texts: Sequence[str]
    sentences: Sequence[Sentence]
    states: str


class Joined(NamedTuple):
    """The words of several stories in one table: where each story stands in it, and for each row the number of its
    word, its shape and its quote state. Between two stories there are rows of the word 0, which are blank.
    """

    places: Sequence[slice]
    vectors: Floats
    """What each word means, (words, size)."""
    words: Places
    shapes: Places
    states: Places
    said: Places
    """The rows of the words that mostly tell of speech."""


class Deepened(NamedTuple):
    """What the network sees in the words of several stories: one table, a row a word, where each story stands, and the
    rows of the words that mostly tell of speech.
    """

    places: Sequence[slice]
    level: Floats
    said: Places


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
        self._words, self._reach, self._period = _layers(plain, "words", gaps), max(gaps), TOGETHER * lcm(*gaps)
        self._spans = (plain["spans.weight"], plain["spans.bias"])
        self._pooled = (plain["pooled.weight"], plain["pooled.bias"])
        self._neighbours = _layers(plain, "neighbours", [1] * int(weights["neighbours"]))
        self._tags = (plain["tags.weight"], plain["tags.bias"])
        self._labels = bytes(weights["labels"]).decode().split()
        self._chain = Chain(plain["transitions"], plain["begins"])
        self._vector = lru_cache(_KNOWN_WORDS)(self._piece_mean)

    def joined(self, stories: Sequence[Words]) -> Joined:
        """The words of several stories in one table."""
        numbers = defaultdict[str, int]()
        numbers.default_factory = numbers.__len__
        places, length = _places((len(story.texts) for story in stories), self._reach, self._period)
        words, kinds, states = np.full((3, length), numbers[""], np.intp)  # blank where no story stands
        for place, story in zip(places, stories, strict=True):
            words[place] = list(map(numbers.__getitem__, story.texts))
            kinds[place] = shapes(story.texts, story.sentences)
            states[place] = list(map(_STATES.__getitem__, story.states))
        known = list(numbers)[1:]
        vectors = np.array([np.zeros(self._shapes.shape[1]), *map(self._vector, known)], np.float32)
        said = np.array([False, *map(is_said, known)])
        return Joined(places, vectors, words, kinds, states, np.flatnonzero(said[words]))

    def deepened(self, joined: Joined) -> Deepened:
        """What the network sees in the words of several stories, each word beside its neighbours in its own story.

        Nearly all of the network's time goes here: few long sums, which hold no lock of the interpreter.
        """
        between = np.flatnonzero(joined.words == 0)
        seen = joined.vectors[joined.words]
        seen += self._shapes[joined.shapes]
        seen += self._quotes[joined.states]
        seen[between] = 0
        space = room(len(seen), seen.shape[1], self._reach)
        for layer in self._words:
            layer.add(seen, between, space)
        return Deepened(joined.places, scaled(seen), joined.said)

    def read(self, stories: Sequence[Words], deepened: Deepened) -> list[Reading]:
        """Label the words of several stories and weigh the tags of their sentences, by their words as they are
        deepened. What is read of a story depends on the others in its last digits alone.
        """
        places, level, said = deepened
        scores = np.zeros((len(level), len(self._labels)), np.float32)
        ranges: list[tuple[int, int]] = []
        for place, story in zip(places, stories, strict=True):
            scores[place] = level[place] @ self._spans[0] + self._spans[1]
            ranges.extend((place.start + first, place.start + last) for first, last in _paragraphs(story.sentences))
        scores[said, self._labels.index("BQ")] += _SAID
        path, sure = self._chain.decode(scores, ranges)
        tags = self._tag_probabilities(
            [_pooled(level[place], story.sentences) for place, story in zip(places, stories, strict=True)]
        )
        return [
            Reading(tuple(map(self._labels.__getitem__, path[place].tolist())), sure[place], each)
            for place, each in zip(places, tags, strict=True)
        ]

    def _piece_mean(self, word: str) -> Floats:
        rows = pieces(word, self._ids)
        mean: Floats = (self._vectors[rows] * self._scales[rows, None]).mean(0)
        return mean

    def _tag_probabilities(self, stories: Sequence[Floats]) -> list[Floats]:
        """Of the sentences of several stories, each pooled from its words and seen beside its neighbours."""
        places, length = _places(map(len, stories), 1, TOGETHER)
        states = np.zeros((length, self._pooled[1].size), np.float32)
        blank = np.ones(length, bool)
        for place, pooled in zip(places, stories, strict=True):
            states[place] = pooled @ self._pooled[0] + self._pooled[1]
            blank[place] = False
        space, between = room(length, states.shape[1], 1), np.flatnonzero(blank)
        for layer in self._neighbours:
            layer.add(states, between, space)
        scores = scaled(states) @ self._tags[0] + self._tags[1]
        odds = np.exp(scores - scores.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        return [odds[place] for place in places]


def _pooled(level: Floats, sentences: Sequence[Sentence]) -> Floats:
    """The mean and the highest of each sentence's words, side by side."""
    parts, sizes = [], []
    for sentence in sentences:
        first = min(sentence.first, len(level) - 1)
        words = level[first : max(sentence.last, first + 1)]
        parts.append((np.add.reduce(words), np.maximum.reduce(words)))
        sizes.append([len(words)])
    pooled: Floats = np.array(parts)
    pooled[:, 0] /= np.array(sizes, np.float32)
    return pooled.reshape(len(parts), -1)


def _places(lengths: Iterable[int], reach: int, period: int) -> tuple[list[slice], int]:
    """Where each of several tables stands in one, and how long that is: at least `reach` blank rows between two, and
    each begins at a whole number of periods, so that its rows stand together alike whatever is before it.
    """
    places, end = list[slice](), 0
    for length in lengths:
        places.append(slice(end, end + length))
        end += length + reach
        end += -end % period
    return places, end


def _layers(weights: dict[str, Floats], name: str, gaps: Sequence[int]) -> list[Gated]:
    return [
        Gated(weights[f"{name}.{i}.taps.weight"], weights[f"{name}.{i}.taps.bias"], gap) for i, gap in enumerate(gaps)
    ]


def _paragraphs(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The token ranges of the paragraphs that have tokens."""
    found: list[tuple[int, int]] = []
    current = -1
    for sentence in sentences:
        if sentence.first == sentence.last:
            continue
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
