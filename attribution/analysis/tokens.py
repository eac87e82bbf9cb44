"""Words, numbers and marks with their places."""

from __future__ import annotations

import re

from attribution.model import Token

_TOKEN = re.compile(
    r"""
      (?=[A-Za-z][a-z]{0,5}\.)                              # what no other word is tried for:
      (?: (?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Prof|St|Jr|Sr|Messrs)\.
        | (?:[A-Za-z]\.){2,}                                # U.S., a.m.
      )
    | [@\#]?[^\W_]+                                         # a word, a handle, a number ...
      (?: [-.,:/&@_](?=[^\W_])[^\W_]+                       # ... with inner marks: 4.5, AT&T, co-founder
        | ['’](?!(?:s|re|m|ve|ll|d)\b)(?=[^\W_])[^\W_]+     # don't, O’Neil; but 's, 're stand alone
      )*
    | ['’](?:s|re|m|ve|ll|d)\b
    | \.(?:\s?\.)+                                          # ellipses, spaced ones too
    | --+ | ``
    | ''
    | [^\s]
    """,
    re.VERBOSE,
)


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order; nothing but white space stands between them."""
    found = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text)]
    return tuple(map(Token._make, found))
