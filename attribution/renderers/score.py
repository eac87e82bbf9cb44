"""The arithmetic of the score: every number with what it was counted from, so that a reader can do the sum again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attribution.facts.targets import Target
from attribution.paths import shown
from attribution.phrasing import shortened
from attribution.rendering import Renderer, Surface
from attribution.report import Report
from attribution.scoring.parts import NOTE, Component
from attribution.scoring.score import full
from attribution.scoring.weighing import Voice
from attribution.terminal_page import strong, table, wrapped

_WHO = 40
"""Characters of a source in the table of voices."""


def _render(reports: Iterable[Report], surface: Surface) -> Iterator[str]:
    for report in reports:
        yield "".join(f"{line}\n" for line in _page(report, surface))


def _page(report: Report, surface: Surface) -> Iterator[str]:
    score = report.score
    yield strong(shown(report.story.path), surface)
    yield from wrapped(NOTE, surface)
    if score.value is None:
        yield from wrapped(f"Not scored: {score.because}", surface)
        yield ""
        return
    yield ""
    yield from _sum(report, surface)
    yield ""
    yield from _voices(report, surface)
    yield from _targets(report, report.targets, surface)
    yield from _claims(report, surface)
    yield ""


def _sum(report: Report, surface: Surface) -> Iterator[str]:
    """The components and what is taken off, as a sum."""
    score = report.score
    most = full(each.name for each in score.components if each.points is not None)
    for each in score.components:
        yield from _component(each, most, surface)
    if score.deduction is not None:
        off = score.deduction
        formula = f"anonymity: 20 × {off.share:.3f} unidentified share × (1 − {off.handling:.3f} handling)"
        yield f"− {off.points:5.1f}  {formula}"
        yield from wrapped(off.because, surface, " " * 9, " " * 9)
    for cap in score.capped_by:
        yield from wrapped(f"no more than {cap.limit}: {cap.because}", surface, "  ", " " * 9)
    yield f"= {score.value:5.1f}"


def _component(each: Component, most: dict[str, float], surface: Surface) -> Iterator[str]:
    name = each.name.replace("_", " ")
    if each.value is None or each.points is None:
        yield f"     –    {name}: does not apply; its weight of {each.weight} goes to the others"
    else:
        yield f"+ {each.points:5.1f}  {name}: {each.value:.3f} × {most[each.name]:.1f} (weight {each.weight})"
    yield from wrapped(each.because, surface, " " * 9, " " * 9)


def _voices(report: Report, surface: Surface) -> Iterator[str]:
    """Every voice with its weight, its levels and the lines of its statements."""
    rows = [
        (
            _who(report, voice),
            f"{voice.weight:.2f}",
            f"{voice.identification:.1f}",
            f"{voice.first_hand:.2f}",
            "–" if voice.handling is None else f"{voice.handling.value:.2f}",
            _lines(report, voice.statements),
        )
        for voice in report.voices
    ]
    room = max(12, surface.width - 66)
    yield from table(
        ("voice", "weight", "identity", "first hand", "handling", "lines"), rows, (_WHO, None, None, None, None, room)
    )


def _who(report: Report, voice: Voice) -> str:
    source = report.source(voice.source)
    return shortened(source.name or source.description, _WHO) if source else "nobody in particular"


def _lines(report: Report, statements: Sequence[int]) -> str:
    return ", ".join(str(report.story.locate(report.statements[i].span).line) for i in statements)


def _targets(report: Report, targets: Sequence[Target], surface: Surface) -> Iterator[str]:
    if targets:
        yield ""
        yield strong("Accused", surface)
    for each in targets:
        answer = each.reply.name.lower().replace("_", " ")
        where = "" if each.reply_statement is None else f", line {_lines(report, (each.reply_statement,))}"
        yield from wrapped(
            f"{each.name}, line {_lines(report, (each.statement,))}: {answer} ({each.reply.value:g}){where}",
            surface,
            "  ",
            "    ",
        )


def _claims(report: Report, surface: Surface) -> Iterator[str]:
    if report.claims:
        yield ""
        yield strong("Claims that a checker would look up", surface)
    for each in report.claims:
        stands = "has a source" if each.is_grounded else "has none"
        words = shortened(report.words(each.statement), surface.width - 30)
        yield from wrapped(
            f"line {_lines(report, (each.statement,))}, {each.worth.value}, {stands}: {words}", surface, "  ", "    "
        )


RENDERER = Renderer("score", _render)
