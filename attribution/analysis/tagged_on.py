"""Plain tags that the span finder missed: "…, he said." at the end of a sentence and "He added that …" at its head.

Only a sentence in which the finder saw no cue is looked at, and only verbs of saying that take a clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from attribution.analysis.lexicon import verb_forms, words
from attribution.analysis.names import is_capitalised
from attribution.model import Attribution, Sentence, Span, Token

_AUXILIARIES = words("before_verbs")
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_CONFIDENCE = 0.7
"""Of a tag read by form alone."""
_LONGEST_NAME = 9


def tagged_on(tokens: Sequence[Token], sentences: Sequence[Sentence], seen: frozenset[int]) -> Iterator[Attribution]:
    """The attributions of sentences, other than those `seen`, that open or close with a plain tag."""
    for index, sentence in enumerate(sentences):
        if index not in seen and sentence.last - sentence.first > 4:
            found = _closing(tokens, sentence, index) or _opening(tokens, sentence, index)
            if found is not None:
                yield found


def _closing(tokens: Sequence[Token], sentence: Sentence, index: int) -> Attribution | None:
    """ "…, the ministry has said." or "…, say the Tories." """
    last = sentence.last - 1
    while last > sentence.first and not tokens[last].text[0].isalnum():
        last -= 1
    comma = max((i for i in range(sentence.first, last) if tokens[i].text in (",", "”", '"')), default=None)
    if comma is None or last - comma > _LONGEST_NAME or comma - sentence.first < 3:
        return None
    content = Span(tokens[sentence.first].start, tokens[comma].end)
    if tokens[last].text in _saying() and _is_subject(tokens[comma + 1 : _verb_start(tokens, last)]):
        verb = _verb_start(tokens, last)
        return _found(index, tokens, range(comma + 1, verb), range(verb, last + 1), content)
    if tokens[comma + 1].text in _saying() and _is_subject(tokens[comma + 2 : last + 1]):
        return _found(index, tokens, range(comma + 2, last + 1), range(comma + 1, comma + 2), content)
    return None


def _opening(tokens: Sequence[Token], sentence: Sentence, index: int) -> Attribution | None:
    """ "He added that …", "But Mr Howard said …" """
    first = sentence.first
    if tokens[first].text.lower() in ("but", "and", "however", "yet") and first + 2 < sentence.last:
        first += 2 if tokens[first + 1].text == "," else 1
    for verb in range(first + 1, min(first + _LONGEST_NAME, sentence.last - 2)):
        if tokens[verb].text in _saying():
            start = _verb_start(tokens, verb)
            if not _is_subject(tokens[first:start]):
                return None
            content = Span(tokens[verb + 1].start, tokens[sentence.last - 1].end)
            return _found(index, tokens, range(first, start), range(start, verb + 1), content)
    return None


def _verb_start(tokens: Sequence[Token], verb: int) -> int:
    while tokens[verb - 1].text in _AUXILIARIES:
        verb -= 1
    return verb


def _is_subject(row: Sequence[Token]) -> bool:
    """Whether words are a pronoun, a name with its titles, or a short description with an article."""
    if not row:
        return False
    texts = [token.text for token in row]
    if len(texts) == 1 and texts[0].lower() in _PRONOUNS:
        return True
    if any(text in (",", ";", ":", "-", "—", "who", "which", "that") for text in texts):
        return False
    if is_capitalised(texts[-1]) and texts[-1].lower() not in _PRONOUNS:
        return True
    known = words("unnamed_people") | words("organization_words") | words("official_bodies") | words("titles")
    return texts[-1].lower().rstrip("s") in known or texts[-1].lower() in known


def _found(index: int, tokens: Sequence[Token], source: range, cue: range, content: Span) -> Attribution:
    return Attribution(index, _span(tokens, cue), _span(tokens, source), (content,), _CONFIDENCE)


def _span(tokens: Sequence[Token], places: range) -> Span:
    return Span(tokens[places.start].start, tokens[places.stop - 1].end)


@cache
def _saying() -> frozenset[str]:
    """Finite forms of the verbs of saying that take a clause."""
    verbs = words("clause_verbs")
    return frozenset(
        form for form, verb in verb_forms("speech_verbs").items() if verb in verbs and not form.endswith("ing")
    )
