"""Finds the articles that answer a question. Deterministic, offline, explainable; must not change or make up a text.

How articles are scored stands in `bot/answers/matching.py`, what the asker adds in `bot/answers/asker.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.answers.asker import Preference
from bot.answers.bare import names_nothing
from bot.answers.confidence import (
    LISTED,
    SURE_OF_A_TELLING,
    SURE_OF_A_THEME,
    THRESHOLDS,
    Evidence,
    in_scope,
    is_like_none,
    right,
    verdict_of,
)
from bot.answers.definition import as_definition
from bot.answers.kept import keep_material, kept_material, stamp_of
from bot.answers.law_sections import LawSections
from bot.answers.lexicon import Lexicon
from bot.answers.matching import Matcher, Scores
from bot.answers.material import OFF_TOPIC, Material, Told, read_material
from bot.answers.professions import ALL_ARTICLES, OF_WORK, binds_others
from bot.answers.result import BARE, MAX_RANKED, MAX_SUGGESTIONS, Explanation, Hit, SearchResult, named_first
from bot.answers.small_talk import (
    INSULT,
    ONLY_IN_FULL,
    SPEAKS_OF_ITSELF,
    TEARS,
    SmallTalk,
    messages_by_kind,
)
from bot.answers.sparse import Floats, highest
from bot.answers.stem import stem
from bot.answers.story import (
    Story,
    only_tells,
    story_told,
    tells_nothing_of_rules,
    tells_of_others,
    told_before_whom,
)
from bot.answers.telling import asks_what_they_may_tell
from bot.answers.themes import is_theme
from bot.answers.wording import Reader, Reading
from bot.content.article import EVERYONE, Article
from bot.content.source import Source

LONGEST_TALK, SHORT_TALK = 15, 4
"""Words of a message that may be small talk; and up to which it only has to be more like that than like an article."""
TALK_GAP = 0.1
"""How far ahead of every article longer small talk is. At .0 two in sixty messages that begin like small talk and ask
something were taken for it, at .1 none."""
SHORT_PHRASING, PART = 2, 4
"""Words of a phrasing in which each names the article; letters of a word that may be part of a longer one."""
LONG_WORD = 9
"""Letters of the stem of a word that nobody writes by chance."""
CLEAR_GAP = 0.4
"""A local article this far ahead was asked for by name, so it is shown to someone whose municipality is unknown."""


@dataclass(frozen=True)
class _Found:
    """The scores of a question by its words, and for whoever asks it."""

    scores: Scores
    total: Floats


class AnswerIndex:
    """All articles, ready to be searched. Made by `build_index`; never changes."""

    matcher = Matcher
    """What compares; the measurements put another in its place."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        lexicon: Lexicon,
        sources: Mapping[str, Source] | None = None,
        kept_in: Path | None = None,
    ) -> None:
        self.slugs = tuple(sorted(articles))
        self.articles = dict(articles)
        self._articles = [articles[slug] for slug in self.slugs]
        self._number_of = {slug: number for number, slug in enumerate(self.slugs)}
        self._small_talk = SmallTalk(lexicon.small_talk)
        self._law_sections = LawSections(lexicon.sections, articles, sources)
        self._preference = Preference(dict(zip(self.slugs, self._articles, strict=True)))
        self._sure_with = {slug: frozenset(concepts) for slug, concepts in lexicon.sure_with.items()}
        self._reader = Reader(lexicon.for_search())
        talk = messages_by_kind(lexicon)
        self._kinds = tuple(talk)
        self._short = _short_phrasings(self._articles, lexicon)
        self._only_in_title = _only_in_title({one.slug: self._reader.read(one.title) for one in self._articles})
        material = _read(self._reader, _told(self._articles, lexicon, sources or {}, talk), lexicon, kept_in)
        self._matcher = self.matcher(self._reader, material, len(self._kinds))
        fillers = {word for one in lexicon.small_talk_words for word in self._reader.read(one).words}
        self._talk_words = (self._matcher.talk_words | fillers) - ONLY_IN_FULL

    def search(
        self, question: str, *, municipality: str | None = None, role: str | None = None, previous: str | None = None
    ) -> SearchResult:
        """Return how to meet a question. `previous` is the slug of the answer shown last, for «og hvis eleven er 16?».

        Never raises, whatever the text; an unknown municipality, role or slug is ignored.
        """
        kind = self._small_talk.kind_of(question)
        if kind is not None:
            return SearchResult("small_talk", kind=kind)
        as_written = self._reader.read(as_definition(told_before_whom(question)))
        reading, _ = self._matcher.corrected(as_written)
        if not reading.words or not self.slugs:
            return SearchResult("unknown", kind="usikker", is_english=reading.is_english)
        if names_nothing(reading.words):
            return SearchResult("unknown", kind=BARE, is_english=reading.is_english)
        story = story_told(question)
        found = self._found(reading, story, municipality, role, previous)
        if (talk := self._like_small_talk(as_written, found.scores)) is not None:
            return SearchResult("small_talk", kind=talk, is_english=reading.is_english)
        result = self._story_met(story, self._result(reading, found, municipality))
        is_faint = result.score < SURE_OF_A_TELLING and only_tells(question)
        is_of_work = result.best in OF_WORK and result.ranked[0].score < LISTED and tells_nothing_of_rules(question)
        is_odd = len(reading.words) == 1 and not self._is_named(result.best, reading)
        if result.verdict == "answer" and (
            is_faint or is_of_work or is_odd or self._binds_only_others(result.best, reading, role)
        ):
            result = replace(result, verdict="did_you_mean")
        sections = self._law_sections
        return named_first(result, sections.answers_to(question), sections.renumbered(question))

    def _is_named(self, slug: str | None, word: Reading) -> bool:
        """Tell whether one word alone names what an article is about: it, or a word for the same, stands in the title,
        or in a phrasing that is as short. «Dusj» stands in some article, and asks for none."""
        article = self.articles.get(slug or "")
        if article is None:
            return False
        title, stems = self._reader.read(article.title), {*_stems(word)}
        called = (title, *map(self._reader.read, self._short.get(article.slug, ())))
        parts = {part for one in called for part in _stems(one)}
        is_part = any(part.startswith(one) or part.endswith(one) for one in stems if len(one) >= PART for part in parts)
        return (
            is_part
            or not parts.isdisjoint(stems)
            or not {*self._reader.concepts(title)}.isdisjoint(self._reader.concepts(word))
        )

    def knows(self, word: str) -> bool:
        """Tell whether a word is one of the articles'."""
        return word in self._matcher.spelling

    def spelt(self, word: str) -> str:
        """Return a word of nynorsk, a dialect or haste as it is spelt in the articles: «skulen» is «skole»."""
        return self._reader.spelt(word)

    def is_only_small_talk(self, message: str) -> bool:
        """Tell whether a message is small talk by its very words, and not by what it merely resembles."""
        return self._small_talk.kind_of(message) is not None

    def is_goodbye(self, message: str) -> bool:
        """Tell whether somebody only says that they leave, in listed words."""
        return self._small_talk.is_goodbye(message)

    def only_leaves(self, message: str) -> bool:
        """Tell whether somebody says in nothing but words for that that they leave."""
        return self._small_talk.only_leaves(message)

    def is_leaving(self, message: str) -> bool:
        """Tell whether somebody says that they leave for a while: «må hente ungan no»."""
        return self._small_talk.is_leaving(message)

    def is_pause(self, message: str) -> bool:
        """Tell whether somebody asks for a moment: «vent litt»."""
        return self._small_talk.is_pause(message)

    def explain(
        self, question: str, *, municipality: str | None = None, role: str | None = None, previous: str | None = None
    ) -> Explanation:
        """Return the result and everything it rests on."""
        result = self.search(question, municipality=municipality, role=role, previous=previous)
        reading, corrected = self._matcher.corrected(self._reader.read(as_definition(told_before_whom(question))))
        story = story_told(question)
        parts: list[tuple[str, float, float, float, float]] = []
        if result.ranked:
            stems = _stems(reading)
            hits = [h._replace(matched=self._matcher.shared(stems, self._number_of[h.slug])) for h in result.ranked]
            result = replace(result, ranked=tuple(hits))
            found = self._found(reading, story, municipality, role, previous)
            scores, added = found.scores, found.total - found.scores.as_asked
            for hit in hits:
                n = self._number_of[hit.slug]
                alike = float(scores.together[n]), float(scores.nearest[n]), float(scores.text[n])
                parts.append((hit.slug, *alike, float(added[n])))
        concepts = tuple(dict.fromkeys(self._reader.concepts(reading)))
        sentences = tuple(part.text for part in self._matcher.sentences(reading))
        return Explanation(reading.text, sentences, concepts, corrected, story, result, tuple(parts), THRESHOLDS)

    def _found(
        self, reading: Reading, story: Story, municipality: str | None, role: str | None, previous: str | None
    ) -> _Found:
        scores = self._matcher.scores(reading)
        asker = (municipality, role, previous)
        total = self._preference.applied(scores.as_asked, reading, scores.concepts, *asker)
        return _Found(scores, self._preference.themes_first(total) if story.only_asks_what_to_do else total)

    def _like_small_talk(self, reading: Reading, scores: Scores) -> str | None:
        """Return the kind of small talk a message resembles when it is like no article and nothing off topic.

        Every word of it must stand in our examples of small talk: a name, a child, a danger or a rule is none of them,
        whatever else the message says.
        """
        words = set(reading.words)
        if not len(scores.small_talk) or len(reading.words) > LONGEST_TALK or not words <= self._talk_words:
            return None
        kind = int(scores.small_talk.argmax())
        best = float(scores.small_talk[kind])
        gap = TALK_GAP if len(reading.words) > SHORT_TALK else 0.0
        speaks_of_itself = not SPEAKS_OF_ITSELF.isdisjoint(words)
        is_no_talk = (
            speaks_of_itself if self._kinds[kind] == INSULT else not (speaks_of_itself or TEARS.isdisjoint(words))
        )
        is_talk = not is_no_talk and best > scores.off_topic and best > float(scores.as_asked.max()) + gap
        return self._kinds[kind] if is_talk and not tells_of_others(reading.text) else None

    def _story_met(self, story: Story, result: SearchResult) -> SearchResult:
        """Return the result with what is no answer to a story for sure only offered: rules to a worry, the duties of a
        profession to what asks of no rules."""
        is_of_theme = is_theme(self.articles.get(result.best or ""))
        is_found = story.is_of_someone and is_of_theme and not result.refused
        may_be = story.may_want_guiding and result.verdict == "did_you_mean"
        is_doubtful = story.asks_no_rules and result.best in ALL_ARTICLES
        if story.only_asks_what_to_do:
            is_doubtful = not is_of_theme or result.score < SURE_OF_A_THEME
        offers_guide = story.only_asks_what_to_do or story.says_worry or may_be or is_found
        if not (offers_guide or is_doubtful):
            return result
        return replace(
            result,
            verdict="did_you_mean" if result.verdict == "answer" and is_doubtful else result.verdict,
            offers_guide=offers_guide,
        )

    def _result(self, reading: Reading, found: _Found, municipality: str | None) -> SearchResult:
        order = highest(found.total, MAX_RANKED)
        ranked = zip(order.tolist(), found.total[order].tolist(), strict=True)
        hits = tuple(Hit(self.slugs[n], round(score, 4)) for n, score in ranked)
        evidence = self._evidence(order, found, reading)
        scope, likely = in_scope(evidence), right(evidence)
        verdict = verdict_of(scope, likely)
        is_doubtful = (
            is_like_none(evidence, len(reading.words), scope * likely)
            or self._lacks_what_it_is_about(order, found, reading)
            or self._may_be_for_others(order, evidence.gap, municipality)
        )
        if verdict == "answer" and is_doubtful:
            verdict = "did_you_mean"
        kind = None
        if verdict == "unknown":
            kind = "utenfor_tema" if found.scores.off_topic > found.scores.as_asked[order[0]] else "usikker"
        return SearchResult(verdict, hits, round(scope * likely, 4), round(scope, 4), kind, reading.is_english)

    @staticmethod
    def _binds_only_others(best: str | None, reading: Reading, role: str | None) -> bool:
        """Tell whether somebody asks what they may tell and the first article is about the rules of others: a teacher
        is not bound by what binds a nurse."""
        return best is not None and asks_what_they_may_tell(reading.text) and binds_others(best, role)

    def _lacks_what_it_is_about(self, order: NDArray[np.intp], found: _Found, reading: Reading) -> bool:
        """Tell whether the first article is about something the question does not name: «mor er gravid» does not ask of
        a pregnant mother who drinks. Who writes a long word of its title alone has named it: «drøftingsarenaen»."""
        slug = self.slugs[order[0]]
        needed = self._sure_with.get(slug)
        if needed is None or not needed.isdisjoint(found.scores.concepts):
            return False
        said, named = _stems(reading), self._only_in_title[slug]
        return not any(one.startswith(word) for one in said for word in named)

    def _may_be_for_others(self, order: NDArray[np.intp], gap: float, municipality: str | None) -> bool:
        """Tell whether the first article is local and not surely for the asker's municipality: then they choose."""
        if municipality is not None:
            return not self._articles[order[0]].is_for_municipality(municipality)
        local = [EVERYONE not in self._articles[n].municipalities for n in order[:MAX_SUGGESTIONS]]
        return local[0] and any(local[1:]) and gap < CLEAR_GAP

    def _evidence(self, order: NDArray[np.intp], found: _Found, reading: Reading) -> Evidence:
        first, second = int(order[0]), int(order[min(1, len(order) - 1)])
        scores, total = found.scores, found.total
        return Evidence(
            best=float(total[first]),
            gap=float(total[first] - total[second]) if second != first else 1.0,
            nearest=float(scores.nearest[first]),
            off_topic=scores.off_topic,
            off_topic_nearest=scores.off_topic_nearest,
            belonging=scores.belonging,
            known_share=scores.known_share,
            covered=self._matcher.covered(_stems(reading), scores.rarity, first),
            length=log(1 + len(scores.words)),
            is_one_word=float(len(scores.words) == 1),
        )


def _told(
    articles: Sequence[Article], lexicon: Lexicon, sources: Mapping[str, Source], talk: Mapping[str, Sequence[str]]
) -> Told:
    owned = phrasings(articles, lexicon, sources)
    owned += [(n, one) for n, kind in enumerate(talk, len(articles)) for one in talk[kind]]
    whole = [*map(_whole_text, articles), *map("\n".join, talk.values())]
    return Told([owner for owner, _ in owned], [text for _, text in owned], whole, len(talk))


def _read(reader: Reader, told: Told, lexicon: Lexicon, kept_in: Path | None) -> Material:
    if kept_in is None:
        return read_material(reader, told)
    stamp = stamp_of(told, lexicon)
    material = kept_material(kept_in, stamp)
    if material is None:
        material = read_material(reader, told)
        keep_material(kept_in, stamp, material)
    return material


def phrasings(articles: Iterable[Article], lexicon: Lexicon, sources: Mapping[str, Source]) -> list[tuple[int, str]]:
    """Return (number of the article or OFF_TOPIC, text) for every text that teaches what belongs where, in order."""
    more: dict[str, list[str]] = {}
    for slug, question in lexicon.more_questions:
        more.setdefault(slug, []).append(question)
    owned = [(OFF_TOPIC, text) for text in lexicon.off_topic]
    for number, article in enumerate(articles):
        own = [article.title, *article.asked_as, article.short_answer, *more.get(article.slug, ())]
        own += [lexicon.scopes.get(article.slug, ""), *_sections(article, sources)]
        owned += [(number, text) for text in own if text]
    return owned


def _short_phrasings(articles: Iterable[Article], lexicon: Lexicon) -> dict[str, list[str]]:
    """Return the phrasings of each article that are so short that each word names it."""
    owned = [(article.slug, one) for article in articles for one in article.asked_as]
    short: dict[str, list[str]] = {}
    for slug, phrasing in (*owned, *lexicon.more_questions):
        if phrasing.count(" ") < SHORT_PHRASING:
            short.setdefault(slug, []).append(phrasing)
    return short


def _only_in_title(titles: Mapping[str, Reading]) -> dict[str, frozenset[str]]:
    """Return the stems of the long words that stand in the title of each article and in no other title."""
    long = {
        slug: [one for one in _stems(title) if one.isalpha() and len(one) >= LONG_WORD]
        for slug, title in titles.items()
    }
    common = Counter(chain.from_iterable(long.values()))
    return {slug: frozenset(one for one in stems if common[one] == 1) for slug, stems in long.items()}


def _stems(reading: Reading) -> dict[str, str]:
    return {stem(word): word for word in reading.words}


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
    articles: Mapping[str, Article] | Iterable[Article],
    words: Lexicon,
    sources: Mapping[str, Source] | None = None,
    kept_in: Path | None = None,
) -> AnswerIndex:
    """Make the index from the articles, the word lists and (for old section numbers) the sources. Takes under a
    second; a fifth of that when what was read for it is kept in the folder `kept_in`, and otherwise it is kept there
    for the next time."""
    by_slug = articles if isinstance(articles, Mapping) else {article.slug: article for article in articles}
    return AnswerIndex(by_slug, words, sources, kept_in)
