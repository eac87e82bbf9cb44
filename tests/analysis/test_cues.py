"""Cues: what reports no speech, then what does."""

from __future__ import annotations

import pytest

from attribution.analysis.cues import Speech, denies, reads, thinks, with_agent
from attribution.model import Kind, Span


@pytest.mark.parametrize("cue", ["accused of", "suspected of", "was accused of", "has been accused of"])
def test_who_is_accused_says_nothing(cue: str) -> None:
    assert reads(cue, Kind.PERSON, "bribery", quoted=False) is Speech.NOT


@pytest.mark.parametrize("cue", ["accused", "was accused by"])
def test_who_accuses_speaks(cue: str) -> None:
    assert reads(cue, Kind.PERSON, "the mayor of bribery", quoted=False) is Speech.SAYS


@pytest.mark.parametrize("cue", ["was denied", "rejected", "declined"])
def test_no_denial(cue: str) -> None:
    assert not denies(cue)


@pytest.mark.parametrize("cue", ["denied", "has denied", "vigorously denies"])
def test_a_denial(cue: str) -> None:
    assert denies(cue)


@pytest.mark.parametrize("cue", ["said", "told reporters", "has denied"])
def test_speech_is_no_thought(cue: str) -> None:
    assert not thinks(cue)


@pytest.mark.parametrize("cue", ["believes", "has long feared", "hopes"])
def test_thought(cue: str) -> None:
    assert thinks(cue)


@pytest.mark.parametrize(
    ("sentence", "cue", "source", "right"),
    [
        ("The tax was criticised in May by unions.", "was criticised", "unions", "was criticised"),
        ("Unions criticised the tax by letter.", "criticised", "Unions", "criticised"),
        ("The tax was criticised.", "was criticised", None, "was criticised"),
        ("The tax was criticised by unions.", "was criticised", "unions", "was criticised by"),
    ],
)
def test_a_passive_goes_as_far_as_the_one_who_speaks(sentence: str, cue: str, source: str | None, right: str) -> None:
    place = Span(sentence.index(cue), sentence.index(cue) + len(cue))
    who = None if source is None else Span(sentence.index(source), sentence.index(source) + len(source))
    assert with_agent(sentence, place, who) == right


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("asked", "whether the pier was safe"),
        ("asked", "the minister how much it cost"),
        ("made comments about", "the pier"),
        ("drew criticism", "of the pier"),
        ("made no mention of", "the pier"),
        ("wondered", "who would pay"),
        ("spoke to", "the crews"),
    ],
)
def test_what_claims_nothing_is_no_speech(cue: str, content: str) -> None:
    assert reads(cue, Kind.PERSON, content, quoted=False) is Speech.NOT


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("asked", "the court to close the pier"),
        ("asked for", "a new pier"),
        ("mentioned", "that the pier was closed"),
        ("questioned", "the cost of the pier"),
        ("attributed", "the delay to the weather"),
        ("spoke of", "a scandal"),
        ("has made the case", "that the pier is safe"),
        ("took issue with", "the report"),
    ],
)
def test_what_claims_something_is_speech(cue: str, content: str) -> None:
    assert reads(cue, Kind.PERSON, content, quoted=False) is Speech.SAYS


def test_who_finds_something_says_nothing_but_a_group_without_a_name_does() -> None:
    assert reads("found", Kind.PERSON, "that the pier was safe", quoted=False) is Speech.NOT
    assert reads("found", Kind.UNNAMED_GROUP, "that the pier was safe", quoted=False) is Speech.SAYS
