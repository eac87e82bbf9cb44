"""The report of one audit, and its JSON document: the one place that knows the document's shape.

The document is built apart from the nouns so that these can change without breaking whoever reads reports.
`schemas/report.schema.json` describes it; `SCHEMA_VERSION` grows with it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from attribution import __version__
from attribution.facts import Facts
from attribution.facts.claims import Claim
from attribution.facts.silences import Silence
from attribution.facts.targets import Target
from attribution.finding import Finding
from attribution.model import Analysis, Anonymity, Source, Span, Statement, Story, Tag
from attribution.policy import Policy
from attribution.schema import REPORT, check
from attribution.score_parts import NOTE, Score

SCHEMA_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one audit found out about one story."""

    facts: Facts
    findings: tuple[Finding, ...]
    score: Score

    @property
    def story(self) -> Story:
        """The story as read."""
        return self.facts.story

    @property
    def policy(self) -> Policy:
        """The settings of the audit."""
        return self.facts.policy

    @property
    def analysis(self) -> Analysis:
        """Who says what in the story."""
        return self.facts.analysis

    def counts(self) -> dict[Tag, int]:
        """How many statements have each tag, in the order of the tags."""
        found = Counter(statement.tag for statement in self.analysis.statements)
        return {tag: found[tag] for tag in Tag}


def document(report: Report) -> dict[str, object]:
    """The report as the JSON document that `schemas/report.schema.json` describes."""
    story, analysis = report.story, report.analysis
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "attribution", "version": __version__},
        "policy": {
            "preset": report.policy.preset,
            "genre": report.policy.genre.value,
            "overrides": [
                {"rule": each.code, "severity": None if each.severity is None else each.severity.value}
                for each in report.policy.overrides
            ],
            "outlet": story.outlet,
            "outlets": [list(names) for names in report.policy.outlets],
        },
        "story": _story(story),
        "statements": [_statement(story, index, each) for index, each in enumerate(analysis.statements)],
        "attributions": [
            {
                "statement": each.sentence,
                "source": _optional_place(story, each.source),
                "cue": _optional_place(story, each.cue),
                "content": [_place(story, span) for span in each.content],
                "source_id": source,
                "confidence": round(each.confidence, 3),
            }
            for each, source in zip(analysis.attributions, analysis.attribution_sources, strict=True)
        ],
        "sources": [_source(story, each) for each in analysis.sources],
        "no_comments": [_silence(story, each) for each in report.facts.silences],
        "targets": [_target(story, each) for each in report.facts.targets],
        "claims": [_claim(story, each) for each in report.facts.claims],
        "findings": [_finding(story, each) for each in report.findings],
        "score": _score(report.score),
        "counts": {tag.value: number for tag, number in report.counts().items()},
    }


def valid_document(report: Report) -> dict[str, object]:
    """The report's document, held against its schema as every document is before it is written.

    Raises:
        InvalidDocument: it does not follow the schema, which is a bug of the tool.
    """
    made = document(report)
    check(made, REPORT)
    return made


def _place(story: Story, span: Span) -> dict[str, object]:
    line, column = story.locate(span)
    return {"start": span.start, "end": span.end, "line": line, "column": column}


def _optional_place(story: Story, span: Span | None) -> dict[str, object] | None:
    return None if span is None else _place(story, span)


def _quoted(story: Story, span: Span) -> dict[str, object]:
    return {**_place(story, span), "text": span.of(story.text)}


def _story(story: Story) -> dict[str, object]:
    return {
        "path": _as_unicode(story.path),
        "format": story.format,
        "encoding": story.encoding,
        "headline": story.headline,
        "bylines": list(story.bylines),
        "outlet": story.outlet,
        "published": story.published,
        "words": story.words,
        "sha256": story.sha256,
        "text": story.text,
        "links": [_place(story, span) for span in story.links],
    }


def _as_unicode(path: str) -> str:
    """A path with a replacement character for each byte that is no UTF-8: JSON cannot hold the byte."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _statement(story: Story, index: int, statement: Statement) -> dict[str, object]:
    return {
        "id": index,
        **_quoted(story, statement.sentence.span),
        "paragraph": statement.sentence.paragraph,
        "role": story.paragraphs[statement.sentence.paragraph].role.value,
        "tag": statement.tag.value,
        "also": [tag.value for tag in statement.also],
        "confidence": round(statement.confidence, 3),
        "source": statement.source,
        "via": statement.via,
        "carried": statement.carried,
    }


def _source(story: Story, source: Source) -> dict[str, object]:
    return {
        "id": source.id,
        "name": source.name,
        "description": source.description,
        "kind": source.kind.value,
        "affiliation": source.affiliation,
        "mentions": [_place(story, span) for span in source.mentions],
        "statements": list(source.statements),
        "identification": source.identification,
        "first_hand": round(source.first_hand, 3),
        "people": source.people,
        "anonymity": None if source.anonymity is None else _anonymity(story, source.anonymity),
    }


def _anonymity(story: Story, anonymity: Anonymity) -> dict[str, object]:
    reason = anonymity.reason
    return {"requested": anonymity.requested, "reason": None if reason is None else _quoted(story, reason)}


def _silence(story: Story, silence: Silence) -> dict[str, object]:
    return {
        "statement": silence.statement,
        **_place(story, silence.span),
        "outcome": silence.outcome.value,
        "actor": silence.actor,
        "source": silence.source,
        "channel": silence.has_channel,
        "time": silence.has_time,
    }


def _target(story: Story, target: Target) -> dict[str, object]:
    return {
        "name": target.name,
        "statement": target.statement,
        **_place(story, target.span),
        "serious": target.is_serious,
        "holds_office": target.holds_office,
        "reply": target.reply.name.lower(),
        "reply_statement": target.reply_statement,
    }


def _claim(story: Story, claim: Claim) -> dict[str, object]:
    return {
        "statement": claim.statement,
        **_place(story, claim.span),
        "worth": claim.worth.value,
        "grounded": claim.is_grounded,
    }


def _finding(story: Story, finding: Finding) -> dict[str, object]:
    suppressed = finding.suppressed
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "statement": finding.statement,
        **_place(story, finding.span),
        "fingerprint": finding.fingerprint,
        "related": [{**_place(story, each.span), "role": each.role} for each in finding.related],
        "suppressed": None if suppressed is None else {"reason": suppressed.reason, "where": suppressed.where},
    }


def _score(score: Score) -> dict[str, object]:
    interval, deduction, confidence = score.interval, score.deduction, score.confidence
    return {
        "value": score.value,
        "grade": score.grade,
        "verdict": score.verdict,
        "confidence": None if confidence is None else confidence.value,
        "interval": None if interval is None else {"low": interval.low, "high": interval.high},
        "because": score.because,
        "components": [
            {
                "name": each.name,
                "value": None if each.value is None else round(each.value, 4),
                "weight": each.weight,
                "points": each.points,
                "counted": round(each.counted, 2),
                "total": round(each.total, 2),
                "because": each.because,
            }
            for each in score.components
        ],
        "deduction": 0.0 if deduction is None else deduction.points,
        "anonymity": None
        if deduction is None
        else {
            "share": round(deduction.share, 4),
            "handling": round(deduction.handling, 4),
            "because": deduction.because,
        },
        "capped_by": [{"limit": cap.limit, "because": cap.because} for cap in score.capped_by],
        "note": NOTE,
    }
