"""Colons: who speaks when a colon leads to the words, in the next paragraph or in quotation marks beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attribution.analysis.lexicon import verb_forms, words
from attribution.analysis.subjects import BY_FORM, LONGEST_SUBJECT, is_subject, opens_with_subject, verb_start
from attribution.model import Attribution, Sentence, Span, Token

_BEING = frozenset({"is", "was", "are", "were", "sounded", "seemed", "remained"})
"""How somebody was, before a colon and a quotation: "One minister was blunter: …"."""


def introducing(tokens: Sequence[Token], sentence: Sentence, index: int) -> Attribution | None:
    """ "A memo sent to supervisors said:", "She went on:", with what was said behind the colon in another paragraph."""
    last = sentence.last - 1
    if tokens[last].text != ":":
        return None
    spoken = (i for i in range(sentence.first + 1, last) if _tells(tokens[i].text, tokens[i + 1].text))
    verb = next(spoken, None)
    lead = tokens[sentence.first : verb_start(tokens, verb)] if verb is not None else ()
    if verb is None or not lead or len(lead) > LONGEST_SUBJECT or not opens_with_subject(lead):
        return None
    start = verb_start(tokens, verb)
    end = verb + 1 + (tokens[verb + 1].text == "on")
    cue, source = Span(tokens[start].start, tokens[end - 1].end), Span(lead[0].start, lead[-1].end)
    return Attribution(index, cue, source, (), BY_FORM)


def with_speaker(found: Attribution, tokens: Sequence[Token], sentence: Sentence) -> Attribution:
    """A quotation that nobody was found to say, with whoever was just said to be blunt or sure for its speaker: "One
    minister was blunter: “We are lost.”" The colon is the cue.
    """
    row = tokens[sentence.first : sentence.last]
    colon = next((i for i, token in enumerate(row) if token.text == ":"), None)
    if found.cue is not None or found.source is not None or colon is None or not found.content:
        return found
    if not 0 < found.content[0].start - row[colon].end < 3:
        return found
    verb = next((i for i in range(1, colon) if row[i].text in _BEING), None)
    if verb is None or not is_subject(row[:verb]) or row[0].text.lower() in words("subordinators"):
        return found
    cue, source = Span(row[colon].start, row[colon].end), Span(row[0].start, row[verb - 1].end)
    return replace(found, cue=cue, source=source)


def _tells(word: str, following: str) -> bool:
    """Whether a word is a finite verb of speech, or the first of "went on"."""
    goes_on = word in ("goes", "went") and following == "on"
    return goes_on or (word in verb_forms("speech_verbs") and not word.endswith("ing"))
