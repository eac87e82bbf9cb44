"""Mentions: what the words for a source say by themselves."""

from __future__ import annotations

import pytest

from attribution.analysis.mentions import read_mention
from attribution.analysis.names import Outlets
from attribution.analysis.tokens import tokens
from attribution.model import Kind, Span

OUTLETS = Outlets((("The Sabel Herald", "Herald"),))


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("Harbour Minister Ada Lind", Kind.PERSON, "Ada Lind"),
        ("Mr Okafor", Kind.PERSON, "Okafor"),
        ("Halden, a builder of lifts", Kind.ORGANIZATION, "Halden"),
        ("Halden, which builds lifts", Kind.ORGANIZATION, "Halden"),
        ("Ilka, a teacher in the town", Kind.PERSON, "Ilka"),
        ("Ilka, who teaches here", Kind.PERSON, "Ilka"),
        ("Ilka, 26", Kind.PERSON, "Ilka"),
        ("a senator, Joseph Marlow", Kind.PERSON, "Joseph Marlow"),
        ("The Marlow campaign", Kind.ORGANIZATION, "Marlow campaign"),
        ("A spokesman for the Port Authority", Kind.ORGANIZATION, "Port Authority"),
        ("police", Kind.ORGANIZATION, "police"),
        ("The Wall Street Journal", Kind.OUTLET, "The Wall Street Journal"),
        ("the Herald", Kind.OUTLET, "The Sabel Herald"),
        ("the newspaper", Kind.OUTLET, None),
        ("local media", Kind.OUTLET, None),
        ("the news agency", Kind.OUTLET, None),
        ("a Wall Street Journal article", Kind.OUTLET, "The Wall Street Journal"),
        ("documents filed on Friday", Kind.DOCUMENT, None),
        ("an internal report seen by the Herald", Kind.DOCUMENT, None),
        ("a poll conducted by the university", Kind.DOCUMENT, None),
        ("officials", Kind.UNNAMED_GROUP, None),
        ("a senior Treasury official", Kind.UNNAMED_PERSON, None),
        ("critics of the plan", Kind.UNNAMED_GROUP, None),
        ("some of the residents", Kind.UNNAMED_GROUP, None),
        ("Republicans", Kind.UNNAMED_GROUP, None),
        ("aides close to the governor", Kind.UNNAMED_GROUP, None),
        ("the prime minister", Kind.PERSON, None),
        ("police and residents", Kind.ORGANIZATION, "police"),
        ("the company and former employees", Kind.ORGANIZATION, "company"),
        ("a doctor and the mayor Ada Lind", Kind.UNNAMED_PERSON, None),
        ("current and former officials", Kind.UNNAMED_GROUP, None),
        ("state and federal officials", Kind.UNNAMED_GROUP, None),
        ("five past and current employees", Kind.UNNAMED_PERSON, None),
        ("an inside source", Kind.UNNAMED_PERSON, None),
        ("That person", Kind.UNNAMED_PERSON, None),
        ("Leading Democrats", Kind.UNNAMED_GROUP, None),
        ("one Republican involved in the planning", Kind.UNNAMED_PERSON, None),
        ("Republican members of Congress", Kind.UNNAMED_GROUP, None),
        ("Another Lind ally, Harbour Secretary Joseph Marlow", Kind.PERSON, "Joseph Marlow"),
        ("A senator from Ohio, Joseph Marlow", Kind.PERSON, "Joseph Marlow"),
        ("lobbyist and party strategist Joseph Marlow", Kind.PERSON, "Joseph Marlow"),
        ("former Secretary of State Joseph Marlow", Kind.PERSON, "Joseph Marlow"),
        ("ferries and harbours minister Joseph Marlow", Kind.PERSON, "Joseph Marlow"),
        ("The union's Chief Negotiator, Joseph Marlow,", Kind.PERSON, "Joseph Marlow"),
        ("a lawyer for the minister Joseph Marlow", Kind.ORGANIZATION, "minister Joseph Marlow"),
        ("two aides to the minister Joseph Marlow", Kind.UNNAMED_PERSON, None),
        ("the director of the Office of Ferries", Kind.PERSON, None),
        ("a North Sabel Democrat", Kind.UNNAMED_PERSON, None),
        ("Senior Tories", Kind.UNNAMED_GROUP, None),
        ("Proponents of the bill", Kind.UNNAMED_GROUP, None),
        ("The Romanian", Kind.UNNAMED_PERSON, None),
        ("the ferry companies", Kind.ORGANIZATION, None),
        ("both firms", Kind.ORGANIZATION, None),
        ("Many foreign companies", Kind.UNNAMED_GROUP, None),
        ("an inspector general's report issued earlier this year", Kind.DOCUMENT, None),
        ("reports", Kind.OUTLET, None),
        ("the report", Kind.DOCUMENT, None),
        ("UK media reports", Kind.OUTLET, None),
        ("Both The Wall Street Journal and the Herald", Kind.OUTLET, "The Wall Street Journal and The Sabel Herald"),
        ("the Wall Street Journal Europe", Kind.OUTLET, "Wall Street Journal Europe"),
        ("the Wall Street Journal reporter", Kind.UNNAMED_PERSON, None),
        ("Harbour News", Kind.OUTLET, "Harbour News"),
        ("A report in the Sunday Business", Kind.OUTLET, "Sunday Business"),
        ("a report in the Upper House", Kind.DOCUMENT, None),
        ("She and her aides", Kind.PERSON, None),
        ("Damian Green", Kind.PERSON, "Damian Green"),
        ("Kate Forbes", Kind.PERSON, "Kate Forbes"),
        ("Forbes", Kind.OUTLET, "Forbes"),
        ("Several aides and campaign manager Joseph Marlow", Kind.UNNAMED_GROUP, None),
        ("An official of opposition party Forza Sabel", Kind.UNNAMED_PERSON, None),
        ("a report in the United States", Kind.DOCUMENT, None),
        ("A social media account", Kind.ORGANIZATION, None),
        ("the Wall Street Journal Guild", Kind.ORGANIZATION, "Wall Street Journal Guild"),
        ("Students for Fair Ferries", Kind.ORGANIZATION, "Students for Fair Ferries"),
        ("One piece of evidence", Kind.ORGANIZATION, None),
    ],
)
def test_kind_and_name(words: str, kind: Kind, name: str | None) -> None:
    mention = read_mention(Span(0, len(words)), tokens(words), frozenset(), OUTLETS)
    assert (mention.kind, mention.name) == (kind, name)
