"""Members: a group that says something, and the named member who says so next."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from attribution.analysis.decisions import Answer, Decision
from attribution.analysis.lexicon import words
from attribution.analysis.names import surname
from attribution.analysis.noun_phrases import singular
from attribution.analysis.roles import can_be_called
from attribution.analysis.voices import Voice
from attribution.model import Kind, Sentence, Tag

_MARKS = ('"', "“", "''", "‘")
_WEIGHED = re.compile(r"\b(?:but|although|though|while)\b")
_NEXT = 2
"""A member who speaks in so many sentences bears the group out."""


def with_members(found: Sequence[Decision], sentences: Sequence[Sentence], text: str) -> tuple[Decision, ...]:
    """ "Critics say", and a named member says so in the next two sentences: on the record, also anonymous."""
    return tuple(
        _with_member(found, i, sentences, text) if _is_group(found[i].main) else found[i] for i in range(len(found))
    )


def _with_member(found: Sequence[Decision], i: int, sentences: Sequence[Sentence], text: str) -> Decision:
    decision = found[i]
    for k in range(i + 1, min(i + 1 + _NEXT, len(found))):
        main = found[k].main
        bears_out = _is_member(main.voice, decision.main.voice) or _is_brought_in(
            main.voice, decision.main.voice, k, i, sentences, text
        )
        if main.tag is Tag.RECORD and bears_out:
            return Decision(replace(decision.main, tag=Tag.RECORD, voice=main.voice), (decision.main, *decision.lesser))
    return decision


def _is_brought_in(
    voice: Voice | None, group: Voice | None, k: int, i: int, sentences: Sequence[Sentence], text: str
) -> bool:
    """Whether the sentence right behind "analysts say" or "critics say" quotes somebody who was not named before: one
    of them, unless the group's own sentence weighs one side against another.
    """
    if voice is None or voice.kind is not Kind.PERSON or not voice.name or k != i + 1:
        return False
    if group is None or not _can_take_in(singular(group.head), voice.person.roles if voice.person else frozenset()):
        return False
    quotes = sentences[k].span.of(text).startswith(_MARKS)
    named = rf"\b{re.escape(surname(voice.name.split()))}\b"
    is_new = re.search(named, text[: sentences[k].span.start]) is None
    return quotes and is_new and _WEIGHED.search(sentences[i].span.of(text)) is None


def _can_take_in(noun: str, roles: Set[str]) -> bool:
    """Whether somebody of some roles, unknown until now, can be of a group: of those who are for or against something
    only who holds no office, or it may be the office that they are against; of all other people anybody.
    """
    if noun in words("stances"):
        return words("offices").isdisjoint(roles)
    return noun in words("unnamed_people") or noun in words("professions")


def _is_group(answer: Answer) -> bool:
    is_unnamed = answer.tag is Tag.ANONYMOUS and not answer.carried
    return is_unnamed and answer.voice is not None and answer.voice.kind is Kind.UNNAMED_GROUP


def _is_member(voice: Voice | None, group: Voice | None) -> bool:
    """Whether the story calls a person by the group's noun, or by one that it takes in: "experts … Professor Doe"."""
    if voice is None or group is None or voice.person is None:
        return False
    return can_be_called(singular(group.head), voice.person.roles)
