"""Let a teacher read every story that it may and keep what it says, for the student to learn from.

    python -m training.teach SHARED WORK COURSE FOLD

Reads WORK/COURSE/teacher-FOLD.pt and writes WORK/COURSE/taught-FOLD.pt: for each story the scores of the span labels
and the probabilities of the tags. A tagged story is read only by the teacher that has not seen it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from torch import Tensor, nn

from training.courses import COURSES
from training.examples import FOLDS, LABELS, TAGS, Example, fold
from training.teacher import Teacher, vocabulary, windows

READ_WINDOW = 400


@torch.no_grad()
def heard(model: nn.Module, story: Example, ids: dict[str, int], start: int) -> tuple[Tensor, Tensor]:
    """A teacher's scores of words (words, labels) and probabilities of sentences (sentences, tags)."""
    scores = torch.zeros(len(story.words), len(LABELS))
    tags = torch.zeros(len(story.sentences), len(TAGS))
    for begin, window in windows(story, ids, READ_WINDOW, start, {}):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            label_scores, tag_scores = model([window])
        place = story.sentences[begin].first
        scores[place : place + len(window.firsts)] = label_scores[0]
        tags[begin : begin + len(window.sentences)] = torch.softmax(tag_scores, 1)
    return scores, tags


def may_read(number: int, story: Example) -> bool:
    """Whether what a teacher says of a story is no echo of the tags that it learned from it."""
    return not story.tags or fold(story.name) == number


def main() -> None:
    """Read the stories with one teacher; each teacher cuts them at other places."""
    shared, course, number = Path(sys.argv[1]), COURSES[sys.argv[3]], int(sys.argv[4])
    work = Path(sys.argv[2]) / course.name
    torch.set_num_threads(1)
    model = Teacher()
    model.load_state_dict(torch.load(work / f"teacher-{number}.pt"))
    model.eval()
    ids, start = vocabulary(), READ_WINDOW * (number + 1) // FOLDS
    said = {}
    for story in course.stories(shared):
        if may_read(number, story):
            scores, tags = heard(model, story, ids, start)
            said[story.name] = (scores.half(), tags.half())
    chain = (model.chain.transitions.detach(), model.chain.begins.detach())
    torch.save({"said": said, "chain": chain}, work / f"taught-{number}.pt")


if __name__ == "__main__":
    main()
