"""Mended sources: who speaks where the span finder saw nobody, or only a part of the words for somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attribution.analysis.lexicon import verb_forms, words
from attribution.analysis.names import is_capitalised
from attribution.analysis.noun_phrases import SPEAKING, core_of, singular
from attribution.analysis.subjects import (
    LONGEST_NAME,
    LONGEST_SUBJECT,
    are_people,
    first_subject,
    is_subject,
    opens_with_subject,
)
from attribution.analysis.tokens import tokens_before, tokens_behind, tokens_in
from attribution.model import Attribution, Sentence, Span, Token

_AUXILIARIES = words("before_verbs")
_BREAKS = frozenset({",", ";", ":", "”", '"', "—", "–"})
"""Marks between clauses."""
_HAVING = frozenset({"are", "is", "was", "were", "has", "have", "had", "read", "saw", "knew", "know", "work", "heard"})
"""Verbs of people who can tell: "two people who read the report said"."""
_MADE_OR_SEEN = frozenset({"commissioned", "leaked", "obtained", "published", "reviewed", "seen", "shared", "written"})
"""What ties the words for a document to somebody who is not its source: "a review | seen by | this newspaper found"."""
_OF_A_CLAUSE = frozenset(
    {"but", "is", "are", "was", "were", "has", "have", "had", "will", "would", "that", "what", "which", "how"}
)
"""Words that show that more than a noun phrase stands before a verb."""
_WHEN = 4
"""Tokens that may tell when between a passive and its agent."""
_ENDS = frozenset({",", ".", ";", ":", "who", "which", "on", "in", "at", "last", "earlier"})
"""What follows an agent."""
_PAIRED = 4
"""Words of a body's name before its "and", at most."""
_CITING = frozenset({"citing", "quoting"})
_CITED = frozenset({"cited", "quoted", "cites", "quotes"})
"""What an outlet does with its own sources, between commas: "The report, which cited two officials, said"."""


def with_shared_subject(found: Attribution, tokens: Sequence[Token], sentence: Sentence) -> Attribution:
    """An attribution whose source runs past the first of two verbs, with their subject: "the group | denied it and"."""
    row = [] if found.source is None else tokens_in(found.source, tokens, sentence)
    if len(row) < 3 or row[-1].text not in ("and", "but"):
        return found
    forms = verb_forms("speech_verbs")
    past = (i for i, token in enumerate(row) if i and forms.get(token.text) not in (None, token.text))
    verb = next((i for i in past if not row[i].text.endswith("s")), 0)  # "the report", "its claims" are no verbs
    return replace(found, source=Span(row[0].start, row[verb - 1].end)) if verb else found


def with_subject(found: Attribution, tokens: Sequence[Token], sentence: Sentence) -> Attribution:
    """An attribution whose source the finder missed or cut, with the subject in front of its verb for a source.

    "Calder's manager, Rui Peixoto, criticised the referee": the name between commas breaks the finder's run. Behind
    "according to" the finder may take the source for content; it is the source.
    """
    if found.cue is None:
        return found
    lead = tokens_before(found.cue.start, tokens, sentence)
    people = _people_at_the_end(lead)
    if found.source is not None:
        if people is not None and people.contains(found.source):
            return _of_people(found, people, lead)
        if (speaking := _before_speaking(found.source, lead) or _past_who_saw(found.source, lead)) is not None:
            return replace(found, source=speaking)
        whole = _whole(found.source, found.cue, tokens, sentence)
        content = tuple(span for span in found.content if not whole.contains(span))
        if (whole, content) == (found.source, found.content):
            return found
        return replace(found, source=whole, content=content)
    behind = next((span for span in found.content if 0 <= span.start - found.cue.end <= 1), None)
    cue = [token.text.lower() for token in tokens_in(found.cue, tokens, sentence)]
    if behind is not None and any("according" in word for word in cue):
        return replace(found, source=behind, content=tuple(span for span in found.content if span is not behind))
    if (named := _agent(found, tokens, sentence) or _before_citing(lead)) is not None:
        return replace(found, source=named)
    if people is not None:
        return _of_people(found, people, lead)
    subject = _in_front(found.cue, lead, tokens, sentence)
    is_one = subject is not None and not any(span.shared(subject) for span in found.content)
    return replace(found, source=subject) if is_one else found


def _past_who_saw(source: Span, lead: list[Token]) -> Span | None:
    """The subject behind whoever saw a document: "In a letter, seen by | the Herald, the minister, | said"."""
    first = next((i for i, token in enumerate(lead) if token.start >= source.start), 0)
    was_seen = first > 1 and lead[first - 1].text == "by" and lead[first - 2].text in _MADE_OR_SEEN
    comma = next((i for i in range(first, len(lead)) if was_seen and lead[i].text == ","), len(lead))
    rest = [token for token in lead[comma + 1 :] if token.end <= source.end]
    return Span(rest[0].start, rest[-1].end) if rest else None


def _in_front(cue: Span, lead: list[Token], tokens: Sequence[Token], sentence: Sentence) -> Span | None:
    """The subject that stands in front of a verb of speech and opens its sentence."""
    words_ = [token.text for token in tokens_in(cue, tokens, sentence)]
    while lead and lead[-1].text == ",":
        lead = lead[:-1]
    while lead and lead[0].text.lower() in ("but", "and", "however", ",", "yet"):
        lead = lead[1:]
    says = any(word in verb_forms("speech_verbs") and not word.endswith("ing") for word in words_)
    if not says or not lead or len(lead) > LONGEST_SUBJECT or not opens_with_subject(lead):
        return None
    size = first_subject(lead) if lead[-1].text in ("and", "but") else 0  # "The mill | closed in May but declined to"
    return Span(lead[0].start, lead[(size or len(lead)) - 1].end)


def _of_people(found: Attribution, people: Span, lead: Sequence[Token]) -> Attribution:
    """An attribution to the people in front of its verb: what was read of them is no content."""
    told = [span for span in (_without(each, people) for each in found.content) if span is not None]
    before = Span(lead[0].start, max(token.end for token in lead if token.end <= people.start))
    return replace(found, source=people, content=tuple(told) or (before,))


def _agent(found: Attribution, tokens: Sequence[Token], sentence: Sentence) -> Span | None:
    """Who speaks in the passive: "was first reported | by Politico"."""
    tail = [] if found.cue is None else tokens_behind(found.cue.end, tokens, sentence)
    by = next((i for i, token in enumerate(tail[:_WHEN]) if token.text == "by"), 0)  # "on Thursday | by Politico"
    behind = tail[by:] if "," not in [token.text for token in tail[:by]] else tail
    end = next((i for i, token in enumerate(behind) if token.text in _ENDS or i > LONGEST_NAME), len(behind))
    is_agent = bool(found.content) and behind[:1] != [] and behind[0].text == "by" and is_subject(behind[1:end])
    return Span(behind[1].start, behind[end - 1].end) if is_agent else None


def _before_citing(lead: Sequence[Token]) -> Span | None:
    """The name in front of those whom it cites: "Later | the Courier | , citing two executives, said"."""
    texts = [token.text for token in lead]
    commas = (i for i in range(1, len(texts) - 2) if texts[i] == "," and texts[-1] == ",")
    comma = next((i for i in commas if texts[i + 1] in _CITING or texts[i + 2] in _CITED), None)
    if comma is None:
        return None
    first = comma
    while first and is_capitalised(texts[first - 1]):
        first -= 1
    first -= first > 0 and texts[first - 1] == "the"
    first = 0 if first == comma and is_subject(lead[:comma]) else first
    return Span(lead[first].start, lead[comma - 1].end) if first < comma else None


def _before_speaking(source: Span, lead: Sequence[Token]) -> Span | None:
    """Who speaks to a source: "A senior official | , speaking to the reporter Ada Lind, | said"."""
    before = [token for token in lead if token.end <= source.start]
    comma = next((i for i in range(len(before) - 1, 0, -1) if before[i].text == ","), 0)
    is_aside = 0 < comma < len(before) - 1 and before[comma + 1].text in SPEAKING and is_subject(before[:comma])
    return Span(before[0].start, before[comma - 1].end) if is_aside else None


def _people_at_the_end(lead: Sequence[Token]) -> Span | None:
    """The people between the last comma and a verb: "…, two people briefed on the effort | said"."""
    comma = max((i for i, token in enumerate(lead) if token.text == ","), default=None)
    row = [] if comma is None else [token.text for token in lead[comma + 1 :]]
    if not 1 < len(row) <= LONGEST_SUBJECT or not row[0].islower() or row[0] in words("subordinators"):
        return None
    core, _ = core_of(row)
    rest = row[row.index("and") + 1 :] if "and" in row[:-1] else row  # "two diplomats and | an aide"
    is_plain = len(core) < len(row) and are_people(core[-1]) and are_people(core_of(rest)[0][-1])
    is_plain = is_plain and _OF_A_CLAUSE.isdisjoint(row)
    return Span(lead[-len(row)].start, lead[-1].end) if is_plain else None


def _without(content: Span, source: Span) -> Span | None:
    """What of a content stands before a source; all of it where they are apart."""
    if not content.shared(source):
        return content
    return Span(content.start, source.start) if content.start < source.start else None


def _whole(source: Span, cue: Span, tokens: Sequence[Token], sentence: Sentence) -> Span:
    """A source with the people before it whose clause it ends, or with the words before the "and" that it begins with:
    "two people who read the engineers' | report said", "the search | and rescue agency said".
    """
    lead = tokens_before(source.start, tokens, sentence)
    citing = _before_citing(tokens_before(cue.start, tokens, sentence))
    if citing is not None and citing.end < source.start < cue.start:
        return citing
    start = next((i + 1 for i in range(len(lead) - 1, -1, -1) if lead[i].text in _BREAKS), 0)
    clause = [token.text.lower() for token in lead[start:]]
    opens = [token.text for token in tokens_in(source, tokens, sentence)[:1] if token.start == source.start]
    if opens == ["and"] and 0 < len(clause) <= _PAIRED and clause[0] == "the":
        return Span(lead[start].start, source.end)
    if len(clause) > 2 and (clause[-2] in _MADE_OR_SEEN and clause[-1] in ("by", "with", "to")):
        return Span(lead[start].start, source.end)
    if not 0 <= cue.start - source.end <= 1 or "who" not in clause[1:] or len(clause) > LONGEST_SUBJECT:
        return source
    place = clause.index("who")
    people, does = singular(clause[place - 1]), clause[place + 1 : place + 2]
    is_theirs = bool(does) and (does[0] in _AUXILIARIES or does[0] in _HAVING or does[0].endswith("ed"))
    return Span(lead[start].start, source.end) if is_theirs and are_people(people) else source
