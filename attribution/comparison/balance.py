"""What got better and what got worse from one version to the next, in sentences: what an editor reads first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from attribution.comparison.comparing import Comparison
from attribution.comparison.findings import ComparedFinding, FindingFate
from attribution.comparison.sources import ComparedSource, SourceChange
from attribution.finding import LADDER, Finding, Severity
from attribution.model import Tag
from attribution.phrasing import called, counted
from attribution.scoring.parts import Score

_WEIGHTY = (Severity.ERROR, Severity.WARNING)
"""A finding of less is advice: it is listed, but makes no version better or worse."""
_FIRMER = frozenset({Tag.RECORD, Tag.OUTLET, Tag.BACKGROUND})
"""The tags of sentences that rest on nobody whom the story leaves unnamed; a refusal to comment rests on nothing."""
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
    """What got better and worse: score, graver findings, what rests on unnamed sources, and how sources are told."""
    old, new = comparison.old.score, comparison.new.score
    rise = _number(new) - _number(old)
    moved = (_moved(old, new),) if rise else ()
    still = comparison.findings_that(FindingFate.STILL)
    back = comparison.findings_that(FindingFate.NO_LONGER_SUPPRESSED)
    tags = [comparison.tags(each) for each in comparison.retagged()]
    return Balance(
        better=(
            *(moved if rise > 0 else ()),
            *_weighty("fixed {}", comparison.findings_that(FindingFate.FIXED)),
            *_weighty("{} of less weight now", [each for each in still if each.graver < 0]),
            *_unnamed("no longer {} on unnamed sources; now", (each.new for each in tags if each.old is Tag.ANONYMOUS)),
            *_told(comparison.sources, _GAINS),
        ),
        worse=(
            *(moved if rise < 0 else ()),
            *_weighty("new {}", comparison.findings_that(FindingFate.NEW)),
            *_weighty("{} of more weight now", [each for each in still if each.graver > 0]),
            *_weighty("{} no longer suppressed", back),
            *_unnamed("{} on unnamed sources now; before", (each.old for each in tags if each.new is Tag.ANONYMOUS)),
            *_told(comparison.sources, _LOSSES),
        ),
    )


def _number(score: Score) -> float:
    """The value of a score; a story without one stands below them all."""
    return -1.0 if score.value is None else score.value


def _moved(old: Score, new: Score) -> str:
    if old.value is None or new.value is None:
        return f"There is {'a' if old.value is None else 'no'} score now: {marked(new)}, {marked(old)} before."
    verb = "rose" if new.value > old.value else "fell"
    return f"The score {verb} by {abs(new.value - old.value):.1f} points, from {marked(old)} to {marked(new)}."


def marked(score: Score) -> str:
    """A score in one or two words, such as `C 62.4`."""
    if score.value is None:
        return "not scored"
    return f"{score.grade} {score.value:.1f}" if score.grade else f"{score.value:.1f}"


def _weighty(became: str, findings: Iterable[ComparedFinding]) -> Iterator[str]:
    """One sentence on the errors and one on the warnings of which something became, each by its graver version."""
    found = [max((each.old, each.new), key=_weight) for each in findings]
    for severity in _WEIGHTY:
        rules = Counter(f"{each.rule} {each.name}" for each in found if each is not None and each.severity is severity)
        if rules:
            number = sum(rules.values())
            noun = counted(number, severity.value).partition(" ")[2]
            yield f"{number} {became.format(noun)}: {_listed(rules)}."


def _listed(names: Counter[str]) -> str:
    return ", ".join(f"{name} ({times}×)" if times > 1 else name for name, times in names.items())


def _weight(finding: Finding | None) -> int:
    return -1 if finding is None else LADDER.index(finding.severity)


def _unnamed(became: str, others: Iterable[Tag | None]) -> Iterator[str]:
    """One sentence on how many came to rest on unnamed sources, or ceased to, and their tags in the other version."""
    tags = Counter(other.value for other in others if other in _FIRMER)
    if tags:
        number = sum(tags.values())
        rest = "rests" if number == 1 else "rest"
        yield f"{counted(number, 'sentence')} {became.format(rest)}: {_listed(tags)}."


def _told(sources: Sequence[ComparedSource], news: Mapping[SourceChange, str]) -> Iterator[str]:
    """One sentence for each source of which there is such news."""
    for each in sources:
        said = next((words for change, words in news.items() if change in each.changes), None)
        if said is not None and each.old is not None and each.new is not None:
            before = "" if called(each.old) == called(each.new) else f" (before: {called(each.old)})"
            yield f"{said}: {called(each.new)}{before}."
