"""Fits the two curves of `bot/answers/confidence.py` and prints the numbers to put there.

Uses the development questions, and phrasings and off-topic examples held out one at a time; never the test questions.
Run `python -m bench.answers.fit_confidence`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.answers.questions import REFUSED, read_questions
from bot.answers.belonging import UNSEEN as UNSEEN_BELONGING
from bot.answers.confidence import Evidence
from bot.answers.index import AnswerIndex, phrasings
from bot.answers.lexicon import load_lexicon
from bot.answers.matching import Matcher
from bot.answers.material import OFF_TOPIC, Material
from bot.answers.result import MAX_RANKED
from bot.answers.sparse import Doc, Floats, Rows, highest
from bot.answers.story import story_told
from bot.answers.together import UNSEEN, Together
from bot.answers.wording import Reader
from bot.content.article_file import load_articles
from bot.content.source import load_sources

KNOWLEDGE = Path("knowledge")
STRENGTH = 0.3
"""L2: keeps the curves from leaning on one number."""
DEVELOPMENT, HELD_OUT = ("dev", "dev_2"), "held out"
EVERY = 3
"""One phrasing in three is held out: enough, and it takes half a minute."""
Table = NDArray[np.float64]


class HeldOut(Matcher):
    """A matcher that can forget one of its texts for a moment."""

    without: int | None = None

    def __init__(self, reader: Reader, material: Material, kinds: int = 0) -> None:
        super().__init__(reader, material, kinds)
        is_other = self._owners == OFF_TOPIC
        sides = (~is_other & (self._owners < self._articles), is_other)
        rows, features = material.rows, len(material.rarity)
        self._texts = [max(int(np.count_nonzero(side)), 1) for side in sides]
        self._counts = [np.bincount(rows.numbers[side.repeat(rows.lengths)], minlength=features) for side in sides]

    def _likeness(self, doc: Doc) -> Floats:
        likeness = super()._likeness(doc)
        if self.without is not None:
            likeness = likeness.copy()
            likeness[self.without] = 0.0
        return likeness

    def _made_together(self, rows: Rows) -> Together:
        self._all = rows.documents()
        return super()._made_together(rows)

    def _all_together(self, together: Together, doc: Doc) -> Floats:
        scores = super()._all_together(together, doc)
        if self.without is not None:
            owner = self._owners[self.without]
            mates = [self._all[n] for n in np.flatnonzero(self._owners == owner).tolist() if n != self.without]
            scores[owner] += self._likely(doc, mates) - self._likely(doc, [*mates, self._all[self.without]])
        return scores

    def _likely(self, doc: Doc, texts: Sequence[Doc]) -> float:
        """Return how likely these texts together make a document, as `Together` reckons it."""
        numbers, weights = doc
        together = Rows.of(texts)
        have = np.bincount(together.numbers, together.values, len(self._weighting.features))
        return float(weights @ np.log((have[numbers] + UNSEEN) / (have.sum() + UNSEEN * len(have))))

    def _belongs(self, doc: Doc) -> float:
        if self.without is None:
            return super()._belongs(doc)
        numbers, weights = doc
        ours, others = (counts[numbers].astype(float) for counts in self._counts)
        (others if self._owners[self.without] == OFF_TOPIC else ours)[:] -= 1
        odds = np.log(np.maximum(ours, 0) + UNSEEN_BELONGING) - np.log(np.maximum(others, 0) + UNSEEN_BELONGING)
        return float(weights @ (odds - np.log(self._texts[0] / self._texts[1])))


class Measured(AnswerIndex):
    """An index that tells what it found."""

    matcher = HeldOut

    def evidence(self, text: str, without: int | None = None) -> tuple[str, Evidence]:
        """Return the first article and what was found about it, one text forgotten."""
        self._matcher.without = without
        reading, _ = self._matcher.corrected(self._reader.read(text))
        found = self._found(reading, story_told(text), None, None, None)
        order = highest(found.total, MAX_RANKED)
        return self.slugs[order[0]], self._evidence(order, found, reading)


def fit(rows: Table, wanted: Table, weights: Table) -> Table:
    """Return bias and weights of a logistic regression, by Newton's method."""
    x = np.hstack([np.ones((len(rows), 1)), rows])
    beta = np.zeros(x.shape[1])
    penalty = np.diag([0.0] + [STRENGTH] * rows.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        slope = x.T @ (weights * (p - wanted)) + penalty @ beta
        curve = (x * (weights * p * (1 - p))[:, None]).T @ x + penalty
        beta -= np.linalg.solve(curve, slope)
    return beta


def collect(index: Measured, texts: Sequence[tuple[int, str]]) -> list[tuple[str, bool, bool, Evidence]]:
    """Return (from where, in scope, first article right, evidence) for every example."""
    found = []
    for name in DEVELOPMENT:
        for question in read_questions(name):
            if question.kind != "m":
                slug, evidence = index.evidence(question.text)
                found.append((name, question.kind not in REFUSED, question.is_answered_by(slug), evidence))
    asked = {text for article in index.articles.values() for text in article.asked_as}
    for number, (owner, text) in enumerate(texts):
        if owner != OFF_TOPIC and (text not in asked or number % EVERY):
            continue
        slug, evidence = index.evidence(text, number)
        found.append((HELD_OUT, owner != OFF_TOPIC, owner != OFF_TOPIC and index.slugs[owner] == slug, evidence))
    return found


def main() -> None:
    """Fit and print."""
    articles, lexicon, sources = load_articles(KNOWLEDGE), load_lexicon(KNOWLEDGE), load_sources(KNOWLEDGE)
    index = Measured(articles, lexicon, sources)
    found = collect(index, phrasings([articles[slug] for slug in index.slugs], lexicon, sources))
    rows = np.array([evidence for *_, evidence in found])
    scope = np.array([in_scope for _, in_scope, _, _ in found], float)
    right = np.array([is_right for _, _, is_right, _ in found], float)
    own = np.array([0.5 if place == HELD_OUT else 1.0 for place, *_ in found])
    balanced = own / np.where(scope > 0, (own * scope).sum(), (own * (1 - scope)).sum()) * len(found) / 2
    lines = []
    for name, wanted, weights, part in (("SCOPE", scope, balanced, scope >= 0), ("RIGHT", right, own, scope > 0)):
        beta = fit(rows[part], wanted[part], weights[part])
        lines.append(f"{name}_WEIGHTS = ({', '.join(f'{b:.2f}' for b in beta[1:])})\n{name}_BIAS = {beta[0]:.2f}\n")
        p = 1 / (1 + np.exp(-(beta[0] + rows @ beta[1:])))
        lines.append(report(name, p, found))
    sys.stdout.write("\n".join(lines))


def report(name: str, p: Table, found: list[tuple[str, bool, bool, Evidence]]) -> str:
    """Return what thresholds would give."""
    lines = []
    for place in (*DEVELOPMENT, HELD_OUT):
        ours = np.array([p[i] for i, f in enumerate(found) if f[0] == place and f[1]])
        other = np.array([p[i] for i, f in enumerate(found) if f[0] == place and not f[1]])
        right = np.array([f[2] for f in found if f[0] == place and f[1]])
        for t in (0.3, 0.4, 0.5, 0.6, 0.7):
            sure = ours >= t
            below = right[~sure].mean() if (~sure).any() else 0.0
            lines.append(
                f"# {name} {place} {t}: ours below {(ours < t).mean():.3f}, others below {(other < t).mean():.3f}, "
                f"right among those above {right[sure].mean():.3f}, right among those below {below:.3f}"
            )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
