"""JSON: the whole comparison as one document."""

from __future__ import annotations

from json import dumps

from attribution.comparison.comparing import Comparison
from attribution.comparison.document import document
from attribution.comparison.format import Format
from attribution.rendering import Surface
from attribution.schema import DIFF, check


def _render(comparison: Comparison, _surface: Surface) -> str:
    made = document(comparison)
    check(made, DIFF)
    return dumps(made, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


FORMAT = Format("json", _render)
