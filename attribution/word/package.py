"""The package of a Word document: a zip archive whose parts point at one another (ISO/IEC 29500-2).

Nothing in it is trusted: sizes are held down before and while parts are unpacked, and whatever is wrong with the file
is told in one line.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from struct import error as StructError
from typing import TYPE_CHECKING
from urllib.parse import unquote

from attribution.decoding import is_word, known_binary
from attribution.errors import UnreadableStory
from attribution.paths import shown
from attribution.word.xml import name, parsed

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LARGEST_PART = 40_000_000
"""Bytes of one part unpacked; the text of a long read has 1,000,000."""
_LARGEST_DOCUMENT = 200_000_000
"""Bytes of all parts unpacked, pictures too."""
_SMALL_PART = 1_000_000
"""Bytes of a part that may be packed as tightly as it likes."""
_TIGHTEST = 200
"""Bytes unpacked from one packed byte; Word's own text stays below 50, a zip bomb has 1,000."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Those that ISO/IEC 29500-2 allows, annex C."""
_ENCRYPTED = 0x1
"""The bit of a member's flags that says so."""
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
"""The stream of a compound file in which Office keeps an encrypted document (MS-OFFCRYPTO, 2.3.4)."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, StructError, ValueError, NotImplementedError, OSError)
_SAVE_AGAIN = "open it in Word and save it again as .docx"


@dataclass(frozen=True, slots=True)
class Package:
    """An opened Word document."""

    path: str
    """As the user named it."""
    archive: zipfile.ZipFile
    main: str
    """Name of the part that holds the text, mostly `word/document.xml`."""
    root: Element
    """Of that part."""

    def related(self, kind: str) -> str | None:
        """Name of the part to which the main one points as its `styles`, `footnotes`, …; None when there is none.

        Raises:
            UnreadableStory: the part that says so is damaged, or larger than any story's.
        """
        place = relationships_of(self.main)
        found = _targets(self.xml(place), posixpath.dirname(self.main)).get(kind) if self.has(place) else None
        return found if found is not None and self.has(found) else None

    def has(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return part in self.archive.NameToInfo

    def bytes(self, part: str) -> bytes:
        """One part, unpacked no further than it may go, whatever size it declares.

        Raises:
            UnreadableStory: it is damaged, or larger than any story's.
        """
        return _unpacked(self.archive, part, self.path)

    def xml(self, part: str) -> Element:
        """The root of one part.

        Raises:
            UnreadableStory: it is damaged, or larger than any story's.
        """
        return _xml(self.archive, part, self.path)


def opened(data: bytes, path: str) -> Package:
    """The package that the bytes of a file hold.

    Raises:
        UnreadableStory: it is no Word document, is encrypted, damaged, or unpacks to more than any story holds.
    """
    if not is_word(data):
        raise _not_word(data, path)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise damaged(path, "its archive is broken") from error
    _refuse_unusual(archive.infolist(), path)
    roots = _targets(_xml(archive, "_rels/.rels", path), "") if "_rels/.rels" in archive.NameToInfo else {}
    main = roots.get("officeDocument", "word/document.xml")
    if main not in archive.NameToInfo:
        raise damaged(path, f"{shown(main)} is missing")
    root = _xml(archive, main, path)
    if name(root) != "document":
        raise UnreadableStory(f"{shown(path)} is an Office file, but no Word document; save the story as .docx")
    return Package(path, archive, main, root)


def damaged(path: str, reason: str) -> UnreadableStory:
    """The error for a Word document that cannot be read to its end."""
    return UnreadableStory(f"{shown(path)} is a damaged Word document ({shown(reason)}); {_SAVE_AGAIN}")


def relationships_of(part: str) -> str:
    """Name of the part that says where another points."""
    return posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")


def _targets(relationships: Element, folder: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for each in relationships.iter("{*}Relationship"):
        kind, target = each.get("Type", ""), unquote(each.get("Target", ""))
        if each.get("TargetMode") != "External":
            place = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.setdefault(posixpath.basename(kind), place)
    return found


def _not_word(data: bytes, path: str) -> UnreadableStory:
    """The error for a file that is named as a Word document and is none."""
    if data.startswith(_COMPOUND_FILE) and _ENCRYPTED_PACKAGE in data:
        return UnreadableStory(f"{shown(path)} is encrypted; take its password off in Word and save it again")
    if data.startswith(_COMPOUND_FILE):
        return UnreadableStory(f"{shown(path)} is an old Word document (.doc); {_SAVE_AGAIN}")
    kind = known_binary(data)
    if kind is None and not data.strip():
        return UnreadableStory(f"{shown(path)} is empty; check that it is the right file")
    found = kind or "no Word document"
    return UnreadableStory(f"{shown(path)} is {found}, although its name says Word; name it as what it is")


def _refuse_unusual(members: list[zipfile.ZipInfo], path: str) -> None:
    """Raise for an archive that Word would not have written, before any of it is unpacked."""
    if len({member.filename for member in members}) < len(members):
        raise damaged(path, "two of its parts have one name")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnreadableStory(f"{shown(path)} is encrypted; take its password off and save it again")
    if any(member.compress_type not in _METHODS for member in members):
        raise damaged(path, "it is packed in an unknown way")
    if sum(member.file_size for member in members) > _LARGEST_DOCUMENT or any(map(_is_bomb, members)):
        raise _too_large(path)


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(_SMALL_PART, _TIGHTEST * member.compress_size)


def _too_large(path: str) -> UnreadableStory:
    return UnreadableStory(f"{shown(path)} unpacks to far more than a story holds; {_SAVE_AGAIN}, without its pictures")


def _xml(archive: zipfile.ZipFile, part: str, path: str) -> Element:
    data = _unpacked(archive, part, path)
    try:
        return parsed(data)
    except ValueError as error:
        raise damaged(path, f"{part}: {error}") from error


def _unpacked(archive: zipfile.ZipFile, part: str, path: str) -> bytes:
    try:
        with archive.open(part) as file:
            data = file.read(_LARGEST_PART + 1)
    except _BROKEN as error:
        raise damaged(path, f"{part} cannot be unpacked") from error
    if len(data) > _LARGEST_PART:
        raise _too_large(path)
    return data
