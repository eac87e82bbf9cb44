"""BKG509: a news story with no source at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.facts import Facts
from attribution.model import Tag
from attribution.rule import ERROR, NEWS_ONLY, WARNING, Cited, Hit, Rule, Scope, Severities, on_story

_LONG = 120
"""Words from which a story is no brief."""
_SPORT = re.compile(
    r"\b(?:half-time|goals?|kick-?off|striker|try|penalty|wicket|innings|touchdown|set\s+point|semi-final|cup)\b"
)
"""A match report says what everybody saw."""
_WITNESSED = re.compile(r"\b(?:I|my|we\s+(?:saw|watched|walked|drove|met)|this\s+reporter)\b")


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    if any(page.statements[i].tag is not Tag.BACKGROUND or page.statements[i].also for i in page.body):
        return
    if facts.story.words < _LONG or not page.body:
        return
    if (
        any(said.content for i in page.body for said, _ in page.attributions(i))
        or _WITNESSED.search(facts.story.text)
        or len(_SPORT.findall(facts.story.text)) > 2
    ):
        return
    yield on_story(
        facts,
        f"A story of {facts.story.words} words, and nobody in it says anything: it has no source.",
        "Say where the news comes from: who announced, saw or decided it, and which document shows it.",
    )


RULE = Rule(
    code="BKG509",
    name="no-attribution-story",
    summary="A news story with no source at all.",
    why="Everything in it rests on the newsroom's word. If a press release stands behind it, readers should know.",
    severities=Severities(WARNING, ap=ERROR, reuters=ERROR, bbc=ERROR, nyt=WARNING, npr=ERROR, strict=ERROR),
    standards=(
        Cited("REU-ESS", "source every statement unless it is established or was witnessed"),
        Cited("AP-BLOG", "attribute what was not witnessed or confirmed"),
        Cited("BBC-A19", "say where material comes from"),
    ),
    fires=(
        "The council voted on Monday to widen the coast road.\n\nThe work will begin in spring and will take two "
        "years. "
        "There will be one lane in each direction while it goes on, and the bus will go through the village. The "
        "road was "
        "built in 1931 and has not been widened since. It carries about nine thousand cars a day between the harbour "
        "and "
        "the airport, twice as many as when the bridge was built. The old trees beside it will stay. A path for "
        "bicycles "
        "will run behind them to the school. The budget for the work was passed in May. The council meets again in two "
        "weeks, when it will choose among four builders. The cheapest of them built the bridge, and the dearest the "
        "harbour wall.",
        "The new ferry arrived in the harbour on Saturday.\n\nIt is ninety metres long and can carry four hundred "
        "people "
        "and sixty cars. It has two engines that run on batteries, which are charged on the quay in twelve minutes. "
        "The "
        "old ferry, which was built in 1974, will be sold. The new one sails every hour from six in the morning until "
        "midnight, and on summer weekends every half hour. A return ticket costs the same as before. There is a café "
        "on "
        "the upper deck and a room for children beside it. The ferry was built in a yard in the north and crossed "
        "the sea "
        "in three days. Its first voyage with passengers is on Monday at noon, and a band will play.",
    ),
    quiet=(
        "I watched from the bank as the new ferry came in on Saturday.\n\nIt is ninety metres long and can carry four "
        "hundred people and sixty cars. It has two engines that run on batteries, which are charged on the quay in "
        "twelve "
        "minutes. The old ferry, which was built in 1974, will be sold. The new one sails every hour from six in the "
        "morning until midnight, and on summer weekends every half hour. A return ticket costs the same as before. "
        "There "
        "is a café on the upper deck and a room for children beside it. The ferry was built in a yard in the north and "
        "crossed the sea in three days. Its first voyage with passengers is on Monday at noon, and a band will play.",
        "Rain will move in from the west tonight and clear by noon. Winds will be light, and it will be warmer by the "
        "coast. The weekend stays dry.",
    ),
    check=_check,
    scope=Scope.STORY,
    genres=NEWS_ONLY,
)
