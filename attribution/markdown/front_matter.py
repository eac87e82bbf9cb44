"""What a Markdown file says about its story before the story begins.

YAML between `---` lines is read by a small reader of our own: titles, names and dates are scalars and lists of
scalars, and PyYAML would cost more than all the rest of reading. Any other key or value is skipped. TOML between `+++`
lines is read by the standard library of Python 3.11 and newer.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from attribution.bylines import authors, byline
from attribution.errors import UnreadableStory
from attribution.paths import shown

_KEY_LINE = r"[ \t]*[\"']?[\w-]+[\"']?[ \t]*[:=]"
_OPENING = re.compile(
    rf"\s*(?P<fence>---|\+\+\+)[ \t]*\n(?=(?:[ \t]*(?:#.*)?\n)*{_KEY_LINE}|(?P=fence)[ \t]*(?:\n|\Z))"
)
"""A key must follow, or the end: a file may also begin with a horizontal rule."""
_CLOSING = {"---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M), "+++": re.compile(r"^\+\+\+[ \t]*$", re.M)}
_KEY = re.compile(r"(?P<key>[\w-]+)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_ITEM = re.compile(r"-[ \t]+(.*)")
_BLOCK_SCALAR = re.compile(r"[|>][-+\d]*")
_FLOW_ITEM = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,\s][^,]*""")
_QUOTED = re.compile(r"""(?P<mark>["'])(?P<words>.*)(?P=mark)""")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_MAPPING = re.compile(r"[\w-]+:(?:\s|$)|\{")
_NOTHING = ("", "~", "null")

Fields = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a front matter that an audit uses."""

    end: int = 0
    """Where the story begins in the text: past the closing line."""
    fields: Fields = field(default_factory=dict)
    """The values of each key, keys in small letters."""

    @property
    def headline(self) -> str | None:
        """The title."""
        return self._first("headline", "title")

    @property
    def outlet(self) -> str | None:
        """The news organisation that publishes the story."""
        return self._first("outlet", "publication", "publisher")

    @property
    def published(self) -> str | None:
        """The date as written; `published: true` is a switch of some site generators, no date."""
        dates = (self._first("date"), self._first("published"))
        return next((date for date in dates if date and any(letter.isdigit() for letter in date)), None)

    @property
    def bylines(self) -> tuple[str, ...]:
        """The authors, one name each."""
        values = next((self.fields[key] for key in ("byline", "authors", "author") if self.fields.get(key)), ())
        return tuple(name for value in values for name in byline(value) or authors(value))

    @property
    def allowed(self) -> tuple[str, ...]:
        """What the key `attribution-allow` lists: codes and a reason each, for the whole story."""
        return self.fields.get("attribution-allow", ())

    @property
    def is_draft(self) -> bool:
        """Whether the story says that it is a draft."""
        return self._first("draft") in ("true", "yes", "True")

    def _first(self, *keys: str) -> str | None:
        return next((self.fields[key][0] for key in keys if self.fields.get(key)), None)


def has_front_matter(text: str) -> bool:
    """Whether a text begins with a front matter and closes it."""
    opening = _OPENING.match(text)
    return opening is not None and _CLOSING[opening["fence"]].search(text, opening.end()) is not None


def front_matter(text: str, path: str) -> FrontMatter:
    """The front matter at the beginning of a text; without one, an empty one that ends at 0.

    Raises:
        UnreadableStory: it is never closed, or is TOML that cannot be read.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter()
    fence = opening["fence"]
    closing = _CLOSING[fence].search(text, opening.end())
    if closing is None:
        raise UnreadableStory(f'{shown(path)} opens a front matter that never ends; close it with a line "{fence}"')
    words = text[opening.end() : closing.start()]
    return FrontMatter(closing.end(), _yaml(words) if fence == "---" else _toml(words, path))


def _yaml(words: str) -> Fields:
    return {key: values for key, lines in _entries(words) if (values := tuple(_values(lines)))}


def _entries(words: str) -> Iterator[tuple[str, list[str]]]:
    """Each key of the top level with the lines of its value, the first without the key."""
    key, lines = "", list[str]()
    for line in words.split("\n"):
        match = _KEY.match(line)
        if match:
            yield key, lines
            key, lines = match["key"].lower(), [match["value"] or ""]
        elif line.strip():
            lines.append(line)
    yield key, lines


def _values(lines: list[str]) -> Iterator[str]:
    """The scalars of one value: a list's items, or the one scalar there is."""
    for words in _candidates(lines):
        scalar = _scalar(words.strip())
        if scalar not in _NOTHING:
            yield scalar


def _candidates(lines: list[str]) -> list[str]:
    """The scalars of one value as written, quotation marks and comments included."""
    first, rest = "".join(lines[:1]).strip(), [line.strip() for line in lines[1:]]
    if first.startswith("["):
        return _FLOW_ITEM.findall(" ".join([first, *rest])[1:].rpartition("]")[0])
    if rest and not _COMMENT.sub("", first):
        items = [match[1] for line in rest if (match := _ITEM.fullmatch(line))]
        return [item for item in items if not _MAPPING.match(item)]
    if _BLOCK_SCALAR.fullmatch(first):
        return [" ".join(rest)]
    return [] if first.startswith("{") else [" ".join([first, *rest])]


def _scalar(words: str) -> str:
    """One value without its quotation marks or comment."""
    quoted = _QUOTED.match(words)
    if quoted is None:
        return _COMMENT.sub("", words).strip()
    if quoted["mark"] == "'":
        return quoted["words"].replace("''", "'")
    return re.sub(r"\\(.)", r"\1", quoted["words"])


if sys.version_info >= (3, 11):
    import tomllib

    def _toml(words: str, path: str) -> Fields:
        try:
            table = tomllib.loads(words)
        except tomllib.TOMLDecodeError as error:
            raise UnreadableStory(f"{shown(path)} has a front matter that is not TOML: {error}; mend it") from error
        return {key.lower(): tuple(_texts(value)) for key, value in table.items()}

    def _texts(value: object) -> Iterator[str]:
        """The scalars of a TOML value; tables are skipped."""
        for item in value if isinstance(value, list) else [value]:
            if not isinstance(item, (dict, list)) and str(item):
                yield str(item)

else:

    def _toml(_words: str, path: str) -> Fields:
        raise UnreadableStory(
            f"{shown(path)} has a TOML front matter, which needs Python 3.11; use YAML between --- lines"
        )
