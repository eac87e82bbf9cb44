"""Report files: one report, arrays, lines; every problem with the line on which it stands."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.comparison.comparing import compared
from attribution.comparison.document import document as comparison_document
from attribution.json_places import line_of
from attribution.report.document import document
from attribution.schema import BASELINE, CHECK, DIFF, REPORT
from attribution.validation import Verdict, validate
from tests.samples import brief, ferries


def good() -> Any:
    return document(ferries())


def bad() -> Any:
    made = good()
    made["statements"][2]["tag"] = "gossip"
    return made


def validated(text: str | bytes, path: str = "report.json") -> Verdict:
    return validate(text.encode() if isinstance(text, str) else text, path)


def test_one_report_and_an_array() -> None:
    assert validated(json.dumps(good())) == Verdict((REPORT,), ())
    assert validated("\ufeff" + json.dumps([good(), document(brief())], indent=1)) == Verdict((REPORT, REPORT), ())


def test_lines() -> None:
    lines = "\n".join(json.dumps(each) for each in (good(), good()))
    assert validated(lines + "\n\n", "reports.JSONL") == Verdict((REPORT, REPORT), ())


def test_the_line_of_the_offending_value() -> None:
    text = json.dumps(bad(), indent=2)
    (problem,) = validated(text).problems
    assert problem.json_path == "$.statements[2].tag"
    assert "gossip" in text.splitlines()[problem.line - 1]


def test_the_line_inside_an_array() -> None:
    text = json.dumps([good(), bad()], indent=2)
    (problem,) = validated(text).problems
    assert problem.json_path == "$[1].statements[2].tag"
    assert "gossip" in text.splitlines()[problem.line - 1]


def test_the_line_in_a_file_of_lines() -> None:
    text = "\n".join((json.dumps(good()), "", json.dumps(bad()), "{"))
    first, second = validated(text, "reports.jsonl").problems
    assert (first.line, first.json_path) == (3, "$.statements[2].tag")
    assert second.line == 4


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "is not JSON"),
        ("[]", 1, "holds no report"),
        ("{\n\n]", 3, "is not JSON"),
        ('{"a": NaN}', 1, "NaN is no JSON number"),
        ("[" * 100_000, 1, "is nested too deeply"),
        ("9" * 5000, 1, "is not JSON"),
        ('"a report"', 1, "is not of type 'object'"),
        (b'{"a":\n"\xff"}', 2, "is not UTF-8"),
    ],
    ids=["empty", "empty array", "broken", "NaN", "deep", "long number", "string", "not UTF-8"],
)
def test_files_that_hold_no_report(text: str | bytes, line: int, words: str) -> None:
    problem, *_ = validated(text).problems
    assert problem.line == line
    assert words in problem.message


def compared_drafts() -> dict[str, object]:
    return json.loads(json.dumps(comparison_document(compared(brief(), ferries()))))


OWN = {
    DIFF: compared_drafts(),
    CHECK: {
        "schema_version": "1.0",
        "tool": {"name": "attribution", "version": "1.0"},
        "passes": True,
        "failures": [],
        "unread": [],
        "stories": [],
    },
    BASELINE: {"schema_version": "1.0", "salt": "a", "entries": []},
}


@pytest.mark.parametrize("name", OWN)
def test_no_other_document_of_the_tool_is_taken_for_a_report(name: str) -> None:
    assert validated(json.dumps(OWN[name])) == Verdict((name,), ())
    half = {key: value for key, value in OWN[name].items() if key != "schema_version"}
    (problem,) = validated(json.dumps(half)).problems
    assert "'schema_version' is a required property" in problem.message


def test_a_file_of_several_kinds() -> None:
    lines = "\n".join(map(json.dumps, (good(), *OWN.values())))
    assert validated(lines, "all.jsonl") == Verdict((REPORT, *OWN), ())


def test_a_file_of_no_lines() -> None:
    assert validated("\n", "reports.jsonl").problems[0].message == "holds no report"


def test_the_last_of_two_members_with_one_key_counts() -> None:
    assert line_of('{"a": 1,\n"a": 2}', ("a",)) == 2


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES, st.data())
def test_every_value_is_found_on_its_line(value: object, data: st.DataObject) -> None:
    path: list[str | int] = []
    inner: Any = value
    while isinstance(inner, (dict, list)) and inner and data.draw(st.booleans()):
        step: Any = data.draw(st.sampled_from(list(inner) if isinstance(inner, dict) else list(range(len(inner)))))
        path.append(step)
        inner = inner[step]
    text = json.dumps(value, indent=1)
    line = text.splitlines()[line_of(text, path) - 1]
    assert json.dumps(inner, indent=1).splitlines()[0] in line
