"""Front matter: what it says is kept, and none of it is text; what is no front matter stays text."""

from __future__ import annotations

import sys

import pytest

from attribution.model import Story
from attribution.reading import read_story


def read(text: str) -> Story:
    return read_story(text.encode(), "story.md")


FRONT = """---
# comment
title: "Bridge &amp; road *shut*: a \\"row\\""
author: By Jane Doe and John Roe  # desk
publication: 'The Example''s Times'
date: 2026-05-01
published: true
tags: [one, two]
params:
  title: nested
---
The mayor said so."""


def test_front_matter() -> None:
    story = read(FRONT)
    assert story.text == "The mayor said so."
    assert story.headline == 'Bridge & road shut: a "row"'
    assert story.bylines == ("Jane Doe", "John Roe")
    assert story.outlet == "The Example's Times"
    assert story.published == "2026-05-01"


@pytest.mark.parametrize(
    ("lines", "bylines"),
    [
        ("author:", ()),
        ("author: null", ()),
        ("author: {name: Jane Doe}", ()),
        ("author:\n  name: Jane Doe", ()),
        ("authors:\n  - name: Jane Doe\n    role: editor", ()),
        ("author: jdoe", ("jdoe",)),
        ("Author: Jane Doe, The Example Times", ("Jane Doe",)),
        ("authors: [Jane Doe, 'John Roe'] # two", ("Jane Doe", "John Roe")),
        ("authors: [\n  Jane Doe,\n  John Roe\n]", ("Jane Doe", "John Roe")),
        ('authors:\n- Jane Doe\n- "John Roe"', ("Jane Doe", "John Roe")),
        ("authors: # all\n  - Jane Doe", ("Jane Doe",)),
        ('authors: ["Doe, Jane"]', ("Doe, Jane",)),
        ("byline: By Jane Doe\nauthor: admin", ("Jane Doe",)),
    ],
)
def test_front_matter_authors(lines: str, bylines: tuple[str, ...]) -> None:
    assert read(f"---\n{lines}\n---\nThe mayor said so.").bylines == bylines


@pytest.mark.parametrize(
    "lines",
    [
        "title: Bridge shut",
        "title: >-\n  Bridge\n  shut",
        "title: |\n  Bridge shut",
        "title: Bridge\n  shut",
        "title: 'Bridge\n  shut'",
        "title: Bridge shut\nx: [",
        "headline: Bridge shut\ntitle: No",
        "'ignored': 1\ntitle: Bridge shut # now",
    ],
)
def test_front_matter_title(lines: str) -> None:
    assert read(f"---\n{lines}\n...\nThe mayor said so.").headline == "Bridge shut"


def test_a_title_with_a_colon_is_kept() -> None:
    assert read("---\ntitle: Update: bridge shut\n---\nThe mayor said so.").headline == "Update: bridge shut"


def test_an_empty_front_matter() -> None:
    assert read("---\n---\nThe mayor said so.").text == "The mayor said so."


@pytest.mark.skipif(sys.version_info < (3, 11), reason="tomllib came with Python 3.11")
def test_toml_front_matter() -> None:
    story = read('+++\ntitle = "Bridge shut"\nauthors = ["Jane Doe"]\ndate = 2026-05-01\n[x]\ny = 1\n+++\nHe said so.')
    assert (story.headline, story.bylines, story.published) == ("Bridge shut", ("Jane Doe",), "2026-05-01")
    assert story.text == "He said so."
