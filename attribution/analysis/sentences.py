"""Sentences: NLTK's Punkt with the parameters that ship in the package, mended for news copy.

Every paragraph is split by itself (newline first). Punkt's four errors that matter on news are mended after it: a cut
before a word in lower case (`!" | he said`, `U.N. | peacekeepers`), a cut inside a spaced ellipsis, a closing quotation
mark left at the head of the next sentence, and a cut between a quoted question and the words that say who asked it.
"""

from __future__ import annotations

import bisect
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from attribution.analysis.lexicon import verb_forms, words
from attribution.analysis.punkt import punkt, unguarded
from attribution.model import Sentence, Span, Story, Token

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

_CLOSING = re.compile(r"""[”’»)\]"']+(?=\s|$)""")
_CONTINUES = re.compile(r"""["'“‘(\[]?(?:[a-z]|\.)""")
_NUMBERED = re.compile(r"\b(?:Nos?|Art|pp?|Fig|Sec)\.$")
_CUT_QUOTE = re.compile(r"""[?!…][”"’']{1,2}$""")
_SAYER = re.compile(r"\S+(?: \S+){0,4}")


_WORD_AT_END = re.compile(
    r"""\.(?:(?<=\b(?:ark|ill|ore)\.)|(?<=\b(?:mass|miss|wash)\.)|(?<=\bpa\.))[”’"']*(\s+)(?=["“‘']?[A-Z])"""
)
"""Words that Punkt takes for states, which have a capital: "she fell ill. Her son"."""
Splitter = Callable[[str, Span], tuple[Span, ...]]
"""Cuts one paragraph of a text."""


def split(text: str, paragraph: Span) -> tuple[Span, ...]:
    """The spans of the sentences of one paragraph of a text."""
    return tuple(part for span in joined(text, paragraph) for part in _parts(text, span))


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence cut behind each word that is no abbreviation."""
    start = sentence.start
    for found in _WORD_AT_END.finditer(text, sentence.start, sentence.end):
        yield Span(start, found.start(1))
        start = found.end()
    yield Span(start, sentence.end)


def sentences(story: Story, tokens: tuple[Token, ...], cut: Splitter = split) -> tuple[Sentence, ...]:
    """The sentences of a story in order, each with its range of `tokens`."""
    found = []
    starts = [token.start for token in tokens]
    for index, paragraph in enumerate(story.paragraphs):
        for span in cut(story.text, paragraph.span):
            first = bisect.bisect_left(starts, span.start)
            last = bisect.bisect_left(starts, span.end)
            found.append(Sentence(span, index, first, last))
    return tuple(found)


def joined(text: str, paragraph: Span) -> tuple[Span, ...]:
    """The same, where a few words at the end of a sentence are taken for abbreviations: as the network learned."""
    words_of_paragraph = paragraph.of(text)
    cuts = _punkt().span_tokenize(words_of_paragraph)
    mended = _mended(words_of_paragraph, cuts)
    return tuple(Span(paragraph.start + start, paragraph.start + end) for start, end in mended)


def _mended(text: str, cuts: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Punkt's cuts without those that news copy shows to be wrong."""
    held: tuple[int, int] | None = None
    for start, end in cuts:
        if held is None:
            held = (start, end)
            continue
        closing = _CLOSING.match(text, start, end)
        if closing:
            held = (held[0], closing.end())
            start = closing.end() + len(text[closing.end() : end]) - len(text[closing.end() : end].lstrip())
            if start >= end:
                continue
        if _belongs(text[held[0] : held[1]], text[start:end]):
            held = (held[0], end)
        else:
            yield held
            held = (start, end)
    if held is not None:
        yield held


def _belongs(before: str, after: str) -> bool:
    """Whether `after` goes on with the sentence `before`."""
    if _CONTINUES.match(after):
        return True
    if _NUMBERED.search(before) and after[:1].isdigit():
        return True
    return bool(_CUT_QUOTE.search(before)) and _says_who(after)


def _says_who(text: str) -> bool:
    """Whether a sentence opens with somebody who speaks: "Smith asked.", "Asked Smith"."""
    opening = _SAYER.match(text)
    if not opening or len(text) > 160 or text[0] in "\"“‘'":
        return False
    return not verb_forms("speech_verbs").keys().isdisjoint(opening.group().lower().rstrip(".,").split())


@cache
def _punkt() -> PunktSentenceTokenizer:
    """Punkt (Kiss and Strunk 2006) with the shipped English parameters and the abbreviations of news copy."""
    module = punkt()
    tables = json.loads(Path(__file__).with_name("punkt.json").read_text(encoding="utf-8"))
    parameters = module.PunktParameters()
    parameters.abbrev_types = set(tables["abbreviations"]) | words("abbreviations")
    parameters.collocations = set(map(tuple, tables["collocations"]))
    parameters.sent_starters = set(tables["sentence_starters"])
    parameters.ortho_context.update(tables["orthography"])
    language, token = unguarded(module)
    tokenizer: PunktSentenceTokenizer = module.PunktSentenceTokenizer(parameters, lang_vars=language, token_cls=token)
    return tokenizer
