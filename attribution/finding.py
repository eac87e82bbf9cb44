"""What a rule finds in a story: a place, what a published standard would object to, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from attribution.model import Span


class Severity(Enum):
    """How much a finding matters under the policy of the audit, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)
LADDER = (Severity.INFO, Severity.WARNING, Severity.ERROR)
"""The same, the gravest last: a step up the ladder is a step graver."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding does not count."""

    reason: str
    where: str
    """The comment, front matter or baseline that says so."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about, such as the earlier mention or the cue."""

    span: Span
    role: str
    """What it is to the finding, in a few words."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One objection of one rule to one place of a story."""

    rule: str
    """Code of the rule, such as `ANO101`."""
    name: str
    severity: Severity
    message: str
    suggestion: str
    statement: int | None
    """Index of the statement it is about; None when it is about the whole story."""
    span: Span
    fingerprint: str
    """The same for the same objection wherever its sentence moves in the story."""
    related: tuple[Related, ...] = ()
    suppressed: Suppression | None = None
