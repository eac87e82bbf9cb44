"""The page on one story."""

from __future__ import annotations

from itertools import pairwise

from attribution.badges import UNSURE
from attribution.phrasing import counted
from attribution.report import Report
from attribution.scoring.parts import BANDS, NOTE
from attribution.scoring.score import full
from attribution.verdict import verdict
from attribution.web import view
from attribution.web.page import rendered
from attribution.web.pieces import passages


def story_page(report: Report, index: str | None = None) -> str:
    """The whole report on one story as HTML; `index` is where the page on all stories stands, if there is one."""
    numbers = view.numbered(report)
    notes = view.notes(report, numbers)
    segments = view.segments(report)
    components = report.score.components
    return rendered(
        "story.html",
        report=report,
        index=index,
        verdict=verdict(report),
        caution=NOTE,
        bands=_bands(),
        segments=segments,
        counts=", ".join(f"{each.number} {each.tag}" for each in segments),
        strip=tuple(view.strip(report)),
        notes=notes,
        grouped=view.grouped(notes),
        waived=tuple(each for each in report.findings if each.suppressed is not None),
        sources_counted=view.sources_counted(report),
        unnamed_only=view.unnamed_only(report),
        passages=tuple(passages(report, numbers)),
        register=tuple(view.register(report)),
        most=full(each.name for each in components if each.points is not None),
        unsure=view.unsure(report),
        least_sure=UNSURE,
        provenance=view.provenance(report),
        counted=counted,
    )


def _bands() -> tuple[tuple[float, float, str], ...]:
    """The grades in order of score: where each begins and ends, and its letter."""
    lowest = [(low, grade) for low, grade, _ in reversed(BANDS)]
    return tuple((low, high, grade) for (low, grade), (high, _) in pairwise([*lowest, (100.0, "")]))
