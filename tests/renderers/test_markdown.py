"""The Markdown report says what the report says, and only the report makes headings, lists and tables."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.assembly import visible
from attribution.badges import BADGES
from attribution.rendering import renderer
from attribution.report import Report
from attribution.scoring.parts import NOTE
from tests.golden import SURFACE
from tests.samples import HOSTILE, brief, ferries, judged, quoting


class _Page(HTMLParser):
    """The words of each element of a page, by the element's name."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(github_flavored_markdown_to_html(markdown))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert all(name == "align" for name, _ in attrs)
        self.found.append((tag, ""))

    def handle_data(self, data: str) -> None:
        if self.found:
            tag, words = self.found[-1]
            self.found[-1] = tag, words + data.replace("\u200b", "")

    def all(self, tag: str) -> list[str]:
        return [words.strip() for name, words in self.found if name == tag]

    def elements(self) -> Counter[str]:
        return Counter(name for name, _ in self.found)


def rendered(*reports: Report) -> str:
    return "".join(renderer("markdown").render(reports, SURFACE))


def test_the_verdict_comes_first() -> None:
    lines = rendered(judged()).splitlines()
    assert lines[2] == "**Review** – 1 warning: weasel words."
    assert lines[4].startswith("**B 78.2/100 sound, with gaps · medium confidence (71–91)** – Named or official")
    assert _Page(rendered(judged())).all("h3") == [
        "What to fix first: 1 warning",
        "How the score comes about",
        "Sources",
        "The story",
        "Allowed",
        "What was uncertain",
    ]


def test_every_page_says_what_it_measures_and_from_what_it_was_made() -> None:
    for report in (ferries(), judged(), brief()):
        text = rendered(report)
        assert NOTE in text
        assert report.version in text
        assert report.story.sha256 in text


def test_every_statement_has_its_badge() -> None:
    badges = [words[:2] for words in _Page(rendered(ferries())).all("strong")]
    assert badges[2:] == [BADGES[statement.tag].code for statement in ferries().statements]
    assert "**AN?** Critics say" in rendered(ferries())
    assert "line 5 (50%)" in rendered(ferries())


def test_what_is_allowed_is_not_to_be_fixed() -> None:
    before, _, after = rendered(judged()).partition("### Allowed")
    assert before.count("Nobody speaks.") == 1
    assert "the whole story: agreed with the desk (line 3)" in after


def test_a_story_is_quoted_paragraph_by_paragraph() -> None:
    assert _Page(rendered(ferries())).elements()["blockquote"] == len(ferries().story.paragraphs)


def test_several_stories_are_summed_up() -> None:
    assert "## All stories" not in rendered(judged())
    table = rendered(judged(), brief()).partition("## All stories\n\n")[2].splitlines()
    assert [row.split(" | ")[1:3] for row in table[2:]] == [["78.2", "B"], ["–", "N"]]


WORDS = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(lambda words: visible(words).strip()),
    st.sampled_from(HOSTILE),
)


@settings(max_examples=50)
@given(WORDS)
def test_no_word_of_a_story_makes_an_element(words: str) -> None:
    assert _Page(rendered(quoting(words))).elements() == _Page(rendered(quoting("words"))).elements()


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: ascii(words[:20]))
def test_hostile_words_are_words(words: str) -> None:
    page = " ".join(text for _, text in _Page(rendered(quoting(words))).found)
    assert " ".join(visible(words).split()) in " ".join(page.split())
