"""The published standards and studies that the rules rest on, by the key with which a rule cites them.

All of them are paraphrased here. `reading` says how far the document itself was read: a point that is known from
somebody else's account of it is worth checking before it is quoted.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Reading(Enum):
    """How a document is known."""

    WHOLE = "read"
    PART = "read in part"
    SECONDARY = "known from accounts of it"


@dataclass(frozen=True, slots=True)
class Standard:
    """One published document."""

    key: str
    title: str
    publisher: str
    published: str
    """Year or date."""
    reading: Reading

    def __str__(self) -> str:
        return f"{self.title} ({self.publisher}, {self.published})"


def _rows() -> tuple[Standard, ...]:
    whole, part, secondary = Reading.WHOLE, Reading.PART, Reading.SECONDARY
    return tuple(
        Standard(*row)
        for row in (
            ("ABC-ATT", "Guidance note: attribution and anonymity of sources", "ABC Australia", "n.d.", whole),
            ("ABC-FOR", "Guidance note: fair opportunity to respond", "ABC Australia", "n.d.", whole),
            ("AP-2005", "Rules on anonymous sources", "Associated Press", "2005", secondary),
            ("AP-BLOG", "When is it OK to use anonymous sources?", "Associated Press", "2017", part),
            ("AP-BLOG2", "What to expect when you're interviewed by AP", "Associated Press", "n.d.", whole),
            ("AP-CREDIT", "Guidelines for credit and attribution", "Associated Press", "2010", whole),
            ("AP-NV", "News Values and Principles", "Associated Press", "2005 on", part),
            ("AP-POLL", "Stylebook: polls and surveys", "Associated Press", "older edition", whole),
            ("API", "How to report on polls and surveys", "American Press Institute", "n.d.", part),
            ("BBC-A05", "Editorial Guidelines: accuracy", "BBC", "2005", whole),
            ("BBC-A10", "Editorial Guidelines: accuracy", "BBC", "2010", whole),
            ("BBC-A19", "Editorial Guidelines, section 3: accuracy", "BBC", "2019", part),
            ("BBC-A25", "Editorial Guidelines: accuracy, polls", "BBC", "2025", part),
            ("BBC-ANON", "Note on anonymity", "BBC", "2019", whole),
            ("BBC-ROR", "Guidance: right of reply", "BBC", "n.d.", whole),
            ("BBC-STYLE", "News Styleguide", "BBC", "2003", part),
            ("BENDER", "Writing and Reporting for the Media, 12th edition", "Oxford University Press", "n.d.", whole),
            ("BLO-MEMO", "Memo on anonymous sources", "Bloomberg", "2009", secondary),
            ("BLO-WAY", "The Bloomberg Way", "Bloomberg", "2013 on", secondary),
            ("CBC", "Journalistic Standards and Practices: sources", "CBC/Radio-Canada", "n.d.", whole),
            ("CIRC", "Circular reporting", "encyclopedic entry", "n.d.", whole),
            ("GDN-2000", "Guidelines on identifying sources", "The Guardian", "2000", part),
            ("GDN-2004", "Social audit: several sources", "The Guardian", "2004", whole),
            ("GDN-CODE", "Editorial code", "Guardian News and Media", "2011", part),
            ("GLEANER-13", "What is a reasonable time to reply", "J-Source", "2013", part),
            ("IMPRESS", "Standards Code and its guidance", "Impress", "n.d.", part),
            ("IPSO", "Editors' Code, clause 1", "IPSO", "2021", secondary),
            ("JTI", "Journalism Trust Initiative, CWA 17493, clause 12", "CEN", "2019", whole),
            ("KU-OER", "Be Credible", "University of Kansas", "n.d.", whole),
            ("NPR-ATTR", "Special section: attribution", "NPR", "2020", whole),
            ("NPR-CROWD", "Memo on crowd estimates", "NPR", "2017", whole),
            ("NPR-DONT", "Do's and don'ts of anonymity", "NPR", "2017", part),
            ("NPR-FAIR", "No anonymous opinions of others", "NPR", "n.d.", whole),
            ("NPR-ID", "Describe anonymous sources as clearly as you can", "NPR", "2011", whole),
            ("NPR-NC", "Be persistent when seeking comment, precise about who won't", "NPR", "2018", whole),
            ("NPR-TRN", "Attribution: a training guide", "NPR", "2024", part),
            ("NYT-2004", "Confidential news sources policy", "The New York Times", "2004", part),
            ("NYT-2016", "Guidelines on anonymity", "The New York Times", "2016", secondary),
            ("NYT-PE06", "Public editor on stock explanations", "The New York Times", "2006", part),
            ("POLITICO-13", "On “critics say”", "Politico", "2013", part),
            ("QUT", "Teaching notes on verbs of attribution", "Queensland University of Technology", "2009", whole),
            ("READER-13", "On a paper that relayed another's unnamed source", "Chicago Reader", "2013", part),
            ("REU-ACC", "Handbook: accuracy; rules for anonymous sources", "Reuters", "2008", whole),
            ("REU-AE", "Handbook: attention editor items", "Reuters", "n.d.", part),
            ("REU-ESS", "Handbook: the essentials of sourcing", "Reuters", "2008 on", part),
            ("REU-LEGAL", "Handbook: legal guidance", "Reuters", "n.d.", part),
            ("SMH-19", "Column on “it is understood”", "The Sydney Morning Herald", "2019", whole),
            (
                "SPJ",
                "Code of Ethics and position paper on anonymity",
                "Society of Professional Journalists",
                "2014",
                whole,
            ),
            ("STP-25", "On “critics say” beside established facts", "Stop the Presses", "2025", part),
            ("TRUST", "Trust Indicators", "The Trust Project", "2017", whole),
            ("TV-15", "Notes on hedge words", "teaching notes for television news", "2015", whole),
            ("WP-2004", "Policy on sources", "The Washington Post", "2004", part),
            ("WP-HOWELL", "Two practical rules, by the ombudsman", "The Washington Post", "2006", whole),
            ("WSJ-19", "Style and Substance: anonymity", "The Wall Street Journal", "2019", part),
            ("WSJ-22", "Style and Substance: partial anonymity", "The Wall Street Journal", "2022", part),
            ("WTW", "Manual of Style: words to watch", "Wikipedia", "2014", whole),
        )
    )


STANDARDS = {standard.key: standard for standard in _rows()}
