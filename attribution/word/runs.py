"""Runs of a Word document split so that a comment or a tint begins and ends between any two characters.

A run is text of one look (ISO/IEC 29500-1, 17.3.2.25). Split in two, both halves keep its properties, so that nothing
changes but the number of runs.
"""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from attribution.word.flow import Stretch
from attribution.word.xml import XML_SPACE, child, name, new

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def split(stretches: Sequence[Stretch], places: Collection[int]) -> tuple[Stretch, ...]:
    """The same characters after their runs were split, so that one begins at each of the places where there is text."""
    borders = sorted(places)
    return tuple(piece for stretch in stretches for piece in _pieces(stretch, borders))


def within(stretches: Sequence[Stretch], start: int, end: int) -> Sequence[Stretch]:
    """The stretches, already split there, from one place up to another; the nearest one if there is no text between."""
    first = min(bisect.bisect_left(stretches, start, key=_place), len(stretches) - 1)
    return stretches[first : max(first + 1, bisect.bisect_left(stretches, end, key=_place))]


def own_run(stretch: Stretch) -> Element:
    """The run that holds a stretch's characters."""
    run = stretch.element.getparent()
    assert run is not None, "a flow reads text in runs only"
    return run


def body_run(stretch: Stretch) -> Element:
    """The run of the body in which a stretch is read: for a note that of its reference, for a text box its anchor.

    Word allows no comments in notes, and keeps a second copy of a text box for older versions of itself.
    """
    above = () if stretch.holder is None else reversed([*stretch.holder.iterancestors()])
    return next((each for each in above if name(each) == "r"), own_run(stretch))


def _place(stretch: Stretch) -> int:
    return stretch.place


def _pieces(stretch: Stretch, borders: Sequence[int]) -> Iterator[Stretch]:
    """A stretch in pieces, each of which begins a run if one of the borders is where it begins."""
    end = stretch.place + len(stretch.text)
    cuts = borders[bisect.bisect_left(borders, stretch.place) : bisect.bisect_left(borders, end)]
    starts = sorted({stretch.place, *cuts})
    element = stretch.element
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        text = stretch.text[start - stretch.place : stop - stretch.place]
        if len(starts) > 1:
            element = element if start == stretch.place else _following(element)
            _write(element, text)
        if start in cuts:
            _begin_run(element)
        yield Stretch(start, text, element, stretch.holder)


def _following(element: Element) -> Element:
    """A new text element of the same kind behind another."""
    following = new(element, name(element))
    element.addnext(following)
    return following


def _write(element: Element, text: str) -> None:
    del element[:]
    element.text = text
    element.set(XML_SPACE, "preserve")


def _begin_run(element: Element) -> None:
    """Move an element and what follows it in its run into a run of their own, unless they are all of it."""
    run = element.getparent()
    assert run is not None, "a flow reads text in runs only"
    properties = child(run, "rPr")
    before = [each for each in element.itersiblings(preceding=True) if each is not properties]
    if not before:
        return
    right = run.makeelement(run.tag, dict(run.attrib))
    if properties is not None:
        right.append(deepcopy(properties))
    for each in [element, *element.itersiblings()]:
        right.append(each)
    run.addnext(right)
