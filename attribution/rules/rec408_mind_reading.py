"""REC408: what somebody believes, wants or fears is stated as fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.analysis.lexicon import words
from attribution.facts import Facts
from attribution.model import Tag
from attribution.rule import INFO, WARNING, Cited, Hit, Rule, Severities
from attribution.sought import Sought

_MIND = Sought(
    r"(?:(?<=^)|(?<=\n)|(?<=[.!?”]\s)|(?<=,\s)|(?<=but\s)|(?<=and\s))(?P<who>(?:(?:Mr|Mrs|Ms|Dr)\.?\s+|(?:President|Senator|Secretary|Governor|Mayor)\s+)?"
    r"(?!Everybody\b|Everyone\b|Nobody\b|Anyone\b|Who\b|What\b|One\b|The\b|It\b|We\b|They\b|I\b|But\b|And\b|If\b|Some\b|Many\b|Most\b|This\b|That\b|There\b|He\b|She\b)[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+){0,2}"
    r"|[Tt]he\s+(?:prime\s+minister|president|chancellor|governor|mayor|senator|chief\s+executive|coach|candidate))\s+"
    r"(?:now\s+|still\s+|also\s+|clearly\s+|privately\s+)?(?P<mind>believes|thinks|feels|fears|hopes|knows|worries|suspects|wishes"
    r"|believed|feared|suspected)"
    r"(?=\s+(?:that|the|an?|his|her|its|their|he|she|it|they|to|this|these|there|some|most)\b)",
    ("believe", "think", "feel", "fear", "hope", "know", "worries", "suspect", "wishes"),
)


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    bodies = {word for source in facts.analysis.sources for word in (source.affiliation or "").split()}
    for found in page.found(_MIND):
        i = found.statement
        statement, before = page.statements[i], page.source(i - 1) if i else None
        if statement.tag not in (Tag.BACKGROUND, Tag.RECORD) or statement.also or page.is_sourced(i):
            continue
        who = found.match["who"]
        is_body = who.split()[-1] in bodies or who.split()[-1].lower() in words("organization_words")
        if who.split()[0].isupper() or is_body:
            continue
        if before is not None and before.name is not None and who.split()[-1] in before.name:
            continue
        if re.search(r"\b(?:said|says|told|wrote|according)\b", page.text(i)):
            continue
        yield Hit(
            found.part("mind"),
            f"The story does not say how it knows what {who} {found.match['mind']}.",
            f"Say who told it: “{who} has said that …”, “…, according to [whom]”.",
            i,
        )


RULE = Rule(
    code="REC408",
    name="mind-reading",
    summary="A person's belief, wish or fear is stated as fact.",
    why="Reporters know what people say and do. What they believe somebody has to tell, and the story should say who "
    "did.",
    severities=Severities(INFO, ap=INFO, reuters=WARNING, bbc=WARNING, nyt=INFO, npr=INFO, strict=WARNING),
    standards=(Cited("BENDER", "reporters know what people say, not what they hope, feel or believe"),),
    fires=(
        "The prime minister fears a revolt by his own party.",
        "Mr. Stone believes the vote was rigged.",
    ),
    quiet=(
        "The prime minister fears a revolt by his own party, two of his ministers said.",
        "Mr. Stone has said twice that he believes the vote was rigged.",
    ),
    check=_check,
)
