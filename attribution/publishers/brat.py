"""brat: the text of a story and the annotations that point into it, for those who annotate and measure."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.brat import configuration, standoff
from attribution.publishing import File, Order, Place, Publisher
from attribution.report import Report

_CONFIGURATION = "annotation.conf"


class _Pairs:
    """Two files a story; brat shows a folder of them only beside a configuration of their labels."""

    def __init__(self, _: Order) -> None:
        pass

    def files(self, report: Report, place: Place) -> Iterator[File]:
        made = standoff(report)
        yield File(f"{place.stem}.txt", made.text.encode())
        yield File(f"{place.stem}.ann", made.annotations.encode())

    def closing(self) -> Iterator[File]:
        yield File(_CONFIGURATION, configuration().encode())


PUBLISHER = Publisher("brat", ".ann", _Pairs)
