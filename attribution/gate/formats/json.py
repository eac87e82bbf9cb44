"""JSON: the whole check as one document."""

from __future__ import annotations

from json import dumps

from attribution.gate.document import document
from attribution.gate.format import Format, Verdict
from attribution.rendering import Surface
from attribution.schema import CHECK, check


def _render(verdict: Verdict, _surface: Surface) -> str:
    made = document(verdict)
    check(made, CHECK)
    return dumps(made, ensure_ascii=False, indent=2) + "\n"


FORMAT = Format("json", _render)
