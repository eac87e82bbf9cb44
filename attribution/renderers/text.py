"""Text for an editor at a terminal: the verdict first, then who the sources are, then the story marked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from attribution.badges import BADGES, UNSURE
from attribution.model import Statement, Tag
from attribution.paths import shown
from attribution.phrasing import badge, basis, component, counted, graded, note, who
from attribution.rendering import Renderer, Surface
from attribution.report import Report
from attribution.scoring.parts import NOTE, Score
from attribution.scoring.score import WEIGHTS
from attribution.terminal_findings import findings_lines
from attribution.terminal_page import painted, strong, table, wrapped

_INDENT = " " * 4
_BAR = 30
"""Cells of the bar of tags, if the line has room for them."""
_LABEL = max(map(len, WEIGHTS)) + 2
_NARROW_COLUMNS = 44
"""Columns of the register's fixed cells and of the space between all cells."""
_COUNT_COLUMNS = 48
"""Columns of the summary beside the path."""


class _Summary(NamedTuple):
    """What the table at the end says about one story."""

    path: str
    score: Score
    counts: Mapping[Tag, int]


def _render(reports: Iterable[Report], surface: Surface) -> Iterator[str]:
    summaries = []
    for report in reports:
        summaries.append(_Summary(shown(report.story.path), report.score, report.counts()))
        yield _joined(_page(report, surface))
    if len(summaries) > 1:
        yield _joined(_summary(summaries, surface))


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _page(report: Report, surface: Surface) -> Iterator[str]:
    yield from _header(report, surface)
    yield ""
    yield from _verdict(report.score, surface)
    yield ""
    yield from _tags(report.counts(), surface)
    if report.score.components:
        yield ""
        yield from _parts(report.score, surface)
    yield ""
    yield from findings_lines(report, surface)
    if report.sources:
        yield ""
        yield from _register(report, surface)
    yield ""
    yield from _story(report, surface)
    yield ""


def _header(report: Report, surface: Surface) -> Iterator[str]:
    story = report.story
    yield from (strong(line, surface) for line in wrapped(shown(story.path), surface))
    yield "─" * surface.width
    if story.headline:
        yield from (strong(line, surface) for line in wrapped(story.headline, surface))
    facts = [*story.bylines, story.outlet, story.published, counted(story.words, "word")]
    yield from wrapped(" · ".join(fact for fact in facts if fact), surface)


def _verdict(score: Score, surface: Surface) -> Iterator[str]:
    yield from (strong(line, surface) for line in wrapped(graded(score), surface))
    yield from wrapped(score.because, surface)
    yield from wrapped(NOTE, surface)


def _tags(counts: Mapping[Tag, int], surface: Surface) -> Iterator[str]:
    """The bar of the five tags in one line, and what their letters mean."""
    numbers = "  ".join(f"{BADGES[tag].code} {number}" for tag, number in counts.items())
    cells = _cells(counts, min(_BAR, surface.width - len(numbers) - len("[]  ")))
    bar = "".join(painted(BADGES[tag].fill * number, surface, BADGES[tag].colour) for tag, number in cells.items())
    yield f"[{bar}]  {numbers}"
    yield from wrapped(" · ".join(f"{each.code} {each.label}" for each in BADGES.values()), surface)


def _cells(counts: Mapping[Tag, int], width: int) -> dict[Tag, int]:
    """How many cells of the bar each tag has: its share, at least one; the largest takes what rounding leaves."""
    total = sum(counts.values())
    cells = {tag: max(1, round(width * number / total)) for tag, number in counts.items() if number}
    if cells:
        cells[max(cells, key=lambda tag: cells[tag])] += width - sum(cells.values())
    return cells


def _parts(score: Score, surface: Surface) -> Iterator[str]:
    """The score as a sum, each line with its reason."""
    sign = " "
    for each in score.components:
        if each.points is not None and each.value is not None:
            yield from _term(sign, each.points, each.name, f"{each.value:.0%}", each.because, surface)
            sign = "+"
    if score.deduction is not None:
        yield from _term("−", score.deduction.points, "anonymity", "", score.deduction.because, surface)
    for cap in score.capped_by:
        yield from wrapped(f"no more than {cap.limit}: {cap.because}", surface, "  ", _INDENT)
    yield f"= {score.value:4.1f}"
    missing = ", ".join(component(each.name) for each in score.components if each.points is None)
    if missing:
        yield from wrapped(f"Not applicable: {missing}.", surface, "  ", "  ")


def _term(sign: str, points: float, name: str, reached: str, because: str, surface: Surface) -> list[str]:
    """One line of the sum, with how much of what it can contribute it does."""
    first = f"{sign} {points:4.1f}  {component(name):{_LABEL}}{reached:>4}  "
    return wrapped(because, surface, first, " " * len(first))


def _register(report: Report, surface: Surface) -> list[str]:
    """Who the sources are."""
    room = surface.width - _NARROW_COLUMNS
    rows = (
        (
            each.id,
            who(each),
            each.kind.value.replace("-", " "),
            str(len(each.statements)),
            f"{each.identification:.1f}",
            note(each, report.story.text),
        )
        for each in report.sources
    )
    headers = ("id", "source", "kind", "used", "identity", "note")
    return table(headers, rows, (None, room * 3 // 5, None, None, None, room - room * 3 // 5))


def _story(report: Report, surface: Surface) -> Iterator[str]:
    """Each statement with its badge and its source."""
    sources = {source.id: source for source in report.sources}
    paragraph = None
    for statement in report.statements:
        if paragraph not in (None, statement.paragraph):
            yield ""
        paragraph = statement.paragraph
        yield from _statement(report, statement, surface)
        rests_on = basis(statement, sources)
        if rests_on:
            lines = wrapped(rests_on, surface, f"{_INDENT}└ ", f"{_INDENT}  ")
            yield from (painted(line, surface, "cyan") for line in lines)
    if any(statement.confidence < UNSURE for statement in report.statements):
        yield ""
        yield from wrapped("? marks a tag of which the tool is not sure.", surface)


def _statement(report: Report, statement: Statement, surface: Surface) -> Iterator[str]:
    mark = f"{badge(statement):3} "
    lines = wrapped(statement.span.of(report.story.text), surface, _INDENT, _INDENT)
    yield painted(mark, surface, BADGES[statement.tag].colour) + lines[0][len(_INDENT) :] if lines else mark.rstrip()
    yield from lines[1:]


def _summary(summaries: Iterable[_Summary], surface: Surface) -> list[str]:
    """All stories in a table."""
    rows = (
        (
            each.path,
            "–" if each.score.value is None else f"{each.score.value:.1f}",
            each.score.grade or "–",
            *(str(number) for number in each.counts.values()),
        )
        for each in summaries
    )
    headers = ("story", "score", "grade", *(each.code for each in BADGES.values()))
    widths = (surface.width - _COUNT_COLUMNS, *(None for _ in headers[1:]))
    return table(headers, rows, widths)


RENDERER = Renderer("text", _render)
