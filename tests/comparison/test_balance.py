"""What is called better and what worse when tags change."""

from __future__ import annotations

import pytest

from attribution.comparison.balance import Balance, balance
from attribution.comparison.comparing import compared
from attribution.model import Tag
from attribution.report import Report
from tests.comparison.drafts import Line, draft

TEXTS = ("The bridge will close in May.", "It was built in 1931.", "Nobody else was heard on it.")


def tagged(*tags: Tag) -> Report:
    return draft(*(Line(text, tag=tag) for text, tag in zip(TEXTS, tags, strict=False)))


def both_ways(old: Report, new: Report) -> tuple[Balance, Balance]:
    return balance(compared(old, new)), balance(compared(new, old))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (Tag.NO_COMMENT, Tag.ANONYMOUS),
        (Tag.RECORD, Tag.BACKGROUND),
        (Tag.RECORD, Tag.OUTLET),
        (Tag.ANONYMOUS, Tag.ANONYMOUS),
    ],
)
def test_other_changes_of_a_tag_are_neither(old: Tag, new: Tag) -> None:
    assert both_ways(tagged(old), tagged(new)) == (((), ()), ((), ()))


@pytest.mark.parametrize("other", [Tag.RECORD, Tag.OUTLET, Tag.BACKGROUND])
def test_one_sentence(other: Tag) -> None:
    there, back = both_ways(tagged(other), tagged(Tag.ANONYMOUS))
    assert there == ((), (f"1 sentence rests on unnamed sources now; before: {other.value}.",))
    assert back == ((f"1 sentence no longer rests on unnamed sources; now: {other.value}.",), ())


def test_several_sentences() -> None:
    there, back = both_ways(tagged(Tag.RECORD, Tag.OUTLET, Tag.RECORD), tagged(*[Tag.ANONYMOUS] * 3))
    assert there.worse == (
        "3 sentences rest on unnamed sources now; before: on-record (2×), reported-by-other-outlet.",
    )
    assert back.better == (
        "3 sentences no longer rest on unnamed sources; now: on-record (2×), reported-by-other-outlet.",
    )


def test_a_sentence_that_only_one_version_has_is_neither() -> None:
    assert both_ways(tagged(Tag.RECORD), tagged(Tag.RECORD, Tag.ANONYMOUS)) == (((), ()), ((), ()))
