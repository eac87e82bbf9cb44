"""HTML: the comparison as one page that loads nothing."""

from __future__ import annotations

from attribution.comparison.comparing import Comparison
from attribution.comparison.format import Format
from attribution.rendering import Surface
from attribution.web.diff_page import diff_page


def _render(comparison: Comparison, _surface: Surface) -> str:
    return diff_page(comparison)


FORMAT = Format("html", _render)
