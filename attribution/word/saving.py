"""A changed Word document as a file: its comments declared, all parts that nobody touched as they were."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from attribution.word.package import Package, relationships_of
from attribution.word.xml import PACKAGE, STRICT, parsed, value, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPES = "[Content_Types].xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = f"{STRICT}officeDocument/relationships/comments"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can tell: new parts have no other, so that the same audit makes the same file."""


class Comments(NamedTuple):
    """The comments of a document, and where they are kept."""

    part: str
    root: Element
    next_number: int
    """From which on no comment has the number."""


def comments_of(package: Package) -> Comments:
    """The comments of a document; none yet if it has no part for them.

    Raises:
        UnreadableStory: the part that holds them is damaged.
    """
    part = package.related("comments")
    if part is None:
        part = _free(package, posixpath.join(posixpath.dirname(package.main), "comments"))
        root = parsed(f'<w:comments xmlns:w="{_namespace(package.root)}"/>'.encode())
    else:
        root = package.xml(part)
    numbers = [int(each) for each in map(_number, (*root, *package.root.iter())) if each.isdecimal()]
    return Comments(part, root, max(numbers, default=-1) + 1)


def saved(package: Package, changed: Mapping[str, bytes], comments: Comments | None) -> bytes:
    """The document with some parts changed and, unless they are None, its comments."""
    parts = dict(changed)
    if comments is not None:
        parts[comments.part] = written(comments.root)
        if not package.has(comments.part):
            parts |= _declared(package, comments)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for member in package.archive.infolist():
            copy = zipfile.ZipInfo(member.filename, member.date_time)
            copy.external_attr = member.external_attr
            content = parts.pop(member.filename, None)
            file.writestr(copy, package.bytes(member.filename) if content is None else content, member.compress_type)
        for name, content in sorted(parts.items()):
            file.writestr(zipfile.ZipInfo(name, _EARLIEST), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _declared(package: Package, comments: Comments) -> Mapping[str, bytes]:
    """The parts that have to say that there are comments: the types of all parts, and what the main one points at."""
    types = package.xml(_TYPES) if package.has(_TYPES) else parsed(f'<Types xmlns="{PACKAGE}content-types"/>'.encode())
    types.append(
        types.makeelement(
            f"{{{PACKAGE}content-types}}Override",
            {"PartName": f"/{comments.part}", "ContentType": _COMMENTS_TYPE},
        )
    )
    place = relationships_of(package.main)
    relationships = (
        package.xml(place)
        if package.has(place)
        else parsed(f'<Relationships xmlns="{PACKAGE}relationships"/>'.encode())
    )
    taken = {each.get("Id") for each in relationships}
    number = next(number for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    is_strict = _namespace(package.root).startswith(STRICT)
    relationships.append(
        relationships.makeelement(
            f"{{{PACKAGE}relationships}}Relationship",
            {
                "Id": f"rId{number}",
                "Type": _STRICT_RELATION if is_strict else _RELATION,
                "Target": posixpath.basename(comments.part),
            },
        )
    )
    return {_TYPES: written(types), place: written(relationships)}


def _free(package: Package, stem: str) -> str:
    """A name for a new part that no part has."""
    names = (f"{stem}{number or ''}.xml" for number in range(len(package.archive.infolist()) + 1))
    return next(name for name in names if not package.has(name))


def _number(element: Element) -> str:
    """The number of a comment or of a mark of one."""
    return value(element, "id") if isinstance(element.tag, str) and "}comment" in element.tag else ""


def _namespace(root: Element) -> str:
    return str(root.tag)[1:].partition("}")[0]
