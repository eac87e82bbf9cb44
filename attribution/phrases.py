"""What a report says in words, the same in every format that people read."""

from __future__ import annotations

import math
from collections.abc import Mapping

from attribution.badges import BADGES, UNSURE
from attribution.finding import Finding
from attribution.model import UNNAMED, Source, Statement, Story, Tag
from attribution.score_parts import Score
from attribution.terminal_page import shortened

_NAME = 50
"""Characters of a source's name beside a statement."""


def verdict(score: Score) -> str:
    """Such as `C 62.4/100 thin · medium confidence (54–66)`."""
    if score.value is None or score.interval is None or score.confidence is None:
        return "Not scored"
    number = f"{score.value:.1f}/100"
    said = f"{score.grade} {number} {score.verdict}" if score.grade else f"{number}, too little for a letter"
    low, high = math.floor(score.interval.low), math.ceil(score.interval.high)
    return f"{said} · {score.confidence.value} confidence ({low}–{high})"


def component(name: str) -> str:
    """The name of a part of the score."""
    return name.replace("_", " ")


def badge(statement: Statement) -> str:
    """The letters of a statement's tag, with `?` when the tool is not sure of it."""
    return f"{BADGES[statement.tag].code}{'?' if statement.confidence < UNSURE else ''}"


def place(story: Story, finding: Finding) -> str:
    """Where an editor finds what a finding is about."""
    if finding.statement is None:
        return "the whole story"
    line, column = story.locate(finding.span)
    return f"line {line}, column {column}"


def who(source: Source) -> str:
    """A source in the fullest words of the story."""
    if source.name is None or source.name in source.description:
        return source.description
    return source.name


def note(source: Source, text: str) -> str:
    """What an editor would ask about a source of a story with this text."""
    notes = [source.affiliation] if source.affiliation and source.affiliation not in who(source) else []
    if source.anonymity is not None:
        if source.anonymity.requested:
            notes.append("asked not to be named")
        reason = source.anonymity.reason
        notes.append(f"reason: {reason.of(text)}" if reason else "no reason given")
    if source.statements and source.first_hand < 1.0:
        notes.append("not first hand")
    return "; ".join(notes)


def basis(statement: Statement, sources: Mapping[str, Source]) -> str:
    """On whose word a statement rests, in a few words; empty for plain background."""
    said = []
    if statement.source is not None:
        said.append(_short(sources[statement.source]))
    elif is_unresolved(statement):
        said.append("source not resolved")
    if statement.via is not None:
        said.append(f"via {_short(sources[statement.via])}")
    if statement.carried:
        said.append("carried over from an earlier sentence")
    if statement.also:
        said.append(f"also {' '.join(BADGES[tag].code for tag in statement.also)}")
    return ", ".join(said)


def is_unresolved(statement: Statement) -> bool:
    """Whether the statement rests on somebody's word, and nobody knows whose."""
    return statement.source is None and statement.tag in (Tag.ANONYMOUS, Tag.RECORD, Tag.OUTLET)


def _short(source: Source) -> str:
    named = source.name if source.name and source.kind not in UNNAMED else source.description
    return f"{source.id} {shortened(named, _NAME)}"
