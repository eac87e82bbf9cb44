"""What each number of the score says, in a sentence for an editor."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.facts.targets import Reply
from attribution.handling import Handling


def identification(named: int, statements: int, unresolved: int) -> str:
    """How many statements rest on named or official sources."""
    said = f"Named or official sources carry {named} of {counted(statements, 'attributed statement')}"
    rest = statements - named
    if rest:
        said += f"; {rest} {'rests' if rest == 1 else 'rest'} on sources whom the story does not name"
    if unresolved:
        left = "has no source that could be resolved and is" if unresolved == 1 else "have none and are"
        said += f"; {unresolved} more {left} left out"
    return said + "."


def independence(groups: Sequence[int], independent: float, expected: float, words: int) -> str:
    """How many independent sources there are, and how many a story of this length should have."""
    once = sum(statements < 2 for statements in groups)
    said = f"{counted(len(groups), 'independent source').capitalize()}"
    if once:
        said += f", {once} of them heard only once" if len(groups) > 1 else ", heard only once"
    weighed = f" (counted as {independent:g})" if once else ""
    return f"{said}{weighed}; a story of {words} words should have {round(expected, 1):g}."


def first_hand(at_first_hand: int, sources: int) -> str:
    """How many sources spoke to this story directly."""
    if at_first_hand == sources:
        return f"{'The one source is' if sources == 1 else f'All {sources} sources are'} quoted first hand."
    return (
        f"{at_first_hand} of {counted(sources, 'source')} {'is' if at_first_hand == 1 else 'are'} quoted first hand "
        "throughout; the rest comes from elsewhere."
    )


def right_of_reply(replies: Sequence[Reply]) -> str:
    """How many of those who are accused answer or were asked."""
    if not replies:
        return "Nobody is seen to be accused in this story."
    answered = sum(each is Reply.ANSWERED for each in replies)
    unheard = sum(each is Reply.NONE for each in replies)
    asked = len(replies) - answered - unheard
    if len(replies) == 1:
        one = "answers" if answered else "was asked" if asked else "neither answers nor is said to have been asked"
        return f"The one person or body that is accused {one}."
    said = f"Of {len(replies)} accused people or bodies {answered or 'none'} {_plural(answered, 'answers')}"
    parts = [f"{asked} more {'was' if asked == 1 else 'were'} asked"] if asked else []
    parts += [f"{unheard} {_plural(unheard, 'is')} not said to have been asked"] if unheard else []
    return "; ".join([said, *parts]) + "."


def grounded_claims(grounded: int, claims: int) -> str:
    """How many figures, accusations and superlatives have something behind them."""
    if not claims:
        return "The story has no figure, accusation or superlative that calls for a source."
    return f"{grounded} of {counted(claims, 'claim')} that a checker would look up {_plural(grounded, 'has')} a source."


_FORMS = {"answers": "answer", "is": "are", "has": "have"}


def _plural(number: int, verb: str) -> str:
    return verb if number == 1 else _FORMS[verb]


def anonymity(resting: int, statements: int, handled: Sequence[Handling]) -> str:
    """How many statements rest on unidentified sources, and what the story says about these."""
    if not handled:
        return "Every source is identified."
    reasons = sum(each.reason > 0 for each in handled)
    known = sum(each.basis > 0 for each in handled)
    supported = sum(each.corroboration >= 1 for each in handled)
    carried = f"{resting} of {counted(statements, 'attributed statement')}"
    return (
        f"{counted(len(handled), 'unidentified source')} for {carried}: "
        f"the story says why for {reasons}, how they can know for {known}, and supports {supported}."
    )


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 story`, `2 stories`, `no sources`."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number or 'no'} {noun if number == 1 else plural}"
