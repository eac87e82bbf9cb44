"""Rehearsal: the network goes on hearing itself, with words left out, so that it leans on none.

    python -m training.rehearse SHARED WORK/student.npz attribution/analysis/network/network.npz

What it says of every story is written down first; then it learns that again (Furlanello and others 2018), beside
PolNeAR's annotations, from stories of which it sees only a part.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from attribution.analysis.network.inputs import QUOTE_STATES
from training.courses import REHEARSALS
from training.examples import THREADS, Example, every_story
from training.export import export, restored
from training.network import Batch, Student
from training.student import Said, piece_rows, train


def says(model: Student, stories: Sequence[Example], ids: dict[str, int]) -> Said:
    """What a network says of whole stories."""
    model.eval()
    scores, tags = {}, {}
    with torch.no_grad():
        for story in stories:
            said, told = model(_whole(story, ids))
            scores[story.name], tags[story.name] = said[0], torch.softmax(told[0], 1)
    return Said(scores, tags, model.chain.transitions.detach().clone(), model.chain.begins.detach().clone())


def _whole(story: Example, ids: dict[str, int]) -> Batch:
    """One story as a batch; a sentence without words gets the word behind it, or the story's last."""
    firsts = [min(sentence.first, len(story.words) - 1) for sentence in story.sentences]
    return Batch(
        piece_rows(story.words, ids)[None],
        torch.tensor([story.shapes]),
        torch.tensor([[QUOTE_STATES.index(state) for state in story.quotes]]),
        torch.ones(1, len(story.words), dtype=torch.bool),
        [[(first, max(each.last, first + 1)) for first, each in zip(firsts, story.sentences, strict=True)]],
    )


def main() -> None:
    """Rehearse and write the network that ships."""
    shared, source, target = map(Path, sys.argv[1:])
    torch.set_num_threads(THREADS)
    torch.manual_seed(1)
    state, names = restored(source)
    model = Student(state["pieces.weight"].clone())
    model.load_state_dict(state)
    stories, ids = every_story(shared), {piece: i for i, piece in enumerate(names)}
    said = says(model, stories, ids)
    for course in REHEARSALS:
        model = train(model.train(), ids, stories, said, course)
    export({name: value.numpy() for name, value in model.state_dict().items()}, names, target)


if __name__ == "__main__":
    main()
