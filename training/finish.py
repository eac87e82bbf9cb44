"""The third course: the mean of the students of the first two goes on, hears the tutor, and is written to a file.

    python -m training.finish SHARED WORK SIZE WORK/third/network.npz

The first student finds spans better, the second tags, and the mean of their weights keeps most of both (Wortsman and
others 2022). The same is done again between that mean and what it has become.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from training.courses import FIRST, SECOND, THIRD
from training.examples import Example
from training.export import export
from training.network import Student
from training.student import Said, train

SECOND_SHARE = 0.35
"""The weight of the second course's student in the mean, chosen on cross-validated tags and on PolNeAR dev."""
FINISHED_SHARE = 0.7
"""The weight of what the third course makes of that mean, chosen in the same way."""
State = Mapping[str, Tensor]


def between(before: State, after: State, share: float) -> dict[str, Tensor]:
    """The weighted mean of two students."""
    return {name: torch.lerp(value, after[name], share) for name, value in before.items()}


def mean(work: Path, size: int) -> tuple[dict[str, Tensor], list[str]]:
    """The mean of the students of the first two courses, and their word pieces."""
    first, second = (torch.load(work / course.name / f"student-{size}.pt") for course in (FIRST, SECOND))
    return between(first["state"], second["state"], SECOND_SHARE), first["pieces"]


def heard(work: Path) -> Said:
    """What the tutor says."""
    found = torch.load(work / THIRD.name / "taught.pt")
    return Said(
        {name: scores.float() for name, (scores, _) in found["said"].items()},
        {name: tags.float() for name, (_, tags) in found["said"].items()},
        *found["chain"],
    )


def finished(before: State, names: list[str], stories: list[Example], said: Said) -> Student:
    """The student that goes on from some weights; it reads the stories of which the tutor says something."""
    model = Student(before["pieces.weight"].clone())
    model.load_state_dict(dict(before))
    told = [story for story in stories if story.name in said.scores]
    return train(model, {piece: i for i, piece in enumerate(names)}, told, said, THIRD)


def main() -> None:
    """Teach, keep and write the network."""
    shared, work, size, target = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    torch.manual_seed(1)
    before, names = mean(work, size)
    model = finished(before, names, THIRD.stories(shared), heard(work))
    torch.save({"state": model.state_dict(), "pieces": names}, work / THIRD.name / f"student-{size}.pt")
    state = between(before, model.state_dict(), FINISHED_SHARE)
    export({name: value.numpy() for name, value in state.items()}, names, target)


if __name__ == "__main__":
    main()
