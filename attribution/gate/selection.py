"""Selection: which rules a check uses and which stories it leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from attribution.enforcement import rules
from attribution.errors import UsageError
from attribution.gate.patterns import fits
from attribution.paths import shown
from attribution.policy import Override, Policy
from attribution.rule import Rule


def overrides(
    select: Sequence[str], extend: Sequence[str], ignore: Sequence[str], policy: Policy
) -> tuple[Override, ...]:
    """What switches rules on and off for codes and prefixes of codes; severities of the policy's own stay.

    Raises:
        UsageError: a code or prefix fits no rule.
    """
    chosen = _fitting(select) if select else {rule.code for rule in rules()}
    added, left_out = _fitting(extend), _fitting(ignore)
    found = []
    for rule in rules():
        if rule.code in left_out or (rule.code not in chosen and rule.code not in added):
            found.append(Override(rule.code, None))
        elif rule.severities.under(policy.preset) is None and rule.code in added | (
            _fitting(select) if select else set()
        ):
            found.append(Override(rule.code, rule.severities.strict))
    silenced = {each.code for each in found}
    return (*found, *(each for each in policy.overrides if each.code not in silenced))


def _fitting(codes: Iterable[str]) -> set[str]:
    """The codes of the rules that a row of codes and prefixes means."""
    found: set[str] = set()
    for wanted in (part.strip().upper() for value in codes for part in value.split(",") if part.strip()):
        fitting = [rule for rule in rules() if _fits(rule, wanted)]
        if not fitting:
            known = sorted({rule.code for rule in rules()} | {rule.code[:3] for rule in rules()})
            near = get_close_matches(wanted, known, n=1)
            hint = f"did you mean {near[0]}?" if near else "`attribution rules` lists them"
            raise UsageError(f"no rule begins with {shown(wanted)!r}; {hint}")
        found |= {rule.code for rule in fitting}
    return found


def _fits(rule: Rule, wanted: str) -> bool:
    return wanted == "ALL" or rule.code.startswith(wanted)


def without(stories: Iterable[str], patterns: Sequence[str]) -> tuple[str, ...]:
    """The stories whose path fits none of the patterns."""
    return tuple(path for path in stories if not any(fits(path, pattern) for pattern in patterns))
