"""The analysis of a story: sentences, quotes, attributions, sources, statements, each from earlier values alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from attribution.analysis.attributions import attributions
from attribution.analysis.cast import Cast
from attribution.analysis.decisions import Decision
from attribution.analysis.evidence import BRIEF, Evidence, figures, link
from attribution.analysis.governing import coverage, main_clause
from attribution.analysis.letters import is_signed
from attribution.analysis.names import Outlets, known_outlets, runs_of_names
from attribution.analysis.network.inputs import quote_states
from attribution.analysis.network.reader import Deepened, Joined, Reading, Words, network
from attribution.analysis.outlet_names import outlets_of
from attribution.analysis.outlet_voices import may_be_one
from attribution.analysis.quotes import quoted_length, quotes
from attribution.analysis.register import Register, own_outlets
from attribution.analysis.sentences import sentences
from attribution.analysis.settling import settled
from attribution.analysis.sources import Resolver
from attribution.analysis.statements import Finder
from attribution.analysis.tokens import tokens
from attribution.analysis.voices import Voice
from attribution.model import Analysis, Attribution, Quote, Role, Sentence, Story, Token
from attribution.policy import Policy


@dataclass(frozen=True, slots=True)
class Begun:
    """A story cut into words, sentences and quotations."""

    story: Story
    tokens: tuple[Token, ...]
    texts: tuple[str, ...]
    """Of the tokens."""
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    states: str
    """Whether each token stands in a quotation, a letter a token (`network.inputs.QUOTE_STATES`)."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A story with what the rules decide for each sentence, beside what the network reads."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    voices: tuple[Voice | None, ...]
    outlets: Outlets
    rows: tuple[Evidence, ...]


def begun(story: Story) -> Begun:
    """Begin with a story."""
    row = tokens(story.text)
    cut = sentences(story, row)
    quotations = quotes(story)
    texts = tuple([token.text for token in row])
    return Begun(story, row, texts, cut, quotations, quote_states(row, quotations))


def joined(stories: Sequence[Begun]) -> Joined:
    """The words of stories as the network sees them, all at once."""
    return network().joined(list(map(_words, stories)))


def deepened(words: Joined) -> Deepened:
    """What the network sees in the words of stories: the sums that take half an analysis's time."""
    return network().deepened(words)


def read(stories: Sequence[Begun], seen: Deepened) -> list[Reading]:
    """What the network reads in each story, by what it sees in their words."""
    return network().read(list(map(_words, stories)), seen)


def _words(story: Begun) -> Words:
    return Words(story.texts, story.sentences, story.states)


def gather(start: Begun, reading: Reading, policy: Policy) -> Gathered:
    """On whose word each sentence of a story rests by the rules, and what speaks for it."""
    story, row, cut, quotations, states = start.story, start.tokens, start.sentences, start.quotes, start.states
    runs = runs_of_names(start.texts, cut)
    outlets = outlets_of(start.texts, cut, runs, known_outlets(policy.outlets))
    found = attributions(story.text, row, cut, quotations, reading, outlets)
    resolver = Resolver(row, cut, Cast(start.texts, cut, states, runs, outlets), outlets)
    voices = resolver.resolve(found)
    finder = Finder(story, row, cut, quotations, found, voices, own_outlets(story, outlets), outlets)
    by_sentence: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in found:
        by_sentence[attribution.sentence].append(attribution)
    beside = zip(reading.tags.tolist(), finder.decisions(), strict=True)
    rows = tuple(
        _evidence(start, reading.labels, cut[i], chances, by_sentence[i], decision)
        for i, (chances, decision) in enumerate(beside)
    )
    return Gathered(row, cut, quotations, found, voices, outlets, rows)


def _evidence(
    start: Begun,
    labels: Sequence[str],
    sentence: Sentence,
    chances: Sequence[float],
    told: Sequence[Attribution],
    decision: Decision,
) -> Evidence:
    """Of one sentence; `told` are the attributions whose cue stands in it."""
    words = start.texts[sentence.first : sentence.last]
    return Evidence(
        decision,
        tuple(chances),
        max((coverage(each, sentence) for each in told), default=0.0),
        quoted_length(start.quotes, sentence.span) / len(sentence.span),
        labels[sentence.first : sentence.last].count("BQ"),
        sentence.last - sentence.first <= BRIEF,
        figures(words),
        sentence.paragraph,
        link(words),
        main_clause(decision.main.attribution, start.tokens, sentence),
        may_be_one(decision.main.voice),
        start.story.paragraphs[sentence.paragraph].role is Role.BODY,
    )


def analyse(story: Story, policy: Policy) -> Analysis:
    """Who says what in a story, and on whose word each of its sentences rests."""
    start = begun(story)
    (reading,) = read([start], deepened(joined([start])))
    return concluded(start, reading, policy)


def concluded(start: Begun, reading: Reading, policy: Policy) -> Analysis:
    """The analysis of a story that was begun, with what the network reads in it. Whoever signed a letter is the
    source of its sentences, but no word of it attributes anything.
    """
    story, found = start.story, gather(start, reading, policy)
    decisions = settled(found.rows, found.sentences)
    own = own_outlets(story, found.outlets)
    register = Register(story, found.tokens, found.sentences, decisions, found.outlets, own)
    ids = register.ids(found.voices)
    told = [(each, id_) for each, id_ in zip(found.attributions, ids, strict=True) if not is_signed(each)]
    return Analysis(
        found.tokens,
        found.sentences,
        found.quotes,
        tuple(each for each, _ in told),
        tuple(id_ for _, id_ in told),
        register.sources(),
        register.statements(),
    )
