"""Tags on the labelled stories: the scorer's figures, calibration, sentence ends, and what moved."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from training.labels import outlet_of, outlets, rows

ROOT = Path(__file__).resolve().parents[1]
CODES = {
    "anonymous-sourced": "A",
    "reported-by-other-outlet": "O",
    "no-comment": "N",
    "on-record": "R",
    "factual-background": "F",
}
BINS = 10


class Outcome(NamedTuple):
    """A labelled sentence: its story and start, the right tag, the tag it got, how surely, and its text."""

    story: str
    start: int
    right: str
    got: str
    confidence: float
    text: str


def audit(stories: Iterable[Path], outlet: str, target: Path) -> None:
    """Append the reports of stories of one outlet to a file, as the installed command prints them."""
    named = ["--outlet", outlet] if outlet else []
    command = [sys.executable, "-m", "attribution", "audit", "--format", "jsonl", "-q", *named, *map(str, stories)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    with target.open("ab") as file:
        file.write(done.stdout)


def tag_reports(shared: Path, part: str, texts: Path, target: Path) -> None:
    """Audit every story of a label set, each as its own outlet's; `texts` holds them, as they are or restyled."""
    known = outlets(shared / part)
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(texts.glob("*.txt")):
        named = known.get(path.stem) or (outlet_of(path.stem, known) if path.stem.startswith("bbc-") else "")
        groups[named].append(path)
    for outlet, stories in groups.items():
        audit(stories, outlet, target)


def figures(shared: Path, parts: Iterable[str], reports: Mapping[str, Path], slips: int) -> dict[str, object]:
    """What evaluate_tags.py says of some label sets together."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as merged:
        merged.write(b"".join(reports[part].read_bytes() for part in parts))
        merged.flush()
        labels = [word for part in parts for word in ("--labels", str(shared / part / "labels"))]
        command = [sys.executable, str(shared / "tools/evaluate_tags.py"), "--reports", merged.name, *labels]
        if slips:
            print(subprocess.run([*command, "--slips", str(slips)], capture_output=True, text=True, check=True).stdout)
        found: dict[str, object] = json.loads(
            subprocess.run([*command, "--json"], capture_output=True, text=True, check=True).stdout
        )
    return found


def read(reports: Path) -> Iterator[dict[str, Any]]:
    """The reports of a file, one a line."""
    with reports.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def outcomes(shared: Path, part: str, reports: Path) -> Iterator[Outcome]:
    """Every labelled sentence of a label set beside what the audit made of it."""
    found = {Path(report["story"]["path"]).stem: report for report in read(reports)}
    for path in sorted((shared / part / "labels").glob("*.tsv")):
        statements = found[path.stem]["statements"]
        for start, end, tag in rows(path):
            best = max(statements, key=lambda each: min(end, each["end"]) - max(start, each["start"]))
            yield Outcome(path.stem, start, tag, CODES[best["tag"]], best["confidence"], best["text"])


def reliability(found: Iterable[Outcome]) -> tuple[list[dict[str, float]], float]:
    """The reliability table (a row a bin of confidence) and the expected calibration error (Guo and others 2017)."""
    bins: dict[int, list[Outcome]] = defaultdict(list)
    for each in found:
        bins[min(int(each.confidence * BINS), BINS - 1)].append(each)
    total = sum(map(len, bins.values()))
    table, error = [], 0.0
    for place in sorted(bins):
        part = bins[place]
        sure = sum(each.confidence for each in part) / len(part)
        right = sum(each.got == each.right for each in part) / len(part)
        error += abs(sure - right) * len(part) / total
        table.append({"from": place / BINS, "sentences": len(part), "sure": round(sure, 3), "right": round(right, 3)})
    return table, round(error, 3)


def boundaries(shared: Path, reports: Path) -> dict[str, float]:
    """Precision, recall and F1 of sentence ends on the wholly labelled stories; ends within two code points agree."""
    counts: Counter[str] = Counter()
    for report in read(reports):
        path = shared / "gold/labels" / f"{Path(report['story']['path']).stem}.tsv"
        right = [end for _, end, _ in rows(path)]
        got = [each["end"] for each in report["statements"]]
        counts["right"] += len(right)
        counts["got"] += len(got)
        counts["both"] += sum(any(abs(end - other) <= 2 for other in got) for end in right)
    precision, recall = counts["both"] / counts["got"], counts["both"] / counts["right"]
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def packed(found: Iterable[Outcome]) -> dict[str, str]:
    """The tags that the audit gave, a letter a labelled sentence, by story: what the next run is compared with."""
    letters: dict[str, str] = defaultdict(str)
    for each in found:
        letters[each.story] += each.got
    return dict(letters)


def moved(found: Iterable[Outcome], kept: Mapping[str, str]) -> Iterator[str]:
    """What was gained and lost against the kept tags: a line a category with its count, then its statements."""
    places: Counter[str] = Counter()
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for each in found:
        before = kept.get(each.story, "")[places[each.story] : places[each.story] + 1]
        places[each.story] += 1
        if before and before != each.got:
            side = "gained" if each.got == each.right else "lost" if before == each.right else "wrong otherwise"
            groups[f"{side}: {each.right} was {before}, now {each.got}"].append(each)
    for name in sorted(groups):
        yield f"{name} ({len(groups[name])})"
        yield from (f"    {each.story}:{each.start} {each.text[:140]}" for each in groups[name])
