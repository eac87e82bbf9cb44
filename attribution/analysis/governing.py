"""Governing: whether an attribution answers for its sentence's main assertion or only for a part (the cut test)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from attribution.analysis.lexicon import verb_forms, words
from attribution.analysis.tokens import tokens_before, tokens_behind, tokens_in
from attribution.model import Attribution, Sentence, Span, Token

_SUBORDINATE = words("subordinators")
_INTRODUCES = words("openers")
_BEFORE_TAG = frozenset({",", "”", '"', "’", "'", "-", "—"})
_FRAMES = frozenset({"comes", "came", "drew", "follows", "followed", "prompted", "provoked", "sparked", "triggered"})
"""Verbs of a main clause that only introduces what somebody says: "sparked a debate, with Mr Lund telling …"."""
_CONCEDES = frozenset({"while", "although", "though", "whereas", "even as", "even though"})
"""What a sentence begins with that concedes what somebody says, and goes on with what it is for."""
_JOINS = ("but", "yet", "and")
_SHORT_TAIL = 40
"""Code points that may follow "he said" at the end of a sentence: "in a statement on Friday"."""
_CLAUSE, _DATE = 4, 4
"""Tokens that a clause in front has at least, and that may stand between a verb and the comma behind it: "on Friday".
"""
_TELLS_WHEN = frozenset(
    {"on", "in", "at", "late", "early", "earlier", "last", "this", "yesterday", "today", "tonight"}
) | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
"""What the words behind a closing tag begin with, which tell when or where something was said."""
_NEWS = 7
"""Tokens of a clause that tells some news."""
_MOSTLY = 0.62
_ENOUGH = 0.35


class MainClause(Enum):
    """What the main clause tells in a sentence whose speech is a participle behind it: "…, saying that he would"."""

    ACT = "an act"
    SPEECH = "speech"
    OTHER = "something else"
    NONE = "none"


def main_clause(attribution: Attribution | None, tokens: Sequence[Token], sentence: Sentence) -> MainClause:
    """What the first verb behind the source tells in a sentence."""
    cue, source = (None, None) if attribution is None else (attribution.cue, attribution.source)
    if cue is None or source is None or source.end > cue.start:
        return MainClause.NONE
    first = [token.text.lower() for token in tokens_behind(cue.start, tokens, sentence)[:1]]
    if not first or not first[0].endswith("ing"):
        return MainClause.NONE
    row = [token.text.lower() for token in tokens_in(Span(source.end, cue.start), tokens, sentence)]
    if row[-1:] != [","] or len(row) < _CLAUSE:
        return MainClause.NONE
    told = ((word in verb_forms("acts"), word in verb_forms("speech_verbs")) for word in row)
    is_act, _ = next((each for each in told if any(each)), (None, None))
    return MainClause.OTHER if is_act is None else MainClause.ACT if is_act else MainClause.SPEECH


def coverage(attribution: Attribution, sentence: Sentence) -> float:
    """The share of a sentence that an attribution's source, cue and content cover together, 0..1."""
    spans = [*attribution.content, *filter(None, (attribution.source, attribution.cue))]
    covered = sum(span.shared(sentence.span) for span in spans)
    return min(1.0, covered / max(1, len(sentence.span)))


def is_dated(attribution: Attribution, sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether an attribution only says after what something happened that is news by itself: "Oil fell by 2% on Monday
    after sources told Reuters that …"; "The move comes after he said that …" is no news without it.
    """
    named = [span.start for span in (attribution.source, attribution.cue) if span is not None]
    lead = [token.text.lower() for token in tokens_before(min(named, default=_start(attribution)), tokens, sentence)]
    return lead[-1:] == ["after"] and len(lead) > _NEWS and _FRAMES.isdisjoint(lead)


def governs(attribution: Attribution, sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether the attribution answers for the main assertion of its sentence."""
    share = coverage(attribution, sentence)
    start = _start(attribution)
    lead = [token.text.lower() for token in tokens_before(start, tokens, sentence)]
    if any(span.start <= sentence.span.start + 3 for span in attribution.content) and share >= _ENOUGH:
        return True
    if is_dated(attribution, sentence, tokens) or _concedes(lead):
        return False
    if _closes(attribution, sentence, tokens):
        return True
    if _is_second_half(attribution, lead):
        return False
    if share >= _MOSTLY or not lead:
        return True
    if not attribution.content:
        return _is_tagged_on(attribution, sentence, lead) or _stands_aside(attribution, sentence, lead, tokens)
    if _is_subordinate(lead):
        return False
    if lead[-1] in (",", "but") or lead[0] in _INTRODUCES or len(lead) <= 5:
        return share >= _ENOUGH / 2
    return share >= 0.5


def _concedes(lead: Sequence[str]) -> bool:
    """Whether an attribution stands right behind the word by which its sentence concedes it: "But while he said …"."""
    return " ".join(lead[1:] if lead and lead[0] in _JOINS else lead) in _CONCEDES


def _closes(attribution: Attribution, sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether ", the Courier reported." or ", two aides said on Friday." closes a sentence: all before it is the
    content, whatever else it tells of.
    """
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or not 0 <= cue.start - source.end <= 1:
        return False
    tail = [token.text.lower() for token in tokens_behind(cue.end, tokens, sentence)]
    tells_when = len(tail) <= 1 + _DATE and not _TELLS_WHEN.isdisjoint(tail[:1])
    is_last = sentence.span.end - cue.end <= 2 or tells_when
    told_behind = any(span.end > cue.end for span in attribution.content)
    before = [token.text for token in tokens_before(source.start, tokens, sentence)[-1:]]
    return is_last and not told_behind and before == [","]


def _is_second_half(attribution: Attribution, lead: Sequence[str]) -> bool:
    """Whether news comes first, and what somebody says of it behind an "and": "Exports fell by 2% in May, and analysts
    say …". Behind a "but" stands what the sentence is for.
    """
    opens = attribution.source is not None and attribution.source.start == _start(attribution)
    return opens and lead[-1:] == ["and"] and len(lead) > _NEWS


def _start(attribution: Attribution) -> int:
    """Where the clause of an attribution begins: its source, cue or content, whichever is first."""
    spans: list[Span] = [*filter(None, (attribution.source, attribution.cue)), *attribution.content]
    return min(span.start for span in spans)


def _is_tagged_on(attribution: Attribution, sentence: Sentence, lead: Sequence[str]) -> bool:
    """Whether "he said" or "according to the ministry" closes the sentence, so that all before it is the content."""
    named = [span for span in (attribution.source, attribution.cue) if span is not None]
    if lead[-1] in _BEFORE_TAG and attribution.cue == min(named):
        return True
    ends = max(span.end for span in named)
    return (lead[-1] in _BEFORE_TAG and sentence.span.end - ends < _SHORT_TAIL) or sentence.span.end - ends < 3


def _stands_aside(attribution: Attribution, sentence: Sentence, lead: Sequence[str], tokens: Sequence[Token]) -> bool:
    """Whether "two aides said on Friday" stands between commas inside the clause that it answers for, or "As the Post
    first reported" before it.
    """
    is_inside = lead[-1] == "," and len(lead) >= _CLAUSE
    if not is_inside and [word for word in lead if word != "("] != ["as"]:
        return False
    ends = max(span.end for span in (attribution.source, attribution.cue) if span is not None)
    return "," in [token.text for token in tokens_behind(ends, tokens, sentence)[:_DATE]]


def _is_subordinate(lead: Sequence[str]) -> bool:
    """Whether the words in front end in a clause that hangs on the main one: "which, critics say, will …"."""
    inner = lead[:-1] if lead[-1] == "," and lead[-2:-1] in (["which"], ["who"], ["whom"]) else lead
    if inner[-1:] == ["with"]:
        return len(inner) > 4 and _FRAMES.isdisjoint(inner)
    for word in reversed(inner[-4:]):
        if word in _SUBORDINATE:
            return len(lead) > 4 or word in ("which", "who", "whom", "whose")
        if word == ",":
            return False
    return False
