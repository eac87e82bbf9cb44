"""The score: worked examples, its caps, and every case in which there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attribution.facts.claims import Claim
from attribution.facts.targets import Reply, Target
from attribution.model import Kind, Role, Tag
from attribution.scoring.parts import Confidence
from attribution.scoring.score import score
from tests.builders import Cast, claim, facts_of, make, scored, target

CEO = Cast(Kind.PERSON, 4, 1.0, 1.0, "Jane Roe, chief executive of Halden", "Jane Roe", "Halden")
SPOKESMAN = Cast(Kind.PERSON, 2, 1.0, 1.0, "agency spokesman Al Dent", "Al Dent", "the agency")
FILING = Cast(Kind.DOCUMENT, 3, 1.0, 1.0, "a court filing of 3 May", "court filing")
MANAGER = Cast(
    Kind.UNNAMED_PERSON, 4, 0.6, 1.0, "a former compliance manager at Halden who reviewed the logs",
    reason="because he fears a lawsuit", also=(Tag.RECORD,),
)  # fmt: skip
PEOPLE = Cast(Kind.UNNAMED_GROUP, 6, 0.0, 1.0, "people familiar with the matter")
OFFICIAL = Cast(
    Kind.UNNAMED_PERSON, 2, 0.4, 1.0, "a senior White House official", affiliation="the White House",
    reason="to speak candidly",
)  # fmt: skip
LAWMAKER = Cast(Kind.PERSON, 1, 1.0, 1.0, "Senator Ann Lee", "Ann Lee", "the Senate")
CNN = Cast(Kind.OUTLET, 1, 0.8, 0.5, "CNN", "CNN")
UNDERSTOOD = Cast(Kind.OUTLET, 1, 0.0, 0.0, "reportedly")
DAILY_POST = Cast(Kind.OUTLET, 3, 0.4, 0.3, "The Daily Post, citing two unnamed officials", "The Daily Post")
REPORTEDLY = replace(UNDERSTOOD, times=2)
MINISTER = Cast(Kind.PERSON, 1, 1.0, 0.7, "the minister, Bo Ek", "Bo Ek", "the ministry")

INVESTIGATION = ((CEO, SPOKESMAN, FILING, MANAGER), 620)
SCOOP = ((PEOPLE, OFFICIAL, LAWMAKER, CNN, UNDERSTOOD), 480)
AGGREGATION = ((DAILY_POST, REPORTEDLY, MINISTER), 210)


@pytest.mark.parametrize(
    ("example", "identification", "independence", "first_hand", "deduction", "confidence"),
    [
        (INVESTIGATION, 6.346 / 7.146, 3 / (620 / 150 - 1), 1.0, 0.0, Confidence.HIGH),
        (SCOOP, 2.3657 / 6.4142, 1.5 / 2.2, 4.9142 / 6.4142, 20 * 3.8463 / 6.4142, Confidence.HIGH),
        (AGGREGATION, 1.6928 / 4.7321, 0.75, 1.2196 / 4.7321, 20 * 3.2990 / 4.7321, Confidence.MEDIUM),
    ],
    ids=["investigation", "scoop", "aggregation"],
)
def test_worked_example(
    example: tuple[tuple[Cast, ...], int],
    identification: float,
    independence: float,
    first_hand: float,
    deduction: float,
    confidence: Confidence,
) -> None:
    made = scored(*example)
    values = [each.value for each in made.components]
    assert values[:3] == pytest.approx([identification, independence, first_hand], abs=5e-4)
    assert values[3:] == [None, None]
    assert made.deduction is not None
    assert made.deduction.points == pytest.approx(deduction, abs=0.05)
    base = (30 * identification + 20 * independence + 20 * first_hand) / 70 * 100
    assert made.value == pytest.approx(base - deduction, abs=0.1)
    assert made.confidence is confidence


def test_handling_of_the_worked_examples() -> None:
    weights_and_handling = [(INVESTIGATION, 1.0), (SCOOP, 1 - 3.8463 / 4.4142), (AGGREGATION, 1 - 3.2990 / 3.7321)]
    for example, handled in weights_and_handling:
        deduction = scored(*example).deduction
        assert deduction is not None
        assert deduction.handling == pytest.approx(handled, abs=5e-4)


@pytest.mark.parametrize(
    ("casts", "words", "limit"),
    [
        (tuple(replace(OFFICIAL, affiliation=str(i), times=4) for i in range(2)), 200, 39),
        ((replace(PEOPLE, times=2), *(replace(CEO, affiliation=str(i), times=4) for i in range(6))), 300, 59),
    ],
    ids=["nobody identified", "undescribed opening"],
)
def test_caps_hold_the_score_down(casts: tuple[Cast, ...], words: int, limit: int) -> None:
    made = scored(casts, words)
    assert made.value == limit
    assert limit in [cap.limit for cap in made.capped_by]
    assert made.because == made.capped_by[0].because


def test_one_source_stays_below_its_cap_while_two_components_do_not_apply() -> None:
    made = scored((CEO, replace(CEO, name="Al Dent")), 300)
    assert made.value == 71.4
    assert made.capped_by == ()


def test_a_serious_accusation_without_an_answer_caps_the_score() -> None:
    others = tuple(replace(CEO, affiliation=str(index)) for index in range(6))
    unheard = scored(
        others, 620, targets=(*[target(Reply.ANSWERED, str(i)) for i in range(9)], target(Reply.NONE, is_serious=True))
    )
    assert unheard.value == 69
    assert "Marlow Homes" in unheard.because
    for reply in (Reply.UNCLEAR, Reply.SOUGHT, Reply.REFUSED, Reply.ANSWERED):
        assert scored(others, 620, targets=(target(reply, is_serious=True),)).capped_by == ()
    assert scored(others, 620, targets=(target(Reply.NONE),)).capped_by == ()


@pytest.mark.parametrize(
    ("targets", "claims", "applying"),
    [
        ((), (), ("identification", "independence", "first_hand")),
        ((target(Reply.SOUGHT),), (), ("identification", "independence", "first_hand", "right_of_reply")),
        ((), (claim(is_grounded=True),), ("identification", "independence", "first_hand", "grounded_claims")),
    ],
)
def test_weights_go_to_the_components_that_apply(
    targets: tuple[Target, ...], claims: tuple[Claim, ...], applying: tuple[str, ...]
) -> None:
    made = scored((CEO, FILING), 300, targets=targets, claims=claims)
    assert tuple(each.name for each in made.components if each.value is not None) == applying


def test_replies_and_claims_are_means() -> None:
    made = scored(
        (CEO,),
        300,
        targets=[target(reply, reply.name) for reply in Reply],
        claims=[claim(is_grounded=i < 3) for i in range(4)],
    )
    values = {each.name: each.value for each in made.components}
    assert values["right_of_reply"] == pytest.approx((1 + 0.8 + 0.6 + 0.3 + 0) / 5)
    assert values["grounded_claims"] == 0.75


def test_anonymity_for_an_opinion_or_an_attack_is_handled_worse() -> None:
    fair, unfair = (scored((CEO, MANAGER), 400, misused=frozenset(ids)) for ids in ((), ("s2",)))
    assert fair.deduction is not None
    assert unfair.deduction is not None
    assert fair.deduction.points < unfair.deduction.points


def test_a_cap_that_does_not_bind_is_not_listed() -> None:
    assert scored(*SCOOP).capped_by == ()


def test_no_attributed_statement() -> None:
    made = scored((), 400)
    assert (made.value, made.grade, made.confidence, made.interval) == (None, "N", None, None)
    assert made.components == ()


def test_refusals_to_comment_are_no_attributed_statements() -> None:
    assert scored((replace(CEO, tag=Tag.NO_COMMENT),), 400).value is None


def test_too_short() -> None:
    made = scored((CEO,), 79)
    assert (made.value, made.grade) == (None, "N")
    assert "79 words" in made.because
    assert scored((CEO,), 80).value is not None


def test_nothing_resolved() -> None:
    story, analysis = make((CEO,), 300)
    unresolved = replace(analysis, sources=())
    assert score(facts_of(story, unresolved)).value is None


@pytest.mark.parametrize("times", [1, 2, 3])
def test_few_attributed_statements_get_a_number_but_no_letter(times: int) -> None:
    made = scored((replace(CEO, times=times),), 200)
    assert made.value is not None
    assert made.interval is not None
    assert (made.grade, made.confidence) == (None, Confidence.LOW)


def test_the_interval_without_the_only_source_reaches_zero() -> None:
    made = scored((CEO,), 200)
    assert made.interval == (0.0, made.value)


def test_headline_and_headings_do_not_count() -> None:
    story, analysis = make((CEO, FILING), 400)
    heading = replace(story.paragraphs[0], role=Role.HEADING)
    made = score(facts_of(replace(story, paragraphs=(heading, *story.paragraphs[1:])), analysis))
    assert made == scored((replace(CEO, times=3), FILING), 400)


def test_unresolved_statements_lower_the_confidence_only() -> None:
    story, analysis = make((CEO, SPOKESMAN, FILING), 400)
    orphaned = replace(analysis, sources=analysis.sources[:2])
    made = score(facts_of(story, orphaned))
    assert made.confidence is Confidence.MEDIUM
    assert "3 more have none" in made.components[0].because


@pytest.mark.parametrize(
    ("description", "voices"),
    [("critics of the plan", 3), ("many", 3), ("some in the party", 3), ("people close to her", 1), ("officials", 1)],
)
def test_each_sentence_of_a_loose_group_is_a_voice_of_its_own(description: str, voices: int) -> None:
    made = scored((replace(PEOPLE, times=3, description=description), CEO), 400)
    assert made.components[2].total == voices + 1


def test_every_component_explains_itself() -> None:
    assert [each.because for each in scored(*SCOOP).components[:3]] == [
        "Named or official sources carry 2 of 11 attributed statements; "
        "9 rest on sources whom the story does not name.",
        "3 independent sources, 2 of them heard only once (counted as 2.5); a story of 480 words should have 3.2.",
        "3 of 5 sources are quoted first hand throughout; the rest comes from elsewhere.",
    ]


def test_a_flawless_story_gets_exactly_100() -> None:
    casts = [replace(CEO, affiliation=str(index)) for index in range(6)]
    assert scored(casts, 900).value == 100.0
