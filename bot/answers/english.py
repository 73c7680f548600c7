"""Knows when a text is English, and which Norwegian words its words and expressions are read as.

Must not know the articles, and keeps nothing of what it reads.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

_LETTERS = re.compile(r"[a-zæøå]+(?:-[a-zæøå]+)*|\d+")
COMMON = frozenset({
    "the", "a", "an", "i", "my", "is", "are", "was", "be", "been", "do", "does", "did", "what", "who", "how",
    "when", "where", "why", "which", "can", "could", "should", "must", "will", "would", "of", "to", "if", "and",
    "not", "with", "about", "without", "they", "their", "them", "he", "she", "his", "her", "him", "it", "this",
    "that", "these", "we", "our", "you", "your", "someone", "something", "anyone", "there", "have", "has",
    "had", "from", "by", "or", "but", "because", "need", "get", "give", "help", "people", "say", "says", "said",
    "told", "child", "children",
})  # fmt: skip
"""Words that tell that a text is English."""
_NOT_ENGLISH = frozenset({
    "jeg", "eg", "æ", "er", "det", "ikke", "ikkje", "hva", "kva", "ka", "som", "og", "på", "har", "kan", "vi",
    "de", "med", "til", "av", "en", "et", "må", "hvordan", "når", "hvem", "om", "noe", "noko", "noen", "nokon", "seg",
    "sæ", "fra", "frå", "bare", "eller", "hun", "ho", "hennes", "meg", "mæ", "deg", "oss", "dem", "dæm", "dei",
    "dette", "denne", "etter", "uten", "hos", "ved", "sier", "ble", "blir", "skal", "vil", "får", "barnet", "ungen",
    "eleven",
})  # fmt: skip
_NORWEGIAN_LETTERS = frozenset("æøå")
_HISSING = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"
_SHORTEST = 3
_SHORT = 3
"""Words in a text in which one may tell that it is English."""


class English:
    """English words and expressions, and the Norwegian ones they are read as."""

    def __init__(
        self,
        words: Mapping[str, str],
        expressions: Mapping[str, str],
        marks: Collection[str] = COMMON,
        also_norwegian: Collection[str] = (),
    ) -> None:
        self._words, self._marks, self._also_norwegian = words, marks, also_norwegian
        self._expressions: dict[str, list[tuple[list[str], list[str]]]] = {}
        for expression, to in expressions.items():
            written = _LETTERS.findall(expression)
            self._expressions.setdefault(written[0], []).append((written, to.split()))
        for alike in self._expressions.values():
            alike.sort(key=lambda known: -len(known[0]))

    def is_in(self, words: Sequence[str]) -> bool:
        """Tell whether the words of a text are English. One may tell it of a short text; what is Norwegian
        too tells it of one that has little else."""
        found = [word for word in words if word in self._marks]
        telling = [word for word in found if word not in self._also_norwegian]
        if len(words) <= _SHORT:
            found = telling
        elif len(found) == 1 or (not telling and self._known(words) * 2 <= len(words)):
            return False
        return len(found) > sum(word in _NOT_ENGLISH or not _NORWEGIAN_LETTERS.isdisjoint(word) for word in words)

    def _known(self, words: Sequence[str]) -> int:
        """Return how many different words may be English."""
        return len({word for word in words if word in self._marks or word in self._also_norwegian})

    def read(self, words: Sequence[str]) -> list[str]:
        """Return the Norwegian words that those of one sentence are read as; unknown ones are left."""
        read: list[str] = []
        at = 0
        while at < len(words):
            length, to = self._at(words, at)
            read += to
            at += length
        return read

    def _at(self, words: Sequence[str], at: int) -> tuple[int, list[str]]:
        """Return how many words are read at once here, and what they are read as."""
        for written, to in self._expressions.get(words[at], ()):
            if written == list(words[at : at + len(written)]):
                return len(written), to
        return 1, [self._words.get(words[at], words[at])]


def with_endings(words: Mapping[str, str]) -> dict[str, str]:
    """Return the words with their regular forms beside them: `report` gives `reports`, `reported` and `reporting`."""
    found: dict[str, str] = {}
    for word, to in words.items():
        if len(word) >= _SHORTEST and word.isalpha():
            found.update(dict.fromkeys(_forms(word), to))
    return {**found, **words}


def _forms(word: str) -> Iterator[str]:
    ends_in_y = word.endswith("y") and word[-2] not in _VOWELS
    yield word[:-1] + "ies" if ends_in_y else word + ("es" if word.endswith(_HISSING) else "s")
    yield word[:-1] + "ied" if ends_in_y else word + ("d" if word.endswith("e") else "ed")
    yield (word[:-1] if word.endswith("e") else word) + "ing"
    if word[-1] not in _VOWELS and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
