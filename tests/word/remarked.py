"""What the tests of commented copies share: audits put together by hand, and copies without what we added."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from attribution.audit import audit
from attribution.finding import Finding, Severity, Suppression
from attribution.model import Span, Story, View
from attribution.policy import Policy
from attribution.reading import read_story
from attribution.report import Report
from tests.word_files import W

MADE_BY = "attribution"
Element = etree._Element


def finding(span: Span, statement: int | None = 0, suppressed: Suppression | None = None) -> Finding:
    """An objection to some words."""
    return Finding(
        "REC404", "loaded-verb", Severity.WARNING, "The verb judges.", "Write “said”.", statement, span, "f",
        suppressed=suppressed,
    )  # fmt: skip


def audited(data: bytes, view: View = View.FINAL) -> Report:
    """The audit of a document."""
    return audit(read_story(data, "draft.docx", view), Policy())


def objecting(report: Report, spans: Sequence[Span]) -> Report:
    """A report whose only findings are on these spans."""
    return replace(report, findings=tuple(map(finding, spans)))


def spans_of(story: Story, *words: str) -> list[Span]:
    """Where some words stand."""
    starts = [story.text.index(each) for each in words]
    return [Span(start, start + len(each)) for start, each in zip(starts, words, strict=True)]


def unpacked(data: bytes) -> dict[str, bytes]:
    """Every part of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def own_numbers(parts: dict[str, bytes]) -> set[str]:
    """The numbers of our comments."""
    root = etree.fromstring(parts["word/comments.xml"])
    return {each.get(f"{{{W}}}id", "") for each in root if each.get(f"{{{W}}}author") == MADE_BY}


def without_additions(xml: bytes, numbers: set[str]) -> bytes:
    """A part without our comments' marks, labels and tints, runs of one look merged: canonical XML."""
    root = etree.fromstring(xml)
    for each in [*root.iter(f"{{{W}}}commentRangeStart", f"{{{W}}}commentRangeEnd", f"{{{W}}}commentReference")]:
        if each.get(f"{{{W}}}id") in numbers:
            _drop(each.getparent() if each.tag.endswith("Reference") else each)  # type: ignore[arg-type]
    for each in [*root.iter(f"{{{W}}}sdt")]:
        if each.find(f"{{{W}}}sdtPr/{{{W}}}tag[@{{{W}}}val='attribution-tag']") is not None:
            _drop(each)
    for each in [*root.iter(f"{{{W}}}shd")]:
        _drop(each)
    for each in [*root.iter(f"{{{W}}}rPr")]:
        if not len(each):
            _drop(each)
    for run in [*root.iter(f"{{{W}}}r")]:
        _merge(run)
    return etree.tostring(root, method="c14n", exclusive=True)


def anchored(xml: bytes, number: str) -> str:
    """The words between a comment's marks, but for those of tracked deletions."""
    root = etree.fromstring(xml)
    inside, words = False, ""
    for each in root.iter():
        if each.tag in (f"{{{W}}}commentRangeStart", f"{{{W}}}commentRangeEnd") and each.get(f"{{{W}}}id") == number:
            inside = not inside
        elif inside and each.tag == f"{{{W}}}t":
            words += each.text or ""
    return words


def _drop(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _merge(run: Element) -> None:
    """Put a run's content into the one before if they look alike, then its text into the one before."""
    before = run.getprevious()
    look = run.find(f"{{{W}}}rPr")
    if before is not None and before.tag == run.tag and _look(before) == _look(run):
        before.extend([each for each in run if each is not look])
        _drop(run)
        run = before
    for text in [*run.iterchildren(f"{{{W}}}t", f"{{{W}}}delText")]:
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        previous = text.getprevious()
        if previous is not None and previous.tag == text.tag:
            previous.text = (previous.text or "") + (text.text or "")
            _drop(text)


def _look(run: Element) -> bytes:
    look = run.find(f"{{{W}}}rPr")
    return b"" if look is None else etree.tostring(look, method="c14n", exclusive=True)
