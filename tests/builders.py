"""Stories and analyses put together by hand: what a test says about its sources, and plausible values for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from attribution.facts import Facts, gather
from attribution.facts.claims import Claim, Worth
from attribution.facts.targets import Reply, Target
from attribution.model import (
    Analysis,
    Anonymity,
    Attribution,
    Kind,
    Paragraph,
    PositionMap,
    Role,
    Source,
    Span,
    Statement,
    Story,
    Tag,
)
from attribution.policy import Policy
from attribution.scoring.parts import Score
from attribution.scoring.score import score


@dataclass(frozen=True)
class Cast:
    """A source as a test describes it."""

    kind: Kind
    times: int
    identification: float
    first_hand: float
    description: str = "a source"
    name: str | None = None
    affiliation: str | None = None
    reason: str | None = None
    also: tuple[Tag, ...] = ()
    """Of its first statement."""
    tag: Tag | None = None


@dataclass
class _Draft:
    lines: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, line: str) -> Span:
        span = Span(self.length, self.length + len(line))
        self.lines.append(line)
        self.length = span.end + 1
        return span


def make(
    casts: Sequence[Cast], words: int, background: int = 0, order: Sequence[int] | None = None
) -> tuple[Story, Analysis]:
    """A story of exactly `words` words in which each source speaks as often as said, a paragraph a statement.

    `order` permutes the statements; the background comes last, in one paragraph that fills the story up.
    """
    draft = _Draft()
    owners = [index for index, cast in enumerate(casts) for _ in range(cast.times)]
    owners = [owners[place] for place in order] if order is not None else owners
    statements: list[Statement] = []
    spans: list[Span] = []
    reasons: dict[int, Span] = {}
    for owner in owners:
        cast = casts[owner]
        first = f"{cast.description} said so {cast.reason or ''}".rstrip() + "."
        span = draft.add(first)
        if cast.reason and owner not in reasons:
            at = draft.lines[-1].index(cast.reason)
            reasons[owner] = Span(span.start + at, span.start + at + len(cast.reason))
        also = cast.also if all(each.source != f"s{owner + 1}" for each in statements) else ()
        statements.append(_statement(len(spans), span, cast.tag or _tag(cast), also, f"s{owner + 1}"))
        spans.append(span)
    filler = max(0, words - sum(len(line.split()) for line in draft.lines))
    if filler:
        span = draft.add(" ".join(["word"] * filler))
        spans.append(span)
        statements.extend(_statement(len(spans) - 1, span, Tag.BACKGROUND, (), None) for _ in range(max(1, background)))
    sources = tuple(_source(index, cast, statements, reasons.get(index)) for index, cast in enumerate(casts))
    story = story_of("\n".join(draft.lines), [(span, Role.BODY) for span in spans])
    return story, analysis_of(statements, sources)


def facts_of(story: Story, analysis: Analysis, targets: Sequence[Target] = (), claims: Sequence[Claim] = ()) -> Facts:
    """The facts of a made story, with the targets and claims that a test gives it."""
    found = gather(story, Policy(), analysis)
    return replace(found, targets=tuple(targets), claims=tuple(claims))


def scored(
    casts: Sequence[Cast],
    words: int,
    order: Sequence[int] | None = None,
    targets: Sequence[Target] = (),
    claims: Sequence[Claim] = (),
    misused: frozenset[str] = frozenset(),
) -> Score:
    """The score of a made story."""
    return score(facts_of(*make(casts, words, order=order), targets=targets, claims=claims), misused)


def target(reply: Reply, name: str = "Marlow Homes", *, is_serious: bool = False) -> Target:
    """Somebody accused in the first statement."""
    return Target(name, 0, Span(0, 1), is_serious, False, reply, None)


def claim(*, is_grounded: bool) -> Claim:
    """A figure in the first statement."""
    return Claim(0, Span(0, 1), Worth.FIGURE, is_grounded)


def story_of(text: str, paragraphs: Sequence[tuple[Span, Role]]) -> Story:
    """A story whose file is its text."""
    lines = (0, *(index + 1 for index, letter in enumerate(text) if letter == "\n"))
    return Story(
        text=text,
        paragraphs=tuple(Paragraph(span, role) for span, role in paragraphs),
        positions=PositionMap((0,), (0,), lines),
        path="stories/made.txt",
        format="text",
        encoding="utf-8",
        sha256="0" * 64,
    )


def analysis_of(
    statements: Sequence[Statement],
    sources: Sequence[Source],
    attributions: Sequence[tuple[Attribution, str | None]] = (),
) -> Analysis:
    """An analysis without tokens and quotes."""
    return Analysis(
        tokens=(),
        sentences=(),
        quotes=(),
        attributions=tuple(each for each, _ in attributions),
        attribution_sources=tuple(source for _, source in attributions),
        sources=tuple(sources),
        statements=tuple(statements),
    )


def _statement(paragraph: int, span: Span, tag: Tag, also: tuple[Tag, ...], source: str | None) -> Statement:
    return Statement(span, paragraph, tag, also, 0.9, source, None, carried=False)


def _tag(cast: Cast) -> Tag:
    if cast.kind is Kind.OUTLET:
        return Tag.OUTLET
    return Tag.ANONYMOUS if cast.kind in (Kind.UNNAMED_PERSON, Kind.UNNAMED_GROUP) else Tag.RECORD


def _source(index: int, cast: Cast, statements: Sequence[Statement], reason: Span | None) -> Source:
    own = tuple(place for place, each in enumerate(statements) if each.source == f"s{index + 1}")
    unnamed = cast.kind in (Kind.UNNAMED_PERSON, Kind.UNNAMED_GROUP)
    return Source(
        id=f"s{index + 1}",
        name=cast.name,
        description=cast.description,
        kind=cast.kind,
        affiliation=cast.affiliation,
        mentions=tuple(statements[place].span for place in own),
        statements=own,
        identification=cast.identification,
        first_hand=cast.first_hand,
        anonymity=Anonymity(requested=reason is not None, reason=reason) if unnamed else None,
    )
