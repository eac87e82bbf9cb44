"""Two reports put together by hand that use every part of the document."""

from __future__ import annotations

from dataclasses import replace

from attribution.facts import gather
from attribution.finding import Finding, Related, Severity, Suppression
from attribution.model import (
    Analysis,
    Anonymity,
    Attribution,
    Kind,
    Role,
    Source,
    Span,
    Statement,
    Story,
    Tag,
)
from attribution.policy import Genre, Override, Policy
from attribution.report import Report, made
from attribution.scoring.score import score
from attribution.scoring.weighing import voices
from tests.builders import analysis_of, story_of

HEADLINE = "Harbour city to end its ferry contract"
SENTENCES = (
    ("The city will end its contract with Norrline Ferries in May, according to two council officials who attended "
     "Tuesday’s closed session."),
    ("The officials, who asked not to be named because they feared losing their jobs, said the operator had missed "
     "14 safety inspections."),
    "“Nobody told us,” said Mara Lindqvist, chair of the passengers’ council.",
    "“We would have liked to hear it from the mayor.”",
    "The Courier reported last week that Norrline had been warned twice.",
    "Critics say the ferries are too old.",
    "Norrline did not respond to a request for comment.",
    ("The line carries about 9,000 passengers a day between the harbour and the islands, and its boats were built "
     "between 1978 and 1991, which makes the fleet the oldest in the region by some distance; the city bought none."),
    "The inspection log lists 14 dates on which no inspector was let on board.",
)  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "![a](http://a.example/b.png)",
    "javascript:alert(1)",
    "a \u202egnp.exe",
    "a" * 10_000,
    "]]>",
    "--> <!--",
    "{{ 7 * 7 }} {% raw %} ${7 * 7} <%= 7 %>",
    "\0\x1b[31mred\x07\x9b2J",
    "http://a.example/b www.a.example a@a.example",
    "@desk #12 :smile: $x$",
    "| a | b |",
    "# Heading\n- item\n1. item\n> quote\n```",
    "one\ttwo\r\nthree\u2028four\x85five",
    '"\\u0022}]',
    "T1\tSource 0 5\tWords",
)
"""What a story might say to break out of a report."""
_SPOKEN = (
    (Tag.ANONYMOUS, "s1"), (Tag.ANONYMOUS, "s1"), (Tag.RECORD, "s2"), (Tag.RECORD, "s2"), (Tag.OUTLET, "s3"),
    (Tag.ANONYMOUS, "s4"), (Tag.NO_COMMENT, "s5"), (Tag.BACKGROUND, None), (Tag.RECORD, "s6"),
)  # fmt: skip
_PARAGRAPHS = ((0,), (1,), (2, 3), (4, 5, 6), (7, 8))


def _laid_out() -> tuple[Story, tuple[Span, ...], tuple[int, ...]]:
    """The story, the span of its headline and of each sentence, and the paragraph of each."""
    lines = [HEADLINE, *(" ".join(SENTENCES[index] for index in row) for row in _PARAGRAPHS)]
    text = "\n".join(lines)
    paragraphs, place = [], 0
    for number, line in enumerate(lines):
        paragraphs.append((Span(place, place + len(line)), Role.BODY if number else Role.HEADLINE))
        place += len(line) + 1
    spans = [Span(0, len(HEADLINE))]
    for sentence in SENTENCES:
        start = text.index(sentence)
        spans.append(Span(start, start + len(sentence)))
    owners = (0, *(number for number, row in enumerate(_PARAGRAPHS, start=1) for _ in row))
    return story_of(text, paragraphs), tuple(spans), owners


def _source(story: Story, id_: str, words: str, kind: Kind, **fields: object) -> Source:
    start = story.text.index(words)
    made = Source(
        id=id_,
        name=None,
        description=words,
        kind=kind,
        affiliation=None,
        mentions=(Span(start, start + len(words)),),
        statements=tuple(index for index, (_, owner) in enumerate(_SPOKEN, start=1) if owner == id_),
        identification=1.0,
        first_hand=1.0,
        anonymity=None,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def _sources(story: Story) -> tuple[Source, ...]:
    why = "because they feared losing their jobs"
    reason = Span(story.text.index(why), story.text.index(why) + len(why))
    officials = "two council officials who attended Tuesday’s closed session"
    return (
        _source(story, "s1", officials, Kind.UNNAMED_PERSON, affiliation="the council", identification=0.6,
                anonymity=Anonymity(requested=True, reason=reason)),
        _source(story, "s2", "Mara Lindqvist, chair of the passengers’ council", Kind.PERSON, name="Mara Lindqvist",
                affiliation="the passengers’ council"),
        _source(story, "s3", "The Courier", Kind.OUTLET, name="The Courier", identification=0.8, first_hand=0.5),
        _source(story, "s4", "Critics", Kind.UNNAMED_GROUP, identification=0.0, first_hand=0.0,
                anonymity=Anonymity(requested=False, reason=None)),
        _source(story, "s5", "Norrline", Kind.ORGANIZATION, name="Norrline Ferries", identification=0.9),
        _source(story, "s6", "The inspection log", Kind.DOCUMENT, name="inspection log", identification=0.9),
    )  # fmt: skip


def _analysis(story: Story, spans: tuple[Span, ...], owners: tuple[int, ...]) -> Analysis:
    answers = ((Tag.BACKGROUND, None), *_SPOKEN)
    statements = [
        Statement(
            span=span,
            paragraph=owner,
            tag=tag,
            also=(Tag.OUTLET,) if index == 3 else (),
            confidence=0.5 if index == 6 else 0.934567,
            source=source,
            via="s3" if index == 3 else None,
            carried=index == 4,
        )
        for index, (span, owner, (tag, source)) in enumerate(zip(spans, owners, answers, strict=True))
    ]
    said = story.text.index("said Mara")
    attribution = Attribution(3, Span(said, said + 4), Span(said + 5, said + 19), (Span(said - 18, said - 1),), 0.8765)
    silent = Attribution(4, None, None, (spans[4],), 0.6)
    return analysis_of(statements, _sources(story), ((attribution, "s2"), (silent, None)))


def ferries() -> Report:
    """A story with all five tags, every kind of note, and more words than the score needs."""
    story, spans, owners = _laid_out()
    story = replace(
        story, headline=HEADLINE, links=(spans[3],), bylines=("Ana Ruiz",), outlet="Daily Post", published="2026-03-01",
        path="ferries.md",
        format="markdown",
    )  # fmt: skip
    analysis = _analysis(story, spans, owners)
    policy = Policy(
        outlets=(("The Courier", "Courier"),),
        genre=Genre.ANALYSIS,
        overrides=(Override("ANO102", None), Override("NOC304", Severity.ERROR)),
    )
    return _report(story, policy, analysis)


def _report(story: Story, policy: Policy, analysis: Analysis) -> Report:
    facts = gather(story, policy, analysis)
    return made(facts, (), score(facts), voices(facts))


def with_story(report: Report, story: Story) -> Report:
    """The same report on a story that differs in what no fact depends on."""
    return replace(report, story=story)


def judged() -> Report:
    """The same story with findings, one of which is suppressed."""
    report = ferries()
    span = report.statements[6].span
    found = Finding(
        "BKG501",
        "weasel-words",
        Severity.WARNING,
        "Nobody speaks.",
        "Name one critic.",
        6,
        span,
        "9f2c",
        related=(Related(report.statements[5].span, "the claim before"),),
    )
    waived = replace(found, statement=None, suppressed=Suppression("agreed with the desk", "line 3"))
    return replace(report, findings=(found, waived))


def brief() -> Report:
    """A story too short to score."""
    text = "The bridge is closed."
    span = Span(0, len(text))
    story = replace(story_of(text, [(span, Role.BODY)]), path="briefs/bridge.txt")
    statement = Statement(span, 0, Tag.BACKGROUND, (), 0.99, None, None, carried=False)
    analysis = analysis_of([statement], ())
    return _report(story, Policy(), analysis)


def quoting(words: str) -> Report:
    """A report whose story says nothing but some words, and in which all that comes from a story holds them."""
    text = f"One. {words} said {words}."
    whole, first = Span(0, len(text)), Span(5, 5 + len(words))
    cue, last = Span(first.end + 1, first.end + 5), Span(first.end + 6, len(text) - 1)
    story = replace(
        story_of(text, [(whole, Role.BODY)]), headline=words, bylines=(words,), outlet=words, published=words,
        path=f"{words[:99]}.txt",
    )  # fmt: skip
    statement = Statement(whole, 0, Tag.ANONYMOUS, (Tag.OUTLET,), 0.3, "s1", "s1", carried=True)
    source = Source("s1", words, words, Kind.UNNAMED_GROUP, words, (last,), (0,), 0.2, 0.5, Anonymity(True, first))
    attribution = Attribution(0, cue, last, (first,), 0.8)
    report = _report(story, Policy(), analysis_of([statement], [source], [(attribution, "s1")]))
    found = Finding("ANO101", "bare-anonymous-source", Severity.ERROR, words, words, 0, first, "9f2c")
    allowed = replace(found, suppressed=Suppression(words, words))
    whole_story = replace(found, statement=None)
    return replace(report, findings=(found, allowed, whole_story))
