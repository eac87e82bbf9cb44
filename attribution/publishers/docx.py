"""Word: a copy of the reporter's own document with the findings as comments on their words."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.errors import UnreadableStory
from attribution.paths import STDIN, shown
from attribution.publishing import File, Order, Place, Publisher
from attribution.report import Report
from attribution.word.commented import commented


class _Copies:
    """A copy a story, made from the file that was audited."""

    def __init__(self, order: Order) -> None:
        self._order = order

    def files(self, report: Report, place: Place) -> Iterator[File]:
        story = report.story
        if story.format != "docx" or story.path == STDIN:
            raise UnreadableStory(
                f"{shown(story.path)} is no Word file to make a commented copy of; name .docx files alone"
            )
        original = self._order.original(story.path)
        yield File(f"{place.stem}.docx", commented(original, report, mark_tags=self._order.tag_marks))

    def closing(self) -> Iterator[File]:
        return iter(())


PUBLISHER = Publisher("docx", ".docx", _Copies)
