"""The report of one audit: everything that it found out about one story, and no more than its document holds.

`document` writes a report as JSON and `reading` reads it back, so that whoever has the document has the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from attribution import __version__
from attribution.facts import Facts
from attribution.facts.claims import Claim
from attribution.facts.silences import Silence
from attribution.facts.targets import Target
from attribution.finding import Finding
from attribution.model import Attribution, Source, Statement, Story, Tag
from attribution.paths import as_unicode
from attribution.policy import Policy
from attribution.scoring.parts import Score
from attribution.scoring.weighing import Voice

_DECIMALS = 3
"""Of confidences and of how directly words were reached: more would pretend to know more."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one audit found out about one story; equal to what reading its document gives."""

    version: str
    """Of the tool that audited the story."""
    policy: Policy
    """The settings of the audit, apart from the day on which it was made."""
    story: Story
    statements: tuple[Statement, ...]
    attributions: tuple[Attribution, ...]
    attribution_sources: tuple[str | None, ...]
    """For each attribution, the id of its resolved source."""
    sources: tuple[Source, ...]
    silences: tuple[Silence, ...]
    targets: tuple[Target, ...]
    claims: tuple[Claim, ...]
    voices: tuple[Voice, ...]
    """The sources as the score weighs them."""
    findings: tuple[Finding, ...]
    score: Score

    def counts(self) -> dict[Tag, int]:
        """How many statements have each tag, in the order of the tags."""
        found = Counter(statement.tag for statement in self.statements)
        return {tag: found[tag] for tag in Tag}

    def source(self, id_: str | None) -> Source | None:
        """The source with an id."""
        return next((each for each in self.sources if each.id == id_), None)

    def words(self, statement: int) -> str:
        """The words of one statement."""
        return self.statements[statement].span.of(self.story.text)


def made(facts: Facts, findings: Sequence[Finding], score: Score, voices: Sequence[Voice]) -> Report:
    """The report of one audit, its numbers as exact as they are told."""
    analysis = facts.analysis
    return Report(
        version=__version__,
        policy=replace(facts.policy, today=None),
        story=replace(facts.story, path=as_unicode(facts.story.path)),
        statements=tuple(map(_exact, analysis.statements)),
        attributions=tuple(replace(each, confidence=_told(each.confidence)) for each in analysis.attributions),
        attribution_sources=analysis.attribution_sources,
        sources=tuple(replace(each, first_hand=_told(each.first_hand)) for each in analysis.sources),
        silences=facts.silences,
        targets=facts.targets,
        claims=facts.claims,
        voices=tuple(replace(each, first_hand=_told(each.first_hand), weight=_told(each.weight)) for each in voices),
        findings=tuple(findings),
        score=score,
    )


def _exact(statement: Statement) -> Statement:
    confidence = _told(statement.confidence)
    return statement if statement.confidence == confidence else replace(statement, confidence=confidence)


def _told(value: float) -> float:
    return round(value, _DECIMALS)
