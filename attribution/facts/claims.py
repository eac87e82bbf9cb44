"""Claims: sentences that a checker would want a source for: figures, accusations, superlatives.

What counts follows the work on check-worthiness: a claim is worth checking when it could be false and readers would
care. Dates, ages, scores, times and distances are no figures here, nor are prices on an exchange.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from attribution.facts.page import Page
from attribution.model import Kind, Source, Span, Tag
from attribution.sought import Sought

_NUMBER = r"(?:\d[\d,.]*\d|\d)"
_WORD_NUMBER = r"(?:dozens|hundreds|thousands|millions|billions|half|two-thirds|three-quarters|a\s+third|a\s+quarter)"
_FIGURE = Sought(
    rf"""(?x)(?=[\d$£€AaMmFfLlNnSsUuOo])(?:  # how one begins: elsewhere nothing else is tried
          \b{_NUMBER}(?:\s*%|\s+per\s?cent(?:age\s+points?)?\b)
        | [$£€]\s?{_NUMBER}(?:\s?(?:m|bn|k|million|billion|trillion)\b)?
        | \b{_NUMBER}\s+(?:million|billion|trillion)\b
        | \b(?i:at\s+least|more\s+than|fewer\s+than|less\s+than|about|around|nearly|almost|some|up\s+to|over)\s+
          (?:\d{{2,3}}|\d{{1,3}}(?:,\d{{3}})+|{_WORD_NUMBER})\s+(?:of\s+)?(?!years?|months?|weeks?|days?|hours?|minutes?|miles
          |kilomet|met(?:er|re)s?|km|feet|yards|points?|per\b|pages)[a-z]
        | \b\d{{1,3}}(?:,\d{{3}})+\s+(?!miles|kilomet|met(?:er|re)s?|km|feet|words)[a-z]
        | \bone\s+in\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b
        )""",
    (*"0123456789", "one", "dozens", "hundreds", "thousands", "millions", "billions", "half", "third", "quarter"),
)
_ACCUSATION = Sought(
    r"\b(?:lied|falsified|defrauded|cheated|stole|bribed?|bribery|embezzl\w+|covered\s+up|concealed|abused|assaulted"
    r"|harassed|misled|corrupt(?:ion)?|fraud(?:ulent(?:ly)?)?|illegal(?:ly)?|unlawful(?:ly)?|broke\s+the\s+law|rigged"
    r"|negligent|negligence|misused|laundered|money\s+laundering|tampered|altered|missed|ignored)\b",
    (
        "lied",
        "falsified",
        "defrauded",
        "cheated",
        "stole",
        "brib",
        "embezzl",
        "covered",
        "concealed",
        "abused",
        "assaulted",
        "harassed",
        "misled",
        "corrupt",
        "fraud",
        "illegal",
        "unlawful",
        "broke",
        "rigged",
        "negligen",
        "misused",
        "launder",
        "tampered",
        "altered",
        "missed",
        "ignored",
    ),
)
_SUPERLATIVE = Sought(
    r"\b(?:[Tt]he|its|their|country’s|world’s|nation’s)\s+(?:\w+[\s-])?(?:(?!(?:inter|for|pro|requ|har|lat|near|gu|t|w|r|qu)est\b)[a-z]+est|worst"
    r"|most\s+\w+|first\s+\w+\s+ever)\s[^.;]{0,60}?\b(?:in|of|since|ever|on\s+record)\b",
    ("est", "worst", "most", "first"),
)
_OBSERVED = Sought(
    r"\b(?:reporters?|correspondents?|a\s+reporter)\s+(?:\w+\s+)?(?:saw|counted|watched|witnessed)\b",
    ("reporter", "correspondent"),
)


class Worth(Enum):
    """Why a sentence is worth checking."""

    FIGURE = "figure"
    ACCUSATION = "accusation"
    SUPERLATIVE = "superlative"


@dataclass(frozen=True, slots=True)
class Claim:
    """A check-worthy sentence; one a statement, the gravest reason first."""

    statement: int
    span: Span
    worth: Worth
    is_grounded: bool
    """A source, a link, a document or the reporter's own observation stands behind it."""


def claims(page: Page) -> Iterator[Claim]:
    """The check-worthy statements of a story's body, those that say nobody answered left out, in order of place."""
    first: dict[int, tuple[Worth, Span]] = {}
    for worth, pattern in ((Worth.ACCUSATION, _ACCUSATION), (Worth.FIGURE, _FIGURE), (Worth.SUPERLATIVE, _SUPERLATIVE)):
        for found in page.found_anywhere(pattern):
            first.setdefault(found.statement, (worth, found.span))
    for i, (worth, span) in sorted(first.items()):
        if page.statements[i].tag is not Tag.NO_COMMENT:
            yield Claim(i, span, worth, is_grounded(page, i))


def is_grounded(page: Page, i: int) -> bool:
    """Whether somebody answers for a statement, or it can be looked up."""
    statement = page.statements[i]
    source = page.source(i)
    if statement.tag is not Tag.BACKGROUND and source is not None and not _is_nobody(source):
        return True
    if Tag.RECORD in statement.also or Tag.ANONYMOUS in statement.also or page.has_link(i):
        return True
    if _OBSERVED.as_written(page.story.text, page.span(i)):
        return True
    return statement.tag is Tag.BACKGROUND and any(_is_from_document(page, i, k) for k in (i - 1, i + 1))


def _is_nobody(source: Source) -> bool:
    return source.kind is Kind.OUTLET and source.name is None


def _is_from_document(page: Page, i: int, k: int) -> bool:
    """Whether the sentence beside a statement, in its paragraph, rests on a document whose figures may go on."""
    if not 0 <= k < len(page.statements) or page.paragraph(k) != page.paragraph(i):
        return False
    source = page.source(k)
    return page.statements[k].tag is Tag.RECORD and source is not None and source.kind is Kind.DOCUMENT
