"""Presets: severities in the manner of a published handbook, and what else such a handbook decides.

They are inspired by the handbooks that they are named after, whose publishers have not endorsed them. The severity of
each rule under each preset stands in the rule's own file.
"""

from __future__ import annotations

from dataclasses import dataclass

from attribution.facts.polls import PollField

NOTE = "Inspired by the published handbooks that the presets are named after; not endorsed by their publishers."

_FULL = frozenset(PollField)


@dataclass(frozen=True, slots=True)
class Preset:
    """One published manner of judging a story's sourcing."""

    name: str
    summary: str
    poll_fields: frozenset[PollField]
    """What the report of a poll has to tell."""


PRESETS = (
    Preset("default", "what at least three published policies agree on", frozenset({PollField.POLLSTER})),
    Preset("ap", "reasons, a second source and poll details; never anonymous and silent at once", _FULL),
    Preset(
        "reuters",
        "specific descriptions, honest numbers and a response sought; the reason matters less",
        frozenset({PollField.POLLSTER}),
    ),
    Preset(
        "bbc",
        "right of reply, allegations and the story's own voice first; wary of a single source",
        frozenset({PollField.POLLSTER, PollField.DATE, PollField.SAMPLE}),
    ),
    Preset(
        "nyt",
        "what needs an editor's approval: the anonymous lead, the anonymous quotation, the stock reason",
        frozenset({PollField.POLLSTER}),
    ),
    Preset(
        "npr",
        "reportedly, has learned, media reports and who did not respond",
        frozenset({PollField.POLLSTER}),
    ),
    Preset("strict", "everything that any of them asks, a step more severe", _FULL),
)


def preset(name: str) -> Preset:
    """The preset of a name.

    Raises:
        LookupError: there is none.
    """
    found = next((each for each in PRESETS if each.name == name), None)
    if found is None:
        raise LookupError(name)
    return found
