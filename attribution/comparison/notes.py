"""What somebody has to know before they trust a comparison: that more than the story differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attribution.comparison.statements import ComparedStatement
from attribution.policy import Policy
from attribution.report import Report

_STRANGERS = 0.1
"""Share of the shorter story's statements that two versions have in common at the least."""


def notes(old: Report, new: Report, statements: Sequence[ComparedStatement]) -> Iterator[str]:
    """Sentences on how the audits differ, and on stories that hardly are two versions of one."""
    if old.version != new.version:
        yield (
            f"The audits were made by different versions of the tool, {old.version} before and {new.version} now;"
            " what changed may be the tool's judgement."
        )
    differing = list(_settings(old, new))
    if differing:
        yield (
            "The audits were made under different policies, so that findings and score may differ for that alone: "
            f"{'; '.join(differing)}."
        )
    common = sum(each.old is not None and each.new is not None for each in statements)
    if common < _STRANGERS * min(len(old.statements), len(new.statements)):
        yield "The two share next to no sentence; they may not be versions of one story."


def _settings(old: Report, new: Report) -> Iterator[str]:
    before = {**_shown(old.policy), "outlet": old.story.outlet or "none"}
    after = {**_shown(new.policy), "outlet": new.story.outlet or "none"}
    for name, value in before.items():
        if value != after[name]:
            yield f"{name} {value} before, {after[name]} now"


def _shown(policy: Policy) -> dict[str, str]:
    levels = (f"{each.code}={each.severity.value if each.severity else 'off'}" for each in policy.overrides)
    return {
        "preset": policy.preset,
        "genre": policy.genre.value,
        "severities": " ".join(levels) or "the preset's own",
        "outlets": ", ".join(" | ".join(names) for names in policy.outlets) or "none",
    }
