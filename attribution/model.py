"""The nouns of the audit: frozen values, each holding only what the step that made it knows.

Every `Span` indexes `Story.text` in code points, half open, and nothing else.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Story.text`: code points from `start` up to, not including, `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: Span) -> int:
        """The number of code points that both spans cover."""
        first, last = (self, other) if self.start <= other.start else (other, self)
        return max(0, min(first.end, last.end) - last.start)

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]


class Position(NamedTuple):
    """A place in the user's own file as an editor shows it: both numbers count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class PositionMap:
    """Where each code point of `Story.text` stands in the decoded file it came from.

    The text is a row of segments copied from the file: the segment that begins at `text_starts[i]`
    was copied from `file_starts[i]` on. `line_starts` are the file's line beginnings.
    """

    text_starts: tuple[int, ...]
    file_starts: tuple[int, ...]
    line_starts: tuple[int, ...]

    def file_offset(self, offset: int) -> int:
        """The place in the decoded file of one offset of the text."""
        index = bisect.bisect_right(self.text_starts, offset) - 1
        return self.file_starts[index] + offset - self.text_starts[index]

    def text_offset(self, place: int) -> int:
        """The offset of the text whose character stands at a place of the file, or at the first place after it."""
        index = max(0, bisect.bisect_right(self.file_starts, place) - 1)
        offset = self.text_starts[index] + max(0, place - self.file_starts[index])
        return min(offset, self.text_starts[index + 1]) if index + 1 < len(self.text_starts) else offset

    def position(self, offset: int) -> Position:
        """Line and column in the file of one offset of the text."""
        place = self.file_offset(offset)
        line = bisect.bisect_right(self.line_starts, place)
        return Position(line, place - self.line_starts[line - 1] + 1)


class Role(Enum):
    """What a paragraph is for in its story."""

    HEADLINE = "headline"
    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, headline or heading of a story; never empty, never across a line break."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment in which the file speaks to the tool: `<!-- attribution: allow ANO102 -- reason -->`."""

    words: str
    """What stands behind `attribution:`."""
    place: int | None
    """Offset in `Story.text` of what follows it; None for the whole story, from the front matter."""
    line: int
    """Line of the user's own file."""


class View(Enum):
    """Which text of a file with tracked changes is the story."""

    FINAL = "final"
    """As if every change were accepted."""
    ORIGINAL = "original"
    """As if every change were rejected."""


@dataclass(frozen=True, slots=True)
class Story:
    """A news story as read: its text without mark-up, and what its file said about it."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    positions: PositionMap
    """Where the text stands in the file; the "lines" of a Word document are its paragraphs."""
    path: str
    """As the user named it; `-` for standard input."""
    format: str
    """Name of the reader, such as `text` or `docx`."""
    encoding: str
    """How the bytes were decoded, such as `utf-8` or `cp1252`."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    headline: str | None = None
    bylines: tuple[str, ...] = ()
    outlet: str | None = None
    """The news organisation whose story this is; None when nobody said."""
    published: str | None = None
    links: tuple[Span, ...] = ()
    """The words that the file links to something, in order of place; empty in formats without links."""
    directives: tuple[Directive, ...] = ()
    """Comments to the tool, in order of place; empty in formats without comments."""
    is_draft: bool = False
    """The front matter says that it is a draft."""
    view: View = View.FINAL
    """Which of its texts a file with tracked changes was read as."""

    def locate(self, span: Span) -> Position:
        """Line and column in the user's own file at which a span begins."""
        return self.positions.position(span.start)

    @property
    def words(self) -> int:
        """Words between white space: the unit of every rate and threshold."""
        return len(self.text.split())


class Token(NamedTuple):
    """A word, number or mark with its place in the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span, and the half-open range of its tokens in the story's token row."""

    span: Span
    paragraph: int
    """Index into `Story.paragraphs`."""
    first: int
    """Index of its first token."""
    last: int
    """Index one past its last token."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks, marks included."""

    span: Span
    continues: bool
    """Opens a paragraph while the quotation of the paragraph before is still open."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what, as the span finder saw it: the words for the source, the cue and the content."""

    sentence: int
    """Index of the sentence that holds the cue (or, without a cue, the content)."""
    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    confidence: float
    """Mean marginal probability of the labels of its spans, 0..1; a constant where it is read by its form."""


class Tag(Enum):
    """The answer to "on whose word is the reader asked to believe this sentence?"."""

    ANONYMOUS = "anonymous-sourced"
    OUTLET = "reported-by-other-outlet"
    NO_COMMENT = "no-comment"
    RECORD = "on-record"
    BACKGROUND = "factual-background"


ATTRIBUTED = (Tag.ANONYMOUS, Tag.OUTLET, Tag.RECORD)
"""The tags of what is somebody's word: a refusal to comment is nobody's, and the story's own voice is no source."""


class Kind(Enum):
    """What a source is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    DOCUMENT = "document"
    OUTLET = "outlet"
    UNNAMED_PERSON = "unnamed-person"
    UNNAMED_GROUP = "unnamed-group"


UNNAMED = frozenset({Kind.UNNAMED_PERSON, Kind.UNNAMED_GROUP})


@dataclass(frozen=True, slots=True)
class Anonymity:
    """How the story handles a source that it does not name."""

    requested: bool
    """The story says that the source asked not to be named."""
    reason: Span | None
    """The words that say why."""


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something on whose word statements rest, over the whole story."""

    id: str
    """`s1`, `s2`, … in order of first mention."""
    name: str | None
    """The fullest name the story gives; None when it gives none."""
    description: str
    """The fullest words for the source in the story."""
    kind: Kind
    affiliation: str | None
    """The body for which the source speaks or works."""
    mentions: tuple[Span, ...]
    statements: tuple[int, ...]
    """Indices of the statements whose main assertion rests on this source."""
    identification: float
    """0..1: how well a reader can tell who this is: named with a role 1, a bare "source" 0."""
    first_hand: float
    """0..1: how directly the words reached this story; the mean over the source's statements."""
    anonymity: Anonymity | None
    """None for a named source."""
    people: int | None = None
    """How many people an unnamed source claims to be: 3 for "three people"; None where nobody counts them."""

    @property
    def is_named(self) -> bool:
        """Whether the story gives its own name: not for "local media" or "the paper", either."""
        return self.name is not None and self.kind not in UNNAMED


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence with the answer to whose word it rests on."""

    span: Span
    paragraph: int
    """Index into `Story.paragraphs`."""
    tag: Tag
    also: tuple[Tag, ...]
    """Answers that hold for a lesser part of the sentence."""
    confidence: float
    """0..1: the share of such decisions that were right on held-back labels."""
    source: str | None
    """Id of the source of the main assertion; None for background or when it stays unresolved."""
    via: str | None
    """Id of the outlet through which a person's word came, when this sentence names it."""
    carried: bool
    """The source comes from a sentence nearby: one before, or one behind that names who speaks."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the analysis knows about one story."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    attribution_sources: tuple[str | None, ...]
    """For each attribution, the id of its resolved source."""
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
