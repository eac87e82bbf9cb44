"""Whatever a story says is shown as it stands, by GitHub's own parser and by markdown-it, in text and in tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from cmarkgfm import github_flavored_markdown_to_html, markdown_to_html
from hypothesis import example, given
from hypothesis import strategies as st
from linkify_it import LinkifyIt
from markdown_it import MarkdownIt
from markdown_it.token import Token

from attribution.assembly import visible
from attribution.markdown_page import NUMBER, Column, plain, table
from tests.samples import HOSTILE

_GFM = MarkdownIt("gfm-like")
_LINKIFY = LinkifyIt()
_REFERENCE = re.compile(r"(?:[@#!$~]|\bGH-)\w|:[\w+-]+:", re.IGNORECASE)
"""What GitHub and GitLab turn into links, pictures and formulas after the page is made."""

MARKED = st.lists(
    st.sampled_from(
        [*"\\`*_{}[]()<>|#~$&^=!:@.-+/\"'1a \n\t", "http://", "www.", "a.example", "@b", "![", "](", "&lt;", "&#64;",
         "<b>", "<!--", "-->", "```", "~~", "**", "$$", "1.", "12)", "- ", "# ", "|---|", ":smile:", "gh-1", "[^1]",
         "mailto:", "GH-7", "]: ", "  \n", "\\\n", "\u202e", "é"]
    ),
    max_size=12,
).map("".join)  # fmt: skip
WORDS = st.one_of(MARKED, st.text(st.characters(codec="utf-8"), max_size=40), st.sampled_from(HOSTILE))


class _Page(HTMLParser):
    """The elements and the words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(f"{tag}{''.join(f' {name}' for name, _ in attrs)}")

    def handle_data(self, data: str) -> None:
        self.words += data


def shown(words: str) -> str:
    """What a reader should see of some words."""
    return " ".join(visible(words).split())


def without_spaces(text: str) -> str:
    return text.replace("\u200b", "")


def leaves(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from leaves(token.children) if token.children else iter((token,))


@given(WORDS)
@example("_www.a.example www.9.example")
@example("a@b.example, @c, #1 and :smile:")
def test_a_paragraph_shows_the_words_and_nothing_else(words: str) -> None:
    for convert in (github_flavored_markdown_to_html, markdown_to_html, _GFM.render):
        page = _Page(convert(f"**AN** {plain(words)}\\\n↳ {plain(words)}"))
        assert page.elements == ["p", "strong", "br"]
        assert without_spaces(page.words).split() == ["AN", *shown(words).split(), "↳", *shown(words).split()]


@given(WORDS)
@example("1. a")
@example("--- b")
@example("| --- |")
def test_words_start_nothing_at_the_beginning_of_a_paragraph_or_an_item(words: str) -> None:
    for convert in (github_flavored_markdown_to_html, markdown_to_html, _GFM.render):
        page = _Page(convert(f"one\n{plain(words)}\n\n{plain(words)}\n\n- {plain(words)}\n"))
        assert page.elements == (["p", "p", "ul", "li"] if shown(words) else ["p", "ul", "li"])
        assert without_spaces(page.words).split() == ["one", *shown(words).split() * 3]


@given(WORDS)
def test_a_table_keeps_its_cells(words: str) -> None:
    lines = table((Column("a"), Column(words, NUMBER)), [(words, "1"), ("b", words)])
    tokens = _GFM.parse("\n".join(lines))
    cells = [without_spaces(leaf.content) for leaf in leaves(tokens) if leaf.content]
    assert "".join(cells).split() == "".join(f"a{shown(words)}{shown(words)}1b{shown(words)}").split()
    page = _Page(github_flavored_markdown_to_html("\n".join(table((Column("a"), Column("b")), [(words, "1")]))))
    assert [element.split()[0] for element in page.elements] == ["table", "thead", "tr", "th", "th", "tbody", "tr",
                                                                "td", "td"]  # fmt: skip
    assert without_spaces(page.words).split() == ["a", "b", *shown(words).split(), "1"]


@given(WORDS)
def test_nothing_is_left_to_be_linked_when_the_page_is_made(words: str) -> None:
    text = _Page(_GFM.render(plain(words))).words
    assert _LINKIFY.match(text) is None
    assert _REFERENCE.search(text) is None


@pytest.mark.parametrize("words", ["It cost 5 euros, she said.", "“No,” he said – twice; (10:30 and 9.5 per cent)"])
def test_plain_words_stay_as_they_are(words: str) -> None:
    assert plain(words) == words
