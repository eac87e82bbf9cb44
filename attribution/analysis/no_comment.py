"""No comment: the constructions by which a story says that somebody was asked and gave no answer.

What was refused decides: to comment, discuss, elaborate, answer, be interviewed is no comment; to be named is
anonymity; to prosecute, run or testify is an event. "Did not respond" needs a request, or an engine would be silent.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attribution.model import Span

_NOT = r"(?:not|n[o’']t|never)"
_SOON = r"(?:\s+(?:immediately|yet|publicly|directly|otherwise|also|even|further|specifically|formally|initially))*"
_ASKING = (
    r"(?:requests?|inquir\w+|enquir\w+|calls?|e-?mails?|messages?|questions?|phone|telephone|voicemails?|texts?|"
    r"invitations?|seeking|comment|queries|query|letters?)"
)
_SPEAKING = (
    r"(?:comment|discuss|elaborate|answer\w*\s+(?:any\s+|further\s+|specific\s+|reporters[’']\s+)?questions|respond|reply|"
    r"be\s+(?:interviewed|drawn|quoted)|speak(?!\s+at)|talk|say(?!\s+that)|confirm|speculate|name\s+(?!names)|specify|disclose|provide|give\s+(?:details|any|an?\s+"
    r"(?:interview|comment|reason))|address|detail|explain|make\s+(?:any\s+)?(?:an?\s+)?(?:\w+\s+)?(?:comment|statement)|"
    r"offer\s+(?:any\s+)?comment|reveal|give\s+(?:his|her|their|its)\s+(?:views?|opinions?)|an?\s+interview|(?:interview\s+|repeated\s+|several\s+|all\s+)*(?:requests?\b(?!\s+to\s+(?!be\s+interviewed|comment|discuss|respond|speak|talk))|questions?)|a\s+question|identify|offer\s+(?:an?|any|his|her|their|its|further)\s+(?:\w+\s+)?(?:comments?|explanations?|responses?|reasons?|details?|opinions?|views?|statements?|information)|answer(?!\s+(?:to|the\s+call)))"
)
_PATTERNS = (
    rf"\b(?:declin|refus)(?:ed|es|e|ing)\s+(?:further\s+|any\s+|immediate\s+)?(?:comment\b|(?:to\s+)?(?:\w+ly\s+)?{_SPEAKING})",
    rf"\b(?:did|do|does|had|has|have)(?:\s*{_NOT}|{_NOT}){_SOON}\s+(?:respond|replied|reply|responded|answer|answered)\b"
    rf"(?:[^.;]{{0,60}}?\b{_ASKING}\b|\s+immediately)",
    rf"\b(?:did|do|does|had|has|have)(?:\s*{_NOT}|{_NOT}){_SOON}\s+return(?:ed)?\s+(?:[\w’']+\s+){{0,5}}?{_ASKING}",
    rf"\b(?:did|do|does|had|has|have|would|could|can|will|ca|wo)(?:\s*[“\x22]?{_NOT}|{_NOT}){_SOON}\s+(?:comment|commented|"
    r"elaborate|offer(?:ed)?\s+(?:any\s+)?(?:immediate\s+)?comment)\b",
    rf"\bwould(?:\s*{_NOT}|{_NOT}){_SOON}\s+(?:say|confirm|discuss|answer|disclose|be\s+drawn|specify|identify|provide|talk\s+about)\b",
    rf"\bcould(?:\s*{_NOT}|{_NOT})\s+immediately\s+(?:provide|say|confirm|comment|verify|respond)",
    rf"\b(?:has|have|had)(?:\s*{_NOT}|{_NOT})\s+yet\s+(?:publicly\s+)?(?:responded|replied|commented)",
    rf"\b(?:could|can|was|were)(?:\s*{_NOT}|{_NOT}){_SOON}\s+(?:be\s+)?(?:immediately\s+)?(?:reached|contacted|reachable)\b",
    rf"\b(?:was|were|is|are)(?:\s*{_NOT}|{_NOT}){_SOON}\s+available\s+(?:for|to)\s+(?:\w+\s+)?(?:comment|interview|speak|discuss)",
    r"\bunavailable\s+(?:for|to)\s+(?:\w+\s+)?(?:comment|interview)",
    r"\bno[-\s]?(?:one|body)\b.{2,80}?\bavailable\s+(?:for|to)\s+(?:\w+\s+)?(?:comment|interview|speak)",
    rf"\b(?:unable|(?:is|are|was|were)(?:\s*{_NOT}|{_NOT})\s+(?:able|in\s+a\s+position))\s+to\s+(?:make\s+any\s+)?comment\b",
    rf"\b(?:did|do|does|had|has|have)(?:\s*{_NOT}|{_NOT}){_SOON}\s+respond(?:ed)?\s+to\s+(?:\w+\s+)?attempts?\b",
    r"\bno\s+(?:immediate\s+|further\s+|official\s+|public\s+|additional\s+)?(?:comment|reply)\b|\b(?:had|gave|offered|was|is)\s+no\s+(?:immediate\s+)?response\b",
    r"\breferred\s+(?:\w+\s+){0,3}?(?:questions?|calls?|inquiries|enquiries|comment|requests?|reporters?)\b[^.;]{0,60}?\bto\b",
    r"\b(?:has|have|had)\s+yet\s+to\s+(?:\w+\s+)?(?:comment|respond|reply|make\s+(?:a|any)\s+(?:\w+\s+)?(?:comment|statement))",
    r"\b(?:efforts?|attempts?)\s+to\s+(?:reach|contact|speak\s+to|interview)\s+(?:him|her|them|(?-i:[A-Z])|[^;]{2,60}?\bfor\s+comment\b)[^;]{0,80}?\b(?:(?:was|were|proved)\s+(?:un|not\s+(?:immediately\s+)?)successful|failed)\b",
    r"\b(?:has|have|had|was|were)\s+(?:also\s+|both\s+|all\s+)*(?:been\s+)?(?:approached|contacted|asked)\s+for\s+(?:a\s+|an\s+|further\s+)?(?:comment|response|reply|statement|interview)\b",
    r"\b(?:has|have)\s+(?:also\s+|both\s+|all\s+)*been\s+(?:approached|contacted)\s*\.?$|\bhung\s+up\s*\.?$",
    r"\b(?:has|have)\s+yet\s+to\s+say\b[^.;]*\bdespite\b[^.;]*\brequests?\b|\b(?:do|does)(?:\s+not|n[’']t)\s+discuss\b[^.;]{0,30}\b(?:litigation|cases?|matters?|individuals?|personnel)\b",
    r"\b(?:has|have|had)\s+(?:approached|contacted|asked)\s+(?:[\w’'&.-]+\s+){1,6}?for\s+(?:a\s+|an\s+)?(?:comment|response)\b",
    rf"\b(?:did|do|does|had|has|have)(?:\s*{_NOT}|{_NOT}){_SOON}\s+(?:g[eo]t(?:ten)?\s+back\s+to\s+(?:us|reporters|(?:[\w’']+\s+)?requests?)|(?:pick(?:ed)?\s+up|answer(?:ed)?)\s+(?:the|his|her|their)\s+(?:phone|door))\b",
    r"\b(?:no[-\s]?one|nobody)\s+(?:answered|came\s+to|picked\s+up)\s+(?:the|a|his|her|their)\s+(?:door|phone|telephone|bell|doorbell)\b|\bthere\s+was\s+no\s+(?:answer|reply)\s+(?:at|from)\b",
    r"\b(?:hung\s+up|put\s+the\s+phone\s+down)\s+(?:on|when)\b[^.;]{0,30}?\b(?:reporters?|called|asked|us)\b|\bignored\s+(?:a\s+|our\s+)?reporters?[’']?s?[’']?\s+(?:shouted\s+)?questions\b",
    r"\bturned\s+down\s+(?:\w+\s+){0,3}?(?:requests?|invitations?)\s+(?:for\s+(?:an?\s+)?(?:interviews?|comment)|to\s+(?:be\s+interviewed|comment|speak))\b",
    r"\bdeclin(?:ed|es|ing)\s+to\s+make\s+[^.;]{2,60}?\bavailable\b|\b(?:would|could|did)\s+neither\s+confirm\s+n?or\s+deny\b",
    r"\bsa(?:id|ys)\s+(?:that\s+)?(?:he|she|it|they)\s+(?:(?:could|would|did|do|does)(?:\s+not|n[’']t)\s+(?:be\s+commenting|wish\s+to\s+(?:talk|speak|comment)|(?:discuss|comment\s+on)\b)|had\s+nothing\s+(?:further\s+|more\s+|else\s+)?to\s+(?:say|add))",
    rf"\bneither\b.{{3,120}}?\b(?:responded|replied|returned\s+(?:\w+\s+){{0,3}}?{_ASKING}|offered\s+(?:\w+\s+)?comment|commented|wished\s+to\s+comment"
    r"|(?:would|(?:was|were)\s+willing\s+to)\s+(?:comment|discuss|elaborate|respond|reply|say|be\s+interviewed|answer\s+questions)"
    rf"|spoke\s+(?:with|to)\s+reporters)",
    r"\bwithout\s+(?:taking\s+questions|(?:responding\s+to|answering|taking)\s+(?:any\s+)?reporters[’']\s+questions)\b",
    rf"\b{_ASKING}\b[^.;]{{0,80}}?\b(?:(?:was|were|went)\s+(?:not\s+|un)(?:immediately\s+)?(?:returned|answered))",
    r"\bnone\s+of\b.{3,80}?\b(?:responded|replied|commented|returned)\b",
    rf"\b(?:fail(?:ed|s)|neglected)\s+to\s+(?:respond|reply|return|answer)\b[^.;]{{0,60}}?\b{_ASKING}",
    rf"\bnever\s+(?:responded|replied|returned)\b[^.;]{{0,60}}?\b{_ASKING}",
    rf"\b(?:did|do|does|had|has|have|would)(?:\s*{_NOT}|{_NOT}){_SOON}\s+(?:provided?|released?|shared?|produced?|handed?\s+over)\b"
    r"[^.;]{0,80}?\b(?:(?:after|when|although|though)\b[^.;]{2,60}?\b(?:asked|requested)\b|despite\s+(?:\w+\s+){0,3}?requests?\b)",
)  # fmt: skip
_NO_COMMENT = re.compile("|".join(_PATTERNS), re.IGNORECASE)
_HINT = re.compile(
    r"declin|refus|fail|neglect|n[o’']t\b|"
    r"never|unavailable|\bno (?:\w+ )?(?:comment|response|reply)|referred|yet to|neither|"
    r"none of|without|went un|unable|\bno.?(?:one|body)\b|unsuccessful|"
    r"for (?:\w+ )?(?:comment|response|reply|statement|interview)|no answer|hung up|"
    r"phone down|ignored|turned down|nothing",
    re.IGNORECASE,
)


_POWERS = (
    r"(?:grand\s+jur|juror|committee|court|judge|senator|prosecutor|police|detective|investigator|lawmaker|congress"
    r"|tribunal|inquiry|inquest)"
)
_IN_COURT = re.compile(
    rf"\b{_POWERS}\w*[’']?s?[’']?\s+questions?\b"
    rf"|\bquestions?\b[^,.;]{{0,12}}\b(?:from|by)\s+(?:(?:the|an?)\s+)?(?:\w+\s+)?{_POWERS}"
    r"|\bon\s+the\s+(?:witness\s+)?stand\b|\bFifth\s+Amendment\b|\bunder\s+oath\b",
    re.IGNORECASE,
)
"""Words that show who asked: a court, the police or a parliament, not the press."""


@lru_cache(1 << 10)
def no_comment(text: str, sentence: Span) -> Span | None:
    """The words by which a sentence says that somebody gave no answer, or None."""
    words = sentence.of(text)
    if not _HINT.search(words):
        return None
    found = _NO_COMMENT.search(words)
    if found is not None and _IN_COURT.search(words):
        return None
    return Span(sentence.start + found.start(), sentence.start + found.end()) if found else None


_BEFORE_SUBJECT = re.compile(r"[,;:—–]\s|\(|\b(?:but|and|while|although|because|said)\s|^[\"“]", re.IGNORECASE)
_BEHIND_SUBJECT = re.compile(
    r"(?:[\s,]|\b(?:also|has|have|had|who|which|immediately|did|does|was|were|either|itself|repeatedly))+$",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"(?:approached|contacted|asked|reach|contact|interview|speak\s+to)\s+((?!for\b)[^,;]+?)\s+(?:for|was|were|proved|failed|by)\b",
    re.IGNORECASE,
)
"""Whom the press sought: "has contacted the firm for comment", "efforts to reach the firm"."""
_NEITHER = re.compile(
    r"neither\b.+(?=\s+(?:responded|replied|returned|offered|commented|would|(?:was|were)\s+willing|spoke)\b)",
    re.IGNORECASE | re.DOTALL,
)


def asked(text: str, sentence: Span, silence: Span) -> Span | None:
    """The words for whoever gave no answer: the noun phrase in front of the silence; None when there is none."""
    neither = _NEITHER.match(text, silence.start, silence.end)
    if neither is not None:
        return Span(neither.start(), neither.end())
    sought = _SOUGHT.search(text, silence.start, silence.end)
    if sought is not None:
        return Span(*sought.span(1))
    lead = text[sentence.start : silence.start]
    tail = _tail(lead)
    lead = lead[: len(lead) - len(tail)]
    if "," in tail and "wh" not in tail and ", " in lead:  # what stands between two commas tells more of the subject
        lead = lead[: lead.rindex(", ")]
    start = max((found.end() for found in _BEFORE_SUBJECT.finditer(lead)), default=0)
    start += len(lead[start:]) - len(lead[start:].lstrip())
    return Span(sentence.start + start, sentence.start + len(lead)) if len(lead) - start > 1 else None


def _tail(lead: str) -> str:
    found = _BEHIND_SUBJECT.search(lead)
    return found.group() if found else ""
