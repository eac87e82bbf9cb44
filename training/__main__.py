"""Make everything that is learned, from the corpora to the files that ship; every seed is fixed.

    pip install -r training/requirements.txt && pip install -e .
    python -m training SHARED WORK

SHARED holds `polnear`, `gold-train` and `unlabelled`; WORK takes what is made on the way (about 1.5 GB). Three teachers
are taught and read every story, side by side; then one student is taught. That is done twice (`training/courses.py`).
A tutor, a larger teacher, is taught and reads in its turn; the mean of both students listens to it, then hears itself
with words left out, and is written to attribution/analysis/network/network.npz; the settling model is learned on top of
it. Eight hours on two cores. What WORK holds already is not made again, so that it can be done in several sittings.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from attribution.analysis.network.reader import MODEL
from training.courses import COURSES, THIRD
from training.examples import FOLDS

SIZE = 160
"""Width of the student: 128 is faster, 192 finds more; MODEL_CARD.md has the figures."""


class Step(NamedTuple):
    """A command of this package, and the file that it makes."""

    product: Path
    module: str
    arguments: tuple[str, ...]

    def start(self) -> subprocess.Popen[bytes]:
        """Begin it in a process of its own."""
        return subprocess.Popen([sys.executable, "-m", f"training.{self.module}", *self.arguments])


def _made(steps: Sequence[Step]) -> None:
    """Run those steps whose product is not there, side by side, and wait for all.

    Raises SystemExit when one of them fails, or makes nothing; what it began is taken away.
    """
    missing = [step for step in steps if not step.product.exists()]
    running = [(step, step.start()) for step in missing]
    codes = [(step, process.wait()) for step, process in running]
    failed = [step for step, code in codes if code or not step.product.exists()]
    for step in failed:
        step.product.unlink(missing_ok=True)
    if failed:
        raise SystemExit(f"a step failed: {failed}")


def _always(module: str, *arguments: str) -> None:
    """Run a step whose product is there before it is run."""
    subprocess.run([sys.executable, "-m", f"training.{module}", *arguments], check=True)


def main() -> None:
    """Run every step in order."""
    shared, work = sys.argv[1], Path(sys.argv[2])
    for course in COURSES:
        made = work / course
        for module, name in (("teacher", "teacher"), ("teach", "taught")):
            each = (shared, str(work), course)
            _made([Step(made / f"{name}-{fold}.pt", module, (*each, str(fold))) for fold in range(FOLDS)])
        _made([Step(made / f"student-{SIZE}.pt", "student", (shared, str(work), course, str(SIZE)))])
    _made([Step(work / "tutor.pt", "tutor", (shared, str(work)))])
    _made([Step(work / THIRD.name / "taught.pt", "tutor_says", (shared, str(work)))])
    third = work / THIRD.name / "network.npz"
    _made([Step(third, "finish", (shared, str(work), str(SIZE), str(third)))])
    _always("rehearse", shared, str(third), str(MODEL))
    _always("settle", shared)


if __name__ == "__main__":
    main()
