"""Web annotations: notes on the exact words of the stories in JSON-LD, for tools that show notes beside a text.

After the W3C Web Annotation Data Model of 2017-02-23, https://www.w3.org/TR/2017/REC-annotation-model-20170223/ (the
numbers below are its sections). All stories of a run share one AnnotationPage (5.2). An annotation names its story as
`source`, a plain IRI, and its words by quotation and by position (4.2.4, 4.2.5), which is what Hypothesis and Recogito
work with. Positions count code points of the story's text without mark-up, as the standard asks. The state of the story
(4.3.1) is the name of its bytes: a `ni` URI of RFC 6920 with their SHA-256. The same annotation has the same id again.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5

from attribution.badges import UNSURE
from attribution.finding import Finding
from attribution.model import Source, Span, Statement, Story
from attribution.paths import STDIN, uri
from attribution.phrasing import basis, graded, who
from attribution.rendering import Renderer, Surface
from attribution.report import Report
from attribution.scoring.parts import NOTE
from attribution.verdict import verdict

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""Characters of the text quoted on either side of the words."""
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2).encode


def _render(reports: Iterable[Report], _: Surface) -> Iterator[str]:
    page = ""
    for report in reports:
        yield ",\n" if page else f'{{\n"@context": {_encode(_CONTEXT)},\n"type": "AnnotationPage",\n"items": [\n'
        annotations = [_encode(each) for each in _annotations(report)]
        page = _name(page, *annotations)
        yield ",\n".join(annotations)
    if page:
        yield f'\n],\n"id": {_encode(page)}\n}}\n'


def _name(*texts: str) -> str:
    """An IRI that is the same for the same texts."""
    return uuid5(NAMESPACE_URL, json.dumps(texts)).urn


def _annotations(report: Report) -> Iterator[dict[str, object]]:
    """An annotation on the story, then on each statement, each mention of a source and each finding."""
    yield _annotation(report, "assessing", _verdict(report), None)
    sources = {source.id: source for source in report.sources}
    for statement in report.statements:
        yield _annotation(report, "classifying", _statement(statement, sources), statement.span)
    for source in report.sources:
        for mention in source.mentions:
            yield _annotation(report, "identifying", _source(source), mention)
    for finding in report.findings:
        place = None if finding.statement is None else finding.span
        yield _annotation(report, "assessing", _finding(finding), place)


def _annotation(report: Report, motivation: str, body: list[dict[str, str]], span: Span | None) -> dict[str, object]:
    """One annotation (3.1, 3.3.5) on a span, or on the whole story."""
    said: dict[str, object] = {
        "type": "Annotation",
        "motivation": motivation,
        "generator": {"type": "Software", "name": f"attribution {report.version}"},
        "body": body,
        "target": _target(report.story, span),
    }
    return {"id": _name(_encode(said)), **said}


def _target(story: Story, span: Span | None) -> dict[str, object]:
    """A specific resource (4): the story in the state in which it was read, and the words."""
    bytes_ = f"ni:///sha-256;{urlsafe_b64encode(bytes.fromhex(story.sha256)).decode().rstrip('=')}"
    whole: dict[str, object] = {
        "type": "SpecificResource",
        "source": bytes_ if story.path == STDIN else uri(story.path),
        "state": {"type": "TimeState", "cached": bytes_},
    }
    return whole if span is None else {**whole, "selector": _selectors(story.text, span)}


def _selectors(text: str, span: Span) -> list[dict[str, object]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _text(purpose: str, value: str) -> dict[str, str]:
    """A textual body (3.2.4)."""
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _verdict(report: Report) -> list[dict[str, str]]:
    found = verdict(report)
    return [
        _text("tagging", found.word.value),
        _text("assessing", f"{graded(report.score)}. {report.score.because}"),
        _text("describing", f"{found.because} {NOTE}"),
    ]


def _statement(statement: Statement, sources: dict[str, Source]) -> list[dict[str, str]]:
    tags = [_text("tagging", statement.tag.value)]
    if statement.confidence < UNSURE:
        tags.append(_text("tagging", "unsure"))
    said = f"{statement.confidence:.0%} certain"
    rests_on = basis(statement, sources)
    return [*tags, _text("describing", f"{rests_on}; {said}" if rests_on else said)]


def _source(source: Source) -> list[dict[str, str]]:
    return [_text("identifying", f"{source.id} {who(source)}"), _text("tagging", source.kind.value)]


def _finding(finding: Finding) -> list[dict[str, str]]:
    said = [
        _text("tagging", finding.rule),
        _text("tagging", finding.severity.value),
        _text("commenting", finding.message),
        _text("editing", finding.suggestion),
    ]
    if finding.suppressed is not None:
        reason = f"{finding.suppressed.reason} ({finding.suppressed.where})"
        said += [_text("tagging", "allowed"), _text("describing", reason)]
    return said


RENDERER = Renderer("web-annotation", _render)
