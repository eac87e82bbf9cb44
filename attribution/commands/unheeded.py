"""What the command line says in vain: nobody is left to wonder why an option changed nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attribution.commands.options import VIEWS
from attribution.paths import STDIN, shown
from attribution.report_files import is_report_file

_WORD_SUFFIX = ".docx"


def settings_of_kept_reports(files: Iterable[str], settings: Sequence[str]) -> Iterator[str]:
    """A note when settings of the policy are stated for reports that were kept: their audit is over."""
    kept = [shown(file) for file in files if is_report_file(file)]
    if kept and settings:
        options = " and ".join(f"--{setting}" for setting in settings)
        change = "does not change" if len(settings) == 1 else "do not change"
        if len(kept) == 1:
            yield f"{kept[0]} is shown as it was audited; {options} {change} it"
        else:
            yield f"{kept[0]} and {len(kept) - 1} more are shown as they were audited; {options} {change} them"


def view_without_document(option: str, view: str | None, files: Iterable[str]) -> Iterator[str]:
    """A note when one of the texts of a Word document is asked for, and no file can be a Word document."""
    if view not in (None, VIEWS[0]) and not any(map(_may_be_document, files)):
        yield f"{option} {view} changes nothing: no Word document ({_WORD_SUFFIX}) is read"


def _may_be_document(file: str) -> bool:
    return file == STDIN or file.lower().endswith(_WORD_SUFFIX)
