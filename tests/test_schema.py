"""The report's schema: well-formed, every property described, agreed on by two validators, closed to the network."""

from __future__ import annotations

import copy
import http.server
import threading
from collections.abc import Iterator
from typing import Any, cast

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.exceptions import Unresolvable

from attribution.report.document import document, valid_document
from attribution.schema import CONFIG, NAMES, REPORT, InvalidDocument, check, explained, flaws, schema
from tests.samples import brief, ferries, judged

SAMPLES = [document(report) for report in (ferries(), judged(), brief())]


def nodes(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Every value in a document with its path."""
    yield path, value
    members: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        members = list(value.items())
    elif isinstance(value, list):
        members = list(enumerate(value))
    for step, each in members:
        yield from nodes(each, (*path, step))


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema(name)["$id"]


@pytest.mark.parametrize("name", NAMES)
def test_every_property_and_definition_is_described(name: str) -> None:
    for path, value in nodes(schema(name)):
        if path and path[-1] in ("properties", "$defs") and isinstance(value, dict):
            undescribed = [key for key, each in value.items() if not each.get("description")]
            assert not undescribed, (path, undescribed)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {CONFIG}))
def test_every_object_is_closed_and_every_property_required(name: str) -> None:
    for path, value in nodes(schema(name)):
        if isinstance(value, dict) and value.get("type") == "object":
            assert value["additionalProperties"] is False, path
            assert value["required"] == list(value["properties"]), path


@pytest.mark.parametrize("made", SAMPLES)
def test_the_samples_are_valid(made: dict[str, object]) -> None:
    assert flaws(made, REPORT) == ()


REPLACEMENTS = [None, True, -1, 0, 1, 0.5, 101, "", "x", "s0", "2.0", [], [1], {}, {"start": 1}]


@given(st.data())
def test_both_validators_agree_on_mutations(data: st.DataObject) -> None:
    made = copy.deepcopy(data.draw(st.sampled_from(SAMPLES)))
    parents = [value for _, value in nodes(made) if isinstance(value, (dict, list)) and value]
    parent = cast("Any", data.draw(st.sampled_from(parents)))
    step = data.draw(st.sampled_from(list(parent) if isinstance(parent, dict) else list(range(len(parent)))))
    how = data.draw(st.sampled_from(["replace", "delete", "add"]))
    if how == "replace":
        parent[step] = data.draw(st.sampled_from(REPLACEMENTS))
    elif how == "delete":
        del parent[step]
    elif isinstance(parent, dict):
        parent["unheard_of"] = 1
    quick = jsonschema_rs.Draft202012Validator(schema(REPORT), offline=True)
    reference = Draft202012Validator(schema(REPORT), registry=Registry())
    assert quick.is_valid(made) == reference.is_valid(made)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("statements", 3, "tag"), "gossip", "$.statements[3].tag: 'gossip' is not one of"),
        (("sources", 0, "anonymity", "reason", "line"), 0, "$.sources[0].anonymity.reason.line: 0 is less"),
        (("sources", 1, "id"), "source one", "$.sources[1].id: 'source one' does not match"),
        (("score", "value"), 140, "$.score.value: 140 is greater than the maximum of 100"),
        (("story", "sha256"), "abc", "$.story.sha256: 'abc' does not match"),
        (("schema_version",), "9.0", "$.schema_version: '1.0' was expected"),
        (("remark",), "hello", "$: Additional properties are not allowed ('remark' was unexpected)"),
    ],
)
def test_mutated_documents_fail_where_they_are_wrong(path: tuple[Any, ...], value: object, message: str) -> None:
    made = copy.deepcopy(SAMPLES[0])
    parent: Any = made
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = value
    (flaw,) = flaws(made, REPORT)
    assert f"{flaw.json_path}: {flaw.message}".startswith(message)
    with pytest.raises(InvalidDocument):
        check(made, REPORT)


def test_the_deepest_flaw_comes_first() -> None:
    made: Any = copy.deepcopy(SAMPLES[0])
    made["schema_version"] = "9"
    made["sources"][0]["mentions"][0]["start"] = -1
    assert [flaw.json_path for flaw in flaws(made, REPORT)] == ["$.sources[0].mentions[0].start", "$.schema_version"]


def test_a_message_never_holds_a_whole_story() -> None:
    made: Any = copy.deepcopy(SAMPLES[0])
    made["statements"] = {"text": "word " * 1000}
    assert all(len(flaw.message) <= 201 for flaw in flaws(made, REPORT))


def test_written_documents_are_checked() -> None:
    assert valid_document(ferries()) == SAMPLES[0]


def test_nothing_is_fetched() -> None:
    asked: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    server = http.server.HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    remote = {"$ref": f"http://127.0.0.1:{server.server_port}/schema.json"}
    try:
        with pytest.raises(Unresolvable):
            explained({}, remote)
        with pytest.raises(jsonschema_rs.ValidationError, match="Retrieval is disabled"):
            jsonschema_rs.Draft202012Validator(remote, offline=True)
    finally:
        server.shutdown()
    assert asked == []
