"""BKG507: a disputed accusation is stated as the story's own fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.model import ATTRIBUTED, Role, Tag
from attribution.rule import ERROR, REPORTING, WARNING, Cited, Hit, Rule, Severities
from attribution.sought import Sought

_WRONG = Sought(
    r"\b(?P<who>(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+)*|[Tt]he\s+(?:council|company|firm|bank|club|ministry|police|party"
    r"|agency|school|hospital|mayor|minister|governor))\s+(?:had\s+|has\s+|have\s+|\w+ly\s+)?"
    r"(?P<did>lied\s+(?:to|about)|covered\s+up|illegally\s+\w+|fraudulently\s+\w+|defrauded|bribed|stole\s+(?:from|money)"
    r"|falsified|rigged|embezzled|cheated\s+(?:the|his|her|its)|misled\s+(?:the|investors|voters|parliament|customers)|botched)\b",
    (
        "lied",
        "covered",
        "illegally",
        "fraudulently",
        "defrauded",
        "bribed",
        "stole",
        "falsified",
        "rigged",
        "embezzled",
        "cheated",
        "misled",
        "botched",
    ),
)
_FOUND = re.compile(
    r"\b(?:court|jury|judge|convict\w*|guilty|plead\w*|admitted|inquiry|investigat\w+|found|ruled|according|report|indict\w*"
    r"|prosecut\w+|alleg\w+|accus\w+|sentenced|settle\w*|confess\w*|whether|if|that|would|could|fiction|film|novel|play)\b"
)


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for found in page.found(_WRONG):
        i = found.statement
        statement = page.statements[i]
        if statement.tag is not Tag.BACKGROUND or statement.also or page.attributions(i) or page.has_link(i):
            continue
        beside = (k for k in (i - 1, i + 1) if 0 <= k < len(page.statements) and page.role(k) is Role.BODY)
        if _FOUND.search(page.near(i, 1, 1)) or any(page.statements[k].tag in ATTRIBUTED for k in beside):
            continue
        yield Hit(
            found.part("did"),
            f"That {found.match['who']} “{found.match['did']}” is stated as fact, with no finding and nobody who "
            f"says so.",
            "Say who found it or who alleges it: “[court or inquiry] found that …”, “[who] accuses … of …”.",
            i,
        )


RULE = Rule(
    code="BKG507",
    name="contested-claim-in-own-voice",
    summary="A disputed judgement or accusation is stated as the story's own fact.",
    why="What a court or an inquiry has found may be stated. What somebody alleges is theirs to say; in the story's "
    "voice it "
    "becomes the newsroom's, before the law as well.",
    severities=Severities(WARNING, ap=WARNING, reuters=ERROR, bbc=ERROR, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("REU-ESS", "source every contentious statement"),
        Cited("BBC-A19", "attribute claims that are not corroborated"),
        Cited("AP-BLOG", "attribute any disputable fact"),
        Cited("IPSO", "tell comment, conjecture and fact apart"),
    ),
    fires=(
        "The council covered up the contamination for years.",
        "Mr. Voss illegally paid the inspectors of three plants.",
    ),
    quiet=(
        "The council covered up the contamination for years, the public inquiry found.",
        "Mr. Voss illegally paid the inspectors of three plants, prosecutors say.",
    ),
    check=_check,
    genres=REPORTING,
)
