"""Enforcement: the hits of all rules as findings under a policy, with the guards that hold for every rule.

Nothing in a headline or heading is held against a story, nothing that the tool is unsure of, nothing inside a
quotation unless the rule is about quotations; and a rule speaks once about each source.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from attribution.badges import UNSURE
from attribution.facts import Facts
from attribution.finding import LADDER, Finding, Severity
from attribution.model import Role
from attribution.policy import Policy
from attribution.registry import declared
from attribution.rule import Basis, Hit, Rule, Scope

_MISUSES = frozenset({"ANO107", "ANO108"})
_WORD = re.compile(r"\w+")
_LENGTH = 16
"""Hexadecimal digits of a fingerprint."""


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Every rule, in order of code."""
    return tuple(sorted(declared("attribution.rules", Rule), key=lambda rule: rule.code))


def severity_of(rule: Rule, policy: Policy) -> Severity | None:
    """How grave a rule's findings are under a policy; None: it is off."""
    if policy.genre not in rule.genres:
        return None
    overridden = next((each for each in policy.overrides if each.code == rule.code), None)
    return overridden.severity if overridden is not None else rule.severities.under(policy.preset)


def findings(facts: Facts) -> tuple[Finding, ...]:
    """What the rules object to in a story, in order of place, then of code."""
    found = [
        _finding(rule, hit, severity, facts)
        for rule in rules()
        if (severity := severity_of(rule, facts.policy)) is not None
        for hit in hits(rule, facts)
    ]
    return tuple(sorted(found, key=lambda each: (each.span, each.rule)))


def misused(facts: Facts) -> frozenset[str]:
    """The ids of the sources whose anonymity serves an opinion or an attack, whatever the policy says of that."""
    return frozenset(
        hit.source for rule in rules() if rule.code in _MISUSES for hit in hits(rule, facts) if hit.source is not None
    )


def hits(rule: Rule, facts: Facts) -> Iterator[Hit]:
    """The hits of one rule that pass the guards."""
    spoken_of: set[str] = set()
    for hit in rule.check(facts):
        if not _stands(rule, hit, facts) or hit.source in spoken_of:
            continue
        if hit.source is not None:
            spoken_of.add(hit.source)
        yield hit


def _stands(rule: Rule, hit: Hit, facts: Facts) -> bool:
    if rule.scope is Scope.STORY or hit.statement is None:
        return True
    page = facts.page
    doubtful = rule.basis is Basis.TAG and page.statements[hit.statement].confidence < UNSURE
    if page.role(hit.statement) is not Role.BODY or doubtful:
        return False
    return rule.scope is Scope.SENTENCE or page.quote_at(hit.span.start) is None


def _finding(rule: Rule, hit: Hit, severity: Severity, facts: Facts) -> Finding:
    step = min(max(LADDER.index(severity) + hit.graver, 0), len(LADDER) - 1)
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=LADDER[step],
        message=hit.message,
        suggestion=hit.suggestion,
        statement=hit.statement,
        span=hit.span,
        fingerprint=fingerprint(rule.code, _texts(hit, facts)),
        related=hit.related,
    )


def sure(found: Iterable[Finding], facts: Facts) -> Iterator[Finding]:
    """The findings on statements whose tags are as sure as the policy asks, and those on the whole story."""
    least = facts.policy.min_confidence
    return (
        each for each in found if each.statement is None or facts.page.statements[each.statement].confidence >= least
    )


def fingerprint(code: str, texts: Sequence[str]) -> str:
    """Of a rule and the words of some texts, whatever their case, marks and white space."""
    words = [code]
    for text in texts:
        words += ["|", *_WORD.findall(text.casefold())]
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:_LENGTH]


def _texts(hit: Hit, facts: Facts) -> tuple[str, ...]:
    """The words of the place and those of its sentence; a finding on the whole story has no words."""
    if hit.statement is None:
        return ()
    return hit.span.of(facts.story.text), facts.page.text(hit.statement)
