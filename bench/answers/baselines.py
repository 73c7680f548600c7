"""Two plain ways to find an answer, to compare with: rapidfuzz token_set, and BM25 with Snowball stemming."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping

import snowballstemmer
from rapidfuzz import fuzz, process

from bot.content.article import Article

_WORD = re.compile(r"\w+")


class TokenSet:
    """rapidfuzz `token_set_ratio` over every title and phrasing; an article counts as its best text."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._texts = [t.casefold() for a in articles.values() for t in (a.title, *a.asked_as)]
        self._slugs = [a.slug for a in articles.values() for _ in (a.title, *a.asked_as)]

    def ranked(self, question: str) -> list[tuple[str, float]]:
        """Return (slug, score), best first."""
        best: dict[str, float] = {}
        for _, score, number in process.extract(
            question.casefold(), self._texts, scorer=fuzz.token_set_ratio, limit=60
        ):
            best.setdefault(self._slugs[number], score)
        return sorted(best.items(), key=lambda item: -item[1])[:10]


class PlainBm25:
    """BM25 (k1 1.2, b 0.75) over whole articles with the Norwegian Snowball stemmer."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._stemmer = snowballstemmer.stemmer("norwegian")
        self._stems: dict[str, str] = {}
        self._slugs = list(articles)
        docs = [
            self._terms(" ".join([a.title, *a.asked_as, a.short_answer, a.meaning, *a.do_now]))
            for a in articles.values()
        ]
        self._lengths = [sum(d.values()) for d in docs]
        self._mean = sum(self._lengths) / max(1, len(docs))
        self._where: dict[str, list[tuple[int, int]]] = {}
        for number, doc in enumerate(docs):
            for term, count in doc.items():
                self._where.setdefault(term, []).append((number, count))

    def _terms(self, text: str) -> Counter[str]:
        return Counter(self._stem(word) for word in _WORD.findall(text.casefold()))

    def _stem(self, word: str) -> str:
        if word not in self._stems:
            self._stems[word] = self._stemmer.stemWord(word)
        return self._stems[word]

    def ranked(self, question: str) -> list[tuple[str, float]]:
        """Return (slug, score), best first."""
        scores: Counter[int] = Counter()
        for term in self._terms(question):
            found = self._where.get(term, [])
            rarity = math.log(1 + (len(self._slugs) - len(found) + 0.5) / (len(found) + 0.5))
            for number, count in found:
                length = self._lengths[number] / self._mean
                scores[number] += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length))
        return [(self._slugs[n], float(s)) for n, s in scores.most_common(10)]
