"""Anonymity: whether a source asked not to be named, and the words that say why.

"On condition of anonymity" is a request and no reason; a reason is a clause behind it ("because she was not authorised
to speak publicly", "for fear of losing her job", "to discuss private talks").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from attribution.model import Attribution, Span
from attribution.sought import Sought

_NAMED = (
    r"(?:be\s+(?:publicly\s+)?(?:named|identified|quoted\s+by\s+name)"
    r"|give\s+(?:his|her|their|a)\s+(?:full\s+|last\s+)?names?)"
)
_PARTLY = (
    r"(?:(?:g[ai]ve(?:s|n)?|giving|us(?:ed|es|ing)|provided)\s+only\s+(?:his|her|their|a)\s+(?:first|given)\s+names?"
    r"|(?:g[ai]ve(?:s|n)?|giving)\s+(?:his|her|their)\s+names?\s+only\s+as"
    r"|whose\s+(?:\w+\s+)?(?:sur)?names?\s+(?:is|are|was|were|has|have)\s+(?:being\s+|been\s+)?(?:withheld|changed)"
    r"|(?:known|identified)\s+only\s+(?:as|by)|\(?not\s+(?:his|her|their)\s+real\s+names?)"
)
"""A name in part or a made-up one, which leaves somebody unnamed."""
_WHO = re.compile(r"[^.;]{0,120}?\bwho\s+(?:also\s+)?")
"""The words for somebody up to what a clause tells of them."""
_IN_PART = re.compile(_PARTLY, re.IGNORECASE)
_REQUEST = Sought(
    rf"""(?x)
          \bon\s+(?:the\s+)?condition\s+(?:of\s+anonymity|(?:that\s+)?(?:he|she|they)\s+not\s+{_NAMED}
          |(?:that\s+)?(?:his|her|their)\s+(?:full\s+|last\s+)?(?:names?|identit(?:y|ies))\s+(?:not|be\s+withheld))
        | \b(?:declin|refus)(?:ed|ing|es)\s+to\s+{_NAMED}
        | \b(?:asked|ask|asking|requested|requesting|wished|wishing|wanted|preferred)\s+
          (?:not\s+to\s+{_NAMED}|to\s+remain\s+anonymous|(?:for\s+)?anonymity
          |that\s+\w+\s+(?:(?:last\s+|full\s+|sur)?names?|identity|identities)\s+(?:not|be\s+withheld))
        | \b(?:did|do|does)(?:\s+not|n[’']t)\s+(?:want|wish)\s+(?:his|her|their)?\s*
          (?:to\s+{_NAMED}|names?\s+(?:used|published))
        | \b(?:did|do|does)(?:\s+not|n[’']t)\s+(?:want|wish)\s+(?:his|her|their)\s+\w+\s+(?:named|identified)
        | \b(?:neither|none)\s+(?:of\s+(?:them|the\s+\w+)\s+)?
          (?:would|(?:agreed|wanted|wished|was\s+willing|were\s+willing)\s+to)\s+{_NAMED}(?!\s+until)
        | \basked\s+for\s+(?:his|her|their)\s+names?\s+(?:to\s+be\s+withheld|not\s+to\s+be) | \b{_PARTLY}
        | \b(?:speaking|spoke|speak|talked|talking)\s+anonymously
        | \b(?:was|were|is|are)(?:\s+not|n[’']t)\s+authori[sz]ed\s+to\s+(?:speak|talk|discuss|comment)
        | \bnot\s+authori[sz]ed\s+to\s+(?:speak|talk|discuss|comment)
        | \b(?:if|provided)\s+(?:that\s+)?(?:he|she|they)\s+(?:was|were|is|are)\s+not\s+(?:named|identified)
        | \b(?:insist|insists|insisted|insisting)\s+on\s+anonymity
        | \bgranted\s+anonymity | \bspeaking\s+on\s+background | \brequest(?:ed|s|ing)?\s+(?:for\s+)?anonymity
        """,
    ("anonym", "identi", "name", "authori", "background", "known"),
)
_REASON = re.compile(
    r"""
      \b(?:because|due\s+to|owing\s+to|given\s+the|since|citing|for\s+fear|fearing
      |out\s+of\s+(?:fear|concern)|so\s+(?:as\s+)?(?:that|not)\b)[^,;.—]*(?:,[^,;.—]*(?=\s+(?:said|told|says)\b))?
    | \bto\s+(?:discuss|describe|talk|speak|avoid|protect|reveal|share|detail|disclose|preserve|characteri[sz]e
      |recount)\b[^,;.—]*
    | \b(?:who\s+)?(?:was|were|is|are)(?:\s+not|n[’']t)\s+authori[sz]ed\s+to\b
      [^,;.—]*?(?=\s+(?:said|says|told)\b|[,;.—”]|$)
    | \b(?:as|while)\s+(?:the|they|he|she|negotiations|talks|it)\b[^,;.—]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_REACH = 14
"""A reason begins within so many characters behind the request."""


class Request(NamedTuple):
    """The words of a request for anonymity, and of its reason."""

    words: Span
    reason: Span | None
    in_part: bool
    """Nobody asks: a name is told in part, or a made-up one, of whoever or whatever it is."""


@lru_cache(1 << 10)
def request(text: str, sentence: Span) -> Request | None:
    """The request for anonymity that a sentence reports, or None."""
    words = _REQUEST.search(text, sentence)
    if words is None:
        return None
    unauthorised = re.search(r"authori[sz]ed", words.of(text), re.IGNORECASE)
    begin = max(sentence.start, words.start - 4) if unauthorised else words.end
    reason = _REASON.search(text, begin, sentence.end)
    in_part = _IN_PART.match(words.of(text)) is not None
    if reason is None or reason.start() - begin > _REACH:
        return Request(words, None, in_part)
    return Request(words, Span(reason.start(), len(reason.group().rstrip(' ,”"’')) + reason.start()), in_part)


def asks(text: str, attribution: Attribution, asking: Span) -> bool:
    """Whether the source of an attribution makes a request: by its cue, or in a "who" clause right behind its words."""
    cue, source = attribution.cue, attribution.source
    is_told_of = source is not None and _WHO.fullmatch(text, source.start, asking.start) is not None
    return is_told_of or (cue is not None and cue.shared(asking) > 0)
