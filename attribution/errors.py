"""What can go wrong for the user. Each message is one line that names the input and says what to do."""

from __future__ import annotations


class AttributionError(Exception):
    """Something the user can mend; `exit_code` is what the command ends with."""

    exit_code = 2


class UsageError(AttributionError):
    """An argument, option or setting that cannot be followed."""


class NothingAudited(AttributionError):
    """No story was left to audit: nothing matched, or every story was empty."""

    exit_code = 3


class UnreadableReport(AttributionError):
    """A file that should hold a report holds something else; the others are still rendered."""

    exit_code = 5


class UnreadableStory(AttributionError):
    """One input that is not a story in a form the tool can read; the others are still audited."""

    exit_code = 5
