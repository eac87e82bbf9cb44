"""Imports point one way: a module may import only modules that stand in a lower row of the table."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "attribution"

# From what the user calls down to what everything stands on. Modules of one row never import one another.
ROWS = tuple(
    tuple(row.split())
    for row in (
        # the command line
        "__main__",
        "cli",
        "commands.audit commands.baseline commands.check commands.config commands.diff commands.report",
        "publishers.html publishers.brat publishers.docx",
        "publishing",
        "publishers",
        "comparison.formats.text comparison.formats.json comparison.formats.html",
        "web.story_page web.index_page web.diff_page",
        "web.view",
        "web.pieces",
        "web.page",
        "web",
        "gate.run batch",
        "gate.desk",
        "gate.changed gate.selection configuration",
        "commands.unheeded",
        "commands.options gate.patterns",
        "commands",
        "ahead",
        "console inputs house_list outputs validation report_files audit rule_pages",
        # two versions compared
        "comparison.document comparison.phrases",
        "comparison.balance comparison.format",
        "comparison.comparing comparison.formats",
        "comparison.sources comparison.findings comparison.notes comparison.scores comparison.wording",
        "comparison.statements comparison.identity",
        "comparison.pairing comparison.words",
        "comparison",
        # the gate's formats
        "gate.formats.text gate.formats.json gate.formats.jsonl gate.formats.sarif gate.formats.junit"
        " gate.formats.github gate.formats.gitlab gate.formats.markdown",
        "gate.document",
        "gate.format",
        "gate.thresholds gate.baseline",
        "gate.placed",
        "gate gate.formats",
        # a Word document with comments
        "word.commented",
        "word.remarks word.saving",
        "word.runs",
        # renderers
        "renderers.text renderers.json renderers.jsonl renderers.score renderers.markdown renderers.web_annotation",
        "terminal_findings brat",
        "terminal_page markdown_page",
        "rendering",
        "renderers",
        # the report
        "verdict",
        "phrasing report.document report.reading",
        "report",
        "schema precision standards",
        "json_places toml_places",
        # the score and the rules
        "suppressions",
        "scoring.score enforcement",
        "scoring.sentences scoring.parts",
        " ".join(
            f"rules.{module.stem}"
            for module in sorted((ROOT / PACKAGE / "rules").glob("*_*.py"))
            if module.stem != "__init__"
        ),
        "rules",
        "scoring.weighing presets rule",
        "scoring handling",
        # the facts
        "facts",
        "facts.targets facts.relays facts.support facts.claims facts.hedges facts.polls facts.protected",
        "facts.silences facts.unnamed",
        "facts.page",
        # the analysis
        "analysis",
        "analysis.register",
        "analysis.levels analysis.statements analysis.settling",
        "analysis.evidence analysis.members analysis.hearsay analysis.introductions analysis.outlet_voices"
        " analysis.sources analysis.counted analysis.reaching",
        "analysis.decisions analysis.descriptions",
        "analysis.standing",
        "analysis.voices analysis.phrases analysis.bodies",
        "analysis.cast analysis.mentions analysis.attributions analysis.channels",
        "analysis.outlet_mentions analysis.spokespeople",
        "analysis.named_roles",
        "analysis.roles",
        "analysis.tagged_on analysis.mended analysis.transcripts analysis.credits analysis.letters",
        "analysis.cues analysis.colons analysis.inverted",
        "analysis.frames",
        "analysis.subjects analysis.no_comment",
        "analysis.noun_phrases analysis.span_finder analysis.outlet_names",
        "analysis.names analysis.asides analysis.network.reader",
        "analysis.governing",
        "analysis.network.inputs analysis.network.chain analysis.network.gated",
        "analysis.network",
        "analysis.affiliations analysis.anonymity analysis.respondents analysis.sentences "
        "analysis.quotes analysis.tokens",
        "analysis.punkt",
        "analysis.lexicon",
        # readers
        "readers.text readers.markdown readers.docx",
        "readers",
        "word.story",
        "reading",
        "markdown.front_matter markdown.blocks language word.printed",
        "unmarked word.flow word.styles",
        "word.package",
        "markdown.inline bylines decoding word.xml",
        "word markdown",
        "assembly",
        # the nouns
        "sought",
        "policy",
        "finding",
        "badges registry",
        "model paths",
        "errors",
    )
)
RANKS = {module: rank for rank, row in enumerate(ROWS) for module in row}

# Families that know nothing of each other, although one of them has to stand above the other in the table.
READING = {"readers", "reading", "decoding", "markdown", "assembly"}
SCORING = {"scoring", "handling", "rule", "rules", "facts", "enforcement"}
APART = (("analysis", READING), ("scoring", READING), ("renderers", READING - {"assembly"}), ("audit", {"renderers"}))


def _modules() -> dict[str, Path]:
    """Every module of the package without the package's name, and its file; the package itself is left out."""
    found = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT / PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name:
            found[name] = path
    return found


MODULES = _modules()


def imported(source: str) -> set[str]:
    """The modules of the package that a module imports, anywhere in it, under `TYPE_CHECKING` too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {_inside(alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            taken = {_inside(f"{node.module}.{alias.name}") for alias in node.names}
            names |= {name if name in MODULES else name.rpartition(".")[0] for name in taken}
    return names & set(MODULES)


def _inside(name: str) -> str:
    """A module's name without the package's."""
    return name.removeprefix(f"{PACKAGE}.")


def family(module: str) -> str:
    return module.partition(".")[0]


def test_every_module_has_one_row() -> None:
    assert len(RANKS) == sum(map(len, ROWS)), "a module stands in two rows"
    assert set(MODULES) - set(RANKS) == set(), "give the new module a row"
    assert set(RANKS) - set(MODULES) == set(), "the table names a module that is gone"


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module: str) -> None:
    up = {
        name
        for name in imported(MODULES[module].read_text(encoding="utf-8"))
        if RANKS.get(name, -1) <= RANKS.get(module, -1)
    }
    assert up == set(), f"{module} imports what stands beside or above it"


@pytest.mark.parametrize(("apart", "others"), APART)
def test_families_apart(apart: str, others: set[str]) -> None:
    for module in (module for module in MODULES if family(module) == apart):
        met = {name for name in imported(MODULES[module].read_text(encoding="utf-8")) if family(name) in others}
        assert met == set(), f"{module} imports another family"


@pytest.mark.parametrize("package", ["readers", "renderers", "rules"])
def test_members_of_a_family_do_not_import_one_another(package: str) -> None:
    members = [module for module in MODULES if module.startswith(f"{package}.")]
    assert members
    for module in members:
        met = imported(MODULES[module].read_text(encoding="utf-8")) & set(members)
        assert met == set(), f"{module} imports another of {package}"


def test_the_check_sees_every_form_of_import() -> None:
    assert imported("import attribution.scoring.score") == {"scoring.score"}
    assert imported("def f():\n    from attribution.scoring.score import Score") == {"scoring.score"}
    assert imported("from attribution import cli as c") == {"cli"}
    assert imported("from attribution.analysis import cues") == {"analysis.cues"}
    assert imported("from attribution.analysis import analyse") == {"analysis"}
    assert imported("from attribution import __version__\nimport nltk") == set()
