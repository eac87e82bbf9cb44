"""Drafts put together by hand: lines, who says them, and what is found in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from attribution.enforcement import fingerprint
from attribution.facts import gather
from attribution.finding import Finding, Severity, Suppression
from attribution.model import UNNAMED, Anonymity, Kind, Role, Source, Span, Statement, Story, Tag
from attribution.policy import Policy
from attribution.report import Report, made
from attribution.scoring.score import score
from attribution.scoring.weighing import voices
from tests.builders import analysis_of, story_of


@dataclass(frozen=True)
class Who:
    """A source; one that no test says more about is an unnamed person."""

    description: str
    name: str | None = None
    kind: Kind = Kind.UNNAMED_PERSON
    identification: float = 0.4
    reason: str | None = None
    """Words of one of its lines."""


@dataclass(frozen=True)
class Line:
    """One statement, a paragraph of its own."""

    text: str
    who: Who | None = None
    tag: Tag = Tag.BACKGROUND
    rules: tuple[str, ...] = ()
    """Codes of the findings on it."""
    waived: tuple[str, ...] = ()
    """Codes of the suppressed findings on it."""


def person(name: str, description: str = "") -> Who:
    """A source with a name."""
    return Who(description or name, name, Kind.PERSON, 1.0)


def draft(*lines: Line, path: str = "draft.txt", policy: Policy | None = None) -> Report:
    """The report on a draft."""
    story, spans = _laid_out(lines, path)
    cast = tuple(dict.fromkeys(line.who for line in lines if line.who is not None))
    statements = tuple(
        Statement(
            span, place, line.tag, (), 0.9, None if line.who is None else f"s{cast.index(line.who) + 1}", None, False
        )
        for place, (line, span) in enumerate(zip(lines, spans, strict=True))
    )
    sources = tuple(_source(story, statements, number, who) for number, who in enumerate(cast, start=1))
    facts = gather(story, policy or Policy(), analysis_of(statements, sources))
    findings = [
        _finding(story, place, code, is_waived=code in line.waived)
        for place, line in enumerate(lines)
        for code in (*line.rules, *line.waived)
    ]
    return made(facts, findings, score(facts), voices(facts))


def _laid_out(lines: Sequence[Line], path: str) -> tuple[Story, list[Span]]:
    spans, place = [], 0
    for line in lines:
        spans.append(Span(place, place + len(line.text)))
        place += len(line.text) + 1
    story = story_of("\n".join(line.text for line in lines), [(span, Role.BODY) for span in spans])
    return replace(story, path=path), spans


def _source(story: Story, statements: Sequence[Statement], number: int, who: Who) -> Source:
    own = tuple(place for place, each in enumerate(statements) if each.source == f"s{number}")
    reason = None
    if who.reason is not None:
        start = story.text.index(who.reason)
        reason = Span(start, start + len(who.reason))
    return Source(
        id=f"s{number}",
        name=who.name,
        description=who.description,
        kind=who.kind,
        affiliation=None,
        mentions=tuple(statements[place].span for place in own),
        statements=own,
        identification=who.identification,
        first_hand=1.0,
        anonymity=Anonymity(reason is not None, reason) if who.kind in UNNAMED else None,
    )


def _finding(story: Story, place: int, code: str, *, is_waived: bool) -> Finding:
    span = story.paragraphs[place].span
    return Finding(
        rule=code,
        name="some-rule",
        severity=Severity.WARNING,
        message="Something is missing.",
        suggestion="Add it.",
        statement=place,
        span=span,
        fingerprint=fingerprint(code, (span.of(story.text),)),
        suppressed=Suppression("agreed", "line 1") if is_waived else None,
    )
