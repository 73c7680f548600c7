"""What a search gives back. Must not know how it was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from bot.answers.story import Story

Verdict = Literal["answer", "did_you_mean", "unknown", "small_talk"]
BARE = "uten_sammenheng"
"""The kind of an `unknown` question that names nothing."""
MAX_RANKED = 10
MAX_SUGGESTIONS = 3


class Hit(NamedTuple):
    """One article that may answer."""

    slug: str
    score: float
    """How well it fits; comparable within one search only."""
    matched: tuple[str, ...] = ()
    """Which words of the question it shares; only looked up to explain a search."""


@dataclass(frozen=True)
class SearchResult:
    """How to meet a question: show the first article, ask which of three, say that we do not know, or chat kindly."""

    verdict: Verdict
    ranked: tuple[Hit, ...] = ()
    """Best first, at most ten; filled also when the verdict is `unknown` (the nearest topics), empty for small talk."""
    score: float = 0.0
    """How likely it is that the first article is the right one, 0 to 1."""
    in_scope: float = 0.0
    """How likely it is that the question is one for this knowledge base at all, 0 to 1."""
    kind: str | None = None
    """For small talk which kind (`hilsen`, `takk` ...); for `unknown` `utenfor_tema`, `usikker` or BARE."""
    is_english: bool = False
    """The question was in English: the answer is Norwegian, with one line in English."""
    offers_guide: bool = False
    """Somebody is worried for a child, or describes one at length and what to do is asked, found or not known for sure:
    the guide is offered first."""
    renumbered: tuple[str, str] | None = None
    """An old section that was asked for, and what it is today."""

    @property
    def refused(self) -> bool:
        """Tell whether no article is offered as the answer."""
        return self.verdict in ("unknown", "small_talk")

    @property
    def best(self) -> str | None:
        """Return the slug of the first article, if any."""
        return self.ranked[0].slug if self.ranked else None

    @property
    def suggestions(self) -> tuple[str, ...]:
        """Return the slugs to offer under «mente du» or as the nearest topics."""
        return tuple(hit.slug for hit in self.ranked[:MAX_SUGGESTIONS])


def named_first(result: SearchResult, named: Sequence[str], renumbered: tuple[str, str] | None) -> SearchResult:
    """Return the result with the answers asked for by number first: one is the answer, several are offered."""
    if not named:
        return result
    top = max((hit.score for hit in result.ranked), default=0.0)
    found = tuple(Hit(slug, top) for slug in named)
    rest = tuple(hit for hit in result.ranked if hit.slug not in named)
    verdict: Verdict = "answer" if len(named) == 1 else "did_you_mean"
    return replace(
        result,
        verdict=verdict,
        ranked=(*found, *rest)[:MAX_RANKED],
        score=1.0 / len(named),
        in_scope=1.0,
        kind=None,
        renumbered=renumbered,
    )


@dataclass(frozen=True)
class Explanation:
    """Why a question was met as it was, for editors and developers."""

    read_as: str
    """The question in the words search used."""
    sentences: tuple[str, ...]
    """The sentences looked up beside the whole question, read alike; empty for a question of one sentence."""
    concepts: tuple[str, ...]
    corrected: tuple[tuple[str, str], ...]
    """Unknown words and the known ones taken instead."""
    story: Story
    """What the question tells beside what it asks."""
    result: SearchResult
    parts: tuple[tuple[str, float, float, float, float], ...]
    """For the best articles: slug, likeness to all phrasings, to the nearest one, score in the text, and what was added
    for the asker's place, work and last answer and for a story."""
    thresholds: tuple[tuple[str, float], ...]
