"""Train the span finder's CRF from PolNeAR's training part, the same on every run.

    python training/train_spans.py CORPUS attribution/analysis/spans.crfsuite

CORPUS holds `train/text` and `train/attributions`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pycrfsuite

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from attribution.analysis.features import paragraph_features
from attribution.analysis.quotes import quotes
from attribution.analysis.sentences import sentences
from attribution.analysis.span_finder import paragraph_ranges, quote_states
from attribution.analysis.tokens import tokens
from attribution.model import Paragraph, PositionMap, Role, Span, Story
from training import polnear

SETTINGS = {
    "c1": 0.5,
    "c2": 0.02,
    "max_iterations": 100,
    "feature.minfreq": 3,
    "feature.possible_transitions": True,
}


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


def train(corpus: Path, model: Path, settings: dict[str, float]) -> None:
    """Learn the model and write it."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for text, relations in polnear.documents(corpus, "train"):
        story = plain_story(text)
        words = tokens(text)
        cut = sentences(story, words)
        states = quote_states(words, quotes(story))
        row = polnear.labels(words, relations)
        for first, last, ends in paragraph_ranges(cut):
            trainer.append(paragraph_features(words[first:last], states[first:last], ends), row[first:last])
    trainer.set_params(settings)
    trainer.train(str(model))


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]), SETTINGS)
