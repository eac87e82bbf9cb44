"""Learn to settle: how far the rules and how far the network are to be believed, sentence by sentence.

    python -m training.settle SHARED

Learns from the tagged stories, the drawn sentences (`training/labels`) and the invented stories (`training/invented`)
with cross-validation over whole stories, prints what it gains over the rules alone and how well its probabilities are
calibrated, and writes attribution/analysis/settling.json.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, log_loss
from sklearn.model_selection import GroupKFold

from attribution.analysis import begun, deepened, gather, joined, read
from attribution.analysis.decisions import Decision
from attribution.analysis.evidence import ORDER, Evidence, features
from attribution.analysis.settling import MODEL, chosen, near
from attribution.model import Span
from attribution.policy import Policy
from attribution.reading import read_story
from training.labels import Labels, every_label, outlet_of, outlets, text_of

FOLDS = 10
STRENGTHS = (0.1, 0.3, 1.0)
CODES = "AONRF"


@dataclass(frozen=True, slots=True)
class Sample:
    """One labelled sentence: its story, its features, the rules' tag and the right one, as places in ORDER."""

    story: str
    features: dict[str, float]
    ruled: int
    right: int
    row: Evidence
    before: tuple[Decision, ...]


def samples(shared: Path, labels: Labels) -> Iterator[Sample]:
    """Every labelled sentence with what the analysis makes of it."""
    known = outlets(shared / "gold-train")
    for name in sorted(labels):
        text = text_of(shared, name)
        story = replace(read_story(text.read_bytes(), text.name), outlet=outlet_of(name, known))
        opened = begun(story)
        (reading,) = read([opened], deepened(joined([opened])))
        found = gather(opened, reading, Policy())
        for start, end, tag in labels[name]:
            place = max(range(len(found.rows)), key=lambda i: found.sentences[i].span.shared(Span(start, end)))
            ruled = ORDER.index(found.rows[place].decision.main.tag)
            before = tuple(found.rows[k].decision for k in near(place, found.sentences))
            row = found.rows[place]
            yield Sample(name, features(found.rows, place), ruled, CODES.index(tag), row, before)


def fitted(rows: Sequence[Sample], strength: float) -> tuple[DictVectorizer, LogisticRegression]:
    """A regression of one strength (the inverse of its penalty), so near to the best that no digit kept hangs on
    the last digits of what the network reads: they differ between processors.
    """
    table = DictVectorizer()
    inputs = table.fit_transform([row.features for row in rows])
    model = LogisticRegression(C=strength, solver="newton-cg", tol=1e-7, max_iter=100)
    return table, model.fit(inputs, [row.right for row in rows])


def held_back(data: Sequence[Sample], strength: float) -> np.ndarray:
    """For each sample the probabilities of a model that has not seen its story."""
    chances = np.zeros((len(data), len(ORDER)))
    for learned, asked in GroupKFold(FOLDS).split(data, groups=[row.story for row in data]):
        table, model = fitted([data[i] for i in learned], strength)
        columns = [int(each) for each in model.classes_]
        chances[np.ix_(asked, columns)] = model.predict_proba(table.transform([data[i].features for i in asked]))
    return chances


def report(data: Sequence[Sample], chances: np.ndarray, name: str) -> float:
    """Print how good the tags are that stand, and return the log loss of the probabilities: unlike the F1 of a rare tag
    it does not hang on one or two sentences.
    """
    settled = [
        chosen(row.row, row.before, list(map(float, row_chances)))
        for row, row_chances in zip(data, chances, strict=True)
    ]
    right, got = [row.right for row in data], np.array([ORDER.index(tag) for tag, _ in settled])
    sure = np.array([chance for _, chance in settled])
    each = f1_score(right, got, average=None, labels=range(len(ORDER)))
    error = calibration_error(sure, got == np.array(right))
    loss = log_loss(right, chances, labels=list(range(len(ORDER))))
    tags = " ".join(f"{code} {value:.3f}" for code, value in zip(CODES, each, strict=True))
    print(f"{name}: macro-F1 {each.mean():.3f} ({tags}), calibration error {error:.3f}, log loss {loss:.4f}")
    return float(loss)


def calibration_error(sure: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over ten bins of equal width (Guo and others 2017)."""
    bins = np.minimum((sure * 10).astype(int), 9)
    gaps = [abs(sure[bins == k].mean() - right[bins == k].mean()) * (bins == k).mean() for k in set(bins)]
    return float(sum(gaps))


def main() -> None:
    """Choose the strength by cross-validation and write the model."""
    shared = Path(sys.argv[1])
    data = list(samples(shared, every_label(shared)))
    print(Counter(CODES[row.right] for row in data))
    report(data, np.eye(len(ORDER))[[row.ruled for row in data]], "rules alone")
    best = min(STRENGTHS, key=lambda strength: report(data, held_back(data, strength), f"strength {strength}"))
    table, model = fitted(data, best)
    weights = {
        name: [round(float(value), 3) for value in column]
        for name, column in zip(table.get_feature_names_out(), model.coef_.T, strict=True)
    }
    intercept = [round(float(value), 3) for value in model.intercept_]
    weights["always"] = [round(a + b, 3) for a, b in zip(weights["always"], intercept, strict=True)]
    MODEL.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
