"""Hearsay: "reportedly", by which a story passes on some outlet's word without telling whose."""

from __future__ import annotations

import re

from attribution.analysis.decisions import Answer, Decision, Ground
from attribution.model import Sentence, Tag
from attribution.sought import Sought

HEARSAY = (
    r"(?:\breportedly\b|\bit\s+(?:is|was|has\s+been)\s+(?:also\s+|widely\s+)?reported\b"
    r"|\b(?:was|were|is|are|been)\s+(?:widely\s+|also\s+)?reported\s+(?:(?:widely|(?:in|on|last|this)\s+\w+)\s+)?"
    r"(?:to\s+(?:be|have)|that|as|by\s+\w+\s+to)\b)"
)
"""Words that pass on a report of nobody in sight, as a regular expression: not "were reported to the police"."""
_HEARSAY = Sought(HEARSAY, ("report",))
_SUBORDINATE = re.compile(r"[—–]|\s-\s|\b(?:who|which|that|after|while|where)\b")
_CLOSED = re.compile(r",\s(?:who|which|whose)\b[^,]*,")
"""A clause in front that has ended: "The brothers, who own a third, will reportedly refuse"."""
_LATE = 0.45
"""Behind so much of its sentence the word is said of a part."""


def heard(text: str, sentence: Sentence) -> Decision | None:
    """Some outlet's word, for the main clause or, behind a comma or a dash, for a part; None without such a word."""
    found = _HEARSAY.search(text, sentence.span)
    if found is None:
        return None
    lead = _CLOSED.sub("", text[sentence.span.start : found.start])
    answer = Answer(Tag.OUTLET, None, Ground.HEARSAY)
    if len(lead) > _LATE * len(sentence.span) or _SUBORDINATE.search(lead):
        return Decision(Answer(Tag.BACKGROUND, None, Ground.PARTLY), (answer,))
    return Decision(answer)
