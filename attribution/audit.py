"""The whole product on one screen: a story goes in, a report comes out."""

from __future__ import annotations

from attribution.enforcement import findings, misused, sure
from attribution.facts import gather
from attribution.model import Analysis, Story
from attribution.policy import Policy
from attribution.report import Report, made
from attribution.scoring.score import score
from attribution.scoring.weighing import voices
from attribution.suppressions import with_suppressions


def audit(story: Story, policy: Policy) -> Report:
    """On whose word a story asks to be believed, and how openly it says so."""
    from attribution.analysis import analyse

    return reported(story, policy, analyse(story, policy))


def reported(story: Story, policy: Policy, analysis: Analysis) -> Report:
    """The report on a story that was analysed."""
    facts = gather(story, policy, analysis)
    misusers = misused(facts)
    found = tuple(sure(with_suppressions(findings(facts), facts), facts))
    return made(facts, found, score(facts, misusers), voices(facts, misusers))
