"""The teacher: MPNet (Song and others 2020) fine-tuned on spans and tags at once. It never ships.

    python -m training.teacher SHARED WORK

It is taught without the tagged stories of one fold, so that what it says of them, as of all stories without tags, can
teach the student without a leak. WORK/teacher.pt takes it; begun again after an epoch, the training goes on from there.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from attribution.analysis.network.inputs import PLACES, QUOTE_STATES, SHAPES, UNKNOWN
from training.crf import Chain
from training.examples import LABELS, TAGS, THREADS, WHOLE, Example, every_story, fold
from training.mpnet import model_folder
from training.sittings import keep, resumed
from training.windows import UNKNOWN_TAG, Window, padded, spread, windows

HELD_BACK = 0
"""The fold whose tagged stories it does not see."""
EPOCHS, BATCH, WINDOW = 3, 8, 240
RATE, HEAD_RATE = 5e-5, 1e-3
FROZEN = 6
"""The lower layers stay as they are: the words' shapes and quote states come in above them."""
TAG_WEIGHTS = (3.0, 3.0, 3.0, 1.0, 1.0)
"""The weight of each tag, in the order of `examples.TAGS`: rare ones are to be learned as well as common ones."""


class Teacher(nn.Module):
    """Word scores for the span labels, and sentence scores for the tags, from MPNet's states."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.reader = AutoModel.from_pretrained(folder, add_pooling_layer=False, hidden_dropout_prob=0.0)
        size = self.reader.config.hidden_size
        self.shapes = nn.Embedding(len(SHAPES) * len(PLACES), size)
        self.quotes = nn.Embedding(len(QUOTE_STATES), size)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.quotes.weight)
        self.dropout = nn.Dropout(0.1)
        self.spans = nn.Linear(size, len(LABELS))
        self.tags = nn.Sequential(nn.Linear(2 * size, 128), nn.GELU(), nn.Dropout(0.1), nn.Linear(128, len(TAGS)))
        self.chain = Chain(len(LABELS))
        for part in (self.reader.embeddings, *self.reader.encoder.layer[:FROZEN]):
            part.requires_grad_(requires_grad=False)
        self.reader.encoder.relative_attention_bias.requires_grad_(requires_grad=False)

    def forward(self, windows: Sequence[Window]) -> tuple[Tensor, Tensor]:
        """Label scores (windows, words, labels) and tag scores (sentences of all windows, tags)."""
        states = self.dropout(self._states(windows))
        firsts = padded([w.firsts for w in windows], 0)
        words = torch.gather(states, 1, firsts[:, :, None].expand(-1, -1, states.shape[2]))
        pooled = [
            torch.cat([words[i, first:last].mean(0), words[i, first:last].amax(0)])
            for i, w in enumerate(windows)
            for first, last in w.sentences
        ]
        return self.spans(words).float(), self.tags(torch.stack(pooled)).float()

    def _states(self, windows: Sequence[Window]) -> Tensor:
        """What MPNet makes of the pieces of windows (windows, pieces, size)."""
        ids = padded([w.pieces for w in windows], self.reader.config.pad_token_id)
        shapes = padded([spread(w.shapes, w.firsts, len(w.pieces)) for w in windows], 0)
        quotes = padded([spread(w.quotes, w.firsts, len(w.pieces)) for w in windows], 0)
        lengths = torch.tensor([len(w.pieces) for w in windows])
        known = torch.arange(ids.shape[1])[None] < lengths[:, None]
        layers = self.reader.encoder.layer
        with torch.no_grad():
            states = self.reader.embeddings(input_ids=ids)
            near = self.reader.encoder.compute_position_bias(states)
            bias = near.masked_fill(~known[:, None, None], torch.finfo(near.dtype).min)
            for layer in layers[:FROZEN]:
                states = _read(layer, states, bias)
        states = states + self.shapes(shapes) + self.quotes(quotes)
        for layer in layers[FROZEN:]:
            states = _read(layer, states, bias)
        return states


def _read(layer: nn.Module, states: Tensor, bias: Tensor) -> Tensor:
    """One layer of MPNet, its attention by the kernel that needs no table of all pairs in memory."""
    inner = layer.attention.attn
    stories, words, size = states.shape
    query, key, value = (
        part(states).view(stories, words, inner.num_attention_heads, -1).transpose(1, 2)
        for part in (inner.q, inner.k, inner.v)
    )
    mixed = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
    states = layer.attention.LayerNorm(inner.o(mixed.transpose(1, 2).reshape(stories, words, size)) + states)
    result: Tensor = layer.output(layer.intermediate(states), states)
    return result


def vocabulary(folder: Path) -> dict[str, int]:
    """MPNet's word pieces and their numbers; its end marks go by the names that BERT gives them."""
    lines = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    ids = {piece: number for number, piece in enumerate(lines)}
    return ids | {"[CLS]": ids["<s>"], "[SEP]": ids["</s>"], UNKNOWN: ids[UNKNOWN]}


def loss(model: Teacher, batch: Sequence[Window]) -> Tensor:
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
        missed = nn.functional.cross_entropy(guesses, tags, torch.tensor(TAG_WEIGHTS), ignore_index=UNKNOWN_TAG)
        total = total + missed * min(1.0, float((tags != UNKNOWN_TAG).float().mean()) * 2)
    return total


def epoch(stories: Sequence[Example], ids: dict[str, int], draw: random.Random) -> list[list[Window]]:
    """The stories cut anew at other places, windows of like length in one batch, batches in random order."""
    cut: list[Window] = []
    for story in stories:
        found = windows(story, ids, WINDOW, draw.randint(60, WINDOW), story.tags)
        cut.extend(w for _, w in found if w.labels or any(tag != UNKNOWN_TAG for tag in w.tags))
    draw.shuffle(cut)
    cut.sort(key=lambda window: len(window.pieces) // 24)
    batches = [cut[i : i + BATCH] for i in range(0, len(cut), BATCH)]
    draw.shuffle(batches)
    return batches


def train(model: Teacher, stories: Sequence[Example], ids: dict[str, int], begun: Path) -> None:
    """Fine-tune the teacher; `begun` holds what each epoch leaves, and is gone on from when it is there."""
    draw = random.Random(HELD_BACK)
    body = [parameter for parameter in model.reader.parameters() if parameter.requires_grad]
    known = {id(parameter) for parameter in model.reader.parameters()}
    heads = [parameter for parameter in model.parameters() if id(parameter) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01, fused=True
    )
    order = [epoch(stories, ids, draw) for _ in range(EPOCHS)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [RATE, HEAD_RATE], total_steps=sum(map(len, order)) + 1, pct_start=0.1, anneal_strategy="linear"
    )
    moving = {"model": model, "optimizer": optimizer, "schedule": schedule}
    for number in range(resumed(begun, moving), EPOCHS):
        batches, total = order[number], 0.0
        for place, batch in enumerate(batches, start=1):
            total += step(model, batch, optimizer)
            schedule.step()
            if place % 50 == 0:
                print(f"epoch {number + 1}, {place}/{len(batches)}: loss {total / place:.4f}", flush=True)
        keep(begun, moving, number + 1)


def step(model: Teacher, batch: Sequence[Window], optimizer: torch.optim.Optimizer) -> float:
    """Learn from one batch; what it missed before."""
    optimizer.zero_grad()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        value = loss(model, batch)
    value.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return float(value.detach())


def may_learn(story: Example) -> bool:
    """Whether the teacher learns from a story: not from the tagged ones of one fold."""
    return bool(story.labels or story.tags) and (fold(story.name) != HELD_BACK or len(story.tags) < WHOLE)


def main() -> None:
    """Teach the teacher and keep it."""
    shared, work = Path(sys.argv[1]), Path(sys.argv[2])
    torch.set_num_threads(THREADS)
    torch.manual_seed(HELD_BACK)
    folder = model_folder(work)
    stories = [story for story in every_story(shared) if may_learn(story)]
    model, begun = Teacher(folder), work / "teacher-begun.pt"
    train(model, stories, vocabulary(folder), begun)
    torch.save(model.state_dict(), work / "teacher.pt")
    begun.unlink()


if __name__ == "__main__":
    main()
