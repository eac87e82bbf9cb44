"""JSON Lines: one report document a line, for batches of any size."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from attribution.rendering import Renderer, Surface
from attribution.report import Report
from attribution.report.document import valid_document


def _render(reports: Iterable[Report], _: Surface) -> Iterator[str]:
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
    for report in reports:
        yield f"{encode(valid_document(report))}\n"


RENDERER = Renderer("jsonl", _render)
