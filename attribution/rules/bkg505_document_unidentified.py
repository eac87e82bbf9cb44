"""BKG505: documents are cited without saying what they are, whose, or how they were obtained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.model import Kind, Source, Span, Tag
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Severities

_HEADS = re.compile(
    r"(?:(?:the|some|several|new|newly|internal|secret|confidential|leaked|official|court|legal|public)\s+)*"
    r"(?:documents?|records?|files?|papers|e-?mails|memos?|filings|court\s+papers|messages)",
    re.IGNORECASE,
)
_PROVENANCE = re.compile(
    r"\b(?:obtained|reviewed|seen\s+by|filed|released|leaked|provided|published|posted|issued|submitted|unsealed|shared\s+with"
    r"|dated|hacked|stolen|subpoena\w*|declassified|viewed|acquired|disclosed|sent|written)\b"
)
_NAME = re.compile(r"(?<!^)(?<![.!?]\s)\b[A-Z][a-z]")


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for i in page.body:
        source = page.source(i)
        if page.statements[i].tag is not Tag.RECORD or source is None or not _is_bare(source):
            continue
        span = page.mention(i)
        if _is_described(facts, span):
            continue
        words = span.of(facts.story.text)
        if (
            span == page.span(i)
            or words.lower().startswith(("the ", "those ", "these "))
            or _PROVENANCE.search(page.near(i, 1, 1))
        ):
            continue
        yield Hit(
            span,
            f"“{words}”: the reader is not told whose they are or how the story came by them.",
            "Say what, whose and how: “[documents] filed with [court] on [date]”, “[e-mails] that [who] provided”.",
            i,
            source.id,
        )


def _is_described(facts: Facts, span: Span) -> bool:
    """Whether the story says elsewhere which documents: "flight records", "court records in Tampa"."""
    noun = re.escape(span.of(facts.story.text).split()[-1].lower())
    lead = facts.story.text[: span.start]
    return bool(
        re.search(
            rf"\b(?!the\b|some\b|that\b|new\b|these\b|those\b|other\b|and\b)[a-z.]{{4,}}\s+{noun}\b",
            lead,
            re.IGNORECASE,
        )
    )


def _is_bare(source: Source) -> bool:
    return (
        source.kind is Kind.DOCUMENT
        and bool(_HEADS.fullmatch(source.description))
        and not _NAME.search(source.description)
    )


RULE = Rule(
    code="BKG505",
    name="document-unidentified",
    summary="Documents are cited without saying what they are, whose, or how they were obtained.",
    why="A document can be forged, partial or old. Readers judge it by its issuer and by the way it reached the "
    "newsroom.",
    severities=Severities(WARNING, ap=ERROR, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("AP-2005", "say how documents were obtained, as far as possible"),
        Cited("REU-LEGAL", "know what a document is before it is quoted"),
        Cited("BBC-A19", "validate documents"),
    ),
    fires=(
        "Documents show that the firm knew of the leak.",
        "He owed $2 million, according to court papers.",
    ),
    quiet=(
        "E-mails that the Senate committee released show that the firm knew of the leak.",
        "He owed $2 million, according to a petition filed in the bankruptcy court in Tampa.",
    ),
    check=_check,
)
