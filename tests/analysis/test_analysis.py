"""Small stories through the whole analysis."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attribution.analysis import analyse
from attribution.model import Analysis, Source, Statement, Tag
from attribution.policy import Policy
from attribution.reading import read_story

CODES = {Tag.ANONYMOUS: "A", Tag.OUTLET: "O", Tag.NO_COMMENT: "N", Tag.RECORD: "R", Tag.BACKGROUND: "F"}


def analysed(text: str, outlet: str | None = None) -> Analysis:
    return analyse(replace(read_story(text.encode(), "story.txt"), outlet=outlet), Policy())


def source(analysis: Analysis, statement: Statement) -> Source:
    return next(each for each in analysis.sources if each.id == statement.source)


def test_a_pronoun_means_the_speaker_before_it() -> None:
    found = analysed(
        "Ada Lind, the harbour minister, opened the bridge with Joseph Marlow on Monday. "
        "“It is late, but it is here,” Ms Lind said. She said that the tolls would fall by spring."
    )
    assert [statement.tag for statement in found.statements] == [Tag.BACKGROUND, Tag.RECORD, Tag.RECORD]
    assert {source(found, statement).name for statement in found.statements[1:]} == {"Ada Lind"}


def test_another_outlet_is_the_channel_of_a_persons_word_and_the_own_outlet_is_none() -> None:
    text = "“The bridge will open in May,” Ada Lind told CNN on Monday."
    elsewhere, own = analysed(text).statements[0], analysed(text, outlet="CNN").statements[0]
    assert (elsewhere.tag, own.tag, own.via) == (Tag.RECORD, Tag.RECORD, None)
    assert elsewhere.via is not None
    assert Tag.OUTLET in elsewhere.also


def test_an_outlet_that_reports_and_is_told_is_one_source() -> None:
    found = analysed("Reuters reported that the port would close.\n\n“It is a lie,” Ada Lund told Reuters.")
    assert [each.name for each in found.sources] == ["Reuters", "Ada Lund"]
    assert found.statements[0].source == found.statements[1].via


def test_sources_are_numbered_in_order_of_first_mention() -> None:
    found = analysed("Mayor Ann Lee said the port would close.\n\nGovernor John Roe told CNN it would not.")
    assert [(each.id, each.name) for each in found.sources] == [("s1", "Ann Lee"), ("s2", "John Roe"), ("s3", "CNN")]


def test_an_unnamed_source_with_its_reason() -> None:
    found = analysed(
        "The bridge is unsafe, said two officials, who spoke on condition of anonymity as they feared for their jobs."
    )
    assert found.statements[0].tag is Tag.ANONYMOUS
    anonymity = source(found, found.statements[0]).anonymity
    assert anonymity is not None
    assert anonymity.requested
    assert anonymity.reason is not None


def test_silence_names_who_was_asked() -> None:
    found = analysed("The bridge closed on Monday. The harbour ministry did not respond to a request for comment.")
    assert [statement.tag for statement in found.statements] == [Tag.BACKGROUND, Tag.NO_COMMENT]
    assert source(found, found.statements[1]).description == "The harbour ministry"


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    found = analysed("“The bridge is safe,” said Ada Lind, the harbour minister. “We tested every bolt last week.”")
    assert found.statements[1].tag is Tag.RECORD
    assert found.statements[1].carried
    assert found.statements[1].source == found.statements[0].source


def test_words_that_stand_for_the_source_of_two_verbs_are_one_source() -> None:
    found = analysed("A port official, who asked not to be named because she feared for her job, said it was unsafe.")
    assert [source.description for source in found.sources] == ["A port official"]


def test_the_words_of_a_request_are_nobody() -> None:
    found = analysed("A senior city official, who asked not to be named in order to speak freely, said it was unsafe.")
    assert [source.description for source in found.sources] == ["A senior city official"]


@pytest.mark.parametrize(
    ("text", "tags", "source"),
    [
        ("Ada Lind met us.\n\nA: the north door I saw.\n\nA: the south door.", "FFF", None),
        ("Ada Lind won.\n\nQ: What now?\n\nA: The losers can object.\n\nQ: And?\n\nA: A court decides.", "FFFFF", None),
        ("Ada Lind met us. She knew Per Moe.\n\nQ: Why now?\n\nA: I had time.\n\nQ: And?", "FFFRF", "Ada Lind"),
        (
            "Ada Lind met us. Lind runs a quay.\n\nQ: Why now?\n\nA: It was time. Per Moe and Moe’s son had left. "
            "They said it rained.\n\nI went too.\n\nQ: And?\n\nA: Not me.\n\nIt is May.",
            "FFFRRRRFRF",
            "Ada Lind",
        ),
        ("We met at noon.\n\nQ: Why now?\n\nA: I had time.\n\nQ: And?\n\nA: No.", "FFAFA", None),
    ],
)
def test_answers_are_the_word_of_whoever_the_introduction_is_about(text: str, tags: str, source: str | None) -> None:
    found = analysed(text)
    assert "".join(CODES[statement.tag] for statement in found.statements) == tags
    assert {each.name for each in found.sources} <= {source}


def test_a_transcript_is_its_speakers_word() -> None:
    found = analysed(
        "LIND: We tested it.\n\nMARLOW: You did not, nobody did.\n\nLIND: We did.\n\nMARLOW: When was that?"
    )
    assert {statement.tag for statement in found.statements} == {Tag.RECORD}


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Ada Lind said the bridge was safe. (The port did not respond to a request for comment.)", "RN"),
        ("Halden laid off 60 people (the company would not say when), Ada Lind said.", "R"),
        ("“We sold it,” Ada Lind said. “The fund will pay in May. We have no further comment.”", "RRR"),
        ("“We have no comment,” Ada Lind said.", "N"),
        ("They asked not to be named because staff may not speak to the press.", "A"),
        ("Critics say the plan would cost jobs.\n\n“It will create them,” said Peter Lund, the mayor.", "AR"),
        (
            "Critics say it would cost jobs, but backers say it saves them.\n\n“It will,” said Peter Lund, a smith.",
            "AR",
        ),
        ("Critics say the plan would cost jobs. “It will,” said Peter Lund, who runs a smithy.", "RR"),
        ("Analysts said the plan would cost jobs. Peter Lund, an economist at Norvik, left in May.", "AF"),
        ("Analysts said the plan would cost jobs.\n\n“Many will go,” said Peter Lund, an economist at Norvik.", "RR"),
        ("CNN reported that Ada Lind had said in a statement that she would resign.", "O"),
        ("“We made a mistake,” said CNN in a statement.", "R"),
        ("A memo sent to the crews said:\n\nOvertime needs my approval. No exceptions.\n\nIt rained.", "RRRF"),
        ("The report describes two failures:\n\nA door was shut.\n\nA lamp was out.\n\nIt rained.", "RRRF"),
        (
            "The sale of the quay to Teller has stalled, three people familiar with the talks said on Friday, because "
            "its lenders are worried about unpaid bills.",
            "A",
        ),
        ("The quay, which opened in 1911, is worried about unpaid bills.", "F"),
        ("Ada Lind wrote to the crews. She went on:\n\nI could not do it.\n\nIt rained.", "FRRF"),
        ("“It was loud,” said Ilka, who asked that her surname not be used.", "A"),
        ("Ada Lind said that she asked for her son’s name not to be printed.\n\nShe said it was loud.", "RR"),
        ("Marlow said two aides were not authorized to speak publicly.\n\nMarlow said that it was loud.", "AR"),
        ("“It was loud,” said Ilka, 26, who asked that her surname not be used. She said she ran.", "AA"),
        ("A guard, who spoke on condition of anonymity, said it was loud.\n\n“I ran,” the guard said.", "AA"),
        ("Shares fell after Reuters reported the cause of the fire.", "F"),
        ("Shares fell.\n\nThe lawsuit: A passenger filed a claim in May.", "FF"),
        ("It rained on three days:\n\nMonday was the worst of them.", "FF"),
        ("The mayor told the crews that 40 doors were shut.\n\nOn 12 of them, paint had dried.", "RF"),
        ("The report shows that 40 doors were shut. On 12 of them, paint had dried.", "RR"),
        ("A gust of 94mph was recorded at Norvik. It was the strongest since 1998, the weather service said.", "FR"),
        ("''It was loud. We ran to the quay,'' Ada Lind said. ''Nobody came for an hour and a half.''", "RRR"),
        ("Two people who read the engineers’ report said the bridge was unsafe.", "A"),
        ("Amy, 16, who sat her exams in May, said the hall was cold.\n\n“I shook,” she said.", "AA"),
        ("Amy Lund, 16, who sat her exams in May, said the hall was cold.\n\n“I shook,” Amy said.", "RR"),
        ("In the view of several directors, the sale was a mistake.", "A"),
        ("One minister was blunter: “We are sleepwalking into a very bad year.”", "A"),
        ("The dead were taken to two clinics, medics said.", "A"),
        ("The state news agency KarInform said the general had been dismissed.", "O"),
        ("The drivers could be paid in May, Radio Norvik reported.\n\nThe ferry was late, the station said.", "OO"),
        ("Norvik Build was sold in May.\n\nThe firm has been approached for comment.", "FN"),
        ("The road, known only as the Strip, is closed for the winter.", "F"),
        ("The victim was identified only as a man of 34.", "F"),
        ("Reuters reported that the sale was off.\n\nNorvik Build could not be reached on Sunday.", "ON"),
        ("Norvik Build said it was seeking buyers but refused to comment on the price.", "N"),
        ("In a letter seen by the Guardian, Joseph Marlow, the mayor, said the money was gone.", "R"),
        ("In a letter, seen by the Guardian, the mayor, Joseph Marlow, said the money was gone.", "R"),
        ("The Norvik Missourian first reported the investigation in June.", "O"),
        (
            "“I watched,” said Ilkana, a cook who asked that her last name not be used.\n\nIlkana said she laughed.",
            "AA",
        ),
        ("Norvik Build said it was seeking buyers but refused to comment on further job losses.", "N"),
        ("Norvik Build said its chief executive declined to comment on the fire.", "N"),
        ("Tories say the plan is dead.\n\n“The history of this is clear,” said Joseph Marlow, a baker.", "AR"),
        ("Critics say the plan is dead.\n\n“It will work,” said Joseph Marlow, the mayor.", "AR"),
        ("Norvik Build said it was looking into the fire but would not comment further.", "R"),
        ("Norvik Build said it declined to comment further.", "N"),
        ("Economists polled by Sabel forecast that prices rose in June.", "R"),
    ],
)
def test_tags_of_small_stories(text: str, tags: str) -> None:
    assert "".join(CODES[statement.tag] for statement in analysed(text).statements) == tags


def test_what_is_done_to_reports_is_nobodys_word() -> None:
    assert analysed("They reviewed police reports and emails. It was May.").attributions == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Jeff Lund, president of CNN, said the pier would close in May.",
        "CNN’s president, Jeff Lund, said the pier would close in May.",
        "Ada Lind, a CNN commentator, said the pier would close in May.",
    ],
)
def test_who_speaks_for_an_outlet_as_a_body_or_of_their_own_is_no_outlet(sentence: str) -> None:
    assert analysed(f"The pier was built in 1902.\n\n{sentence}").statements[-1].tag is Tag.RECORD


@pytest.mark.parametrize(
    "sentence",
    [
        "CNN’s Ada Lind said the pier would close in May.",
        "A CNN reporter said the pier would close in May.",
        "As CNN first reported, the pier would close in May.",
    ],
)
def test_an_outlets_reporter_tells_what_the_outlet_reports(sentence: str) -> None:
    story = f"The pier was built in 1902.\n\n{sentence}"
    found = analysed(story)
    assert found.statements[-1].tag is Tag.OUTLET
    assert source(found, found.statements[-1]).name == "CNN"
    assert analysed(story, outlet="CNN").statements[-1].tag is not Tag.OUTLET
