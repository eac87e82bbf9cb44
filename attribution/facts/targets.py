"""Targets: named people and bodies whom a story shows accused, and what became of their right of reply.

BBC Guidance on right of reply, Ofcom section 7 and AP's News Values ask that whoever is shown in a negative light gets
a chance to answer. Reports of courts, police and charges carry their own safeguards and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from attribution.analysis.lexicon import words
from attribution.analysis.names import is_person, person_words
from attribution.facts.page import Found, Page
from attribution.facts.silences import Outcome, Silence
from attribution.model import ATTRIBUTED, Kind, Source, Span, Tag
from attribution.sought import Sought

_TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Sen|Rep|Gov|Capt|Gen|Judge|President|Senator|Governor|Mayor|Chief"
    r"|Minister|Secretary|Superintendent|Professor|Doctor|Father|Bishop|Coach)\.?\s+)*"
)
_NAME = (
    rf"(?:the\s+)?(?P<name>{_TITLE}[A-Z][\w’'&.-]*[\w](?:\s+(?:(?:of|and|for|the|de|van|von)\s+)?[A-Z][\w’'&-]*\w)*)"
)
_WRONG = (
    r"(?:lied|abused|assaulted|defrauded|cheated|stole|bribed|embezzled|laundered|concealed|hid|covered\s+up|falsified"
    r"|altered|misled|deceived|harassed|threatened|bullied|misused|exploited|ignored\s+(?:\w+\s+){0,2}?(?:warnings?"
    r"|complaints?|reports?)|failed\s+to\s+(?:disclose|report|warn|pay|protect|act|investigate|inspect)|broke\s+the\s+law)"
)
_ACCUSES = Sought(
    rf"\b(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|su(?:ed|es|ing))\s+{_NAME}\s+(?P<of>of|for|over)\b",
    ("accus", "blam", "sue", "suing"),
)
_IS_ACCUSED = Sought(
    rf"\b{_NAME},?\s+(?:(?:who|which)\s+)?(?:is|was|were|has\s+been|have\s+been|had\s+been|stands?|is\s+being)?\s*"
    r"(?:also\s+|widely\s+)?accused\s+(?:of|by)\b",
    ("accused",),
)
_AGAINST = Sought(
    rf"\b(?i:allegations?|accusations?|complaints?|claims?)\s+(?:of\s+[\w\s]{{3,40}}?\s+)?(?:made\s+)?against\s+{_NAME}",
    ("against",),
)
_DID_WRONG = Sought(
    rf"\b{_NAME}\s+(?:had\s+|has\s+|have\s+)?(?:repeatedly\s+|knowingly\s+)?(?P<wrong>{_WRONG})\b",
    ("lied", "abused", "assaulted", "defrauded", "cheated", "stole", "bribed", "embezzled", "laundered", "concealed",
     "hid", "covered", "falsified", "altered", "misled", "deceived", "harassed", "threatened", "bullied", "misused",
     "exploited", "ignored", "failed", "broke"),
)  # fmt: skip
_SERIOUS = re.compile(
    rf"\b(?:{_WRONG}|fraud\w*|abus\w+|brib\w+|corrupt\w*|assault\w*|rap(?:e|ed|ing)|harass\w*|theft|steal\w*|murder\w*|kill\w*"
    r"|embezzl\w*|launder\w*|hiding|hid|conceal\w*|falsif\w*|tamper\w*|neglig\w*|racis\w+|misus\w+|illegal\w*|cover\w*\s+up)\b"
)
_COURT = re.compile(
    r"\b(?:court|trial|jury|jurors|judge|convict\w*|plead\w*|pleaded|sentenc\w+|indict\w+|prosecut\w+|charged\s+with"
    r"|arrest\w*|police|tribunal|testif\w+|testimony|hearing|died|the\s+late|killed\s+in)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)|disput(?:es|ed|ing)|rebut\w*|insist\w*)\b",
    re.IGNORECASE,
)
_REPRESENTS = re.compile(r"\b(?:lawyers?|attorneys?|solicitors?|counsel|spokes\w+|representatives?|publicist|agent)\b")
_PUBLIC_OFFICE = re.compile(
    r"\b(?:President|Senator|Sen\.|Rep\.|Gov\.|Governor|Mayor|Minister|Secretary|Congress\w*|Chancellor|MP|nominee"
    r"|candidate|Parliament|[Gg]overnment|[Aa]dministration|Party|Republicans?|Democrats?|Tories|Labour|campaign"
    r"|House|Council|Commission|Ministry|Department|Army|Kremlin|Pentagon)\b"
)
_NEAR = 2


class Reply(Enum):
    """What became of a target's right of reply, with what it is worth in the score."""

    ANSWERED = 1.0
    REFUSED = 0.8
    SOUGHT = 0.6
    UNCLEAR = 0.3
    NONE = 0.0


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody whom the story shows accused, at the first such place, or the first that is serious."""

    name: str
    statement: int
    span: Span
    """The words of the accusation, the name included."""
    is_serious: bool
    """Of a crime or misconduct, not merely of a policy."""
    holds_office: bool
    """A government, party or politician, whose policy anybody may criticise."""
    reply: Reply
    reply_statement: int | None


def targets(page: Page, silent: Sequence[Silence]) -> tuple[Target, ...]:
    """The adverse targets of a story, in order of place."""
    made: dict[str, Target] = {}
    for found in sorted(_accusations(page), key=lambda each: each.match.start()):
        name = found.match["name"]
        if not _is_nameable(page, name, found):
            continue
        key = _key(name)
        if key in made and (made[key].is_serious or not _is_serious(page, found)):
            continue
        made[key] = _target(page, name, found, silent)
    return tuple(made.values())


def _accusations(page: Page) -> Iterator[Found]:
    for pattern in (_ACCUSES, _IS_ACCUSED, _AGAINST):
        yield from (each for each in page.found(pattern) if not _is_court_report(page, each.statement))
    for found in page.found(_DID_WRONG):
        tag = page.statements[found.statement].tag
        if tag in ATTRIBUTED and not _is_court_report(page, found.statement):
            yield found


def _is_court_report(page: Page, i: int) -> bool:
    return bool(_COURT.search(page.near(i, 1, 1)))


def _is_serious(page: Page, found: Found) -> bool:
    return bool(_SERIOUS.search(page.story.text, found.match.start(), page.span(found.statement).end))


def _is_nameable(page: Page, name: str, found: Found) -> bool:
    """Whether a run of capitalised words is a person or a body: titled, of several words, or met as a source."""
    row = [word.strip(".,’'") for word in name.split()]
    if row[-1].lower() in words("never_in_names") or row[-1].endswith("day") or _is_people(row):
        return False
    speaker = page.source(found.statement)
    if speaker is not None and speaker.name is not None and _key(name) in _keys(speaker):
        return False
    if len(row) > 1:
        return is_person(person_words(row), after_title=row[0].lower() in words("titles"), after_the=False) or (
            row[-1].lower() in words("organization_words") or len(row) == 2
        )
    known = (each for i in range(len(page.statements)) if (each := page.source(i)) is not None)
    return any(each.name is not None and _key(name) in _keys(each) for each in known)


def _is_people(row: Sequence[str]) -> bool:
    """Whether a name is that of a people, a party's followers or the like: "Republicans", "the Chinese"."""
    return len(row) == 1 and row[0].endswith(("s", "ese", "ish")) and row[0] != row[0].upper()


def _target(page: Page, name: str, found: Found, silent: Sequence[Silence]) -> Target:
    end = page.span(found.statement).end
    reply, where = _reply(page, _key(name), found.statement, silent)
    return Target(
        name=name,
        statement=found.statement,
        span=Span(found.match.start(), min(found.match.end(), end)),
        is_serious=_is_serious(page, found),
        holds_office=_holds_office(page, name),
        reply=reply,
        reply_statement=where,
    )


def _holds_office(page: Page, name: str) -> bool:
    """Whether the name, or words beside it anywhere in the story, are those of a public office or body."""
    if _PUBLIC_OFFICE.search(name):
        return True
    last, office = re.escape(name.split()[-1]), _PUBLIC_OFFICE.pattern
    beside = re.compile(rf"{office}[^.,;]{{0,40}}{last}|{last},?\s+(?:the|a|an)\s[^.;]{{0,60}}{office}")
    return any(beside.search(page.text(i)) for i in page.body if name in page.text(i))


def _key(name: str) -> str:
    """What two mentions of one target share: the last word of its name."""
    kept = [word for word in name.replace("’s", "").split() if word[0].isupper()]
    return kept[-1].strip(".,").casefold() if kept else name.casefold()


def _keys(source: Source) -> frozenset[str]:
    """The capitalised words by which a source is known, or for whom it speaks."""
    said = " ".join(filter(None, (source.name, source.affiliation, source.description)))
    return frozenset(word.strip(".,’'").removesuffix("’s").casefold() for word in said.split() if word[0].isupper())


def _reply(page: Page, key: str, accused_in: int, silent: Sequence[Silence]) -> tuple[Reply, int | None]:
    """The best answer of a target that the story carries, and the statement that carries it."""
    for i in page.body:
        if page.statements[i].tag is Tag.RECORD and _answers(page, i, key, accused_in):
            return Reply.ANSWERED, i
    for i in page.body:
        if key in page.text(i).casefold() and _DENIES.search(page.text(i)):
            return Reply.ANSWERED, i
    refused = [(_worth(each, key, page.text(each.statement)), each.statement) for each in silent]
    best = max(refused, key=lambda each: each[0].value, default=(Reply.NONE, None))
    return best if best[0] is not Reply.NONE else (Reply.NONE, None)


def _answers(page: Page, i: int, key: str, accused_in: int) -> bool:
    """Whether the target, or somebody who speaks for it, has the word in a statement."""
    source = page.source(i)
    if source is None:
        return False
    if key in _keys(source):
        return True
    near = accused_in <= i <= accused_in + _NEAR + 1
    return near and source.kind is not Kind.PERSON and bool(_REPRESENTS.search(source.description))


def _worth(silence: Silence, key: str, sentence: str) -> Reply:
    """What a silence is worth to one target; silence of somebody else is worth nothing."""
    if key not in re.findall(r"\w+", f"{silence.actor} {sentence}".casefold()):
        return Reply.UNCLEAR if silence.actor is None else Reply.NONE
    told = silence.has_channel or silence.has_time
    unanswered = silence.outcome in (Outcome.NO_REPLY, Outcome.UNREACHED, Outcome.UNAVAILABLE)
    return Reply.SOUGHT if unanswered and not told else Reply.REFUSED
