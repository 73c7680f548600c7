"""Scores every article against a question, by its words alone. Must not know who asks.

Three scores are added: how likely all phrasings of an article together make the question, likeness to the nearest one,
and plain BM25 in the whole text. By the first a message of several sentences is scored whole and sentence by sentence
(`bot/answers/sentences.py`); the weighted mean of these counts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import compress
from typing import NamedTuple

import numpy as np

from bot.answers.belonging import Belonging
from bot.answers.bm25 import FullText
from bot.answers.features import BLOCK_SHARE, Counts, Uncounted, Weighting, names_of
from bot.answers.material import OFF_TOPIC, Material, parts_of, words_in
from bot.answers.sentences import shares
from bot.answers.sparse import Doc, Floats, NameSets, Postings, Rows
from bot.answers.spelling import MOST_UNKNOWN, Spelling
from bot.answers.together import Together
from bot.answers.wording import Reader, Reading

TOGETHER_SHARE, NEAREST_SHARE, TEXT_SHARE = 0.05, 0.125, 0.05
"""How much each of the three counts: best on the development questions. Two neighbours then lie .1 to .5 apart."""
WORD_FOR_WORD = 4.0
"""How much more the nearest counts when it says the same; that falls with its twelfth power, to a quarter at .9. A word
that names an article stands in its neighbours as well."""
LARGE_SHARES = (4.0, 1.0, 0.4)
"""The same in a large base, where the first is the mean likeness (its power 1.5) to all phrasings of an article."""
SMALL_UP_TO = 20_000
"""Texts in a base above which it is large: only the whole message is looked up, and likeness says what all phrasings
together do, because it would take too long (the real base has 7 400)."""
_NOBODY = -2


class Scores(NamedTuple):
    """What every article scored, by number, and what is known of the question."""

    together: Floats
    nearest: Floats
    text: Floats
    as_asked: Floats
    """The three added up."""
    small_talk: Floats
    """The three added up, for each kind of small talk."""
    off_topic: float
    off_topic_nearest: float
    belonging: float
    """How much more like all our texts than like what is off topic the question is."""
    known_share: float
    rarity: Mapping[str, float]
    """How telling each stem of the question is."""
    words: tuple[str, ...]
    concepts: frozenset[str]


class Matcher:
    """All texts that teach what belongs to which article, ready to be compared with. Never changes."""

    def __init__(self, reader: Reader, material: Material, kinds: int = 0) -> None:
        """The last `kinds` of the articles are none, but kinds of small talk."""
        self.reader = reader
        self._owners = material.owners
        articles = material.whole.split("\n")
        self._count = len(articles) if material.whole else 0
        self._articles = self._count - kinds
        self._is_small = len(self._owners) <= SMALL_UP_TO
        self.talk_words = set(words_in(material.talk_words))
        """Every word of the messages of small talk."""
        self._text = FullText(map(words_in, articles[: self._count]))
        self.spelling = Spelling(words_in(material.words))
        self._own_words = NameSets(map(words_in, material.stems.split("\n")))
        rows, count = material.rows, len(material.rarity)
        self._weighting = Weighting.remembered(material.names, material.rarity, BLOCK_SHARE, len(self._owners))
        self._postings = Postings(rows, count)
        is_other, is_talk = self._owners == OFF_TOPIC, self._owners >= self._articles
        self._belonging = Belonging(rows, ~is_other & ~is_talk, is_other, count)
        self._together = self._made_together(rows) if self._is_small else None
        self._starts = np.flatnonzero(np.diff(self._owners, prepend=_NOBODY))
        self._sizes = np.diff(np.append(self._starts, len(self._owners))).astype(np.float32)
        self._owner_of_run = self._owners[self._starts]

    def _made_together(self, rows: Rows) -> Together:
        owners = np.where(self._owners == OFF_TOPIC, self._count, self._owners).astype(np.int32)
        return Together(rows, owners, self._count + 1, len(self._weighting.features))

    def _blocks(self, reading: Reading) -> tuple[Counts, Uncounted, Counts]:
        words, uncounted, concepts = names_of(reading, self.reader)
        return {**parts_of(reading, self.spelling), **words}, uncounted, concepts

    def corrected(self, reading: Reading) -> tuple[Reading, tuple[tuple[str, str], ...]]:
        """Return the reading with misspelt words replaced, and which were."""
        swaps: dict[str, str] = {}
        unknown = [word for word in reading.words if word not in self.spelling and word.isalpha()]
        for word in unknown[:MOST_UNKNOWN]:
            meant = None if self.spelling.parts(word) else self.spelling.meant(word)
            if meant:
                swaps[word] = meant
        return (reading.swapped(swaps), tuple(swaps.items())) if swaps else (reading, ())

    def sentences(self, reading: Reading) -> list[Reading]:
        """Return what is looked up beside the whole message."""
        return reading.parts() if self._is_small else []

    def scores(self, reading: Reading) -> Scores:
        """Return what every article scores."""
        blocks = self._blocks(reading)
        doc = self._weighting.weigh(blocks)
        together, nearest, text = self._compared(reading, doc)
        counts = (TOGETHER_SHARE, NEAREST_SHARE, TEXT_SHARE) if self._is_small else LARGE_SHARES
        same = nearest + WORD_FOR_WORD * _to_the_twelfth(nearest)
        total = counts[0] * together + counts[1] * same + counts[2] * text
        rarity, known_share = self._weighting.words_in(blocks[0])
        return Scores(
            together[: self._articles],
            nearest[: self._articles],
            text[: self._articles],
            total[: self._articles],
            total[self._articles : -1],
            float(total[-1]),
            float(nearest[-1]),
            self._belongs(doc),
            known_share,
            rarity,
            reading.words,
            frozenset(name.removeprefix("k:") for name in blocks[2]),
        )

    def _compared(self, reading: Reading, doc: Doc) -> Floats:
        """Return three rows: score by all phrasings together, likeness to the nearest one, and score in the text.

        One column for each article, and what is off topic last.
        """
        likeness = self._likeness(doc)
        found = np.zeros((3, self._count + 1), np.float32)
        if self._together:
            found[0] = self._all_together(self._together, self._with_sentences(reading, doc))
        else:
            found[0, self._owner_of_run] = np.add.reduceat(likeness * np.sqrt(likeness), self._starts) / self._sizes
        found[1, self._owner_of_run] = np.maximum.reduceat(likeness, self._starts)
        found[2, :-1] = self._text.scores(reading)
        return found

    def _with_sentences(self, reading: Reading, doc: Doc) -> Doc:
        """Return what a message and each of its sentences are made of, by how much each of them counts."""
        told = self.sentences(reading)
        if not told:
            return doc
        docs = [doc, *(self._weighting.weigh(self._blocks(part)) for part in told)]
        weights = [share * part[1] for share, part in zip(shares(len(told)), docs, strict=True)]
        numbers, which = np.unique(np.concatenate([part[0] for part in docs]), return_inverse=True)
        return numbers, np.bincount(which, np.concatenate(weights)).astype(np.float32)

    def _likeness(self, doc: Doc) -> Floats:
        """Return how like a question is to every phrasing, 0 to 1."""
        return self._postings.scores(doc)

    def _all_together(self, together: Together, doc: Doc) -> Floats:
        """Return how likely all phrasings of each article together make a question."""
        return together.scores(doc)

    def _belongs(self, doc: Doc) -> float:
        """Return how much more like ours than like the others the features of a question are."""
        return self._belonging.odds(doc)

    def shared(self, stems: Mapping[str, str], number: int) -> tuple[str, ...]:
        """Return the words of a question (by stem) that an article has."""
        return tuple(compress(stems.values(), self._own_words.has(number, stems).tolist()))

    def covered(self, stems: Collection[str], rarity: Mapping[str, float], number: int) -> float:
        """Return which share of the telling words an article has."""
        is_own = self._own_words.has(number, stems).tolist()
        telling = [rarity[form] for form in stems]
        total = sum(telling)
        return sum(compress(telling, is_own)) / total if total else 0.0


def _to_the_twelfth(likeness: Floats) -> Floats:
    """Return the twelfth power, by multiplying: a power of its own costs ten times as much."""
    third = likeness * likeness * likeness
    sixth: Floats = third * third
    return sixth * sixth
