"""The report document: the contract's keys, places in the user's own file, and numbers that add up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from attribution.audit import audit
from attribution.model import PositionMap
from attribution.policy import Policy
from attribution.reading import read_story
from attribution.report import Report
from attribution.report.document import document, valid_document
from attribution.scoring.parts import NOTE
from tests.samples import SENTENCES, brief, ferries, judged, with_story


def dumped(report: Report) -> Any:
    return cast("Any", document(report))


def test_the_keys_of_the_contract() -> None:
    made = dumped(judged())
    assert list(made) == [
        "schema_version", "tool", "policy", "story", "statements", "attributions", "sources", "no_comments",
        "targets", "claims", "voices", "findings", "score", "counts",
    ]  # fmt: skip
    assert {"path", "format", "headline", "bylines", "outlet", "words", "sha256", "text"} <= made["story"].keys()
    assert {
        "id", "start", "end", "text", "paragraph", "line", "column", "tag", "also", "confidence", "source", "via",
        "carried",
    } <= made["statements"][0].keys()  # fmt: skip
    assert {"statement", "source", "cue", "content", "source_id"} <= made["attributions"][0].keys()
    assert {
        "id", "name", "description", "kind", "affiliation", "mentions", "statements", "identification", "first_hand",
        "anonymity",
    } <= made["sources"][0].keys()  # fmt: skip
    assert set(made["findings"][0]) == {
        "rule", "name", "severity", "message", "suggestion", "statement", "start", "end", "line", "column",
        "fingerprint", "related", "suppressed",
    }  # fmt: skip
    assert {"value", "grade", "confidence", "interval", "components", "deduction", "capped_by"} <= made["score"].keys()


def test_statements_say_where_and_on_whose_word() -> None:
    made = dumped(ferries())
    assert [each["text"] for each in made["statements"][1:]] == list(SENTENCES)
    assert all(made["story"]["text"][each["start"] : each["end"]] == each["text"] for each in made["statements"])
    assert made["statements"][4] == {
        "id": 4, "start": 379, "end": 427, "line": 4, "column": 74, "paragraph": 3, "role": "body",
        "text": "“We would have liked to hear it from the mayor.”", "tag": "on-record", "also": [], "confidence": 0.935,
        "source": "s2", "via": None, "carried": True,
    }  # fmt: skip
    assert made["counts"] == {
        "anonymous-sourced": 3, "reported-by-other-outlet": 1, "no-comment": 1, "on-record": 3, "factual-background": 2,
    }  # fmt: skip


def test_every_span_is_located_in_the_users_file() -> None:
    report = ferries()
    moved = PositionMap((0,), (100,), (0, 90, *(100 + start for start in report.story.positions.line_starts[1:])))
    made = dumped(with_story(report, replace(report.story, positions=moved)))
    assert (made["statements"][0]["line"], made["statements"][0]["column"]) == (2, 11)
    reason = made["sources"][0]["anonymity"]["reason"]
    assert reason["text"] == "because they feared losing their jobs"
    assert (reason["line"], reason["column"]) == (4, 42)
    assert all({"line", "column"} <= span.keys() for span in _spans(made))


def _spans(value: Any) -> list[dict[str, object]]:
    """Every object in a document that has a start."""
    if isinstance(value, list):
        return [span for each in value for span in _spans(each)]
    if not isinstance(value, dict):
        return []
    own = [value] if "start" in value else []
    return own + [span for each in value.values() for span in _spans(each)]


def test_attributions_name_their_source() -> None:
    resolved, unresolved = dumped(ferries())["attributions"]
    assert resolved["source_id"] == "s2"
    assert resolved["cue"]["end"] - resolved["cue"]["start"] == 4
    assert (unresolved["source"], unresolved["cue"], unresolved["source_id"]) == (None, None, None)


def test_findings_and_suppressions() -> None:
    found, waived = dumped(judged())["findings"]
    assert (found["rule"], found["severity"], found["statement"], found["suppressed"]) == ("BKG501", "warning", 6, None)
    assert waived["suppressed"] == {"reason": "agreed with the desk", "where": "line 3"}


def test_the_score_explains_itself() -> None:
    made = dumped(ferries())["score"]
    points = sum(each["points"] or 0 for each in made["components"])
    assert made["value"] == round(points - made["deduction"], 1)
    assert made["note"] == NOTE
    assert all(each["because"] for each in made["components"])


def test_without_a_score() -> None:
    made = dumped(brief())["score"]
    assert (made["value"], made["grade"], made["components"], made["deduction"]) == (None, "N", [], 0.0)


def test_a_path_that_is_no_unicode() -> None:
    named = audit(read_story(b"The bridge is closed, the mayor said.", "bad\udcff.txt"), Policy())
    assert dumped(named)["story"]["path"] == "bad�.txt"
    valid_document(named)
