"""Measure throughput, memory and start-up, and compare with the targets.

    python benchmarks/speed.py [--shared ../shared] [--write]

Throughput is words between white space per second over the PolNeAR dev stories in one process, models loaded: read,
audited, rendered as JSON lines and validated, as `attribution audit --format jsonl` does it. `--write` keeps the
figures in speed.json.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = Path(__file__).with_name("speed.json")
RUNS, COLD_RUNS = 5, 11
TARGETS = {
    "words per second": (25_000, "at least"),
    "peak memory, MB": (250, "under"),
    "cold audit, seconds": (0.6, "under"),
    "--help, seconds": (0.15, "under"),
    "audit with rules, times without": (1.3, "under"),
}


def throughput(stories: list[Path]) -> float:
    """Words per second of the whole pipeline, the median of several runs over all stories."""
    sys.path.insert(0, str(ROOT))
    from attribution.ahead import Work, audits
    from attribution.cli import YOUNG_OBJECTS
    from attribution.policy import Policy
    from attribution.reading import read_story
    from attribution.renderers.jsonl import RENDERER
    from attribution.rendering import Surface

    gc.set_threshold(YOUNG_OBJECTS)
    surface = Surface(width=80, colour=False)

    def run() -> None:
        works = (Work(read_story(path.read_bytes(), str(path)), Policy()) for path in stories)
        for _ in RENDERER.render(audits(works), surface):
            pass

    run()
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in stories)
    return words / median_time(run, RUNS)


def price_of_rules(stories: list[Path]) -> float:
    """How many times as long an audit takes with all rules on as with none, stories read and models loaded.

    Without rules there are no findings; the facts, which the score needs too, are gathered in both.
    """
    from attribution.audit import audit
    from attribution.enforcement import rules
    from attribution.policy import Override, Policy
    from attribution.reading import read_story

    read = [read_story(path.read_bytes(), str(path)) for path in stories]
    strict = Policy(preset="strict")
    silent = Policy(overrides=tuple(Override(rule.code, None) for rule in rules()))
    without = median_time(lambda: [audit(story, silent) for story in read], RUNS)
    return median_time(lambda: [audit(story, strict) for story in read], RUNS) / without


def median_time(run: Callable[[], object], times: int) -> float:
    """Median seconds of one run."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def command(*arguments: str) -> None:
    """Run the command in a process of its own, its output thrown away, its bytecode kept as an installed one's is."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    line = [sys.executable, "-m", "attribution", *arguments]
    subprocess.run(line, cwd=ROOT, env=own, stdout=subprocess.DEVNULL, check=True)


def figures(shared: Path) -> dict[str, float]:
    """Every figure that has a target; memory first, since it is the largest child so far."""
    stories = sorted((shared / "polnear/dev/text").glob("*.txt"))
    command("audit", "-q", "--format", "jsonl", *map(str, stories))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    seed = str(shared / "gold/text/seed.txt")
    return {
        "words per second": round(throughput(stories)),
        "peak memory, MB": round(memory),
        "cold audit, seconds": round(median_time(lambda: command("audit", seed), COLD_RUNS), 3),
        "--help, seconds": round(median_time(lambda: command("--help"), COLD_RUNS), 3),
        "audit with rules, times without": round(price_of_rules(stories), 3),
    }


def main() -> None:
    """Measure, print beside the targets and, when told to, keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    measured = figures(options.shared)
    for name, value in measured.items():
        target, kind = TARGETS[name]
        met = value >= target if kind == "at least" else value < target
        print(f"{name:32} {value:>10}   {kind} {target}   {'met' if met else 'MISSED'}")
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "machine": platform.machine()}
    print(machine)
    if options.write:
        KEPT.write_text(json.dumps({**measured, **machine}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
