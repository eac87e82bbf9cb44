"""Web annotations follow the standard, and each selects just the words that it is about."""

from __future__ import annotations

import base64
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from attribution.paths import uri
from attribution.rendering import renderer
from attribution.report import Report
from attribution.scoring.parts import NOTE
from tests.golden import SURFACE
from tests.samples import HOSTILE, brief, ferries, judged, quoting

STANDARD = Draft202012Validator(
    json.loads(Path(__file__).with_name("web_annotation.schema.json").read_text(encoding="utf-8"))
)
WORDS = st.one_of(st.text(st.characters(codec="utf-8"), min_size=1, max_size=80), st.sampled_from(HOSTILE))


def page(*reports: Report) -> Any:
    return json.loads("".join(renderer("web-annotation").render(reports, SURFACE)))


def selected(report: Report) -> list[str]:
    """The words that the annotations on a report select, each found by position and by quotation."""
    text, found = report.story.text, []
    for annotation in page(report)["items"]:
        if "selector" in annotation["target"]:
            quote, position = annotation["target"]["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert len(quote["prefix"]) == min(32, start)
            assert text[end:].startswith(quote["suffix"])
            assert len(quote["suffix"]) == min(32, len(text) - end)
            found.append(quote["exact"])
    return found


def bodies(annotation: Any) -> list[tuple[str, str]]:
    return [(body["purpose"], body["value"]) for body in annotation["body"]]


@pytest.mark.parametrize("reports", [(ferries(),), (brief(),), (judged(), brief(), ferries())])
def test_the_page_follows_the_standard(reports: tuple[Report, ...]) -> None:
    assert [error.message for error in STANDARD.iter_errors(page(*reports))] == []


def test_the_check_refuses_what_the_standard_does() -> None:
    for flaw in ({"id": "a b"}, {"id": "http:"}, {"items": []}, {"type": "Annotation"}, {"stray": 1}):
        assert not STANDARD.is_valid(page(brief()) | flaw)


def test_what_is_annotated() -> None:
    report = judged()
    assert Counter(each["motivation"] for each in page(report)["items"]) == {
        "assessing": 1 + len(report.findings),
        "classifying": len(report.statements),
        "identifying": sum(len(source.mentions) for source in report.sources),
    }


def test_the_story_is_annotated_with_its_verdict() -> None:
    first = page(judged())["items"][0]
    assert "selector" not in first["target"]
    tag, score, why = bodies(first)
    assert tag == ("tagging", "review")
    assert score[1].startswith("B 78.2/100 sound, with gaps · medium confidence (71–91). Named or official")
    assert why == ("describing", f"1 warning: weasel words. {NOTE}")


def test_a_statement_is_annotated_with_its_tag() -> None:
    items = page(ferries())["items"]
    assert bodies(items[4]) == [
        ("tagging", "on-record"),
        ("describing", "s2 Mara Lindqvist, via s3 The Courier, also OO; 94% certain"),
    ]
    assert bodies(items[7])[:2] == [("tagging", "anonymous-sourced"), ("tagging", "unsure")]


def test_a_finding_is_annotated_with_what_to_do() -> None:
    found, allowed = page(judged())["items"][-2:]
    said = [("tagging", "BKG501"), ("tagging", "warning"), ("commenting", "Nobody speaks."),
            ("editing", "Name one critic.")]  # fmt: skip
    assert bodies(found) == said
    assert bodies(allowed) == [*said, ("tagging", "allowed"), ("describing", "agreed with the desk (line 3)")]
    assert "selector" not in allowed["target"], "it is about the whole story"


@settings(max_examples=50)
@given(WORDS)
def test_every_selector_selects_its_words(words: str) -> None:
    report = quoting(words)
    places = [statement.span for statement in report.statements]
    places += [mention for source in report.sources for mention in source.mentions]
    places += [finding.span for finding in report.findings if finding.statement is not None]
    assert selected(report) == [place.of(report.story.text) for place in places]
    assert [error.message for error in STANDARD.iter_errors(page(report))] == []


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: ascii(words[:20]))
def test_hostile_words_are_words(words: str) -> None:
    items = page(quoting(words))["items"]
    assert selected(quoting(words))[-1] == words
    assert bodies(items[-1])[-2:] == [("commenting", words), ("editing", words)]


def test_ids_are_the_same_again_and_differ_from_one_another() -> None:
    once = page(judged(), brief())
    assert once == page(judged(), brief())
    ids = [each["id"] for each in once["items"]]
    assert len({once["id"], *ids}) == len(ids) + 1
    assert ids[: -len(page(brief())["items"])] == [each["id"] for each in page(judged())["items"]]
    assert once["id"] != page(judged())["id"]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("a.md", "a.md"),
        ("./stories/a b.md", "stories/a%20b.md"),
        ("http:x/y", "http%3Ax/y"),
        ("100%?#é", "100%25%3F%23%C3%A9"),
        ("//a/b", "/a/b"),
    ],
)
def test_the_source_is_the_path(path: str, source: str) -> None:
    report = replace(brief(), story=replace(brief().story, path=path))
    assert {each["target"]["source"] for each in page(report)["items"]} == {source}
    assert unquote(urljoin("file:///home/", source)).endswith(path.lstrip("./"))
    assert uri(path) == source


def test_standard_input_is_named_by_its_bytes() -> None:
    report = replace(brief(), story=replace(brief().story, path="-", sha256="5f" * 32))
    target = page(report)["items"][0]["target"]
    name = "ni:///sha-256;" + base64.urlsafe_b64encode(b"\x5f" * 32).decode().rstrip("=")
    assert (target["source"], target["state"]) == (name, {"type": "TimeState", "cached": name})
