"""Plain tags that the span finder missed: "…, he said." at the end of a sentence and "He added that …" at its head.

Only a sentence in which the finder saw no cue is looked at, and only verbs of saying that take a clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from attribution.analysis.colons import introducing
from attribution.analysis.cues import is_clause
from attribution.analysis.lexicon import verb_forms, words
from attribution.analysis.names import is_capitalised
from attribution.analysis.noun_phrases import core_of, singular
from attribution.analysis.subjects import (
    BY_FORM,
    LONGEST_NAME,
    LONGEST_SUBJECT,
    are_people,
    first_subject,
    is_subject,
    judging,
    opens_with_subject,
    saying,
    verb_start,
)
from attribution.model import Attribution, Sentence, Span, Token

_AUXILIARIES = words("before_verbs")
_SHOWING = frozenset({"show", "shows", "showed", "find", "finds", "found", "suggest", "suggests", "suggested"})
_NOUNS_TOO = frozenset({"record", "records", "detail", "details", "document", "documents", "estimate", "estimates",
                        "forecast", "forecasts", "list", "lists", "note", "notes", "outline", "outlines", "project",
                        "projects", "report", "reports", "state", "states", "put", "read"})  # fmt: skip
"""Forms of verbs by which documents speak that are nouns, or past participles, as well."""
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
_CITING = frozenset({"citing", "quoting"})
_CITED = frozenset({"cited", "quoted", "cites", "quotes"})
"""What an outlet does with its own sources, between commas: "The report, which cited two officials, said"."""
_ENDS = frozenset({",", ".", ";", ":", "who", "which", "on", "in", "at", "last", "earlier"})
"""What follows an agent."""
_PAIRED = 4
"""Words of a body's name before its "and", at most."""
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


def with_subject(found: Attribution, tokens: Sequence[Token], sentence: Sentence) -> Attribution:
    """An attribution whose source the finder missed or cut, with the subject in front of its verb for a source.

    "Calder's manager, Rui Peixoto, criticised the referee": the name between commas breaks the finder's run. Behind
    "according to" the finder may take the source for content; it is the source.
    """
    if found.cue is not None and found.source is not None:
        whole = _whole(found.source, found.cue, tokens, sentence)
        return replace(found, source=whole, content=tuple(span for span in found.content if not whole.contains(span)))
    if found.cue is None:
        return found
    behind = next((span for span in found.content if 0 <= span.start - found.cue.end <= 1), None)
    if behind is not None and any("according" in token.text.lower() for token in _inside(found.cue, tokens, sentence)):
        return replace(found, source=behind, content=tuple(span for span in found.content if span is not behind))
    if agent := _agent(found, tokens, sentence):
        return replace(found, source=agent)
    lead = [token for token in tokens[sentence.first : sentence.last] if token.end <= found.cue.start]
    if (citing := _before_citing(lead)) is not None:
        return replace(found, source=citing)
    if people := _people_at_the_end(lead):
        told = [span for span in (_without(each, people) for each in found.content) if span is not None]
        before = Span(lead[0].start, max(token.end for token in lead if token.end < people.start))
        return replace(found, source=people, content=tuple(told) or (before,))
    cue = [token.text for token in _inside(found.cue, tokens, sentence)]
    while lead and lead[-1].text == ",":
        lead.pop()
    while lead and lead[0].text.lower() in ("but", "and", "however", ",", "yet"):
        lead.pop(0)
    says = any(word in verb_forms("speech_verbs") and not word.endswith("ing") for word in cue)
    if not says or not lead or len(lead) > LONGEST_SUBJECT or not opens_with_subject(lead):
        return found
    size = first_subject(lead) if lead[-1].text in ("and", "but") else 0  # "The mill | closed in May but declined to"
    subject = Span(lead[0].start, lead[(size or len(lead)) - 1].end)
    return found if any(span.shared(subject) for span in found.content) else replace(found, source=subject)


def _agent(found: Attribution, tokens: Sequence[Token], sentence: Sentence) -> Span | None:
    """Who speaks in the passive: "was first reported | by Politico"."""
    behind = [token for token in tokens[sentence.first : sentence.last] if found.cue and token.start >= found.cue.end]
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
    lead = [token for token in tokens[sentence.first : sentence.last] if token.end <= source.start]
    citing = _before_citing([token for token in tokens[sentence.first : sentence.last] if token.end <= cue.start])
    if citing is not None and citing.end < source.start < cue.start:
        return citing
    start = next((i + 1 for i in range(len(lead) - 1, -1, -1) if lead[i].text in _BREAKS), 0)
    clause = [token.text.lower() for token in lead[start:]]
    opens = [token.text for token in tokens[sentence.first : sentence.last] if token.start == source.start]
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


def _inside(span: Span, tokens: Sequence[Token], sentence: Sentence) -> list[Token]:
    """The tokens of a sentence that lie in a span."""
    return [token for token in tokens[sentence.first : sentence.last] if span.start <= token.start < span.end]


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
    return _shown(tokens, sentence, index) or _put(tokens, sentence, index)


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
    if not {core[-1].lower(), " ".join(core[-2:]).lower()} & words("document_nouns"):
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
    figure = [token.text for token in tokens[at + 1 : min(at + 4, sentence.last)]]
    if start <= first or not is_subject(tokens[first:start]) or not any(map(_is_figure, figure)):
        return None
    content = Span(tokens[verb + 1].start, tokens[sentence.last - 1].end)
    return _found(index, tokens, range(first, start), range(start, verb + 1), content)


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
