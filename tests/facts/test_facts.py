"""What rules and score know of a story beside its analysis: near misses first."""

from __future__ import annotations

import pytest

from attribution.analysis import analyse
from attribution.facts import Facts, gather
from attribution.facts.claims import Worth
from attribution.facts.hedges import Hedging
from attribution.facts.polls import PollField
from attribution.facts.protected import is_protected
from attribution.facts.silences import Outcome
from attribution.facts.targets import Reply
from attribution.policy import Policy
from attribution.reading import read_story


def facts_of(text: str, path: str = "story.txt") -> Facts:
    story = read_story(text.encode(), path)
    return gather(story, Policy(), analyse(story, Policy()))


@pytest.mark.parametrize(
    ("text", "outcome", "actor"),
    [
        ("Marlow Homes declined to comment.", Outcome.DECLINED, "Marlow Homes"),
        ("Marlow Homes would not say whether it had paid.", Outcome.PARTIAL, "Marlow Homes"),
        ("Marlow Homes did not respond to a request for comment.", Outcome.NO_REPLY, "Marlow Homes"),
        ("Marlow Homes could not be reached for comment.", Outcome.UNREACHED, "Marlow Homes"),
        ("Marlow Homes was unavailable for comment.", Outcome.UNAVAILABLE, "Marlow Homes"),
        ("Marlow Homes referred questions to its lawyers.", Outcome.REFERRED, "Marlow Homes"),
        ("Marlow Homes declined to be interviewed but sent a statement.", Outcome.STATEMENT_ONLY, "Marlow Homes"),
        ("Requests for comment were not returned.", Outcome.NO_REPLY, None),
        ("Messages left for Halden Group were not returned.", Outcome.NO_REPLY, "Halden Group"),
        ("Calls to Norvik Mills were not returned.", Outcome.NO_REPLY, "Norvik Mills"),
    ],
)
def test_silence(text: str, outcome: Outcome, actor: str | None) -> None:
    (found,) = facts_of(text).silences
    assert (found.outcome, found.actor) == (outcome, actor)


def test_silence_with_its_channel_and_time() -> None:
    (bare,) = facts_of("Marlow Homes did not respond to a request for comment.").silences
    (told,) = facts_of("Marlow Homes did not respond to e-mails sent on Monday.").silences
    assert (bare.has_channel, bare.has_time) == (False, False)
    assert (told.has_channel, told.has_time) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors accused Marlow Homes of fraud at the trial in Dunmore.",  # a court hears the other side
        "The pump did not respond, and the crew blamed the weather for it.",
        "“They accuse Marlow Homes of fraud,” said Ann Lee, who lives there.",
        "Republicans accused Democrats of hiding the budget, said Ann Lee, a clerk.",
    ],
)
def test_no_target(text: str) -> None:
    assert facts_of(text).targets == ()


def test_a_target_of_the_first_words() -> None:
    (target,) = facts_of("Allegations of fraud against Marlow Homes surfaced in May.").targets
    assert (target.name, target.reply) == ("Marlow Homes", Reply.NONE)


ACCUSED = "Tenants accuse Marlow Homes of hiding reports of mould."


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        ("The flats were built in 1994.", Reply.NONE),
        ("Requests for comment were not returned.", Reply.UNCLEAR),
        ("Marlow Homes did not respond to a request for comment.", Reply.SOUGHT),
        ("Marlow Homes did not respond to e-mails sent on Monday.", Reply.REFUSED),
        ("Marlow Homes declined to comment.", Reply.REFUSED),
        ("Marlow Homes denied that there was any mould.", Reply.ANSWERED),
        ("Ida Vale, a spokeswoman for Marlow Homes, said that every report was public.", Reply.ANSWERED),
    ],
)
def test_reply(answer: str, reply: Reply) -> None:
    (target,) = facts_of(f"{ACCUSED} {answer}").targets
    assert (target.name, target.reply) == ("Marlow Homes", reply)


@pytest.mark.parametrize(
    "text",
    [
        "The match ended 2-1 on Sunday evening in the rain.",
        "He was 42 and had lived there since 1994.",
        "The road is 300 miles long and was opened in May.",
        "It is the first of three tests, the latest in a row of many.",
    ],
)
def test_no_claim(text: str) -> None:
    assert facts_of(text).claims == ()


@pytest.mark.parametrize(
    ("text", "worth", "grounded"),
    [
        ("Rents have risen 38 percent in five years.", Worth.FIGURE, False),
        ("Rents have risen 38 percent in five years, said Ann Lee, a clerk.", Worth.FIGURE, True),
        ("The council covered up the contamination.", Worth.ACCUSATION, False),
        ("The works are the oldest in the region.", Worth.SUPERLATIVE, False),
    ],
)
def test_claim(text: str, worth: Worth, *, grounded: bool) -> None:
    (found,) = facts_of(text).claims
    assert (found.worth, found.is_grounded) == (worth, grounded)


def test_a_link_grounds_a_claim() -> None:
    (found,) = facts_of("[Rents have risen 38 percent](https://example.org/r) in five years.", "story.md").claims
    assert found.is_grounded


@pytest.mark.parametrize(
    ("text", "hedging", "sourced"),
    [
        ("The singer reportedly left.", Hedging.HEARSAY, False),
        ("It is understood that the board met twice.", Hedging.AGENTLESS, False),
        ("The gunman is believed to have acted alone, said Mary Coe, a superintendent.", Hedging.AGENTLESS, True),
        ("The trader allegedly moved the money.", Hedging.ALLEGED, False),
        ("Purportedly, the mill was sold in May.", Hedging.HEARSAY, False),
        ("Accused of theft, the trader left the port.", Hedging.ALLEGED, False),
    ],
)
def test_hedge(text: str, hedging: Hedging, *, sourced: bool) -> None:
    (found,) = facts_of(text).hedges
    assert (found.hedging, found.is_sourced) == (hedging, sourced)


@pytest.mark.parametrize(
    "text", ["The polls open at seven, and 61 percent of the voters have cards.", "He polled 61 percent of the vote."]
)
def test_no_poll(text: str) -> None:
    assert facts_of(text).polls == ()


def test_poll_fields() -> None:
    (bare,) = facts_of("A new poll shows that 61 percent back the tax.").polls
    (full,) = facts_of(
        "An Ipsos poll of 1,204 registered voters, taken from 2 to 5 March, shows that 61 percent back the tax; the "
        "margin of error is 3 points."
    ).polls
    assert bare.fields == frozenset()
    assert full.fields == frozenset(PollField)


def test_a_relay_knows_the_outlets_unnamed_source_and_whether_it_was_confirmed() -> None:
    (open_,) = facts_of("CNN, citing two unnamed officials, reported that the envoy had resigned.").relays
    (checked,) = facts_of(
        "CNN, citing two unnamed officials, reported that the envoy had resigned. The Courier could not confirm the "
        "report."
    ).relays
    assert open_.unnamed is not None
    assert (open_.is_checked, checked.is_checked) == (False, True)


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Schools will notice the cuts and so will children and patients, a senior ministry official said.", False),
        ("Three victims were found, a police officer said.", False),
        ("The teacher hit her, a pupil said.", True),
        ("He had raped her twice, a former neighbour said.", True),
        ("The file was sealed by court order, an official said.", True),
    ],
)
def test_whom_no_rule_asks_more_about(text: str, is_so: bool) -> None:
    facts = facts_of(text)
    (source,) = facts.analysis.sources
    assert is_protected(facts.page, source) is is_so
