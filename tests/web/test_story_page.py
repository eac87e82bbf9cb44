"""The page on one story: a story's words come through unchanged, as words, and every mark says what it marks."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.assembly import visible
from attribution.finding import Finding, Severity
from attribution.model import Role, Span, Statement, Tag
from attribution.policy import Policy
from attribution.report import Report, made
from attribution.scoring.score import score
from attribution.verdict import Word, verdict
from attribution.web.story_page import story_page
from tests.builders import analysis_of, facts_of, story_of
from tests.samples import SENTENCES, brief, ferries, judged

VOID = {"meta", "link", "input", "br", "rect", "path", "circle"}
HOSTILE = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "{% endblock %}", "]]>",
    "</mark></p></article>", "<!-- --!> -->", "&lt;b&gt; &amp;amp;", "javascript:alert(1)", "w" * 10_000,
)  # fmt: skip
SENTENCE = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=120)


class _Article(HTMLParser):
    """The words of the story on a page: what stands in its article, without letters, numbers and notes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.elements: list[str] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        assert not any(name.startswith("on") or name == "style" for name, _ in attrs)
        if tag not in VOID:
            self._open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop()[0] == tag, "elements nest"

    def handle_data(self, data: str) -> None:
        inside = [tag for tag, _ in self._open]
        marks = {name for _, classes in self._open for name in classes.split()}
        if "article" in inside and not marks & {"badge", "note"}:
            self.words += data


def read(page: str) -> _Article:
    article = _Article()
    article.feed(page)
    article.close()
    assert article._open == []
    return article


def told(sentence: str) -> Report:
    """A report on a story of one sentence, with a finding on its first word."""
    span = Span(0, len(sentence))
    story = replace(
        story_of(sentence, [(span, Role.BODY)]), headline=sentence, path=f"{sentence[:9]}.txt", outlet=sentence
    )
    statement = Statement(span, 0, Tag.RECORD, (Tag.OUTLET,), 0.3, None, None, carried=True)
    facts = facts_of(story, analysis_of([statement], ()))
    found = Finding("ANO101", "n", Severity.ERROR, sentence, sentence, 0, Span(0, 1), "f")
    return made(facts, (found,), score(facts), ())


@pytest.mark.parametrize("sentence", HOSTILE)
def test_hostile_words_are_words(sentence: str) -> None:
    article = read(story_page(told(sentence)))
    assert squeezed(article.words) == squeezed(sentence)
    assert {"script", "img", "b"} & set(article.elements) == {"script"}
    assert article.elements.count("script") == 1


@given(SENTENCE)
def test_no_word_is_lost(sentence: str) -> None:
    assert squeezed(read(story_page(told(sentence))).words) == squeezed(visible(sentence))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("report", [ferries(), judged(), brief()])
def test_the_story_reads_as_it_was_written(report: Report) -> None:
    assert squeezed(read(story_page(report)).words) == squeezed(report.story.text)


def test_a_page_loads_nothing() -> None:
    page = story_page(judged())
    assert re.findall(r"(?:href|src|action)=[\"'](?!#|data:,)[^\"']*", page) == []
    assert "url(" not in page
    assert page.index("Content-Security-Policy") < page.index("<style>") < page.index("<script>")


def test_every_sentence_is_marked_with_what_it_rests_on() -> None:
    page = story_page(ferries())
    for index in range(len(SENTENCES) + 1):
        assert f'id="st{index}"' in page
    assert "anonymous-sourced, 94 per cent sure; source s1, two council officials who attended" in page
    assert "anonymous-sourced, 50 per cent sure, doubtful; source s4, Critics" in page


def test_findings_that_are_let_stand_are_not_among_those_to_mend() -> None:
    page = story_page(judged())
    assert page.count('class="finding"') == 1
    assert "Let stand by line 3: agreed with the desk" in page


@pytest.mark.parametrize(
    ("report", "word"),
    [
        (brief(), Word.PASS),
        (judged(), Word.REVIEW),
        (told("A source said so."), Word.BLOCKED),
        (replace(told("A source said so."), policy=Policy(fail_on=None)), Word.REVIEW),
        (replace(judged(), policy=Policy(fail_on=Severity.WARNING)), Word.BLOCKED),
        (replace(brief(), policy=Policy(fail_under=50.0)), Word.BLOCKED),
        (replace(ferries(), policy=Policy(fail_under=100.0)), Word.BLOCKED),
    ],
)
def test_the_verdict_is_the_gates(report: Report, word: Word) -> None:
    assert verdict(report).word is word
    assert f'<span class="word">{word.value.upper()}</span>' in story_page(report)
