"""What the page on one story shows: values ready to be written, so that the template only places them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from attribution.badges import BADGES, UNSURE, Badge
from attribution.enforcement import rules
from attribution.finding import WORST_FIRST, Finding, Severity
from attribution.model import UNNAMED, Kind, Role, Source, Span, Tag
from attribution.phrasing import called, counted, identified, reached
from attribution.report import Report
from attribution.report.document import SCHEMA_VERSION, policy_document
from attribution.standards import standards
from attribution.verdict import standing
from attribution.web.pieces import Numbered, inside


@dataclass(frozen=True, slots=True)
class Segment:
    """One tag in the bar of all statements."""

    badge: Badge
    tag: str
    number: int
    start: float
    """Per cent of the bar to its left."""
    width: float
    """Per cent of the bar."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One paragraph in the strip."""

    number: int
    badge: Badge
    tag: str
    said: str


@dataclass(frozen=True, slots=True)
class Note:
    """One finding as the page tells it."""

    number: int
    finding: Finding
    line: int
    column: int
    quoted: tuple[str, str, str] | None
    """Its sentence: what stands before the words that it is about, those words, what follows; None: the whole story."""
    why: str
    """Why the rule matters; empty for a rule that this version does not know."""
    standards: tuple[str, ...]
    """Whose published standards ask for it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One source in the register."""

    source: Source
    called: str
    kind: str
    line: int | None
    identification: str
    first_hand: str
    """Empty for a source on which nothing rests."""
    weight: str
    """What it weighs in the score; empty for a source that is not in it."""
    anonymity: str
    """How its anonymity is handled; empty for a named source."""
    alone: tuple[int, ...]
    """Statements worth checking that rest on this unnamed source and nothing else."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made the report out of what."""

    version: str
    schema: str
    settings: str
    """The settings of the audit in words."""
    settings_hash: str
    """SHA-256 of the settings as the JSON report has them."""


def segments(report: Report) -> tuple[Segment, ...]:
    """The bar of all statements, a segment a tag that occurs."""
    total, made, start = max(1, len(report.statements)), [], 0.0
    for tag, number in report.counts().items():
        width = 100 * number / total
        if number:
            made.append(Segment(BADGES[tag], tag.value, number, round(start, 2), round(width, 2)))
        start += width
    return tuple(made)


def strip(report: Report) -> Iterator[Cell]:
    """The paragraphs of the body in order: what most sentences of each that rest on somebody's word rest on."""
    tags: dict[int, list[Tag]] = {}
    for statement in report.statements:
        tags.setdefault(statement.paragraph, []).append(statement.tag)
    for index, paragraph in enumerate(report.story.paragraphs):
        if paragraph.role is Role.BODY:
            found = Counter(tags.get(index, []))
            told = [tag for tag in Tag if found[tag] and tag is not Tag.BACKGROUND]
            most = max(told, key=lambda tag: found[tag], default=Tag.BACKGROUND)
            said = ", ".join(f"{found[tag]} {BADGES[tag].label}" for tag in Tag if found[tag])
            yield Cell(index + 1, BADGES[most], most.value, said)


def numbered(report: Report) -> tuple[Numbered, ...]:
    """The findings that count with their numbers, worst first."""
    return tuple(Numbered(number, finding) for number, finding in enumerate(standing(report), start=1))


def notes(report: Report, numbers: Iterable[Numbered]) -> tuple[Note, ...]:
    """Findings as the page tells them."""
    known = {rule.code: rule for rule in rules()}
    made = []
    for number, finding in numbers:
        place, rule = report.story.locate(finding.span), known.get(finding.rule)
        cited = dict.fromkeys(standards()[each.standard].publisher for each in rule.standards) if rule else {}
        made.append(
            Note(
                number=number,
                finding=finding,
                line=place.line,
                column=place.column,
                quoted=None if finding.statement is None else _quoted(report, finding.span, finding.statement),
                why=rule.why if rule else "",
                standards=tuple(cited),
            )
        )
    return tuple(made)


def _quoted(report: Report, span: Span, statement: int) -> tuple[str, str, str]:
    text, sentence = report.story.text, report.statements[statement].span
    words = inside(sentence, span)
    return text[sentence.start : words.start], words.of(text), text[words.end : sentence.end]


def grouped(found: tuple[Note, ...]) -> tuple[tuple[Severity, tuple[Note, ...]], ...]:
    """Notes by severity, worst first; severities without any are left out."""
    groups = (
        (severity, tuple(each for each in found if each.finding.severity is severity)) for severity in WORST_FIRST
    )
    return tuple((severity, each) for severity, each in groups if each)


def register(report: Report) -> Iterator[Row]:
    """Who the sources are."""
    for source in report.sources:
        voices = tuple(each for each in report.voices if each.source == source.id)
        first_hand = next((each.first_hand for each in voices), source.first_hand if source.statements else None)
        yield Row(
            source=source,
            called=called(source),
            kind=_kind(source),
            line=report.story.locate(source.mentions[0]).line if source.mentions else None,
            identification=identified(source.identification),
            first_hand="" if first_hand is None else f"{first_hand:.2f} {reached(first_hand)}",
            weight=f"{sum(each.weight for each in voices):.2f}" if voices else "",
            anonymity=_anonymity(source, report.story.text),
            alone=tuple(_alone(report, source)) if source.kind in UNNAMED else (),
        )


def _kind(source: Source) -> str:
    kind = source.kind.value.replace("-", " ")
    if source.kind in UNNAMED:
        return kind
    return f"{kind}, named" if source.is_named else f"{kind}, not named"


def _anonymity(source: Source, text: str) -> str:
    if source.anonymity is None:
        return ""
    asked = "asked not to be named" if source.anonymity.requested else "not named"
    reason = source.anonymity.reason
    return f"{asked}; reason given: “{reason.of(text)}”" if reason else f"{asked}; no reason given"


def _alone(report: Report, source: Source) -> Iterator[int]:
    for claim in report.claims:
        statement = report.statements[claim.statement]
        if statement.source == source.id and Tag.RECORD not in statement.also:
            yield claim.statement


def sources_counted(report: Report) -> str:
    """The sources in one line: `4 named, 3 unnamed, 1 outlet, 1 asked without an answer`."""
    used = [each for each in report.sources if each.statements]
    outlets = sum(each.kind is Kind.OUTLET for each in used)
    unnamed = sum(each.kind in UNNAMED for each in used)
    named = sum(each.is_named and each.kind is not Kind.OUTLET for each in used)
    described = len(used) - outlets - unnamed - named
    declined = len({each.actor or each.statement for each in report.silences})
    said = [f"{named} named", f"{unnamed} unnamed", counted(outlets, "outlet")]
    said += [f"{described} described but not named"] if described else []
    return ", ".join([*said, *([f"{declined} asked without an answer"] if declined else [])])


def unnamed_only(report: Report) -> str:
    """How many paragraphs of the body rest on unnamed sources alone, in words."""
    told: dict[int, set[Tag]] = {}
    for each in report.statements:
        if report.story.paragraphs[each.paragraph].role is Role.BODY:
            told.setdefault(each.paragraph, set()).update((each.tag, *each.also))
    alone = sum(bool(tags & {Tag.ANONYMOUS}) and not tags & {Tag.RECORD, Tag.OUTLET} for tags in told.values())
    return f"{alone} of {counted(len(told), 'paragraph')} {'rests' if alone == 1 else 'rest'} on unnamed sources alone"


def unsure(report: Report) -> tuple[int, ...]:
    """The statements of whose tag the tool is not sure."""
    return tuple(index for index, each in enumerate(report.statements) if each.confidence < UNSURE)


def provenance(report: Report) -> Provenance:
    """What made the report out of what."""
    policy = report.policy
    settings = policy_document(policy)
    overruled = [f"{each.code}={each.severity.value if each.severity else 'off'}" for each in policy.overrides]
    said = [f"preset {policy.preset}", f"genre {policy.genre.value}", *overruled]
    canonical = json.dumps(settings, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return Provenance(
        version=report.version,
        schema=SCHEMA_VERSION,
        settings=", ".join(said),
        settings_hash=hashlib.sha256(canonical.encode()).hexdigest(),
    )
