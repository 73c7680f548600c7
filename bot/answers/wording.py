"""Reads a question the way search needs it: lower case, bokmål spelling, ages and sections as marks, concepts noted.

Must not know the articles, and keeps nothing of what it reads.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from copy import copy
from functools import lru_cache
from itertools import accumulate, chain, compress, pairwise
from typing import NamedTuple

from bot.answers import sentences
from bot.answers.english import English
from bot.answers.lexicon import Lexicon
from bot.answers.stem import stem
from bot.domain.number_words import COUNTING, ORDINALS
from bot.domain.read_once import read_once

MAX_CHARACTERS = 1200
"""Of a longer text (a pasted note) the first and the last half of this are read: a question stands first or last."""

_WORD = re.compile(r"§\s?\d+(?:-\d+)?(?:\s?[a-z]\b)?|[a-zæøåäöéèüôò]+(?:-[a-zæøåäöéèü]+)*|\d+")
_SECTION = re.compile(r"^§\s?(\d+(?:-\d+)?)\s?([a-z]?)$")
_SMALL_NUMBERS = {word: number for number, word in enumerate(COUNTING)} | {
    "ett": 1, "syv": 7, "sekstn": 16, "sæksten": 16, "søtten": 17,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
}  # fmt: skip
_SMALL_NAMES = tuple(_SMALL_NUMBERS)
_GRADES = {word: grade + 5 for word, grade in ORDINALS.items()}
"""How old one becomes in that grade."""
_YEARS = re.compile(
    r"(åring|årig|åringen|åringer|år|års|åra|year|years|yr|fylt|fyller|fylte|ble|blitt|er|e|på|is|turned|aged)$"
)
_LEVELS = ("nivå", "nivo", "trinn", "level")
_HIGHEST_LEVEL = 3
_BABY, _SMALL, _SIXTEEN, _ADULT = 2, 12, 16, 18


class Reading(NamedTuple):
    """One text as search reads it."""

    words: tuple[str, ...]
    """Bokmål words in order, with marks such as `§25` and `alder_12_16`."""
    is_english: bool = False
    is_question: bool = False
    """There is a question mark."""
    sentences: tuple[tuple[str, ...], ...] = ()
    """The words of each sentence to look up by itself; empty where there are not several."""

    @property
    def text(self) -> str:
        """Return the words with spaces between."""
        return " ".join(self.words)

    def parts(self) -> list[Reading]:
        """Return the reading of each sentence to look up by itself."""
        return [self._replace(words=words, sentences=()) for words in self.sentences]

    def swapped(self, swaps: Mapping[str, str]) -> Reading:
        """Return the reading with some words replaced by others."""
        words, *told = (tuple(swaps.get(word, word) for word in part) for part in (self.words, *self.sentences))
        return self._replace(words=words, sentences=tuple(told))


class Reader:
    """Reads texts with one lexicon. Remembers words it has met, never texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        spelt = lexicon.spellings
        self._spellings = {word: spelt.get(to, to) for word, to in spelt.items()}
        also = lexicon.also_norwegian if lexicon.is_for_search else ()
        self._english = English(lexicon.english, lexicon.english_expressions, lexicon.english_marks, also)
        self._respells_english = lexicon.is_for_search
        phrases = sorted(lexicon.phrases.items(), key=lambda item: -len(item[0]))
        self._phrases = [(phrase, re.compile(rf"\b{re.escape(phrase)}\b"), to) for phrase, to in phrases]
        self._know_concepts(lexicon.concepts)

    def with_concepts(self, concepts: Mapping[str, Sequence[str]]) -> Reader:
        """Return one that reads words as this does, and knows other concepts."""
        other = copy(self)
        other._know_concepts(concepts)
        return other

    def _know_concepts(self, concepts: Mapping[str, Sequence[str]]) -> None:
        self._exact: dict[str, tuple[str, ...]] = {}
        self._prefixes: dict[str, tuple[str, ...]] = {}
        self._expressions: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        self._is_expression: set[str] = set()
        """Words that are read as an expression by themselves."""
        self._concepts_of = lru_cache(maxsize=10_000)(self._concepts_named)
        same: dict[tuple[str, ...], tuple[str, ...]] = {}
        """The concepts of a word, once each: many words name the same ones."""
        for concept, words in concepts.items():
            for word in words:
                self._add_concept(concept, word, same)

    def _add_concept(self, concept: str, word: str, same: dict[tuple[str, ...], tuple[str, ...]]) -> None:
        if " " in word:
            read = self.read(word)
            self._expressions.setdefault(read.words[:2], []).append((f" {read.text} ", concept))
            self._is_expression.update(read.words if len(read.words) == 1 else ())
        elif word.endswith("*"):
            several = (*self._prefixes.get(word[:-1], ()), concept)
            self._prefixes[word[:-1]] = same.setdefault(several, several)
        else:
            for form in {word, stem(word)}:
                several = (*self._exact.get(form, ()), concept)
                self._exact[form] = same.setdefault(several, several)

    def read(self, text: str) -> Reading:
        """Return the words of a text of any kind and length; never raises."""
        folded = fold(text)
        for phrase, whole, to in self._phrases:
            if phrase in folded:
                folded = whole.sub(to, folded)
        told = [_WORD.findall(sentence) for sentence in sentences.split(folded)]
        is_english = self._english.is_in(_joined(told))
        if is_english:
            told = list(map(self._english.read, told))
        raw = _joined(told)
        is_left = is_english and not self._respells_english
        words = raw if is_left else list(map(self._spellings.get, raw, raw))
        starts: Sequence[int] = range(len(words))
        if at := list(compress(starts, map(may_mark, raw))):
            words, starts = _with_marks(words, raw, at)
        return Reading(tuple(words), is_english, "?" in folded, _sentences(told, starts, words))

    def spelt(self, word: str) -> str:
        """Return how a word is spelt here."""
        return self._spellings.get(word, word)

    def concepts(self, reading: Reading) -> list[str]:
        """Return the concepts in a reading, each once for every word that names it."""
        words = reading.words
        found = list(chain.from_iterable(map(self._concepts_of, words)))
        begun: list[tuple[str, ...]] = [pair for pair in pairwise(words) if pair in self._expressions]
        if not self._is_expression.isdisjoint(words):
            begun += [(word,) for word in (*words[-1:], *words) if word in self._is_expression]
        padded = f" {reading.text} " if begun else ""
        for one in dict.fromkeys(begun):
            found += [concept for expression, concept in self._expressions[one] if expression in padded]
        return found

    def forget_words(self) -> None:
        """Let go of the words of an index that has just been made."""
        self._concepts_of.cache_clear()

    def _concepts_named(self, word: str) -> tuple[str, ...]:
        concepts = [*self._exact.get(word, ()), *self._exact.get(stem(word), ())]
        for length in range(2, len(word) + 1):
            concepts += self._prefixes.get(word[:length], ())
        return tuple(dict.fromkeys(concepts))


def _joined(told: list[list[str]]) -> list[str]:
    return told[0] if len(told) == 1 else list(chain.from_iterable(told))


def _with_marks(words: list[str], raw: list[str], at: Sequence[int]) -> tuple[list[str], Sequence[int]]:
    """Return the words with marks of age, level and section before or instead of those `at` these places, and where
    each word starts."""
    marked: list[str] = []
    starts: list[int] = []
    done = 0
    for place in at:
        starts += range(len(marked), len(marked) + place - done + 1)
        marked += words[done:place]
        marked += _marks(raw[place], raw, place)
        if not raw[place].startswith("§"):
            marked.append(words[place])
        done = place + 1
    starts += range(len(marked), len(marked) + len(words) - done)
    return marked + words[done:], starts


def _sentences(told: list[list[str]], starts: Sequence[int], words: list[str]) -> tuple[tuple[str, ...], ...]:
    """Return the read words of each sentence. `starts` has for each word as written the place of what it is read as."""
    if len(told) == 1:
        return ()
    ends = list(accumulate(map(len, told), initial=0))
    at = [*starts, len(words)]
    return sentences.looked_up([words[at[start] : at[end]] for start, end in pairwise(ends)])


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest // 2]} \n {text[-longest // 2 :]}"


@read_once
def fold(text: str) -> str:
    """Return the text in lower case without invisible characters, cut to what is read of a long text."""
    return fold_to(text, MAX_CHARACTERS)


def fold_to(text: str, longest: int) -> str:
    """Return the text in lower case without invisible characters, cut to so much; once more where its signs stand for
    many letters each («ﷺ» is eighteen)."""
    text = _cut(unicodedata.normalize("NFKC", _cut(text, longest)), 2 * longest).casefold()
    if not text.replace("\n", " ").isprintable():  # what is invisible can't be printed: few texts are read sign by sign
        text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return text.replace("§§", "§").replace("paragraf ", "§").replace("’", "'")


@lru_cache(maxsize=10_000)
def may_mark(word: str) -> bool:
    """Tell whether a word can tell an age, a level or a section, whatever its neighbours are."""
    return word.startswith("§") or _number(word) is not None or word in _GRADES or _age_in(word) is not None


def _marks(word: str, raw: list[str], position: int) -> list[str]:
    """Return marks for an age, a level or a section of law that the word tells."""
    section = _SECTION.match(word)
    if section:
        return [f"§{section[1]}"]
    around = raw[max(0, position - 1) : position] + raw[position + 1 : position + 2]
    number = _number(word)
    if number is not None and number <= _HIGHEST_LEVEL and around and around[0].startswith(_LEVELS):
        return [f"{around[0][:4]}_{number}"]
    years = _years(word, around)
    if years is not None:
        return [_age_mark(years)]
    if number is not None and any(w.startswith(("mnd", "måned")) for w in around):
        return ["alder_baby"] if number <= 18 else []
    return []


def _number(word: str) -> int | None:
    head = word.partition("-")[0]
    return int(head) if head.isdigit() and len(head) <= 2 else _SMALL_NUMBERS.get(head)


def _years(word: str, around: list[str]) -> int | None:
    """Return the age in years that a word tells among its neighbours: `fjorten` år, `14`-åring, `åttende` klasse."""
    if _number(word) is not None:
        tail = word.partition("-")[2]
        return _number(word) if tail.startswith(("år", "year")) or any(_YEARS.match(w) for w in around) else None
    years = _age_in(word)
    in_class = word in _GRADES and any(w.startswith(("trinn", "klass")) for w in around)
    return _GRADES[word] if years is None and (in_class or word in ("åttende", "niende", "tiende")) else years


def age_told(text: str) -> int | None:
    """Return the age in years a text tells, when it tells exactly one: «og hvis eleven er 16?» gives 16."""
    raw = _WORD.findall(fold(text))
    told = {_years(raw[n], raw[max(0, n - 1) : n] + raw[n + 1 : n + 2]) for n in range(len(raw)) if may_mark(raw[n])}
    told.discard(None)
    return told.pop() if len(told) == 1 and "mellom" not in raw else None


def _age_in(word: str) -> int | None:
    """Return the age in `fjortenåring` or `14-åring` written in one word."""
    if not word.startswith(_SMALL_NAMES):
        return None
    for name, number in _SMALL_NUMBERS.items():
        if word.startswith(name) and word[len(name) :].lstrip("-").startswith(("åring", "årig", "års", "åringen")):
            return number
    return None


def _age_mark(years: int) -> str:
    if years < _BABY:
        return "alder_baby"
    if years < _SMALL:
        return "alder_under12"
    if years < _SIXTEEN:
        return "alder_12_16"
    return "alder_16_18" if years < _ADULT else "alder_over18"


def grams_of(word: str) -> tuple[str, ...]:
    """Return the runs of 3 and 4 characters in a word, with its edges marked."""
    padded = f"<{word}>"
    threes = [padded[i : i + 3] for i in range(len(padded) - 2)]
    return (*threes, *[padded[i : i + 4] for i in range(len(padded) - 3)]) or (padded,)


__all__ = ["Reader", "Reading", "age_told", "fold", "grams_of", "stem"]
