"""Two wordings of one sentence, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from attribution.comparison.statements import StatementFate

_WORD = re.compile(r"\s*\S+|\s+")


class Stretch(NamedTuple):
    """Words that stand in one wording or in both."""

    text: str
    fate: StatementFate
    """Kept, removed or added."""


def reworded(old: str, new: str) -> Iterator[Stretch]:
    """The stretches of two wordings: those kept and removed are the old one, those kept and added the new one."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    for change, start, end, begins, ends in SequenceMatcher(None, before, after).get_opcodes():
        if change == "equal":
            yield Stretch("".join(before[start:end]), StatementFate.KEPT)
            continue
        if start < end:
            yield Stretch("".join(before[start:end]), StatementFate.REMOVED)
        if begins < ends:
            yield Stretch("".join(after[begins:ends]), StatementFate.ADDED)
