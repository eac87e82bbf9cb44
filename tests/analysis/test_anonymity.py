"""Anonymity: a request is no reason; a reason is the clause behind it."""

from __future__ import annotations

import pytest

from attribution.analysis.anonymity import request
from attribution.model import Span


@pytest.mark.parametrize(
    "text",
    [
        "The firm declined to comment.",
        "Two people briefed on the sale said it was off.",
        "She asked to be moved.",
        "Neither would be named until Friday.",
        "Neither would be moved.",
    ],
)
def test_no_request(text: str) -> None:
    assert request(text, Span(0, len(text))) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("An aide, speaking on condition of anonymity, said the vote was lost.", None),
        (
            "A clerk, who spoke on condition of anonymity because she feared for her job, said so.",
            "because she feared for her job",
        ),
        (
            "Sources, who spoke on condition of anonymity due to the private nature of the talks, said so.",
            "due to the private nature of the talks",
        ),
        ("Neither would be identified because of the talks.", "because of the talks"),
        ("Both spoke on the condition that their names not be used, citing a contract.", "citing a contract"),
        ("None of them agreed to be quoted by name.", None),
        ("The driver declined to be named for fear of losing his licence.", "for fear of losing his licence"),
        (
            "A nurse who was not authorized to speak publicly said the ward was full.",
            "who was not authorized to speak publicly",
        ),
    ],
)
def test_request_and_reason(text: str, reason: str | None) -> None:
    found = request(text, Span(0, len(text)))
    assert found is not None
    assert (found.reason.of(text) if found.reason else None) == reason
