"""The guards that hold for every rule, and how policy decides what a hit becomes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attribution.analysis import analyse
from attribution.enforcement import findings, rules, severity_of
from attribution.facts import Facts, gather
from attribution.finding import Finding, Severity
from attribution.policy import Genre, Override, Policy
from attribution.presets import PRESETS
from attribution.reading import read_story

BARE = "The harbour sale has fallen through, sources said on Monday."
REPORTEDLY = "The singer reportedly turned down the part twice."


def facts_of(text: str, policy: Policy | None = None) -> Facts:
    story = read_story(text.encode(), "story.txt")
    policy = policy or Policy()
    return gather(story, policy, analyse(story, policy))


def found(text: str, policy: Policy | None = None) -> list[Finding]:
    return list(findings(facts_of(text, policy)))


def codes(text: str, policy: Policy | None = None) -> list[str]:
    return [each.rule for each in found(text, policy)]


def test_a_headline_is_not_held_against_a_story() -> None:
    text = "Harbour sale off, sources say\n\nThe sale fell through on Monday, said Ian Shaw, who runs the port."
    assert "ANO101" not in codes(text)


def test_what_somebody_is_quoted_as_saying_is_not_the_storys_voice() -> None:
    assert "OUT202" not in codes("“She reportedly turned down the part twice,” said Ian Shaw, her agent.")


def test_nothing_is_found_where_the_tool_is_unsure() -> None:
    facts = facts_of(BARE)
    assert "ANO101" in [each.rule for each in findings(facts)]
    doubtful = tuple(replace(each, confidence=0.3) for each in facts.analysis.statements)
    unsure = gather(facts.story, facts.policy, replace(facts.analysis, statements=doubtful))
    assert "ANO101" not in [each.rule for each in findings(unsure)]


def test_a_rule_speaks_once_about_a_source() -> None:
    text = "Two town officials said the road would close. The officials said the bridge was safe. They said so twice."
    assert codes(text).count("ANO102") == 1


def test_names_kept_from_print_by_law_are_never_asked_for() -> None:
    assert "ANO102" in codes("An employee of the clinic said the doors were locked at night.")
    assert not {"ANO101", "ANO102", "ANO104", "ANO114"} & set(
        codes("A 14-year-old patient, a victim of abuse, said the doors were locked at night.")
    )


def test_opinion_is_not_held_to_the_rules_of_news() -> None:
    text = "Tenants accuse Marlow Homes of hiding reports of mould. The flats were built in 1994."
    assert "NOC301" in codes(text)
    assert "NOC301" not in codes(text, Policy(genre=Genre.OPINION))


def test_the_preset_decides_the_severity() -> None:
    severities = {
        preset.name: {each.severity for each in found(REPORTEDLY, Policy(preset=preset.name))} for preset in PRESETS
    }
    assert severities["default"] == {Severity.WARNING}
    assert severities["npr"] == {Severity.ERROR}


def test_an_override_beats_the_preset() -> None:
    louder = Policy(overrides=(Override("OUT202", Severity.ERROR),))
    silent = Policy(preset="npr", overrides=(Override("OUT202", None),))
    assert [each.severity for each in found(REPORTEDLY, louder)] == [Severity.ERROR]
    assert codes(REPORTEDLY, silent) == []


def test_a_case_can_be_graver_or_lighter_than_its_rule() -> None:
    office = "Senator Ann Lee accused Governor Tom Beck of hiding the budget. The hall was full."
    assert [each.severity for each in found(office) if each.rule == "NOC301"] == [Severity.INFO]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_is_off_where_its_preset_says_so(rule: object) -> None:
    for preset in PRESETS:
        policy = Policy(preset=preset.name)
        assert severity_of(rule, policy) is rule.severities.under(preset.name)  # type: ignore[attr-defined, arg-type]


def test_a_fingerprint_survives_moves_but_no_rewording() -> None:
    (here,) = [each for each in found(BARE) if each.rule == "ANO101"]
    (moved,) = [each for each in found(f"It rained all day in the town.\n\n{BARE}") if each.rule == "ANO101"]
    (other,) = [each for each in found(BARE.replace("Monday", "Friday")) if each.rule == "ANO101"]
    assert here.fingerprint == moved.fingerprint != other.fingerprint


def test_findings_are_in_order_of_place() -> None:
    spans = [each.span for each in found(f"{BARE}\n\n{REPORTEDLY}\n\nIt is understood that the board met twice.")]
    assert spans == sorted(spans)
