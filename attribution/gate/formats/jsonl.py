"""JSON lines: one story a line."""

from __future__ import annotations

from json import dumps

from attribution.gate.document import story_document
from attribution.gate.format import Format, Verdict
from attribution.rendering import Surface


def _render(verdict: Verdict, _surface: Surface) -> str:
    return "".join(dumps(story_document(each), ensure_ascii=False) + "\n" for each in verdict.checks)


FORMAT = Format("jsonl", _render)
