"""Text for an editor at a terminal: what got better and worse first, then the numbers, then every change in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attribution.badges import BADGES
from attribution.comparison.balance import balance, marked
from attribution.comparison.comparing import Comparison
from attribution.comparison.findings import ComparedFinding
from attribution.comparison.format import Format
from attribution.comparison.pairing import Pair, latest
from attribution.comparison.phrases import (
    EVEN,
    FINDINGS,
    MOVED,
    NO_DIFFERENCES,
    NOTHING,
    RETAGGED,
    SOURCES,
    STATEMENTS,
    introduced,
    number,
    place,
    remarks,
    severities,
    signed,
    source_changes,
    sums,
    tag_codes,
    version,
)
from attribution.comparison.scores import difference
from attribution.comparison.sources import ComparedSource
from attribution.comparison.statements import ComparedStatement, StatementFate
from attribution.phrasing import shortened
from attribution.rendering import Surface
from attribution.scoring.parts import NOTE
from attribution.terminal_page import strong, table, wrapped

_INDENT = " " * 4
_LEAD = 24
"""Characters of a sentence shown before the place where its versions part."""


def _render(comparison: Comparison, surface: Surface) -> str:
    return "".join(f"{line}\n" for line in _page(comparison, surface))


def _page(comparison: Comparison, surface: Surface) -> Iterator[str]:
    old, new = comparison.old, comparison.new
    for line in wrapped(f"{version(old.story)} → {version(new.story)}", surface):
        yield strong(line, surface)
    yield "─" * surface.width
    for note in comparison.notes:
        yield from wrapped(f"Note: {note}", surface, "", _INDENT)
    if comparison.is_empty():
        yield from wrapped(NO_DIFFERENCES, surface)
    else:
        yield from _differences(comparison, surface)
    yield ""
    yield from wrapped(NOTE, surface)


def _differences(comparison: Comparison, surface: Surface) -> Iterator[str]:
    yield from _balance(comparison, surface)
    yield ""
    yield from _numbers(comparison, surface)
    yield from _findings(comparison, surface)
    yield from _sources(comparison, surface)
    yield from _statements(comparison, surface)


def _balance(comparison: Comparison, surface: Surface) -> Iterator[str]:
    """What got better and what got worse."""
    yield strong(f"{marked(comparison.old.score)} → {marked(comparison.new.score)}", surface)
    better, worse = balance(comparison)
    for heading, sign, sentences in (("Better", "+", better), ("Worse", "−", worse)):
        if sentences:
            yield strong(heading, surface)
        elif better or worse:
            yield NOTHING.format(heading)
        for sentence in sentences:
            yield from wrapped(sentence, surface, f"  {sign} ", _INDENT)
    if not better and not worse:
        yield from wrapped(EVEN, surface)


def _numbers(comparison: Comparison, surface: Surface) -> Iterator[str]:
    """The score as a sum, and how many statements have each tag."""
    points = tuple(sums(comparison))
    if points:
        yield from _table("points", points, 1)
    for sentence in remarks(comparison):
        yield from wrapped(sentence, surface, "", _INDENT)
    if points:
        yield ""
    counts = ((f"{BADGES[tag].code} {BADGES[tag].label}", pair) for tag, pair in comparison.counts().items())
    yield from _table("statements", counts, 0)


def _table(of: str, rows: Iterable[tuple[str, Pair[float] | Pair[int]]], decimals: int) -> list[str]:
    cells = (
        (name, number(pair.old, decimals), number(pair.new, decimals), signed(difference(pair.old, pair.new), decimals))
        for name, pair in rows
    )
    return table((of, "before", "now", "change"), cells, (None,) * 4)


def _findings(comparison: Comparison, surface: Surface) -> Iterator[str]:
    for fate, heading in FINDINGS.items():
        found = comparison.findings_that(fate)
        yield from _heading(heading, len(found), surface)
        for each in found:
            yield from _finding(comparison, each, surface)


def _finding(comparison: Comparison, finding: ComparedFinding, surface: Surface) -> Iterator[str]:
    known = latest(finding.old, finding.new)
    head = f"{' → '.join(severities(finding))}  {known.rule} {known.name} · {place(comparison, finding)}"
    yield from wrapped(head, surface, "  ", _INDENT)
    yield from wrapped(known.message, surface, _INDENT, _INDENT)
    if known.suppressed is not None:
        yield from wrapped(f"allowed: {known.suppressed.reason} ({known.suppressed.where})", surface, _INDENT, _INDENT)


def _sources(comparison: Comparison, surface: Surface) -> Iterator[str]:
    for fate, heading in SOURCES.items():
        found = comparison.sources_that(fate)
        yield from _heading(heading, len(found), surface)
        for each in found:
            yield from _source(comparison, each, surface)


def _source(comparison: Comparison, source: ComparedSource, surface: Surface) -> Iterator[str]:
    yield from wrapped(introduced(source), surface, "  ", _INDENT)
    for change in source_changes(comparison, source):
        yield from wrapped(change, surface, f"{_INDENT}· ", f"{_INDENT}  ")


def _statements(comparison: Comparison, surface: Surface) -> Iterator[str]:
    retagged = comparison.retagged()
    yield from _heading(RETAGGED, len(retagged), surface)
    for each in retagged:
        yield from _statement(comparison, each, surface)
    for heading, found in (
        *((heading, comparison.statements_that(fate)) for fate, heading in STATEMENTS.items()),
        (MOVED, tuple(each for each in comparison.statements_that(StatementFate.KEPT) if each.has_moved)),
    ):
        told = [each for each in found if each not in retagged]
        yield from _heading(heading, len(told), surface)
        for each in told:
            yield from _statement(comparison, each, surface)


def _statement(comparison: Comparison, statement: ComparedStatement, surface: Surface) -> Iterator[str]:
    """The badges and the words; of two wordings the part where they differ."""
    badges = tag_codes(comparison, statement)
    old = None if statement.old is None else comparison.old.words(statement.old)
    new = None if statement.new is None else comparison.new.words(statement.new)
    room = surface.width - len(_INDENT) - len(badges) - 6
    if old is None or new is None or old == new:
        yield f"  {badges}  “{shortened(latest(old, new), room)}”"
        return
    start = _parting(old, new) if max(len(old), len(new)) > room else 0
    lead = "…" if start else ""
    yield f"  {badges}  − “{shortened(lead + old[start:], room - 2)}”"
    yield f"  {' ' * len(badges)}  + “{shortened(lead + new[start:], room - 2)}”"


def _parting(old: str, new: str) -> int:
    """Where to begin two wordings so that the words in which they differ are seen: at a word a little before them."""
    shorter = min(len(old), len(new))
    parted = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    place = parted - _LEAD
    return 0 if place <= 0 else old.rfind(" ", 0, place) + 1


def _heading(words: str, times: int, surface: Surface) -> Iterator[str]:
    """A heading with the number of what follows; none when nothing does."""
    if times:
        yield ""
        yield strong(f"{words}: {times}", surface)


FORMAT = Format("text", _render)
