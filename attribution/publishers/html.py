"""HTML: a page a story that explains itself, and for a folder of stories a page on all of them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from attribution.publishing import File, Order, Place, Publisher
from attribution.report import Report
from attribution.web.index_page import Entry, entry, index_page
from attribution.web.story_page import story_page

_INDEX = "index.html"


class _Pages:
    """The pages of one run; it remembers of each story what the page on all of them says."""

    def __init__(self, _: Order) -> None:
        self._entries: list[Entry] = []

    def files(self, report: Report, place: Place) -> Iterator[File]:
        name = f"{place.stem}.html"
        self._entries.append(entry(report, quote(name)))
        yield File(name, story_page(report, _INDEX if place.is_among_others else None).encode())

    def closing(self) -> Iterator[File]:
        yield File(_INDEX, index_page(self._entries).encode())


PUBLISHER = Publisher("html", ".html", _Pages)
