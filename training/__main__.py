"""Make everything that is learned, from the corpora to the files that ship; every seed is fixed.

    pip install -r training/requirements.txt && pip install -e .
    python -m training SHARED WORK

SHARED holds `polnear`, `gold-train` and `unlabelled`; WORK takes what is made on the way (about 1 GB). A teacher is
taught and reads every story; the student goes on learning from it and is written to
attribution/analysis/network/network.npz; the settling model is learned on top of it. Two and a half hours on two cores.
What WORK holds already is not made again, nor an epoch of the teacher that is done, so that it can be done in several
sittings.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

STEPS = (("teacher", "teacher.pt"), ("teach", "taught.pt"))
"""The first steps, each with the file of WORK that it makes."""


def run(module: str, *arguments: str) -> None:
    """Run a step in a process of its own.

    Raises:
        CalledProcessError: it failed.
    """
    subprocess.run([sys.executable, "-m", f"training.{module}", *arguments], check=True)


def main() -> None:
    """Run every step in order."""
    shared, work = sys.argv[1], Path(sys.argv[2])
    work.mkdir(parents=True, exist_ok=True)
    for module, product in STEPS:
        if not (work / product).exists():
            run(module, shared, str(work))
    run("student", shared, str(work))
    run("settle", shared)


if __name__ == "__main__":
    main()
