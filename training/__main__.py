"""Make everything that is learned, from the corpora to the files that ship; every seed is fixed.

    pip install -r training/requirements.txt && pip install -e .
    python -m training SHARED WORK

SHARED holds `polnear`, `gold-train` and `unlabelled`; WORK takes what is made on the way (about 1.5 GB). Three teachers
are taught and read every story, side by side; then one student is taught. That is done twice (`training/courses.py`).
A tutor, a larger teacher, is taught and reads in its turn; the mean of both students listens to it, then hears itself
with words left out, and is written to attribution/analysis/network/network.npz; the settling model is learned on top of
it. Eight hours on two cores.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from attribution.analysis.network.reader import MODEL
from training.courses import COURSES, THIRD
from training.examples import FOLDS

SIZE = 160
"""Width of the student: 128 is faster, 192 finds more; MODEL_CARD.md has the figures."""


def _steps(commands: Sequence[Sequence[str]]) -> None:
    """Run steps side by side and wait for all.

    Raises SystemExit when one of them fails.
    """
    running = [subprocess.Popen([sys.executable, "-m", *command]) for command in commands]
    codes = [process.wait() for process in running]
    if any(codes):
        raise SystemExit(f"a step failed: {commands}")


def main() -> None:
    """Run every step in order."""
    shared, work = sys.argv[1], sys.argv[2]
    for course in COURSES:
        for step in ("training.teacher", "training.teach"):
            _steps([[step, shared, work, course, str(number)] for number in range(FOLDS)])
        _steps([["training.student", shared, work, course, str(SIZE)]])
    for step in ("training.tutor", "training.tutor_says"):
        _steps([[step, shared, work]])
    third = f"{work}/{THIRD.name}/network.npz"
    _steps([["training.finish", shared, work, str(SIZE), third]])
    _steps([["training.rehearse", shared, third, str(MODEL)]])
    _steps([["training.settle", shared]])


if __name__ == "__main__":
    main()
