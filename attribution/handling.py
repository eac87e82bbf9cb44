"""How well a story handles a source that it does not name: reason, basis of knowledge, corroboration.

The Associated Press, The New York Times, NPR and the Society of Professional Journalists ask for the same three things:
tell the reader why the name is withheld, how the source can know, and what else supports the claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from attribution.model import Analysis, Kind, Source, Story, Tag

_STOCK_REASON = re.compile(
    r"""
      authori[sz]ed\s+to\s+(?:speak|talk|discuss|comment)
    | (?:speak|talk|discuss\s+\w+)\s+(?:more\s+)?(?:freely|candidly|frankly|openly)
    | \b(?:sensitiv|confidential|private|internal)
    | \b(?:be|being)\s+(?:publicly\s+)?(?:named|identified|associated|quoted)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_STAKE = re.compile(
    r"""
    \b(?: fear | afraid | retaliat | retribut | repris | reveng | fired\b | dismiss | lose | losing | jobs?\b | career
    | safety | danger | harm | threat | violen | harass | arrest | prosecut | jail | prison | lawsuit | sue[ds]?\b
    | litigat | court | judge | sealed | laws?\b | polic(?:y|ies)\b | rules?\b | contract | non-?disclosure | visa
    | asylum | deport | immigration | stigma | victim | minor\b | investigation )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BASIS = re.compile(
    r"""
      \b(?:who|that)\s+(?:(?:had|has|have|personally|directly|also)\s+)*
        (?: attended | witnessed | saw | heard | reviewed | read | examined | watched | inspected | participated
          | (?:took|taken)\s+part | (?:was|were)\s+(?:there|present|in|at|on|briefed|shown|involved) | work(?:ed|s)
          | advised | helped | negotiated | investigated | treated | served | designed | handled | oversaw | drafted
          | signed | received )\b
    | \bbriefed\s+(?:on|about|by)\b
    | \bwith\s+(?:direct|first-?hand|personal|detailed|inside)\s+(?:knowledge|experience)\b
    | \b(?:directly|personally)\s+(?:involved|familiar) | \binvolved\s+in\b | \bpresent\s+(?:at|for|when)\b
    | \bin\s+the\s+(?:room|meeting)\b | \bworking\s+on\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COUNTED = re.compile(
    r"""
    (?:^|\b(?:citing|quoting)\s+) (?:(?:at\s+least|more\s+than|about|nearly|some|the|another|all|half\s+a)\s+)*
    (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|both|[2-9]|[1-9]\d+)\b(?!-)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CITES_SEVERAL = re.compile(
    r"\b(?:citing|quoting)\s+(?:at\s+least\s+|more\s+than\s+)?(?:two|three|four|five|six|several|multiple)\b"
)
"""Another outlet that says how many people told it."""
_ACCOUNTABLE = frozenset({Tag.RECORD})
"""What a sentence must also rest on to support an unnamed source: a named source or a document."""


@dataclass(frozen=True, slots=True)
class Handling:
    """What the story tells the reader about an unidentified source; each part 0..1."""

    reason: float
    """1 for a specific reason why the name is withheld, 0.5 for a stock phrase, 0 for none."""
    basis: float
    """1 when the story says how the source can know, else 0."""
    corroboration: float
    """1 for two or more counted sources, or a document or named source for the same statement; 0.5 for a plural."""
    misuse: float = 0.0
    """1 when anonymity serves an opinion or an attack, else 0."""

    @property
    def value(self) -> float:
        """0..1: a reason counts 45%, the basis of knowledge 30%, corroboration 25%; misuse takes half away."""
        told = 0.45 * self.reason + 0.30 * self.basis + 0.25 * self.corroboration
        return max(0.0, told - 0.5 * self.misuse)


UNHANDLED = Handling(0.0, 0.0, 0.0)


def is_stock_reason(words: str) -> bool:
    """Whether a reason for anonymity names no rule, risk or harm, so that it tells the reader nothing."""
    return bool(_STOCK_REASON.search(words)) and not _STAKE.search(words)


def handling(source: Source, story: Story, analysis: Analysis) -> Handling:
    """How `story` handles one unidentified source."""
    basis = 1.0 if _BASIS.search(source.description) else 0.0
    return Handling(_reason(source, story), basis, _corroboration(source, story, analysis))


def _reason(source: Source, story: Story) -> float:
    if source.anonymity is None or source.anonymity.reason is None:
        return 0.0
    return 0.5 if is_stock_reason(source.anonymity.reason.of(story.text)) else 1.0


def _corroboration(source: Source, story: Story, analysis: Analysis) -> float:
    if source.kind is Kind.OUTLET:
        said = (analysis.statements[index].span.of(story.text) for index in source.statements)
        return 1.0 if any(_CITES_SEVERAL.search(words) for words in said) else 0.0
    supported = any(not _ACCOUNTABLE.isdisjoint(analysis.statements[index].also) for index in source.statements)
    if supported or _COUNTED.search(source.description):
        return 1.0
    return 0.5 if source.kind is Kind.UNNAMED_GROUP else 0.0
