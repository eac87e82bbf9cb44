"""Noun phrases: the words for a source cut at their first modifier, its head, its closing name.

No parser stands behind this: a news source is a short phrase, and where it ends a small word, a mark or a participle
shows.
"""

from __future__ import annotations

from functools import cache, lru_cache

from attribution.analysis.lexicon import words
from attribution.analysis.names import LINKS, is_capitalised, is_person, person_words

_KNOWN_WORDS = 1 << 14
_ENDS_CORE = words("noun_phrase_ends")
FOLLOWERS = words("participle_followers")
_JOINS = frozenset(["de", "van", "von", "den", "der", "al", "el", "bin", "la", "of", "for", "and", "&", "the"])
SPEAKING = frozenset({"speaking", "talking", "writing", "testifying", "appearing", "citing", "quoting"})
"""Participles behind which it is told to whom or where somebody spoke."""
_ADVERBS = frozenset(
    {"now", "also", "still", "then", "already", "later", "recently", "often", "however", "too", "first", "earlier"}
    | {"previously", "repeatedly", "separately", "initially", "originally", "immediately", "publicly", "privately"}
    | {"there", "here", "nearby", "locally", "elsewhere"}
)
"""What stands between a source and its verb and is no part of either."""
_POSSESSIVES = frozenset({"'", "’", "'s", "’s"})
_REMITS = frozenset({"committee", "department", "ministry", "office"})
"""Bodies that are named for what they look after."""
_CALLED = frozenset({"called", "named", "dubbed", "titled", "entitled", "headlined"})
DEFINITE = frozenset({"the", "that", "this", "those", "these", "his", "her", "their", "its"})
INDEFINITE = frozenset({"a", "an", "one", "another", "some", "several", "many", "two", "three", "four", "other"})
_ARTICLES = DEFINITE | INDEFINITE | {"but"}
_PREDICATES = frozenset({"aware", "close", "familiar", "knowledgeable", "privy"})
"""Adjectives that stand behind their noun, with what they need: "people aware of the plan"."""
_NO_NAMES_HEAD = _JOINS | {"a", "an", "but", "both", "neither"}
"""Small words that can stand inside a name, but not at its head."""


def trimmed(row: list[str]) -> list[str]:
    """The words without marks at either end, a passive's "by", a closing possessive, and a clause on where or to whom
    somebody spoke.
    """
    spoke = (i for i in range(1, len(row) - 1) if row[i] == "," and row[i + 1] in SPEAKING)
    row = row[: next(spoke, len(row))]
    while row and not row[0][0].isalnum() and row[0][0] not in "@#":
        row = row[1:]
    while row and (not any(map(str.isalnum, row[-1])) or row[-1] in ("'s", "’s")):
        row = row[:-1]
    while len(row) > 1 and row[-1] in _ADVERBS:
        row = row[:-1]
    return row[len(row) > 1 and row[0] == "by" :] or ["it"]


def core_of(row: list[str]) -> tuple[list[str], list[str]]:
    """The noun phrase up to its first modifier behind the noun, and the words after an "of" that follows it."""
    end = 1
    while end < len(row):
        if _modifies(row, end) or (row[end].lower() in _ENDS_CORE and not _goes_on(row, end)):
            break
        end += 1
    of = row[end + 1 :] if end < len(row) and row[end].lower() == "of" else []
    return row[:end], of


def _modifies(row: list[str], i: int) -> bool:
    """Whether a participle or an adjective behind the noun begins here: "documents filed on", "aides close to"."""
    word = row[i]
    if i + 1 == len(row) and word in words("document_nouns"):
        return False  # "a court filing"
    following = row[i + 1].lower() if i + 1 < len(row) else "to"
    if word in _CALLED and following in ("“", '"', "‘", "'"):
        return True
    if (
        word.endswith("ing")
        and row[0].lower() in INDEFINITE
        and row[i - 1] in words("unnamed_people")
        and following != "to"
    ):
        return True  # "a man clearing limbs"
    if row[i - 1].lower() in ("a", "an", "the"):
        return False
    leads_on = following in FOLLOWERS or following.endswith("day")
    return leads_on and (
        word in _PREDICATES or (word.islower() and word.endswith(("ed", "ing", "sent", "seen", "shown", "written")))
    )


def _goes_on(row: list[str], i: int) -> bool:
    """Whether a small word belongs to the noun phrase: "an inside source", "intelligence and police officials"."""
    if row[i].lower() in ("and", "or"):
        return _name_goes_on(row, i) or _is_paired(row, i) or _is_a_bodys_name(row, i)
    if row[i] == ",":
        return _is_in_a_remit(row, i)
    return _name_goes_on(row, i) or row[i - 1].lower() in ("a", "an", "the")


def _is_in_a_remit(row: list[str], i: int) -> bool:
    """Whether a comma stands inside a ministry's name: "the Department for Culture, Media and Sport"; none does in "the
    Department of Justice, Google and Meta".
    """
    links = (k for k in range(1, i) if row[k].lower() in ("for", "on") and row[k - 1].lower() in _REMITS)
    end = i
    while row[end] == "," and end + 2 < len(row) and is_capitalised(row[end + 1]):
        end += 2
        while end + 1 < len(row) and is_capitalised(row[end]):
            end += 1
    is_list = row[end].lower() == "and" and end + 1 < len(row) and is_capitalised(row[end + 1])
    return next(links, 0) > 0 and end > i and is_list


def _is_a_bodys_name(row: list[str], i: int) -> bool:
    """Whether capitalised words on either side of an "and" are one body's name: "the Nurses and Midwives' Union"."""
    end = i + 1
    while end < len(row) and (is_capitalised(row[end]) or row[end] in _POSSESSIVES):
        end += 1
    return is_capitalised(row[i - 1]) and end > i + 1 and row[end - 1].lower() in words("organization_words")


def _is_paired(row: list[str], i: int) -> bool:
    """Whether "and" joins two words before one noun for people: "current and former employees"."""
    before = row[i - 1].lower()
    opens = i == 1 and before in _PAST_AND_PRESENT | _MODIFIERS
    if not (row[i - 1].islower() or opens) or before in ("he", "she", "they", "it") or is_agent(singular(before)):
        return False
    if before in _MODIFIERS and i == 1:
        return _has_people_behind(row, i)
    if any(not {before, singular(before)}.isdisjoint(words(name)) for name in _HEADS):
        return False
    return _has_people_behind(row, i)


def _has_people_behind(row: list[str], i: int) -> bool:
    head = core_of(row[i + 1 :])[0][-1].lower() if row[i + 1 :] else ""
    return head == "staff" or (head != singular(head) and singular(head) in words("unnamed_people"))


_PAST_AND_PRESENT = frozenset({"current", "former", "past", "present"})
_MODIFIERS = frozenset(
    {
        "state",
        "city",
        "county",
        "company",
        "party",
        "campaign",
        "school",
        "bank",
        "union",
        "federal",
        "local",
        "national",
    }
)
"""Bodies that have an article when they speak: "state and federal officials" are officials."""

_HEADS = ("unnamed_people", "partisans", "titles", "offices", "spokespeople", "organization_words", "official_bodies",
          "document_nouns", "outlet_nouns", "part_words")  # fmt: skip
"""The lists of nouns that can be a source by themselves."""


def _name_goes_on(row: list[str], i: int) -> bool:
    """Whether a small word stands inside a body's name: "Bank of England", "Center for Responsive Politics"."""
    before = {row[i - 1].lower()}
    if row[i].lower() == "of":  # "Friends of Mr Lansky", but "Students for Fair Ferries"
        before.add(singular(row[i - 1].lower()))
    if row[i].lower() not in ("of", "for", "and", "the") or (
        not is_capitalised(row[i - 1]) and row[i - 1] not in ("of", "for")
    ):
        return False
    if not before.isdisjoint(words("unnamed_people", "titles")) or not _capital_at(row, i + 1):
        return False
    is_part = row[i].lower() == "of" and row[0].lower() in INDEFINITE | words("part_words")  # "One of Boeing's lawyers"
    if i == 1 and (is_part or are_agents(row[0]) or _are_documents(row[0])):
        return False
    return not is_person(person_words(closing_run(row[:i])), after_title=False, after_the=False)


def _are_documents(word: str) -> bool:
    """Whether a word at the head of a sentence is a plural for documents: "Minutes of the January meeting"."""
    lowered = word.lower()
    return lowered in words("document_nouns") and singular(lowered) != lowered


def _capital_at(row: list[str], i: int) -> bool:
    return (i < len(row) and is_capitalised(row[i])) or (
        i + 1 < len(row) and row[i] == "the" and is_capitalised(row[i + 1])
    )


def is_written_like_a_name(core: list[str]) -> bool:
    """Whether all words have capitals but small ones; "the MP" is a title in capitals, and no name."""
    if core[-1].isupper() and core[-1].lower() in words("titles"):
        return False
    return is_capitalised(core[-1]) and len(core) > 1 and all(is_capitalised(word) or word in LINKS for word in core)


def is_called_a_body(core: list[str]) -> bool:
    """Whether a name holds a word for a body: "the Institute for Harbour Studies" is no study."""
    return any(word.lower() in words("organization_words") for word in core[:-1])


def are_the_bodies(core: list[str], head: str) -> bool:
    """Whether several bodies that the story has told of speak as such: "the two firms", "both companies"."""
    is_known = core[0].lower() in DEFINITE | {"both"}
    return is_known and head != singular(head) and singular(head) in words("organization_words")


def closing_run(core: list[str]) -> list[str]:
    """The capitalised words at the end of a noun phrase."""
    start = len(core)
    while start and (is_capitalised(core[start - 1]) or (start < len(core) and core[start - 1].lower() in _JOINS)):
        start -= 1
    while start < len(core) and core[start].lower() in _NO_NAMES_HEAD:
        start += 1
    return core[start:]


def without_article(row: list[str]) -> list[str]:
    start = 0
    while start < len(row) - 1 and row[start].lower() in _ARTICLES:
        start += 1
    return row[start:]


def is_loose(head: str) -> bool:
    """Whether a head noun, in the singular, is that of a group whose members nobody could name."""
    return head in words("weasel_heads") or head in singulars("weasel_heads")


@cache
def singulars(name: str) -> frozenset[str]:
    """The entries of the list `name`, each in the singular."""
    return frozenset(map(singular, words(name)))


def is_agent(noun: str) -> bool:
    """Whether a noun in the singular is formed like one for a person: "teacher", "legislator", "scientist"."""
    formed = len(noun) > 5 and noun.islower() and noun.endswith(("er", "or", "ist", "ian", "man", "woman", "ee"))
    return formed and noun not in words("not_agents")


def are_agents(word: str) -> bool:
    """Whether a word is formed like a plural for people, however it is written: "Readers" at a sentence's head."""
    lowered = word.lower()
    return lowered != singular(lowered) and is_agent(singular(lowered))


@lru_cache(_KNOWN_WORDS)
def singular(word: str) -> str:
    """The singular of a noun in lower case."""
    if word.endswith("men") and word != "women":
        return word[:-2] + "an"
    if word == "women":
        return "woman"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us")) and (len(word) > 3 or word == "mps"):
        return word[:-2] if word.endswith(("sses", "ches", "shes")) else word[:-1]
    return word
