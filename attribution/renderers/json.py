"""JSON: the report document of one story as an object, those of several stories as an array."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from attribution.rendering import Renderer, Surface
from attribution.report import Report
from attribution.report.document import valid_document


def _render(reports: Iterable[Report], _: Surface) -> Iterator[str]:
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2).encode
    documents = (encode(valid_document(report)) for report in reports)
    first, second = next(documents, None), next(documents, None)
    if first is None:
        return
    if second is None:
        yield f"{first}\n"
        return
    yield f"[\n{first}"
    yield f",\n{second}"
    for document in documents:
        yield f",\n{document}"
    yield "\n]\n"


RENDERER = Renderer("json", _render)
