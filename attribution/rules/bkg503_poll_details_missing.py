"""BKG503: a poll is reported without the facts a reader needs to judge it."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.polls import PollField
from attribution.presets import preset
from attribution.rule import ERROR, WARNING, Basis, Cited, Hit, Rule, Severities


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    needed = preset(facts.policy.preset).poll_fields
    for poll in facts.polls:
        missing = [field for field in PollField if field in needed - poll.fields]
        if not missing or page.has_link(poll.statement):
            continue
        yield Hit(
            poll.span,
            f"The reader is not told {', '.join(field.value for field in missing)}.",
            "Add it: “a [pollster] poll of [number] [whom], taken [dates], margin of error [points]”.",
            poll.statement,
        )


RULE = Rule(
    code="BKG503",
    name="poll-details-missing",
    summary="A poll is reported without the facts a reader needs to judge it.",
    why="Sixty percent of a hundred readers of one paper is not sixty percent of voters. How much a preset asks for "
    "differs; "
    "all ask who conducted it.",
    severities=Severities(WARNING, ap=ERROR, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("AP-POLL", "who did it, who paid, how many, who, when, how, the margin"),
        Cited("BBC-A25", "name the pollster, the dates and the sample"),
        Cited("API", "how to report on polls"),
    ),
    fires=(
        "A new poll shows that 61 percent of voters back the tax.",
        "Recent surveys suggest that most nurses want to leave.",
    ),
    quiet=(
        "An Ipsos poll of 1,204 registered voters, taken from 2 to 5 March, shows that 61 percent back the tax; the "
        "margin of "
        "error is 3 points.",
        "He polled 61 percent of the vote, the election board said.",
    ),
    check=_check,
    basis=Basis.WORDS,
)
