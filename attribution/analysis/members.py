"""Members: a group that says something, and the named member who says so next."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from attribution.analysis.decisions import Answer, Decision
from attribution.analysis.lexicon import words
from attribution.analysis.names import surname
from attribution.analysis.noun_phrases import singular, singulars
from attribution.analysis.roles import can_be_called
from attribution.analysis.voices import Voice
from attribution.model import Kind, Sentence, Tag

_MARKS = ('"', "“", "''", "‘")
_GOVERNING = frozenset({"chancellor", "governor", "mayor", "minister", "premier", "secretary"})
"""Offices whose holders are what others support or oppose; presidents are left out, since every union has one."""
_SOME = frozenset({"few", "many", "most", "some", "those"})
"""Words for several people without a noun."""
_NEXT = 2
"""A member who speaks in so many sentences bears the group out."""


def with_members(found: Sequence[Decision], sentences: Sequence[Sentence], text: str) -> tuple[Decision, ...]:
    """ "Critics say", and a named member says so in the next two sentences: on the record, also anonymous."""
    return tuple(
        _with_member(found, i, sentences, text) if _is_of_one_side(each) else each for i, each in enumerate(found)
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
    """Whether the sentence right behind "analysts say" quotes somebody who was not named before: one of them."""
    if voice is None or group is None or voice.kind is not Kind.PERSON or not voice.name or k != i + 1:
        return False
    said, before = sentences[k].span.of(text), text[: sentences[k].span.start]
    named = rf"\b{re.escape(surname(voice.name.split()))}\b"
    is_new = re.search(named, before) is None
    roles = voice.person.roles if voice.person else frozenset()
    quotes = said.startswith(_MARKS)
    return quotes and is_new and _are_several(group) and _can_take_in(singular(group.head), said, roles)


def _are_several(group: Voice) -> bool:
    """Whether a group is called in the plural: "analysts", "some", but "the group" is one body."""
    row = [word.strip(",.") for word in group.description.lower().split()]
    noun = singular(group.head)
    return any(singular(word) == noun != word for word in row) or not _SOME.isdisjoint(row)


def _can_take_in(noun: str, said: str, roles: Set[str]) -> bool:
    """Whether somebody unknown until now, of some roles, can be of a group: of a party's adherents who is called one
    where they speak ("a Democratic pollster"), of supporters and critics who does not govern, of others anybody.
    """
    if noun in singulars("partisans"):
        return re.search(rf"\b{re.escape(noun)}(?:s|ic)?\b", said, re.IGNORECASE) is not None
    return noun not in words("stances") or _GOVERNING.isdisjoint(roles)


def _is_of_one_side(decision: Decision) -> bool:
    """Whether a group speaks and not the other side too: to which of the two the next speaker belongs, nobody knows."""
    sides = [each for each in (decision.main, *decision.lesser) if _is_group(each) and _takes_sides(each.voice)]
    return _is_group(decision.main) and len(sides) < 2


def _takes_sides(voice: Voice | None) -> bool:
    return voice is not None and singular(voice.head) in words("stances")


def _is_group(answer: Answer) -> bool:
    is_unnamed = answer.tag is Tag.ANONYMOUS and not answer.carried
    return is_unnamed and answer.voice is not None and answer.voice.kind is Kind.UNNAMED_GROUP


def _is_member(voice: Voice | None, group: Voice | None) -> bool:
    """Whether the story calls a person by the group's noun, or by one that it takes in: "experts … Professor Doe"."""
    if voice is None or group is None or voice.person is None:
        return False
    return can_be_called(singular(group.head), voice.person.roles)
