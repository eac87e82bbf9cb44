"""Rules: what a published standard would object to, declared as values.

A rule reads the facts of one story and yields hits. Which hits become findings, and how grave, decides
`attribution.enforcement` under the policy: a rule never asks about severity, and never about another rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from attribution.facts import Facts
from attribution.finding import Related, Severity
from attribution.model import Span
from attribution.policy import Genre

ERROR, WARNING, INFO, OFF = Severity.ERROR, Severity.WARNING, Severity.INFO, None
ALL_GENRES = frozenset(Genre)
NEWS_ONLY = frozenset({Genre.NEWS})
REPORTING = frozenset({Genre.NEWS, Genre.LIVE})
NO_OPINION = frozenset({Genre.NEWS, Genre.ANALYSIS, Genre.LIVE})


@dataclass(frozen=True, slots=True)
class Severities:
    """How grave a rule's findings are under each preset; None: the preset does not use the rule."""

    default: Severity | None
    ap: Severity | None
    reuters: Severity | None
    bbc: Severity | None
    nyt: Severity | None
    npr: Severity | None
    strict: Severity | None

    def under(self, preset: str) -> Severity | None:
        """The severity under the preset of a name."""
        severity: Severity | None = getattr(self, preset)
        return severity


@dataclass(frozen=True, slots=True)
class Cited:
    """What one published standard asks for, in our own words."""

    standard: str
    """Key of an entry of `attribution.standards`."""
    point: str


class Scope(Enum):
    """Where a rule looks."""

    STORY_VOICE = "the story's own voice, outside quotations"
    SENTENCE = "sentences with the quotations in them"
    STORY = "the story as a whole"


class Basis(Enum):
    """What a hit rests on; one that rests on a tag of which the tool is unsure does not stand."""

    TAG = "the statement's tag and source"
    WORDS = "the words themselves"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place at which a rule objects."""

    span: Span
    message: str
    """Names the missing element."""
    suggestion: str
    """What would mend it, with a template; never urges to unmask anybody."""
    statement: int | None
    """Index of the statement; None when the whole story is meant."""
    source: str | None = None
    """Id of the source it is about: a rule raises one finding a source."""
    related: tuple[Related, ...] = ()
    graver: int = 0
    """Steps by which the case is graver (1) or lighter (-1) than the rule's severity."""


def on_story(facts: Facts, message: str, suggestion: str, graver: int = 0) -> Hit:
    """A hit on the story as a whole, placed at its first sentence."""
    page = facts.page
    return Hit(page.span(page.body[0]), message, suggestion, None, graver=graver)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its documentation, its tests and its check in one value."""

    code: str
    name: str
    summary: str
    why: str
    severities: Severities
    standards: tuple[Cited, ...]
    fires: tuple[str, str]
    """Two stories in which it raises a finding."""
    quiet: tuple[str, str]
    """Two stories, near misses, in which it raises none."""
    check: Callable[[Facts], Iterator[Hit]]
    scope: Scope = Scope.STORY_VOICE
    basis: Basis = Basis.TAG
    genres: frozenset[Genre] = ALL_GENRES
    """Genres to which it applies."""
    examples_in: str = "text"
    """Name of the reader of the examples."""
