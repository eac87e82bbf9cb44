"""brat's standoff files: each annotation is a line of the format, and holds just the words that it points to."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.brat import configuration, standoff
from attribution.model import Role, Span, Statement, Tag
from attribution.report import Report
from tests.builders import story_of
from tests.samples import HOSTILE, brief, ferries, judged, quoting

BOUND = re.compile(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)")
REST = {
    "R": re.compile(r"R\d+\t(\w+) Arg1:(T\d+) Arg2:(T\d+)"),
    "*": re.compile(r"\*\t(\w+)((?: T\d+){2,})"),
    "A": re.compile(r"A\d+\t(\w+) (T\d+)(?: ([\w.]+))?"),
    "#": re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t([^\t]+)"),
}
WORDS = st.one_of(st.text(st.characters(codec="utf-8"), min_size=1, max_size=80), st.sampled_from(HOSTILE))
SEVERAL = pytest.mark.parametrize("report", [ferries(), judged(), brief()], ids=["ferries", "judged", "brief"])


def lines(report: Report, letter: str) -> list[str]:
    return [line for line in standoff(report).annotations.splitlines() if line.startswith(letter)]


def bound(report: Report) -> dict[str, tuple[str, str]]:
    """Label and words of each text-bound annotation, checked as brat's own reader checks them."""
    text, found = standoff(report).text, {}
    for line in lines(report, "T"):
        match = BOUND.fullmatch(line)
        assert match, line
        id_, label, places, words = match.groups()
        spans = [tuple(map(int, place.split())) for place in places.split(";")]
        assert words == " ".join(text[start:end] for start, end in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans)), "apart and in order"
        found[id_] = label, words
    return found


def check(report: Report) -> None:
    """Every line has its form, every id is unique and every reference is to something bound."""
    made, known = standoff(report), bound(report)
    assert made.text == report.story.text
    ids = [line.split("\t")[0] for line in made.annotations.splitlines() if not line.startswith("*")]
    assert len(set(ids)) == len(ids)
    for letter, form in REST.items():
        for line in lines(report, letter):
            assert form.fullmatch(line), line
            assert set(re.findall(r"\bT\d+\b", line.partition("\t")[2].partition("\t")[0])) <= set(known)
    assert len(known) + sum(len(lines(report, letter)) for letter in REST) == len(made.annotations.splitlines())


@SEVERAL
def test_every_line_has_its_form(report: Report) -> None:
    check(report)


@settings(max_examples=100)
@given(WORDS)
def test_no_word_of_a_story_makes_a_line(words: str) -> None:
    check(quoting(words))
    assert {label for label, _ in bound(quoting(words)).values()} >= {"AnonymousSourced", "Cue"}


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: ascii(words[:20]))
def test_hostile_words_are_words(words: str) -> None:
    contents = [held for label, held in bound(quoting(words)).values() if label == "Content"]
    assert ["".join(content.split()) for content in contents] == ["".join(words.split())]


def test_statements_have_their_tags() -> None:
    labels = {"AnonymousSourced", "ReportedByOtherOutlet", "NoComment", "OnRecord", "FactualBackground"}
    found = [(label, words) for label, words in bound(ferries()).values() if label in labels]
    text = ferries().story.text
    assert [words for _, words in found] == [each.span.of(text) for each in ferries().statements]
    assert found[3][0] == "OnRecord"


def test_relations_say_who_says_what() -> None:
    known = bound(ferries())
    said = [match.groups() for line in lines(ferries(), "R") if (match := REST["R"].fullmatch(line))]
    told = [(name, known[one][1], known[other][1]) for name, one, other in said]
    assert told[:2] == [("SaidBy", "said", "Mara Lindqvist"), ("Says", "said", "“Nobody told us,”")]
    assert ("Via", "“Nobody told us,” said Mara Lindqvist, chair of the passengers’ council.", "The Courier") in told
    same = lines(ferries(), "*")
    assert len(same) == 1
    assert {known[id_][1] for id_ in re.findall(r"T\d+", same[0])} == {
        "Mara Lindqvist",
        "Mara Lindqvist, chair of the passengers’ council",
    }


def test_attributes_say_how_sure_the_tag_is_and_what_else_holds() -> None:
    known = bound(ferries())
    said = {
        (match[1], known[match[2]][1], match[3]) for line in lines(ferries(), "A") if (match := REST["A"].match(line))
    }
    assert ("Confidence", "Critics say the ferries are too old.", "0.5") in said
    assert ("Kind", "Critics", "UnnamedGroup") in said
    assert ("Carried", "“We would have liked to hear it from the mayor.”", None) in said
    assert [words for name, words, _ in said if name == "AlsoReportedByOtherOutlet"] == [
        "“Nobody told us,” said Mara Lindqvist, chair of the passengers’ council."
    ]


def test_findings_are_notes_on_their_words() -> None:
    known = bound(judged())
    notes = [match.groups() for line in lines(judged(), "#") if (match := REST["#"].fullmatch(line))]
    assert [(known[id_][0], note) for id_, note in notes] == [
        ("FindingWarning", "warning BKG501 weasel-words: Nobody speaks. → Name one critic."),
        (
            "FactualBackground",
            "warning BKG501 weasel-words: the whole story: Nobody speaks. → Name one critic. "
            "(allowed: agreed with the desk, line 3)",
        ),
    ]


def test_a_span_over_several_lines_is_cut_at_their_ends() -> None:
    text = "One\n two\n\nthree."
    story = story_of(text, [(Span(0, len(text)), Role.BODY)])
    statement = Statement(Span(0, len(text)), 0, Tag.BACKGROUND, (), 0.9, None, None, carried=False)
    report = replace(brief(), story=story, statements=(statement,))
    assert standoff(report).annotations == (
        "T1\tFactualBackground 0 3;5 8;10 16\tOne two three.\nA1\tConfidence T1 0.9\n"
    )


@SEVERAL
def test_the_configuration_knows_every_label(report: Report) -> None:
    sections = re.split(r"^\[(\w+)\]\n", configuration(), flags=re.MULTILINE)
    known = {
        name: {line.split("\t")[0] for line in section.splitlines()}
        for name, section in zip(sections[1::2], sections[2::2], strict=True)
    }
    assert list(known) == ["entities", "relations", "events", "attributes"]
    assert {label for label, _ in bound(report).values()} <= known["entities"]
    used = {line.split("\t")[1].split()[0] for letter in "R*" for line in lines(report, letter)}
    assert used <= known["relations"]
    assert {line.split("\t")[1].split()[0] for line in lines(report, "A")} <= known["attributes"]
