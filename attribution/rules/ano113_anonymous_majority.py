"""ANO113: most attributed statements come from people whom the story does not name."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.facts import Facts
from attribution.facts.unnamed import is_bystander, is_insider, is_loose
from attribution.model import ATTRIBUTED, Source, Tag
from attribution.rule import ERROR, WARNING, Cited, Hit, Rule, Scope, Severities, on_story
from attribution.scoring.weighing import IDENTIFIED

_FEWEST = 4
"""Attributed statements of which a majority means something."""


def _check(facts: Facts) -> Iterator[Hit]:
    page = facts.page
    spoken = [i for i in page.body if page.statements[i].tag in ATTRIBUTED]
    unnamed = [i for i in spoken if page.statements[i].tag is Tag.ANONYMOUS and _is_hidden(page.source(i))]
    if len(spoken) < _FEWEST or 2 * len(unnamed) <= len(spoken):
        return
    known = any((source := page.source(i)) is not None and source.identification >= IDENTIFIED for i in spoken)
    yield on_story(
        facts,
        f"{len(unnamed)} of {len(spoken)} attributed sentences rest on people whom the story does not name"
        + ("." if known else ", and no source is described well enough to be identified."),
        "Look for one named person, one document or one official statement for the main points.",
        graver=0 if known else 1,
    )


def _is_hidden(source: Source | None) -> bool:
    """Whether a source is people who could have been named or described: insiders, bystanders, a loose group."""
    return source is not None and (is_insider(source) or is_bystander(source) or is_loose(source))


RULE = Rule(
    code="ANO113",
    name="anonymous-majority",
    summary="Most attributed statements, or all of them, come from unnamed people.",
    why="Named sources are the norm: in one count of 2021 about one story in ten had any unnamed source and fewer "
    "than one "
    "in a hundred relied on them alone.",
    severities=Severities(WARNING, ap=ERROR, reuters=WARNING, bbc=WARNING, nyt=WARNING, npr=WARNING, strict=ERROR),
    standards=(
        Cited("AP-BLOG", "named sources are vastly preferred"),
        Cited("WP-2004", "the same"),
        Cited("REU-ACC", "a named source is always better"),
        Cited("CBC", "confidential sources are the exception"),
    ),
    fires=(
        "The clinic will close, two hospital managers said.\n\nThe managers said the lease ends in May. A nurse at the "
        "clinic said no other ward had room. A county official said talks had begun. Mayor Ruth Olsen said she was "
        "sorry.",
        "Halden will sell its docks, a banker at the firm said.\n\nThe banker said two buyers had bid. An executive "
        "at the "
        "firm said the price was too low. The executive added that the board would meet on Friday.",
    ),
    quiet=(
        "The clinic will close, said Mona Field, who runs it.\n\nField said the lease ends in May. A nurse at the "
        "clinic "
        "said no other ward had room. Mayor Ruth Olsen said she was sorry. The county said talks had begun.",
        "Halden will sell its docks, said Ian Shaw, its chief executive.\n\nA clerk said two buyers had bid. Judge "
        "Ann Holt "
        "said the sale needs her approval. A filing of 3 May shows that the docks lost money.",
    ),
    check=_check,
    scope=Scope.STORY,
)
