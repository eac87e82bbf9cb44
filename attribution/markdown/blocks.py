"""The blocks of a Markdown text: paragraphs, headings, list items, table rows, each with its lines but no markers.

Enough of CommonMark for a story, line by line, because exact offsets are the point: parsers give lines at best.
Where CommonMark would hide words that an editor meant to print (text indented by four blanks, a long paragraph right
above a rule), they stay a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from attribution.assembly import Piece
from attribution.errors import UnreadableStory
from attribution.markdown.inline import label
from attribution.model import Role, Span
from attribution.paths import shown

_HIDDEN = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})|<!--|<(?P<element>script|style)\b", re.MULTILINE | re.IGNORECASE
)
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]*)*")
_UNDERLINE = re.compile(r"=+|-+")
_HEADING = re.compile(r"#{1,6}(?:[ \t]+|$)")
_ITEM = re.compile(r"(?:(?:[-*+]|(?P<number>\d{1,9})[.)])[ \t]+(?:>[ \t]*)*)+(?:\[[ xX]\][ \t]+)?")
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]]+\]:[ \t]*")
_DEFINITION = re.compile(
    r"""\[(?P<label>[^\[\]^\s][^\[\]]*)\]:[ \t]+(?:<[^<>]*>|\#\S+|mailto:\S+|[^\s/]*/\S*)   # but not "[Ms Doe]: Yes."
      (?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?""",
    re.VERBOSE,
)
_HTML_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|center|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav"
    r"|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul)\b",
    re.IGNORECASE,
)
_CELL = re.compile(r"(?:\\.|[^|\\])+")
_LONGEST_HEADING = 25
"""Words; a longer paragraph with a line of dashes below it is a paragraph above a rule."""


@dataclass(frozen=True, slots=True)
class Block:
    """What becomes one paragraph: its lines (of a table row, its cells) without markers and outer white space."""

    role: Role
    lines: tuple[Span, ...]


class _Sort(Enum):
    """What a line is by itself."""

    BLANK = auto()
    """Nothing, or a rule."""
    UNDERLINE = auto()
    HEADING = auto()
    START = auto()
    """Begins a paragraph: list item, footnote, HTML block."""
    NUMBERED = auto()
    """A list item, unless it goes on a paragraph: only number 1 interrupts one."""
    DEFINITION = auto()
    """The address of a link reference; no words of the story."""
    ROW = auto()
    ROW_RULE = auto()
    TEXT = auto()


class _Line(NamedTuple):
    sort: _Sort
    words: Span
    """What stands after its markers."""
    whole: Span
    """Markers included."""
    depth: int
    """Quotation markers before it."""


def printed_parts(text: str, start: int, path: str) -> Iterator[Piece]:
    """A text from `start` on without code blocks, comments, scripts and style sheets.

    Raises:
        UnreadableStory: one of them never ends, so that the rest of the story would go unread.
    """
    while (opening := _HIDDEN.search(text, start)) is not None:
        yield Piece(start, text[start : opening.start()])
        start = _hidden_end(text, opening, path)
    yield Piece(start, text[start:])


def _hidden_end(text: str, opening: re.Match[str], path: str) -> int:
    """One past the end of what an opening mark hides."""
    fence, element = opening["fence"], opening["element"]
    mark = fence or (f"</{element}>" if element else "-->")
    pattern = rf"^[ \t>]*{re.escape(fence)}{fence[0]}*[ \t]*$" if fence else re.escape(mark)
    closing = re.compile(pattern, re.MULTILINE | re.IGNORECASE).search(text, opening.end())
    if closing is None:
        line = text.count("\n", 0, opening.start()) + 1
        raise UnreadableStory(f"{shown(path)} hides all that follows line {line}; end what is hidden with {mark}")
    return closing.end()


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text in order of place."""
    paragraph: list[_Line] = []
    for line in _with_rows(text, _lines(text)):
        if _continues(paragraph, line):
            paragraph.append(line._replace(words=line.whole))
            continue
        if paragraph:
            yield Block(_role(text, paragraph, line), tuple(part.words for part in paragraph))
        paragraph = [line] if line.sort in (_Sort.TEXT, _Sort.START, _Sort.NUMBERED) else []
        if line.sort is _Sort.HEADING:
            yield Block(Role.HEADING, (line.words,))
        elif line.sort is _Sort.ROW and (cells := _cells(text, line.words)):
            yield Block(Role.BODY, cells)
    if paragraph:
        yield Block(Role.BODY, tuple(part.words for part in paragraph))


def link_labels(text: str) -> frozenset[str]:
    """The names of the link references that a text defines."""
    lines = (line.words.of(text) for line in _lines(text) if line.sort is _Sort.DEFINITION)
    return frozenset(label(match["label"]) for match in map(_DEFINITION.fullmatch, lines) if match)


def _continues(paragraph: list[_Line], line: _Line) -> bool:
    """Whether a line belongs to the paragraph that is open before it."""
    if not paragraph or line.depth > paragraph[-1].depth:
        return False
    if line.sort is _Sort.NUMBERED:
        return paragraph[0].sort is _Sort.TEXT
    return line.sort is _Sort.TEXT


def _role(text: str, paragraph: list[_Line], following: _Line) -> Role:
    """A paragraph is a heading when the line that ends it underlines it."""
    underlined = following.sort is _Sort.UNDERLINE and following.depth == paragraph[-1].depth
    words = sum(len(line.words.of(text).split()) for line in paragraph)
    is_heading = underlined and paragraph[0].sort is _Sort.TEXT and words <= _LONGEST_HEADING
    return Role.HEADING if is_heading else Role.BODY


def _with_rows(text: str, lines: Iterable[_Line]) -> list[_Line]:
    """Lines with those above and below a table's rule made rows."""
    rows: list[_Line] = []
    in_table = False
    for line in lines:
        if line.sort is _Sort.ROW_RULE and rows and rows[-1].sort is _Sort.TEXT:
            rows[-1] = rows[-1]._replace(sort=_Sort.ROW)
        has_bar = line.sort is _Sort.TEXT and "|" in line.words.of(text)
        in_table = line.sort in (_Sort.ROW, _Sort.ROW_RULE) or (in_table and has_bar)
        rows.append(line._replace(sort=_Sort.ROW) if in_table and has_bar else line)
    return rows


def _cells(text: str, row: Span) -> tuple[Span, ...]:
    places = _CELL.finditer(text, row.start, row.end)
    cells = (_trimmed(text, place.start(), place.end()) for place in places)
    return tuple(cell for cell in cells if len(cell))


def _trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without the white space around it."""
    words = text[start:end].lstrip()
    return Span(end - len(words), end - len(words) + len(words.rstrip()))


def _lines(text: str) -> Iterator[_Line]:
    """Each line by itself."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        quote = _QUOTE.match(text, start, end)
        begin = quote.end() if quote else start
        whole = _trimmed(text, begin, end)
        sort, skipped = _sort(whole.of(text))
        unmarked = Span(whole.start + skipped, whole.end)
        words = _without_closing_marks(text, unmarked) if sort is _Sort.HEADING else unmarked
        yield _Line(sort, words, whole, text.count(">", start, begin))
        start = end + len("\n")


def _sort(line: str) -> tuple[_Sort, int]:
    """What a trimmed line is, and how many characters its markers take."""
    letters = set(line)
    if _UNDERLINE.fullmatch(line):
        return _Sort.UNDERLINE, 0
    if not line or _is_rule(line):
        return _Sort.BLANK, 0
    if letters <= set("|:- \t") and {"|", "-"} <= letters:
        return _Sort.ROW_RULE, 0
    if _DEFINITION.fullmatch(line):
        return _Sort.DEFINITION, 0
    if marker := _ITEM.match(line):
        return _item_sort(line, marker)
    if marker := _FOOTNOTE.match(line):
        return _Sort.START, marker.end()
    if marker := _HEADING.match(line):
        return _Sort.HEADING, marker.end()
    if line.startswith("|"):
        return _Sort.ROW, 0
    return _Sort.START if _HTML_BLOCK.match(line) else _Sort.TEXT, 0


def _item_sort(line: str, marker: re.Match[str]) -> tuple[_Sort, int]:
    """What a line with a list marker is."""
    if heading := _HEADING.match(line, marker.end()):
        return _Sort.HEADING, heading.end()
    continues = marker["number"] is not None and int(marker["number"]) != 1
    return _Sort.NUMBERED if continues else _Sort.START, marker.end()


def _is_rule(line: str) -> bool:
    """Whether a line is three or more of one mark, spaced or not."""
    marks = "".join(line.split())
    return len(marks) >= 3 and marks[0] in "*-_" and marks == marks[0] * len(marks)


def _without_closing_marks(text: str, heading: Span) -> Span:
    """The words of a heading without the `#` marks that may close it."""
    body = heading.of(text).rstrip("#")
    closed = not body or body[-1].isspace()
    return _trimmed(text, heading.start, heading.start + len(body)) if closed else heading
