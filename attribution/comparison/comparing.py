"""Two reports compared: what the newer version of a story does better or worse than the older one."""

from __future__ import annotations

from dataclasses import dataclass

from attribution.comparison.findings import ComparedFinding, FindingFate, followed
from attribution.comparison.notes import notes
from attribution.comparison.pairing import Pair
from attribution.comparison.scores import caps, components
from attribution.comparison.sources import ComparedSource, SourceFate, matched
from attribution.comparison.statements import ComparedStatement, StatementFate, aligned
from attribution.model import Tag
from attribution.report import Report
from attribution.scoring.parts import Cap, Component


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports, and what became of everything in them: each thing of either stands in it exactly once."""

    old: Report
    new: Report
    statements: tuple[ComparedStatement, ...]
    sources: tuple[ComparedSource, ...]
    findings: tuple[ComparedFinding, ...]
    components: tuple[Pair[Component], ...]
    caps: tuple[Pair[Cap], ...]
    notes: tuple[str, ...]
    """What to know before trusting it, in sentences."""

    def statements_that(self, *fates: StatementFate) -> tuple[ComparedStatement, ...]:
        """The statements of some fates."""
        return tuple(each for each in self.statements if each.fate in fates)

    def sources_that(self, *fates: SourceFate) -> tuple[ComparedSource, ...]:
        """The sources of some fates."""
        return tuple(each for each in self.sources if each.fate in fates)

    def findings_that(self, *fates: FindingFate) -> tuple[ComparedFinding, ...]:
        """The findings of some fates."""
        return tuple(each for each in self.findings if each.fate in fates)

    def tags(self, statement: ComparedStatement) -> Pair[Tag]:
        """The tag of a statement before and after."""
        return Pair(
            None if statement.old is None else self.old.statements[statement.old].tag,
            None if statement.new is None else self.new.statements[statement.new].tag,
        )

    def retagged(self) -> tuple[ComparedStatement, ...]:
        """The statements that both versions have, with different tags."""
        both = self.statements_that(StatementFate.KEPT, StatementFate.EDITED)
        return tuple(each for each in both if self.tags(each).old is not self.tags(each).new)

    def counts(self) -> dict[Tag, Pair[int]]:
        """How many statements have each tag, before and after."""
        before, after = self.old.counts(), self.new.counts()
        return {tag: Pair(before[tag], after[tag]) for tag in Tag}

    def is_empty(self) -> bool:
        """Nothing that is compared differs."""
        return (
            all(each.fate is StatementFate.KEPT and not each.has_moved for each in self.statements)
            and not self.retagged()
            and all(each.fate is SourceFate.KEPT for each in self.sources)
            and all(each.fate in (FindingFate.STILL, FindingFate.SUPPRESSED) for each in self.findings)
            and all(each.old is not None and each.new is not None for each in self.findings)
            and not any(each.graver for each in self.findings)
            and self.old.score == self.new.score
        )


def compared(old: Report, new: Report) -> Comparison:
    """What became of the statements, sources, findings and numbers of one report in another.

    Neither side is preferred: with the two swapped, gained is lost and fixed is new, and nothing else differs.
    """
    statements = aligned(_sentences(old), _sentences(new))
    return Comparison(
        old=old,
        new=new,
        statements=statements,
        sources=matched(old, new, statements),
        findings=followed(old, new, statements),
        components=components(old.score, new.score),
        caps=caps(old.score, new.score),
        notes=tuple(notes(old, new, statements)),
    )


def _sentences(report: Report) -> tuple[str, ...]:
    return tuple(each.span.of(report.story.text) for each in report.statements)
