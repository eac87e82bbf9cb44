"""Subjects: whether words can be the subject of a verb of saying, and which verbs those are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attribution.analysis.lexicon import verb_forms, words
from attribution.analysis.names import is_capitalised
from attribution.analysis.noun_phrases import singular
from attribution.model import Token

BY_FORM = 0.7
"""Confidence in an attribution that is read by the form of its words alone."""
LONGEST_NAME = 9
"""Words of a subject that are read without a parser."""
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_ARTICLES = frozenset({"a", "an", "the"})
_INSIDE_NO_SUBJECT = frozenset(
    {
        ",",
        ";",
        ":",
        "-",
        "—",
        "–",
        "who",
        "which",
        "that",
        "had",
        "has",
        "have",
        "was",
        "were",
        "is",
        "are",
        "would",
        "will",
    }
)
_SPEAKERS = ("document_nouns", "organization_words", "official_bodies", "titles")
"""Lists of nouns for what can speak without being a person."""
_TELL_MORE = words("noun_phrase_ends") | {"’s", "'s"}
LONGEST_SUBJECT = 16
"""Words of a subject with all that tells more of it."""


def is_subject(row: Sequence[Token]) -> bool:
    """Whether words are a pronoun, a name with its titles, or a short description with an article."""
    if not row:
        return False
    texts = [token.text for token in row]
    if texts[0].lower() in _PRONOUNS:
        return len(texts) == 1
    if not _INSIDE_NO_SUBJECT.isdisjoint(texts):
        return False
    if is_capitalised(texts[-1]) and texts[-1].lower() not in _PRONOUNS | _ARTICLES:
        return True
    return _can_speak(texts[-1].lower())


def first_subject(row: Sequence[Token]) -> int:
    """How many words the subject at the head of a clause has: "The news site Kvällen | put the toll at two and"; 0 when
    none can be told from the words behind it.
    """
    for i, token in enumerate(row):
        following = row[i + 1].text if i + 1 < len(row) else ""
        ends = is_capitalised(token.text) if i else token.text.lower() in _PRONOUNS
        if (ends or _can_speak(token.text.lower())) and following.islower() and following not in _TELL_MORE:
            return i + 1
    return 0


def _can_speak(noun: str) -> bool:
    return are_people(noun) or any(noun in words(name) or noun.rstrip("s") in words(name) for name in _SPEAKERS)


def are_people(noun: str) -> bool:
    """Whether a noun in lower case, singular or plural, is one for people whom a story leaves unnamed."""
    return noun in ("people", "person") or singular(noun) in words("unnamed_people") or noun in words("unnamed_people")


@cache
def saying() -> frozenset[str]:
    """Finite forms of the verbs of saying that take a clause."""
    verbs = words("clause_verbs")
    return frozenset(
        form for form, verb in verb_forms("speech_verbs").items() if verb in verbs and not form.endswith("ing")
    )


def opens_with_subject(lead: Sequence[Token]) -> bool:
    """Whether the words before a verb begin with a name, a pronoun or an article, and end beside a comma or a name."""
    first = lead[0].text
    if first.lower() in words("subordinators", "openers") or not is_capitalised(first):
        return False
    if lead[-1].text.lower() in _ARTICLES:
        return False
    return not any(token.text in ("is", "are", "was", "were", "has", "had", "have", "will", "would") for token in lead)


def verb_start(tokens: Sequence[Token], verb: int) -> int:
    """Where a verb begins with the auxiliaries before it: "has | said"."""
    while tokens[verb - 1].text in words("before_verbs"):
        verb -= 1
    return verb


@cache
def judging() -> frozenset[str]:
    """Finite forms of the verbs by which a group's judgement is reported: "analysts expect", "opponents suspect"."""
    verbs = {"anticipate", "believe", "doubt", "expect", "fear", "reckon", "suspect", "think"}
    forms = {**verb_forms("belief_verbs"), **verb_forms("speech_verbs")}
    return frozenset(form for form, verb in forms.items() if verb in verbs and not form.endswith("ing"))
