"""Files that are no Word document that can be read: one line that says what to do, whatever they hold."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from attribution.cli import main
from attribution.errors import UnreadableStory
from attribution.reading import read_story
from tests.word_files import NAMESPACES, archive, docx, paragraph, parts, run

STORY = paragraph(run("The ferry line closes in May, the harbour master said.")) * 3
GOOD = docx(STORY)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCUMENT = "word/document.xml"


def with_main(xml: str) -> bytes:
    return archive(parts(STORY) | {DOCUMENT: xml})


def without(part: str) -> bytes:
    return archive({name: content for name, content in parts(STORY).items() if name != part})


def document(body: str, declared: str = "") -> str:
    return f"<?xml version='1.0'?>{declared}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def renamed(old: str, new: str) -> bytes:
    return GOOD.replace(old.encode(), new.encode())


def flagged() -> bytes:
    """With the flag of encryption on every member, in both of its headers."""
    data = bytearray(GOOD)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(signature, start + 4)
    return bytes(data)


def understated() -> bytes:
    """A bomb whose directory says that it is small."""
    bomb = archive({DOCUMENT: document(paragraph(run("so " * 30_000_000)))})
    with zipfile.ZipFile(io.BytesIO(bomb)) as opened:
        size = opened.getinfo(DOCUMENT).file_size
    return bomb.replace(struct.pack("<L", size), struct.pack("<L", 900_000))


def twice() -> bytes:
    buffer = io.BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(buffer, "a") as file:
        file.writestr(DOCUMENT, document(STORY))
    return buffer.getvalue()


def squeezed() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as file:
        file.writestr(DOCUMENT, document(STORY))
    return buffer.getvalue()


def stream(name: str) -> bytes:
    return COMPOUND + bytes(600) + name.encode("utf-16-le") + bytes(600)


LAUGHS = "<!DOCTYPE w [" + "".join(
    f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' if n else '<!ENTITY l1 "so ">' for n in range(9)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
CASES = {
    "encrypted": (stream("EncryptedPackage"), "is encrypted; take its password off in Word and save it again"),
    "old": (stream("WordDocument"), "is an old Word document (.doc); open it in Word and save it again as .docx"),
    "zip encryption": (flagged(), "is encrypted; take its password off"),
    "text": (b"The mayor said so.", "is no Word document, although its name says Word; name it as what it is"),
    "nothing": (b"", "is empty; check that it is the right file"),
    "pdf": (b"%PDF-1.7", "is a PDF document, although its name says Word"),
    "rtf": (b"{\\rtf1 The mayor said so.}", "is a rich text (RTF) document, although"),
    "odt": (archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "is a zip archive, although"),
    "workbook": (archive({"xl/workbook.xml": "<a/>"}), "is an Excel workbook, although"),
    "slides": (archive({"ppt/presentation.xml": "<a/>"}), "is a PowerPoint presentation, although"),
    "other root": (with_main("<workbook/>"), "is an Office file, but no Word document; save the story as .docx"),
    "photos": (archive({"a.jpg": "x"}), "is a zip archive, although"),
    "cut off": (GOOD[: len(GOOD) // 2], "is a damaged Word document (its archive is broken); open it in Word"),
    "no main part": (without(DOCUMENT), "damaged Word document (word/document.xml is missing)"),
    "elsewhere": (renamed("word/document.xml", "word/doxument.xml"), "is missing); open it"),
    "bad data": (GOOD[:900] + b"\0" * 40 + GOOD[940:], "damaged Word document"),
    "two names": (twice(), "two of its parts have one name"),
    "packing": (squeezed(), "packed in an unknown way"),
    "no xml": (with_main("The mayor said so."), "damaged Word document (word/document.xml: Start tag expected"),
    "half xml": (with_main(document(STORY)[:-20]), "damaged Word document (word/document.xml: "),
    "laughs": (with_main(document(paragraph("<w:r><w:t>&l9;</w:t></w:r>"), LAUGHS)), "damaged Word document"),
    "outside": (with_main(document(paragraph("<w:r><w:t>&x;</w:t></w:r>"), OUTSIDE)), "a document type declaration"),
    "nested": (with_main(document("<w:sdt>" * 200 + "</w:sdt>" * 200)), "nested too deep"),
    "far nested": (with_main(document("<w:p>" * 9000 + "</w:p>" * 9000)), "damaged Word document"),
    "bomb": (archive(parts(STORY) | {"word/media/a.bmp": bytes(30_000_000)}), "unpacks to far more than a story holds"),
    "understated bomb": (understated(), "damaged Word document"),
    "no words": (docx(paragraph() * 3), "holds no text to audit"),
    "all deleted": (
        docx(f"<w:p><w:del>{run('Gone.', kind='delText')}</w:del></w:p>"),
        "holds no text to audit; check that it is the right file",
    ),
    "German": (
        docx(paragraph(run("Der Bürgermeister sagte am Freitag, dass die Fähre nicht mehr fahren wird. " * 5))),
        "does not read like English",
    ),
}


def outcome(data: bytes) -> str:
    """What the file is read as, or why it is not."""
    try:
        return read_story(data, "story.docx").format
    except UnreadableStory as error:
        return str(error)


@pytest.mark.parametrize("case", CASES)
def test_refused_in_one_line(case: str, tmp_path: Path) -> None:
    data, said = CASES[case]
    for name, content in (("bad.docx", data), ("good.docx", GOOD)):
        (tmp_path / name).write_bytes(content)
    bad, good = str(tmp_path / "bad.docx"), str(tmp_path / "good.docx")
    for command in ("audit", "check"):
        alone = CliRunner().invoke(main, [command, "-q", bad])
        assert (alone.exit_code, alone.stdout) == (3, "")
        assert alone.stderr.splitlines()[0].startswith(f"attribution: {bad} ")
        assert said in alone.stderr.splitlines()[0]
    both = CliRunner().invoke(main, ["audit", "-q", bad, good])
    assert both.exit_code == 5
    assert len(both.stderr.splitlines()) == 1
    assert "harbour master" in both.stdout


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(place: int, noise: bytes) -> None:
    data = GOOD[:place] + noise + GOOD[place + len(noise) :]
    assert outcome(data).isprintable()


def test_standard_input_and_the_options(tmp_path: Path) -> None:
    changed = docx(STORY + paragraph(f"<w:ins>{run('The mayor agreed.')}</w:ins>"))
    final = CliRunner().invoke(main, ["audit", "--format", "jsonl", "-"], input=changed)
    assert (final.exit_code, '"format":"docx"' in final.stdout, "mayor" in final.stdout) == (0, True, True)
    for command in ("audit", "check", "report"):
        original = CliRunner().invoke(
            main, [command, "--format", "jsonl", "--docx-view", "original", "-"], input=changed
        )
        assert "mayor" not in original.stdout
    (tmp_path / "~$draft.docx").write_bytes(b"lock")
    (tmp_path / "draft.docx").write_bytes(GOOD)
    assert CliRunner().invoke(main, ["audit", str(tmp_path)]).exit_code == 0
