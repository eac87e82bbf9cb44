"""A copy of the reporter's own Word document that has the findings of an audit as comments on their words."""

from __future__ import annotations

import hashlib
from enum import Enum
from typing import TYPE_CHECKING

from attribution.assembly import visible
from attribution.errors import UnreadableStory
from attribution.finding import Finding
from attribution.model import PositionMap, Span
from attribution.paths import shown
from attribution.report import Report
from attribution.word.flow import flow
from attribution.word.package import opened
from attribution.word.printed import printed
from attribution.word.remarks import Remark, anchor, comment, tag
from attribution.word.runs import split, within
from attribution.word.saving import Comments, comments_of, saved
from attribution.word.styles import styles
from attribution.word.xml import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attribution.word.flow import Stretch


class TagMarks(Enum):
    """How the tags of the statements are shown in the document."""

    NONE = "none"
    SHADED = "shaded"
    """Letters before each statement and a tint behind its words."""


def commented(data: bytes, report: Report, *, mark_tags: TagMarks = TagMarks.NONE) -> bytes:
    """A copy of the document `data`, of which `report` is the audit, with every finding as a comment.

    A finding about the whole story is a comment on its first paragraph, one in a note or text box a comment on what
    stands for that in the body. Suppressed findings are left out. All else stays as it was: the other parts byte for
    byte, text, changes and earlier comments as they were. The same audit makes the same bytes.

    Raises:
        UnreadableStory: the document has changed since the audit, or is no Word document that can be read.
    """
    story = report.story
    if hashlib.sha256(data).hexdigest() != story.sha256:
        raise UnreadableStory(f"{shown(story.path)} has changed since it was audited; audit it again")
    package = opened(data, story.path)
    words = flow(package, story.view)
    page = printed(words, styles(package), story.view)
    remarks = [_remark(report, each, page.positions) for each in report.findings if each.suppressed is None]
    statements = report.statements if mark_tags is TagMarks.SHADED else ()
    tagged = [_places(each.span, page.positions) for each in statements]
    borders = {*(place for each in remarks for place in each[:2]), *(place for each in tagged for place in each)}
    stretches = split(words.stretches, borders)
    for each, places in zip(statements, tagged, strict=True):
        tag(within(stretches, *places), each.tag)
    comments = comments_of(package)
    _comment(stretches, remarks, comments)
    touched = words.roots if tagged else {package.main: package.root} if remarks else {}
    changed = {part: written(root) for part, root in touched.items()}
    return saved(package, changed, comments if remarks else None) if changed else data


def _comment(stretches: Sequence[Stretch], remarks: Sequence[Remark], comments: Comments) -> None:
    """Write the remarks and tie them to their words; the last one first, so that marks of one place are in order."""
    for number, remark in enumerate(remarks, start=comments.next_number):
        comments.root.append(comment(comments.root, number, remark.lines))
    for number, remark in reversed([*enumerate(remarks, start=comments.next_number)]):
        anchor(within(stretches, remark.start, remark.end), number)


def _remark(report: Report, finding: Finding, positions: PositionMap) -> Remark:
    """A finding as a comment; one about the whole story is on the first paragraph."""
    span = report.story.paragraphs[0].span if finding.statement is None else finding.span
    title = f"{finding.severity.value}: {finding.rule} {finding.name}"
    return Remark(*_places(span, positions), tuple(map(visible, (title, finding.message, finding.suggestion))))


def _places(span: Span, positions: PositionMap) -> tuple[int, int]:
    """Where in the flow a span's first character stands, and where its last one ends."""
    return positions.file_offset(span.start), positions.file_offset(max(span.start, span.end - 1)) + 1
