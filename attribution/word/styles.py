"""What a paragraph is for, from its style or its outline level (ISO/IEC 29500-1, 17.3.1.20, 17.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attribution.model import Role, View
from attribution.word.package import Package
from attribution.word.xml import child, name, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TITLE, _SUBTITLE, _HEADING = "title", "subtitle", "heading"
_BODY_LEVEL = "9"
"""The outline level that means none."""
_DEEPEST = 20
"""Styles that one may be based on, one after the other; a ring of styles ends here too."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a document."""

    by_id: Mapping[str, Element]

    def role(self, paragraph: Element, view: View) -> Role:
        """What a paragraph is for: its title is the headline, whatever has an outline level a heading."""
        properties = child(paragraph, "pPr")
        if view is View.ORIGINAL and child(properties, "pPrChange", "pPr") is not None:
            properties = child(properties, "pPrChange", "pPr")
        styles = list(self._line(properties))
        called = [_called(style) for style in styles] or [_id(properties)]
        if _TITLE in called:
            return Role.HEADLINE
        levels = (child(properties, "outlineLvl"), *(child(style, "pPr", "outlineLvl") for style in styles))
        level = next((value(each) for each in levels if each is not None), _BODY_LEVEL)
        is_heading = level != _BODY_LEVEL or any(each.startswith((_HEADING, _SUBTITLE)) for each in called)
        return Role.HEADING if is_heading else Role.BODY

    def _line(self, properties: Element | None) -> Iterator[Element]:
        """The style of a paragraph and those that it is based on."""
        used = child(properties, "pStyle")
        for _ in range(_DEEPEST):
            style = None if used is None else self.by_id.get(value(used))
            if style is None:
                return
            yield style
            used = child(style, "basedOn")


def styles(package: Package) -> Styles:
    """The styles that a document declares.

    Raises:
        UnreadableStory: the part that does so is damaged.
    """
    part = package.related("styles")
    declared = () if part is None else package.xml(part)
    return Styles({value(each, "styleId"): each for each in declared if name(each) == "style"})


def _id(properties: Element | None) -> str:
    """What a paragraph calls its style: all there is to go by when no style of that id is declared."""
    used = child(properties, "pStyle")
    return "" if used is None else value(used).casefold()


def _called(style: Element) -> str:
    """The name of a style; Word keeps those of its own styles in English, whatever language it speaks."""
    named = child(style, "name")
    return "" if named is None else value(named).casefold()
