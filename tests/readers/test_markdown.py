"""Markdown: marks must never reach the text, and words must never leave it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.errors import UnreadableStory
from attribution.model import Position, Role, Span, Story
from attribution.reading import read_story

SUBSTITUTED = " \n|\\<&\t\r\u00a0"
"""What a plain space, a newline or an entity's character may stand for."""


def read(text: str, path: str = "story.md") -> Story:
    return read_story(text.encode(), path)


def outcome(data: bytes, path: str) -> str:
    """What reading says: an error's message, or that there is none."""
    try:
        read_story(data, path)
    except UnreadableStory as error:
        return str(error)
    return "read"


def paragraphs(text: str) -> list[str]:
    story = read(text)
    return [paragraph.span.of(story.text) for paragraph in story.paragraphs]


@pytest.mark.parametrize(
    "words",
    [
        "The file_name_here and snake_case_ stay.",
        "It costs 5 * 3 pounds, or 2*; see note.",
        "It’s the mayors' and O'Neil's ‘own’ bridge.",
        "He [the mayor] said so [sic].",
        "#bridge is 4 < 5 and 6 > 3, a<3 too.",
        "R&D at AT&T &unknown; &amp",
        "One | two",
        "He said ~5 per cent and `half",
        "A *half open mark",
        "A __half open mark",
        "[Ms Doe]: Yes.",
        "[text](no link",
        "[text][nowhere]",
        "Fire![ he said",
        "He said it in 1999.\u00a0Twice.",
        "C:\\new\\table",
        "-5 degrees",
        "1.5 million",
        "Fire!",
    ],
)
def test_words_that_only_look_like_marks_stay(words: str) -> None:
    assert paragraphs(words) == [words]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**He** *said* ***so*** __and__ _left_", "He said so and left"),
        ("_He **said** so_ and *__left__*", "He said so and left"),
        ("in**side** ~~out~~", "inside out"),
        ("**“Yes,”** he said", "“Yes,” he said"),
        ("a `code *span*` and ``a ` tick``", "a code *span* and a ` tick"),
        ('see [the *report*](https://a.example/b_(c) "Title") now', "see the report now"),
        ("see [it](<a b>), [it](a 'b') and [it]( a (b) )", "see it, it and it"),
        ("see [it][ref], [Ref][] and [ref]\n\n[ref]: https://a.example 'T'", "see it, Ref and ref"),
        ("before ![a *photo*](a.png) after", "before  after"),
        ("[![a photo](a.png) words](b)", "words"),
        ("at <https://a.example/b> or <desk@a.example>", "at https://a.example/b or desk@a.example"),
        ("<b class='a > b'>He</b> said<br/>so<sup>2</sup>", "He said so2"),
        ("he <!-- not this\n\nnor this -->said", "he said"),
        ("he <script>a = '<p>'</script>said<style>\n\np {}\n</style>", "he said"),
        ("he said[^1] so[^note].", "he said so."),
        (r"\*not\* \[marked\] \_at\_ all\!", "*not* [marked] _at_ all!"),
        ("R&amp;D &quot;it&rsquo;s&quot; &#8364;5 &#x20AC;6&nbsp;now&shy;", 'R&D "it’s" €5 €6 now'),
        ("he said\nso\\\nand  \nleft", "he said so and left"),
        ("{{< youtube id >}}he {% include a.html %}said{: .lead}", "he said"),
        ("zero\u200bwidth *em\u00adphasis*", "zerowidth emphasis"),
    ],
)
def test_marks_inside_a_line(marked: str, plain: str) -> None:
    assert paragraphs(marked) == [plain]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("one\ntwo\n\nthree", ["one two", "three"]),
        ("one\r\ntwo\r\n\r\nthree", ["one two", "three"]),
        ("# one #\ntwo\n## three\\#", ["one", "two", "three#"]),
        ("one\ntwo\n===\nthree\n---\nfour", ["one two", "three", "four"]),
        ("- one\n* two\n+ three\n1. four\n2) five", ["one", "two", "three", "four", "five"]),
        ("- one\n  more\n\n  two\n  - three\n- [x] four", ["one more", "two", "three", "four"]),
        ("- # one\n- > two\n- - three", ["one", "two", "three"]),
        ("He was born in\n1984. He left.", ["He was born in 1984. He left."]),
        ("one\n1. two", ["one", "two"]),
        ("> one\n> two\n>\n> > three\n\nfour", ["one two", "three", "four"]),
        ("one\n> two\nstill two", ["one", "two still two"]),
        ("one\n\n***\n\n- - -\n\n___\n\ntwo", ["one", "two"]),
        ("one\n***\ntwo", ["one", "two"]),
        ("```\nhidden\n```\none\n\n~~~ py\nhidden\n```\n~~~~\ntwo", ["one", "two"]),
        ("> ```\n> hidden\n> ```\n> one", ["one"]),
        ("| A | B |\n|---|:-:|\n| c \\| d | |\none", ["A B", "c | d", "one"]),
        ("A | B\n--|--\nc | d\n\none | two", ["A B", "c d", "one | two"]),
        ("one[^1]\n\n[^1]: two\n[^2]: three", ["one", "two", "three"]),
        ("one\n[a]: https://a.example\n[b]: <x>", ["one"]),
        ("<p>one</p>\n<p>two</p>\n<div>three</div>", ["one", "two", "three"]),
        ("    four blanks are no code", ["four blanks are no code"]),
        ("one\n\n![photo](a.png)\n\n<br>\n\n* \n\n|\n\ntwo", ["one", "two"]),
        ("```one``` two", ["one two"]),
    ],
)
def test_blocks(marked: str, plain: list[str]) -> None:
    assert paragraphs(marked) == plain


@pytest.mark.parametrize(
    ("marked", "roles"),
    [
        ("one", [Role.BODY]),
        ("one\n\n# two", [Role.BODY, Role.HEADING]),
        ("# one\n\n## two\n\nthree", [Role.HEADLINE, Role.HEADING, Role.BODY]),
        ("one\n===\ntwo\n---\nthree", [Role.HEADLINE, Role.HEADING, Role.BODY]),
        ("- one\n---", [Role.BODY]),
        ("one of the " * 10 + "\n---", [Role.BODY]),
        ("---\ntitle: One\n---\n# one\n## two", [Role.HEADLINE, Role.HEADING]),
        ("---\ntitle: One\n---\n## two\nthree", [Role.HEADING, Role.BODY]),
    ],
)
def test_roles(marked: str, roles: list[Role]) -> None:
    assert [paragraph.role for paragraph in read(marked).paragraphs] == roles


def test_text_is_one_paragraph_a_line() -> None:
    assert read("# One\n\ntwo\nthree\n\n***\n- four").text == "One\ntwo three\nfour"


def test_headline_and_byline_without_front_matter() -> None:
    story = read("# Bridge *shut*\n\n_By Jane Doe and John Roe_\n\nThe mayor said so.")
    assert (story.headline, story.bylines) == ("Bridge shut", ("Jane Doe", "John Roe"))
    assert (story.outlet, story.published) == (None, None)


def test_places_are_those_of_the_file() -> None:
    story = read("---\ntitle: One\n---\r\n\r\n> The **mayor** said\r\n> &ldquo;n\u00ado&rdquo; twice.")
    for words, place in (("mayor", (5, 9)), ("said", (5, 17)), ("“", (6, 3)), ("no", (6, 10)), ("twice", (6, 21))):
        start = story.text.index(words)
        assert story.locate(Span(start, start + 1)) == Position(*place)


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert paragraphs("---\n\nThe mayor said so.\n\n---\n\nNobody did.") == ["The mayor said so.", "Nobody did."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: One\n\nThe mayor said so.", 'opens a front matter that never ends; close it with a line "---"'),
        ("+++\ntitle = 1\n", 'never ends; close it with a line "+++"'),
        ("+++\ntitle = \n+++\nwords", "TOML"),
        ("one\n\n```\ntwo", "hides all that follows line 3; end what is hidden with ```"),
        ("one <!-- two", "hides all that follows line 1; end what is hidden with -->"),
        ("<script>\ntwo", "end what is hidden with </script>"),
        ("---\ntitle: One\n---\n", "holds no text to audit"),
        ("![photo](a.png)\n\n***\n", "holds no text to audit"),
    ],
)
def test_what_hides_the_story_is_an_error(text: str, said: str) -> None:
    with pytest.raises(UnreadableStory) as caught:
        read(text)
    assert str(caught.value).startswith("story.md ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["story.md", "STORY.MD", "a.txt/story.markdown", "story.mdown"])
def test_suffixes(path: str) -> None:
    assert read("# One", path).format == "markdown"


def test_standard_input_with_front_matter_is_markdown() -> None:
    assert read("---\ntitle: One\n---\nThe mayor said so.", "-").format == "markdown"


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "[",
            "![",
            "](",
            "[a](",
            "](   ",
            '](a "',
            "[^a]",
            "*",
            "**a*",
            "_a*",
            "`",
            "<",
            "<a ",
            "<a '\"",
            "{%",
            "&",
            "\\",
        ),
        *("> ", "- ", "|", "a|b\n-|-\n", "-- \n", " ", "\n", "a word "),
    ],
)
def test_time_grows_with_the_text_only(unit: str) -> None:
    text = "Words [a](" + unit * (60_000 // len(unit))
    started = time.perf_counter()
    read(text)
    assert time.perf_counter() - started < 3  # a tenth of it is usual; a squared one takes minutes


WORD = st.sampled_from(["mayor", "said", "Exampleton", "bridge,", "“no”", "it’s", "R&D"])
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
MARKED = st.one_of(
    WORDS,
    *(
        WORDS.map(shape.format)
        for shape in ("**{}**", "*{}*", "_{}_", "[{}](https://a.example)", "`{}`", "<em>{}</em>", "{}[^1]", "~~{}~~")
    ),
)
BLOCK = st.one_of(
    st.lists(MARKED, min_size=1, max_size=3).map(" ".join),
    st.lists(MARKED, min_size=1, max_size=3).map("\n".join),
    *(
        MARKED.map(shape.format)
        for shape in ("# {}", "> {}", "- {}", "1. {}", "{}\n===", "| {} |\n|---|\n| {0} |".replace("{}", "{0}", 1))
    ),
    st.sampled_from(["***", "```\nx\n```", "<!-- x -->", "![x](x.png)"]),
)


@given(st.lists(BLOCK, min_size=1, max_size=6).map("\n\n".join))
def test_no_mark_reaches_the_text(marked: str) -> None:
    try:
        text = read(marked).text
    except UnreadableStory:
        return
    assert not set(text) & set("*_`[]<>#|~^=")
    assert "https" not in text
    assert "x" not in text.replace("Exampleton", "")


@given(st.text(st.sampled_from("ab *_`[]()<>!#-+>|\\&;{}:\n\r\t~1.\u200b\u00ad\"'="), max_size=80))
def test_every_character_maps_to_itself(text: str) -> None:
    try:
        story = read(text)
    except UnreadableStory:
        return
    for offset, letter in enumerate(story.text):
        place = story.positions.file_offset(offset)
        original = text[place] if place < len(text) else "\n"
        assert original == letter or letter == "\n" or (letter == " " and original in SUBSTITUTED)
    for paragraph in story.paragraphs:
        words = paragraph.span.of(story.text)
        assert words == words.strip() != ""
        assert "\n" not in words


@given(st.binary(max_size=300), st.sampled_from(["story.md", "-"]))
def test_bytes_are_read_or_unreadable(data: bytes, path: str) -> None:
    assert outcome(data, path).isprintable()


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("No link [here] at all, and none (there).", []),
        ("The [city survey](https://example.org/s) says so.", ["city survey"]),
        ("The *[city **survey**](https://example.org/s)* says so.", ["city survey"]),
        ("> Quoted\n\nA [first](a) and a [second one][b].\n\n[b]: https://example.org", ["first", "second one"]),
        ("---\ntitle: T\n---\n\nA &amp; [b &amp; c](x) d.", ["b & c"]),
    ],
)
def test_links(text: str, linked: list[str]) -> None:
    story = read(text)
    assert [span.of(story.text) for span in story.links] == linked
