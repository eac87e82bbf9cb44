"""Measure tags, sources and spans on the labelled stories, and compare with the figures kept beside this file.

    python benchmarks/accuracy.py [--shared ../shared] [--slips N] [--write]

`--write` keeps the new figures in accuracy.json; without it they are only compared. The scorers and labels are those of
the shared folder; each story is audited as its own outlet's, which stories.json names.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = Path(__file__).with_name("accuracy.json")
TAG_SETS = {"gold": ("gold",), "gold-rare": ("gold-rare",), "gold + gold-rare": ("gold", "gold-rare")}
OUTLETS = {
    "nyt": "The New York Times",
    "wash-post": "The Washington Post",
    "huff-post": "The Huffington Post",
    "usa-today": "USA Today",
    "west-journal": "Western Journalism",
    "BBC News": "BBC",
    "breitbart": "Breitbart",
    "politico": "Politico",
}
PEERS = ("citron", "ggt", "textacy", "sayswho", "regex_floor")


def audit(stories: list[Path], outlet: str, target: Path) -> None:
    """Append the reports of stories of one outlet to a file, as the installed command prints them."""
    named = ["--outlet", outlet] if outlet else []
    command = [sys.executable, "-m", "attribution", "audit", "--format", "jsonl", "-q", *named, *map(str, stories)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    with target.open("ab") as file:
        file.write(done.stdout)


def outlets(folder: Path) -> dict[str, str]:
    """The outlet of each story of a label set, as the command is told it."""
    rows = (
        json.loads((folder / "stories.json").read_text(encoding="utf-8")) if (folder / "stories.json").exists() else []
    )
    found = {}
    for row in rows:
        slug, _, wire = row["outlet"].partition(" (wire: ")
        name = OUTLETS.get(slug, slug)
        found[row["id"]] = f"{name} | {wire.rstrip(')')}" if wire and wire != "NA)" else name
    return found


def tag_reports(folder: Path, target: Path) -> None:
    """Audit every story of a label set."""
    known = outlets(folder)
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "text").glob("*.txt")):
        groups[known.get(path.stem, "BBC" if path.stem.startswith("bbc-") else "")].append(path)
    for outlet, stories in groups.items():
        audit(stories, outlet, target)


def tag_figures(shared: Path, folders: tuple[str, ...], reports: dict[str, Path], slips: int) -> dict[str, object]:
    """What evaluate_tags.py says of some label sets together."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as merged:
        merged.write(b"".join(reports[folder].read_bytes() for folder in folders))
        merged.flush()
        labels = [part for folder in folders for part in ("--labels", str(shared / folder / "labels"))]
        command = [sys.executable, str(shared / "tools/evaluate_tags.py"), "--reports", merged.name, *labels]
        if slips:
            print(subprocess.run([*command, "--slips", str(slips)], capture_output=True, text=True, check=True).stdout)
        figures: dict[str, object] = json.loads(
            subprocess.run([*command, "--json"], capture_output=True, text=True, check=True).stdout
        )
    return figures


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


def compared(old: object, new: object, place: str = "") -> Iterator[str]:
    """A line for each figure that moved."""
    if isinstance(new, dict):
        for key, value in new.items():
            yield from compared(
                old.get(key) if isinstance(old, dict) else None, value, f"{place} / {key}" if place else key
            )
    elif old != new:
        yield f"{place}: {old} -> {new}"


def main() -> None:
    """Measure, print, compare and, when told to, keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--slips", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        reports = {name: work / f"{name}.jsonl" for name in ("gold", "gold-rare")}
        for name, target in reports.items():
            tag_reports(options.shared / name, target)
        figures: dict[str, object] = {
            name: tag_figures(options.shared, parts, reports, options.slips) for name, parts in TAG_SETS.items()
        }
        print(json.dumps(figures, indent=1))
        figures["spans"] = span_figures(options.shared, work)
    old = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    print("\n".join(compared(old, figures)) or "every figure as kept")
    if options.write:
        KEPT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
