"""Join two independent readings of drawn sentences into label files without text.

    python -m training.merge_labels DRAWN READINGS LABELS

DRAWN holds N.txt, O.txt and A.txt as `training.draw` wrote them; READINGS holds two readings of each (N.1.tsv, N.2.tsv:
number, tag, also, source, kind, …) and, for the sentences on which they differ, N.settled.tsv. Prints how far the
readings agree (Cohen 1960) and what is still to be settled; writes LABELS/N.tsv and so on: story, start, end, tag,
also, kind.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

KINDS = "NOA"
_HEAD = re.compile(r"^(\d+) #(\S+)\t(\d+)\t(\d+)$", re.MULTILINE)


class Label(NamedTuple):
    """What one reader says of a sentence."""

    tag: str
    also: str
    kind: str


def reading(path: Path) -> dict[int, Label]:
    """The labels of one reader by number; empty when there is no such file."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        cells = (line.split("\t") + [""] * 8)[:8]
        if cells[0].isdigit():
            found[int(cells[0])] = Label(cells[1], ",".join(sorted(cells[2].replace(" ", "").split(","))), cells[4])
    return found


def kappa(one: Mapping[int, Label], other: Mapping[int, Label]) -> float:
    """Agreement of two readers on the tag beyond chance, -1..1."""
    both = sorted(one.keys() & other.keys())
    agreed = sum(one[i].tag == other[i].tag for i in both) / len(both)
    shares = [Counter(reader[i].tag for i in both) for reader in (one, other)]
    chance = sum(shares[0][tag] * shares[1][tag] for tag in shares[0]) / len(both) ** 2
    return (agreed - chance) / (1 - chance)


def main() -> None:
    """Join the readings of each kind."""
    drawn, readings, labels = (Path(each) for each in sys.argv[1:4])
    labels.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        one, other, settled = (reading(readings / f"{kind}.{part}.tsv") for part in ("1", "2", "settled"))
        agreed = {i: label for i, label in one.items() if i in other and other[i].tag == label.tag}
        known = agreed | settled
        rows, unsettled = [], []
        for match in _HEAD.finditer((drawn / f"{kind}.txt").read_text(encoding="utf-8")):
            if label := known.get(int(match[1])):
                rows.append("\t".join((*match.groups()[1:], *label)) + "\n")
            else:
                unsettled.append(int(match[1]))
        both = len(one.keys() & other.keys())
        print(f"{kind}: {len(rows)} labels, kappa {kappa(one, other):.2f} over {both}, to be settled {unsettled}")
        (labels / f"{kind}.tsv").write_text("".join(sorted(rows)), encoding="utf-8")


if __name__ == "__main__":
    main()
