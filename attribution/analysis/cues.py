"""Cues: whether the words between a source and a content report speech.

PolNeAR's annotators, and so the span finder, also mark beliefs and intentions ("wants", "plan to"); nobody says how the
story knows of those, so they stay background. A judgement of a loose group ("analysts expect") and a named body's
forecast count, since they are claims that can be true or false.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from attribution.analysis.frames import is_frame
from attribution.analysis.lexicon import verb_forms, words
from attribution.analysis.subjects import saying
from attribution.model import Kind, Span

_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be|got|gets)\s+(?:\w+ly\s+|also\s+|not\s+|widely\s+)*(\w+(?:ed|en|ung|own|old))\b"
    r"|^(?:accused|suspected)\s+of\b"
)
"""A verb whose subject does not speak; "accused of" without anybody between is one too."""
_ACTIVE_AFTER_ALL = re.compile(r"\bby\b|\bquoted\b|\bsaid\b|\balleged\b")
_OF_A_BODY = frozenset(
    {"find", "show", "indicate", "demonstrate", "read", "list", "put", "detail", "document", "record"}
    | {"expect", "anticipate", "believe"}
)
"""What a body finds or forecasts is its word."""
_OF_A_GROUP = frozenset(
    {"expect", "anticipate", "fear", "believe", "think", "see", "worry", "doubt", "suspect", "estimate", "calculate"}
    | {"find"}
)
"""What people without a name find or forecast is their word."""
_AT_A_FIGURE = re.compile(r"\bat\s+(?:\w+\s+){0,2}[$£€]?\d")
"""What "put" tells when it is speech: "put the loss at $4m"."""
_REQUESTS = re.compile(r"\b(?:call(?:s|ed|ing)?\s+(?:for|on|upon)|urg|appeal|demand)", re.IGNORECASE)
_LEARNS = re.compile(r"\b(?:learned|learnt|understands|been\s+told)\b")
"""An outlet's words for what sources told it: "the BBC has learnt"."""
_SPEAKS_OF = re.compile(
    r"\bsp(?:eaks?|oke|oken|eaking)\s+of\b|\bma(?:de|kes?|king)\s+the\s+case\b|\bt(?:ook|akes?|aken|aking)\s+issue\b"
)
"""Speech by a verb that is none without the words behind it."""
_QUESTION = re.compile(r"(?:\S+\s+){0,4}?(?:whether|if|what|who|how|why|when|where|which)\b", re.IGNORECASE)
"""What is asked when nothing is claimed: "asked the minister whether …", but "asked the court to …"."""
_UNVERIFIED = re.compile(r"\b(?:could\s+not|couldn[’']t|unable\s+to)\s+(?:\w+\s+)?(?:confirm|verify)\b")
"""Words of the newsroom whose story it is, about what it did not report."""
_OFFICIAL_SPEECH = frozenset({"announce", "declare", "testify"})
_NOT_SPEECH = words("acts_not_speech")
"""Verbs of speech whose commoner use in news is an act; a quotation beside them decides."""


_ASSERTING = frozenset({"adamant", "emphatic", "insistent", "unequivocal"})
_SURE = frozenset(
    {"certain", "concerned", "confident", "convinced", "doubtful"}
    | {"persuaded", "sceptical", "skeptical", "sure", "worried"}
)
_CLAUSE_ONLY = frozenset(
    {"maintain", "state", "observe", "project", "hint", "hold", "signal", "reveal", "mention", "comment"}
)
"""Verbs that report speech only before a clause: "maintained that …", but "maintained a close relationship"."""
_TOPICS = frozenset({"allegations", "comment", "comments", "concern", "criticism", "message", "news", "speech"})
"""Nouns that tell what somebody spoke of, and seldom what they said: "made comments about", "drew criticism"."""
_NOUNS = words("attribution_nouns") - _TOPICS
_CLAUSE_OPENERS = words("clause_openers")
_FINITE = words("finite_verbs")


_NO_VERBS = frozenset({":", "-", "–", "—", "went on", "goes on"})
"""Cues that hold no verb of saying."""


class Speech(Enum):
    """What a cue reports."""

    SAYS = "says"
    ANNOUNCES = "announces"
    LEARNS = "learns"
    NOT = "not"


def with_agent(text: str, cue: Span, source: Span | None) -> str:
    """The words of a cue in a text, with the "by" behind which the source of a passive stands: "was criticised by"."""
    between = "" if source is None else text[cue.end : source.start].strip()
    return f"{cue.of(text)} by" if between == "by" else cue.of(text)


def reads(cue: str, kind: Kind | None, content: str, *, quoted: bool) -> Speech:
    """Whether a cue's words report speech of a source of this kind; `quoted`: a quotation is its content."""
    lowered = cue.lower()
    if "according" in lowered or lowered in _NO_VERBS or is_frame(lowered):
        return Speech.SAYS
    if not quoted and is_clause(content) and _insists(lowered, kind):
        return Speech.SAYS
    if not quoted and _PASSIVE.search(lowered) and not _ACTIVE_AFTER_ALL.search(lowered):
        return Speech.NOT
    if kind is Kind.OUTLET and _UNVERIFIED.search(lowered):
        return Speech.NOT
    if kind is Kind.OUTLET and _LEARNS.search(lowered):
        return Speech.LEARNS
    found = {verb for word in re.findall(r"[a-z’'-]+", lowered) for verb in _lemmas().get(word, ())}
    if not quoted and not is_clause(content):
        found -= _CLAUSE_ONLY
    if "put" in found and _AT_A_FIGURE.search(content):
        return Speech.SAYS
    if found == {"ask"} and not quoted and _QUESTION.match(content):
        return Speech.NOT
    if found & _OFFICIAL_SPEECH:
        return Speech.ANNOUNCES
    if quoted or _reports(found, kind) or _REQUESTS.search(lowered) or _SPEAKS_OF.search(lowered) or _carries(lowered):
        return Speech.SAYS
    return Speech.NOT


def _insists(cue: str, kind: Kind | None) -> bool:
    """Whether "was adamant" or, of a group that nobody names, "are convinced" tells what is claimed."""
    row = set(cue.split())
    return not row.isdisjoint(_ASSERTING) or (kind is Kind.UNNAMED_GROUP and not row.isdisjoint(_SURE))


def is_clause(content: str) -> bool:
    """Whether a content can be a whole clause: it opens like one and has a finite verb that the form shows."""
    row = content.lower().replace("’", "'").split()
    if not row:
        return True
    opens = row[0] in _CLAUSE_OPENERS or content[0].isupper() or not content[0].isalpha()
    return row[0] == "that" or (opens and not _FINITE.isdisjoint(row))


def is_said(cue: str) -> bool:
    """Whether a cue is a finite verb of saying that takes a clause, so that a source must stand near it."""
    row = cue.lower().split()
    return row[:1] != ["to"] and not saying().isdisjoint(row)


def tells(cue: str) -> bool:
    """Whether a verb or a noun of communication stands in a cue, whatever its source: no mere belief or aim."""
    row = re.findall(r"[a-z’'-]+", cue.lower())
    forms, nouns = verb_forms("speech_verbs"), words("attribution_nouns")
    return cue == ":" or any(word == "according" or word in forms or word in nouns for word in row)


def denies(cue: str) -> bool:
    """Whether a cue is a denial, which is nothing but speech: "has denied", but not "was denied"."""
    is_one = not {"deny", "denies", "denied"}.isdisjoint(cue.lower().split())
    return is_one and not _PASSIVE.search(cue.lower())


def thinks(cue: str) -> bool:
    """Whether a cue tells what somebody thinks, wants or fears."""
    return not verb_forms("belief_verbs").keys().isdisjoint(cue.lower().split())


def _reports(found: set[str], kind: Kind | None) -> bool:
    """Whether one of the verbs is speech for this kind of source."""
    if not words("speech_verbs").isdisjoint(found - _NOT_SPEECH):
        return True
    if kind in (Kind.DOCUMENT, Kind.OUTLET):
        return not words("evidence_verbs").isdisjoint(found)
    if kind is Kind.ORGANIZATION:
        return not _OF_A_BODY.isdisjoint(found)
    return kind is Kind.UNNAMED_GROUP and not _OF_A_GROUP.isdisjoint(found)


def _carries(cue: str) -> bool:
    """Whether a noun of communication is the cue: "in a statement", "made it clear"."""
    return "clear" in cue or not _NOUNS.isdisjoint(re.findall(r"[a-z-]+", cue))


@cache
def _lemmas() -> dict[str, tuple[str, ...]]:
    """The verbs of all lists behind each form."""
    forms: dict[str, tuple[str, ...]] = {}
    for name in ("speech_verbs", "belief_verbs", "evidence_verbs"):
        for form, verb in verb_forms(name).items():
            forms[form] = (*forms.get(form, ()), verb)
    return forms
