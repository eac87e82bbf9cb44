"""The JSON document of a report: the one place that knows its shape; `reading` goes the other way.

The document is built apart from the nouns so that these can change without breaking whoever reads reports.
`schemas/report.schema.json` describes it; `SCHEMA_VERSION` grows with it.
"""

from __future__ import annotations

from attribution.facts.claims import Claim
from attribution.facts.silences import Silence
from attribution.facts.targets import Target
from attribution.finding import Finding
from attribution.model import Anonymity, Source, Span, Statement, Story
from attribution.policy import Policy
from attribution.report import Report
from attribution.schema import REPORT, check
from attribution.scoring.parts import NOTE, Score
from attribution.scoring.weighing import Voice

SCHEMA_VERSION = "1.0"


def document(report: Report) -> dict[str, object]:
    """The report as the JSON document that `schemas/report.schema.json` describes."""
    story = report.story
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "attribution", "version": report.version},
        "policy": policy_document(report.policy) | {"outlet": story.outlet},
        "story": _story(story),
        "statements": [_statement(story, index, each) for index, each in enumerate(report.statements)],
        "attributions": [
            {
                "statement": each.sentence,
                "source": _optional_place(story, each.source),
                "cue": _optional_place(story, each.cue),
                "content": [_place(story, span) for span in each.content],
                "source_id": source,
                "confidence": each.confidence,
            }
            for each, source in zip(report.attributions, report.attribution_sources, strict=True)
        ],
        "sources": [_source(story, each) for each in report.sources],
        "no_comments": [_silence(story, each) for each in report.silences],
        "targets": [_target(story, each) for each in report.targets],
        "claims": [_claim(story, each) for each in report.claims],
        "voices": [_voice(each) for each in report.voices],
        "findings": [_finding(story, each) for each in report.findings],
        "score": _score(report.score),
        "counts": {tag.value: number for tag, number in report.counts().items()},
    }


def policy_document(policy: Policy) -> dict[str, object]:
    """The settings of an audit, apart from whose story it is."""
    return {
        "preset": policy.preset,
        "genre": policy.genre.value,
        "overrides": [
            {"rule": each.code, "severity": None if each.severity is None else each.severity.value}
            for each in policy.overrides
        ],
        "outlets": [list(names) for names in policy.outlets],
        "fail_on": None if policy.fail_on is None else policy.fail_on.value,
        "drafts_fail_on": None if policy.drafts_fail_on is None else policy.drafts_fail_on.value,
        "fail_under": policy.fail_under,
        "unscored_passes": policy.unscored_passes,
        "min_confidence": policy.min_confidence,
        "house_policy": policy.house_policy,
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
        "path": story.path,
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
        "draft": story.is_draft,
        "view": story.view.value,
        "paragraphs": [{**_place(story, each.span), "role": each.role.value} for each in story.paragraphs],
        "directives": [{"words": each.words, "place": each.place, "line": each.line} for each in story.directives],
        "positions": {
            "text_starts": list(story.positions.text_starts),
            "file_starts": list(story.positions.file_starts),
            "line_starts": list(story.positions.line_starts),
        },
    }


def _statement(story: Story, index: int, statement: Statement) -> dict[str, object]:
    return {
        "id": index,
        **_quoted(story, statement.span),
        "paragraph": statement.paragraph,
        "role": story.paragraphs[statement.paragraph].role.value,
        "tag": statement.tag.value,
        "also": [tag.value for tag in statement.also],
        "confidence": statement.confidence,
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
        "first_hand": source.first_hand,
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
        "person": silence.is_person,
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


def _voice(voice: Voice) -> dict[str, object]:
    handling = voice.handling
    return {
        "source": voice.source,
        "statements": list(voice.statements),
        "identification": voice.identification,
        "first_hand": voice.first_hand,
        "weight": voice.weight,
        "group": voice.group,
        "handling": None
        if handling is None
        else {
            "reason": handling.reason,
            "basis": handling.basis,
            "corroboration": handling.corroboration,
            "misuse": handling.misuse,
        },
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
                "value": each.value,
                "weight": each.weight,
                "points": each.points,
                "counted": each.counted,
                "total": each.total,
                "because": each.because,
            }
            for each in score.components
        ],
        "deduction": 0.0 if deduction is None else deduction.points,
        "anonymity": None
        if deduction is None
        else {
            "share": deduction.share,
            "handling": deduction.handling,
            "because": deduction.because,
        },
        "capped_by": [{"limit": cap.limit, "because": cap.because} for cap in score.capped_by],
        "note": NOTE,
    }
