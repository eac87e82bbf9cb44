"""Settling: what cannot change, then what a switched sentence takes with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.analysis.decisions import Answer, Decision, Ground
from attribution.analysis.evidence import ATTRIBUTED, ORDER, Evidence, Figures, Link, features, link
from attribution.analysis.governing import MainClause, main_clause
from attribution.analysis.settling import chosen, near, possible, probabilities, settled
from attribution.analysis.tokens import tokens
from attribution.analysis.voices import Voice
from attribution.model import Attribution, Kind, Sentence, Span, Tag

SHARES = st.lists(st.floats(0.001, 1), min_size=5, max_size=5).map(lambda row: tuple(x / sum(row) for x in row))
DECISIONS = st.builds(
    lambda tag, ground: Decision(Answer(tag, None, ground)),
    st.sampled_from(Tag),
    st.sampled_from(sorted(set(Ground) - {Ground.PRINTED, Ground.REQUEST, Ground.INTRODUCED}, key=str)),
)
ROWS = st.lists(
    st.builds(
        Evidence,
        DECISIONS,
        SHARES,
        st.floats(0, 1),
        st.floats(0, 1),
        st.integers(0, 3),
        st.booleans(),
        st.sampled_from(Figures),
        st.integers(0, 3),
        st.sampled_from(Link),
        st.sampled_from(MainClause),
        st.booleans(),
        st.booleans(),
    ),
    min_size=0,
    max_size=6,
)


def _sentences(count: int) -> list[Sentence]:
    return [Sentence(Span(10 * i, 10 * i + 9), i, 2 * i, 2 * i + 2) for i in range(count)]


@given(ROWS)
def test_every_sentence_keeps_one_tag_with_the_probability_of_the_likeliest(rows: list[Evidence]) -> None:
    found = settled(rows, _sentences(len(rows)))
    assert len(found) == len(rows)
    for i, (decision, chances) in enumerate(zip(found, probabilities(rows), strict=True)):
        assert abs(sum(chances) - 1) < 1e-6
        before = [found[k] for k in near(i, _sentences(len(rows)))]
        tag, chance = chosen(rows[i], before, chances)
        assert decision.main.tag is tag
        assert decision.confidence == min(round(chance, 2), 0.99)
        assert chance >= max(chances[ORDER.index(Tag.NO_COMMENT)], chances[ORDER.index(Tag.BACKGROUND)])


@given(ROWS)
def test_nothing_becomes_an_outlets_or_an_unnamed_sources_word_where_none_is_in_sight(rows: list[Evidence]) -> None:
    sentences = _sentences(len(rows))
    found = settled(rows, sentences)
    for i, decision in enumerate(found):
        in_sight = {rows[i].decision.main.tag, *(found[k].main.tag for k in near(i, sentences))}
        assert {decision.main.tag} & {Tag.ANONYMOUS, Tag.OUTLET} <= in_sight


@given(ROWS)
def test_whose_word_it_is_the_rules_decide(rows: list[Evidence]) -> None:
    for row in rows:
        spoken = set(possible(row, [])) & set(ATTRIBUTED)
        assert row.decision.main.tag not in ATTRIBUTED or spoken == {row.decision.main.tag}


@pytest.mark.parametrize(
    ("description", "asked", "tags"),
    [
        ("an aide", False, {Tag.ANONYMOUS}),
        ("aides", False, {Tag.ANONYMOUS}),
        ("critics", False, {Tag.ANONYMOUS}),
        ("some Democrats", False, {Tag.ANONYMOUS}),
        ("the researchers", True, {Tag.ANONYMOUS}),
        ("the researchers", False, {Tag.ANONYMOUS, Tag.RECORD}),
        ("the aides", False, {Tag.ANONYMOUS, Tag.RECORD}),
        ("researchers", False, {Tag.ANONYMOUS, Tag.RECORD}),
        ("a judge", False, {Tag.ANONYMOUS, Tag.RECORD}),
    ],
)
def test_people_without_a_name_can_be_known_unless_new_or_unwilling(
    description: str, asked: bool, tags: set[Tag]
) -> None:
    voice = Voice(Kind.UNNAMED_GROUP, None, description.split()[-1], description, asked=asked)
    row = replace(_row(Tag.ANONYMOUS, Ground.CUE, NETWORK), decision=Decision(Answer(Tag.ANONYMOUS, voice, Ground.CUE)))
    assert set(possible(row, [])) & set(ATTRIBUTED) == tags


@pytest.mark.parametrize(
    ("voice", "is_unlisted", "tags"),
    [
        (Voice(Kind.ORGANIZATION, "Port Authority", "", "the Port Authority"), False, {Tag.RECORD}),
        (Voice(Kind.PERSON, "Ada Lind", "", "Ada Lind"), False, {Tag.RECORD}),
        (Voice(Kind.ORGANIZATION, "Sabel Talk", "", "Sabel Talk"), True, {Tag.RECORD, Tag.OUTLET}),
        (Voice(Kind.ORGANIZATION, None, "rigger", "one rigger"), False, {Tag.RECORD, Tag.ANONYMOUS}),
    ],
)
def test_only_what_no_list_knows_can_be_an_outlet_or_people(voice: Voice, is_unlisted: bool, tags: set[Tag]) -> None:
    row = replace(_row(Tag.RECORD, Ground.CUE, NETWORK), decision=Decision(Answer(Tag.RECORD, voice, Ground.CUE)))
    assert set(possible(replace(row, may_be_outlet=is_unlisted), [])) & set(ATTRIBUTED) == tags


def test_what_a_source_that_asked_says_is_an_unnamed_sources_word() -> None:
    voice = Voice(Kind.UNNAMED_PERSON, None, "aide", "the aide", asked=True)
    row = replace(_row(Tag.ANONYMOUS, Ground.CUE, NETWORK), decision=Decision(Answer(Tag.ANONYMOUS, voice, Ground.CUE)))
    assert chosen(row, [], (0.1, 0.0, 0.0, 0.5, 0.4)) == (Tag.ANONYMOUS, pytest.approx(0.6))


@pytest.mark.parametrize(("is_brief", "link"), [(True, Link.NONE), (False, Link.NOW)])
def test_a_mark_a_time_of_day_or_how_things_stand_is_nobodys_word(is_brief: bool, link: Link) -> None:
    row = replace(_row(Tag.BACKGROUND, Ground.NOTHING, (0.0, 0.0, 0.0, 1.0, 0.0)), brief=is_brief, link=link)
    assert settled([row], _sentences(1))[0].main.tag is Tag.BACKGROUND
    assert Tag.RECORD in possible(replace(row, quoted=0.9), [])


@given(ROWS)
def test_a_sentence_that_keeps_its_tag_keeps_its_answer(rows: list[Evidence]) -> None:
    for row, decision in zip(rows, settled(rows, _sentences(len(rows))), strict=True):
        if decision.main.tag is row.decision.main.tag:
            assert decision.main is row.decision.main


NETWORK = (0.2, 0.2, 0.2, 0.2, 0.2)


def _row(tag: Tag, ground: Ground, network: tuple[float, ...]) -> Evidence:
    return Evidence(
        Decision(Answer(tag, None, ground)),
        network,
        0.0,
        0.0,
        0,
        brief=False,
        figures=Figures.NONE,
        paragraph=0,
        link=Link.NONE,
        beside=MainClause.NONE,
        may_be_outlet=False,
        in_body=True,
    )


@pytest.mark.parametrize(("tag", "ground"), [(Tag.RECORD, Ground.PRINTED), (Tag.ANONYMOUS, Ground.REQUEST)])
def test_what_the_eye_sees_is_not_weighed(tag: Tag, ground: Ground) -> None:
    assert settled([_row(tag, ground, (0.0, 0.0, 0.0, 0.0, 1.0))], _sentences(1))[0].main.tag is tag


def test_beyond_the_ends_of_a_story_stands_what_stands_in_it() -> None:
    row = _row(Tag.RECORD, Ground.CUE, (0.1, 0.0, 0.0, 0.8, 0.1))
    alone, among = features([row], 0), features([row, row, row], 1)
    assert alone == among


@pytest.mark.parametrize(
    ("tags", "link", "is_told"),
    [
        ([], Link.WOULD, False),
        ([Tag.RECORD, Tag.BACKGROUND], Link.WOULD, False),
        ([Tag.RECORD, Tag.RECORD], Link.NONE, False),
        ([Tag.RECORD, Tag.RECORD], Link.WOULD, True),
    ],
)
def test_a_would_behind_nothing_but_speech(tags: list[Tag], link: Link, is_told: bool) -> None:
    voice = Voice(Kind.PERSON, "Ada Lind", "", "Ada Lind")
    row = _row(Tag.BACKGROUND, Ground.NOTHING, NETWORK)
    before = [replace(row, decision=Decision(Answer(tag, voice, Ground.CUE))) for tag in tags]
    found = features([*before, replace(row, link=link)], len(tags))
    assert ("would, all before it of person" in found) is is_told


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("The gate was shut for a week .", Link.NONE),
        ("The price of the house fell .", Link.NONE),
        ("The now empty hall is for sale .", Link.NONE),
        ("Now the terminal is quiet .", Link.NOW),
        ("For now the terminal is quiet .", Link.NOW),
        ("So far nobody has been charged .", Link.NOW),
        ("The work would take a year .", Link.WOULD),
    ],
)
def test_what_ties_a_sentence_to_what_was_said_before_it(sentence: str, right: Link) -> None:
    assert link(sentence.split()) is right


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("Unions sued the port , saying it was late .", MainClause.ACT),
        ("Unions condemned the port , saying it was late .", MainClause.SPEECH),
        ("Unions were calm about it , saying it was late .", MainClause.OTHER),
        ("Unions went on saying it was late .", MainClause.NONE),
        ("Unions , however , saying it was late , left .", MainClause.NONE),
    ],
)
def test_what_stands_before_a_participle_of_speech(sentence: str, right: MainClause) -> None:
    row = tokens(sentence)
    cue = sentence.index("saying")
    said = Attribution(0, Span(cue, cue + len("saying")), Span(0, len("Unions")), (), 1.0)
    whole = Sentence(Span(0, len(sentence)), 0, 0, len(row))
    assert main_clause(None, row, whole) is MainClause.NONE
    assert main_clause(said, row, whole) is right
