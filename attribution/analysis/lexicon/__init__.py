"""The word lists of the analysis: plain text files beside this one, one entry a line, `#` begins a comment."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of the list `name`, in the order of the file, comments and empty lines left out."""
    text = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(entry for entry in entries if entry)


@cache
def words(*names: str) -> frozenset[str]:
    """The entries of the lists `names` as one set."""
    return frozenset[str]().union(*map(lines, names))


def ends_in(row: Sequence[str], name: str) -> bool:
    """Whether words end in an entry, of one word or two, of the list `name`."""
    return bool(row) and (row[-1].lower() in words(name) or " ".join(row[-2:]).lower() in words(name))


@cache
def verb_forms(name: str) -> dict[str, str]:
    """Every inflected form of the verbs in the list `name`, with its base form."""
    irregular = {entry.split()[0]: entry.split() for entry in lines("irregular_verbs")}
    forms: dict[str, str] = {}
    for verb in lines(name):
        for form in irregular.get(verb) or _regular_forms(verb):
            forms.setdefault(form, verb)
    return forms


def _regular_forms(verb: str) -> tuple[str, ...]:
    """The four forms of a regular English verb."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb, verb + "es", verb + "ed", verb + "ing"
    return verb, verb + "s", verb + "ed", verb + "ing"
