"""BKG506: social media material without account, platform or a word on whether it was verified."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.relays import VERIFIES
from attribution.rule import INFO, WARNING, Basis, Cited, Hit, Rule, Severities
from attribution.sought import Sought

_CROWD = Sought(
    r"\b(?:[Ss]ocial\s+media|[Tt]witter|[Ff]acebook|[Ii]nternet|[Oo]nline|Reddit|TikTok|Weibo)\s+(?:users?|commenters|posters|commentators)\s+"
    r"(?:\w+\s+)?(?:said|say|claim\w*|complain\w*|report\w*|express\w*|accus\w*|point\w*|wrote|suggest\w*|call\w*)",
    ("user", "commenter", "poster", "commentator"),
)
_FOOTAGE = Sought(
    r"\b(?:(?:[Aa]|[Tt]he|[Oo]ne|[Ss]everal)\s+)?(?:viral\s+(?:video|footage|clip|post)s?|(?:[Vv]ideos?|[Ff]ootage|[Ii]mages?|[Pp]hotos?|[Cc]lips?)\s+"
    r"(?:circulating|shared|posted|spreading|making\s+the\s+rounds)\s+(?:widely\s+)?(?:online|on\s+(?:social\s+media|the\s+internet)))\b",
    ("viral", "video", "footage", "image", "photo", "clip"),
)
_CHECKED = re.compile(r"\b(?:verif\w+|geolocat\w+|matched|authentic\w*|confirmed|could\s+not\s+be)\b")


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    for pattern in (_CROWD, _FOOTAGE):
        for found in page.found(pattern):
            near = page.near(found.statement, 0, 1)
            if VERIFIES.search(near) or _CHECKED.search(near) or page.has_link(found.statement):
                continue
            yield Hit(
                found.span,
                f"“{found.match.group()}”: the reader is not told whose account it is, or whether anybody verified it.",
                "Name the account and the platform, and say what was done to verify it: “a video that [who] posted "
                "on [where], "
                "which [outlet] matched to [what]”.",
                found.statement,
            )


RULE = Rule(
    code="BKG506",
    name="social-post-unidentified",
    summary="Social media material without account, platform or a word on whether it was verified.",
    why="Anybody can post anything. What a reader needs is whose it is and whether the newsroom checked.",
    severities=Severities(INFO, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=WARNING),
    standards=(
        Cited("BBC-A10", "label and verify material from the public"),
        Cited("REU-ESS", "say what is known of online posters and whether they were asked"),
    ),
    fires=(
        "Social media users said the shelves were empty.",
        "A video circulating online shows soldiers who fire into the air.",
    ),
    quiet=(
        "“The shelves are empty,” Bo Lind, the manager of the chain, wrote on X on Friday.",
        "A video posted on Telegram by a local teacher shows soldiers who fire into the air.",
    ),
    check=_check,
    basis=Basis.WORDS,
)
