"""The analysis of a story: sentences, quotes, attributions, sources, statements, each from earlier values alone."""

from __future__ import annotations

from dataclasses import dataclass

from attribution.analysis.attributions import attributions
from attribution.analysis.cast import Cast
from attribution.analysis.decisions import Decision
from attribution.analysis.names import known_outlets
from attribution.analysis.quotes import quotes
from attribution.analysis.register import Register, own_outlets
from attribution.analysis.sentences import sentences
from attribution.analysis.sources import Resolver, Voice
from attribution.analysis.span_finder import quote_states
from attribution.analysis.statements import Finder
from attribution.analysis.tokens import tokens
from attribution.model import Analysis, Attribution, Quote, Sentence, Story, Token
from attribution.policy import Policy


@dataclass(frozen=True, slots=True)
class Decided:
    """A story with a decision for each sentence, before the report's sources are numbered."""

    tokens: tuple[Token, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    voices: tuple[Voice | None, ...]
    decisions: tuple[tuple[Sentence, Decision], ...]


def decide(story: Story, policy: Policy) -> Decided:
    """On whose word each sentence of a story rests, and what decided it."""
    row = tokens(story.text)
    cut = sentences(story, row)
    quoted = quotes(story)
    found = attributions(story.text, row, cut, quoted)
    outlets = known_outlets(policy.outlets)
    resolver = Resolver(row, cut, Cast(row, cut, quote_states(row, quoted), outlets), outlets)
    voices = resolver.resolve(found)
    finder = Finder(story, row, cut, quoted, found, voices, own_outlets(story, outlets))
    return Decided(row, quoted, found, voices, tuple(zip(cut, finder.decisions(), strict=True)))


def analyse(story: Story, policy: Policy) -> Analysis:
    """Who says what in a story, and on whose word each of its sentences rests."""
    decided = decide(story, policy)
    cut = tuple(sentence for sentence, _ in decided.decisions)
    outlets = known_outlets(policy.outlets)
    register = Register(
        story,
        decided.tokens,
        cut,
        tuple(decision for _, decision in decided.decisions),
        outlets,
        own_outlets(story, outlets),
    )
    ids = register.ids(decided.voices)
    return Analysis(
        decided.tokens, cut, decided.quotes, decided.attributions, ids, register.sources(), register.statements()
    )
