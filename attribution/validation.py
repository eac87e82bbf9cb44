"""Files that the tool wrote held against their schemas: one document, an array of them, or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from attribution.json_places import line_of, parsed
from attribution.schema import BASELINE, CHECK, DIFF, REPORT, Flaw, flaws

LINES_SUFFIX = ".jsonl"
_TELLING = {DIFF: {"old", "new"}, CHECK: {"passes", "stories"}, BASELINE: {"salt", "entries"}}
"""The keys by which a document is known; what has none of these is held to be a report."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a file."""

    line: int
    """Line of the file on which the offending value begins, counted from 1."""
    json_path: str
    """JSONPath of the value in its file or, in a file of lines, in its line."""
    message: str


class Verdict(NamedTuple):
    """What was found out about one file."""

    documents: tuple[str, ...]
    """What each document in it is held to be: the names of schemas."""
    problems: tuple[Problem, ...]


class _Text(NamedTuple):
    """A JSON text and the line of the file on which it begins."""

    text: str
    line: int


def validate(data: bytes, path: str) -> Verdict:
    """Hold each document in a file against its schema; the suffix of `path` tells how they stand in it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Verdict((), (Problem(line, "$", "is not UTF-8, as JSON has to be"),))
    texts = tuple(_lines(text)) if path.lower().endswith(LINES_SUFFIX) else (_Text(text, 1),)
    verdicts = [_validated(each) for each in texts]
    documents = tuple(document for each in verdicts for document in each.documents)
    problems = tuple(problem for each in verdicts for problem in each.problems)
    if not documents and not problems:
        problems = (Problem(1, "$", f"holds no {REPORT}"),)
    return Verdict(documents, problems)


def _lines(text: str) -> Iterator[_Text]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _Text(line, number)


def _validated(text: _Text) -> Verdict:
    try:
        value = parsed(text.text)
    except json.JSONDecodeError as error:
        return Verdict((), (Problem(text.line + error.lineno - 1, "$", f"is not JSON: {error.msg}"),))
    except ValueError as error:
        return Verdict((), (Problem(text.line, "$", f"is not JSON: {error}"),))
    except RecursionError:
        return Verdict((), (Problem(text.line, "$", "is nested too deeply to be read"),))
    if isinstance(value, list):
        names = tuple(map(_kind, value))
        members = ((index, flaw) for index, each in enumerate(value) for flaw in flaws(each, names[index]))
        found = (Flaw((index, *flaw.path), flaw.message) for index, flaw in members)
        return Verdict(names, tuple(_located(text, flaw) for flaw in found))
    name = _kind(value)
    return Verdict((name,), tuple(_located(text, flaw) for flaw in flaws(value, name)))


def _kind(document: object) -> str:
    """The name of the schema that a document means to follow."""
    if not isinstance(document, Mapping):
        return REPORT
    return next((name for name, keys in _TELLING.items() if keys <= document.keys()), REPORT)


def _located(text: _Text, flaw: Flaw) -> Problem:
    return Problem(text.line + line_of(text.text, flaw.path) - 1, flaw.json_path, flaw.message)
