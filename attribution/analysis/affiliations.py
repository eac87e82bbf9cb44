"""Affiliations: the body for which a named person speaks, read from the words beside the name.

"Ian Shaw, Halden's chief executive", "Ana Ruiz, a nurse at Saint Mark's Hospital", "Treasury spokesman Al Dent".
"""

from __future__ import annotations

import re

from attribution.analysis.lexicon import words

_RUN = r"[A-Z][\w&.’'-]*\w(?:\s+(?:(?:of|for|and|the)\s+(?:the\s+)?)?[A-Z][\w&’'-]*\w)*"
_OF = re.compile(rf"\b(?:of|at|for|with|from)\s+(?:the\s+)?(?P<body>{_RUN})")
_OWNED = re.compile(rf"(?:^|\b(?:the|The)\s+|,\s)(?P<body>{_RUN})[’']s\s+(?:[a-z-]+\s+){{0,3}}[a-z]+")
_PLACE = re.compile(r"\b(?:born|lives?|lived|resident|native|man|woman)\b")


def affiliation(description: str, name: str | None) -> str | None:
    """The body that a description puts a named person with; None where it names none."""
    around = description.replace(name, " ") if name else description
    if _PLACE.search(around):
        return None
    found = _OWNED.search(around.strip(" ,")) or _OF.search(around)
    if found is None:
        return None
    body = re.sub(r"[’']s$", "", found["body"])
    return None if body.split()[0].lower() in words("titles") or body == name else body
