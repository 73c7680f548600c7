"""Reads all texts that teach what belongs to which article into what a `Matcher` is made of: plain arrays and words.

This is nine tenths of making an index, and what is read may be kept (`bot/answers/kept.py`). Must not know who asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from sys import intern
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.answers.features import Counts, Uncounted, Weighting, forget_words, names_of
from bot.answers.sparse import Floats, Ints, Rows
from bot.answers.spelling import Spelling
from bot.answers.stem import stem
from bot.answers.wording import Reader, Reading

OFF_TOPIC = -1
_BETWEEN = "\t"


class Material(NamedTuple):
    """Words stand with tabs between them, what belongs to one article on one line."""

    owners: Ints
    """For each text the number of its article or OFF_TOPIC."""
    lengths: NDArray[np.int64]
    numbers: Ints
    values: Floats
    """The texts, weighed: see `Rows`."""
    names: str
    """The features, one on each line."""
    rarity: Floats
    whole: str
    """The words of each article as a whole, in order."""
    stems: str
    """Every stem of each article and its texts."""
    words: str
    """Every word there is."""
    talk_words: str
    """Every word of the messages of small talk."""

    @property
    def rows(self) -> Rows:
        """Return the texts, weighed."""
        return Rows(self.lengths, self.numbers, self.values)


class Told(NamedTuple):
    """All texts, before they are read."""

    owners: Sequence[int]
    """For each text the number of its article or OFF_TOPIC, in rising order."""
    texts: Sequence[str]
    whole: Sequence[str]
    """Each article as a whole; the last `kinds` are no articles, but kinds of small talk."""
    kinds: int


def read_material(reader: Reader, told: Told) -> Material:
    """Return the texts, read. Takes most of a second for seven thousand."""
    readings = [_read_shared(reader, text) for text in told.texts]
    articles = [_read_shared(reader, text) for text in told.whole]
    words = {word for reading in (*articles, *readings) for word in reading.words}
    spelling = Spelling(words)
    weighting = Weighting(_names(reading, spelling, reader) for reading in readings)
    names, rarity = weighting.remember()
    first_kind = len(articles) - told.kinds
    talk = [one.words for owner, one in zip(told.owners, readings, strict=True) if owner >= first_kind]
    stems = _stems(readings, told.owners, articles)
    reader.forget_words()
    forget_words()
    return Material(
        owners=np.array(told.owners, np.int32),
        lengths=weighting.rows.lengths,
        numbers=weighting.rows.numbers,
        values=weighting.rows.values,
        names="\n".join(names),
        rarity=rarity,
        whole="\n".join(_BETWEEN.join(reading.words) for reading in articles),
        stems="\n".join(map(_BETWEEN.join, stems)),
        words=_BETWEEN.join(words),
        talk_words=_BETWEEN.join({word for words in talk for word in words}),
    )


def _read_shared(reader: Reader, text: str) -> Reading:
    """Return the reading of a text of ours, its words shared with those of all others: there are few of them."""
    reading = reader.read(text)
    return reading._replace(words=tuple(map(intern, reading.words)), sentences=())


def _names(reading: Reading, spelling: Spelling, reader: Reader) -> tuple[Counts, Uncounted, Counts]:
    words, grams, concepts = names_of(reading, reader)
    return {**parts_of(reading, spelling), **words}, grams, concepts


def parts_of(reading: Reading, spelling: Spelling) -> Counts:
    """Return the known words that the compounds in a reading are made of."""
    return {f"w:{stem(part)}": 0.6 for word in reading.words for part in spelling.parts(word)}


def _stems(readings: Sequence[Reading], owners: Sequence[int], articles: Sequence[Reading]) -> list[set[str]]:
    own = [set(map(stem, reading.words)) for reading in articles]
    for number, reading in zip(owners, readings, strict=True):
        if number != OFF_TOPIC:
            own[number].update(map(stem, reading.words))
    return own


def words_in(text: str) -> list[str]:
    """Return the words of a line of the material."""
    return text.split(_BETWEEN) if text else []
