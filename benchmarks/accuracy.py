"""Measure tags, sources, spans, sentence boundaries, calibration and robustness, and compare with the kept figures.

    python -m benchmarks.accuracy [--shared ../shared] [--slips N] [--write]

`--write` keeps the new figures in accuracy.json and the tags behind them in outcomes.json; without it they are only
compared, and what was gained and lost is listed by category. The scorers and labels are those of the shared folder;
each story is audited as its own outlet's, which stories.json names.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.styles import STYLES, restyled
from benchmarks.tags import Outcome, audit, boundaries, figures, moved, outcomes, packed, reliability, tag_reports

ROOT = Path(__file__).resolve().parents[1]
KEPT = Path(__file__).with_name("accuracy.json")
OUTCOMES = Path(__file__).with_name("outcomes.json")
PARTS = ("gold", "gold-rare")
TAG_SETS = {"gold": ("gold",), "gold-rare": ("gold-rare",), "gold + gold-rare": PARTS}
PEERS = ("citron", "ggt", "textacy", "sayswho", "regex_floor")


def span_figures(shared: Path, work: Path) -> dict[str, dict[str, float]]:
    """What evaluate_spans.py says of PolNeAR dev, ours beside the peers'."""
    reports, out = work / "ours.jsonl", work / "spans.json"
    audit(sorted((shared / "polnear/dev/text").glob("*.txt")), "", reports)
    peers = [f"{peer}={shared / 'peers' / (peer + '.jsonl')}" for peer in PEERS]
    command = [sys.executable, str(shared / "tools/evaluate_spans.py"), "--json", str(out), f"ours={reports}", *peers]
    print(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    measured = json.loads(out.read_text(encoding="utf-8"))
    return {name: dict(_span_row(row)) for name, row in measured.items()}


def _span_row(row: dict[str, dict[str, float]]) -> Iterator[tuple[str, float]]:
    for key, name in (
        ("attr_speech_ign", "whole attribution, speech"),
        ("tok_content_speech_ign", "content tokens, speech"),
        ("src_exact_speech_ign", "source exact, speech"),
        ("src_ov", "source overlap, all"),
    ):
        yield name, row[key]["F1"]
    for kind in ("direct", "mixed", "indirect"):
        yield f"{kind} recall, speech", row[f"rec_{kind}_speech"]["acc"]


def style_figures(shared: Path, work: Path) -> dict[str, object]:
    """Macro-F1 on both label sets in each style."""
    found: dict[str, object] = {}
    for name, style in STYLES.items():
        reports = {part: work / f"{part} {name}.jsonl" for part in PARTS}
        for part, target in reports.items():
            tag_reports(shared, part, restyled(shared / part / "text", style, work / name / part), target)
        found[name] = figures(shared, PARTS, reports, 0)["macro_f1"]
    return found


def compared(old: object, new: object, place: str = "") -> Iterator[str]:
    """A line for each figure that moved."""
    if isinstance(new, dict):
        before = old if isinstance(old, dict) else {}
        for key in {**before, **new}:
            yield from compared(before.get(key), new.get(key), f"{place} / {key}" if place else key)
    elif old != new:
        yield f"{place}: {old} -> {new}"


def measured(shared: Path, work: Path, slips: int) -> tuple[dict[str, object], list[Outcome]]:
    """All figures, and every labelled sentence with the tag that it got."""
    reports = {part: work / f"{part}.jsonl" for part in PARTS}
    for part, target in reports.items():
        tag_reports(shared, part, shared / part / "text", target)
    found: dict[str, object] = {name: figures(shared, parts, reports, slips) for name, parts in TAG_SETS.items()}
    tagged = [each for part in PARTS for each in outcomes(shared, part, reports[part])]
    table, error = reliability(tagged)
    found["calibration"] = {"expected error": error, "table": table}
    found["sentence ends"] = boundaries(shared, reports["gold"])
    found["macro-F1 by style"] = style_figures(shared, work)
    print(json.dumps(found, indent=1))
    found["spans"] = span_figures(shared, work)
    return found, tagged


def _kept(path: Path) -> dict[str, str]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def main() -> None:
    """Measure, print, compare and, when told to, keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--slips", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found, tagged = measured(options.shared, Path(folder), options.slips)
    print("\n".join(moved(tagged, _kept(OUTCOMES))))
    print("\n".join(compared(_kept(KEPT), found)) or "every figure as kept")
    if options.write:
        KEPT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        OUTCOMES.write_text(json.dumps(packed(tagged), indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
