"""The laws of the score on made stories of every kind, and that its printed numbers add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.facts.claims import Claim
from attribution.facts.targets import Reply, Target
from attribution.model import Kind, Tag
from tests.builders import Cast, claim, scored, target

NAMED = st.builds(
    Cast,
    kind=st.sampled_from([Kind.PERSON, Kind.ORGANIZATION, Kind.DOCUMENT, Kind.OUTLET]),
    times=st.integers(1, 7),
    identification=st.sampled_from([0.8, 0.9, 1.0]),
    first_hand=st.sampled_from([0.3, 0.5, 0.7, 1.0]),
    name=st.just("A name"),
    affiliation=st.sampled_from([None, "one firm", "another firm"]),
)
UNIDENTIFIED = st.builds(
    Cast,
    kind=st.sampled_from([Kind.UNNAMED_PERSON, Kind.UNNAMED_GROUP]),
    times=st.integers(1, 7),
    identification=st.sampled_from([0.0, 0.2, 0.4, 0.6]),
    first_hand=st.sampled_from([0.3, 0.7, 1.0]),
    description=st.sampled_from(["officials", "two officials", "a source", "a manager who attended", "an aide"]),
    affiliation=st.sampled_from([None, "one firm", "a third firm"]),
    reason=st.sampled_from([None, "to speak freely", "because she fears dismissal"]),
    also=st.sampled_from([(), (Tag.RECORD,)]),
)
PSEUDO = st.builds(
    Cast, kind=st.just(Kind.UNNAMED_GROUP), times=st.integers(1, 4), identification=st.just(0.0),
    first_hand=st.just(0.0), description=st.just("critics"),
)  # fmt: skip
CASTS = st.lists(st.one_of(NAMED, UNIDENTIFIED, PSEUDO), min_size=0, max_size=7)
WORDS = st.integers(350, 1500)


TARGETS = st.lists(
    st.builds(target, st.sampled_from(Reply), st.sampled_from("ABC"), is_serious=st.booleans()), max_size=4
)
CLAIMS = st.lists(st.builds(claim, is_grounded=st.booleans()), max_size=4)


def value(casts: Sequence[Cast], words: int, targets: Sequence[Target] = (), claims: Sequence[Claim] = ()) -> float:
    made = scored(casts, words, targets=targets, claims=claims).value
    assert made is not None
    return made


@given(CASTS, UNIDENTIFIED, st.sampled_from([0.8, 1.0]), WORDS, TARGETS, CLAIMS)
def test_naming_a_source_never_lowers_the_score(
    others: list[Cast], unnamed: Cast, level: float, words: int, targets: list[Target], claims: list[Claim]
) -> None:
    named = replace(unnamed, kind=Kind.PERSON, name="Jo Doe", identification=level, reason=None, also=())
    assert value([*others, named], words, targets, claims) >= value([*others, unnamed], words, targets, claims)


@given(st.lists(NAMED, min_size=1, max_size=5), TARGETS, st.data(), WORDS, CLAIMS)
def test_giving_a_target_its_reply_never_lowers_the_score(
    casts: list[Cast], targets: list[Target], data: st.DataObject, words: int, claims: list[Claim]
) -> None:
    answered = [replace(each, reply=Reply.ANSWERED) if data.draw(st.booleans()) else each for each in targets]
    assert value(casts, words, answered, claims) >= value(casts, words, targets, claims)


@given(st.lists(NAMED, min_size=1, max_size=5), CLAIMS, WORDS)
def test_giving_a_claim_its_source_never_lowers_the_score(casts: list[Cast], claims: list[Claim], words: int) -> None:
    assert value(casts, words, (), [replace(each, is_grounded=True) for each in claims]) >= value(
        casts, words, (), claims
    )


@given(CASTS, UNIDENTIFIED, WORDS)
def test_removing_a_reason_or_a_basis_never_raises_the_score(others: list[Cast], source: Cast, words: int) -> None:
    full = value([*others, source], words)
    assert value([*others, replace(source, reason=None)], words) <= full
    bare = replace(source, description=source.description.removesuffix(" who attended"))
    assert value([*others, bare], words) <= full


@given(CASTS, NAMED, WORDS)
def test_turning_a_named_source_into_critics_never_raises_the_score(
    others: list[Cast], named: Cast, words: int
) -> None:
    critics = Cast(Kind.UNNAMED_GROUP, named.times, 0.0, 0.0, "critics")
    assert value([*others, critics], words) <= value([*others, named], words)


@given(CASTS, NAMED, WORDS)
def test_a_source_gains_nothing_after_four_statements(others: list[Cast], source: Cast, words: int) -> None:
    four, eight = (scored([*others, replace(source, times=times)], words) for times in (4, 8))
    assert [each.value for each in four.components] == [each.value for each in eight.components]
    assert four.deduction is not None
    assert eight.deduction is not None
    assert four.deduction.points == eight.deduction.points


@given(st.lists(st.one_of(NAMED, UNIDENTIFIED, PSEUDO), min_size=1, max_size=6), st.integers(80, 1500))
def test_the_printed_numbers_add_up(casts: list[Cast], words: int) -> None:
    made = scored(casts, words)
    assert made.value is not None
    assert made.deduction is not None
    assert made.interval is not None
    points = [Decimal(str(each.points)) for each in made.components if each.points is not None]
    uncapped = max(Decimal(0), sum(points) - Decimal(str(made.deduction.points)))
    limits = [Decimal(cap.limit) for cap in made.capped_by]
    assert Decimal(str(made.value)) == min([uncapped, *limits])
    assert all(limit < uncapped for limit in limits)
    assert 0 <= made.interval.low <= made.value <= made.interval.high <= 100


@given(st.data(), st.lists(st.one_of(NAMED, UNIDENTIFIED, PSEUDO), min_size=1, max_size=5))
@settings(max_examples=50)
def test_the_order_of_statements_changes_nothing_but_the_opening(data: st.DataObject, casts: list[Cast]) -> None:
    order = data.draw(st.permutations(range(sum(cast.times for cast in casts))))
    one, other = scored(casts, 400), scored(casts, 400, order)
    assert one.components == other.components
    # a reason or a supporting document stands in another sentence of the same source, which is all that may move
    assert one.deduction == other.deduction
    assert 59 in {one.value, other.value} or one.value == other.value
