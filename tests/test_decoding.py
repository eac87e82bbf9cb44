"""Bytes to text: what must not be taken for a story first."""

from __future__ import annotations

import contextlib
import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.decoding import LARGEST_STORY, decode
from attribution.errors import UnreadableStory

WINDOWS = "“We won’t close the café,” said Renée Doe – the owner since 1999."


def zipped(name: str) -> bytes:
    """An archive with one file in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "<w/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped("word/document.xml"), "a Word document; give its name the ending .docx"),
        (zipped("opendocument.text"), "an OpenDocument file; save it"),
        (zipped("xl/workbook.xml"), "an Excel workbook; save it as plain text, Markdown or .docx"),
        (zipped("photo.raw"), "a zip archive; save it"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document; save it"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image; save it"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image; save it"),
        (gzip.compress(b"The mayor said so."), "a gzip archive; save it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or Office document; save it"),
        (b"{\\rtf1 The mayor said so.}", "a rich text (RTF) document; save it"),
        (b"The mayor\0\0\0\x07 said so.", "a binary file, not text; save it"),
        (bytes(range(1, 32)) * 20, "a binary file, not text; save it"),
        (bytes(range(128, 256)) * 8, "in no encoding that can be told; save it again as UTF-8"),
        ("The mayor’s café is shut.".encode() + b"\nHe said \xff no.", "not UTF-8 on line 2; save it again as UTF-8"),
        ("The mayor’s café".encode()[:-1], "not UTF-8 on line 1; save it again as UTF-8"),
        ("One.\nHalf \ud83d here.".encode("utf-8", "surrogatepass"), "half a character (lone surrogate) on line 2"),
        ("\ufeffHalf \ud83d here.".encode("utf-16-le", "surrogatepass"), "damaged UTF-16"),
        ("Half \ude12 here, said the mayor.".encode("utf-16-be", "surrogatepass"), "damaged UTF-16-BE"),
        ("\ufeffThe mayor".encode("utf-16-le")[:-1], "damaged UTF-16 (truncated data at byte 19)"),
        (b" " * (LARGEST_STORY + 1), "has 10.0 MB, more than the 10 MB of a story; split it"),
    ],
)
def test_decode_refuses_what_is_no_text(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableStory) as caught:
        decode(data, "city/story.txt")
    message = str(caught.value)
    assert message.startswith("city/story.txt ")
    assert said in message
    assert "\n" not in message


def test_decode_names_standard_input() -> None:
    with pytest.raises(UnreadableStory, match="standard input is a PDF document"):
        decode(b"%PDF-1.4", "-")


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [
        ("The mayor said so.", "ascii", "utf-8"),
        (WINDOWS, "utf-8", "utf-8"),
        (WINDOWS, "utf-8-sig", "utf-8-sig"),
        (WINDOWS, "utf-16", "utf-16"),
        ("\ufeff" + WINDOWS, "utf-16-be", "utf-16"),
        (WINDOWS, "utf-32", "utf-32"),
        ("\ufeff" + WINDOWS, "utf-32-be", "utf-32"),
        (WINDOWS, "utf-16-le", "utf-16-le"),
        (WINDOWS, "utf-16-be", "utf-16-be"),
        (WINDOWS, "cp1252", "cp1252"),
        (WINDOWS * 200, "cp1252", "cp1252"),
        ("It’s shut, the owner said.", "cp1252", "cp1252"),
        ("The café is shut, the owner said.", "cp1252", "cp1252"),
        ("“Nobody asked us,” the owner’s lawyer said.\r\n" * 40, "cp1252", "cp1252"),
        ("It’s shut – “for good,” he said. " + "Nobody else had a word to say about it. " * 99, "cp1252", "cp1252"),
        ("Mr García said so. " + "Nobody else had a word to say about it. " * 99, "cp1252", "cp1252"),
        (WINDOWS, "mac_roman", "mac_roman"),
        ("市長は質問に答えなかったと述べた。彼は金曜日に辞任した。", "shift_jis", "shift_jis"),
        ("Мэр города не ответил на вопросы журналистов в пятницу.", "cp1251", "cp1251"),
        ("\x1b[31mThe mayor\x1b[0m said so.", "ascii", "utf-8"),
        ("", "ascii", "utf-8"),
    ],
)
def test_decode_tells_the_encoding(text: str, written: str, told: str) -> None:
    decoded = decode(text.encode(written), "story.txt")
    assert decoded == (text.removeprefix("\ufeff"), told)


@given(st.binary(max_size=400))
def test_decode_raises_nothing_but_unreadable_story(data: bytes) -> None:
    with contextlib.suppress(UnreadableStory):
        text, encoding = decode(data, "story.txt")
        assert data.decode(encoding) == text
