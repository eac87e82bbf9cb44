"""Frames: phrases that hand a clause to somebody without a verb of saying, as "according to" does: "In the view of
several directors, the sale was a mistake", "To critics, it was a sham".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attribution.analysis.lexicon import words
from attribution.analysis.names import is_capitalised
from attribution.analysis.noun_phrases import core_of
from attribution.analysis.subjects import BY_FORM, are_people, is_subject
from attribution.model import Attribution, Sentence, Span, Token

_VIEWS = frozenset({"view", "views", "opinion", "eyes", "judgment", "judgement", "words", "telling", "estimation"})
"""What "in the … of" somebody is, when the clause is theirs."""
_FEELINGS = frozenset(
    {"feeling", "consensus", "view", "belief", "suspicion", "conviction", "sense", "assumption", "opinion"}
)
"""What people share when "the … among them is that" something is so."""
_LONGEST = 9
"""Words for the people of a frame."""
_FEWEST = 4
"""Words of a sentence that can hold a frame and what is told in it."""


def is_frame(cue: str) -> bool:
    """Whether a cue's words, in lower case, are the preposition of a frame."""
    row = cue.split()
    is_view = row[:2] == ["in", "the"] and row[2:3] != [] and row[2] in _VIEWS
    return is_view or row in (["to"], ["for"], ["per"]) or row[-1:] == ["among"]


def framed(tokens: Sequence[Token], sentences: Sequence[Sentence], seen: frozenset[int]) -> Iterator[Attribution]:
    """The attributions of sentences, other than those `seen`, that stand in a frame."""
    for index, sentence in enumerate(sentences):
        row = tokens[sentence.first : sentence.last]
        if index in seen or len(row) < _FEWEST:
            continue
        texts = [token.text.lower() for token in row]
        found = _of_a_view(row, texts) or _to_a_group(row) or _among(row, texts) or _per(row)
        if found is not None:
            cue, source, rest = found
            yield Attribution(index, cue, source, (rest,), BY_FORM)


_Parts = tuple[Span, Span, Span]


def _of_a_view(row: Sequence[Token], texts: Sequence[str]) -> _Parts | None:
    """ "In the view of several directors, …" and "…, in the words of one mediator." """
    begin = next((i for i in range(len(row) - 4) if texts[i : i + 2] == ["in", "the"] and texts[i + 2] in _VIEWS), None)
    if begin is None or texts[begin + 3] != "of":
        return None
    first = begin + 4
    end = next((i for i in range(first, len(row)) if texts[i] in (",", ".")), len(row))
    core, _ = core_of([token.text for token in row[first:end]] or [""])
    if end - first > _LONGEST or not is_subject(row[first : min(end, first + len(core))]):
        return None
    cue, source = _span(row[begin:first]), _span(row[first:end])
    if begin == 0 and end + 2 < len(row):
        return cue, source, _span(row[end + 1 :])
    closes = begin > 2 and texts[begin - 1] == "," and end >= len(row) - 1
    return (cue, source, _span(row[: begin - 1])) if closes else None


def _to_a_group(row: Sequence[Token]) -> _Parts | None:
    """ "To critics, …", "For many economists, …": the judgement of people whom nobody could name."""
    end = next((i for i in range(2, min(_LONGEST, len(row))) if row[i].text == ","), None)
    if row[0].text not in ("To", "For") or end is None or end + 2 >= len(row):
        return None
    named = [token.text.lower() for token in row[1:end]]
    is_group = len(named) == 1 or are_people(named[-1]) or named[1] in ("on", "in")
    is_loose = named[0] in words("weasel_heads") and is_group
    return (_span(row[:1]), _span(row[1:end]), _span(row[end + 1 :])) if is_loose else None


def _among(row: Sequence[Token], texts: Sequence[str]) -> _Parts | None:
    """ "The feeling among officers is that …", "the consensus among analysts was that …" """
    felt = (i for i in range(1, min(_LONGEST, len(row))) if texts[i] == "among" and texts[i - 1] in _FEELINGS)
    place = next(felt, len(row))
    ends = (i for i in range(place + 2, len(row) - 2) if texts[i] in ("is", "was") and texts[i + 1] == "that")
    end = next(ends, len(row))
    if end == len(row) or end - place > _LONGEST:
        return None
    return _span(row[: place + 1]), _span(row[place + 1 : end]), _span(row[end + 1 :])


def _per(row: Sequence[Token]) -> _Parts | None:
    """ "…, per the Evening Courier." and "Per the Evening Courier, …", "As per the Evening Courier, …" """
    if row[0].text == "As" and row[1].text == "per":
        row = row[1:]
    end = next((i for i in range(2, min(_LONGEST, len(row) - 2)) if row[i].text == ","), None)
    if row[0].text in ("Per", "per") and end is not None and is_capitalised(row[end - 1].text):
        return _span(row[:1]), _span(row[1:end]), _span(row[end + 1 :])
    begin = next((i for i in range(3, len(row) - 2) if row[i].text == "per" and row[i - 1].text == ","), None)
    if begin is None or len(row) - begin > _LONGEST or not any(is_capitalised(token.text) for token in row[begin:]):
        return None
    return _span(row[begin : begin + 1]), _span(row[begin + 1 : -1]), _span(row[: begin - 1])


def _span(part: Sequence[Token]) -> Span:
    return Span(part[0].start, part[-1].end)
