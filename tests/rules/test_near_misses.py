"""What rules pass over, beyond the two near misses that each documents."""

from __future__ import annotations

import pytest

from attribution.analysis import analyse
from attribution.enforcement import hits, rules
from attribution.facts import gather
from attribution.policy import Policy
from attribution.reading import read_story

BY_CODE = {rule.code: rule for rule in rules()}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ANO104", "Officials expect the talks to resume in May. The Baltic Council said it would send a secretary."),
        ("ANO104", "Oslo and Riga share the bridge. Officials in both cities expect the talks to resume in May."),
        ("ANO104", "Two people who work at the quarry said on Monday that the face had been cracked for weeks."),
        ("ANO110", "A local official said six people had died. A doctor there refused to give a figure."),
        ("BKG502", "The poll reached all four counties. Ms. Hale did best at home. She has 19 percent in Selby."),
        ("OUT202", "Twelve break-ins were reported to the police in May."),
        ("REC404", "“It is off,” said one of the aides, who insisted on anonymity to describe private talks."),
        (
            "OUT203",
            "The Norvik Courier reported that the fund was cut after less money came from sources such as the lottery.",
        ),
        ("REC408", "Lystra hopes that it will work. It is late, said Ada Lind, a spokeswoman for Lystra Europe."),
    ],
)
def test_near_miss(code: str, text: str) -> None:
    story = read_story(text.encode(), "near-miss.txt")
    assert [each.message for each in hits(BY_CODE[code], gather(story, Policy(), analyse(story, Policy())))] == []
