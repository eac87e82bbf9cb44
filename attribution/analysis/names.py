"""Names: which runs of capitalised words in a story are people, bodies or news organisations.

Nothing is looked up outside the story but short lists: given names, titles, words for bodies, news organisations.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from attribution.analysis.lexicon import lines, words
from attribution.model import Sentence

_INSIDE = words("name_particles")
_NEVER = words("never_in_names")
_KNOWN_WORDS = 1 << 14
_LONGEST_OUTLET = 5
"""Words of an outlet's name that are looked for at most."""
_WITH_ARTICLE = re.compile(r"(?:a[dlnrst]|a[st]h|el|ez)-[A-Z]")
"""The Arabic article at the head of a name."""
LINKS = frozenset({"of", "for", "and", "the"})
"""Small words inside names, with which none of a person begins."""
_INITIALS_OF_SEVERAL = re.compile(r"[A-Z]{2,}s")
"""MPs and CEOs, which are no name."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


class Gender(Enum):
    """How a story refers to a person: `he` or `she`."""

    MALE = "m"
    FEMALE = "f"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words: the half-open range of its tokens."""

    first: int
    last: int


def runs_of_names(texts: Sequence[str], sentences: Sequence[Sentence]) -> tuple[tuple[int, Run], ...]:
    """The runs of capitalised words among the tokens of a story, each with the index of its sentence."""
    places = [i for i, may_be in enumerate(map(_may_be_in_a_name, texts)) if may_be]
    return tuple((i, run) for i, sentence in enumerate(sentences) for run in _runs(texts, sentence, places))


def _runs(texts: Sequence[str], sentence: Sentence, places: Sequence[int]) -> Iterator[Run]:
    """The runs of capitalised words in a sentence, small words like "of" kept inside; each begins at a place."""
    end = sentence.first
    for first in places[bisect.bisect_left(places, sentence.first) : bisect.bisect_left(places, sentence.last)]:
        if first < end:
            continue
        end = first
        while end < sentence.last and _goes_on(texts, end, sentence.last):
            end += 1
        yield Run(first, end)


def _goes_on(texts: Sequence[str], i: int, end: int) -> bool:
    word = texts[i]
    if word == "A":  # the initial of a middle name, no article
        return i + 2 < end and texts[i + 1] == "." and is_capitalised(texts[i + 2])
    if is_capitalised(word):
        return _may_be_in_a_name(word)
    inner = word.lower() in _INSIDE or word == "&" or (word == "." and _is_initial(texts[i - 1]))
    return inner and i + 1 < end and _may_be_in_a_name(texts[i + 1])


@lru_cache(_KNOWN_WORDS)
def _may_be_in_a_name(word: str) -> bool:
    return is_capitalised(word) and word.lower() not in _NEVER


def spelled(row: Sequence[str]) -> list[str]:
    """Words with the full stop behind an initial joined to it: "James B. Comey" is three words."""
    found: list[str] = []
    for i, word in enumerate(row):
        if word == "." and found and _is_initial(found[-1]) and i + 1 < len(row):
            found[-1] += "."
        else:
            found.append(word)
    return found


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


@lru_cache(_KNOWN_WORDS)
def is_capitalised(word: str) -> bool:
    """Whether a word is written like a name: "Assad", "al-Assad", "@assad", "iFact"."""
    if word[0].isupper() or (word[0].islower() and word[1:2].isupper() and word[2:3].islower()):
        return True
    return (word[0] in "@#" and len(word) > 1) or ("-" in word and _WITH_ARTICLE.match(word) is not None)


def person_words(row: Sequence[str]) -> tuple[str, ...]:
    """The words of a person's name in a capitalised run: what follows its last title, up to where they are from; a
    surname can be a title too.
    """
    start = max((i + 1 for i, word in enumerate(row[:-1]) if word.lower() in words("titles")), default=0)
    start += len(row) - start > 2 and row[start].lower() in words("held_roles")
    named = tuple(row[start:])
    given = next((i for i in range(len(named) - 1) if has_given_name(named[i:])), 0)
    name = named[given:]
    end = name.index("of") if "of" in name[1:] else 0
    is_full = end > 1 and has_given_name(name)  # "Sen. Jo Doe of Ohio", but "Bank of England"
    return name[:end] if is_full or (end == 1 and start and not given) else name


def place_of(row: Sequence[str], name: Sequence[str]) -> int:
    """Where a name begins in words that hold it: behind titles, in front of where its bearer is from; their number when
    there is no name.
    """
    wanted, size = list(name), len(name)
    for i in range(len(row) - size, -1, -1):
        if list(row[i : i + size]) == wanted:
            return i
    return len(row)


def is_person(row: Sequence[str], *, after_title: bool, after_the: bool) -> bool:
    """Whether the words are a person's name, told by a title before them, a given name, or their number."""
    if not row or len(row) > 5 or any(word.lower().rstrip(".") in words("organization_words") for word in row):
        return False
    if row[0].lower() in LINKS or any(map(_INITIALS_OF_SEVERAL.fullmatch, row)):
        return False
    if not all(is_capitalised(word) or word.lower() in _INSIDE for word in row):
        return False
    if after_title:
        return True
    if row[0].lower() in words("never_given"):
        return False
    if after_the or any(word.isupper() and len(word) > 2 for word in row):
        return False
    return (len(row) > 1 and has_given_name(row)) or (2 <= len(row) <= 3 and "of" not in row)


def surname(row: Sequence[str]) -> str:
    """The last word of a name that is not a suffix such as "Jr."."""
    kept = [word for word in row if word.lower() not in _SUFFIXES] or list(row)
    return kept[-1]


def has_given_name(row: Sequence[str]) -> bool:
    """Whether the first word is a given name."""
    return row[0].lower() in words("male_names") or row[0].lower() in words("female_names")


def gender(row: Sequence[str]) -> Gender | None:
    """What the given name tells; None when the lists know it for both or for neither."""
    given = row[0].lower()
    male, female = given in words("male_names"), given in words("female_names")
    if male == female:
        return None
    return Gender.MALE if male else Gender.FEMALE


@lru_cache(4)
def known_outlets(house: tuple[tuple[str, ...], ...]) -> Outlets:
    """The news organisations to know, the shipped ones and the newsroom's own, read once for each list of those."""
    names: dict[str, str] = {}
    for row in house:
        for alias in row:
            plain = _plain(alias).removeprefix("the ")
            names.update({plain: row[0], f"the {plain}": row[0]})
    for row in (tuple(line.split(" | ")) for line in lines("outlets")):
        for alias in row:
            names.setdefault(_plain(alias), row[0])
    return Outlets(names, _longest(names))


def _longest(names: Iterable[str]) -> dict[str, int]:
    """By first word, how many words the names that begin with it have at most."""
    found: dict[str, int] = {}
    for name in names:
        first, *rest = name.split() or [name]
        found[first] = max(found.get(first, 0), min(len(rest) + 1, _LONGEST_OUTLET))
    return found


class Outlets:
    """The news organisations to know."""

    def __init__(self, names: Mapping[str, str], longest: Mapping[str, int]) -> None:
        """`names` leads from each way to call an outlet, plain, to its name, `longest` from the first word of those to
        the most words that such a one has.
        """
        self._names, self._longest = names, longest

    def joined_by(self, called: Mapping[str, str]) -> Outlets:
        """These outlets and further ways to call one, each with the name of the outlet that it means."""
        if not called:
            return self
        names = {_plain(each): name for each, name in called.items()}
        more = {first: max(most, self._longest.get(first, 0)) for first, most in _longest(names).items()}
        return Outlets({**self._names, **names}, {**self._longest, **more})

    def named(self, text: str) -> str | None:
        """The outlet that a text names, and nothing else; None for any other text."""
        plain = _plain(text)
        return self._names.get(plain) or self._names.get(plain.removeprefix("the "))

    def found(self, row: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Every outlet named in a row of words: the half-open range of words and its name, the longest first."""
        end = 0
        for i, opening in [(i, opening) for i, opening in enumerate(map(_opening, row)) if opening]:
            most = self._longest.get(opening, 0)
            if not most or i < end or (row[i] == "the" and row[i + 1 : i + 2] and row[i + 1].islower()):
                continue
            length = next((n for n in range(min(most, len(row) - i), 0, -1) if self._is_name(row[i : i + n])), 0)
            if length and not _names_a_body(row, i + length) and not _is_a_surname(row, i, length):
                yield i, i + length, self._names[_plain(" ".join(row[i : i + length]))]
            end = i + length

    def _is_name(self, row: Sequence[str]) -> bool:
        is_written_so = is_capitalised(row[-1]) or (len(row) > 1 and row[-1].isdigit())
        return is_written_so and _plain(" ".join(row)) in self._names


def _is_a_surname(row: Sequence[str], i: int, length: int) -> bool:
    """Whether a given name stands before an outlet's single word: "Kate Forbes"."""
    return length == 1 and i > 0 and is_capitalised(row[i - 1]) and has_given_name(row[i - 1 : i])


def _names_a_body(row: Sequence[str], end: int) -> bool:
    """Whether the words before a place go on as the name of a body: "the State Department" is no paper."""
    goes_on = end < len(row) and row[end].istitle() and row[end].lower() in words("organization_words")
    return goes_on and end > 1 and row[end - 2] in ("the", "The")


@lru_cache(_KNOWN_WORDS)
def _opening(word: str) -> str:
    """A word that can open an outlet's name, plain; nothing for any other word."""
    return _plain(word) if word == "the" or not word.islower() else ""


@lru_cache(_KNOWN_WORDS)
def _plain(name: str) -> str:
    """A name without case, mark-up of handles, apostrophes or closing full stops."""
    return re.sub(r"[@#’']|\.(?!\w)", "", name).lower().strip()
