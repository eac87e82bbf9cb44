"""REC405: everything that is attributed traces to one independent source."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.analysis.names import known_outlets
from attribution.facts import Facts
from attribution.model import ATTRIBUTED, Tag
from attribution.rule import ERROR, NEWS_ONLY, WARNING, Cited, Hit, Rule, Scope, Severities, on_story
from attribution.scoring.weighing import voices

_FEWEST = 4
"""Attributed statements below which a brief may rest on one source."""
_PLACEABLE = 0.2
"""Level of identification from which somebody counts as a source."""
_BRIEF = 120
"""Words up to which an item is a brief."""


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    spoken = [i for i in page.body if page.statements[i].tag in ATTRIBUTED]
    if len(spoken) < _FEWEST or facts.story.words < _BRIEF or any(page.source(i) is None for i in spoken):
        return
    if any(set(page.statements[i].also) & (set(ATTRIBUTED) - {page.statements[i].tag}) for i in spoken):
        return
    if any(page.statements[i].tag is Tag.NO_COMMENT for i in page.body):
        return
    heard = [voice for voice in voices(facts) if voice.identification >= _PLACEABLE]
    groups = {voice.group for voice in heard}
    if len(groups) != 1:
        return
    if _names_other_outlet(facts) or _others_speak(facts, {voice.source for voice in heard}):
        return
    source = page.by_id(heard[0].source)
    name = (source.name or source.description) if source is not None else "nobody in particular"
    yield on_story(
        facts,
        f"Every attributed sentence whose source can be told traces to one: {name}.",
        "Ask somebody who does not depend on it: the other side, an independent expert, a document.",
    )


def _others_speak(facts: Facts, heard: set[str | None]) -> bool:
    """Whether somebody else with a name is the source of a lesser part of a sentence."""
    speaking = {source for i in facts.page.body for _, source in facts.page.attributions(i)} - heard
    return any(each.id in speaking and each.name is not None for each in facts.analysis.sources)


def _names_other_outlet(facts: Facts) -> bool:
    """Whether the story names another outlet, whose words it may carry where nobody noticed."""
    own = (facts.story.outlet or "").lower()
    named = known_outlets(facts.policy.outlets).found([token.text for token in facts.analysis.tokens])
    return any(name.lower() not in own for _, _, name in named)


RULE = Rule(
    code="REC405",
    name="single-source-story",
    summary="Everything attributed traces to one independent source or one organisation.",
    why="Several people of one organisation speak with one interest. The BBC is reluctant to rely on a single "
    "source, and so "
    "should a reader be.",
    severities=Severities(WARNING, ap=WARNING, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("BBC-A19", "reluctant to rely on a single source"),
        Cited("CBC", "two sources before publication"),
        Cited("GDN-2004", "a story should have several sources, or say that it has one"),
        Cited("REU-ACC", "sources on all sides"),
    ),
    fires=(
        "A lorry overturned on the coast road on Monday night, police said.\n\nPolice said the driver was alone in "
        "the cab "
        "and had been driving since the early morning. The road was closed for nine hours while the load of timber was "
        "taken away by crane. Police said the road was wet and that the lorry had left its lane near the old quarry, "
        "where the speed limit falls from eighty to fifty. Traffic went through the village, where the narrow bridge "
        "let one car pass at a time. Police said nobody else was hurt. The road opened again shortly before noon, and "
        "two lanes will stay closed until the barrier has been mended, which will take about a week.",
        "Halden said on Monday that it would close its valve works in spring.\n\nIan Shaw, Halden’s chief executive, "
        "said the "
        "works had lost money for six years. The works stand beside the railway and were built before the war, when "
        "the "
        "town made ships. Halden said every worker would be offered another place. Halden said that it would keep the "
        "hall, which is listed, and rent it to the town. The works make valves for waterworks, and their oldest lathe "
        "still turns. There were once nine hundred people on the site, and on summer evenings a band played at the "
        "gate. "
        "The last shift will end at noon on the final Friday of March, and the gate will be locked by its oldest hand.",
    ),
    quiet=(
        "A lorry overturned on the coast road on Monday night, police said.\n\nPolice said the driver was alone in "
        "the cab "
        "and had been driving since the early morning. The road was closed for nine hours while the load of timber was "
        "taken away by crane. Mona Field, who farms beside the road, said she had heard the brakes and then a long "
        "noise "
        "like thunder. Police said the road was wet and that the lorry had left its lane near the old quarry, where "
        "the "
        "speed limit falls from eighty to fifty. Traffic went through the village, where the narrow bridge let one car "
        "pass at a time. The road opened again shortly before noon, and two lanes will stay closed until the barrier "
        "has "
        "been mended.",
        "Police said the road was closed. Police said nobody was hurt. Police said it would open at noon.",
    ),
    check=_check,
    scope=Scope.STORY,
    genres=NEWS_ONLY,
)
