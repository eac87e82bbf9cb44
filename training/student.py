"""Teach the student: the network that ships, which goes on learning from where `training/begun.npz` has it.

    python -m training.student SHARED WORK

Reads WORK/taught.pt and writes attribution/analysis/network/network.npz. The student keeps its spans and learns better
tags (learning without forgetting, Li and Hoiem 2018): spans come from PolNeAR's annotations and from what it says of
every story itself before it begins, tags from the teacher alone. It never sees the tags of a story, only what a teacher
that had not seen them says of it. So what the student says of the tagged stories can teach the settling model without a
leak.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from attribution.analysis.network.inputs import PIECES_OF_A_WORD, QUOTE_STATES, UNKNOWN, pieces
from attribution.analysis.network.reader import MODEL
from training.examples import LABELS, TAGS, THREADS, WHOLE, Example, every_story
from training.export import export, restored
from training.network import Batch, Student

BEGUN = Path(__file__).with_name("begun.npz")
"""The network as earlier forms of this training left it; MODEL_CARD.md tells their steps."""
LONGEST, WORDS_OF_A_BATCH = 500, 6000
EPOCHS, RATE = 6, 5e-4
AVERAGED = 3
"""So many epochs at the end give the mean of their weights (Izmailov and others 2018)."""
SCORES_WEIGHT, TAGS_WEIGHT = 0.1, 0.5
LEFT_OUT, DROPOUT = 0.15, 0.2
"""The share of words that the student does not see, drawn anew each time, so that it leans on none (Iyyer and others
2015), and of a word's numbers.
"""
RESTYLED = 0.4
"""The share of stories whose quotation marks are set anew each epoch."""
STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"))
MARKS = {"“": 0, "``": 0, '"': 2, "”": 1, "''": 1}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A stretch of whole sentences of one story, with what is known and what is said of it."""

    pieces: Tensor
    shapes: Tensor
    quotes: Tensor
    sentences: list[tuple[int, int]]
    paragraphs: list[tuple[int, int]]
    path: Tensor
    scores: Tensor
    tags: Tensor
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What a student learns of each story: scores of its words, probabilities of its sentences (nought where nothing is
    said), and the chain by which a path is read from scores.
    """

    scores: dict[str, Tensor]
    tags: dict[str, Tensor]
    transitions: Tensor
    begins: Tensor


def paragraphs(story: Example, begin: int, end: int) -> list[tuple[int, int]]:
    """The word ranges of the paragraphs of some sentences, counted from the first word."""
    found: list[tuple[int, int]] = []
    start, current = story.sentences[begin].first, -1
    for sentence in story.sentences[begin:end]:
        if sentence.first < sentence.last:
            if sentence.paragraph == current:
                found[-1] = (found[-1][0], sentence.last - start)
            else:
                found.append((sentence.first - start, sentence.last - start))
                current = sentence.paragraph
    return found


def best_path(scores: Tensor, said: Said, ranges: Sequence[tuple[int, int]]) -> Tensor:
    """The labels that scores and chain choose, each paragraph by itself (Viterbi)."""
    path = torch.zeros(len(scores), dtype=torch.long)
    for first, last in ranges:
        total, backs = said.begins + scores[first], []
        for i in range(first + 1, last):
            value, back = (total[:, None] + said.transitions).max(0)
            total = value + scores[i]
            backs.append(back)
        path[last - 1] = total.argmax()
        for i in range(last - 2, first - 1, -1):
            path[i] = backs[i - first][path[i + 1]]
    return path


def begun(path: Tensor, ranges: Sequence[tuple[int, int]]) -> Tensor:
    """A path in which every paragraph begins its spans anew."""
    path = path.clone()
    for first, _ in ranges:
        if LABELS[int(path[first])][0] == "I":
            path[first] -= 1
    return path


def piece_rows(row: Sequence[str], ids: dict[str, int]) -> Tensor:
    """The pieces of words, (words, pieces of a word), nought where a word has fewer."""
    rows = torch.zeros(len(row), PIECES_OF_A_WORD, dtype=torch.long)
    for i, word in enumerate(row):
        found = pieces(word, ids)
        rows[i, : len(found)] = torch.tensor(found)
    return rows


def lessons(story: Example, said: Said, ids: dict[str, int]) -> list[Lesson]:
    """Cut a story into stretches of at most `LONGEST` words."""
    rows = piece_rows(story.words, ids)
    scores, tags = said.scores[story.name], said.tags[story.name]
    found_lessons, begin = [], 0
    while begin < len(story.sentences):
        end = begin + 1
        start = story.sentences[begin].first
        while end < len(story.sentences) and story.sentences[end].last - start <= LONGEST:
            end += 1
        last = story.sentences[end - 1].last
        ranges = paragraphs(story, begin, end)
        known = torch.tensor(story.labels[start:last]) if story.labels and len(story.tags) < WHOLE else None
        path = best_path(scores[start:last], said, ranges) if known is None else known
        kept = [i for i in range(begin, end) if story.sentences[i].first < story.sentences[i].last]
        found_lessons.append(
            Lesson(
                rows[start:last],
                torch.tensor(story.shapes[start:last]),
                torch.tensor([QUOTE_STATES.index(state) for state in story.quotes[start:last]]),
                [(story.sentences[i].first - start, story.sentences[i].last - start) for i in kept],
                ranges,
                begun(path, ranges),
                scores[start:last],
                tags[kept],
                story.words[start:last],
            )
        )
        begin = end
    return [lesson for lesson in found_lessons if lesson.sentences]


def batches(stories: Sequence[Lesson], draw: random.Random) -> list[list[Lesson]]:
    """Lessons of like length together, in random order."""
    order = sorted(stories, key=lambda lesson: (len(lesson.words) // 40, draw.random()))
    found: list[list[Lesson]] = [[]]
    for lesson in order:
        if found[-1] and (len(found[-1]) + 1) * len(lesson.words) > WORDS_OF_A_BATCH:
            found.append([])
        found[-1].append(lesson)
    draw.shuffle(found)
    return found


def batch_of(part: Sequence[Lesson], ids: dict[str, int], draw: random.Random) -> Batch:
    """Stack lessons; some get other quotation marks, since newsrooms print them in other ways. Words that are left out
    read as unknown.
    """
    known = nn.utils.rnn.pad_sequence(
        [torch.ones(len(lesson.words), dtype=torch.bool) for lesson in part], batch_first=True
    )
    rows = [_restyled(lesson, ids, draw) if draw.random() < RESTYLED else lesson.pieces for lesson in part]
    seen = nn.utils.rnn.pad_sequence(rows, batch_first=True)
    hidden = (torch.rand(known.shape) < LEFT_OUT) & known
    unknown = torch.tensor([ids[UNKNOWN], *[0] * (PIECES_OF_A_WORD - 1)])
    seen = torch.where(hidden[:, :, None], unknown, seen)
    return Batch(
        seen,
        nn.utils.rnn.pad_sequence([lesson.shapes for lesson in part], batch_first=True),
        nn.utils.rnn.pad_sequence([lesson.quotes for lesson in part], batch_first=True),
        known,
        [lesson.sentences for lesson in part],
    )


def _restyled(lesson: Lesson, ids: dict[str, int], draw: random.Random) -> Tensor:
    style, rows = draw.choice(STYLES), lesson.pieces.clone()
    for i, word in enumerate(lesson.words):
        if word in MARKS:
            side = MARKS[word] if MARKS[word] < 2 else int(QUOTE_STATES[int(lesson.quotes[i])] == "E")
            rows[i] = 0
            found = pieces(style[side], ids)
            rows[i, : len(found)] = torch.tensor(found)
    return rows


def loss(model: Student, part: Sequence[Lesson], batch: Batch) -> Tensor:
    """Paths of paragraphs, scores of words, probabilities of tags."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        half, half_tags = model(batch)
    scores, tags = half.float(), [each.float() for each in half_tags]
    pieces_of = [(i, a, b) for i, lesson in enumerate(part) for a, b in lesson.paragraphs]
    rows = nn.utils.rnn.pad_sequence([scores[i, a:b] for i, a, b in pieces_of], batch_first=True)
    path = nn.utils.rnn.pad_sequence([part[i].path[a:b] for i, a, b in pieces_of], batch_first=True)
    known = nn.utils.rnn.pad_sequence([torch.ones(b - a, dtype=torch.bool) for _, a, b in pieces_of], batch_first=True)
    total = model.chain.nll(rows, path, known)
    wanted = torch.cat([lesson.scores for lesson in part])
    got = torch.cat([scores[i, : len(lesson.words)] for i, lesson in enumerate(part)])
    gap = (got - got.mean(1, keepdim=True)) - (wanted - wanted.mean(1, keepdim=True))
    total = total + SCORES_WEIGHT * gap.square().mean()
    said = torch.cat([lesson.tags for lesson in part])
    return total + TAGS_WEIGHT * nn.functional.cross_entropy(torch.cat(tags), said)


def train(model: Student, ids: dict[str, int], stories: Sequence[Example], said: Said) -> Student:
    """Teach the student; `ids` are the rows of its word pieces."""
    draw = random.Random(1)
    model.dropout.p = DROPOUT
    cut = [lesson for story in stories for lesson in lessons(story, said, ids)]
    steps = EPOCHS * (len(batches(cut, draw)) + 2)
    optimizer = torch.optim.AdamW(model.parameters(), RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    last: list[dict[str, Tensor]] = []
    for epoch in range(EPOCHS):
        total, order = 0.0, batches(cut, draw)
        for part in order:
            optimizer.zero_grad()
            value = loss(model, part, batch_of(part, ids, draw))
            value.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += value.item()
        last = [*last, {name: value.clone() for name, value in model.state_dict().items()}][-AVERAGED:]
        print(f"epoch {epoch + 1}: loss {total / len(order):.4f}", flush=True)
    model.load_state_dict({name: torch.stack([each[name] for each in last]).mean(0) for name in last[0]})
    return model.eval()


def says(model: Student, stories: Sequence[Example], ids: dict[str, int]) -> dict[str, Tensor]:
    """A network's scores of the span labels for whole stories, by name."""
    with torch.no_grad():
        return {story.name: model.eval()(_whole(story, ids))[0][0] for story in stories}


def _whole(story: Example, ids: dict[str, int]) -> Batch:
    """One story as a batch; of its sentences only the words are asked for."""
    return Batch(
        piece_rows(story.words, ids)[None],
        torch.tensor([story.shapes]),
        torch.tensor([[QUOTE_STATES.index(state) for state in story.quotes]]),
        torch.ones(1, len(story.words), dtype=torch.bool),
        [[(0, len(story.words))]],
    )


def main() -> None:
    """Teach the student and write it."""
    shared, work = Path(sys.argv[1]), Path(sys.argv[2])
    torch.set_num_threads(THREADS)
    torch.manual_seed(1)
    state, names = restored(BEGUN)
    model, ids = Student(state["pieces.weight"].clone()), {piece: i for i, piece in enumerate(names)}
    model.load_state_dict(state)
    stories, taught = every_story(shared), torch.load(work / "taught.pt")
    scores = says(model, stories, ids)
    nothing = {story.name: torch.zeros(len(story.sentences), len(TAGS)) for story in stories}
    tags = nothing | {name: tags.float() for name, tags in taught.items()}
    chain = model.chain
    said = Said(scores, tags, chain.transitions.detach().clone(), chain.begins.detach().clone())
    model = train(model.train(), ids, stories, said)
    export({name: value.numpy() for name, value in model.state_dict().items()}, names, MODEL)


if __name__ == "__main__":
    main()
