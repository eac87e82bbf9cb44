"""Markdown: the check as a page for a pull request, a wiki or a job's summary."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.finding import WORST_FIRST
from attribution.gate.format import Format, Verdict, stories_with_findings
from attribution.gate.placed import Checked, Placed, counts
from attribution.markdown_page import NUMBER, Column, plain, table
from attribution.phrasing import counted
from attribution.rendering import Surface
from attribution.scoring.parts import NOTE

_COLUMNS = (
    Column("story"),
    Column("score", NUMBER),
    *(Column(severity.value, NUMBER) for severity in WORST_FIRST),
    Column("allowed", NUMBER),
)


def _render(verdict: Verdict, _surface: Surface) -> str:
    return "".join(f"{line}\n" for line in _lines(verdict))


def _lines(verdict: Verdict) -> Iterator[str]:
    numbers = counts(verdict.checks)
    passes = not verdict.failures and not verdict.unread
    yield f"## Source attribution: {'passes' if passes else 'fails'}"
    yield ""
    yield from (f"- {plain(reason)}" for reason in (*verdict.failures, *verdict.unread))
    if not passes:
        yield ""
    yield from table(_COLUMNS, map(_row, verdict.checks))
    yield ""
    if sum(numbers.values()):
        yield from _stories(verdict)
    if verdict.policy_url:
        yield f"House policy: <{verdict.policy_url}>"
        yield ""
    yield f"<sub>{NOTE}</sub>"


def _row(story: Checked) -> tuple[str, ...]:
    mine = counts((story,))
    score = "–" if story.score is None else f"{story.score:.1f} {story.grade or ''}".strip()
    return story.path, score, *(str(mine[severity]) for severity in WORST_FIRST), str(len(story.waived()))


def _stories(verdict: Verdict) -> Iterator[str]:
    for story in stories_with_findings(verdict.checks):
        yield f"### {plain(story.path)}: {counted(len(story.standing()), 'finding')}"
        yield ""
        yield from (_item(each) for each in story.standing())
        yield from (_waived(each) for each in story.waived())
        yield ""


def _item(each: Placed) -> str:
    advice = "" if each.suggestion is None else f" *{plain(each.suggestion)}*"
    place = f"line {each.start.line}"
    return f"- **{each.severity.value}** `{each.code}` {plain(each.name)}, {place}: {plain(each.message)}{advice}"


def _waived(each: Placed) -> str:
    reason = each.suppressed.reason if each.suppressed is not None else ""
    return f"- allowed `{each.code}`, line {each.start.line}: {plain(reason)}"


FORMAT = Format("markdown", _render)
