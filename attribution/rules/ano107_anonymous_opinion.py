"""ANO107: anonymity is used for opinion, prediction or speculation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.unnamed import is_insider
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Scope, Severities

_OPINION = re.compile(
    r"\b(?:probably|likely|presumably|apparently|perhaps|(?:it|that|this|she|he|they|which|what)\s+(?:seems?|feels?|looks?\s+like)"
    r"|I\s+(?:think|feel|believe|guess|doubt|suspect)|we\s+(?:think|feel|believe)|(?:would|could)\s+be\s+(?:a|the)\s+"
    r"(?:\w+\s+)?(?:mistake|disaster|blow|shame)|(?:a|the|an)\s+(?:\w+\s+)?(?:disaster|mess|joke|disgrace|farce|shambles|nightmare)"
    r"|(?:best|worst|greatest|weakest|dumbest|smartest)\s+\w+|(?:it|that|this)\s+(?:is|was|’s|'s)\s+(?:ridiculous|absurd|crazy|insane"
    r"|terrible|awful|outrageous|unfair|shameful|brilliant|fantastic))\b"
)
_CHECKABLE = re.compile(
    r"\d|\b(?:signed|ordered|resigned|agreed|approved|voted|rejected|met|sent|paid|bought|sold|arrested|killed|filed|told"
    r"|decided|submitted|delivered|document|memo|letter|email|e-mail|contract|report)\b"
)


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for i, source in page.anonymous():
        if not is_insider(source):
            continue
        found = _OPINION.search(facts.story.text, page.span(i).start, page.span(i).end)
        if found is None or _CHECKABLE.search(page.text(i)):
            continue
        span = page.mention(i)
        yield Hit(
            span,
            f"“{span.of(facts.story.text)}” is given anonymity for a judgement (“{found.group()}”), not for "
            f"information.",
            "Cut the judgement, put it to somebody who will stand by it, or keep the checkable fact behind it: "
            "“[who] said "
            "that [what happened]”.",
            i,
            source.id,
        )


RULE = Rule(
    code="ANO107",
    name="anonymous-opinion",
    summary="Anonymity is used for opinion, prediction or speculation rather than information.",
    why="A fact that only an insider knows can justify anonymity. A judgement cannot be checked, and readers cannot "
    "see "
    "whose interest it serves.",
    severities=Severities(WARNING, ap=ERROR, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=ERROR, strict=ERROR),
    standards=(
        Cited("AP-NV", "anonymity is for information, not for opinion or speculation"),
        Cited("NPR-FAIR", "no anonymous opinions of others"),
        Cited("REU-ESS", "unnamed sources are for facts, not for opinions"),
        Cited("WP-HOWELL", "no opinion behind anonymity"),
    ),
    fires=(
        "“She is probably the best negotiator they have,” one diplomat at the talks said.",
        "A party strategist said the governor would likely lose interest by summer.",
    ),
    quiet=(
        "One diplomat at the talks said the two sides had signed the annex on Sunday.",
        "Dale Monroe, a party strategist, said the governor would likely lose interest by summer.",
    ),
    check=_check,
    scope=Scope.SENTENCE,
)
