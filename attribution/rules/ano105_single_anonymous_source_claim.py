"""ANO105: a material claim stands on one unnamed source and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.support import is_supported
from attribution.facts.unnamed import is_insider
from attribution.model import Kind
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Severities

_DECISION = re.compile(
    r"\b(?:will|would|plans?\s+to|is\s+to|are\s+to|has|have|had|been)\s+(?:\w+ly\s+)?(?:resign\w*|quit|fire[ds]?|sack\w*|step(?:ped)?\s+down"
    r"|cut|clos(?:e|ed)|sell|sold|buy|bought|merge[ds]?|withdr[ae]wn?|approved?|reject\w*|alter\w*|delet\w*|falsif\w*"
    r"|order\w*|sign\w*|agree[ds]?|replac\w*|dismiss\w*|cancel\w*|postpone[ds]?|destroy\w*|warn\w*)\b"
)
_COUNTED = re.compile(r"\b(?:two|three|four|five|several|both|others?|another|confirmed|supported)\b", re.IGNORECASE)


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    material = {claim.statement for claim in facts.claims}
    for i, source in page.anonymous():
        if page.statements[i].via is not None or not is_insider(source):
            continue
        if not page.is_named_here(i):
            continue
        single = source.kind is Kind.UNNAMED_PERSON and source.people == 1 and not _COUNTED.search(source.description)
        if not single or (i not in material and not _DECISION.search(page.text(i))) or is_supported(page, i):
            continue
        span = page.mention(i)
        yield Hit(
            span,
            f"The claim rests on one unnamed source, “{source.description}”, and nothing else in the story supports "
            f"it.",
            "Find a second source or a document and say so (“…, an account confirmed by [whom or what]”), or say "
            "that it "
            "could not be confirmed.",
            i,
            source.id,
        )


RULE = Rule(
    code="ANO105",
    name="single-anonymous-source-claim",
    summary="A material claim stands on one unnamed source and nothing else.",
    why="One unnamed person can be wrong or have an interest, and nobody can check. Agencies ask for a second "
    "source; the "
    "BBC refers a serious allegation that rests on one unnamed source to a senior editor.",
    severities=Severities(WARNING, ap=ERROR, reuters=ERROR, bbc=ERROR, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("AP-2005", "seek more than one source"),
        Cited("REU-ACC", "two or more sources are better than one"),
        Cited("BBC-A10", "a single unnamed source for a serious allegation needs referral"),
        Cited("CBC", "a single confidential source goes to a director"),
    ),
    fires=(
        "The treasurer will resign on Monday, a party official said.",
        "One former engineer at the plant said the sensor data had been altered.",
    ),
    quiet=(
        "The treasurer will resign on Monday, three party officials said separately.",
        "One former engineer at the plant said the sensor data had been altered. The sensor data had been altered "
        "twice, "
        "according to a log that the state inspectorate released in May.",
    ),
    check=_check,
)
