"""Measure the precision of the rules on real stories, and how often they fire.

    python -m benchmarks.rules [--shared ../shared] [--sample FILE] [--write]

`judgements.tsv` holds what readers judged of hits, as offsets: story, rule, start and end of the hit, and `right` or
`wrong` by the standard that the rule cites. Up to 30 hits of a rule are drawn from gold-train, and where it has fewer
the rest from 900 further stories (PolNeAR's training part and the unlabelled ones). The draw is the same whenever the
rule finds the same places. `--sample` writes the drawn hits that nobody has judged, with the sentences around them;
`--write` keeps the figures in attribution/precision.json, from which `attribution explain` shows them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from attribution.analysis import analyse
from attribution.enforcement import findings, hits, rules, severity_of
from attribution.facts import Facts, gather
from attribution.finding import Severity
from attribution.policy import Policy
from attribution.precision import Precision
from attribution.reading import read_story
from attribution.rule import Hit
from training.labels import outlet_of, outlets

ROOT = Path(__file__).resolve().parents[2]
JUDGEMENTS = Path(__file__).with_name("judgements.tsv")
PRECISION = ROOT / "attribution" / "precision.json"
MOST = 30
"""Hits of a rule that are read."""
DRAWS = ((500, 5), (400, 77))
"""Stories beyond gold-train: how many, and the seed that draws them. The second draw was read before rules were mended
on it."""
_AROUND = 3
"""Sentences shown before and behind a hit."""


RATES = (
    ("any ANO rule", ("ANO",), "10-30%"),
    ("ANO101", ("ANO101",), "under 3%"),
    ("OUT201 to OUT207", ("OUT",), "10-20%"),
    ("NOC301", ("NOC301",), "under 10%"),
    ("REC402 or BKG501", ("REC402", "BKG501"), "10-25%"),
)
"""How many mainstream stories a rule should reach, as planned before anything was measured."""


class Place(NamedTuple):
    """Where a rule hit: enough to find the judgement again."""

    story: str
    code: str
    start: int
    end: int


@dataclass(frozen=True)
class Fired:
    """One hit in its story."""

    place: Place
    hit: Hit
    facts: Facts


def labelled(shared: Path) -> list[Path]:
    """The stories of gold-train."""
    return sorted((shared / "gold-train/text").glob("*.txt"))


def further(shared: Path) -> list[Path]:
    """Stories that are in no label set."""
    taken = {path.stem.removeprefix("polnear-") for path in labelled(shared)}
    polnear = (path for path in sorted((shared / "polnear/train/text").glob("*.txt")) if path.stem not in taken)
    pool = [*polnear, *sorted((shared / "unlabelled").glob("*.txt"))]
    chosen: list[Path] = []
    for number, seed in DRAWS:
        left = [path for path in pool if path not in chosen]
        random.Random(seed).shuffle(left)
        chosen += left[:number]
    return chosen


def audited(shared: Path, paths: Iterable[Path]) -> Iterator[tuple[str, Facts]]:
    """The facts of each story, each audited as its own outlet's."""
    known = outlets(shared / "gold-train")
    policy = Policy()
    for path in paths:
        story = replace(read_story(path.read_bytes(), str(path)), outlet=outlet_of(path.stem, known) or None)
        yield path.stem, gather(story, policy, analyse(story, policy))


def fired(stories: Iterable[tuple[str, Facts]]) -> dict[str, list[Fired]]:
    """The hits of every rule, whatever its severity, by code."""
    found: dict[str, list[Fired]] = {rule.code: [] for rule in rules()}
    for name, facts in stories:
        for rule in rules():
            for hit in hits(rule, facts):
                found[rule.code].append(Fired(Place(name, rule.code, hit.span.start, hit.span.end), hit, facts))
    return found


def drawn(found: Sequence[Fired], more: Sequence[Fired]) -> list[Fired]:
    """The hits of a rule that are read, drawn by a hash of their place so that others do not change the draw."""
    return [*_shuffled(found), *_shuffled(more)][:MOST]


def _shuffled(found: Sequence[Fired]) -> list[Fired]:
    return sorted(found, key=lambda each: hashlib.sha256(repr(each.place).encode()).hexdigest())


def judgements() -> dict[Place, str]:
    """What was judged, by place."""
    judged = {}
    for line in JUDGEMENTS.read_text(encoding="utf-8").splitlines() if JUDGEMENTS.exists() else ():
        story, code, start, end, verdict = line.split("\t")
        judged[Place(story, code, int(start), int(end))] = verdict
    return judged


def passage(each: Fired) -> str:
    """A hit with the sentences around it, the words marked."""
    page, text, span = each.facts.page, each.facts.story.text, each.hit.span
    i = each.hit.statement
    if i is None:
        return text
    start = page.span(max(0, i - _AROUND)).start
    end = page.span(min(len(page.statements) - 1, i + _AROUND)).end
    return f"{text[start : span.start]}[[{span.of(text)}]]{text[span.end : end]}"


def sample(read: Mapping[str, Sequence[Fired]], judged: Mapping[Place, str], target: Path) -> int:
    """Write the drawn hits that nobody has judged, a JSON object a line; how many there are."""
    rows = [
        {"place": list(each.place), "message": each.hit.message, "passage": passage(each)}
        for of_rule in read.values()
        for each in of_rule
        if each.place not in judged
    ]
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return len(rows)


def table(
    found: Mapping[str, Sequence[Fired]],
    read: Mapping[str, Sequence[Fired]],
    judged: Mapping[Place, str],
    total: int,
) -> Iterator[str]:
    """A line a rule: severity, hits and share of stories on gold-train, precision of what was read."""
    for rule in rules():
        severity = severity_of(rule, Policy())
        share = len({each.place.story for each in found[rule.code]}) / total
        precision = counted(read[rule.code], judged)
        level = severity.value if severity else "off"
        hits = f"{len(found[rule.code]):4} hits {share:6.1%} of stories"
        yield f"{rule.code} {rule.name:38} {level:8} {hits}  {precision}"


def rates(found: Mapping[str, Sequence[Fired]], total: int) -> Iterator[str]:
    """The share of stories that groups of rules reach, beside what was planned."""
    for name, prefixes, planned in RATES:
        reached = {each.place.story for code in found if code.startswith(prefixes) for each in found[code]}
        yield f"{name:18} {len(reached) / total:6.1%} of stories, planned {planned}"


def counted(read: Iterable[Fired], judged: Mapping[Place, str]) -> Precision:
    """How many of the hits were judged right, and how many were judged."""
    verdicts = Counter(judged[each.place] for each in read if each.place in judged)
    return Precision(verdicts["right"], sum(verdicts.values()))


def by_severity(stories: Sequence[tuple[str, Facts]], judged: Mapping[Place, str]) -> Iterator[str]:
    """Precision of the default preset's findings by severity, and the share of stories that get one."""
    verdicts: dict[Severity, Counter[str]] = defaultdict(Counter)
    reached: dict[Severity, set[str]] = defaultdict(set)
    for name, facts in stories:
        for each in findings(facts):
            place = Place(name, each.rule, each.span.start, each.span.end)
            verdicts[each.severity][judged.get(place, "unread")] += 1
            reached[each.severity].add(name)
    for severity in Severity:
        right, wrong = verdicts[severity]["right"], verdicts[severity]["wrong"]
        share = len(reached[severity]) / len(stories)
        said = Precision(right, right + wrong)
        yield f"{severity.value:8} {said}; {verdicts[severity]['unread']} unread; {share:.1%} of stories get one"


def kept(read: Mapping[str, Sequence[Fired]], judged: Mapping[Place, str]) -> str:
    """The figures as the package ships them."""
    return json.dumps({code: counted(of_rule, judged)._asdict() for code, of_rule in read.items()}, indent=1) + "\n"


def main() -> None:
    """Run all rules and print what they do."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--sample", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    stories = list(audited(options.shared, labelled(options.shared)))
    found, judged = fired(stories), judgements()
    others = list(audited(options.shared, further(options.shared)))
    more = fired(others)
    read = {code: drawn(found[code], more[code]) for code in found}
    print("\n".join([*table(found, read, judged, len(stories)), *rates(found, len(stories))]))
    for title, part in (("gold-train", stories), ("further stories", others)):
        print("\n".join([f"-- {title}, preset default", *by_severity(part, judged)]))
    if options.sample:
        print(f"{sample(read, judged, options.sample)} hits to read in {options.sample}")
    if options.write:
        PRECISION.write_text(kept(read, judged), encoding="utf-8")


if __name__ == "__main__":
    main()
