"""A report in brat's standoff format: the text of the story, and beside it annotations that point into it.

http://brat.nlplab.org/standoff.html describes the format, http://brat.nlplab.org/configuration.html what a folder of
such files needs besides. Offsets count code points of the text. Statements are annotated with their tags, attributions
with cue, source and content, sources with their mentions, findings with notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from attribution.assembly import visible
from attribution.finding import Finding, Severity
from attribution.model import Attribution, Kind, Source, Span, Statement, Tag
from attribution.report import Report

_LINE = re.compile(r"[^\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
"""What the words of an annotation may hold: each annotation is one line, with tabs between its fields."""
_NUMBERS = tuple(f"{tenth / 10:.1f}" for tenth in range(11))
"""The values of a confidence: brat knows only attributes whose values are listed."""


@dataclass(frozen=True, slots=True)
class Standoff:
    """The two files of one story, to be written in UTF-8 with their line breaks as they are."""

    text: str
    """Of the `.txt` file."""
    annotations: str
    """Of the `.ann` file of the same name."""


class _Mark(NamedTuple):
    """Words under one label; the same words under the same label are one annotation."""

    label: str
    spans: tuple[Span, ...]


_Ids = Mapping[_Mark, str]
"""The id of every mark that has visible words."""


def standoff(report: Report) -> Standoff:
    """The report in standoff format; what has no visible words is left out."""
    text = report.story.text
    pieces = {mark: tuple(_pieces(mark.spans, text)) for mark in _marks(report)}
    ids = {mark: f"T{number}" for number, mark in enumerate((each for each in pieces if pieces[each]), start=1)}
    lines = (
        *(_bound(id_, mark.label, pieces[mark], text) for mark, id_ in ids.items()),
        *_numbered("R", _relations(report, ids)),
        *_same_sources(report, ids),
        *_numbered("A", _attributes(report, ids)),
        *_numbered("#", _notes(report, ids)),
    )
    return Standoff(text, "".join(f"{line}\n" for line in lines))


def configuration() -> str:
    """The `annotation.conf` without which brat shows none of the labels."""
    tags, kinds = "|".join(map(_label, Tag)), "|".join(map(_label, Kind))
    findings = [*(f"Finding{severity.value.capitalize()}" for severity in Severity), "Allowed"]
    lines = (
        "[entities]",
        *(*map(_label, Tag), "Cue", "Source", "Content", *findings),
        "[relations]",
        "SaidBy\tArg1:Cue, Arg2:Source",
        "Says\tArg1:Cue|Source, Arg2:Content",
        f"RestsOn\tArg1:{tags}, Arg2:Source",
        f"Via\tArg1:{tags}, Arg2:Source",
        "SameSource\tArg1:Source, Arg2:Source, <REL-TYPE>:symmetric-transitive",
        "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
        "[events]",
        "[attributes]",
        f"Confidence\tArg:{tags}, Value:{'|'.join(_NUMBERS)}",
        f"Carried\tArg:{tags}",
        *(f"Also{_label(tag)}\tArg:{tags}" for tag in Tag),
        f"Kind\tArg:Source, Value:{kinds}",
    )
    return "".join(f"{line}\n" for line in lines)


def _label(value: Tag | Kind) -> str:
    """Such as `AnonymousSourced`."""
    return "".join(word.capitalize() for word in value.value.split("-"))


def _marks(report: Report) -> Iterator[_Mark]:
    for statement in report.statements:
        yield _statement(statement)
    for attribution in report.attributions:
        yield from (_cue(attribution), _speaker(attribution), _content(attribution))
    for source in report.sources:
        yield from _mentions(source)
    for finding in report.findings:
        if finding.statement is not None:
            yield _finding(finding)


def _statement(statement: Statement) -> _Mark:
    return _Mark(_label(statement.tag), (statement.span,))


def _cue(attribution: Attribution) -> _Mark:
    return _Mark("Cue", () if attribution.cue is None else (attribution.cue,))


def _speaker(attribution: Attribution) -> _Mark:
    return _Mark("Source", () if attribution.source is None else (attribution.source,))


def _content(attribution: Attribution) -> _Mark:
    return _Mark("Content", attribution.content)


def _mentions(source: Source) -> Iterator[_Mark]:
    return (_Mark("Source", (mention,)) for mention in source.mentions)


def _finding(finding: Finding) -> _Mark:
    label = f"Finding{finding.severity.value.capitalize()}" if finding.suppressed is None else "Allowed"
    return _Mark(label, (finding.span,))


def _pieces(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """Spans cut where a line of annotations cannot go on, apart from one another and without white space around."""
    end = 0
    for span in sorted(spans):
        for match in _LINE.finditer(text, max(span.start, end), max(span.end, end)):
            words = match[0].strip()
            if words:
                start = match.start() + match[0].index(words)
                yield Span(start, start + len(words))
        end = max(span.end, end)


def _bound(id_: str, label: str, pieces: Iterable[Span], text: str) -> str:
    places = ";".join(f"{each.start} {each.end}" for each in pieces)
    return f"{id_}\t{label} {places}\t{' '.join(each.of(text) for each in pieces)}"


def _numbered(letter: str, contents: Iterable[str]) -> Iterator[str]:
    return (f"{letter}{number}\t{content}" for number, content in enumerate(dict.fromkeys(contents), start=1))


def _relations(report: Report, ids: _Ids) -> Iterator[str]:
    """Who says what, and on whose word each statement rests."""
    pairs: list[tuple[str, _Mark, _Mark]] = []
    for attribution in report.attributions:
        cue, speaker, content = _cue(attribution), _speaker(attribution), _content(attribution)
        pairs += [("SaidBy", cue, speaker), ("Says", cue if cue in ids else speaker, content)]
    for statement in report.statements:
        for name, id_ in (("RestsOn", statement.source), ("Via", statement.via)):
            source = report.source(id_)
            if source is not None and source.mentions:
                pairs.append((name, _statement(statement), _nearest(source, statement)))
    for name, one, other in pairs:
        if one in ids and other in ids:
            yield f"{name} Arg1:{ids[one]} Arg2:{ids[other]}"


def _nearest(source: Source, statement: Statement) -> _Mark:
    """The mention of a source inside a statement, or else its first."""
    inside = (mention for mention in source.mentions if statement.span.contains(mention))
    return _Mark("Source", (next(inside, source.mentions[0]),))


def _same_sources(report: Report, ids: _Ids) -> Iterator[str]:
    """The mentions of each source as one another's equals."""
    resolved = tuple(zip(report.attributions, report.attribution_sources, strict=True))
    for source in report.sources:
        spoken = (_speaker(attribution) for attribution, id_ in resolved if id_ == source.id)
        found = dict.fromkeys(ids[mark] for mark in (*_mentions(source), *spoken) if mark in ids)
        if len(found) > 1:
            yield f"*\tSameSource {' '.join(found)}"


def _attributes(report: Report, ids: _Ids) -> Iterator[str]:
    """What a mark is besides its label; it has no more than one value for each."""
    values: dict[tuple[str, _Mark], str] = {}
    for statement in report.statements:
        mark = _statement(statement)
        values.setdefault(("Confidence", mark), f"{statement.confidence:.1f}")
        values |= {(f"Also{_label(tag)}", mark): "" for tag in statement.also}
        values |= {("Carried", mark): ""} if statement.carried else {}
    for source in report.sources:
        for mention in _mentions(source):
            values.setdefault(("Kind", mention), _label(source.kind))
    for (name, mark), value in values.items():
        if mark in ids:
            yield f"{name} {ids[mark]} {value}".rstrip()


def _notes(report: Report, ids: _Ids) -> Iterator[str]:
    """What each finding says; of one on the whole story, at the first statement."""
    first = next((_statement(each) for each in report.statements if _statement(each) in ids), None)
    for finding in report.findings:
        mark = first if finding.statement is None else _finding(finding)
        if mark is not None and mark in ids:
            yield f"AnnotatorNotes {ids[mark]}\t{_note(finding)}"


def _note(finding: Finding) -> str:
    place = "the whole story: " if finding.statement is None else ""
    said = f"{finding.severity.value} {finding.rule} {finding.name}: {place}{finding.message} → {finding.suggestion}"
    if finding.suppressed is not None:
        said += f" (allowed: {finding.suppressed.reason}, {finding.suppressed.where})"
    return " ".join(visible(said).split())
