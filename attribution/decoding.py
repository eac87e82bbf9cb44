"""Bytes to text: which encoding a story is in, and what a file is that holds no story."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from attribution.errors import UnreadableStory
from attribution.paths import shown

LARGEST_STORY = 10_000_000
"""Bytes; a long read has 100,000. What is larger is another kind of file, named by mistake."""

_SAVE_AS_TEXT = "save it as plain text, Markdown or .docx"
_SAVE_AS_UTF8 = "save it again as UTF-8"

_BYTE_ORDER_MARKS = (  # utf-32 first: its little-endian mark begins with that of utf-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
)
_ZIP = b"PK\x03\x04"
_WORD = "a Word document"
_ZIP_CONTENTS = (
    (b"word/", _WORD),
    (b"opendocument", "an OpenDocument file"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
)

_SAMPLE = 4096
"""Bytes or characters looked at to tell text from anything else."""
_MOSTLY_NUL = 0.4
"""Share of NULs among every second byte of Latin text in UTF-16."""
_RARELY_NUL = 0.02
"""Share of NULs among the bytes between them."""
_MOST_CONTROLS = 0.05
"""Share of control characters above which a decoded file is no text; terminal recordings stay below it."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_WINDOWS, _MAC = ["cp1252"], ["mac_roman"]
_OTHERS = [*_MAC, "cp1250", "cp1251", "shift_jis", "gb18030", "big5", "euc_kr"]
_MAC_APOSTROPHE = re.compile(rb"[a-z]\xd5[a-z]")
"""As in "don’t"; in Windows text a capital Õ inside a word of small letters."""


class Decoded(NamedTuple):
    """The text of a file, and the Python codec that gives it."""

    text: str
    encoding: str


def decode(data: bytes, path: str) -> Decoded:
    """The text that the bytes of a file stand for, without its byte order mark.

    Raises:
        UnreadableStory: the file is too large, is no text, or no encoding fits it.
    """
    if len(data) > LARGEST_STORY:
        raise too_large(path, len(data))
    _refuse_known_binary(data, path)
    decoded = _decoded(data, path)
    sample = decoded.text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _MOST_CONTROLS * len(sample):
        raise _binary(path)
    return decoded


def too_large(path: str, size: int) -> UnreadableStory:
    """The error for a file of `size` bytes, more than a story has."""
    megabytes, limit = size / 1_000_000, LARGEST_STORY // 1_000_000
    return UnreadableStory(
        f"{shown(path)} has {megabytes:.1f} MB, more than the {limit} MB of a story; split it or leave pictures out"
    )


def _decoded(data: bytes, path: str) -> Decoded:
    encoding = _marked(data) or _unmarked_utf16(data)
    if encoding is not None:
        return _in_encoding(data, encoding, path)
    if b"\0" in data:
        raise _binary(path)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(data, error, path)
    return _guessed(data, path)


def known_binary(data: bytes) -> str | None:
    """What a file is whose first bytes say that it is something other than text: "a PDF document"."""
    if data.startswith(_ZIP):
        return next((name for part, name in _ZIP_CONTENTS if part in data), "a zip archive")
    return next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)


def is_word(data: bytes) -> bool:
    """Whether a file looks like a Word document (.docx)."""
    return known_binary(data) == _WORD


def _refuse_known_binary(data: bytes, path: str) -> None:
    """Raise for a file whose first bytes say that it is something other than text."""
    found = known_binary(data)
    if found is not None:
        advice = "give its name the ending .docx" if found == _WORD else _SAVE_AS_TEXT
        raise UnreadableStory(f"{shown(path)} is {found}; {advice}")


def _binary(path: str) -> UnreadableStory:
    return UnreadableStory(f"{shown(path)} is a binary file, not text; {_SAVE_AS_TEXT}")


def _marked(data: bytes) -> str | None:
    """The encoding that a byte order mark declares."""
    return next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: Latin text in it has a NUL in every second place, and only there."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if low > _MOSTLY_NUL * pairs and high <= _RARELY_NUL * pairs:
        return "utf-16-le"
    if high > _MOSTLY_NUL * pairs and low <= _RARELY_NUL * pairs:
        return "utf-16-be"
    return None


def _in_encoding(data: bytes, encoding: str, path: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        message = f"{shown(path)} is damaged {name} ({error.reason} at byte {error.start + 1}); {_SAVE_AS_UTF8}"
        raise UnreadableStory(message) from error


def _refuse_damaged_utf8(data: bytes, error: UnicodeDecodeError, path: str) -> None:
    """Raise for a file that is UTF-8 but for some bytes: read in another encoding, it would be gibberish."""
    line = data.count(b"\n", 0, error.start) + 1
    kept = data.decode("utf-8", "ignore")
    multibyte = sum(letter > "\x7f" for letter in kept)
    damaged = len(data) - len(kept.encode("utf-8"))
    if _has_surrogates(data):
        raise UnreadableStory(f"{shown(path)} holds half a character (lone surrogate) on line {line}; {_SAVE_AS_UTF8}")
    if multibyte >= damaged:
        raise UnreadableStory(f"{shown(path)} holds bytes that are not UTF-8 on line {line}; {_SAVE_AS_UTF8}")


def _has_surrogates(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for encoded surrogates."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _guessed(data: bytes, path: str) -> Decoded:
    """Text in an encoding older than UTF-8: the first that charset-normalizer finds to read orderly.

    Windows and Mac come by themselves: side by side, the few curly marks of English text do not tell them apart.
    """
    from charset_normalizer import from_bytes  # costs 50 ms that UTF-8 need not pay

    trials = (_MAC, _WINDOWS, _OTHERS) if _MAC_APOSTROPHE.search(data) else (_WINDOWS, _OTHERS)
    for encodings in trials:
        best = from_bytes(data, cp_isolation=encodings).best()
        if best is not None:
            return _in_encoding(data, best.encoding, path)
    raise UnreadableStory(f"{shown(path)} is in no encoding that can be told; {_SAVE_AS_UTF8}")
