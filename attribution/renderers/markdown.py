"""GitHub-flavoured Markdown: the report as a page for a pull request or a wiki, readable as plain CommonMark too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from attribution.badges import BADGES, UNSURE
from attribution.finding import WORST_FIRST, Finding, Severity
from attribution.markdown_page import NUMBER, Column, plain, table
from attribution.model import Source, Statement, Tag
from attribution.paths import shown
from attribution.phrasing import badge, basis, component, counted, graded, is_unresolved, note, place, shortened, who
from attribution.rendering import Renderer, Surface
from attribution.report import Report
from attribution.scoring.parts import NOTE, Score
from attribution.verdict import standing, verdict

_QUOTED = 300
"""Characters of the words that a finding is about; the story has them all further down."""
_CELL = 120
"""Characters of a source in its table."""
_SUM = (Column("part"), Column("points", NUMBER), Column("reached", NUMBER), Column("because"))
_REGISTER = (
    Column("id"),
    Column("source"),
    Column("kind"),
    Column("used", NUMBER),
    Column("identity", NUMBER),
    Column("first hand", NUMBER),
    Column("note"),
)
_STORIES = (
    Column("story"),
    Column("score", NUMBER),
    Column("grade"),
    *(Column(each.code, NUMBER) for each in BADGES.values()),
    *(Column(severity.value, NUMBER) for severity in WORST_FIRST),
)


class _Row(NamedTuple):
    """What the table at the end says about one story."""

    path: str
    score: Score
    counts: Mapping[Tag, int]
    findings: Mapping[Severity, int]


def _render(reports: Iterable[Report], _: Surface) -> Iterator[str]:
    rows = []
    for report in reports:
        path, found = shown(report.story.path), Counter(each.severity for each in standing(report))
        rows.append(_Row(path, report.score, report.counts(), found))
        yield _joined(_page(report))
    if len(rows) > 1:
        yield _joined(_summary(rows))


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _page(report: Report) -> Iterator[str]:
    yield from _head(report)
    yield from _fix_first(report)
    if report.score.components:
        yield from _arithmetic(report.score)
    if report.sources:
        yield from _register(report)
    yield from _story(report)
    yield from _allowed(report)
    yield from _uncertain(report)
    yield from _provenance(report)


def _section(title: str) -> Iterator[str]:
    yield from (f"### {title}", "")


def _head(report: Report) -> Iterator[str]:
    """The verdict, and how much of the story rests on whom."""
    story = report.story
    yield from (f"## Source attribution: {plain(shown(story.path))}", "")
    found = verdict(report)
    yield from (f"**{found.word.value.capitalize()}** – {plain(found.because)}", "")
    yield from (f"**{plain(graded(report.score))}** – {plain(report.score.because)}", "")
    facts = [story.headline, *story.bylines, story.outlet, story.published, counted(story.words, "word")]
    yield from (" · ".join(plain(fact) for fact in facts if fact), "")
    counts = report.counts()
    yield from table(
        [Column(f"{badge.code} {badge.label}", NUMBER) for badge in BADGES.values()],
        [[str(counts[tag]) for tag in BADGES]],
    )
    yield from ("", f"*{NOTE}*", "")


def _fix_first(report: Report) -> Iterator[str]:
    found = standing(report)
    if not found:
        yield from ("No findings.", "")
        return
    numbers = Counter(each.severity for each in found)
    counts = ", ".join(counted(numbers[severity], severity.value) for severity in WORST_FIRST if numbers[severity])
    yield from _section(f"What to fix first: {counts}")
    for each in found:
        yield from _finding(report, each)


def _finding(report: Report, finding: Finding) -> Iterator[str]:
    yield from (f"- **{finding.severity.value}** {_named(report, finding)}", "")
    if finding.statement is not None:
        yield from (f"  > {plain(shortened(finding.span.of(report.story.text), _QUOTED))}", "")
    yield from (f"  {plain(finding.message)}", "", f"  → {plain(finding.suggestion)}", "")


def _named(report: Report, finding: Finding) -> str:
    return f"{plain(finding.rule)} {plain(finding.name)} · {place(report.story, finding)}"


def _arithmetic(score: Score) -> Iterator[str]:
    """The score as a sum, each line with its reason."""
    yield from _section("How the score comes about")
    yield from table(_SUM, _terms(score))
    yield ""


def _terms(score: Score) -> Iterator[tuple[str, str, str, str]]:
    for each in score.components:
        applies = each.points is not None and each.value is not None
        points, value = (f"+{each.points:.1f}", f"{each.value:.0%}") if applies else ("–", "–")
        yield component(each.name), points, value, each.because
    if score.deduction is not None:
        yield "anonymity", f"−{score.deduction.points:.1f}", "", score.deduction.because
    for cap in score.capped_by:
        yield "no more than", str(cap.limit), "", cap.because
    yield "score", f"{score.value:.1f}", "", ""


def _register(report: Report) -> Iterator[str]:
    """Who the sources are."""
    yield from _section("Sources")
    yield from table(_REGISTER, (_source(each, report.story.text) for each in report.sources))
    yield ""


def _source(source: Source, text: str) -> tuple[str, ...]:
    return (
        source.id,
        shortened(who(source), _CELL),
        source.kind.value.replace("-", " "),
        str(len(source.statements)),
        f"{source.identification:.1f}",
        f"{source.first_hand:.2f}",
        note(source, text),
    )


def _story(report: Report) -> Iterator[str]:
    """Each statement with its badge and its source, a quotation a paragraph."""
    yield from _section("The story")
    sources = {source.id: source for source in report.sources}
    for _, statements in groupby(report.statements, key=lambda each: each.paragraph):
        yield "\n>\n".join(_statement(report, each, sources) for each in statements)
        yield ""


def _statement(report: Report, statement: Statement, sources: Mapping[str, Source]) -> str:
    said = f"> **{badge(statement)}** {plain(statement.span.of(report.story.text))}"
    rests_on = basis(statement, sources)
    return f"{said}\\\n> ↳ {plain(rests_on)}" if rests_on else said


def _allowed(report: Report) -> Iterator[str]:
    """What does not count, and why."""
    allowed = [(each, each.suppressed) for each in report.findings if each.suppressed is not None]
    if not allowed:
        return
    yield from _section("Allowed")
    for finding, suppression in allowed:
        yield f"- {_named(report, finding)}: {plain(suppression.reason)} ({plain(suppression.where)})"
    yield ""


def _uncertain(report: Report) -> Iterator[str]:
    """What an editor should not take on trust."""
    doubtful = [each for each in report.statements if each.confidence < UNSURE]
    unresolved = [each for each in report.statements if is_unresolved(each)]
    yield from _section("What was uncertain")
    if not doubtful and not unresolved:
        yield "Every tag is likelier right than not, and every source was worked out."
    if doubtful:
        shares = ", ".join(f"{_line(report, each)} ({each.confidence:.0%})" for each in doubtful)
        yield f"- A tag with a ? is less than {UNSURE:.0%} certain: line {shares}."
    if unresolved:
        yield f"- Whose word it is was not worked out: line {', '.join(_line(report, each) for each in unresolved)}."
    yield ""


def _line(report: Report, statement: Statement) -> str:
    return str(report.story.locate(statement.span).line)


def _provenance(report: Report) -> Iterator[str]:
    """With what, and from which bytes, the report was made."""
    story, policy = report.story, report.policy
    made_by = f"attribution {report.version}, preset {policy.preset}, genre {policy.genre.value}"
    read_as = f"{story.format}, {story.encoding}, SHA-256 {story.sha256}"
    yield from ("---", "", f"Made by {plain(made_by)} from {plain(read_as)}.", "")


def _summary(rows: Iterable[_Row]) -> Iterator[str]:
    """All stories in a table."""
    yield from ("## All stories", "")
    yield from table(
        _STORIES,
        (
            (
                row.path,
                "–" if row.score.value is None else f"{row.score.value:.1f}",
                row.score.grade or "–",
                *(str(row.counts[tag]) for tag in BADGES),
                *(str(row.findings[severity]) for severity in WORST_FIRST),
            )
            for row in rows
        ),
    )


RENDERER = Renderer("markdown", _render)
