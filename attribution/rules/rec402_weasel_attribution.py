"""REC402: a faceless collective does the talking."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.unnamed import is_loose
from attribution.model import Tag
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Severities

_COUNTED = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|dozens?)\b", re.IGNORECASE)
_MEMBERS = re.compile(r"\b(?:including|such\s+as|among\s+them|like|led\s+by)\s+(?:the\s+)?(?:\w+\s+){0,3}?[A-Z]")
_TIED = re.compile(r"(?:This|That|These|On\s+top\s+of\s+that|Other|And\s+other)\b")
_MOOD = re.compile(r"^:$|\b(?:would|could|might|feared|hoped|thought|welcomed|shouted|chanted|doubted|wondered)\b")
"""What a crowd once felt or shouted is no claim that a critic could answer for."""
_NEAR = 2
"""A member of the group may be named in so many sentences behind."""


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for i, source in page.anonymous():
        if not is_loose(source):
            continue
        span = page.mention(i)
        words = span.of(facts.story.text)
        if _COUNTED.search(words) or _MEMBERS.search(page.text(i)) or page.has_link(i) or _is_followed(facts, i):
            continue
        if _MOOD.search(" ".join(cue.of(facts.story.text) for cue in page.cues(i))):
            continue
        if not page.is_named_here(i) or Tag.RECORD in page.statements[i].also:
            continue
        yield Hit(
            span,
            f"“{words}” is a group that nobody can ask, and no member of it is named here.",
            "Name one of them (“…, said [name], [role]”), or state the fact with the evidence for it and drop the "
            "group.",
            i,
            source.id,
        )


def _is_followed(facts: Facts, i: int) -> bool:
    """Whether one of the next sentences, in this paragraph or the next, lets somebody with a name speak."""
    page = facts.page
    if _is_tied_back(facts, i):
        return True
    for k in range(i + 1, min(i + 1 + _NEAR, len(page.statements))):
        speaking = (page.by_id(source) for _, source in page.attributions(k))
        if any(each is not None and each.name is not None for each in (page.source(k), *speaking)):
            return page.paragraph(k) - page.paragraph(i) <= 1
    return False


def _is_tied_back(facts: Facts, i: int) -> bool:
    """Whether the sentence goes on from somebody with a name: "This leads many experts to …", "Other critics say …"."""
    before = facts.page.source(i - 1) if i else None
    return bool(_TIED.match(facts.page.text(i))) and before is not None and before.name is not None


RULE = Rule(
    code="REC402",
    name="weasel-attribution",
    summary="A faceless collective does the talking.",
    why="“Critics say” can hide one critic, the reporter's own view, or a fact that needs no critic. Both ways out are "
    "better: name somebody, or state the fact.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("WTW", "unsupported attributions"),
        Cited("NPR-ATTR", "“officials say” is not enough"),
        Cited("STP-25", "“critics say” beside an established fact weakens it"),
        Cited("POLITICO-13", "criticism of “critics say”"),
    ),
    fires=(
        "Critics say the law punishes the poor.",
        "Experts believe the virus will return in winter.",
    ),
    quiet=(
        "Critics say the law punishes the poor. “It is a tax on rent,” said Al Moya, president of the tenants’ union.",
        "Three of the five virologists who were asked, including Amy Sung of Leiden University, expect the virus to "
        "return.",
    ),
    check=_check,
)
