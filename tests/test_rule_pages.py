"""The rules as documentation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from attribution.cli import main
from attribution.enforcement import rules
from attribution.presets import PRESETS

ROOT = Path(__file__).resolve().parents[1]


def printed(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_page_of_all_rules_is_current() -> None:
    kept = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert printed("rules", "--format", "markdown") == kept, "run `attribution rules --format markdown > docs/rules.md`"


def test_the_table_has_a_line_a_rule_with_the_severity_of_the_preset() -> None:
    for preset in PRESETS:
        table = printed("rules", "--preset", preset.name)
        for rule in rules():
            severity = rule.severities.under(preset.name)
            row = next(line for line in table.splitlines() if line.startswith(rule.code))
            assert row.split()[1:3] == [severity.value if severity else "off", rule.name]


def test_json_says_everything() -> None:
    made = json.loads(printed("rules", "--format", "json"))
    assert [each["code"] for each in made] == [rule.code for rule in rules()]
    first = made[0]
    assert first["severities"] == {preset.name: "error" for preset in PRESETS}
    assert first["standards"][0]["title"] == "Rules on anonymous sources (Associated Press, 2005)"
    assert first["fires"] == list(rules()[0].fires)
    assert set(first["precision"]) == {"right", "judged"}


@pytest.mark.parametrize("name", ["NOC301", "noc301", "accused-without-response"])
def test_explain(name: str) -> None:
    said = printed("explain", name)
    for words in (
        "NOC301 accused-without-response",
        "right of reply",
        "Precision:",
        "Tenants accuse Marlow Homes",
        "ap error",
    ):
        assert words in said


def test_explain_a_suppression_with_which_something_is_wrong() -> None:
    assert "Say why the finding may stand" in printed("explain", "SUP901")
    assert printed("explain", "sup902") == printed("explain", "suppression-unused")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("explain", "ANO199"), "did you mean ANO109?"),
        (("explain", "nonsense"), "`attribution rules` lists them"),
        (("audit", "--severity", "ANO199=info", "x.txt"), "there is no rule"),
        (("audit", "--severity", "ANO101=loud", "x.txt"), "write ANO101=error, =warning, =info or =off"),
        (("audit", "--preset", "cnn", "x.txt"), "'cnn' is not one of"),
    ],
)
def test_what_there_is_not(arguments: tuple[str, ...], says: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert says in result.stderr
