"""The XML of Word documents: read without trusting it, and named without caring which of its two namespaces it uses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STRICT = "http://purl.oclc.org/ooxml/"
"""How every namespace of a "Strict Open XML Document" begins (ISO/IEC 29500-1); other files are transitional."""
_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_WORD = frozenset([f"{_TRANSITIONAL}wordprocessingml/2006/main", f"{STRICT}wordprocessingml/main"])
_OFF = frozenset(["0", "false", "off"])
_TOO_DEEP = f"boolean({150 * '/*'})"
"""Whether elements stand 150 deep; a text box in a table in a table stands 30 deep."""
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PACKAGE = f"{_TRANSITIONAL}package/2006/"
"""How the namespaces of the package's own parts begin, strict or not (ISO/IEC 29500-2)."""


def parsed(data: bytes) -> Element:
    """The root of a document, without anything that the document would have fetched or expanded.

    Raises:
        ValueError: it is no XML, is nested too deep, or declares entities, which ISO/IEC 29500-2 forbids.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(error.msg or "no XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a document type declaration, which Word never writes")
    if root.xpath(_TOO_DEEP):
        raise ValueError("elements nested too deep")
    return root


def written(root: Element) -> bytes:
    """A document as a part of a package."""
    from lxml import etree

    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def name(element: Element | None) -> str:
    """The name of an element of WordprocessingML, such as `p`; empty for all others, for comments and instructions."""
    if element is None or not isinstance(element.tag, str):
        return ""
    namespace, _, local = element.tag[1:].rpartition("}")
    return local if namespace in _WORD else ""


def named(element: Element, local: str) -> str:
    """The full name of what belongs beside `element`: `value` is its attribute, `p` its fellow element."""
    return f"{str(element.tag).rpartition('}')[0]}}}{local}"


def value(element: Element, attribute: str = "val") -> str:
    """An attribute of an element of WordprocessingML; empty when it has none."""
    return str(element.get(named(element, attribute), ""))


def child(element: Element | None, *path: str) -> Element | None:
    """The first child, grandchild, … by names."""
    for step in path:
        element = None if element is None else element.find(named(element, step))
    return element


def is_on(element: Element | None) -> bool:
    """Whether a switch such as `w:vanish` is there and not turned off (ISO/IEC 29500-1, 17.17.4)."""
    return element is not None and value(element) not in _OFF


def new(beside: Element, local: str, **attributes: str) -> Element:
    """A new element of the mark-up that `beside` is in, with attributes of the same namespace."""
    return beside.makeelement(named(beside, local), {named(beside, key): each for key, each in attributes.items()})


def names(elements: Element | None) -> Iterator[str]:
    """The names of the children of an element."""
    return iter(()) if elements is None else map(name, elements)
