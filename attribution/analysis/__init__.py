"""The analysis of a story: sentences, quotes, attributions, sources, statements; each step from earlier values alone."""

from __future__ import annotations

from attribution.analysis.attributions import attributions
from attribution.analysis.cast import Cast
from attribution.analysis.names import Outlets
from attribution.analysis.quotes import quotes
from attribution.analysis.register import Register, own_outlets
from attribution.analysis.sentences import sentences
from attribution.analysis.sources import Resolver
from attribution.analysis.span_finder import quote_states
from attribution.analysis.statements import Finder
from attribution.analysis.tokens import tokens
from attribution.model import Analysis, Story
from attribution.policy import Policy


def analyse(story: Story, policy: Policy) -> Analysis:
    """Who says what in a story, and on whose word each of its sentences rests."""
    row = tokens(story.text)
    cut = sentences(story, row)
    quoted = quotes(story)
    found = attributions(row, cut, quoted)
    outlets = Outlets(policy.outlets)
    resolver = Resolver(row, cut, Cast(row, cut, quote_states(row, quoted), outlets), outlets)
    voices = resolver.resolve(found)
    own = own_outlets(story, outlets)
    decisions = Finder(story, row, cut, quoted, found, voices, own).decisions()
    register = Register(story, cut, decisions, outlets, own)
    return Analysis(
        row, cut, quoted, found, register.ids(voices), register.sources(), register.statements()
    )
