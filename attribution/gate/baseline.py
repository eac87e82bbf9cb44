"""The baseline: findings that an archive had when the gate was put up, known by their words and never by their lines.

A finding is known by its rule and a hash of its sentence's words, salted for each file; the file holds no word of any
story and no line number, so that it survives edits elsewhere and tells nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from attribution.errors import UsageError
from attribution.finding import Finding, Suppression
from attribution.paths import shown
from attribution.report import Report
from attribution.schema import BASELINE, flaws

DEFAULT = "attribution-baseline.json"
SCHEMA_VERSION = "1.0"
_HASH = 16


class Entry(NamedTuple):
    """One kind of finding in one story; the path is relative to the baseline's folder."""

    path: str
    rule: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings of an archive that do not count, with how often each occurs."""

    file: str
    """As the user named it."""
    salt: str
    entries: Mapping[Entry, int]

    def entry(self, path: str, finding: Finding) -> Entry:
        """How a finding of a story is known."""
        place = os.path.relpath(os.path.realpath(path), os.path.dirname(os.path.realpath(self.file)))
        digest = hashlib.sha256(f"{self.salt}{finding.fingerprint}".encode()).hexdigest()[:_HASH]
        return Entry(Path(place).as_posix(), finding.rule, digest)

    def waive(self, report: Report) -> Report:
        """A report whose known findings do not count, as many of each as the baseline has."""
        left = Counter(self.entries)
        findings = []
        for each in report.findings:
            known = self.entry(report.story.path, each)
            if each.suppressed is None and left[known] > 0:
                left[known] -= 1
                waived = Suppression("known when the baseline was written", f"baseline {shown(self.file)}")
                findings.append(replace(each, suppressed=waived))
            else:
                findings.append(each)
        return replace(report, findings=tuple(findings))


def empty(file: str) -> Baseline:
    """A new baseline with a salt of its own."""
    return Baseline(file, secrets.token_hex(8), {})


def counted(baseline: Baseline, reports: Iterable[Report]) -> Counter[Entry]:
    """The entries that reports' standing findings make."""
    return Counter(
        baseline.entry(report.story.path, each)
        for report in reports
        for each in report.findings
        if each.suppressed is None
    )


def stale(baseline: Baseline, found: Mapping[Entry, int], paths: Sequence[str]) -> Iterator[Entry]:
    """The entries of the stories `paths` that are found less often than the baseline says."""
    here = os.path.dirname(os.path.realpath(baseline.file))
    audited = {Path(os.path.relpath(os.path.realpath(path), here)).as_posix() for path in paths}
    return (each for each, number in baseline.entries.items() if each.path in audited and found.get(each, 0) < number)


def read(file: str) -> Baseline:
    """The baseline of a file.

    Raises:
        UsageError: it cannot be read or is no baseline.
    """
    try:
        made = json.loads(Path(file).read_text(encoding="utf-8"))
        if flaws(made, BASELINE):
            raise ValueError("it does not follow its schema")
        rows = {Entry(row["path"], row["rule"], row["fingerprint"]): int(row["count"]) for row in made["entries"]}
        return Baseline(file, made["salt"], rows)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(
            f"{shown(file)} cannot be read ({reason}); `attribution baseline write` makes a baseline"
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{shown(file)} is no baseline; write it again with `attribution baseline write`") from error


def text(baseline: Baseline) -> str:
    """The file of a baseline, entries in order, the same for the same findings."""
    rows = [
        {"path": entry.path, "rule": entry.rule, "fingerprint": entry.fingerprint, "count": number}
        for entry, number in sorted(baseline.entries.items())
        if number
    ]
    made = {"schema_version": SCHEMA_VERSION, "salt": baseline.salt, "entries": rows}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
