"""The page on many stories: worst first, with what they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attribution.badges import BADGES
from attribution.finding import Severity
from attribution.model import UNNAMED, Kind, Tag
from attribution.phrasing import called, counted
from attribution.report import Report
from attribution.scoring.parts import NOTE
from attribution.verdict import Verdict, Word, standing, verdict
from attribution.web.page import rendered
from attribution.web.view import Segment, segments

_MOST = 20
"""Descriptions and outlets that are listed."""
_WORST = (Word.BLOCKED, Word.REVIEW, Word.PASS)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the page on many stories says about one of them."""

    href: str
    """Where its own page stands, as a relative reference."""
    path: str
    headline: str
    verdict: Verdict
    score: float | None
    grade: str | None
    words: int
    errors: int
    warnings: int
    infos: int
    counts: tuple[tuple[Tag, int], ...]
    segments: tuple[Segment, ...]
    unnamed: tuple[str, ...]
    """The unnamed sources on whom it rests, in its own words."""
    outlets: tuple[str, ...]
    """The other news organisations on which it relies."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that several stories have, and how many do."""

    words: str
    stories: int


def entry(report: Report, href: str) -> Entry:
    """A story's line on the page, which links to `href`."""
    numbers = Counter(each.severity for each in standing(report))
    used = [each for each in report.sources if each.statements]
    relied = {each.id for each in used if each.kind is Kind.OUTLET} | {each.via for each in report.statements}
    return Entry(
        href=href,
        path=report.story.path,
        headline=report.story.headline or report.story.path,
        verdict=verdict(report),
        score=report.score.value,
        grade=report.score.grade,
        words=report.story.words,
        errors=numbers[Severity.ERROR],
        warnings=numbers[Severity.WARNING],
        infos=numbers[Severity.INFO],
        counts=tuple(report.counts().items()),
        segments=segments(report),
        unnamed=tuple(each.description for each in used if each.kind in UNNAMED),
        outlets=tuple(dict.fromkeys(called(each) for each in report.sources if each.id in relied)),
    )


def index_page(entries: Sequence[Entry]) -> str:
    """The page on all stories as HTML."""
    totals = Counter[Tag]()
    for each in entries:
        totals.update(dict(each.counts))
    scores = [each.score for each in entries if each.score is not None]
    return rendered(
        "index.html",
        entries=sorted(entries, key=_badness),
        verdicts=[(word, sum(each.verdict.word is word for each in entries)) for word in _WORST],
        mean=sum(scores) / len(scores) if scores else None,
        totals=[(tag, totals[tag]) for tag in Tag],
        unnamed=_shared(each.unnamed for each in entries),
        outlets=_shared(each.outlets for each in entries),
        caution=NOTE,
        counted=counted,
        worst=_WORST,
        badges=BADGES,
    )


def _badness(each: Entry) -> tuple[int, int, int, float, str]:
    """Worst first: by verdict, then by findings, then by score."""
    score = each.score if each.score is not None else 101.0
    return _WORST.index(each.verdict.word), -each.errors, -each.warnings, score, each.path


def _shared(rows: Iterable[Sequence[str]]) -> tuple[Shared, ...]:
    """What occurs in most stories, first as the stories have it; case does not matter."""
    spelled: dict[str, str] = {}
    found = Counter[str]()
    for row in rows:
        for words in row:
            spelled.setdefault(words.casefold(), words)
        found.update({words.casefold() for words in row})
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Shared(spelled[key], number) for key, number in ordered[:_MOST])
