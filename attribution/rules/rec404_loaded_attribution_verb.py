"""REC404: the verb of saying takes sides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.analysis.lexicon import verb_forms
from attribution.facts import Facts
from attribution.model import Span, Tag
from attribution.rule import INFO, WARNING, Cited, Hit, Rule, Severities

_WORD = re.compile(r"[a-z]+")
_NOT_SAYING = re.compile(
    r"\s+(?:(?:full\s+|joint\s+)?(?:responsibility|credit|victory|the\s+(?:title|lives?|life)|lives?|benefits?|damages|asylum"
    r"|compensation|expenses|defeat)|to\s+(?:the\s+)?hospital|guilt\b|for\b|on\s+(?:anonymity|going|being|having))"
)
_COURT = re.compile(r"\b(?:court|trial|judge|plead\w*|charges?|lawsuit|prosecut\w+|guilty|jury)\b")
_PLEADS = re.compile(r"\bplead\w*\s+guilty\b")
_ADMITS = frozenset({"admit", "confess"})


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    verbs = verb_forms("loaded_verbs")
    for i in page.body:
        if page.statements[i].tag not in (Tag.RECORD, Tag.ANONYMOUS):
            continue
        for cue in page.cues(i):
            found = next((m for m in _WORD.finditer(cue.of(facts.story.text)) if m.group() in verbs), None)
            if found is None:
                continue
            span = Span(cue.start + found.start(), cue.start + found.end())
            in_court = verbs[found.group()] in _ADMITS and _is_of_a_trial(facts, i)
            if not _NOT_SAYING.match(facts.story.text, span.end) and not in_court and page.quote_at(span.start) is None:
                yield _hit(span, found.group(), i)


def _is_of_a_trial(facts: Facts, i: int) -> bool:
    """Whether a court stands in a statement, or somebody pleads guilty in the story."""
    return bool(_COURT.search(facts.page.text(i)) or _PLEADS.search(facts.story.text))


def _hit(span: Span, verb: str, i: int) -> Hit:
    return Hit(
        span,
        f"“{verb}” takes a side on what is said.",
        "Write “said”, unless the story shows that the word is fair.",
        i,
    )


RULE = Rule(
    code="REC404",
    name="loaded-attribution-verb",
    summary="The verb of saying takes sides.",
    why="“Claimed” doubts, “admitted” accuses, “insisted” tires. “Said” leaves the judgement to the reader.",
    severities=Severities(INFO, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=INFO, npr=INFO, strict=WARNING),
    standards=(
        Cited("BENDER", "“claimed” and “admitted” cause trouble, “said” is neutral"),
        Cited("WTW", "synonyms for said"),
        Cited("BBC-STYLE", "mind the verb of reported speech"),
        Cited("QUT", "the same"),
    ),
    fires=(
        "The transport minister claimed the roads were safe.",
        "Coach Lena Bell admitted that the team had trained on Sunday.",
    ),
    quiet=(
        "The transport minister said the roads were safe.",
        "An armed group claimed responsibility for the attack, and two people were admitted to hospital.",
    ),
    check=_check,
)
