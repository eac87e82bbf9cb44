"""Plain text: offsets must stay those of the file, and lines must not run together."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.errors import UnreadableStory
from attribution.model import Position, Role, Span, Story
from attribution.reading import read_story

WRAPPED = (
    "The bridge over the Example will stay shut until spring, the mayor of\n"
    "the town said on Friday, because the money for its repair has not yet\n"
    "been found.\n"
)
UNWRAPPED = WRAPPED.strip().replace("\n", " ")
LONG_HEADLINE = "Bridge stays shut until spring, says the mayor of Exampleton"
FILE_TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_characters="\0"),
        st.sampled_from("\r\n \t.ab\u200b\u00ad\ufeff\x1b[m"),
    ),
    max_size=300,
)


def read(text: str, path: str = "story.txt") -> Story:
    return read_story(text.encode(), path)


def outcome(data: bytes, path: str) -> str:
    """What reading says: an error's message, or that there is none."""
    try:
        read_story(data, path)
    except UnreadableStory as error:
        return str(error)
    return "read"


def paragraphs(story: Story) -> list[str]:
    return [paragraph.span.of(story.text) for paragraph in story.paragraphs]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said so.",
        "\n\n  The mayor said so.  \n\tNobody else did.\n\n\n",
        "Bridge shut\nThe mayor said so.\n___\nNobody else did.",
        "He said\u00a0so, **twice** &amp; [again](x).",
    ],
)
def test_text_is_that_of_the_file(text: str) -> None:
    story = read(text)
    assert story.text == text
    assert [story.positions.file_offset(i) for i in range(len(text))] == list(range(len(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One said so.\nTwo did not.", ["One said so.", "Two did not."]),
        ("  One said so. \r\n\r\n Two did not.", ["One said so.", "Two did not."]),
        ("One.\n___\n***\n- - -\nTwo.", ["One.", "Two."]),
        (WRAPPED, [UNWRAPPED]),
        ("First.\n\n" + WRAPPED + "\nLast.", ["First.", UNWRAPPED, "Last."]),
        (f"{LONG_HEADLINE}\n{WRAPPED}", [LONG_HEADLINE, UNWRAPPED]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(read(text)) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ("A line of some sixty characters that ends with a full stop, so.", "Another one of these, which ends too."),
        ("Too short to have been wrapped at any width", "that people use for text, whoever did it"),
        ("A headline about a bridge that stays shut until next spring;", "the mayor speaks of money"),
        ("A line of some sixty characters that does not end as sentences", "x" * 30 + " a paragraph " + "y" * 80),
        ("Bridge over the Example to stay shut until the spring comes", "The mayor of the town said no. " * 9),
    ],
)
def test_lines_that_were_not_wrapped_stay_apart(lines: tuple[str, str]) -> None:
    assert paragraphs(read("\n".join(lines))) == [line.strip() for line in lines]


def test_a_wrapped_paragraph_keeps_every_offset() -> None:
    story = read("Bridge shut\n\n" + WRAPPED)
    assert len(story.text) == len("Bridge shut\n\n" + WRAPPED)
    town = story.text.index("town")
    assert story.locate(Span(town, town + 4)) == Position(4, 5)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said so.\nNobody else did.",
        "Only one line without a stop",
        "“We will not pay,” the mayor said, “for a bridge.”\nNobody else spoke.",
        "By Jane Doe\nThe mayor said so.",
        " ".join(["word"] * 25) + "\nThe mayor said so.",
    ],
)
def test_no_headline(text: str) -> None:
    story = read(text)
    assert story.headline is None
    assert {paragraph.role for paragraph in story.paragraphs} == {Role.BODY}


@pytest.mark.parametrize("headline", ["Bridge shut", "Who will pay?", "Mayor: ‘No money’", "Bridge shut in U.S. town"])
def test_headline(headline: str) -> None:
    story = read(f"\n{headline}\n\nThe mayor said so.")
    assert story.headline == headline
    assert [paragraph.role for paragraph in story.paragraphs] == [Role.HEADLINE, Role.BODY]
    assert paragraphs(story)[0] == headline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Friday the deal was off.", ()),
        ("By 2030 Bridges Will Fall", ()),
        ("By popular demand", ()),
        ("Bystanders Jane Doe", ()),
        ("By Jane Doe", ("Jane Doe",)),
        ("BY JANE DOE", ("JANE DOE",)),
        ("By JANE DOE, Associated Example", ("JANE DOE",)),
        ("By Jane Doe and John van der Roe", ("Jane Doe", "John van der Roe")),
        ("By Jane Doe, John Roe and Ann O’Poe", ("Jane Doe", "John Roe", "Ann O’Poe")),
        ("By: Jane Q. Doe | City desk", ("Jane Q. Doe",)),
        ("By Jane Doe in Exampleton", ("Jane Doe",)),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    story = read(f"Bridge shut\n{line}\nThe mayor said so.")
    assert story.bylines == names
    assert line in paragraphs(story)


def test_a_byline_stands_at_the_top() -> None:
    assert read("One said so.\n" * 6 + "By Jane Doe").bylines == ()


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\u200b\n\u00ad", "***\n---\n", "\x1b[0m"])
def test_a_story_without_words_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableStory, match=r"^story\.txt holds no text to audit; check that it is the right file$"):
        read(text)


@pytest.mark.parametrize("path", ["story.txt", "STORY.TEXT", "story", "story.html", "a.md/story"])
def test_other_suffixes_are_text(path: str) -> None:
    assert read("# 1 story", path).format == "text"


def test_standard_input_without_front_matter_is_text() -> None:
    story = read("---\n# 1 story\n---\n", "-")
    assert (story.format, story.path) == ("text", "-")


def test_a_story_says_where_it_came_from() -> None:
    data = "“Yes,” said the café’s owner, Renée Doe.".encode("cp1252")
    story = read_story(data, "in/story.txt")
    assert (story.path, story.format, story.encoding) == ("in/story.txt", "text", "cp1252")
    assert story.sha256 == hashlib.sha256(data).hexdigest()


@given(FILE_TEXT)
def test_every_character_maps_to_itself(text: str) -> None:
    try:
        story = read(text)
    except UnreadableStory:
        return
    decoded = text.removeprefix("\ufeff")
    for offset, letter in enumerate(story.text):
        assert letter in " \n" or decoded[story.positions.file_offset(offset)] == letter
    assert len(story.text) == len(decoded.replace("\r\n", "\n"))
    for paragraph in story.paragraphs:
        words = paragraph.span.of(story.text)
        assert words == words.strip() != ""
        assert "\n" not in words


@given(st.binary(max_size=300))
def test_bytes_are_read_or_unreadable(data: bytes) -> None:
    assert outcome(data, "story.txt").isprintable()
