"""The words in which every format for people tells a comparison."""

from __future__ import annotations

from collections.abc import Iterator

from attribution import phrasing
from attribution.badges import BADGES
from attribution.comparison.comparing import Comparison
from attribution.comparison.findings import ComparedFinding, FindingFate
from attribution.comparison.pairing import Pair, latest
from attribution.comparison.scores import deductions
from attribution.comparison.sources import ComparedSource, SourceChange, SourceFate, reason
from attribution.comparison.statements import ComparedStatement, StatementFate
from attribution.model import Story, View
from attribution.paths import shown
from attribution.phrasing import called, counted

NO_DIFFERENCES = "Nothing differs: the same statements, tags, sources, findings and score."
EVEN = (
    "Nothing got better or worse: not the score, not the graver findings, not what rests on unnamed sources, not how "
    "sources are told."
)
NOTHING = "{}: nothing."
"""Of one side, where the other has something."""
FINDINGS = {
    FindingFate.NEW: "New findings",
    FindingFate.NO_LONGER_SUPPRESSED: "No longer suppressed",
    FindingFate.FIXED: "Fixed",
    FindingFate.NEWLY_SUPPRESSED: "Suppressed since, not fixed",
    FindingFate.STILL: "Still there",
    FindingFate.SUPPRESSED: "Suppressed",
}
SOURCES = {
    SourceFate.GAINED: "Sources gained",
    SourceFate.LOST: "Sources lost",
    SourceFate.CHANGED: "Sources told otherwise",
}
STATEMENTS = {
    StatementFate.EDITED: "Edited, tag as before",
    StatementFate.ADDED: "Added",
    StatementFate.REMOVED: "Removed",
}
RETAGGED = "Tag changed"
MOVED = "Moved, otherwise unchanged"
_WORD = "docx"


_READ_AS = {View.FINAL: "changes accepted", View.ORIGINAL: "changes rejected"}


def version(story: Story) -> str:
    """What to call a version: its file and, of a Word document, which of its texts was read."""
    return f"{shown(story.path)} ({_READ_AS[story.view]})" if story.format == _WORD else shown(story.path)


def number(value: float | None, decimals: int) -> str:
    """A number, or a dash where there is none."""
    return "–" if value is None else f"{value:.{decimals}f}".replace("-", "−")


def signed(value: float | None, decimals: int) -> str:
    """A difference with its sign: `+1.5`, `−2.0`, `0.0`, or a dash."""
    return f"{'+' if value is not None and value > 0 else ''}{number(value, decimals)}"


def sums(comparison: Comparison) -> Iterator[tuple[str, Pair[float]]]:
    """What the score is the sum of and then the score, each in points before and after; nothing without any score."""
    if not comparison.components:
        return
    old, new = comparison.old.score, comparison.new.score
    for each in comparison.components:
        name = phrasing.component(latest(each.old, each.new).name)
        yield name, Pair(*(None if side is None else side.points for side in (each.old, each.new)))
    cost = deductions(old, new)
    yield "anonymity", Pair(*(None if side is None else 0.0 - side for side in (cost.old, cost.new)))
    yield "score", Pair(old.value, new.value)


def remarks(comparison: Comparison) -> Iterator[str]:
    """Why a version has no score, and the caps that came, went or stayed, as sentences."""
    for when, score in (("before", comparison.old.score), ("now", comparison.new.score)):
        if score.value is None:
            yield f"Not scored {when}: {score.because}"
    for each in comparison.caps:
        when = "still" if each.old and each.new else "now" if each.new else "before, not now"
        cap = latest(each.old, each.new)
        yield f"No more than {cap.limit} {when}: {cap.because}"


def tag_codes(comparison: Comparison, statement: ComparedStatement) -> str:
    """The badge of a statement, or the two badges when they differ: `AN → OR`."""
    tags = comparison.tags(statement)
    codes = [BADGES[tag].code for tag in (tags.old, tags.new) if tag is not None]
    return " → ".join(dict.fromkeys(codes))


def severities(finding: ComparedFinding) -> tuple[str, ...]:
    """How grave a finding is, or was and is."""
    return tuple(dict.fromkeys(each.severity.value for each in (finding.old, finding.new) if each is not None))


def place(comparison: Comparison, finding: ComparedFinding) -> str:
    """Where a finding stands, in the newest version that has it."""
    story = (comparison.old if finding.new is None else comparison.new).story
    return f"{phrasing.place(story, latest(finding.old, finding.new))} in {version(story)}"


def introduced(source: ComparedSource) -> str:
    """Who a source is and how much rests on it: `Mara Lind (person, identification 1, 2 statements)`."""
    known = latest(source.old, source.new)
    kind, resting = known.kind.value.replace("-", " "), counted(len(known.statements), "statement")
    return f"{called(known)} ({kind}, identification {known.identification:g}, {resting})"


def source_changes(comparison: Comparison, source: ComparedSource) -> tuple[str, ...]:
    """What is told otherwise about a source, in a few words each."""
    old, new = source.old, source.new
    if old is None or new is None:
        return ()
    before, after = reason(comparison.old, old), reason(comparison.new, new)
    used = f"{len(old.statements)} → {len(new.statements)} statements"
    identified = f"identification {old.identification:g} → {new.identification:g}"
    said = {
        SourceChange.NAMED: f"named now; before: {called(old)}",
        SourceChange.NAME_WITHHELD: f"no longer named; before: {called(old)}",
        SourceChange.RENAMED: f"another name; before: {called(old)}",
        SourceChange.REDESCRIBED: f"before: {old.description}",
        SourceChange.BETTER_IDENTIFIED: identified,
        SourceChange.LESS_IDENTIFIED: identified,
        SourceChange.REASON_GIVEN: f"reason given now: {after}",
        SourceChange.REASON_DROPPED: f"reason given no more: {before}",
        SourceChange.REASON_CHANGED: f"reason now: {after}; before: {before}",
        SourceChange.USED_MORE: used,
        SourceChange.USED_LESS: used,
    }
    return tuple(said[change] for change in source.changes)
