"""House styles of the accuracy benchmark: each keeps every offset, or the labels would score other sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.styles import STYLES

TEXTS = st.text(st.sampled_from("ab Zß.,—–(\n\"'“”‘’"), max_size=80)


@pytest.mark.parametrize("name", STYLES)
@given(text=TEXTS)
def test_a_style_keeps_offsets_and_lines_of_letters(name: str, text: str) -> None:
    changed = STYLES[name](text)
    assert len(changed) == len(text)
    assert [c.lower() for c in changed if c.isalpha()] == [c.lower() for c in text if c.isalpha()]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("straight quotes", "“It’s shut,” he said.", '"It\'s shut," he said.'),
        ("single quotes", '"It\'s shut," he said.', "‘It's shut,’ he said."),
        ("upper-case datelines", "Shut\n\nSabel Port (AP) — It is shut.", "Shut\n\nSABEL PORT (AP) — It is shut."),
        ("single newlines", "Shut\n\nIt is.", "Shut \nIt is."),
    ],
)
def test_a_style_is_what_its_name_says(name: str, text: str, expected: str) -> None:
    assert STYLES[name](text) == expected
