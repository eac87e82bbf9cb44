"""Teach the student: the network that ships, before it rehearses.

    python -m training.student SHARED WORK

Reads WORK/taught.pt and writes WORK/student.npz. The student learns spans from PolNeAR's annotations and from the
teacher's scores, tags from the teacher alone: it never sees the tags of a story, only what a teacher that had not seen
them says of it. So what the student says of the tagged stories can teach the settling model without a leak.
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
from training.courses import LEARNING, Course
from training.examples import LABELS, THREADS, WHOLE, Example, every_story
from training.export import export
from training.mpnet import model_folder
from training.network import Batch, Student
from training.teacher import Teacher, vocabulary

SIZE = 128
"""Width of the student; MODEL_CARD.md says what others gave."""
LONGEST, WORDS_OF_A_BATCH = 500, 6000
SCORES_WEIGHT, TAGS_WEIGHT = 0.1, 0.5
RESTYLED = 0.4
"""The share of stories whose quotation marks are set anew each epoch."""
STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"))
MARKS = {"“": 0, "``": 0, '"': 2, "”": 1, "''": 1}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A stretch of whole sentences of one story, with what is known and what the teacher says of it."""

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
    """The teacher's mean scores and tag probabilities by story, and its chain."""

    scores: dict[str, Tensor]
    tags: dict[str, Tensor]
    transitions: Tensor
    begins: Tensor


def heard(work: Path) -> Said:
    """What the teacher says."""
    found = torch.load(work / "taught.pt")
    return Said(
        {name: scores.float() for name, (scores, _) in found["said"].items()},
        {name: tags.float() for name, (_, tags) in found["said"].items()},
        *found["chain"],
    )


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
    """The labels that the teacher chooses, each paragraph by itself (Viterbi)."""
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


def batch_of(part: Sequence[Lesson], ids: dict[str, int], draw: random.Random, left_out: float) -> Batch:
    """Stack lessons; some get other quotation marks, since newsrooms print them in other ways. The share of words that
    is left out reads as unknown.
    """
    known = nn.utils.rnn.pad_sequence(
        [torch.ones(len(lesson.words), dtype=torch.bool) for lesson in part], batch_first=True
    )
    rows = [_restyled(lesson, ids, draw) if draw.random() < RESTYLED else lesson.pieces for lesson in part]
    seen = nn.utils.rnn.pad_sequence(rows, batch_first=True)
    if left_out:
        hidden = (torch.rand(known.shape) < left_out) & known
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
    """Paths of paragraphs, the teacher's scores of words, the teacher's probabilities of tags."""
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


def train(model: Student, ids: dict[str, int], stories: Sequence[Example], said: Said, course: Course) -> Student:
    """Teach one student; `ids` are the rows of its word pieces."""
    draw = random.Random(1)
    model.dropout.p = course.dropout
    cut = [lesson for story in stories for lesson in lessons(story, said, ids)]
    steps = course.epochs * (len(batches(cut, draw)) + 2)
    rate = course.rate
    optimizer = torch.optim.AdamW(model.parameters(), rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps, pct_start=0.1)
    last: list[dict[str, Tensor]] = []
    for epoch in range(course.epochs):
        total, order = 0.0, batches(cut, draw)
        for part in order:
            optimizer.zero_grad()
            value = loss(model, part, batch_of(part, ids, draw, course.left_out))
            value.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += value.item()
        last = [*last, {name: value.clone() for name, value in model.state_dict().items()}][-course.averaged :]
        print(f"{course.name} course, epoch {epoch + 1}: loss {total / len(order):.4f}", flush=True)
    model.load_state_dict({name: torch.stack([each[name] for each in last]).mean(0) for name in last[0]})
    return model.eval()


def beginner(stories: Sequence[Example], said: Said, folder: Path) -> tuple[Student, list[str]]:
    """A student that knows the teacher's word pieces and chain, and its word pieces in order of their rows."""
    names, vectors = piece_vectors(stories, folder)
    model = Student(vectors)
    with torch.no_grad():
        model.chain.transitions.copy_(said.transitions)
        model.chain.begins.copy_(said.begins)
    return model, names


def piece_vectors(stories: Sequence[Example], folder: Path) -> tuple[list[str], Tensor]:
    """The word pieces that the stories use, and their vectors: MPNet's, on their first principal axes."""
    full = vocabulary(folder)
    used = {piece for story in stories for word in story.words for piece in pieces(word, full)}
    used |= {number for piece, number in full.items() if piece.isascii() and len(piece.removeprefix("##")) == 1}
    used |= {full[mark] for pair in STYLES for mark in pair if mark in full} | {full[UNKNOWN]}
    numbers = sorted(used)
    table = Teacher(folder).reader.embeddings.word_embeddings.weight.detach()[numbers]
    table = table - table.mean(0)
    _, _, axes = torch.pca_lowrank(table, q=SIZE, center=False, niter=4)
    vectors = table @ axes
    vectors = torch.cat([torch.zeros(1, SIZE), vectors / vectors.std()])
    by_number = {number: piece for piece, number in full.items()}
    return ["", *(by_number[number] for number in numbers)], vectors


def main() -> None:
    """Teach the student and write it."""
    shared, work = Path(sys.argv[1]), Path(sys.argv[2])
    torch.set_num_threads(THREADS)
    torch.manual_seed(1)
    stories, said = every_story(shared), heard(work)
    told = [story for story in stories if story.name in said.scores]
    model, names = beginner(stories, said, model_folder(work))
    model = train(model, {piece: i for i, piece in enumerate(names)}, told, said, LEARNING)
    export({name: value.numpy() for name, value in model.state_dict().items()}, names, work / "student.npz")


if __name__ == "__main__":
    main()
