"""Outlet mentions: whether the words for a source name or describe a news organisation, and which."""

from __future__ import annotations

from itertools import pairwise

from attribution.analysis.lexicon import ends_in, words
from attribution.analysis.named_roles import joined, name_beside
from attribution.analysis.names import Outlets, is_capitalised
from attribution.analysis.noun_phrases import closing_run, core_of, singular, without_article
from attribution.model import Kind

_OUTLET_PRODUCTS = words("outlet_products")
_TIMES = frozenset({"morning", "day", "evening", "night", "week", "month", "year", "later", "earlier"})
"""Nouns that tell when, in front of a name: "The next morning | The Boston Globe"."""
_PAPERS = frozenset(
    {"circulated", "seen", "leaked", "filed", "confidential", "internal", "draft", "discussion", "position"}
)
"""Words that tell a body's paper from a newspaper."""
_HAVE_NEWSPAPERS = frozenset({"government", "opposition", "party", "state"})
"""Bodies whose paper is a newspaper as often as a document."""
_EDITIONS = frozenset({"Asia", "Deutschland", "Europe", "International", "Japan", "Online", "Sunday", "Weekend"})
"""What the name of an outlet's edition adds to it."""


def core_around(row: list[str], outlets: Outlets) -> tuple[list[str], list[str]]:
    """The noun phrase of some words and those behind its "of", where an outlet's name may hold a small word that ends
    any other: "The Mail on Sunday".
    """
    core, of = core_of(row)
    last = next((end for start, end, _ in outlets.found(row) if start <= 1 and end > len(core)), 0)
    if not last:
        return core, of
    rest, of = core_of(row[last - 1 :])
    return row[: last - 1] + rest, of


def outlet_mentioned(
    row: list[str], core: list[str], people: frozenset[str], outlets: Outlets
) -> tuple[Kind, str | None, str] | None:
    """The kind, name and head noun of a news organisation, by name or by description; None for any other words."""
    if core[0] in people and len(core) == 1:
        return None
    name = outlets.named(" ".join(core)) or outlets.named(" ".join(row))
    if name and not core[-1].islower():  # "the insider" is no outlet, though one is called The Insider
        return Kind.OUTLET, name, ""
    head = core[-1].lower()
    if row == ["papers"] or row == ["Papers"]:
        return None
    if len(core) > 1 and " ".join(core[-2:]).lower() in words("document_nouns"):
        return None
    if " and " in f" {' '.join(row)} " and (both := _both_outlets(row, outlets)):
        return Kind.OUTLET, both, ""
    named = list(outlets.found(core))
    if named and head in _OUTLET_PRODUCTS and named[0][1] < len(core):
        return Kind.OUTLET, named[0][2], ""
    if named and _is_edition(core, named[0]):
        return Kind.OUTLET, joined(without_article(core)), ""
    if (timed := _behind_a_time(row, outlets)) is not None:
        return Kind.OUTLET, timed, ""
    if named and named[-1][1] == len(core) and not _has_person(core[: named[-1][0]]):
        return Kind.OUTLET, named[-1][2], ""
    if head in words("outlet_endings") and _reads_like_an_outlet(core):
        return Kind.OUTLET, joined(closing_run(core)), ""
    if named_after := _published_by(row, core, outlets):
        return Kind.OUTLET, named_after, ""
    if _is_in_a_paper(row, core):
        return Kind.OUTLET, None, singular(row[-1].lower())
    if _is_a_bodys_name(core) or (singular(head) == "paper" and _is_a_bodys_paper(row, core)):
        return None
    if ends_in(core, "outlet_nouns") or (
        singular(head) in ("report", "story", "account") and _is_press(row, core, head)
    ):
        return Kind.OUTLET, name_beside(row, core), singular(head)
    return None


def _behind_a_time(row: list[str], outlets: Outlets) -> str | None:
    """The outlet behind words that tell when."""
    named = list(outlets.found(row))
    is_behind = len(named) == 1 and named[0][0] > 0 and named[0][1] == len(row)
    return named[0][2] if is_behind and row[named[0][0] - 1].lower() in _TIMES else None


def _is_edition(core: list[str], named: tuple[int, int, str]) -> bool:
    """Whether a name goes on from an outlet's of several words: "the Financial Times Deutschland"."""
    first, last, _ = named
    is_longer = last == len(core) - 1 and first <= (core[0].lower() == "the")
    return is_longer and last - first > 1 and core[-1] in _EDITIONS


def _both_outlets(row: list[str], outlets: Outlets) -> str | None:
    """Two outlets side by side: "both The New York Times and the Wall Street Journal"."""
    rest = row[row[0].lower() == "both" :]
    named = list(outlets.found(rest))
    if len(named) < 2 or named[0][0] > 0 or named[-1][1] < len(rest):
        return None
    between = {word.lower() for one, other in pairwise(named) for word in rest[one[1] : other[0]]}
    return " and ".join(name for _, _, name in named) if between <= {"and", ",", "the"} else None


def _reads_like_an_outlet(core: list[str]) -> bool:
    """Whether an unlisted name is a paper's or a station's: "the Harlan County Courier"."""
    run = closing_run(core)
    is_called_so = core[0].lower() == "the" or core[-1] == "News"
    return bool(run) and is_capitalised(core[-1]) and is_called_so and all(map(is_capitalised, run))


def _is_a_bodys_name(core: list[str]) -> bool:
    """Whether a noun for an outlet ends a name, and could end any body's: "the Leasehold Advocacy Network"."""
    return len(closing_run(core)) > 1 and core[-1].lower() in words("organization_words")


def _is_a_bodys_paper(row: list[str], core: list[str]) -> bool:
    """Whether papers are a document: by a word beside them, or by the public body whose they are: "council papers", "a
    board paper", but "the party paper".
    """
    bodies = words("official_bodies") - words("press_adjectives")
    bodies -= _HAVE_NEWSPAPERS if core[-1].lower() == "paper" else frozenset()
    return not (bodies.isdisjoint(word.lower() for word in core[:-1]) and _PAPERS.isdisjoint(row))


def _has_person(row: list[str]) -> bool:
    others = words("outlet_kinds", "organization_words")
    return any(word in words("unnamed_people", "titles") and word not in others for word in map(str.lower, row))


def _published_by(row: list[str], core: list[str], outlets: Outlets) -> str | None:
    """The outlet behind its product: "a tally by the Associated Press", "a column in the national Asahi newspaper"."""
    behind = row[len(core) :]
    if singular(core[-1].lower()) not in _OUTLET_PRODUCTS or len(behind) < 2 or behind[0] not in ("by", "in", "from"):
        return None
    rest = core_of(behind[1:])[0]
    named = list(outlets.found(rest))
    if named and (named[-1][1] == len(rest) or (not named[0][0] and rest[named[0][1]].islower())):
        return named[0][2]
    if behind[:3] == ["in", "the", "Sunday"] and len(rest) > 2:
        return joined(rest[1:])
    paper = without_article(rest)
    first = next((i for i, word in enumerate(paper[:-1]) if is_capitalised(word)), None)
    is_paper = paper[-1].lower() in words("outlet_nouns", "outlet_endings")
    return joined(paper[first:]) if is_paper and first is not None else None


def _is_in_a_paper(row: list[str], core: list[str]) -> bool:
    """Whether a product stands in an outlet that the story has told of: "the article in the magazine"."""
    behind = [word.lower() for word in row[len(core) :]]
    is_product = singular(core[-1].lower()) in _OUTLET_PRODUCTS
    return is_product and behind[:2] == ["in", "the"] and len(behind) == 3 and behind[2] in words("outlet_nouns")


def _is_press(row: list[str], core: list[str], head: str) -> bool:
    """Whether "reports" are the press's: bare, or "media reports"; a single one needs the word: "a news account". Those
    by or from somebody are theirs.
    """
    if [word.lower() for word in row] == ["report"]:  # the credit of a headline
        return True
    if not {"by", "from"}.isdisjoint(row):
        return False
    if len(core) > 1 and core[-2].lower() in ("press", "media", "newspaper", "news"):
        return core[-3:-2] != ["social"]
    rest = {word.lower() for word in core[:-1]} - words("press_qualifiers")
    is_named = not rest.isdisjoint(words("press_adjectives"))
    is_bare = head != singular(head) and "filed" not in row  # "accounts filed in May" are a company's
    return rest <= words("press_adjectives") and (is_named or is_bare)
