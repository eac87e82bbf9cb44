"""A report from its JSON document: what `document` wrote, read back without loss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from attribution.errors import UnreadableReport
from attribution.facts.claims import Claim, Worth
from attribution.facts.silences import Outcome, Silence
from attribution.facts.targets import Reply, Target
from attribution.finding import Finding, Related, Severity, Suppression
from attribution.handling import Handling
from attribution.json_places import Step
from attribution.model import (
    Anonymity,
    Attribution,
    Directive,
    Kind,
    Paragraph,
    PositionMap,
    Role,
    Source,
    Span,
    Statement,
    Story,
    Tag,
    View,
)
from attribution.policy import Genre, Override, Policy
from attribution.report import Report
from attribution.schema import REPORT, Flaw, flaws
from attribution.scoring.parts import Cap, Component, Confidence, Deduction, Interval, Score
from attribution.scoring.weighing import Voice

Json = Mapping[str, Any]
"""An object of a document that follows the schema."""
_PLACES = frozenset({"start", "end", "place"})
_STATEMENTS = frozenset({"statement", "reply_statement", "statements"})
_SOURCES = frozenset({"source", "via", "source_id"})
_WHOLE = _PLACES | _STATEMENTS | {"paragraph", "line", "column", "people", "words", "limit"}
_WHOLE |= {"text_starts", "file_starts", "line_starts"}


def read(value: object) -> Report:
    """The report that a document holds.

    Raises:
        UnreadableReport: the document does not follow the schema, or speaks of a place or a source that is not in it.
    """
    for flaw in flaws(value, REPORT):
        raise UnreadableReport(f"{flaw.json_path}: {flaw.message}")
    document: Json = value  # type: ignore[assignment]  # it follows the schema
    for flaw in _contradictions(document):
        raise UnreadableReport(f"{flaw.json_path} {flaw.message}")
    try:
        return _report(document)
    except ValueError as error:  # a span that ends before it begins
        raise UnreadableReport(str(error)) from error


def _report(document: Json) -> Report:
    attributions = document["attributions"]
    return Report(
        version=document["tool"]["version"],
        policy=_policy(document["policy"]),
        story=_story(document["story"]),
        statements=tuple(map(_statement, document["statements"])),
        attributions=tuple(map(_attribution, attributions)),
        attribution_sources=tuple(each["source_id"] for each in attributions),
        sources=tuple(map(_source, document["sources"])),
        silences=tuple(map(_silence, document["no_comments"])),
        targets=tuple(map(_target, document["targets"])),
        claims=tuple(map(_claim, document["claims"])),
        voices=tuple(map(_voice, document["voices"])),
        findings=tuple(map(_finding, document["findings"])),
        score=_score(document["score"]),
    )


def _contradictions(document: Json) -> Iterator[Flaw]:
    """What no schema can say: that every place is in the text, and every number and id names something."""
    last, statements = len(document["story"]["text"]), len(document["statements"])
    paragraphs = len(document["story"]["paragraphs"])
    ids = {None, *(source["id"] for source in document["sources"])}
    for path, value in _leaves(document):
        key = next(step for step in reversed(path) if isinstance(step, str))
        if key in _PLACES and value is not None and value > last:
            yield Flaw(path, "lies behind the end of story.text")
        elif key in _STATEMENTS and value is not None and value >= statements:
            yield Flaw(path, "is the number of no statement")
        elif key == "paragraph" and value >= paragraphs:
            yield Flaw(path, "is the number of no paragraph")
        elif key in _SOURCES and value not in ids:
            yield Flaw(path, "is the id of no source")
        elif key in _WHOLE and isinstance(value, float):
            yield Flaw(path, "is no whole number")
    yield from _broken_map(document["story"]["positions"])
    yield from _broken_score(document["score"])


def _broken_map(positions: Json) -> Iterator[Flaw]:
    """A map between text and file that leads nowhere."""
    for key in ("text_starts", "line_starts"):
        starts = positions[key]
        if starts[:1] != [0] or any(before >= after for before, after in pairwise(starts)):
            yield Flaw(("story", "positions", key), "does not rise from 0")
    if len(positions["text_starts"]) != len(positions["file_starts"]):
        yield Flaw(("story", "positions", "file_starts"), "is not as long as text_starts")


def _broken_score(score: Json) -> Iterator[Flaw]:
    """A score of which only some parts are there."""
    parts = (score["value"], score["confidence"], score["interval"], score["anonymity"])
    if len({part is None for part in (*parts, score["components"] or None)}) > 1:
        yield Flaw(("score",), "has some of its parts only")
    for index, each in enumerate(score["components"]):
        if (each["value"] is None) is not (each["points"] is None):
            yield Flaw(("score", "components", index), "has some of its parts only")


def _leaves(value: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Any]]:
    """Every value of a document that holds no other, with its place."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _leaves(each, (*path, index))
    else:
        yield path, value


def _span(found: Json) -> Span:
    return Span(found["start"], found["end"])


def _optional_span(found: Json | None) -> Span | None:
    return None if found is None else _span(found)


def _severity(found: str | None) -> Severity | None:
    return None if found is None else Severity(found)


def _policy(found: Json) -> Policy:
    return Policy(
        preset=found["preset"],
        genre=Genre(found["genre"]),
        overrides=tuple(Override(each["rule"], _severity(each["severity"])) for each in found["overrides"]),
        outlets=tuple(map(tuple, found["outlets"])),
        fail_on=_severity(found["fail_on"]),
        drafts_fail_on=_severity(found["drafts_fail_on"]),
        fail_under=found["fail_under"],
        unscored_passes=found["unscored_passes"],
        min_confidence=found["min_confidence"],
        house_policy=found["house_policy"],
    )


def _story(found: Json) -> Story:
    positions = found["positions"]
    return Story(
        text=found["text"],
        paragraphs=tuple(Paragraph(_span(each), Role(each["role"])) for each in found["paragraphs"]),
        positions=PositionMap(
            tuple(positions["text_starts"]), tuple(positions["file_starts"]), tuple(positions["line_starts"])
        ),
        path=found["path"],
        format=found["format"],
        encoding=found["encoding"],
        sha256=found["sha256"],
        headline=found["headline"],
        bylines=tuple(found["bylines"]),
        outlet=found["outlet"],
        published=found["published"],
        links=tuple(map(_span, found["links"])),
        directives=tuple(Directive(each["words"], each["place"], each["line"]) for each in found["directives"]),
        is_draft=found["draft"],
        view=View(found["view"]),
    )


def _statement(found: Json) -> Statement:
    return Statement(
        span=_span(found),
        paragraph=found["paragraph"],
        tag=Tag(found["tag"]),
        also=tuple(map(Tag, found["also"])),
        confidence=found["confidence"],
        source=found["source"],
        via=found["via"],
        carried=found["carried"],
    )


def _attribution(found: Json) -> Attribution:
    return Attribution(
        sentence=found["statement"],
        cue=_optional_span(found["cue"]),
        source=_optional_span(found["source"]),
        content=tuple(map(_span, found["content"])),
        confidence=found["confidence"],
    )


def _source(found: Json) -> Source:
    unnamed = found["anonymity"]
    return Source(
        id=found["id"],
        name=found["name"],
        description=found["description"],
        kind=Kind(found["kind"]),
        affiliation=found["affiliation"],
        mentions=tuple(map(_span, found["mentions"])),
        statements=tuple(found["statements"]),
        identification=found["identification"],
        first_hand=found["first_hand"],
        anonymity=None if unnamed is None else Anonymity(unnamed["requested"], _optional_span(unnamed["reason"])),
        people=found["people"],
    )


def _silence(found: Json) -> Silence:
    return Silence(
        statement=found["statement"],
        span=_span(found),
        outcome=Outcome(found["outcome"]),
        actor=found["actor"],
        source=found["source"],
        is_person=found["person"],
        has_channel=found["channel"],
        has_time=found["time"],
    )


def _target(found: Json) -> Target:
    return Target(
        name=found["name"],
        statement=found["statement"],
        span=_span(found),
        is_serious=found["serious"],
        holds_office=found["holds_office"],
        reply=Reply[found["reply"].upper()],
        reply_statement=found["reply_statement"],
    )


def _claim(found: Json) -> Claim:
    return Claim(found["statement"], _span(found), Worth(found["worth"]), found["grounded"])


def _voice(found: Json) -> Voice:
    handled = found["handling"]
    return Voice(
        source=found["source"],
        statements=tuple(found["statements"]),
        identification=found["identification"],
        first_hand=found["first_hand"],
        weight=found["weight"],
        group=found["group"],
        handling=None if handled is None else Handling(**handled),
    )


def _finding(found: Json) -> Finding:
    waived = found["suppressed"]
    return Finding(
        rule=found["rule"],
        name=found["name"],
        severity=Severity(found["severity"]),
        message=found["message"],
        suggestion=found["suggestion"],
        statement=found["statement"],
        span=_span(found),
        fingerprint=found["fingerprint"],
        related=tuple(Related(_span(each), each["role"]) for each in found["related"]),
        suppressed=None if waived is None else Suppression(**waived),
    )


def _score(found: Json) -> Score:
    interval, off = found["interval"], found["anonymity"]
    return Score(
        value=found["value"],
        grade=found["grade"],
        confidence=None if found["confidence"] is None else Confidence(found["confidence"]),
        interval=None if interval is None else Interval(**interval),
        components=tuple(Component(**each) for each in found["components"]),
        deduction=None if off is None else Deduction(found["deduction"], **off),
        capped_by=tuple(Cap(**each) for each in found["capped_by"]),
        because=found["because"],
    )
