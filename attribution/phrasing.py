"""What a report says in words, the same in every format that people read."""

from __future__ import annotations

import math
from collections.abc import Mapping

from attribution.assembly import visible
from attribution.badges import BADGES, UNSURE
from attribution.finding import Finding
from attribution.model import ATTRIBUTED, Source, Statement, Story
from attribution.scoring.parts import Score

_NO_PLURAL = frozenset({"info"})
_NAME = 50
"""Characters of a source's name beside a statement."""


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 error`, `2 stories`."""
    if number == 1 or noun in _NO_PLURAL:
        return f"{number} {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("ry") else f"{number} {noun}s"


def shortened(text: str, width: int) -> str:
    """A text on one line of at most `width` characters."""
    line = " ".join(visible(text).split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def called(source: Source) -> str:
    """What to call a source in few words: its name, or the story's words for somebody whom it does not name."""
    return source.name if source.name is not None and source.is_named else source.description


LEVELS = (
    (1.0, "named, with a role"),
    (0.9, "speaks for a body, or a document"),
    (0.8, "named only, or a spokesperson"),
    (0.6, "body, role and how they know"),
    (0.4, "body and role"),
    (0.2, "a role only"),
    (0.0, "nobody in particular"),
)
"""How well a reader can tell who a source is, from each level of identification on."""
_DIRECTNESS = {
    1.0: "first hand",
    0.7: "on record elsewhere",
    0.5: "through another outlet",
    0.3: "through another outlet’s unnamed source",
    0.0: "hearsay",
}


def identified(level: float) -> str:
    """A level of identification, 0..1, in words."""
    return next(words for least, words in LEVELS if level >= least)


def reached(level: float) -> str:
    """How directly words reached the story, 0..1, in words; a mean of several ways has no name of its own."""
    return _DIRECTNESS.get(level, "in several ways")


def graded(score: Score) -> str:
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
        said.append("carried over from a sentence nearby")
    if statement.also:
        said.append(f"also {' '.join(BADGES[tag].code for tag in statement.also)}")
    return ", ".join(said)


def is_unresolved(statement: Statement) -> bool:
    """Whether the statement rests on somebody's word, and nobody knows whose."""
    return statement.source is None and statement.tag in ATTRIBUTED


def _short(source: Source) -> str:
    return f"{source.id} {shortened(called(source), _NAME)}"
