"""Voices: the sources of a story while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from attribution.analysis.cast import Person
from attribution.analysis.lexicon import words
from attribution.analysis.names import has_given_name
from attribution.model import Kind, Span

OURS = "This newspaper"
"""By which a story means the outlet that prints it, whatever the words."""
PLURAL = frozenset({Kind.UNNAMED_GROUP, Kind.ORGANIZATION, Kind.UNNAMED_PERSON})
"""The kinds that "they" can mean."""
THINGS = frozenset({Kind.ORGANIZATION, Kind.DOCUMENT, Kind.OUTLET})
"""The kinds that "it" can mean."""


@dataclass(slots=True, eq=False)
class Voice:
    """A source while the story is read; grows with each mention."""

    kind: Kind
    name: str | None
    head: str
    description: str
    affiliation: str | None = None
    count: int = 1
    mentions: list[Span] = field(default_factory=list)
    person: Person | None = None
    called: str = ""
    """The noun by which it was described last."""
    introduced: str = ""
    """The words of its first mention."""
    asked: bool = False
    """Whether it asked not to be named."""

    def met(self, span: Span, noun: str, description: str) -> None:
        """Remember a mention: its place, its head noun (empty for a name or a pronoun), its words."""
        self.mentions.append(span)
        self.called = noun or self.called
        self.introduced = self.introduced or description


def may_be_somebody(voice: Voice) -> bool:
    """Whether a source is a person, somebody who speaks for others ("a union rep"), or a single name that could be a
    person's: "Ilka, who asked that …".
    """
    return voice.kind is Kind.PERSON or voice.head in words("spokespeople") or (not voice.head and has_one_name(voice))


def has_one_name(voice: Voice) -> bool:
    """Whether the story calls a source by a single name."""
    return bool(voice.name) and " " not in (voice.name or "")


def has_first_name_only(voice: Voice) -> bool:
    """Whether a person is told of by a given name and nothing but an age or a role, as the partly named are: "Amy, 16",
    "Ilka, a teacher". Those known by one name the whole world over have no need of it.
    """
    name = (voice.name or "").split()
    described = voice.introduced.partition(",")[2].split()
    is_one = voice.kind is Kind.PERSON and len(name) == 1 and has_given_name(name)
    return is_one and described[:1] != [] and (described[0].rstrip(",").isdigit() or described[0] in ("a", "an"))
