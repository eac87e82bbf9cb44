"""The laws of the score on edits of real reports: better sourcing never lowers it, worse never raises it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from attribution.analysis import analyse
from attribution.facts import Facts, gather
from attribution.facts.targets import Reply
from attribution.model import UNNAMED, Kind, Source, Tag
from attribution.policy import Policy
from attribution.reading import read_story
from attribution.scoring.score import score

ROOT = Path(__file__).resolve().parents[2]
STORIES = tuple(
    sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "seeds").glob("*-*.md"), *(ROOT / "tests/stories").glob("*.txt")])
)


@cache
def facts_of(path: Path) -> Facts:
    story = read_story(path.read_bytes(), str(path))
    return gather(story, Policy(), analyse(story, Policy()))


def value(facts: Facts) -> float:
    made = score(facts).value
    return -1.0 if made is None else made


def with_source(facts: Facts, source: Source, tag: Tag) -> Facts:
    """The same facts with one source changed, and the tag of what rests on it."""
    statements = tuple(
        replace(each, tag=tag) if each.source == source.id and each.tag is not Tag.NO_COMMENT else each
        for each in facts.analysis.statements
    )
    sources = tuple(source if each.id == source.id else each for each in facts.analysis.sources)
    analysis = replace(facts.analysis, sources=sources, statements=statements)
    return replace(gather(facts.story, facts.policy, analysis), targets=facts.targets, claims=facts.claims)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_naming_an_unnamed_source(path: Path) -> None:
    facts = facts_of(path)
    for source in facts.analysis.sources:
        if source.kind in UNNAMED:
            named = replace(source, kind=Kind.PERSON, name="Jo Doe", identification=1.0, first_hand=1.0, anonymity=None)
            assert value(with_source(facts, named, Tag.RECORD)) >= value(facts), source.description


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_removing_a_reason(path: Path) -> None:
    facts = facts_of(path)
    for source in facts.analysis.sources:
        if source.anonymity is not None:
            bare = replace(source, anonymity=replace(source.anonymity, reason=None))
            assert value(with_source(facts, bare, Tag.ANONYMOUS)) <= value(facts), source.description


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_giving_targets_their_reply(path: Path) -> None:
    facts = facts_of(path)
    for target in facts.targets:
        answered = tuple(replace(each, reply=Reply.ANSWERED) if each == target else each for each in facts.targets)
        assert value(replace(facts, targets=answered)) >= value(facts)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_turning_a_named_source_into_critics(path: Path) -> None:
    facts = facts_of(path)
    for source in facts.analysis.sources:
        if source.name is not None and source.kind in (Kind.PERSON, Kind.ORGANIZATION):
            critics = replace(
                source, kind=Kind.UNNAMED_GROUP, name=None, description="critics", affiliation=None, identification=0.0,
                first_hand=0.0,
            )  # fmt: skip
            assert value(with_source(facts, critics, Tag.ANONYMOUS)) <= value(facts), source.name


def test_the_edits_change_something() -> None:
    scoop = facts_of(ROOT / "tests/stories/scoop.txt")
    answered = replace(scoop, targets=tuple(replace(each, reply=Reply.ANSWERED) for each in scoop.targets))
    assert value(answered) > value(scoop)
