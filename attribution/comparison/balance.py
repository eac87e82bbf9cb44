"""What got better and what got worse from one version to the next, in sentences: what an editor reads first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from attribution.comparison.comparing import Comparison
from attribution.comparison.findings import FindingFate
from attribution.comparison.pairing import latest
from attribution.comparison.sources import ComparedSource, SourceChange
from attribution.finding import Severity
from attribution.phrasing import called, counted
from attribution.score_parts import Score

_WEIGHTY = (Severity.ERROR, Severity.WARNING)
"""A finding of less is advice: it is listed, but makes no version better or worse."""
_GAINS = {
    SourceChange.NAMED: "Named now",
    SourceChange.REASON_GIVEN: "A reason is given now for not naming",
    SourceChange.BETTER_IDENTIFIED: "Easier to identify",
}
_LOSSES = {
    SourceChange.NAME_WITHHELD: "No longer named",
    SourceChange.REASON_DROPPED: "No reason is given any more for not naming",
    SourceChange.LESS_IDENTIFIED: "Harder to identify",
}
"""The weightiest first; of each source only that is told."""


class Balance(NamedTuple):
    """The two sides of a comparison."""

    better: tuple[str, ...]
    worse: tuple[str, ...]


def balance(comparison: Comparison) -> Balance:
    """What got better and what got worse: the score, the graver findings, and how sources are told."""
    old, new = comparison.old.score, comparison.new.score
    rise = _number(new) - _number(old)
    moved = (_moved(old, new),) if rise else ()
    return Balance(
        (*(moved if rise > 0 else ()), *_graver(comparison, FindingFate.FIXED), *_told(comparison.sources, _GAINS)),
        (*(moved if rise < 0 else ()), *_graver(comparison, FindingFate.NEW), *_told(comparison.sources, _LOSSES)),
    )


def _number(score: Score) -> float:
    """The value of a score; a story without one stands below them all."""
    return -1.0 if score.value is None else score.value


def _moved(old: Score, new: Score) -> str:
    if old.value is None or new.value is None:
        return f"There is {'a' if old.value is None else 'no'} score now: {graded(new)}, {graded(old)} before."
    verb = "rose" if new.value > old.value else "fell"
    return f"The score {verb} by {abs(new.value - old.value):.1f} points, from {graded(old)} to {graded(new)}."


def graded(score: Score) -> str:
    """A score in one or two words, such as `C 62.4`."""
    if score.value is None:
        return "not scored"
    return f"{score.grade} {score.value:.1f}" if score.grade else f"{score.value:.1f}"


def _graver(comparison: Comparison, fate: FindingFate) -> Iterator[str]:
    """One sentence on the errors and one on the warnings of a fate."""
    found = [latest(each.old, each.new) for each in comparison.findings_that(fate)]
    for severity in _WEIGHTY:
        rules = Counter(f"{each.rule} {each.name}" for each in found if each.severity is severity)
        if rules:
            number = sum(rules.values())
            names = ", ".join(f"{name} ({times}×)" if times > 1 else name for name, times in rules.items())
            yield f"{counted(number, f'{fate.value} {severity.value}')}: {names}."


def _told(sources: Sequence[ComparedSource], news: Mapping[SourceChange, str]) -> Iterator[str]:
    """One sentence for each source of which there is such news."""
    for each in sources:
        said = next((words for change, words in news.items() if change in each.changes), None)
        if said is not None and each.old is not None and each.new is not None:
            before = "" if called(each.old) == called(each.new) else f" (before: {called(each.old)})"
            yield f"{said}: {called(each.new)}{before}."
