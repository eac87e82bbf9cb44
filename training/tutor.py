"""The tutor: MPNet (Song and others 2020) fine-tuned on spans and tags at once; a larger teacher. It never ships.

    python -m training.tutor SHARED WORK

One tutor is taught, without the tagged stories of one fold. WORK/tutor.pt takes it.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from attribution.analysis.network.inputs import UNKNOWN
from training.courses import THIRD
from training.examples import WHOLE, Example, fold
from training.mpnet import model_folder
from training.teacher import UNKNOWN_TAG, WINDOW, Reading, Window, loss, padded, spread
from training.teacher import windows as windows_of

HELD_BACK = 0
FROZEN = 6
"""The lower layers stay as they are: the words' shapes and quote states come in above them."""
BATCH = 8


class Tutor(Reading):
    """MPNet as the reader."""

    def __init__(self, folder: Path) -> None:
        super().__init__(AutoModel.from_pretrained(folder, add_pooling_layer=False, hidden_dropout_prob=0.0))
        for part in (self.reader.embeddings, *self.reader.encoder.layer[:FROZEN]):
            part.requires_grad_(requires_grad=False)
        self.reader.encoder.relative_attention_bias.requires_grad_(requires_grad=False)

    def states(self, windows: Sequence[Window]) -> Tensor:
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


def epoch(stories: Sequence[Example], ids: dict[str, int], draw: random.Random) -> list[list[Window]]:
    """The stories cut anew at other places, windows of like length in one batch, batches in random order."""
    cut: list[Window] = []
    for story in stories:
        found = windows_of(story, ids, WINDOW, draw.randint(60, WINDOW), story.tags)
        cut.extend(w for _, w in found if w.labels or any(tag != UNKNOWN_TAG for tag in w.tags))
    draw.shuffle(cut)
    cut.sort(key=lambda window: len(window.pieces) // 24)
    batches = [cut[i : i + BATCH] for i in range(0, len(cut), BATCH)]
    draw.shuffle(batches)
    return batches


def train(model: Tutor, stories: Sequence[Example], ids: dict[str, int]) -> Tutor:
    """Fine-tune the tutor."""
    draw, course = random.Random(HELD_BACK), THIRD
    body = [parameter for parameter in model.reader.parameters() if parameter.requires_grad]
    known = {id(parameter) for parameter in model.reader.parameters()}
    heads = [parameter for parameter in model.parameters() if id(parameter) not in known]
    rate, head_rate = course.teacher_rates
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": rate}, {"params": heads, "lr": head_rate}], weight_decay=0.01, fused=True
    )
    order = [epoch(stories, ids, draw) for _ in range(course.teacher_epochs)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [rate, head_rate], total_steps=sum(map(len, order)) + 1, pct_start=0.1, anneal_strategy="linear"
    )
    for number, batches in enumerate(order):
        total = 0.0
        for place, batch in enumerate(batches):
            optimizer.zero_grad()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                value = loss(model, batch, course)
            value.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(value.detach())
            if place % 50 == 49:
                print(f"epoch {number + 1}, {place + 1}/{len(batches)}: loss {total / (place + 1):.4f}", flush=True)
    return model


def main() -> None:
    """Teach the tutor and keep it."""
    shared, work = Path(sys.argv[1]), Path(sys.argv[2])
    torch.manual_seed(HELD_BACK)
    folder = model_folder(work)
    stories = [story for story in THIRD.stories(shared) if may_learn(story)]
    model = train(Tutor(folder), stories, vocabulary(folder))
    torch.save(model.state_dict(), work / "tutor.pt")


def may_learn(story: Example) -> bool:
    """Whether the tutor learns from a story: not from the tagged ones of one fold."""
    return bool(story.labels or story.tags) and (fold(story.name) != HELD_BACK or len(story.tags) < WHOLE)


if __name__ == "__main__":
    main()
