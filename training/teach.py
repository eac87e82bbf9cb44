"""Let the teacher read every story that it may, for the student to learn from.

    python -m training.teach SHARED WORK

Reads WORK/teacher.pt and writes WORK/taught.pt: for each story the probabilities of its sentences' tags. The stories
that the teacher saw tagged as a whole are left out; of the sentences that it saw tagged by themselves it says nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from torch import Tensor

from training.examples import TAGS, THREADS, WHOLE, Example, every_story
from training.mpnet import model_folder
from training.teacher import Teacher, may_learn, vocabulary
from training.windows import windows

READ_WINDOW = 400


@torch.no_grad()
def heard(model: Teacher, story: Example, ids: dict[str, int]) -> Tensor:
    """The teacher's probabilities of tags (sentences, tags)."""
    tags = torch.zeros(len(story.sentences), len(TAGS))
    for begin, window in windows(story, ids, READ_WINDOW, READ_WINDOW, {}):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            _, tag_scores = model([window])
        tags[begin : begin + len(window.sentences)] = torch.softmax(tag_scores, 1)
    return tags


def main() -> None:
    """Read the stories and keep what is said."""
    shared, work = Path(sys.argv[1]), Path(sys.argv[2])
    torch.set_num_threads(THREADS)
    folder = model_folder(work)
    model = Teacher(folder)
    model.load_state_dict(torch.load(work / "teacher.pt"))
    model.eval()
    ids, said = vocabulary(folder), {}
    for story in every_story(shared):
        learned = story.tags if may_learn(story) else {}
        if len(learned) < WHOLE:
            tags = heard(model, story, ids)
            tags[list(learned)] = 0
            said[story.name] = tags.half()
    torch.save(said, work / "taught.pt")


if __name__ == "__main__":
    main()
