"""Protected: sources whose names the law or plain decency keeps out of print; no rule ever asks for more about them."""

from __future__ import annotations

import re

from attribution.facts.page import Page
from attribution.model import Source

_WHO = re.compile(
    r"\b(?:child(?:ren)?|minors?|teen(?:age[rd]?)?s?|toddler|pupils?|schoolgirl|schoolboy|[1-9]-year-old|1[0-7]-year-old"
    r"|victims?|survivors?|complainants?|patients?|asylum|refugees?|whistle-?blowers?|abused|trafficked)\b",
    re.IGNORECASE,
)
"""Who a source may be that nobody should be asked to name."""
_WHY = re.compile(
    r"\b(?:rape[ds]?|sexual(?:ly)?|abuse[ds]?|traffick\w+|asylum|whistle-?blowers?|protected\s+by\s+law|for\s+legal\s+reasons"
    r"|court\s+order)\b",
    re.IGNORECASE,
)
"""What a source may speak about whose name the law protects, be it by lifelong anonymity or by an order."""


def is_protected(page: Page, source: Source) -> bool:
    """Whether a source is described as a victim, a minor or the like, or speaks of what the law protects it for."""
    spoken = (page.text(i) for i in source.statements[:2])
    return bool(_WHO.search(source.description)) or any(_WHY.search(words) for words in spoken)
