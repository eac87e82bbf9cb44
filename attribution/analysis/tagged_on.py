"""Plain tags that the span finder missed: "…, he said." at the end of a sentence and "He added that …" at its head.

Only a sentence in which the finder saw no cue is looked at, and only verbs of saying that take a clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attribution.analysis.colons import introducing
from attribution.analysis.cues import is_clause
from attribution.analysis.lexicon import ends_in, verb_forms, words
from attribution.analysis.noun_phrases import core_of, singular
from attribution.analysis.subjects import (
    BY_FORM,
    LONGEST_NAME,
    LONGEST_SUBJECT,
    are_people,
    is_subject,
    judging,
    saying,
    verb_start,
)
from attribution.model import Attribution, Sentence, Span, Token

_SHOWING = frozenset({"show", "shows", "showed", "find", "finds", "found", "suggest", "suggests", "suggested"})
_NOUNS_TOO = frozenset({"record", "records", "detail", "details", "document", "documents", "estimate", "estimates",
                        "forecast", "forecasts", "list", "lists", "note", "notes", "outline", "outlines", "project",
                        "projects", "report", "reports", "state", "states", "put", "read"})  # fmt: skip
"""Forms of verbs by which documents speak that are nouns, or past participles, as well."""
_REPORTS = frozenset({"report", "reveal", "publish", "disclose"})
"""What somebody is the first to do."""
_FEWEST = 4
"""Tokens of a sentence that is too short for a tag and what it tells."""


def tagged_on(tokens: Sequence[Token], sentences: Sequence[Sentence], seen: frozenset[int]) -> Iterator[Attribution]:
    """The attributions of sentences, other than those `seen`, that open or close with a plain tag."""
    for index, sentence in enumerate(sentences):
        if index in seen or sentence.first == sentence.last:
            continue
        found = introducing(tokens, sentence, index)
        if found is None and sentence.last - sentence.first > _FEWEST:
            found = _closing(tokens, sentence, index) or _opening(tokens, sentence, index)
        if found is not None:
            yield found


def _closing(tokens: Sequence[Token], sentence: Sentence, index: int) -> Attribution | None:
    """ "…, the ministry has said." or "…, say the Tories." """
    last = sentence.last - 1
    while last > sentence.first and not tokens[last].text[0].isalnum():
        last -= 1
    comma = max((i for i in range(sentence.first, last) if tokens[i].text in (",", "”", '"')), default=None)
    if comma is None or last - comma > LONGEST_NAME or comma - sentence.first < 3:
        return None
    content = Span(tokens[sentence.first].start, tokens[comma].end)
    shows = tokens[last].text in _SHOWING and tokens[last - 1].text.lower() in words("document_nouns")
    if (shows or tokens[last].text in saying()) and is_subject(tokens[comma + 1 : verb_start(tokens, last)]):
        verb = verb_start(tokens, last)
        return _found(index, tokens, range(comma + 1, verb), range(verb, last + 1), content)
    if tokens[comma + 1].text in saying() and is_subject(tokens[comma + 2 : last + 1]):
        return _found(index, tokens, range(comma + 2, last + 1), range(comma + 1, comma + 2), content)
    return None


def _opening(tokens: Sequence[Token], sentence: Sentence, index: int) -> Attribution | None:
    """ "He added that …", "But Mr Howard said …" """
    first = sentence.first
    if tokens[first].text.lower() in ("but", "and", "however", "yet") and first + 2 < sentence.last:
        first += 2 if tokens[first + 1].text == "," else 1
    for verb in range(first + 1, min(first + LONGEST_NAME, sentence.last - 2)):
        of_a_group = tokens[verb].text in judging() and _are_several(tokens[verb - 1].text)
        if tokens[verb].text in saying() or of_a_group:
            start = verb_start(tokens, verb)
            if not is_subject(tokens[first:start]):
                continue  # "A fiscal | note | put the cost at $4m"
            content = Span(tokens[verb + 1].start, tokens[sentence.last - 1].end)
            row = [token.text for token in tokens[verb + 1 : sentence.last]]
            told = tokens[verb].text in saying() or is_clause(" ".join(row))
            return _found(index, tokens, range(first, start), range(start, verb + 1), content) if told else None
    return _shown(tokens, sentence, index) or _put(tokens, sentence, index) or _first(tokens, sentence, index)


def _are_several(noun: str) -> bool:
    """Whether a noun, however written, is a plural for people: "Opponents"."""
    lowered = noun.lower()
    return are_people(lowered) and singular(lowered) != lowered


def _shown(tokens: Sequence[Token], sentence: Sentence, index: int) -> Attribution | None:
    """ "Accounts filed at Companies House show …": what a document at a sentence's head tells."""
    first, reach = sentence.first, min(sentence.first + LONGEST_SUBJECT, sentence.last - 2)
    verb = next((i for i in range(first + 1, reach) if _shows(tokens, i)), first)
    start = verb_start(tokens, verb) if verb > first else first
    if start <= first:
        return None
    core, _ = core_of([token.text for token in tokens[first:start]])
    if not ends_in(core, "document_nouns"):
        return None
    content = Span(tokens[verb + 1].start, tokens[sentence.last - 1].end)
    return _found(index, tokens, range(first, start), range(start, verb + 1), content)


def _put(tokens: Sequence[Token], sentence: Sentence, index: int) -> Attribution | None:
    """ "The bank puts the loss at $4m": whoever puts a figure to something."""
    first, reach = sentence.first, min(sentence.first + LONGEST_SUBJECT, sentence.last - 2)
    verb = next((i for i in range(first + 1, reach) if tokens[i].text in ("put", "puts")), first)
    figures = (i for i in range(verb + 1, sentence.last - 1) if tokens[i].text == "at")
    at = next(figures, sentence.last)
    start = verb_start(tokens, verb) if verb > first else first
    apposed = next(
        (i for i in range(first + 1, start) if tokens[i].text == "," and tokens[start - 1].text == ","), start
    )
    figure = [token.text for token in tokens[at + 1 : min(at + 4, sentence.last)]]
    if start <= first or not is_subject(tokens[first:apposed]) or not any(map(_is_figure, figure)):
        return None
    content = Span(tokens[verb + 1].start, tokens[sentence.last - 1].end)
    return _found(index, tokens, range(first, start), range(start, verb + 1), content)


def _first(tokens: Sequence[Token], sentence: Sentence, index: int) -> Attribution | None:
    """ "The Courier was the first to report the sale." """
    row = [token.text for token in tokens[sentence.first : sentence.last]]
    places = (i for i in range(2, len(row) - 3) if row[i : i + 2] == ["first", "to"] and row[i + 2] in _REPORTS)
    first = next(places, None)
    if first is None:
        return None
    verb = first - 1 - (row[first - 1] == "the")
    end = row.index(",") if "," in row[:verb] and row[verb - 1] == "," else verb  # "The site Kvällen, a daily, was"
    start = sentence.first
    if verb < 1 or row[verb] not in ("is", "was", "were") or not is_subject(tokens[start : start + end]):
        return None
    content = Span(tokens[start + first + 3].start, tokens[sentence.last - 1].end)
    return _found(index, tokens, range(start, start + end), range(start + verb, start + first + 3), content)


def _is_figure(word: str) -> bool:
    return word[0].isdigit() or word[0] in "$£€"


def _shows(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is a finite verb by which a document speaks: one that nothing else is written like, or that
    stands behind an apposition ("The agenda, posted on Friday, lists").
    """
    word, before = tokens[place].text, tokens[place - 1].text
    is_verb = word in verb_forms("evidence_verbs") and not word.endswith("ing")
    return is_verb and (word not in _NOUNS_TOO or (before == "," and word.endswith("s")))


def _found(index: int, tokens: Sequence[Token], source: range, cue: range, content: Span) -> Attribution:
    return Attribution(index, _span(tokens, cue), _span(tokens, source), (content,), BY_FORM)


def _span(tokens: Sequence[Token], places: range) -> Span:
    return Span(tokens[places.start].start, tokens[places.stop - 1].end)
