"""The desk: what the command line and the configuration say about each story and about the gate as a whole."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from attribution.commands.options import override
from attribution.configuration import Configuration, Setting, found_above, read
from attribution.finding import Severity
from attribution.gate.selection import overrides
from attribution.gate.thresholds import Thresholds
from attribution.paths import STDIN
from attribution.policy import Genre, Policy


class Desk:
    """Settings looked up: for a story in the nearest file above it, for the gate from the present folder upwards.

    `given` are the settings of the command line; `file` is used for everything when it is named.
    """

    def __init__(self, given: Mapping[str, object], file: str | None = None, *, isolated: bool = False) -> None:
        self._given = given
        self._only = read(file) if file is not None else Configuration() if isolated else None
        self._policies: dict[str, Policy] = {}

    def settings(self, story: str | None = None) -> dict[str, Setting]:
        """Every setting with its origin, for a story or, without one, for the gate."""
        place = story if story not in (None, STDIN) else None
        above = os.path.dirname(os.path.realpath(place)) if place is not None else os.getcwd()
        configuration = self._only or found_above(above)
        return configuration.settings(self._given, place)

    def policy(self, story: str) -> Policy:
        """The policy under which a story is audited."""
        found = self.settings(story)
        key = repr([setting.value for setting in found.values()])
        if key not in self._policies:
            self._policies[key] = _policy({name: setting.value for name, setting in found.items()})
        return self._policies[key]

    def outlet(self, story: str) -> str | None:
        """The news organisation whose story this is."""
        value: Any = self.settings(story)["outlet"].value
        return None if value is None else str(value)

    def thresholds(self) -> Thresholds:
        """What fails the check."""
        found: dict[str, Any] = {name: setting.value for name, setting in self.settings().items()}
        level = _level(found["fail-on"])
        return Thresholds(
            level, _drafts_level(found), found["fail-under"], found["max-warnings"], bool(found["allow-unscored"])
        )

    def baseline(self) -> str | None:
        """The file of findings that do not count; in the configuration it is relative to its folder."""
        setting = self.settings()["baseline"]
        if setting.value is None or setting.origin == "command line":
            return None if setting.value is None else str(setting.value)
        folder = (self._only or found_above(os.getcwd())).folder
        return os.path.relpath(os.path.join(folder, str(setting.value)))


def _level(name: str) -> Severity | None:
    return None if name == "never" else Severity(name)


def _drafts_level(found: Mapping[str, Any]) -> Severity | None:
    drafts = found["drafts"]
    return _level(drafts["fail-on"] if "fail-on" in drafts else found["fail-on"])


def _policy(found: Mapping[str, Any]) -> Policy:
    own = Policy(
        preset=found["preset"],
        genre=Genre(found["genre"]),
        overrides=tuple(override(f"{code}={level}") for code, level in found["severity"].items()),
        today=_today(),
        outlets=tuple(tuple(name.strip() for name in line.split("|")) for line in found["outlets"]),
        fail_on=_level(found["fail-on"]),
        drafts_fail_on=_drafts_level(found),
        fail_under=found["fail-under"],
        unscored_passes=bool(found["allow-unscored"]),
        min_confidence=found["min-confidence"],
        house_policy=found["policy-url"],
    )
    return replace(own, overrides=overrides(found["select"], found["extend-select"], found["ignore"], own))


@lru_cache(maxsize=1)
def _today() -> date:
    return date.today()
