"""Suppressions: what a newsroom lets stand, sentence by sentence, and why.

    <!-- attribution: allow ANO102 -- the desk chief knows the source until=2027-01-31 -->     the next sentence
    <!-- attribution: allow-start REC4 -- court transcript --> … <!-- attribution: allow-end -->     all between
    attribution-allow: ["REC405 -- wire copy"]     in the front matter: the whole story

A reason is required and printed in every report. A suppression never changes the score. One that has no reason, names
no rule, has run out or hides nothing is a finding itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from attribution.enforcement import fingerprint, rules
from attribution.facts import Facts
from attribution.finding import Finding, Severity, Suppression
from attribution.model import Directive, Span

_FORM = re.compile(r"(?P<kind>allow(?:-start|-end)?)\b(?P<codes>[^-]*)(?:--(?P<reason>.*))?$", re.DOTALL)
_UNTIL = re.compile(r"\buntil=(?P<day>\d{4}-\d{2}-\d{2})\b")


class Problem(Enum):
    """What can be wrong with a suppression: code, name and what to do."""

    REASONLESS = ("SUP901", "suppression-without-reason", "Say why the finding may stand: “allow CODE -- reason”.")
    UNUSED = ("SUP902", "suppression-unused", "Take it out: there is no such finding any more.")
    UNKNOWN = ("SUP903", "suppression-unknown", "Write “allow CODE -- reason” with a code of `attribution rules`.")
    EXPIRED = ("SUP904", "suppression-expired", "Mend the sentence, or give a new reason and a later day.")


@dataclass(frozen=True, slots=True)
class _Allowance:
    """One suppression as it is understood."""

    directive: Directive
    codes: tuple[str, ...]
    """Codes or prefixes of codes."""
    reason: str
    until: date | None
    statements: frozenset[int] | None
    """Those that it covers; None: the whole story."""

    def covers(self, finding: Finding) -> bool:
        """Whether it lets a finding stand."""
        if not finding.rule.startswith(self.codes):
            return False
        return self.statements is None or finding.statement in self.statements


def with_suppressions(findings: Sequence[Finding], facts: Facts) -> tuple[Finding, ...]:
    """The findings, those suppressed that the file allows, and the suppressions with which something is wrong."""
    if not facts.story.directives:
        return tuple(findings)
    found = list(findings)
    problems: list[Finding] = []
    for each in _allowances(facts):
        problem = each if isinstance(each, Finding) else _wrong(each, found, facts)
        if problem is not None:
            problems.append(problem)
        elif isinstance(each, _Allowance):
            waived = Suppression(each.reason, f"line {each.directive.line}")
            found = [replace(one, suppressed=waived) if each.covers(one) else one for one in found]
    return tuple(sorted([*found, *problems], key=lambda one: (one.span, one.rule)))


def _allowances(facts: Facts) -> Iterator[_Allowance | Finding]:
    """Every suppression of a story, or what is wrong with one that cannot be understood."""
    open_: tuple[Directive, re.Match[str]] | None = None
    for directive in facts.story.directives:
        form = _FORM.match(directive.words.strip())
        if form is None or (form["kind"] == "allow-end" and open_ is None):
            yield _problem(Problem.UNKNOWN, f"“{directive.words}” is no suppression.", directive, facts)
        elif _day(form) is None and _UNTIL.search(form["reason"] or ""):
            yield _problem(Problem.UNKNOWN, "The day until which it holds is not in the calendar.", directive, facts)
        elif form["kind"] == "allow-start":
            if open_ is not None:
                yield _problem(Problem.UNKNOWN, "“allow-start” is not ended before the next one.", open_[0], facts)
            open_ = (directive, form)
        elif form["kind"] == "allow-end" and open_ is not None:
            yield _allowance(*open_, _between(facts, open_[0].place, directive.place))
            open_ = None
        else:
            yield _allowance(directive, form, None if directive.place is None else _next(facts, directive.place))
    if open_ is not None:
        yield _allowance(*open_, _between(facts, open_[0].place, len(facts.story.text)))


def _allowance(directive: Directive, form: re.Match[str], statements: frozenset[int] | None) -> _Allowance:
    codes = tuple(code for code in re.split(r"[\s,]+", form["codes"].upper()) if code)
    words = " ".join(_UNTIL.sub(" ", form["reason"] or "").split())
    return _Allowance(directive, codes, words, _day(form), statements)


def _day(form: re.Match[str]) -> date | None:
    """The day until which a suppression holds; None when it names none, or one that is not in the calendar."""
    until = _UNTIL.search(form["reason"] or "")
    try:
        return date.fromisoformat(until["day"]) if until else None
    except ValueError:
        return None


def _next(facts: Facts, place: int) -> frozenset[int]:
    """The statement that follows a place, or that it stands in."""
    spans = [(i, each.span) for i, each in enumerate(facts.analysis.statements)]
    return frozenset([i for i, span in spans if span.end > place][:1])


def _between(facts: Facts, start: int | None, end: int | None) -> frozenset[int]:
    first, last = start or 0, len(facts.story.text) if end is None else end
    statements = enumerate(facts.analysis.statements)
    return frozenset(i for i, each in statements if first <= each.span.start < last)


def _wrong(each: _Allowance, findings: Sequence[Finding], facts: Facts) -> Finding | None:
    """What is wrong with a suppression, if anything."""
    known = [rule.code for rule in rules()]
    named = ", ".join(each.codes)
    if not each.codes or not all(any(code.startswith(wanted) for code in known) for wanted in each.codes):
        return _problem(Problem.UNKNOWN, f"No rule is called {named or 'nothing'}.", each.directive, facts)
    if not each.reason:
        return _problem(Problem.REASONLESS, f"The suppression of {named} gives no reason.", each.directive, facts)
    if each.until is not None and facts.policy.today is not None and each.until < facts.policy.today:
        return _problem(Problem.EXPIRED, f"The suppression of {named} ran out on {each.until}.", each.directive, facts)
    if not any(each.covers(one) for one in findings):
        return _problem(Problem.UNUSED, f"The suppression of {named} hides nothing.", each.directive, facts)
    return None


def _problem(problem: Problem, message: str, directive: Directive, facts: Facts) -> Finding:
    code, name, suggestion = problem.value
    start = min(directive.place or 0, max(0, len(facts.story.text) - 1))
    return Finding(
        rule=code,
        name=name,
        severity=Severity.WARNING,
        message=f"Line {directive.line}: {message}",
        suggestion=suggestion,
        statement=None,
        span=Span(start, start + 1),
        fingerprint=fingerprint(code, (directive.words,)),
    )
