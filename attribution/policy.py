"""What a newsroom decides about an audit, apart from the story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from attribution.finding import Severity


class Genre(Enum):
    """What kind of journalism a story is; opinion is not held to the rules of news."""

    NEWS = "news"
    ANALYSIS = "analysis"
    OPINION = "opinion"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class Override:
    """The newsroom's own severity of one rule."""

    code: str
    severity: Severity | None
    """None switches the rule off."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The settings of one audit."""

    preset: str = "default"
    """Name of one of `attribution.presets.PRESETS`."""
    genre: Genre = Genre.NEWS
    overrides: tuple[Override, ...] = ()
    """Severities that differ from the preset's."""
    today: date | None = None
    """The day on which suppressions end that name an earlier one; None: none ends."""
    outlets: tuple[tuple[str, ...], ...] = ()
    """News organisations to know beside the shipped list: each the name, then its other names."""
    fail_on: Severity | None = Severity.ERROR
    """The least severity that keeps a story from publication; None: findings never do."""
    drafts_fail_on: Severity | None = Severity.ERROR
    """The same for a story that says that it is a draft."""
    fail_under: float | None = None
    """The least score a story must reach; None: none has to."""
    unscored_passes: bool = False
    """Whether a story without a score passes `fail_under`."""
    min_confidence: float = 0.0
    """0..1: findings on statements whose tags are less sure are left out."""
    house_policy: str | None = None
    """Web address of the newsroom's own rules; None when it has none."""
