"""Moves articles up and down for whoever asks: their municipality, their profession, and the answer they had last.

Must not know how articles are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import numpy as np

from bot.answers.professions import ALL_ARTICLES, ARTICLES, SECRECY_IN_GENERAL, binds_others, whose_rules
from bot.answers.sparse import Floats
from bot.answers.telling import asks_if_to_report, asks_what_they_may_say, asks_what_they_may_tell
from bot.answers.themes import is_theme
from bot.answers.wording import Reading
from bot.content.article import EVERYONE, Article

OTHER_MUNICIPALITY, OWN_MUNICIPALITY, OTHER_ROLE = -1.0, 0.15, -0.1
"""Added to articles for another municipality than the asker's, for the asker's own, about another profession than
theirs. A good hit scores 1, and two neighbours lie 0.1 to 0.5 apart. The asker's own profession gets nothing: everyone
has one, and whatever they ask about, pupils or children, then sounds like it."""
NO_THEME = -0.15
"""Added, in a story of worry, to every article that does not say what there is to do for a child."""
RULES_OF_OTHERS = -0.25
"""Added to what binds another profession when somebody asks what they may tell themselves: a teacher who may talk to
the school nurse is not helped by what the nurse may say."""
NOT_ABOUT_SAYING = -0.15
"""Added to themes and to what a place offers when somebody asks what they may say: they tell what to do for a child and
who helps, not what may be told."""
NOT_ABOUT_REPORTING = -0.4
"""Added to the rules of secrecy of the professions and to what a place offers when somebody asks whether they must
report: where they work is named before it, and is not what is asked."""
OWN_RULES, ASKS_MORE, ASKS_LITTLE_MORE = 0.5, 0.15, 0.05
"""Added to the asker's own profession when they ask which rules of secrecy they have, and nothing more; and how far a
narrower answer must lead the professions, and the answer on secrecy in general, for the question to ask more: «gjelder
taushetsplikten når jeg slutter» names no other idea. Of 23 questions by us the 12 that ask more lie .18 and .10 or
higher, each of the others below .13 or .01."""
FOLLOWED, FOLLOWED_RELATED = 0.15, 0.30
"""Added to the article a follow-up question follows, and to those it leads on to."""
_FOLLOW_UP = re.compile(
    r"^(og |men |hva med|hva hvis|hvis |enn |what about|and |ka med|kva med|å hvis|men hvis|gjelder det|gjeld det)"
)
_LONGEST_FOLLOW_UP = 14


class Preference:
    """Knows which articles are for whom and where each leads. Never changes."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        """`articles` in the order of their scores."""
        self._articles, self._slugs = articles, tuple(articles)
        self._number_of = {slug: number for number, slug in enumerate(self._slugs)}
        self._professions = [n for n, slug in enumerate(self._slugs) if slug in ALL_ARTICLES]
        self._narrower = [n for n, slug in enumerate(self._slugs) if slug not in ALL_ARTICLES | {SECRECY_IN_GENERAL}]
        self._in_general = [n for n, slug in enumerate(self._slugs) if slug == SECRECY_IN_GENERAL]
        is_none = [not is_theme(article) for article in articles.values()]
        self._no_themes = np.array(is_none, np.float32) * np.float32(NO_THEME)
        says_nothing = [is_theme(one) or EVERYONE not in one.municipalities for one in articles.values()]
        self._not_about_saying = np.array(says_nothing, np.float32) * np.float32(NOT_ABOUT_SAYING)
        not_reporting = [EVERYONE not in one.municipalities or one.slug in ALL_ARTICLES for one in articles.values()]
        self._not_about_reporting = np.array(not_reporting, np.float32) * np.float32(NOT_ABOUT_REPORTING)
        self._known_about = lru_cache(maxsize=200)(self._added_for)
        self._binding_others = lru_cache(maxsize=20)(self._added_for_telling)

    def applied(
        self,
        scores: Floats,
        reading: Reading,
        concepts: Iterable[str],
        municipality: str | None,
        role: str | None,
        previous: str | None,
    ) -> Floats:
        """Return the scores with what the asker's place, work and last answer tell."""
        asks_of_reporting = asks_if_to_report(reading.text, concepts)
        total = scores if asks_of_reporting else self._own_first(scores, reading, concepts, role)
        total = total + self._known_about(municipality, role)
        if asks_what_they_may_tell(reading.text):
            total = total + self._binding_others(role)
        if asks_what_they_may_say(reading.text):
            total = total + self._not_about_saying
        if asks_of_reporting:
            total = total + self._not_about_reporting
        self._follow(total, reading, previous)
        return total

    def themes_first(self, scores: Floats) -> Floats:
        """Return the scores for a story of worry, where everyday words find rules as easily as what to do."""
        return scores + self._no_themes

    def _added_for(self, municipality: str | None, role: str | None) -> Floats:
        """Return what the asker's municipality and role add to each article. Not to be changed by the caller."""
        added = np.zeros(len(self._slugs), np.float32)
        if not municipality and not role:
            return added
        for number, article in enumerate(self._articles.values()):
            if municipality and EVERYONE not in article.municipalities:
                added[number] += OWN_MUNICIPALITY if municipality in article.municipalities else OTHER_MUNICIPALITY
            if role and role in ARTICLES and article.slug in ALL_ARTICLES - set(ARTICLES[role]):
                added[number] += OTHER_ROLE
        return added

    def _added_for_telling(self, role: str | None) -> Floats:
        """Return what is added to each article when somebody with this role asks what they may tell."""
        return np.array([binds_others(slug, role) for slug in self._slugs], np.float32) * np.float32(RULES_OF_OTHERS)

    def _own_first(self, total: Floats, reading: Reading, concepts: Iterable[str], role: str | None) -> Floats:
        """Give the asker's own profession the score of the best profession, when they ask about themselves."""
        whose = whose_rules(role, reading.words, concepts)
        if role is None or whose == "any":
            return total
        own = [n for n in self._professions if self._slugs[n] in ARTICLES[role]]
        if own:
            total = total.copy()
            best = max(own, key=lambda n: (float(total[n]), self._slugs[n] == ARTICLES[role][0]))
            of_professions = float(max(total[self._professions]))
            is_own_rules = whose == "own_rules" and not self._asks_more(total, of_professions)
            total[best] = of_professions + (OWN_RULES if is_own_rules else 0.0)
        return total

    def _asks_more(self, total: Floats, of_professions: float) -> bool:
        """Tell whether a question that names nothing but secrecy asks for more than which rules there are."""
        narrower, in_general = (max(total[some], default=0.0) for some in (self._narrower, self._in_general))
        return bool(narrower >= max(of_professions + ASKS_MORE, in_general + ASKS_LITTLE_MORE))

    def _follow(self, total: Floats, reading: Reading, previous: str | None) -> None:
        """Add what the last answer tells when the question follows it up."""
        last = self._articles.get(previous or "")
        if last is None or len(reading.words) > _LONGEST_FOLLOW_UP or not _FOLLOW_UP.match(reading.text):
            return
        leads_to = {button.do.removeprefix("article:") for button in last.next} | set(last.related)
        for slug in (leads_to - {last.slug}) & self._number_of.keys():
            total[self._number_of[slug]] += FOLLOWED_RELATED
        total[self._number_of[last.slug]] += FOLLOWED
