"""Word documents put together by hand: only the parts that a test is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

from attribution.model import Story, View
from attribution.reading import read_story

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{_R}" xmlns:mc="{_MC}" xmlns:v="urn:schemas-microsoft-com:vml"'
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{more}</w:style>'
    for id_, name, more in (
        ("Titel", "Title", ""),
        ("berschrift1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("Rubrik", "Section line", '<w:basedOn w:val="berschrift1"/>'),
        ("Kop", "Own heading", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
        ("Ring", "Ring", '<w:basedOn w:val="Ring"/>'),
    )
)


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def parts(body: str, **others: str) -> dict[str, str | bytes]:
    """The parts of a document; `others` are the inner XML of `styles`, `footnotes`, `endnotes` and `comments`."""
    kinds = {"styles": STYLES} | others
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{_R}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(kinds, start=1)
    )
    types = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for kind in kinds)
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{_XML}<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        f'<Relationship Id="rId90" Type="{_R}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
        "</Relationships>",
    }
    return made | {f"word/{kind}.xml": f"{_XML}<w:{kind} {NAMESPACES}>{xml}</w:{kind}>" for kind, xml in kinds.items()}


def docx(body: str, **others: str) -> bytes:
    """A Word document with this body."""
    return archive(parts(body, **others))


def run(text: str, properties: str = "", kind: str = "t") -> str:
    """A run of text."""
    style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{style}<w:{kind} xml:space="preserve">{escape(text)}</w:{kind}></w:r>'


def inserted(text: str) -> str:
    """Text that a tracked change puts in."""
    return f'<w:ins w:id="1" w:author="Desk">{run(text)}</w:ins>'


def deleted(text: str) -> str:
    """Text that a tracked change takes out."""
    return f'<w:del w:id="2" w:author="Desk">{run(text, kind="delText")}</w:del>'


def paragraph(*content: str, style: str = "", mark: str = "") -> str:
    """A paragraph; `mark` is what a tracked change says about its end, such as `<w:del/>`."""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(content)}</w:p>"


def cell(*content: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of a table."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


LEAD = "The ferry line closes in May, the harbour master said."
LEADS = paragraph(run(LEAD))


def read(body: str, view: View = View.FINAL, **others: str) -> Story:
    """The story in a document, as `docx` takes it."""
    return read_story(docx(body, **others), "story.docx", view)


def lines(story: Story) -> list[str]:
    """The words of its paragraphs."""
    return [each.span.of(story.text) for each in story.paragraphs]
