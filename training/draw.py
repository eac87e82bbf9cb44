"""Draw sentences that may hold a rare tag, near misses too, for people to read and label.

    python -m training.draw SHARED OUT

Writes OUT/N.txt, OUT/O.txt and OUT/A.txt: each sentence between double brackets with its neighbours, under a number,
its story, its place in the story (code points) and the story's outlet. Stories of gold and gold-rare are never drawn
from, nor are sentences that are labelled already.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from training.examples import Example, corpus, read, unlabelled
from training.labels import first_labels

EACH = 420
NETS = {
    "N": re.compile(
        r"\b(?:no|to|for|not|n[’']t|without|any|further|immediate) comment\b|\bcommenting\b|"
        r"declin\w+ (?:to (?:comment|say|discuss|elaborate|answer|be|give|speak|talk|provide)|an?|requests?|further)|"
        r"refus\w+ to (?:say|comment|discuss|answer|speak|talk|be|give|confirm|disclose)|"
        r"respond\w* to (?:\w+ ){0,3}(?:questions?|requests?|calls?|e-?mails?|inquir\w+|messages?|comment)|"
        r"did(?:n[’']t| not) (?:immediately |directly )?(?:respond|reply|answer|return)|could(?:n[’']t| not) be reached|"
        r"(?:return|repl)\w* (?:\w+ ){0,3}(?:calls?|e-?mails?|messages?|requests?|inquir\w+)|\bunavailable\b|"
        r"would(?:n[’']t| not) (?:say|discuss|confirm|elaborate|identify|name|provide|comment)|\breferred \w+ to\b|"
        r"did(?:n[’']t| not) (?:provide|elaborate|confirm)|\bno (?:answer|reply|response|statement)\b"
    ),
    "O": re.compile(
        r"\breport(?:ed(?! to (?:have )?(?:a|an|the|be)\b)|edly)\b|\breports? (?:that|in|by|from|of|said|say|suggest)\w*\b|"
        r"\b(?:newspaper|magazine|broadcaster|tabloid|weekly|daily|media)\b|news agency|"
        r"\btold (?:the )?(?:[A-Z]\w+[ .,’']){1,4}|\bin an interview (?:with|on)\b|"
        r"according to (?:an? |the )?(?:report|\w+ report|[A-Z]\w+ (?:Times|Post|News|Journal))|"
        r"\b(?:BBC|CNN|NBC|ABC|CBS|Fox|MSNBC|Reuters|Bloomberg|AFP|Politico|BuzzFeed|Times|Post|Journal|Guardian|Telegraph) "
        r"(?:\w+ ){0,2}(?:said|says|report\w*|that|has|quot\w+|cit\w+|learned|found)\b"
    ),
    "A": re.compile(
        r"\b(?:sources?|officials?|aides?|advis[eo]rs?|analysts?|critics?|experts?|observers?|insiders?|diplomats?|executives?|"
        r"lawmakers?|economists?|traders?|witness\w*|voters?|supporters?|opponents?|commentators?|campaigners?|fans?|residents?|"
        r"people|person|some|many|others|strategists?|operatives?|members?|Republicans|Democrats|anonym\w+|unnamed|insist\w*)\b"
    ),
}
NEAR_MISSES = {
    "N": re.compile(r"\b(?:comments?|respon[ds]\w*|declin\w+|refus\w+|answer\w*|repl(?:y|ied)|silent|asked)\b")
}
"""Wider nets for what is rare even where the narrow one is let down."""
SPEAKS = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|told|tells?|argu\w+|warn\w*|believe\w*|claim\w*|suggest\w*|predict\w*|expect\w*|accus\w+|"
    r"complain\w*|fear\w*|describ\w+|familiar|according|critici[sz]\w+|speculat\w+|anonym\w+|think\w*|estimat\w+|point\w* out)\b"
)


class Drawn(NamedTuple):
    """A sentence with where it stands and what stands around it."""

    story: str
    start: int
    end: int
    shown: str


def drawn(story: Example, text: str, net: re.Pattern[str], kind: str) -> Iterator[Drawn]:
    """The sentences of one story that a net catches."""
    for i, sentence in enumerate(story.sentences):
        words = sentence.span.of(text)
        caught = net.search(words) and (kind != "A" or SPEAKS.search(words))
        if not caught or i in story.tags or not 25 < len(words) < 600:
            continue
        before = " ".join(each.span.of(text) for each in story.sentences[max(0, i - 3) : i])
        after = " ".join(each.span.of(text) for each in story.sentences[i + 1 : i + 2])
        shown = f"{before}\n  [[{words}]]\n  {after}"
        yield Drawn(story.name, sentence.span.start, sentence.span.end, shown)


def main() -> None:
    """Draw `EACH` sentences of each kind, half from either collection."""
    shared, out = Path(sys.argv[1]), Path(sys.argv[2])
    labels = first_labels(shared)
    political = [story for story in corpus(shared, labels) if story.name.startswith("polnear-") and len(story.tags) < 3]
    british = unlabelled(shared, labels)
    draw = random.Random(7)
    taken: set[tuple[str, int]] = set()
    for kind, net in NETS.items():
        chosen: list[Drawn] = []
        for stories, folder in ((political, shared / "polnear/train/text"), (british, shared / "unlabelled")):
            for each in (net, *filter(None, [NEAR_MISSES.get(kind)])):
                caught = [found for found in _caught(stories, folder, each, kind) if found[:2] not in taken]
                some = draw.sample(caught, min(len(caught), EACH // (2 if stories is political else 1) - len(chosen)))
                taken.update(found[:2] for found in some)
                chosen.extend(some)
        rows = [f"{i} #{each.story}\t{each.start}\t{each.end}\n  {each.shown}\n" for i, each in enumerate(chosen)]
        (out / f"{kind}.txt").write_text("\n".join(rows), encoding="utf-8")


def _caught(stories: list[Example], folder: Path, net: re.Pattern[str], kind: str) -> Iterator[Drawn]:
    for story in stories:
        yield from drawn(story, read(folder / f"{story.name.removeprefix('polnear-')}.txt"), net, kind)


if __name__ == "__main__":
    main()
