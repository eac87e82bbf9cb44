"""Sources read by form: behind their verb, in front of a colon. What must stay as it is comes first."""

from __future__ import annotations

import pytest

from attribution.analysis.colons import with_speaker
from attribution.analysis.credits import headline_credits
from attribution.analysis.inverted import with_inverted_subject
from attribution.analysis.names import known_outlets
from attribution.analysis.tokens import tokens
from attribution.model import Attribution, Sentence, Span


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _of(text: str, *, source: str = "", cue: str = "", content: str = "") -> tuple[Attribution, Sentence]:
    row = tokens(text)
    found = Attribution(
        0,
        _span(text, cue) if cue else None,
        _span(text, source) if source else None,
        (_span(text, content),) if content else (),
        0.9,
    )
    return found, Sentence(Span(0, len(text)), 0, 0, len(row))


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The sale is off, she said on Friday.", "she", "said"),
        ("The sale is off, she said.", "", "said"),
        ("The sale, said to be large, is off.", "", "said"),
        ("Later the Echo, citing two aides, said at least three banks had lent it money.", "", "said"),
    ],
)
def test_no_subject_behind_its_verb(text: str, source: str, cue: str) -> None:
    found, sentence = _of(text, source=source, cue=cue)
    assert with_inverted_subject(found, tokens(text), sentence) == found


@pytest.mark.parametrize(
    ("text", "source", "subject"),
    [
        ("The sale is off, said a banker, who asked not to be named.", "", "a banker"),
        (
            "The sale is off, said one banker with knowledge of the talks, who asked not to be named.",
            "",
            "one banker with knowledge of the talks",
        ),
        (
            "The sale is off, said a banker, who asked not to be named.",
            "The sale is off, said a banker, who",
            "a banker",
        ),
        ("The sale is off, insists Ada Lind.", "", "Ada Lind"),
        ("“The sale is off,” said one of the people.", "", "one of the people"),
    ],
)
def test_a_subject_behind_its_verb(text: str, source: str, subject: str) -> None:
    cue = "asked" if source else "insists" if "insists" in text else "said"
    found, sentence = _of(text, source=source, cue=cue)
    assert with_inverted_subject(found, tokens(text), sentence).source == _span(text, subject)


@pytest.mark.parametrize(
    "text",
    [
        "The rules are plain: “No entry after nine.”",
        "When the minister was ill: “No entry after nine.”",
        "He wore a badge: “No entry after nine.”",
    ],
)
def test_nobody_speaks_in_front_of_a_colon(text: str) -> None:
    found, sentence = _of(text, content="“No entry after nine.”")
    assert with_speaker(found, tokens(text), sentence) == found


def test_who_was_blunt_in_front_of_a_colon_speaks() -> None:
    text = "One minister was blunter: “No entry after nine.”"
    found, sentence = _of(text, content="“No entry after nine.”")
    assert with_speaker(found, tokens(text), sentence).source == _span(text, "One minister")


@pytest.mark.parametrize(
    "text",
    [
        "Ferry strike in the north: the workers",
        "Ferry strike in the north: what passengers ask",
        "Ferry strike in the north to go on - BBC",
        "The ferry strike in the north: Nikkei.",
        "Live: union",
        "Norvik to cut forty jobs: Harbour",
        "Harbour: Norvik to cut forty jobs",
    ],
)
def test_a_headline_without_a_credit(text: str) -> None:
    row = tokens(text)
    assert list(headline_credits(row, [Sentence(Span(0, len(text)), 0, 0, len(row))], known_outlets(()))) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Norvik in talks to sell its camera unit: Nikkei", "Nikkei"),
        ("Ferry strike in the north to go on - union", "union"),
        ("Norvik to cut forty jobs: two sources", "two sources"),
        ("Norvik to cut forty jobs: Report", "Report"),
        ("Report: Norvik to cut forty jobs", "Report"),
    ],
)
def test_the_credit_of_a_headline(text: str, source: str) -> None:
    row = tokens(text)
    (found,) = headline_credits(row, [Sentence(Span(0, len(text)), 0, 0, len(row))], known_outlets(()))
    assert found.source is not None
    assert found.source.of(text) == source


def test_a_newsrooms_own_list_of_outlets_holds_in_headlines() -> None:
    text = "Norvik in talks to sell its camera unit: Kvällen"
    row = tokens(text)
    (found,) = headline_credits(row, [Sentence(Span(0, len(text)), 0, 0, len(row))], known_outlets((("Kvällen",),)))
    assert found.source == Span(text.index("Kvällen"), len(text))


def test_a_sentence_of_a_longer_paragraph_is_no_headline() -> None:
    text = "Ferry strike in the north to go on: union"
    row = tokens(text)
    further = Sentence(Span(len(text), len(text)), 0, len(row), len(row))
    sentences = [Sentence(Span(0, len(text)), 0, 0, len(row)), further]
    assert list(headline_credits(row, sentences, known_outlets(()))) == []
