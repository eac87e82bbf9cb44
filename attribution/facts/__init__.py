"""The facts of a story beside its analysis: what the rules and the score have to know, gathered once.

Everything is a pure function of the story and its analysis; nothing here judges.
"""

from __future__ import annotations

from dataclasses import dataclass

from attribution.facts.claims import Claim, claims
from attribution.facts.hedges import Hedge, hedges
from attribution.facts.page import Page
from attribution.facts.polls import Poll, polls
from attribution.facts.relays import Relay, relays
from attribution.facts.silences import Silence, silences
from attribution.facts.targets import Target, targets
from attribution.model import Analysis, Story
from attribution.policy import Policy


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """One story as rules and score see it."""

    story: Story
    policy: Policy
    analysis: Analysis
    page: Page
    silences: tuple[Silence, ...]
    targets: tuple[Target, ...]
    claims: tuple[Claim, ...]
    hedges: tuple[Hedge, ...]
    polls: tuple[Poll, ...]
    relays: tuple[Relay, ...]


def gather(story: Story, policy: Policy, analysis: Analysis) -> Facts:
    """The facts of one story."""
    page = Page(story, analysis)
    silent = tuple(silences(page))
    return Facts(
        story=story,
        policy=policy,
        analysis=analysis,
        page=page,
        silences=silent,
        targets=targets(page, silent),
        claims=tuple(claims(page)),
        hedges=tuple(hedges(page)),
        polls=tuple(polls(page)),
        relays=tuple(relays(page)),
    )
