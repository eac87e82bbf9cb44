"""Pieces of a Markdown page in which no word of a story takes effect, on GitHub, GitLab, a wiki or plain CommonMark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attribution.assembly import visible

NUMBER = "---:"
"""The rule of a column of numbers."""
_MARKS = re.compile(r"[\\`*_{}\[\]<>|#~$&^=]|^[-+](?=[\s:-]|$)|^:")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
# GitHub and GitLab look for these in the finished page, where a backslash no longer counts; a zero-width space does.
# https://docs.github.com/en/get-started/writing-on-github and https://docs.gitlab.com/user/markdown/ list them.
_JOINTS = re.compile(
    r"""(?<=[@\#!$&~%])(?=[\w"])  # people, issues, merge requests, labels, milestones; formulas
    |(?<=\bgh-)(?=\d)  # issues
    |(?<=/)(?=/)|(?<=\.)(?=[^\W\d_])|(?<=ww)(?=w\.)  # addresses
    |(?<=:)(?=[\w+-]+:)  # emoji""",
    re.IGNORECASE | re.VERBOSE,
)
_SPACE, _SPACE_ENTITY = "\u200b", "&#8203;"
"""The zero-width space and how it is written, so that whoever reads the source sees it."""


class Column(NamedTuple):
    """One column of a table."""

    title: str
    rule: str = "---"


def plain(words: str) -> str:
    """Words on one line as Markdown that shows just them: no mark-up, HTML, link, mention, emoji or formula.

    What is shown has zero-width spaces more than `words`, and the invisible characters less that `visible` leaves out.
    """
    line = _JOINTS.sub(_SPACE, " ".join(visible(words).split()))
    return _NUMBERED.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", line)).replace(_SPACE, _SPACE_ENTITY)


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table; the cells are words, not Markdown."""
    yield _row(plain(column.title) for column in columns)
    yield _row(column.rule for column in columns)
    yield from (_row(map(plain, row)) for row in rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
