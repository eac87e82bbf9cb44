"""NOC301: somebody is accused, and the story carries no answer and no word that one was sought."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.targets import Reply
from attribution.rule import ERROR, NO_OPINION, WARNING, Basis, Cited, Hit, Rule, Severities


def _check(facts: Facts) -> Iterator[Hit]:
    for target in facts.targets:
        if target.reply is Reply.NONE:
            yield Hit(
                target.span,
                f"{target.name} is accused here, but the story carries no answer and does not say that one was sought.",
                "Give the answer, or say what was done to get one: “[who] did not respond to [how] on [when]”.",
                target.statement,
                graver=0 if target.is_serious and not target.holds_office else -1,
            )


RULE = Rule(
    code="NOC301",
    name="accused-without-response",
    summary="Somebody is accused, and the story carries no answer and does not say that one was sought.",
    why="Fairness is to hear the other side, and to show that one has. Reports of courts and charges, where a "
    "defence is "
    "heard elsewhere, are left out; criticism of governments and their policy is noted only.",
    severities=Severities(WARNING, ap=ERROR, reuters=ERROR, bbc=ERROR, nyt=WARNING, npr=ERROR, strict=ERROR),
    standards=(
        Cited("AP-NV", "make a real effort to get a response from anyone shown in a negative light"),
        Cited("BBC-ROR", "subjects of significant criticism normally get a right of reply"),
        Cited("ABC-FOR", "a fair opportunity to respond"),
        Cited("REU-AE", "comment, or an indication of serious efforts to get it"),
        Cited("SPJ", "seek out subjects of coverage to let them respond"),
    ),
    fires=(
        "Tenants accuse Marlow Homes of hiding reports of mould. The flats were built in 1994.",
        "Two nurses said Dr. Alan Pike altered the charts. The clinic has forty beds.",
    ),
    quiet=(
        "Tenants accuse Marlow Homes of hiding reports of mould. Marlow Homes said in a statement that it had "
        "published "
        "every report.",
        "Two nurses said Dr. Alan Pike altered the charts. Dr. Pike did not return calls on Monday and Tuesday.",
    ),
    check=_check,
    basis=Basis.WORDS,
    genres=NO_OPINION,
)
