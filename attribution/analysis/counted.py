"""Counted: a sentence that tells of some of what a document or a poll has just counted is that document's word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from attribution.analysis.decisions import Decision, Ground
from attribution.analysis.respondents import is_poll
from attribution.model import Kind, Sentence, Tag

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|\d[\d,.]*)"
_ABOUT = r"(?:(?:only|just|nearly|almost|about|around|roughly|at\s+least|more\s+than|fewer\s+than|less\s+than)\s+)*"
_PART = rf"(?:one|half|most|all|none|many|some|few|several|{_NUMBER}|(?:a|two|three)[\s-](?:third|quarter)s?)"
_IN_ALL = rf"(?:(?:percent|per\s+cent|%|in\s+{_NUMBER})\s+)?"
_OPENING = re.compile(
    rf"(?:(?:but|and|in|on|at|for)\s+)?(?:{_ABOUT}{_PART}\s*{_IN_ALL})?of\s+(?:them|those|these|the\s+{_NUMBER})\b",
    re.IGNORECASE,
)


def of_counted(text: str, sentences: Sequence[Sentence], found: Sequence[Decision]) -> Decision | None:
    """The decision of the next sentence behind those `found`, if it opens with a part of what the sentence before it
    has from a document or a poll, in one paragraph: "On 22 of them, …", "Of those, 38 …".
    """
    i = len(found)
    if i == 0 or sentences[i].paragraph != sentences[i - 1].paragraph:
        return None
    main = found[-1].main
    has_count = main.voice is not None and (
        main.voice.kind is Kind.DOCUMENT or is_poll(main.voice.head, main.voice.description)
    )
    if main.tag is not Tag.RECORD or not has_count or _OPENING.match(sentences[i].span.of(text)) is None:
        return None
    return Decision(replace(main, ground=Ground.RUN_ON, carried=True, attribution=None))
