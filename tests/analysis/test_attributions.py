"""Attributions: which labelled words are kept as who says what."""

from __future__ import annotations

import numpy as np
import pytest

from attribution.analysis.attributions import attributions
from attribution.analysis.names import known_outlets
from attribution.analysis.network.reader import Reading
from attribution.analysis.quotes import quotes
from attribution.analysis.sentences import sentences
from attribution.analysis.tokens import tokens
from attribution.model import Attribution
from attribution.reading import read_story


def read(text: str, labels: str, sure: float) -> tuple[Attribution, ...]:
    """The attributions of a text whose tokens have these labels, all read as surely."""
    story = read_story(text.encode(), "story.txt")
    row = tokens(story.text)
    cut = sentences(story, row)
    assert len(labels) == len(row), [token.text for token in row]
    runs = tuple(
        "O" if letter == "-" else ("I" if i and labels[i - 1] == letter else "B") + letter
        for i, letter in enumerate(labels)
    )
    reading = Reading(runs, np.full(len(row), sure, np.float32), np.zeros((len(cut), 5), np.float32))
    return attributions(story.text, row, cut, quotes(story), reading, known_outlets(()))


def found(text: str, labels: str, sure: float) -> list[str]:
    """The cues alone."""
    return [each.cue.of(text) if each.cue else "" for each in read(text, labels, sure)]


@pytest.mark.parametrize(
    ("text", "labels", "sure"),
    [
        ("The voters fear a loss.", "SSQCC-", 0.7),
        ("It is feared that he lost.", "-QQCCC-", 0.99),
        ("The mill was closed in May.", "--CCCC-", 0.99),
        ("They plan to sell it.", "SQCCC-", 0.8),
    ],
)
def test_what_is_hardly_anybodys_word_is_dropped(text: str, labels: str, sure: float) -> None:
    assert found(text, labels, sure) == []


@pytest.mark.parametrize(
    ("text", "labels", "sure", "cue"),
    [
        ("The voters fear a loss.", "SSQCC-", 0.9, "fear"),
        ("The mayor said it rained.", "SSQCC-", 0.4, "said"),
        ("It was said that he lost.", "-QQCCC-", 0.4, "was said"),
        ("“We sold the mill in May.”", "-CCCCCCCC", 0.4, ""),
        ("It rained, according to the mayor.", "CC-QQSS-", 0.4, "according to"),
    ],
)
def test_speech_quotations_and_sure_beliefs_are_kept(text: str, labels: str, sure: float, cue: str) -> None:
    assert found(text, labels, sure) == [cue]


@pytest.mark.parametrize(
    ("text", "labels", "contents"),
    [
        ("“It rained,” he said. “It was cold.”", "-CCC-SQ--CCC--", ["It rained,", "It was cold"]),
        ("It rained, he said. It was cold.", "CC-SQ-CCC-", ["It rained", "It was cold"]),
        ("He said it rained. “It was cold.”", "SQCC--CCC--", ["it rained", "It was cold"]),
    ],
)
def test_what_is_said_on_both_sides_of_a_cue_or_quoted_behind_it_is_one_attribution(
    text: str, labels: str, contents: list[str]
) -> None:
    assert [[span.of(text) for span in each.content] for each in read(text, labels, 0.9)] == [contents]


def test_a_sentence_behind_what_a_cue_has_told_is_not_the_cues() -> None:
    text = "He said it rained. It was cold."
    assert [[span.of(text) for span in each.content] for each in read(text, "SQCC-CCC-", 0.9)] == [["it rained"]]


def test_a_quotation_is_not_told_by_what_is_done_in_the_next_sentence() -> None:
    text = "“It is cold.” The men hold a meeting."
    assert next(each.source for each in read(text, "-CCC--SSQQC-", 0.9)) is None


def test_a_quotation_is_told_by_who_speaks_in_the_next_sentence() -> None:
    text = "“It is cold.” The men said it rained."
    assert [[span.of(text) for span in each.content] for each in read(text, "-CCC--SSQCC-", 0.9)] == [
        ["It is cold", "it rained"]
    ]


@pytest.mark.parametrize(
    ("text", "labels", "source"),
    [
        ("It rained, two men at sea and it said.", "CC-------Q-", None),
        ("It rained, what people on it said.", "CC-----Q-", None),
        ("It rained, two people briefed on it said.", "CC------Q-", "two people briefed on it"),
    ],
)
def test_people_described_behind_a_comma_are_the_source(text: str, labels: str, source: str | None) -> None:
    (only,) = read(text, labels, 0.9)
    assert (only.source.of(text) if only.source else None) == source


@pytest.mark.parametrize(
    ("text", "labels", "source"),
    [
        ("It rained, according to press reports.", "CC-QQSQ-", "press reports"),
        ("He, according to reports, said it rained.", "C-QQS-QCC-", "reports"),
        ("An aide, who asked not to be named, said it rained.", "---SSSSSS-QCC-", "who"),
        ("An aide, who asked not to be named, said it rained.", "SSSSSSSSS-QCC-", "An aide"),
        ("Al, known only as Bo, said it rained.", "SSSSSS-QCC-", "Al, known only as Bo"),
    ],
)
def test_a_source_has_its_last_word_and_not_its_request(text: str, labels: str, source: str) -> None:
    assert {each.source and each.source.of(text) for each in read(text, labels, 0.9)} == {source}
