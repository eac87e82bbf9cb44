"""The rules as objects and by their own examples: quiet ones first."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import attribution.rules
from attribution.analysis import analyse
from attribution.enforcement import hits, rules
from attribution.facts import Facts, gather
from attribution.policy import Policy
from attribution.precision import measured
from attribution.presets import PRESETS
from attribution.reading import read_story
from attribution.rule import Rule
from attribution.rule_pages import FAMILIES
from attribution.standards import standards

FOLDER = Path(attribution.rules.__path__[0])
SUFFIXES = {"text": ".txt", "markdown": ".md"}
BY_CODE = {rule.code: rule for rule in rules()}


@cache
def facts_of(text: str, reader: str) -> Facts:
    story = read_story(text.encode(), f"example{SUFFIXES[reader]}")
    return gather(story, Policy(), analyse(story, Policy()))


def examples(kind: str) -> list[pytest.param]:  # type: ignore[valid-type]
    return [
        pytest.param(rule, text, id=f"{rule.code}-{number}")
        for rule in rules()
        for number, text in enumerate(getattr(rule, kind), start=1)
    ]


@pytest.mark.parametrize(("rule", "text"), examples("quiet"))
def test_quiet_example(rule: Rule, text: str) -> None:
    assert [each.message for each in hits(rule, facts_of(text, rule.examples_in))] == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_quiet_examples_together(rule: Rule) -> None:
    text = "\n\n".join(rule.quiet)
    assert [each.message for each in hits(rule, facts_of(text, rule.examples_in))] == []


@pytest.mark.parametrize(("rule", "text"), examples("fires"))
def test_example_that_fires(rule: Rule, text: str) -> None:
    facts = facts_of(text, rule.examples_in)
    found = list(hits(rule, facts))
    assert found
    for each in found:
        assert 0 <= each.span.start < each.span.end <= len(facts.story.text)
        assert each.message.endswith((".", "?"))
        assert each.suggestion


def test_there_are_45_rules_of_five_families() -> None:
    assert len(rules()) == 45
    assert {rule.code[:3] for rule in rules()} == set(FAMILIES)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_is_whole(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+", rule.name)
    assert (FOLDER / f"{rule.code.lower()}_{rule.name.replace('-', '_')}.py").is_file()
    assert rule.summary.endswith(".")
    assert rule.why.endswith(".")
    assert any(rule.severities.under(preset.name) for preset in PRESETS)
    assert rule.severities.under("strict") is not None
    assert rule.standards
    assert all(cited.standard in standards() for cited in rule.standards)
    assert rule.code in measured()
    assert rule.genres


def test_names_codes_and_examples_are_unique() -> None:
    assert len({rule.name for rule in rules()}) == len(rules())
    texts = [text for rule in rules() for text in (*rule.fires, *rule.quiet)]
    assert len(set(texts)) == len(texts)


def test_every_standard_is_cited() -> None:
    assert {cited.standard for rule in rules() for cited in rule.standards} == set(standards())


def test_every_module_is_a_rule() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert {module.partition("_")[0].upper() for module in modules} == set(BY_CODE)
