"""The words of a Word document in the order in which they are read, each tied to the element that holds it.

Two of a tracked change's texts are never mixed: under a view, what it takes away is passed over with everything in it
(ISO/IEC 29500-1, 17.13.5). A paragraph whose mark is taken away runs on into the next one. Text boxes follow the
paragraph that they are fixed to, footnotes and then endnotes follow the body, in the order of their references; a note
that nothing in the view refers to is not read. Comments, headers and footers stand elsewhere and are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from attribution.model import View
from attribution.word.package import Package
from attribution.word.xml import XML_SPACE, child, is_on, name, names, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TAG_LABEL = "attribution-tag"
"""The `w:tag` of a content control that holds what this tool added to a copy: no words of the story."""
_GONE = {View.FINAL: frozenset(["del", "moveFrom"]), View.ORIGINAL: frozenset(["ins", "moveTo"])}
"""Changes whose content, row, or paragraph mark is not there under a view."""
_GONE_CELLS = {View.FINAL: "cellDel", View.ORIGINAL: "cellIns"}
_NOT_READ = frozenset(["instrText", "delInstrText", "rt", "fldData"])
_LETTERS = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "sym": " ",
}  # fmt: skip
"""Elements that stand for a character. A symbol is a picture from a font, but it does part words."""
_CONTAINERS = frozenset(["tbl", "tc", "txbxContent", "body", "footnote", "endnote"])
"""What a paragraph cannot run on out of, or into."""
_ALTERNATES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FIELD_LINK = "HYPERLINK"


class Stretch(NamedTuple):
    """Characters that one element stands for."""

    place: int
    """Offset in `Flow.text`."""
    text: str
    element: Element
    """Its `w:t`, `w:delText`, `w:tab`, …; its parent is the run."""
    holder: Element | None
    """For words in a note or text box, what stands for them in a run of the body; None for the body's own."""


class Block(NamedTuple):
    """One paragraph as it is read, perhaps run together from several of the file's."""

    start: int
    end: int
    paragraph: Element
    """The `w:p` whose mark ends it."""


@dataclass(frozen=True, slots=True)
class Flow:
    """All that is read of a document."""

    text: str
    """The paragraphs, parted by newlines; inside one, a newline is a line break."""
    paragraph_starts: tuple[int, ...]
    """Where in the text each `w:p` begins, in the order in which they are read."""
    blocks: tuple[Block, ...]
    stretches: tuple[Stretch, ...]
    """In order of place, without gaps but for the newlines between blocks."""
    links: tuple[tuple[int, int], ...]
    """Where the words of each link begin and end."""
    roots: Mapping[str, Element]
    """The parts that were read: name -> root."""


def flow(package: Package, view: View) -> Flow:
    """The words of a document under a view.

    Raises:
        UnreadableStory: a part is damaged.
    """
    walk = _Walk(view)
    walk.into(package.root)
    roots = {package.main: package.root}
    for kind in ("footnote", "endnote"):
        references = [each for each in walk.references if name(each) == f"{kind}Reference"]
        part = package.related(f"{kind}s")
        if references and part is not None:
            roots[part] = package.xml(part)
            notes = {value(note, "id"): note for note in roots[part] if name(note) == kind}
            for reference in references:
                if value(reference, "id") in notes:
                    walk.aside(notes.pop(value(reference, "id")), reference)
    return walk.flow(roots)


@dataclass(slots=True)
class _Field:
    """A field whose end has not come yet (ISO/IEC 29500-1, 17.16.18)."""

    code: str = ""
    result: int | None = None
    """Where its result begins; None while its code is read."""


@dataclass(slots=True)
class _Walk:
    """The state of one walk through a document."""

    view: View
    length: int = 0
    parts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    references: list[Element] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """Text boxes of the open paragraph."""
    opened: tuple[int, Element] | None = None
    """Where the open paragraph begins, and its last `w:p`."""
    holder: Element | None = None

    def flow(self, roots: Mapping[str, Element]) -> Flow:
        return Flow(
            "".join(self.parts),
            tuple(self.starts),
            tuple(self.blocks),
            tuple(self.stretches),
            tuple(sorted({link for link in self.links if link[0] < link[1]})),
            roots,
        )

    def aside(self, content: Element, holder: Element) -> None:
        """Read what stands apart from the body, such as a note; in a note or text box, all belongs to that."""
        before, self.holder = self.holder, holder if self.holder is None else self.holder
        self.into(content)
        self.close()
        self.holder = before

    def into(self, element: Element) -> None:
        """Read what an element contains."""
        children: Iterator[Element] = iter(element)
        if element.tag == _ALTERNATES:  # the same content for several generations of Word; the first is the newest
            children = iter(element[:1])
        for each in children:
            self._visit(each)

    def close(self) -> None:
        """End the open paragraph, then read its text boxes."""
        if self.opened is None:
            return
        start, paragraph = self.opened
        self.opened = None
        self.blocks.append(Block(start, self.length, paragraph))
        self.fields = [each for each in self.fields if each.result is not None]  # a code without end hides no story
        self._put("\n")
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.aside(box, box)

    def _visit(self, element: Element) -> None:
        kind = name(element)
        if kind in _GONE[self.view] or kind in _NOT_READ or kind.endswith("Pr") or self._is_left_out(element, kind):
            self._note_code(element, kind)
        elif kind == "p":
            self._paragraph(element)
        elif kind == "txbxContent":
            self.boxes.append(element)
        elif kind in _CONTAINERS:
            self.close()
            self.into(element)
            self.close()
        elif kind in ("hyperlink", "fldSimple"):
            start = self.length
            self.into(element)
            if kind == "hyperlink" or _is_link(value(element, "instr")):
                self.links.append((start, self.length))
        else:
            self._leaf(element, kind)

    def _leaf(self, element: Element, kind: str) -> None:
        if kind in ("t", "delText"):
            self._letters(element, _shown(element))
        elif kind in _LETTERS:
            self._letters(element, _LETTERS[kind])
        elif kind == "fldChar":
            self._field(value(element, "fldCharType"))
        elif kind in ("footnoteReference", "endnoteReference") and self.holder is None:
            self.references.append(element)
        else:
            self.into(element)

    def _is_left_out(self, element: Element, kind: str) -> bool:
        """Whether an element is there but not for the reader under this view."""
        if kind == "tr":
            return not _GONE[self.view].isdisjoint(names(child(element, "trPr")))
        if kind == "tc":
            return _GONE_CELLS[self.view] in names(child(element, "tcPr"))
        if kind == "r":
            return is_on(child(element, "rPr", "vanish"))
        if kind == "sdt":
            label = child(element, "sdtPr", "tag")
            is_label = label is not None and value(label) == TAG_LABEL
            return is_label or is_on(child(element, "sdtPr", "showingPlcHdr"))
        return kind == "delText" and self.view is View.FINAL

    def _paragraph(self, element: Element) -> None:
        self.starts.append(self.length)
        start = self.length if self.opened is None else self.opened[0]
        self.opened = (start, element)
        self.into(element)
        if _GONE[self.view].isdisjoint(names(child(element, "pPr", "rPr"))):
            self.close()

    def _letters(self, element: Element, text: str) -> None:
        in_run = name(element.getparent()) == "r"  # Word opens no file with text elsewhere
        if in_run and text and all(each.result is not None for each in self.fields):
            self.stretches.append(Stretch(self.length, text, element, self.holder))
            self._put(text)

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _note_code(self, element: Element, kind: str) -> None:
        if kind == "instrText" and self.fields and self.fields[-1].result is None:
            self.fields[-1].code += element.text or ""

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(_Field())
        elif self.fields and kind == "separate":
            self.fields[-1].result = self.length
        elif self.fields and kind == "end":
            ended = self.fields.pop()
            if ended.result is not None and _is_link(ended.code):
                self.links.append((ended.result, self.length))


def _is_link(code: str) -> bool:
    return code.lstrip().upper().startswith(_FIELD_LINK)


def _shown(element: Element) -> str:
    """The text of a `w:t` as Word shows it: spaces at its ends count only where the file says so."""
    written = str(element.xpath("string()")) if len(element) else element.text or ""
    text = written.translate({9: " ", 10: " ", 13: " "})
    return text if element.get(XML_SPACE) == "preserve" else text.strip(" ")
