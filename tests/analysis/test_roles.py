"""Roles: what a noun does not take in, then what it does."""

from __future__ import annotations

import pytest

from attribution.analysis.roles import can_be_called, party


@pytest.mark.parametrize(("noun", "roles"), [("lawmaker", {"minister"}), ("senator", {"lawmaker"}), ("critic", set())])
def test_not_called_so(noun: str, roles: set[str]) -> None:
    assert not can_be_called(noun, roles)


@pytest.mark.parametrize(
    ("noun", "roles"), [("critic", {"critic"}), ("lawmaker", {"senator"}), ("expert", {"author", "professor"})]
)
def test_called_so(noun: str, roles: set[str]) -> None:
    assert can_be_called(noun, roles)


@pytest.mark.parametrize(
    ("mark", "name"), [("Rome", None), ("D", None), ("R-Ohio", "republican"), ("D-N.Y", "democrat")]
)
def test_party(mark: str, name: str | None) -> None:
    assert party(mark) == name
