"""Finds in a text the short sentences of danger that are built of groups of words: «foreldrene slåss», «han slår aldri
når han er edru». `acute_sentences_file` reads them.

Must not judge a text as a whole: `acute` and `neglect` do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple, TypeVar

ALONE: tuple[tuple[str, ...], ...] = ((),)
"""What follows a word that is an expression by itself, as most are: nothing."""
MOST_BETWEEN = 3
"""How often a group with a question mark may stand in its place: not at all, or up to so many times."""
_TOKEN = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]|\n")
_PAUSE = frozenset(",.;:!–-")


@dataclass(frozen=True, slots=True)
class Group:
    """Words and expressions that may stand in the same place; a star at the end means «begins with»."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]
    """First word → what follows it in each expression that begins so."""
    beginnings: tuple[str, ...] = ()
    but: frozenset[str] = frozenset()
    """The only words that may not stand here, where all others may."""

    @property
    def is_looked_up(self) -> bool:
        """Tell whether all that may stand here is known by its first word."""
        return not (self.beginnings or self.but)

    def expressions(self) -> Iterator[tuple[str, ...]]:
        """Yield the words of each expression that is known by its first word."""
        return ((first, *rest) for first, rests in self.by_first.items() for rest in rests)

    def lengths(self, words: Sequence[str], at: int) -> tuple[int, ...]:
        """Return how many words each expression has that stands at a place of a text."""
        if at >= len(words):
            return ()
        word = words[at]
        rests = self.by_first.get(word, ())
        if rests == ALONE:
            return (1,)
        found = [1 + len(rest) for rest in rests if tuple(words[at + 1 : at + 1 + len(rest)]) == rest]
        if (self.beginnings and word.startswith(self.beginnings)) or (
            self.but and word not in self.but and word[0].isalnum()
        ):
            found.append(1)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a sentence."""

    group: Group
    may_lack: bool = False
    is_pause: bool = False
    is_barred: bool = False
    """Nothing of the group may stand here: «slåss mot» is of no danger, but «slåss mot hverandre» is."""

    @property
    def is_needed(self) -> bool:
        """Tell whether something of the group must stand in the text."""
        return not (self.may_lack or self.is_pause or self.is_barred)


class Sentence(NamedTuple):
    """What is looked for, and what it tells of."""

    what: str
    parts: tuple[Part, ...]
    is_whole: bool = False
    """Whether nothing else may be said in the message."""

    def needs(self) -> list[Group]:
        """Return the groups of which something must stand in a text that can be looked up by its words."""
        return [part.group for part in self.parts if part.is_needed and part.group.is_looked_up]

    def spans(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield where it stands in a text: its first word, and the one after its last."""
        begins = self.parts[0].group.by_first
        for at, word in enumerate(words[:1] if self.is_whole else words):
            end = _end(self, 0, words, at) if word in begins else None
            if end is not None:
                yield at, end


class _Marks:
    """A bit for each group of which something must stand in a text, and for each word those of the groups of which it
    tells: of an expression that word which stands in fewest, for «det» of «det brenner» is in most texts."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        needed = {id(group): group for one in sentences for group in one.needs()}
        stands_in = Counter(word for group in needed.values() for one in group.expressions() for word in {*one})
        how_often = {word: (times, -len(word)) for word, times in stands_in.items()}.__getitem__
        self._telling = {key: {min(one, key=how_often) for one in group.expressions()} for key, group in needed.items()}
        self._often = {key: sum(map(stands_in.__getitem__, words)) for key, words in self._telling.items()}
        beside = Counter(id(group) for one in sentences for group in self.seldomest_first(one.needs())[1:])
        self._bits = {key: 1 << number for number, (key, _) in enumerate(beside.most_common())}
        by_word: dict[str, int] = {}
        for key, bit in self._bits.items():
            for word in self._telling[key]:
                by_word[word] = by_word.get(word, 0) | bit
        self.by_word = _each_once(by_word)

    def seldomest_first(self, groups: Iterable[Group]) -> list[Group]:
        """Return the groups, each once; those of ordinary words, which stand in many groups, last."""
        return sorted({id(group): group for group in groups}.values(), key=lambda group: self._often[id(group)])

    def telling(self, group: Group) -> Iterable[str]:
        """Return words of which one stands in every text in which something of the group does."""
        return self._telling[id(group)]

    def of(self, groups: Iterable[Group]) -> int:
        """Return the bits of some groups."""
        return reduce(or_, (self._bits[id(group)] for group in groups), 0)


class _Sought:
    """Sentences that are looked for by the words of one group each, the one that is met most seldom, and by the marks
    of the others: most texts lack one, and are looked at no further."""

    def __init__(self, sentences: Sequence[Sentence], marks: _Marks) -> None:
        self._sentences = sentences
        needed = [marks.seldomest_first(one.needs()) for one in sentences]
        self._needs = [marks.of(others) for _, *others in needed]
        by_word: dict[str, tuple[int, ...]] = {}
        for place, (seldom, *_) in enumerate(needed):
            for word in marks.telling(seldom):
                by_word[word] = (*by_word.get(word, ()), place)
        self._by_word = _each_once(by_word)

    def spans(self, words: Sequence[str], marks: int) -> list[tuple[str, int, int]]:
        """Return each sentence that stands in a text with these marks, in the order of the text: what it tells of, its
        first word and the one after its last."""
        by_word, needs = self._by_word, self._needs
        found: list[tuple[int, int, int]] = []
        for place in set().union(*[by_word[word] for word in words if word in by_word]):
            if needs[place] & marks == needs[place]:
                found += [(at, place, end) for at, end in self._sentences[place].spans(words)]
        return [(self._sentences[place].what, at, end) for at, place, end in sorted(found)]


_Kept = TypeVar("_Kept", bound=Hashable)


def _each_once(by_word: Mapping[str, _Kept]) -> dict[str, _Kept]:
    """Return the same with equal values kept once: many words stand in the same groups."""
    same: dict[_Kept, _Kept] = {}
    return {word: same.setdefault(kept, kept) for word, kept in by_word.items()}


class AcuteSentences:
    """What is looked for, and the kinds of danger as their file has them, the most urgent first. Never changes."""

    def __init__(
        self, told: Sequence[Sentence] = (), apart: Sequence[Sentence] = (), kinds: Iterable[str] = ()
    ) -> None:
        self.told, self.apart, self.kinds = tuple(told), tuple(apart), tuple(dict.fromkeys(kinds))
        """`apart` is what such words are no danger in: «foreldrene slåss for en plass». It is not read any further."""
        marks = _Marks((*self.told, *self.apart))
        self._marks = marks.by_word
        self._told, self._apart = _Sought(self.told, marks), _Sought(self.apart, marks)

    def read(self, plain: str) -> tuple[tuple[str, str] | None, str]:
        """Return the kind of danger and the words of the most urgent sentence in a text in lower case, or None; and the
        text without the sentences that are no danger, which only sound so."""
        words = _TOKEN.findall(plain)
        found, apart = self._found(words)
        kind, begin, end = min(found, key=lambda one: self.kinds.index(one[0]), default=("", 0, 0))
        outright = (kind, " ".join(words[begin:end])) if kind else None
        return outright, _without(apart, plain) if apart else plain

    def kinds_in(self, plain: str) -> frozenset[str]:
        """Return what every sentence tells of that stands in a text in lower case."""
        found, _ = self._found(_TOKEN.findall(plain))
        return frozenset(kind for kind, _, _ in found)

    def calm_in(self, plain: str) -> frozenset[str]:
        """Return the words of a text in lower case that are no danger here, and are not read any further."""
        words = _TOKEN.findall(plain)
        apart = self._apart.spans(words, self._marks_of(words))
        return frozenset(" ".join(words[begin:end]) for _, begin, end in apart)

    def _found(self, words: Sequence[str]) -> tuple[list[tuple[str, int, int]], list[tuple[int, int]]]:
        """Return the sentences that stand in a text, and where those stand that are no danger."""
        marks = self._marks_of(words)
        apart = [(begin, end) for _, begin, end in self._apart.spans(words, marks)]
        told = self._told.spans(words, marks)
        return [one for one in told if not any(one[1] < last and first < one[2] for first, last in apart)], apart

    def _marks_of(self, words: Sequence[str]) -> int:
        return reduce(or_, [self._marks[word] for word in words if word in self._marks], 0)


NO_SENTENCES = AcuteSentences()


def _without(spans: Sequence[tuple[int, int]], plain: str) -> str:
    """Return a text without the words in some spans of it."""
    tokens = list(_TOKEN.finditer(plain))
    kept, at = "", 0
    for begin, end in spans:
        kept += plain[at : tokens[begin].start()] + " "
        at = max(at, tokens[end - 1].end())
    return kept + plain[at:]


def _end(sentence: Sentence, place: int, words: Sequence[str], at: int, times: int = 0) -> int | None:
    """Return where the rest of a sentence, from one of its places on, ends in a text; None where it does not stand."""
    if place == len(sentence.parts):
        return None if sentence.is_whole and any(rest[0].isalnum() for rest in words[at:]) else at
    part = sentence.parts[place]
    if part.is_pause:
        return _end(sentence, place + 1, words, _after_pause(words, at))
    if part.is_barred:
        return None if part.group.lengths(words, at) else _end(sentence, place + 1, words, at)
    if part.may_lack:
        found = _end(sentence, place + 1, words, at)
        if found is not None or times == MOST_BETWEEN:
            return found
    after, times = (place, times + 1) if part.may_lack else (place + 1, 0)
    for length in part.group.lengths(words, at):
        end = _end(sentence, after, words, at + length, times)
        if end is not None:
            return end
    return None


def _after_pause(words: Sequence[str], at: int) -> int:
    """Return the place of the next word that is no comma, full stop, exclamation mark or dash."""
    while at < len(words) and words[at] in _PAUSE:
        at += 1
    return at
