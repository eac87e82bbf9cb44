"""Reports read back from the files that the tool wrote: one report, an array of them, or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from attribution.errors import UnreadableReport
from attribution.json_places import parsed
from attribution.paths import shown
from attribution.report import Report
from attribution.report.reading import read

_SUFFIXES = (".json", ".jsonl")
_LINES = ".jsonl"


def is_report_file(path: str) -> bool:
    """Whether a path names a file of reports rather than a story."""
    return path.lower().endswith(_SUFFIXES)


def read_report_file(path: str) -> tuple[Report, ...]:
    """The reports in a file.

    Raises:
        UnreadableReport: the file cannot be read, or holds something else.
    """
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8-sig")
        documents = tuple(_documents(text, path))
        json.dumps(documents, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableReport(f"{shown(path)} cannot be read ({reason}); check that it is there and yours") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableReport(f"{shown(path)} is no report: it is not JSON ({error}); {_ADVICE}") from error
    if not documents:
        raise UnreadableReport(f"{shown(path)} holds no report; {_ADVICE}")
    return tuple(_report(each, path) for each in documents)


_ADVICE = "name a file that `attribution audit --output json=FILE` wrote"


def _documents(text: str, path: str) -> Iterator[object]:
    if path.lower().endswith(_LINES):
        yield from (parsed(line) for line in text.split("\n") if line.strip())
        return
    value = parsed(text)
    yield from value if isinstance(value, list) else (value,)


def _report(value: object, path: str) -> Report:
    try:
        return read(value)
    except UnreadableReport as error:
        raise UnreadableReport(f"{shown(path)} is no report: {error}; `attribution validate` tells more") from error
