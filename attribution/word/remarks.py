"""Comments and tags put into the body of a Word document, between runs that are split already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from attribution.badges import BADGES
from attribution.model import Tag
from attribution.word.flow import TAG_LABEL, Stretch
from attribution.word.runs import body_run, own_run
from attribution.word.xml import XML_SPACE, child, name, names, new

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

AUTHOR, _INITIALS = "attribution", "attr"
TINTS = {
    Tag.ANONYMOUS: "FDE7D3",
    Tag.OUTLET: "E7E0F7",
    Tag.NO_COMMENT: "ECECEC",
    Tag.RECORD: "D9EAFB",
    Tag.BACKGROUND: "F6F7F9",
}
"""Behind a statement's words, so light that black text keeps a contrast of more than 14 to 1."""
_LABEL_SIZE = "14"
"""In half points."""
_AFTER_SHADING = (
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
    "rPrChange",
)
"""What stands behind `w:shd` in the properties of a run (ISO/IEC 29500-1, 17.3.2.28 and annex A)."""


class Remark(NamedTuple):
    """A comment on some words."""

    start: int
    """Place in the flow."""
    end: int
    lines: tuple[str, ...]


def comment(beside: Element, number: int, lines: Iterable[str]) -> Element:
    """The comment itself, a paragraph a line (17.13.4.2); undated, so that the same audit makes the same file."""
    remark = new(beside, "comment", id=str(number), author=AUTHOR, initials=_INITIALS)
    for line in lines:
        paragraph, run, text = new(beside, "p"), new(beside, "r"), new(beside, "t")
        text.text = line
        text.set(XML_SPACE, "preserve")
        run.append(text)
        paragraph.append(run)
        remark.append(paragraph)
    return remark


def anchor(stretches: Sequence[Stretch], number: int) -> None:
    """Tie a comment to the words of some stretches (17.13.4.3 to 17.13.4.5).

    The comment begins and ends beside their runs, even inside a tracked change or a link, where the words are; its
    mark stands outside, so that whoever rejects the change does not lose the comment.
    """
    first, last = body_run(stretches[0]), body_run(stretches[-1])
    end = new(last, "commentRangeEnd", id=str(number))
    first.addprevious(new(first, "commentRangeStart", id=str(number)))
    last.addnext(end)
    mark = new(last, "r")
    mark.append(new(last, "commentReference", id=str(number)))
    _in_paragraph(end).addnext(mark)


def tag(stretches: Sequence[Stretch], what: Tag) -> None:
    """Tint the words of a statement, and put the letters of its tag before them, in a content control of their own."""
    runs = {id(run): run for run in map(own_run, stretches)}
    for run in runs.values():
        _tint(run, TINTS[what])
    first = stretches[0]
    own_run(first).addprevious(_label(first.element, what))


def _in_paragraph(element: Element) -> Element:
    """The child of the paragraph in which an element stands."""
    outer = [element, *element.iterancestors()]
    return next(each for each in outer if name(each.getparent()) == "p")


def _tint(run: Element, colour: str) -> None:
    properties = child(run, "rPr")
    if properties is None:
        properties = new(run, "rPr")
        run.insert(0, properties)
    old = child(properties, "shd")
    if old is not None:
        properties.remove(old)
    place = next((at for at, each in enumerate(names(properties)) if each in _AFTER_SHADING), len(properties))
    properties.insert(place, _shading(run, colour))


def _shading(beside: Element, colour: str) -> Element:
    return new(beside, "shd", val="clear", color="auto", fill=colour)


def _label(text: Element, what: Tag) -> Element:
    """`w:sdt` round a run with the tag's letters, by which a later reading tells that they are not the story's."""
    control, properties, content = (new(text, each) for each in ("sdt", "sdtPr", "sdtContent"))
    properties.append(new(text, "tag", val=TAG_LABEL))
    run, look = new(text, "r"), new(text, "rPr")
    look.extend([new(text, "b"), new(text, "sz", val=_LABEL_SIZE), _shading(text, TINTS[what])])
    letters = new(text, "delText" if name(text) == "delText" else "t")
    letters.text = f"{BADGES[what].code} "
    letters.set(XML_SPACE, "preserve")
    run.extend([look, letters])
    content.append(run)
    control.extend([properties, content])
    return control
