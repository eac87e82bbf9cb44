"""Protected: sources whose names the law or plain decency keeps out of print; no rule ever asks for more about them."""

from __future__ import annotations

import re

from attribution.facts.page import Page
from attribution.model import Source

_PROTECTED = re.compile(
    r"\b(?:child(?:ren)?|minors?|teen(?:age[rd]?)?s?|toddler|pupils?|schoolgirl|schoolboy|[1-9]-year-old|1[0-7]-year-old"
    r"|victims?|survivors?|complainants?|rape[ds]?|sexual(?:ly)?|abuse[ds]?|traffick\w+|asylum|refugees?|whistle-?blowers?"
    r"|protected\s+by\s+law|for\s+legal\s+reasons|court\s+order|patients?)\b",
    re.IGNORECASE,
)


def is_protected(page: Page, source: Source) -> bool:
    """Whether a source's description, or a sentence that rests on it, speaks of a victim, a minor or the like."""
    return bool(_PROTECTED.search(source.description)) or any(
        _PROTECTED.search(page.text(i)) for i in source.statements[:2]
    )
