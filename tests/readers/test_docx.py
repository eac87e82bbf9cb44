"""Word documents: what must not be read first; then what paragraphs are for and where things stand."""

from __future__ import annotations

import pytest

from attribution.model import Position, Role, View
from attribution.reading import read_story
from tests.word_files import (
    LEAD,
    LEADS,
    STRICT,
    W,
    archive,
    cell,
    deleted,
    inserted,
    lines,
    paragraph,
    parts,
    read,
    row,
    run,
    table,
)

BOX = f"<w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def field_(words: str, result: str) -> str:
    return FIELD.format("begin") + code(words) + FIELD.format("separate") + run(result) + FIELD.format("end")


@pytest.mark.parametrize(
    "hidden",
    [
        deleted("Never. "),
        f"<w:moveFrom>{run('Never.')}</w:moveFrom>",
        f"<w:ins>{deleted('Never. ')}</w:ins>",
        run("Never.", "<w:vanish/>"),
        run("Never.", kind="instrText"),
        run("Never.", kind="delText"),
        FIELD.format("begin") + code(" MERGEFIELD Never ") + FIELD.format("end"),
        FIELD.format("begin") + run("Never.") + FIELD.format("separate") + FIELD.format("end"),
        FIELD.format("begin") * 2 + FIELD.format("separate") + run("Never.") + FIELD.format("end") * 2,
        "<w:r><w:commentReference w:id='7'/></w:r>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Never.") + "</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtPr><w:tag w:val='attribution-tag'/></w:sdtPr><w:sdtContent>"
        + run("AN ")
        + "</w:sdtContent></w:sdt>",
        "<w:r><w:softHyphen/></w:r>",
        run("\u00ad\u200b"),
        "<!-- Never. --><?never a?>",
        "<w:proofErr w:type='spellStart'/><w:bookmarkStart w:id='1' w:name='Never'/>",
        "<w:r><w:footnoteReference w:id='99'/></w:r>",
        "<w:ruby><w:rt>" + run("Never.") + "</w:rt></w:ruby>",
    ],
)
def test_what_is_not_read(hidden: str) -> None:
    body = paragraph(run("The mayor"), hidden, run(" said so."))
    assert lines(read(LEADS + body, comments=f'<w:comment w:id="7">{paragraph(run("Never."))}</w:comment>')) == [
        LEAD,
        "The mayor said so.",
    ]


@pytest.mark.parametrize(
    "content",
    [
        run("said so."),
        run("said ") + run("so.", "<w:b/>"),
        inserted("said so."),
        f"<w:moveTo>{run('said so.')}</w:moveTo>",
        run("said ") + f"<w:hyperlink r:id='rId90'>{run('so.')}</w:hyperlink>",
        f"<w:sdt><w:sdtPr><w:showingPlcHdr w:val='0'/></w:sdtPr><w:sdtContent>{run('said so.')}</w:sdtContent></w:sdt>",
        f"<w:smartTag><w:smartTag>{run('said so.')}</w:smartTag></w:smartTag>",
        f"<w:customXml>{run('said')}</w:customXml>" + run(" so."),
        f"<w:fldSimple w:instr=' DATE '>{run('said so.')}</w:fldSimple>",
        field_(" REF a ", "said so."),
        FIELD.format("end") + run("said so."),
        "<w:r><w:t xml:space='preserve'>said\nso.</w:t></w:r>",
        "<w:r><w:t>said<!-- x --> so.</w:t></w:r>",
        "<w:r><w:t> said</w:t><w:t xml:space='preserve'> so.</w:t></w:r>",
        "<w:r><w:t>said</w:t><w:sym w:font='Wingdings' w:char='F0E0'/><w:t>so.</w:t></w:r>",
        run("said so.", "<w:vanish w:val='false'/>"),
        f"<w:ruby><w:rt>{run('x')}</w:rt><w:rubyBase>{run('said so.')}</w:rubyBase></w:ruby>",
    ],
)
def test_what_is_read(content: str) -> None:
    assert lines(read(LEADS + paragraph(run("The mayor "), content))) == [LEAD, "The mayor said so."]


@pytest.mark.parametrize(
    ("break_", "read_as"),
    [
        ("<w:br/>", ["A mayor spoke.", "So did others."]),
        ("<w:cr/>", ["A mayor spoke.", "So did others."]),
        ("<w:br w:type='page'/>", ["A mayor spoke.", "So did others."]),
        ("<w:tab/>", ["A mayor spoke.\tSo did others."]),
        ("<w:noBreakHyphen/>", ["A mayor spoke.-So did others."]),
    ],
)
def test_breaks(break_: str, read_as: list[str]) -> None:
    body = paragraph(run("A mayor spoke."), f"<w:r>{break_}</w:r>", run("So did others."))
    assert lines(read(LEADS + body)) == [LEAD, *read_as]


def test_a_break_in_a_heading_and_lines_of_one_width_part_no_paragraphs() -> None:
    heading = paragraph(run("Ferry to"), "<w:r><w:br/></w:r>", run("close"), style="Titel")
    wrapped = paragraph(
        run("The ferry line that has joined the two islands since the war will"),
        "<w:r><w:br/></w:r>",
        run("close in May, the harbour master of the northern island said on"),
        "<w:r><w:br/></w:r>",
        run("Friday."),
    )
    story = read(heading + wrapped)
    assert story.headline == "Ferry to close"
    assert len(story.paragraphs) == 2


@pytest.mark.parametrize(
    ("style", "role"),
    [
        ("Titel", Role.HEADLINE),
        ("Title", Role.HEADLINE),
        ("berschrift1", Role.HEADING),
        ("Heading2", Role.HEADING),
        ("Rubrik", Role.HEADING),
        ("Kop", Role.HEADING),
        ("Ring", Role.BODY),
        ("Nowhere", Role.BODY),
        ("", Role.BODY),
    ],
)
def test_roles(style: str, role: Role) -> None:
    story = read(LEADS + paragraph(run("What comes next."), style=style) + LEADS)
    assert story.paragraphs[1].role is role


@pytest.mark.parametrize(
    ("body", "headline"),
    [
        (LEADS, None),
        (paragraph(run("Ferry to close")), None),
        (LEADS + paragraph(run("What comes next"), style="Kop"), None),
        (paragraph(run("Ferry to close")) + LEADS, "Ferry to close"),
        (paragraph(run("FERRY-3")) + paragraph(run("Ferry to close"), style="Kop") + LEADS, "Ferry to close"),
        (paragraph(run("By Jane Doe")) + paragraph(run("Ferry to close"), style="Kop") + LEADS, "Ferry to close"),
        (paragraph(run("Slug")) + paragraph(run("Ferry"), style="Kop") + paragraph(run("Shut"), style="Titel"), "Shut"),
        (paragraph(run("Ferry"), style="Titel") + paragraph(run("Shut"), style="Titel") + LEADS, "Ferry"),
    ],
)  # fmt: skip
def test_headlines(body: str, headline: str | None) -> None:
    story = read(body)
    assert story.headline == headline
    assert [each.role for each in story.paragraphs].count(Role.HEADLINE) == (headline is not None)


def test_bylines_and_links() -> None:
    links = [
        f"<w:hyperlink r:id='rId90'>{run('the log')}</w:hyperlink>",
        field_(' HYPERLINK "x" ', "a list"),
        f"<w:fldSimple w:instr=' HYPERLINK x '>{run('a map')}</w:fldSimple>",
        "<w:hyperlink r:id='rId90'/>",
    ]  # fmt: skip
    story = read(paragraph(run("By Jane Doe and John Roe")) + paragraph(*(link + run(", ") for link in links)) + LEADS)
    assert story.bylines == ("Jane Doe", "John Roe")
    assert [link.of(story.text) for link in story.links] == ["the log", "a list", "a map"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{BOX}</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"
    for held in (box, old):
        story = read(paragraph(run("Before "), held, run("and after.")) + LEADS)
        assert lines(story) == ["Before and after.", "In a box.", LEAD]
        assert [story.locate(each.span).line for each in story.paragraphs] == [1, 2, 3]


def test_notes_follow_in_the_order_of_their_references() -> None:
    def note(kind: str, id_: int) -> str:
        return f'<w:{kind} w:id="{id_}">{paragraph(run(f" The {kind} {id_}."))}</w:{kind}>'

    def reference(kind: str, id_: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{id_}"/></w:r>'

    body = paragraph(
        run("One"), reference("endnote", 1), reference("footnote", 3), run(" two"), reference("footnote", 2),
        f"<w:del>{reference('footnote', 4)}</w:del>", run("."),
    ) + LEADS  # fmt: skip
    notes = {f"{kind}s": "".join(note(kind, id_) for id_ in range(5)) for kind in ("footnote", "endnote")}
    story = read(body, **notes)
    assert lines(story) == ["One two.", LEAD, "The footnote 3.", "The footnote 2.", "The endnote 1."]
    assert story.locate(story.paragraphs[-1].span) == Position(5, 2)
    assert "The footnote 4." in lines(read(body, View.ORIGINAL, **notes))


def test_positions_are_paragraphs_and_characters() -> None:
    body = (
        paragraph(run("Ferry to close"))
        + paragraph()
        + table(row(cell(paragraph(run("Islands"))), cell(paragraph(run("\u00adTwo ")))))
        + paragraph(run("Half a sen"), mark="<w:del/>")
        + paragraph(deleted("gone"), run("tence."))
    )
    story = read(body)
    where = {words: story.locate(each.span) for words, each in zip(lines(story), story.paragraphs, strict=True)}
    assert where == {"Ferry to close": (1, 1), "Islands": (3, 1), "Two": (4, 2), "Half a sentence.": (5, 1)}
    end = story.text.index("tence")
    assert story.positions.position(end) == (6, 1)


def test_a_strict_document_with_another_main_part_and_from_standard_input() -> None:
    made = parts(LEADS + paragraph(inserted("The mayor agreed."), deleted("Not.")))
    main = str(made.pop("word/document.xml")).replace(W, STRICT)
    made["word/document2.xml"] = main
    made["_rels/.rels"] = str(made["_rels/.rels"]).replace("document.xml", "document2.xml")
    story = read_story(archive(made), "-")
    assert (story.format, story.encoding) == ("docx", "utf-8")
    assert lines(story) == [LEAD, "The mayor agreed."]
