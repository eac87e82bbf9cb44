"""Teach the student: the heads of the tags learn what the teacher says; all else stays as `training/begun.npz` has it.

    python -m training.student SHARED WORK

Reads WORK/taught.pt and writes attribution/analysis/network/network.npz. The layers over words and the spans do not
change, so that nothing of what they can do is forgotten. The student never sees the tags of a story, only what a
teacher that had not seen them says of it. So what it says of the tagged stories can teach the settling model without a
leak.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from attribution.analysis.network.inputs import PIECES_OF_A_WORD, QUOTE_STATES, pieces
from attribution.analysis.network.reader import MODEL
from training.examples import THREADS, Example, every_story
from training.export import export, restored
from training.network import Student

BEGUN = Path(__file__).with_name("begun.npz")
"""The network as earlier forms of this training left it; MODEL_CARD.md tells their steps."""
EPOCHS, RATE, BATCH = 20, 2e-3, 32
DROPOUT = 0.2
"""The share of the numbers of a sentence that the heads do not see, drawn anew each time."""

Lesson = tuple[Tensor, Tensor]
"""What the layers over words make of a story's sentences, and the teacher's probabilities of their tags."""


def piece_rows(row: Sequence[str], ids: dict[str, int]) -> Tensor:
    """The pieces of words, (words, pieces of a word), nought where a word has fewer."""
    rows = torch.zeros(len(row), PIECES_OF_A_WORD, dtype=torch.long)
    for i, word in enumerate(row):
        found = pieces(word, ids)
        rows[i, : len(found)] = torch.tensor(found)
    return rows


@torch.no_grad()
def read(model: Student, story: Example, ids: dict[str, int]) -> Tensor:
    """What the layers over words make of a story's sentences; `ids` are the rows of the word pieces. A sentence without
    words gets the word behind it, or the story's last.
    """
    firsts = [min(sentence.first, len(story.words) - 1) for sentence in story.sentences]
    places = [(first, max(each.last, first + 1)) for first, each in zip(firsts, story.sentences, strict=True)]
    quotes = torch.tensor([QUOTE_STATES.index(state) for state in story.quotes])
    return model.read(piece_rows(story.words, ids), torch.tensor(story.shapes), quotes, places)


def loss(model: Student, part: Sequence[Lesson], dropout: nn.Module) -> Tensor:
    """The mean cross-entropy of the tags to the teacher's probabilities, where it says any."""
    known = [torch.ones(len(seen), 1) for seen, _ in part]
    seen = nn.utils.rnn.pad_sequence([dropout(seen) for seen, _ in part], batch_first=True)
    told = nn.utils.rnn.pad_sequence([told for _, told in part], batch_first=True)
    scores = model.judge(seen, nn.utils.rnn.pad_sequence(known, batch_first=True))
    return -(torch.log_softmax(scores, 2) * told).sum() / told.sum()


def train(model: Student, lessons: list[Lesson]) -> None:
    """Teach the heads of the tags."""
    draw, dropout = random.Random(1), nn.Dropout(DROPOUT)
    heads = [*model.pooled.parameters(), *model.neighbours.parameters(), *model.tags.parameters()]
    optimizer = torch.optim.AdamW(heads, RATE, weight_decay=0.02)
    steps = EPOCHS * -(-len(lessons) // BATCH) + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    for epoch in range(EPOCHS):
        draw.shuffle(lessons)
        parts = [lessons[i : i + BATCH] for i in range(0, len(lessons), BATCH)]
        total = 0.0
        for part in parts:
            optimizer.zero_grad()
            value = loss(model, part, dropout)
            value.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
            total += value.item()
        print(f"epoch {epoch + 1}: loss {total / len(parts):.4f}", flush=True)


def main() -> None:
    """Teach the student and write the network that ships."""
    shared, work = Path(sys.argv[1]), Path(sys.argv[2])
    torch.set_num_threads(THREADS)
    torch.manual_seed(1)
    state, names = restored(BEGUN)
    model, ids = Student(state["pieces.weight"].clone()), {piece: i for i, piece in enumerate(names)}
    model.load_state_dict(state)
    taught: dict[str, Tensor] = torch.load(work / "taught.pt")
    heard = [story for story in every_story(shared) if story.name in taught]
    train(model, [(read(model, story, ids), taught[story.name].float()) for story in heard])
    export({name: value.numpy() for name, value in model.state_dict().items()}, names, MODEL)


if __name__ == "__main__":
    main()
