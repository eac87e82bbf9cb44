"""Text for a terminal: every finding with its sentence, the words underlined, and its remedy; then the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.finding import WORST_FIRST, Severity
from attribution.gate.format import Format, Verdict
from attribution.gate.placed import Checked, Placed, all_standing, counts
from attribution.phrasing import counted, shortened
from attribution.rendering import Surface
from attribution.terminal_page import painted, strong, wrapped

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_WORD = max(len(severity.value) for severity in WORST_FIRST)
_INDENT = " " * 4


def _render(verdict: Verdict, surface: Surface) -> str:
    return "".join(f"{line}\n" for line in _lines(verdict, surface))


def _lines(verdict: Verdict, surface: Surface) -> Iterator[str]:
    for story, each in all_standing(verdict.checks):
        yield from _finding(story, each, surface)
        yield ""
    for story in verdict.checks:
        for each in story.waived():
            yield from _waived(story, each, surface)
    yield from wrapped(_summary(verdict), surface)
    if verdict.policy_url and any(story.standing() for story in verdict.checks):
        yield f"House policy: {verdict.policy_url}"
    for reason in verdict.failures:
        yield from wrapped(f"Fails: {reason}.", surface, "", _INDENT)
    if not verdict.failures and not verdict.unread:
        yield strong("Passes.", surface)


def _finding(story: Checked, each: Placed, surface: Surface) -> Iterator[str]:
    severity = painted(f"{each.severity.value:{_WORD}}", surface, _COLOURS[each.severity])
    place = strong(f"{story.path}:{each.start.line}:{each.start.column}", surface)
    yield f"{place}  {severity}  {each.code} {each.name}"
    yield from wrapped(each.message, surface, _INDENT, _INDENT)
    if each.excerpt is not None:
        yield from _underlined(each, surface)
    if each.suggestion is not None:
        yield from wrapped(each.suggestion, surface, f"{_INDENT}→ ", f"{_INDENT}  ")


def _underlined(each: Placed, surface: Surface) -> Iterator[str]:
    """The part of the sentence around the words, on one line, and a line that marks them."""
    if each.excerpt is None:
        return
    room = surface.width - len(_INDENT) - 2
    text, start, end = each.excerpt.text, each.excerpt.start, each.excerpt.end
    cut = max(0, min(start - room // 4, len(text) - room))
    lead = "…" if cut else ""
    shown = lead + text[cut + len(lead) :]
    yield f"{_INDENT}│ {shortened(shown, room)}"
    width = max(1, min(end, cut + room) - start)
    yield f"{_INDENT}│ {' ' * (start - cut)}{painted('~' * width, surface, _COLOURS[each.severity])}"


def _waived(story: Checked, each: Placed, surface: Surface) -> Iterator[str]:
    if each.suppressed is not None:
        words = (
            f"{story.path}:{each.start.line}  allowed  {each.code}: {each.suppressed.reason} ({each.suppressed.where})"
        )
        yield from wrapped(words, surface, "", _INDENT)


def _summary(verdict: Verdict) -> str:
    numbers = counts(verdict.checks)
    said = [counted(len(verdict.checks), "story")]
    said += [counted(numbers[severity], severity.value) for severity in WORST_FIRST if numbers[severity]] or [
        "no findings"
    ]
    waived = sum(len(story.waived()) for story in verdict.checks)
    if waived:
        said.append(f"{waived} allowed")
    scores = [story.score for story in verdict.checks if story.score is not None]
    if scores:
        said.append(f"lowest score {min(scores):.1f}")
    return " · ".join(said)


FORMAT = Format("text", _render)
