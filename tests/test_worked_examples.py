"""Three stories whose score was worked out by hand, from the published formula, before anybody ran the tool."""

from __future__ import annotations

from pathlib import Path

import pytest

from attribution.audit import audit
from attribution.policy import Policy
from attribution.reading import read_story
from attribution.report import Report
from attribution.scoring.parts import Confidence

STORIES = Path(__file__).parent / "stories"


def audited(name: str) -> Report:
    path = STORIES / f"{name}.txt"
    return audit(read_story(path.read_bytes(), str(path)), Policy())


@pytest.mark.parametrize(
    ("name", "values", "deduction", "value", "grade", "confidence"),
    [
        ("investigation", (0.888, 0.957, 1.0, 1.0, 0.8), 0.0, 93.8, "A", Confidence.HIGH),
        ("scoop", (0.369, 0.682, 0.766, 0.6, 1 / 3), 12.0, 43.4, "D", Confidence.HIGH),
        ("aggregation", (0.358, 0.75, 0.258, None, 0.5), 13.9, 30.9, "E", Confidence.MEDIUM),
    ],
)
def test_worked_example(
    name: str,
    values: tuple[float | None, ...],
    deduction: float,
    value: float,
    grade: str,
    confidence: Confidence,
) -> None:
    made = audited(name).score
    found = [each.value for each in made.components]
    assert [each is None for each in found] == [each is None for each in values]
    pairs = zip(found, values, strict=True)
    assert all(one == pytest.approx(other, abs=0.01) for one, other in pairs if one is not None)
    assert made.deduction is not None
    assert made.deduction.points == pytest.approx(deduction, abs=0.1)
    assert made.value == pytest.approx(value, abs=1.0)
    assert (made.grade, made.confidence) == (grade, confidence)


def test_the_targets_and_their_replies() -> None:
    assert [(each.name, each.reply.name) for each in audited("investigation").targets] == [("Halden Rail", "ANSWERED")]
    assert [(each.name, each.reply.name) for each in audited("scoop").targets] == [("White House", "SOUGHT")]
    assert audited("aggregation").targets == ()
