"""Decisions: the answers to "on whose word?" for one sentence, and what each rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from attribution.analysis.voices import Voice
from attribution.model import Attribution, Kind, Tag

_OPENNESS = (Tag.NO_COMMENT, Tag.ANONYMOUS, Tag.OUTLET, Tag.RECORD)
"""From the least open to the most: of two equal answers the first decides."""


class Ground(Enum):
    """What a decision rests on."""

    NO_COMMENT = "no comment"
    CUE = "cue"
    WEAK_CUE = "weak cue"
    QUOTED = "carried quotation"
    RUN_ON = "carried paraphrase"
    HEARSAY = "hearsay"
    PRINTED = "speaker's label"
    REQUEST = "a request for anonymity"
    INTRODUCED = "a colon before it"
    HEADLINE = "headline"
    PARTLY = "background with an attribution"
    DATED = "background dated by a report"
    THOUGHT = "background with a belief"
    OURS = "the story's own reporting"
    ASKED = "an interviewer's question"
    NOTHING = "background"
    LEARNED = "the network"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to "on whose word?"."""

    tag: Tag
    voice: Voice | None
    ground: Ground
    attribution: Attribution | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The answers for one sentence: the main one, and those that hold for a lesser part."""

    main: Answer
    lesser: tuple[Answer, ...] = ()
    unsaid: tuple[Answer, ...] = ()
    """What would hold if the words that the word lists take for thought or action were speech."""
    confidence: float = 0.0
    """How probable the main answer's tag is, 0..1; 0 until the decision is settled."""


def precedence(answer: Answer) -> tuple[int, bool, int]:
    """Of answers that govern equally the less open comes first; then a speaker before the record of their speech
    ("Obama said, according to a pool report"); then the one of whom more is told.
    """
    told = sum(map(len, answer.attribution.content)) if answer.attribution else 0
    is_record = answer.voice is None or answer.voice.kind is Kind.DOCUMENT
    return _OPENNESS.index(answer.tag), is_record, -told


def thinking(decision: Decision) -> list[Answer]:
    """Whoever thinks something in a sentence in which nobody speaks: "Ms Lind believes …"."""
    return [each for each in decision.unsaid if each.voice is not None and each.voice.kind is Kind.PERSON]
