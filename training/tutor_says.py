"""Let the tutor read every story that it may, for the network to learn from.

    python -m training.tutor_says SHARED WORK

Reads WORK/tutor.pt and writes WORK/third/taught.pt, as `training.teach` does. The stories that the tutor saw tagged as
a whole are left out; of the sentences that it saw tagged by themselves it says no tag.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch

from training.courses import THIRD
from training.examples import WHOLE
from training.mpnet import model_folder
from training.teach import READ_WINDOW, heard
from training.tutor import Tutor, may_learn, vocabulary


def main() -> None:
    """Read the stories and keep what is said."""
    shared, work = Path(sys.argv[1]), Path(sys.argv[2])
    folder = model_folder(work)
    model = Tutor(folder)
    model.load_state_dict(torch.load(work / "tutor.pt"))
    model.eval()
    ids, said = vocabulary(folder), {}
    for story in THIRD.stories(shared):
        learned = story.tags if may_learn(story) else {}
        if len(learned) < WHOLE:
            scores, tags = heard(model, story, ids, READ_WINDOW)
            tags[list(learned)] = 0
            said[story.name] = (scores.half(), tags.half())
    chain = (model.chain.transitions.detach(), model.chain.begins.detach())
    (work / THIRD.name).mkdir(exist_ok=True)
    torch.save({"said": said, "chain": chain}, work / THIRD.name / "taught.pt")


if __name__ == "__main__":
    main()
