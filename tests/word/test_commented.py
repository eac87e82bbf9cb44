"""A copy with comments: what must stay as it was, where comments may stand, and that any words can be reached."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from attribution.errors import UnreadableStory
from attribution.finding import Suppression
from attribution.model import Span, Tag, View
from attribution.reading import read_story
from attribution.report import Report
from attribution.word.commented import TagMarks, commented
from attribution.word.remarks import TINTS
from tests.word.remarked import (
    anchored,
    audited,
    finding,
    objecting,
    own_numbers,
    spans_of,
    unpacked,
    without_additions,
)
from tests.word_files import (
    STRICT,
    W,
    archive,
    cell,
    deleted,
    docx,
    inserted,
    paragraph,
    parts,
    row,
    run,
    table,
)

MAIN = "word/document.xml"
BOX = (
    f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent>{paragraph(run('In a box.'))}"
    f"</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
NOTE = "<w:r><w:footnoteReference w:id='4'/></w:r>"
EARLIER = f"<w:comment w:id='7' w:author='Copy desk'>{paragraph(run('Which log?'))}</w:comment>"
LINK = f"<w:hyperlink r:id='rId90'>{run('the harbour log')}</w:hyperlink>"
BODY = (
    paragraph(run("Ferry to close", "<w:i/>"), style="Titel")
    + paragraph(
        run("A council official said the "), run("ferry ", "<w:b/>"), inserted("line "), deleted("boat "),
        "<w:r><w:t>closes in May.</w:t><w:tab/><w:t>No one</w:t><w:br/><w:t> knows why.</w:t></w:r>",
    )
    + paragraph(
        "<w:commentRangeStart w:id='7'/>", run("Norrline’s "), LINK, "<w:commentRangeEnd w:id='7'/>",
        "<w:r><w:commentReference w:id='7'/></w:r>", NOTE, BOX,
        run(" names ten boats."),
    )
    + table(row(cell(paragraph(run("Sula failed twice,")), paragraph(run("sources say.")))))
    + f"<w:sdt><w:sdtContent>{paragraph(run('The mayor declined to comment.'))}</w:sdtContent></w:sdt>"
)  # fmt: skip
NOTES = f"<w:footnote w:id='4'>{paragraph(run('Critics say it is incomplete.'))}</w:footnote>"
DATA = docx(BODY, footnotes=NOTES, comments=EARLIER)
REPORT = audited(DATA)
STORY = REPORT.story


def commented_on(words: str, data: bytes = DATA, report: Report = REPORT) -> dict[str, bytes]:
    """The parts of a copy with one comment, on these words."""
    return unpacked(commented(data, objecting(report, spans_of(report.story, words))))


def first_comment(unpacked_parts: dict[str, bytes]) -> bytes:
    return etree.tostring(etree.fromstring(unpacked_parts["word/comments.xml"])[0], method="c14n", exclusive=True)


def test_what_has_changed_since_is_refused() -> None:
    with pytest.raises(UnreadableStory, match=r"^draft\.docx has changed since it was audited; audit it again$"):
        commented(docx(BODY), REPORT)


def test_nothing_to_say_is_the_same_file() -> None:
    let_stand = finding(STORY.paragraphs[1].span, suppressed=Suppression("known", "baseline"))
    assert commented(DATA, replace(REPORT, findings=(let_stand,))) == DATA


@pytest.mark.parametrize("marks", TagMarks)
@pytest.mark.parametrize("view", View)
def test_all_else_stays(marks: TagMarks, view: View) -> None:
    report = audited(DATA, view)
    spans = [each.span for each in report.statements] + [each.span for each in report.story.paragraphs]
    copy = commented(DATA, objecting(report, spans), mark_tags=marks)
    before, after = unpacked(DATA), unpacked(copy)
    assert list(after) == list(before)
    numbers = own_numbers(after)
    assert len(numbers) == len(spans)
    for part in before.keys() - {MAIN, "word/footnotes.xml", "word/comments.xml"}:
        assert before[part] == after[part]
    for part in (MAIN, "word/footnotes.xml"):
        assert without_additions(before[part], set()) == without_additions(after[part], numbers)
    assert first_comment(before) == first_comment(after)
    assert read_story(copy, "copy.docx", view).text == report.story.text
    assert copy == commented(DATA, objecting(report, spans), mark_tags=marks)


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Ferry", "Ferry"),
        ("official said the ferry", "official said the ferry"),
        ("ferry line closes", "ferry line closes"),
        ("line", "line"),
        ("No one", "No one"),
        ("knows", "knows"),
        ("May.\tNo", "May.No"),
        ("harbour", "harbour"),
        ("’s the", "’s the"),
        ("ten boats.", "ten boats."),
        ("failed twice", "failed twice"),
        ("twice,\nsources", "twice,sources"),
        ("declined", "declined"),
        ("In a box", "In a box.In a box."),
        ("Critics say", ""),
    ],
)
def test_comments_are_on_their_words(words: str, marked: str) -> None:
    after = commented_on(words)
    assert anchored(after[MAIN], "8") == marked
    assert anchored(after[MAIN], "7") == "Norrline’s the harbour log"


def test_a_comment_on_a_note_is_on_its_reference() -> None:
    document = commented_on("Critics say")[MAIN].decode()
    reference = r'<w:r><w:footnoteReference w:id="4"/></w:r>'
    mark = r'<w:r><w:commentReference w:id="8"/></w:r>'
    assert re.search(rf'<w:commentRangeStart w:id="8"/>{reference}<w:commentRangeEnd w:id="8"/>{mark}', document)


@pytest.mark.parametrize("words", ["line", "harbour"])
def test_the_mark_of_a_comment_stands_outside_changes_and_links(words: str) -> None:
    root = etree.fromstring(commented_on(words)[MAIN])
    marks = [each for each in root.iter(f"{{{W}}}commentReference") if each.get(f"{{{W}}}id") == "8"]
    assert [each.getparent().getparent().tag for each in marks] == [f"{{{W}}}p"]


def test_comments_of_one_place_are_in_order_and_say_what_was_found() -> None:
    span = spans_of(STORY, "official")[0]
    whole = finding(Span(0, len(STORY.text)), statement=None)
    after = unpacked(commented(DATA, replace(REPORT, findings=(finding(span), whole, finding(span)))))
    root = etree.fromstring(after["word/comments.xml"])
    assert [each.get(f"{{{W}}}id") for each in root] == ["7", "8", "9", "10"]
    said = [["".join(line.itertext()) for line in each] for each in root]
    assert said[1] == ["warning: REC404 loaded-verb", "The verb judges.", "Write “said”."]
    assert anchored(after[MAIN], "9") == "Ferry to close"
    assert re.findall(r'commentReference w:id="(8|10)"', after[MAIN].decode()) == ["8", "10"]


def test_a_document_without_comments_gets_a_part_for_them() -> None:
    data = docx(BODY, footnotes=NOTES)
    after = commented_on("official", data, audited(data))
    assert b'PartName="/word/comments.xml"' in after["[Content_Types].xml"]
    assert b'/relationships/comments" Target="comments.xml"' in after["word/_rels/document.xml.rels"]
    assert own_numbers(after) == {"8"}  # the marks of 7 are there, though its comment is not
    again = unpacked(commented(archive(after), objecting(audited(archive(after)), spans_of(STORY, "official"))))
    assert own_numbers(again) == {"8", "9"}
    assert again["[Content_Types].xml"] == after["[Content_Types].xml"]


def test_a_bare_and_strict_document() -> None:
    data = archive({MAIN: str(parts(BODY)[MAIN]).replace(W, STRICT)})
    after = commented_on("official", data, audited(data))
    assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in after["word/_rels/document.xml.rels"]
    assert STRICT.encode() in after["word/comments.xml"]
    assert read_story(archive(after), "copy.docx").text == audited(data).story.text


def test_tags_are_letters_and_tints() -> None:
    copy = commented(DATA, replace(REPORT, findings=()), mark_tags=TagMarks.SHADED)
    document = unpacked(copy)[MAIN].decode()
    tags = {each.tag for each in REPORT.statements}
    assert Tag.ANONYMOUS in tags
    for tag in tags:
        assert TINTS[tag] in document
    assert document.count('w:val="attribution-tag"') == len(REPORT.statements) - 1  # one stands in the note
    shaded = re.search(r"<w:rPr><w:b/>(<w:shd [^>]*/>)</w:rPr><w:t[^>]*>ferry ", document)
    assert shaded is not None


@pytest.mark.parametrize("tag", Tag)
def test_words_stay_readable_on_every_tint(tag: Tag) -> None:
    channels = [int(TINTS[tag][at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    luminance = sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    assert (luminance + 0.05) / 0.05 > 14


PIECE = st.tuples(st.sampled_from(["kept", "bold", "ins", "del", "link"]), st.text("ab é.", min_size=1, max_size=5))


def made(kind: str, text: str) -> str:
    if kind == "bold":
        return run(text, "<w:b/>")
    if kind == "link":
        return f"<w:hyperlink r:id='rId90'>{run(text)}</w:hyperlink>"
    return {"kept": run, "ins": inserted, "del": deleted}[kind](text)


@given(st.lists(PIECE, min_size=1, max_size=6), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=5))
def test_any_words_can_be_commented(pieces: list[tuple[str, str]], places: list[tuple[int, int]]) -> None:
    data = docx(paragraph(run("The ferry line closes.")) + paragraph(run("x"), *(made(*each) for each in pieces)))
    story = read_story(data, "draft.docx")
    spans = [Span(start, start + length) for start, length in places if start + length <= len(story.text.rstrip())]
    copy = commented(data, objecting(replace(REPORT, story=story), spans))
    assert read_story(copy, "copy.docx").text == story.text
    if spans:
        after = unpacked(copy)
        assert without_additions(unpacked(data)[MAIN], set()) == without_additions(after[MAIN], own_numbers(after))
        for number, span in enumerate(spans):
            words = anchored(after[MAIN], str(number))
            assert words == span.of(story.text).replace("\n", "") or not span.of(story.text).strip()
