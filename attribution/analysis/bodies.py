"""Bodies: what a story calls the organisations and outlets in it, in full, in short, and "the company".

"The company" is the one body that the story has called a company, a bank or the like; of two it is neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attribution.analysis.cast import Cast
from attribution.analysis.lexicon import words
from attribution.analysis.names import Outlets, has_given_name, is_person, person_words, spelled
from attribution.model import Sentence

_NEAR = 10
"""So many tokens from a name its story says what kind of body it is."""
_ANY_BODY = frozenset({"agency", "body", "company", "firm", "group", "organisation", "organization"})
"""Nouns by which a body of any kind can be called."""
_NO_ABBREVIATIONS = frozenset({"EU", "UK", "UN", "US"})


class Bodies:
    """The bodies of one story."""

    def __init__(self, sentences: Sequence[Sentence], cast: Cast, outlets: Outlets) -> None:
        self._told = tuple(_told_of(sentences, cast, outlets))
        self._spelled_out = dict(_names_in_full(cast))

    def in_full(self, name: str) -> str:
        """The name in full behind initials: "SEC" for the Securities and Exchange Commission."""
        return self._spelled_out.get(name, name)

    def meant(self, place: int) -> str | None:
        """The one body that a story has told of, as such, before a place; None when there are several."""
        told = {name for at, name in self._told if at < place}
        return told.pop() if len(told) == 1 else None


def _told_of(sentences: Sequence[Sentence], cast: Cast, outlets: Outlets) -> Iterator[tuple[int, str]]:
    """Place and name of each body that a story calls one: by its own name ("Norvik Bank"), by a noun in front of it
    ("the mill group Norvik") or behind it ("Norvik, the mill group").
    """
    for i, run in cast.runs:
        sentence = sentences[i]
        row = spelled(cast.texts[run.first : run.last])
        before = list(cast.texts[max(sentence.first, run.first - 1) : run.first])
        behind = list(cast.texts[run.last : min(run.last + _NEAR, sentence.last)])
        described = [*before, *(behind if behind[:1] == [","] else [])]
        is_body = not words("organization_words").isdisjoint(word.lower().rstrip(".") for word in row[1:])
        called = not words("bodies_called_again").isdisjoint(word.lower() for word in described)
        if (is_body or called) and not _is_somebody(row, cast) and outlets.named(" ".join(row)) is None:
            yield run.first, " ".join(row)


def _is_somebody(row: Sequence[str], cast: Cast) -> bool:
    if row[-1] in cast.surnames or row[0].lower() in words("titles"):
        return True
    name = person_words(row)
    if len(row) == 1 and has_given_name(row):
        return True
    return len(name) > 1 and is_person(name, after_title=False, after_the=False)


def _names_in_full(cast: Cast) -> Iterator[tuple[str, str]]:
    """Initials, of names of three words and more or in brackets behind a name; what comes first in the story wins."""
    for _, run in reversed(cast.runs):
        name = " ".join(cast.texts[run.first : run.last])
        behind = list(cast.texts[run.last : run.last + 3])
        in_brackets = behind[:1] == ["("] and behind[-1] == ")" and behind[1] == initials(name)
        if (run.last - run.first > 2 or in_brackets) and initials(name) not in _NO_ABBREVIATIONS:
            yield initials(name), name


def same_body(known: str, name: str) -> bool:
    """Whether two names can be one body's: one says less than the other, or is its initials."""
    one, other = known.lower().removeprefix("the ").split(), name.lower().removeprefix("the ").split()
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return initials(known) == name.upper() or initials(name) == known.upper()


def may_be(name: str, noun: str) -> bool:
    """Whether a body can be called again by a noun: a name that says what it is, "the Harbour Board", is no union, a
    commission no company.
    """
    kind = name.lower().split()[-1]
    if noun in ("company", "firm") and kind in words("official_bodies"):
        return False
    return noun in _ANY_BODY or kind not in words("organization_words") or noun == kind


def initials(name: str) -> str:
    """The capitals that open the words of a name."""
    return "".join(word[0] for word in name.split() if word[0].isupper())
