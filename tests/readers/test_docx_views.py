"""Word documents with tracked changes: the two texts that one document holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.model import Role, View
from tests.word_files import LEAD, LEADS, cell, deleted, inserted, lines, paragraph, read, row, run, table

FINAL, ORIGINAL = View.FINAL, View.ORIGINAL


@pytest.mark.parametrize(
    ("body", "final", "original"),
    [
        (paragraph(run("A "), deleted("b "), inserted("c "), run("d.")), ["A c d."], ["A b d."]),
        (paragraph(run("A"), mark="<w:del/>") + paragraph(run("b.")), ["Ab."], ["A", "b."]),
        (paragraph(run("A"), mark="<w:ins/>") + paragraph(run("b.")), ["A", "b."], ["Ab."]),
        (paragraph(run("A"), mark="<w:moveFrom/>") + paragraph(run("b.")), ["Ab."], ["A", "b."]),
        (paragraph(deleted("A."), mark="<w:del/>") + paragraph(run("b.")), ["b."], ["A.", "b."]),
        (paragraph(inserted("A."), mark="<w:ins/>") + paragraph(run("b.")), ["A.", "b."], ["b."]),
        (
            paragraph(run("A"), mark="<w:del/>") + table(row(cell(paragraph(run("b."))))) + paragraph(run("c")),
            ["A", "b.", "c"],
            ["A", "b.", "c"],
        ),
        (
            table(row(cell(paragraph(run("A."), mark="<w:del/>")), cell(paragraph(run("b."))))),
            ["A.", "b."],
            ["A.", "b."],
        ),
        (table(row(cell(LEADS), properties="<w:del/>")) + paragraph(run("A.")), ["A."], [LEAD, "A."]),
        (table(row(cell(LEADS), properties="<w:ins/>")) + paragraph(run("A.")), [LEAD, "A."], ["A."]),
        (
            table(row(cell(paragraph(run("A.")), properties="<w:cellDel/>"), cell(paragraph(run("b."))))),
            ["b."],
            ["A.", "b."],
        ),
        (
            paragraph(f"<w:moveFrom>{run('A.')}</w:moveFrom>", run("b. "), f"<w:moveTo>{run('A.')}</w:moveTo>"),
            ["b. A."],
            ["A.b."],
        ),
    ],
)  # fmt: skip
def test_views(body: str, final: list[str], original: list[str]) -> None:
    assert lines(read(body)) == final
    assert lines(read(body, ORIGINAL)) == original


def test_the_style_of_the_original_is_the_one_before_the_change() -> None:
    change = '<w:pStyle w:val="Kop"/><w:pPrChange w:id="5"><w:pPr><w:pStyle w:val="Nowhere"/></w:pPr></w:pPrChange>'
    body = LEADS + f"<w:p><w:pPr>{change}</w:pPr>{run('What comes next.')}</w:p>"
    assert read(body).paragraphs[1].role is Role.HEADING
    assert read(body, ORIGINAL).paragraphs[1].role is Role.BODY


WORDS = st.text("ab .,“é", min_size=1, max_size=6)
CHANGE = st.tuples(st.sampled_from(["kept", "ins", "del", "both"]), WORDS)
MARK = st.sampled_from(["", "<w:ins/>", "<w:del/>"])


def changed(kind: str, words: str) -> str:
    made = {"kept": run, "ins": inserted, "del": deleted, "both": lambda text: f"<w:ins>{deleted(text)}</w:ins>"}
    return made[kind](words)


@given(st.lists(st.tuples(st.lists(CHANGE, max_size=5), MARK), min_size=1, max_size=5))
def test_any_changes_give_their_two_texts(drawn: list[tuple[list[tuple[str, str]], str]]) -> None:
    body = "".join(paragraph(*(changed(*each) for each in changes), mark=mark) for changes, mark in drawn)
    for view, kept, gone in ((FINAL, ("kept", "ins"), "<w:del/>"), (ORIGINAL, ("kept", "del"), "<w:ins/>")):
        expected = ""
        for changes, mark in drawn:
            expected += "".join(words for kind, words in changes if kind in kept) + ("" if mark == gone else "\n")
        ends = "\n" if drawn[-1][1] == gone else ""  # the last paragraph has none to run on into
        assert read(LEADS + body, view).text == f"{LEAD}\n{expected}{ends}"
