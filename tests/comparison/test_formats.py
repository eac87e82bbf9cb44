"""The formats say the same, and take every word of a story for a word."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import click
import pytest

from attribution.assembly import visible
from attribution.comparison.balance import balance
from attribution.comparison.comparing import Comparison, compared
from attribution.comparison.format import Format, named, names
from attribution.model import Tag
from attribution.policy import Genre, Override, Policy
from attribution.registry import declared
from attribution.rendering import Surface
from attribution.report import Report
from attribution.schema import DIFF, flaws
from attribution.scoring.parts import NOTE
from tests.comparison.drafts import Line, Who, draft, person
from tests.samples import brief, ferries, judged

PLAIN = Surface(80, colour=False)
OFFICIAL = Who("a senior city official")
LIND = person("Mara Lind")
OLD = (
    Line("The bridge will close in May, a senior city official said.", OFFICIAL, Tag.ANONYMOUS, rules=("ANO101",)),
    Line("It was built in 1931.", waived=("BKG502",)),
    Line("Nobody else was heard."),
)
NEW = (
    Line("The bridge will close in May, Mara Lind said.", LIND, Tag.RECORD),
    Line("It was built in 1931.", rules=("BKG502",)),
    Line("The Courier has more on that.", tag=Tag.OUTLET, rules=("OUT205",)),
)
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "handler": '"><img src=x onerror=alert(1)>',
    "end of a style": "</style></main></html>",
    "character data": "]]> <![CDATA[ --> <!--",
    "template": "{{ 7 * 7 }}{% include 'base.html' %}${7*7}{#",
    "entity": "&lt;b&gt; &amp; &#x202e;",
    "link": "javascript:alert(1)",
    "format string": "%s %(x)d {0} {x!r} \\u202e \\x1b",
    "long word": "w" * 10_000,
}
INVISIBLE = {
    "right to left": "before\u202eafter\u2066",
    "terminal": "before\x1b[31m\x9b2Jafter\x07",
    "control": "before\x00\x08after",
}


class Page(HTMLParser):
    """The elements of a page, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.values: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        self.attributes |= {name for name, _ in attrs}
        self.values += [value for _, value in attrs if value]

    def handle_data(self, data: str) -> None:
        self.words += data


def rendered(name: str, comparison: Comparison, surface: Surface = PLAIN) -> str:
    return named(name).render(comparison, surface)


def revised() -> Comparison:
    return compared(draft(*OLD, path="old.txt"), draft(*NEW, path="new.txt"))


def hostile(words: str) -> Comparison:
    """Two drafts that hold some words wherever a story can put them."""
    who = person(f"Mara {words}")
    old = draft(Line(f"It is {words} that counts.", who, Tag.RECORD, rules=("ANO101",)), Line("Gone now."), path=words)
    new = draft(Line(f"It is {words} that counted.", who, Tag.RECORD), Line(f"Here {words} is."), path=words)
    old = replace(old, findings=tuple(replace(each, message=f"No {words}.", name=words) for each in old.findings))
    return compared(old, replace(new, story=replace(new.story, headline=words)))


def test_a_format_has_the_name_of_its_module() -> None:
    assert tuple(sorted(each.name for each in declared("attribution.comparison.formats", Format))) == names()


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_are_words(words: str) -> None:
    harmless, found = hostile("harmless"), hostile(words)
    made = json.loads(rendered("json", found))
    assert flaws(made, DIFF) == ()
    assert made["statements"][0]["old"]["text"] == f"It is {words} that counts."
    assert words[:30] in rendered("text", found)
    page = Page(rendered("html", found))
    assert page.elements == Page(rendered("html", harmless)).elements
    assert page.attributes == Page(rendered("html", harmless)).attributes
    assert page.words.count(words) >= 4


@pytest.mark.parametrize("words", INVISIBLE.values(), ids=INVISIBLE)
def test_what_cannot_be_seen_is_not_written(words: str) -> None:
    found = hostile(words)
    for name in ("text", "html"):
        written = rendered(name, found)
        assert visible(written.replace("\n", " ")) == written.replace("\n", " ")
        assert "beforeafter" in written
    assert json.loads(rendered("json", found))["statements"][0]["old"]["text"] == f"It is {words} that counts."


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    written = rendered("html", revised())
    page = Page(written)
    assert page.elements["script"] == 0
    assert not page.attributes & {"src", "srcset", "onclick", "style", "action"}
    assert re.findall(r'(?:href|url)[=(]"?([^#")]+)', written) == ["data:,"]
    assert any(value.startswith("default-src 'none'; style-src 'sha256-") for value in page.values)


def test_colour_adds_nothing_but_colour() -> None:
    coloured = rendered("text", revised(), Surface(80, colour=True))
    assert "\x1b[" in coloured
    assert click.unstyle(coloured) == rendered("text", revised())


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_surface(width: int) -> None:
    for comparison in (revised(), compared(judged(), ferries()), compared(brief(), judged())):
        written = rendered("text", comparison, Surface(width, colour=False))
        assert max(map(len, written.splitlines())) <= width


@pytest.mark.parametrize("name", names())
def test_what_got_better_and_worse_comes_first(name: str) -> None:
    written = _flat(name, revised())
    better, worse = balance(revised())
    assert better
    assert worse
    places = [written.index(sentence) for sentence in (*better, *worse)]
    assert places == sorted(places)
    assert places[-1] < written.index("BKG502 some-rule ·" if name != "json" else '"rule": "BKG502"')


def _flat(name: str, comparison: Comparison) -> str:
    """What a format writes, its line breaks and, on the page, its mark-up left out."""
    written = rendered(name, comparison)
    return " ".join((Page(written).words if name == "html" else written).split())


@pytest.mark.parametrize("name", ["text", "html"])
def test_an_empty_side_is_told(name: str) -> None:
    old, new = draft(*OLD), draft(replace(OLD[0], rules=()), *OLD[1:])
    assert "Worse: nothing." in _flat(name, compared(old, new))
    assert "Better: nothing." in _flat(name, compared(new, old))
    for found in (revised(), compared(old, old)):
        assert ": nothing." not in _flat(name, found)


def test_what_is_told_links_to_its_sentence() -> None:
    """A finding and a source stand beside the words that they are about, a removed sentence where it stood."""
    removed = Line("Rain fell.", OFFICIAL, rules=("REC405",))
    found = compared(draft(*OLD, removed, path="old.txt"), draft(*NEW, path="new.txt"))
    written = rendered("html", found)
    targets = re.findall(r'id="(s\d+)"', written)
    assert targets == [f"s{number}" for number in range(len(found.statements))]
    assert set(re.findall(r'href="#(s\d+)"', written)) <= set(targets)
    links = {words: target for target, words in re.findall(r'<a href="#(s\d+)">([^<]*)</a>', written)}
    sentences = dict(re.findall(r'<span id="(s\d+)"(.*?)(?=<span id="|</p>)', written))
    assert "Courier" in sentences[links["line 3, column 1 in new.txt"]]
    assert "<del>Rain" in sentences[links["line 4, column 1 in old.txt"]]
    assert "Mara" in sentences[next(links[words] for words in links if words.startswith("Mara Lind"))]


def test_a_severity_has_its_shape_and_colour() -> None:
    written = rendered("html", revised())
    assert written.count('<svg class="sign warning"') == written.count('<strong class="warning">') > 0


@pytest.mark.parametrize("name", ["text", "html"])
def test_every_change_is_told(name: str) -> None:
    written = _flat(name, revised())
    for words in (
        "Named now: Mara Lind (before: a senior city official).",
        "Fixed: 1",
        "New findings: 1",
        "No longer suppressed: 1",
        "Sources told otherwise: 1",
        "named now; before: a senior city official",
        "line 3, column 1 in new.txt",
        NOTE,
    ):
        assert words in written


def test_the_text_quotes_both_wordings() -> None:
    written = rendered("text", revised())
    assert "AN → OR  − “The bridge will close in May, a senior city official said.”" in written
    assert "         + “The bridge will close in May, Mara Lind said.”" in written
    assert "Removed: 1\n  BG  “Nobody else was heard.”" in written


def test_a_moved_sentence_is_quoted_once() -> None:
    written = rendered("text", compared(draft(*OLD), draft(*OLD[1:], OLD[0])))
    assert "Moved, otherwise unchanged: 1\n  AN  “The bridge will close in May" in written
    assert written.count("The bridge will close") == 1


def test_of_a_long_sentence_the_text_quotes_what_differs() -> None:
    start = "The committee that looks after the bridges of the town said after a long session on Tuesday night "
    old, new = draft(Line(f"{start}that it was safe.")), draft(Line(f"{start}that nobody knew."))
    written = rendered("text", compared(old, new), Surface(60, colour=False))
    assert "that it was safe.”" in written
    assert "that nobody knew.”" in written


@pytest.mark.parametrize("name", names())
def test_another_policy_and_another_tool_are_told(name: str) -> None:
    other = Policy("strict", Genre.OPINION, (Override("ANO101", None),), outlets=(("The Courier",),))
    new = replace(draft(*OLD, policy=other), version="9.9")
    written = _flat(name, compared(draft(*OLD), new))
    for words in (
        "preset default before, strict now",
        "genre news before, opinion now",
        "ANO101=off now",
        "and 9.9 now",
    ):
        assert words in written


def test_what_only_fails_a_check_is_no_other_policy() -> None:
    assert compared(draft(*OLD), draft(*OLD, policy=Policy(fail_under=80.0))).notes == ()


@pytest.mark.parametrize("name", ["text", "html"])
def test_stories_that_have_nothing_in_common(name: str) -> None:
    assert "may not be versions of one story" in _flat(name, compared(draft(*OLD), draft(Line("Rain fell all day."))))


@pytest.mark.parametrize("name", ["text", "html"])
@pytest.mark.parametrize("report", [ferries(), judged(), brief(), draft(*OLD)])
def test_nothing_differs(name: str, report: Report) -> None:
    assert "Nothing differs" in _flat(name, compared(report, report))


@pytest.mark.parametrize("name", ["text", "html"])
def test_something_differs_without_better_or_worse(name: str) -> None:
    new = draft(*OLD[:2], Line("Nobody but her was heard."))
    assert "Nothing got better or worse" in _flat(name, compared(draft(*OLD), new))
