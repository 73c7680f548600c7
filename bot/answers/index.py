"""Finds the articles that answer a question. Deterministic, offline, explainable; must not change or make up a text.

Three scores are added: likeness to the nearest phrasing of an article, likeness to all its phrasings together, and
plain BM25
in the whole text. See `bot/decisions` on search for what was measured.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import compress
from math import log
from sys import intern

import numpy as np
from numpy.typing import NDArray

from bot.answers.bm25 import FullText
from bot.answers.confidence import THRESHOLDS, Evidence, in_scope, right, verdict_of
from bot.answers.features import Blocks, Weighting, blocks_of, forget_words
from bot.answers.law_sections import LawSections
from bot.answers.lexicon import Lexicon
from bot.answers.professions import ALL_ARTICLES, ARTICLES, whose_rules
from bot.answers.result import MAX_RANKED, MAX_SUGGESTIONS, Explanation, Hit, SearchResult, named_first
from bot.answers.small_talk import SmallTalk
from bot.answers.sparse import Doc, Floats, Names, Postings, highest
from bot.answers.spelling import MOST_UNKNOWN, Spelling
from bot.answers.stem import stem
from bot.answers.wording import Reader, Reading
from bot.content.article import EVERYONE, Article
from bot.content.source import Source

TOGETHER_SHARE = 4.0
"""How much likeness to all phrasings (the mean of its power 1.5) counts beside the nearest phrasing
(1)."""
TEXT_SHARE = 0.4
"""How much the full text counts. Both shares are best on the development questions and on phrasings held out one at a
time."""
OTHER_MUNICIPALITY, OWN_MUNICIPALITY, OTHER_ROLE, OWN_ROLE = -1.0, 0.15, -0.3, 0.3
"""Added to articles for another municipality than the asker's, for the asker's own, about another profession, about
the asker's own. A good hit scores 1.5, and two neighbours lie 0.1 to 0.5 apart."""
OWN_RULES = 0.5
"""Added to the asker's own profession when they ask which rules of secrecy they have, and nothing more."""
CLEAR_GAP = 0.4
"""A local article this far ahead was asked for by name, so it is shown to someone whose municipality is unknown."""
FOLLOWED, FOLLOWED_RELATED = 0.15, 0.30
"""Added to the article a follow-up question follows, and to those it leads on to."""
_FOLLOW_UP = re.compile(
    r"^(og |men |hva med|hva hvis|hvis |enn |what about|and |ka med|kva med|å hvis|men hvis|gjelder det|gjeld det)"
)
_LONGEST_FOLLOW_UP = 14
_OFF_TOPIC, _NOBODY = -1, -2


@dataclass(frozen=True)
class _Scores:
    together: Floats
    nearest: Floats
    text: Floats
    total: Floats
    as_asked: Floats
    """The total by the words alone, before municipality, role and last answer are counted."""
    off_topic: float
    off_topic_nearest: float
    known_share: float
    rarity: Mapping[str, float]
    """How telling each stem of the question is."""
    words: tuple[str, ...]


class AnswerIndex:
    """All articles, ready to be searched. Made by `build_index`; never changes."""

    def __init__(
        self, articles: Mapping[str, Article], lexicon: Lexicon, sources: Mapping[str, Source] | None = None
    ) -> None:
        self.slugs = tuple(sorted(articles))
        self.articles = dict(articles)
        self._articles = [articles[slug] for slug in self.slugs]
        self._number_of = {slug: number for number, slug in enumerate(self.slugs)}
        self._reader = Reader(lexicon)
        self._small_talk = SmallTalk(lexicon.small_talk)
        self._law_sections = LawSections(lexicon.sections, articles, sources)
        texts, self._owners = self._phrasings(lexicon, sources or {})
        readings = [self._read_shared(text) for text in texts]
        whole = [self._read_shared(_whole_text(article)) for article in self._articles]
        self._text = FullText(whole)
        self._spelling = Spelling(self._text.words | {word for reading in readings for word in reading.words})
        self._weighting = Weighting(self._blocks(reading) for reading in readings)
        self._postings = Postings(self._weighting.rows, len(self._weighting.features))
        self._starts = np.flatnonzero(np.diff(self._owners, prepend=_NOBODY))
        self._sizes = np.diff(np.append(self._starts, len(self._owners))).astype(np.float32)
        self._owner_of_run = self._owners[self._starts]
        self._professions = [n for n, slug in enumerate(self.slugs) if slug in ALL_ARTICLES]
        self._own_words = self._words_by_article(readings, whole)
        self._weighting.pack()
        self._spelling.parts.cache_clear()
        forget_words()
        self._known_about = lru_cache(maxsize=200)(self._added_for)

    def _phrasings(self, lexicon: Lexicon, sources: Mapping[str, Source]) -> tuple[list[str], NDArray[np.int32]]:
        """Return every text that teaches what belongs to which article, sorted by article; off-topic texts first."""
        more: dict[str, list[str]] = {}
        for slug, question in lexicon.more_questions:
            more.setdefault(slug, []).append(question)
        owned = [(_OFF_TOPIC, text) for text in lexicon.off_topic]
        for number, article in enumerate(self._articles):
            own = [
                article.title,
                *article.asked_as,
                article.short_answer,
                *more.get(article.slug, ()),
                lexicon.scopes.get(article.slug, ""),
            ]
            own += _sections(article, sources)
            owned += [(number, text) for text in own if text]
        return [text for _, text in owned], np.array([number for number, _ in owned], np.int32)

    def _read_shared(self, text: str) -> Reading:
        """Return the reading of a text of ours, its words shared with those of all others: there are few of them."""
        reading = self._reader.read(text)
        return replace(reading, words=tuple(map(intern, reading.words)))

    def _blocks(self, reading: Reading) -> Blocks:
        words, grams, concepts = blocks_of(reading, self._reader)
        parts = {f"w:{stem(part)}": 0.6 for word in reading.words for part in self._spelling.parts(word)}
        return {**parts, **words}, grams, concepts

    def _words_by_article(self, readings: Sequence[Reading], whole: Sequence[Reading]) -> list[Names]:
        own = [{stem(word) for word in reading.words} for reading in whole]
        for number, reading in zip(self._owners, readings, strict=True):
            if number != _OFF_TOPIC:
                own[number].update(stem(word) for word in reading.words)
        return [Names(words) for words in own]

    def search(
        self, question: str, *, municipality: str | None = None, role: str | None = None, previous: str | None = None
    ) -> SearchResult:
        """Return how to meet a question. `previous` is the slug of the answer shown last, for «og hvis eleven er 16?».

        Never raises, whatever the text; an unknown municipality, role or slug is ignored.
        """
        kind = self._small_talk.kind_of(question)
        if kind is not None:
            return SearchResult("small_talk", kind=kind)
        reading, _ = self._corrected(self._reader.read(question))
        if not reading.words or not self.slugs:
            return SearchResult("unknown", kind="usikker", is_english=reading.is_english)
        scores = self._scores(reading, municipality, role, previous)
        result = self._result(reading, scores, municipality)
        sections = self._law_sections
        return named_first(result, sections.answers_to(question), sections.renumbered(question))

    def explain(
        self, question: str, *, municipality: str | None = None, role: str | None = None, previous: str | None = None
    ) -> Explanation:
        """Return the result and everything it rests on."""
        result = self.search(question, municipality=municipality, role=role, previous=previous)
        reading, corrected = self._corrected(self._reader.read(question))
        parts: list[tuple[str, float, float, float]] = []
        stems = self._stems(reading)
        if result.ranked:
            result = replace(result, ranked=tuple(self._with_matched(hit, stems) for hit in result.ranked))
            scores = self._scores(reading, municipality, role, previous)
            for hit in result.ranked:
                n = self._number_of[hit.slug]
                parts.append((hit.slug, float(scores.together[n]), float(scores.nearest[n]), float(scores.text[n])))
        concepts = tuple(dict.fromkeys(self._reader.concepts(reading)))
        return Explanation(reading.text, concepts, corrected, result, tuple(parts), THRESHOLDS)

    def _with_matched(self, hit: Hit, stems: Mapping[str, str]) -> Hit:
        is_own = self._own_words[self._number_of[hit.slug]].has(stems)
        return replace(hit, matched=tuple(compress(stems.values(), is_own.tolist())))

    def _corrected(self, reading: Reading) -> tuple[Reading, tuple[tuple[str, str], ...]]:
        """Return the reading with misspelt words replaced, and which were."""
        swaps: dict[str, str] = {}
        unknown = [word for word in reading.words if word not in self._spelling and word.isalpha()]
        for word in unknown[:MOST_UNKNOWN]:
            meant = None if self._spelling.parts(word) else self._spelling.meant(word)
            if meant:
                swaps[word] = meant
        if not swaps:
            return reading, ()
        return replace(reading, words=tuple(swaps.get(word, word) for word in reading.words)), tuple(swaps.items())

    def _scores(self, reading: Reading, municipality: str | None, role: str | None, previous: str | None) -> _Scores:
        blocks = self._blocks(reading)
        doc = self._weighting.weigh(blocks)
        likeness = self._likeness(doc)
        nearest, together = np.zeros((2, len(self.slugs) + 1), np.float32)
        nearest[self._owner_of_run] = np.maximum.reduceat(likeness, self._starts)
        together[self._owner_of_run] = np.add.reduceat(likeness * np.sqrt(likeness), self._starts) / self._sizes
        text = self._text.scores(reading)
        total = nearest[:-1] + TOGETHER_SHARE * together[:-1] + TEXT_SHARE * text
        as_asked = total
        concepts = {name.removeprefix("k:") for name in blocks[2]}
        total = self._own_first(total, reading, concepts, role) + self._known_about(municipality, role)
        self._follow(total, reading, previous)
        rarity, known_share = self._weighting.words_in(blocks)
        return _Scores(
            together[:-1],
            nearest[:-1],
            text,
            total,
            as_asked,
            float(nearest[-1] + TOGETHER_SHARE * together[-1]),
            float(nearest[-1]),
            known_share,
            rarity,
            reading.words,
        )

    def _likeness(self, doc: Doc) -> Floats:
        """Return how like a question is to every phrasing, 0 to 1."""
        return self._postings.scores(doc)

    def _added_for(self, municipality: str | None, role: str | None) -> Floats:
        """Return what the asker's municipality and role add to each article. Not to be changed by the caller."""
        added = np.zeros(len(self.slugs), np.float32)
        if not municipality and not role:
            return added
        for number, article in enumerate(self._articles):
            if municipality and EVERYONE not in article.municipalities:
                added[number] += OWN_MUNICIPALITY if municipality in article.municipalities else OTHER_MUNICIPALITY
            if role and role in ARTICLES and article.slug in ALL_ARTICLES:
                added[number] += OWN_ROLE if article.slug in ARTICLES[role] else OTHER_ROLE
        return added

    def _own_first(self, total: Floats, reading: Reading, concepts: Iterable[str], role: str | None) -> Floats:
        """Give the asker's own profession the score of the best profession, when they ask about themselves."""
        whose = whose_rules(role, reading.words, concepts)
        if role is None or whose == "any":
            return total
        own = [n for n in self._professions if self.slugs[n] in ARTICLES[role]]
        if own:
            total = total.copy()
            best = max(own, key=lambda n: (float(total[n]), self.slugs[n] == ARTICLES[role][0]))
            total[best] = max(total[self._professions]) + (OWN_RULES if whose == "own_rules" else 0.0)
        return total

    def _follow(self, total: Floats, reading: Reading, previous: str | None) -> None:
        """Add what the last answer tells when the question follows it up."""
        last = self.articles.get(previous or "")
        if last is None or len(reading.words) > _LONGEST_FOLLOW_UP or not _FOLLOW_UP.match(reading.text):
            return
        leads_to = {button.do.removeprefix("article:") for button in last.next} | set(last.related)
        for slug in (leads_to - {last.slug}) & self._number_of.keys():
            total[self._number_of[slug]] += FOLLOWED_RELATED
        total[self._number_of[last.slug]] += FOLLOWED

    def _result(self, reading: Reading, scores: _Scores, municipality: str | None) -> SearchResult:
        order = highest(scores.total, MAX_RANKED)
        stems = self._stems(reading)
        found = zip(order.tolist(), scores.total[order].tolist(), strict=True)
        hits = tuple(Hit(self.slugs[n], round(score, 4)) for n, score in found)
        evidence = self._evidence(order, scores, stems)
        scope, likely = in_scope(evidence), right(evidence)
        verdict = verdict_of(scope, likely)
        if verdict == "answer" and self._may_be_for_others(order, evidence.gap, municipality):
            verdict = "did_you_mean"
        kind = (
            None
            if verdict != "unknown"
            else ("utenfor_tema" if scores.off_topic > scores.as_asked[order[0]] else "usikker")
        )
        return SearchResult(verdict, hits, round(scope * likely, 4), round(scope, 4), kind, reading.is_english)

    def _may_be_for_others(self, order: NDArray[np.intp], gap: float, municipality: str | None) -> bool:
        """Tell whether the first article is local and not surely for the asker's municipality: then they choose."""
        if municipality is not None:
            return not self._articles[order[0]].is_for_municipality(municipality)
        local = [EVERYONE not in self._articles[n].municipalities for n in order[:MAX_SUGGESTIONS]]
        return local[0] and any(local[1:]) and gap < CLEAR_GAP

    def _stems(self, reading: Reading) -> dict[str, str]:
        return {stem(word): word for word in reading.words}

    def _evidence(self, order: NDArray[np.intp], scores: _Scores, stems: Mapping[str, str]) -> Evidence:
        first, second = int(order[0]), int(order[min(1, len(order) - 1)])
        return Evidence(
            best=float(scores.total[first]),
            gap=float(scores.total[first] - scores.total[second]) if second != first else 1.0,
            nearest=float(scores.nearest[first]),
            off_topic=scores.off_topic,
            off_topic_nearest=scores.off_topic_nearest,
            known_share=scores.known_share,
            covered=self._covered(stems, scores.rarity, first),
            length=log(1 + len(scores.words)),
            is_one_word=float(len(scores.words) == 1),
        )

    def _covered(self, stems: Collection[str], rarity: Mapping[str, float], number: int) -> float:
        """Return which share of the telling words the article has."""
        is_own = self._own_words[number].has(stems).tolist()
        telling = [rarity[form] for form in stems]
        total = sum(telling)
        return sum(compress(telling, is_own)) / total if total else 0.0


def _whole_text(article: Article) -> str:
    parts = [article.title, article.title, article.short_answer, article.meaning, article.example, *article.do_now]
    return "\n".join([*parts, *(variant.text for variant in article.variants), *article.asked_as])


def _sections(article: Article, sources: Mapping[str, Source]) -> list[str]:
    """Return the law sections the article rests on, old numbers included, as one text to be found by."""
    found = [f"{cited.law} {cited.section}" for cited in article.sources]
    found += [
        f"{sources[c.id].title} {old}" for c in article.sources if c.id in sources for old in sources[c.id].formerly
    ]
    return [" ".join(found)] if found else []


def build_index(
    articles: Mapping[str, Article] | Iterable[Article], words: Lexicon, sources: Mapping[str, Source] | None = None
) -> AnswerIndex:
    """Make the index from the articles, the word lists and (for old section numbers) the sources. Takes under a
    second."""
    by_slug = articles if isinstance(articles, Mapping) else {article.slug: article for article in articles}
    return AnswerIndex(by_slug, words, sources)
