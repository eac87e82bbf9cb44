"""Members: a group that says something, and the named member who says so next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attribution.analysis.decisions import Answer, Decision
from attribution.analysis.noun_phrases import singular
from attribution.analysis.roles import can_be_called
from attribution.analysis.sources import Voice
from attribution.model import Kind, Tag

_NEXT = 2
"""A member who speaks in so many sentences bears the group out."""


def with_members(found: Sequence[Decision]) -> tuple[Decision, ...]:
    """ "Critics say", and a named member says so in the next two sentences: on the record, also anonymous."""
    return tuple(_with_member(found, i) if _is_group(found[i].main) else found[i] for i in range(len(found)))


def _with_member(found: Sequence[Decision], i: int) -> Decision:
    decision = found[i]
    for later in found[i + 1 : i + 1 + _NEXT]:
        voice = later.main.voice
        if later.main.tag is Tag.RECORD and _is_member(voice, decision.main.voice):
            return Decision(replace(decision.main, tag=Tag.RECORD, voice=voice), (decision.main, *decision.lesser))
    return decision


def _is_group(answer: Answer) -> bool:
    is_unnamed = answer.tag is Tag.ANONYMOUS and not answer.carried
    return is_unnamed and answer.voice is not None and answer.voice.kind is Kind.UNNAMED_GROUP


def _is_member(voice: Voice | None, group: Voice | None) -> bool:
    """Whether the story calls a person by the group's noun, or by one that it takes in: "experts … Professor Doe"."""
    if voice is None or group is None or voice.person is None:
        return False
    return can_be_called(singular(group.head), voice.person.roles)
