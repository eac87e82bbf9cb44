"""No comment: the constructions by which a story says that somebody was asked and gave no answer.

What was refused decides: to comment, discuss, elaborate, answer, be interviewed is no comment; to be named is
anonymity; to prosecute, run or testify is an event. "Did not respond" needs a request or somebody who could have
answered, or an engine would be silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from attribution.analysis.lexicon import lines, words
from attribution.analysis.noun_phrases import DEFINITE, core_of, singular
from attribution.model import Span
from attribution.sought import Sought, first_of

_PART = re.compile(r"\{(\w+)\} = (.+)")
_ANCHORS = re.compile(r"\[([a-z ]+)\]")


def _read() -> Iterator[Sought]:
    """The patterns of the list `no_comment` as regular expressions, those with the same anchors as one."""
    parts: dict[str, str] = {}
    anchored: dict[str, list[str]] = {}
    for line in lines("no_comment"):
        part, anchors = _PART.fullmatch(line), _ANCHORS.fullmatch(line)
        if part:
            parts[part[1]] = _expression(part[2], parts)
        elif anchors:
            patterns = anchored.setdefault(anchors[1], [])
        else:
            patterns.append(_expression(line, parts))
    for words_, patterns in anchored.items():
        yield Sought(rf"\b(?:{'|'.join(patterns)})", tuple(words_.split()))


def _expression(pattern: str, parts: Mapping[str, str]) -> str:
    """A pattern as a regular expression, with the parts that it names."""
    pattern = re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern.replace(" ", r"\s+"))
    pattern = re.sub(r"’(?![^\[]*\])", "[’']", pattern)
    return re.sub(r"\{([a-z]+)\}", lambda found: parts[found[1]], pattern)


_NO_COMMENT = tuple(_read())
_UNREACHED = Sought(
    r"\b(?:[Ee]fforts?|[Aa]ttempts?)\s+to\s+(?:reach|contact|speak\s+to|interview)\s+"
    r"(?:him|her|them|[A-Z]|[^;]{2,60}?\bfor\s+comment\b)[^;]{0,80}?"
    r"\b(?:(?:was|were|proved)\s+(?:un|not\s+(?:immediately\s+)?)successful|failed)\b",
    ("effort", "attempt"),
)
"""Whom the press did not reach; a name's capital tells somebody from "attempts to reach the summit"."""

_BARE = Sought(
    r"\b(?:did|do|does|has|have|had)(?:n[’']t|\s+not)(?:\s+\w+ly)?"
    r"\s+(?:repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?)(?=\s*(?:[.;]|$))",
    ("repl", "respond", "answer"),
)
"""An answer that was not given, without a word of the request: "The council did not reply."."""
_NOBODY = frozenset({"he", "she", "it", "they", "we", "i", "you", "others", "who", "there"})
"""Words whose silence is told, and that name nobody whom the press asked."""
_ANSWERING = ("organization_words", "official_bodies", "spokespeople", "titles", "offices", "held_roles")
"""The lists of nouns for those whom the press asks."""

_POWERS = (
    r"(?:grand\s+jur|juror|committee|court|judge|senator|prosecutor|police|detective|investigator|lawmaker|congress"
    r"|tribunal|inquiry|inquest)"
)
_IN_COURT = re.compile(
    rf"\b{_POWERS}\w*[’']?s?[’']?\s+questions?\b"
    rf"|\bquestions?\b[^,.;]{{0,12}}\b(?:from|by)\s+(?:(?:the|an?)\s+)?(?:\w+\s+)?{_POWERS}"
    r"|\bon\s+the\s+(?:witness\s+)?stand\b|\bFifth\s+Amendment\b|\bunder\s+oath\b",
    re.IGNORECASE,
)
"""Words that show who asked: a court, the police or a parliament, not the press."""


@lru_cache(1 << 10)
def no_comment(text: str, sentence: Span) -> Span | None:
    """The words by which a sentence says that somebody gave no answer, or None."""
    found = first_of(_NO_COMMENT, text, sentence) or _UNREACHED.as_written(text, sentence)
    found = found or _unanswered(text, sentence)
    return None if found is not None and _IN_COURT.search(text, sentence.start, sentence.end) else found


def _unanswered(text: str, sentence: Span) -> Span | None:
    """The silence of somebody named, or called by a noun for those whom the press asks, without a word of a request."""
    bare = _BARE.search(text, sentence)
    subject = asked(text, sentence, bare) if bare is not None else None
    if bare is None or subject is None:
        return None
    row = re.findall(r"\w+", subject.of(text))
    can_answer = bool(row) and _can_answer(core_of(row)[0])
    return bare if can_answer else None


def _can_answer(core: list[str]) -> bool:
    """Whether a noun phrase is a name or ends in a noun for those whom the press asks: no pronoun and no engine."""
    last = core[-1]
    is_one = len(core) == 1 and singular(last) == last and last.lower() not in _NOBODY | words("part_words")
    is_named = last[0].isupper() and (is_one or (len(core) > 1 and core[0].lower() not in DEFINITE))
    return is_named or any(last.lower() in words(name) for name in _ANSWERING)


_MORE = re.compile(
    r"\bfurther(?: comments?| details?| questions?| inquiries)?(?=\s*(?:[.,;]|$)|\s+(?:on|to|about|when|while|and)\b)"
    r"|\belaborate\b|\banything more\b|\bbeyond (?:that|the|his|her|its|their)\b"
)
"""What is refused when only more is: not "on further job losses"."""
_HOW_FAR = 30
"""So many characters behind a refusal it can still be told what is refused."""


def is_of_more(text: str, sentence: Span, silence: Span) -> bool:
    """Whether somebody who has answered says no more: "said it was looking into it but would not comment further"."""
    end = min(sentence.end, silence.end + _HOW_FAR)
    goes_on = text[sentence.start : silence.start].rstrip().endswith((" and", " but"))
    return goes_on and _MORE.search(text, silence.start, end) is not None


_BEFORE_SUBJECT = re.compile(r"[,;:—–]\s|\(|\b(?:but|and|while|although|because|said|that)\s|^[\"“]", re.IGNORECASE)
_BEHIND_SUBJECT = re.compile(
    r"(?:[\s,]|\b(?:also|has|have|had|who|which|immediately|did|does|not|was|were|either|itself|repeatedly))+$",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"(?:approached|contacted|asked|reached\s+out\s+to|reach|contact|interview|speak\s+to)\s+((?!for\b)[^,;]+?)\s+(?:for|was|were|proved|failed|by)\b",
    re.IGNORECASE,
)
"""Whom the press sought: "has contacted the firm for comment", "efforts to reach the firm"."""
_CALLED = re.compile(
    r"\b(?:calls?|messages?|voicemails?|e-?mails?|letters?|questions?|requests?|texts?)\s+"
    r"(?:(?:left|sent|made|put)\s+)?(?:to|for|with|at)\s+"
    r"((?!(?:comment|an?\s+interview|a\s+response|reaction)\b)[^,;]+?)\s+(?:was|were|went|remain(?:s|ed)?|has|had|have|did|on|for)\b",
    re.IGNORECASE,
)
"""Whom the press called: "phone calls to the firm went unanswered"."""
_NEITHER = re.compile(
    r"neither\b.*(?=\s+(?:took|responded|replied|returned|offered|commented|would|(?:was|were)\s+willing|spoke)\b)",
    re.IGNORECASE | re.DOTALL,
)

_OF_IT = re.compile(r"\s+sa(?:id|ys)\s+(?:that\s+)?it\s+(?:would|was|is)\b[^,;]*$")
"""What somebody says of answering: "A spokesman | said it would be | inappropriate to comment"."""


def asked(text: str, sentence: Span, silence: Span) -> Span | None:
    """The words for whoever gave no answer: the noun phrase in front of the silence; None when there is none."""
    neither = _NEITHER.match(text, silence.start, silence.end)
    if neither is not None:
        return Span(neither.start(), neither.end())
    sought = _SOUGHT.search(text, silence.start, silence.end) or _CALLED.search(text, sentence.start, silence.end)
    if sought is not None:
        return Span(*sought.span(1))
    lead = text[sentence.start : silence.start]
    tail = _tail(lead)
    lead = lead[: len(lead) - len(tail)]
    if "," in tail and "wh" not in tail and ", " in lead:  # what stands between two commas tells more of the subject
        lead = lead[: lead.rindex(", ")]
    lead = _OF_IT.sub("", lead)
    start = max((found.end() for found in _BEFORE_SUBJECT.finditer(lead)), default=0)
    start += len(lead[start:]) - len(lead[start:].lstrip())
    return Span(sentence.start + start, sentence.start + len(lead)) if len(lead) - start > 1 else None


def _tail(lead: str) -> str:
    found = _BEHIND_SUBJECT.search(lead)
    return found.group() if found else ""
