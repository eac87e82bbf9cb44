"""What is sought: no match is lost because the statements without its words are not searched."""

from __future__ import annotations

import importlib
import pkgutil
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attribution import analysis, facts, rules
from attribution.model import Span
from attribution.sought import Sought

LETTERS = string.ascii_letters + string.digits + " ,.%$£€’”\n"


def _sought() -> dict[str, Sought]:
    modules = [
        importlib.import_module(found.name)
        for package in (analysis, facts, rules)
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    ]
    return {
        f"{module.__name__}.{name} {place}": each
        for module in modules
        for name, value in vars(module).items()
        for place, each in enumerate(value if isinstance(value, tuple) and not isinstance(value, Sought) else (value,))
        if isinstance(each, Sought)
    }


SOUGHT = _sought()


@pytest.mark.parametrize("name", SOUGHT)
@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_every_match_holds_an_anchor(name: str, data: st.DataObject) -> None:
    sought = SOUGHT[name]
    text = data.draw(st.from_regex(sought.pattern, alphabet=LETTERS))
    found = [match.group().lower() for match in sought.pattern.finditer(text)]
    assert found
    assert [each for each in found if not any(anchor in each for anchor in sought.anchors)] == []


CASES = Sought(r"\b(?:Fox|aide)s?\b", ("fox", "aide"))


@pytest.mark.parametrize(
    ("text", "place", "in_lower_case", "as_written"),
    [
        ("A Fox said so.", (0, 14), None, (2, 5)),
        ("An aide said so.", (0, 16), (3, 7), (3, 7)),
        ("AN AIDE SAID SO.", (0, 16), (3, 7), None),
        ("An aide left. Nobody else did.", (14, 30), None, None),
        ("Nobody did. Two aides left.", (12, 27), (16, 21), (16, 21)),
        ("The İİ aide left.", (0, 17), (7, 11), (7, 11)),
        ("He left.", (0, 8), None, None),
        ("An aid", (0, 6), None, None),
    ],
)
def test_it_is_sought_inside_a_place_alone(
    text: str, place: tuple[int, int], in_lower_case: tuple[int, int] | None, as_written: tuple[int, int] | None
) -> None:
    assert CASES.search(text, Span(*place)) == (Span(*in_lower_case) if in_lower_case else None)
    assert CASES.as_written(text, Span(*place)) == (Span(*as_written) if as_written else None)
