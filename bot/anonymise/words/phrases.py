"""Finds listed phrases of one or more words in a row of tokens, longest first. Knows nothing about what they mean."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from sys import intern
from typing import Protocol

WORD = r"[^\W_]+(?:[-'’][^\W_]+)*"
"""What one word is, in texts and in lists: letters and digits, joined by hyphens and apostrophes."""
_PART = re.compile(rf"{WORD}(?:-?\*)?|\S")
"""A word of a phrase, with the star of any ending, or a sign."""


class HasLower(Protocol):
    """Anything with a word in lower case."""

    @property
    def lower(self) -> str:
        """The word in lower case."""
        ...


class HasWords(Protocol):
    """A text that knows its words in lower case, and where they stand."""

    @property
    def tokens(self) -> Sequence[HasLower]:
        """The words in their order."""
        ...

    @property
    def words(self) -> Set[str]:
        """The words it holds."""
        ...

    def where_any(self, words: Set[str], /) -> Sequence[int]:
        """Return where words of these stand, in their order."""
        ...


class PhraseBook:
    """Phrases by their first word. A last word that ends in * matches any ending."""

    def __init__(self, kinds: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, str | None]]] = {}
        """The phrases with that first word: all words, the kind, and the second word where it is whole."""
        self._stems: dict[str, list[tuple[str, str]]] = {}
        for phrase, kind in kinds.items():
            words = tuple(map(intern, split_phrase(phrase)))
            if len(words) == 1 and words[0].endswith("*"):
                stem = words[0][:-1]
                self._stems.setdefault(stem[:3], []).append((stem, kind))
            elif words:
                second = words[1] if len(words) > 1 and not words[1].endswith("*") else None
                self._by_first.setdefault(words[0], []).append((words, kind, second))
        self.needs = 0
        """What a text needs to hold one, as a number of the reader's; none until it is first asked."""
        self.first_words = frozenset(self._by_first)
        self.stems = frozenset([stem for rows in self._stems.values() for stem, _ in rows])
        for rows in self._by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def _opens_with_a_stem(self, word: str) -> bool:
        return any(word.startswith(stem) for stem, _ in self._stems[word[:3]])

    def at(self, tokens: Sequence[HasLower], at: int) -> tuple[int, str] | None:
        """Return (number of tokens, kind) of the longest phrase that starts at `at`."""
        lower = tokens[at].lower
        follow = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        for words, kind, second in self._by_first.get(lower, ()):
            if second is not None and second != follow:
                continue
            if len(words) == 1 or self._rest_matches(tokens, at, words):
                return len(words), kind
        for stem, kind in self._stems.get(lower[:3], ()):
            if lower.startswith(stem):
                return 1, kind
        return None

    @staticmethod
    def _rest_matches(tokens: Sequence[HasLower], at: int, words: tuple[str, ...]) -> bool:
        if at + len(words) > len(tokens):
            return False
        for step in range(1, len(words)):
            word, lower = words[step], tokens[at + step].lower
            if not (lower == word or (word.endswith("*") and lower.startswith(word[:-1]))):
                return False
        return True

    def find(self, text: HasWords) -> Iterator[tuple[int, int, str]]:
        """Yield (first token, number of tokens, kind), not overlapping."""
        begin, free = self.first_words & text.words, 0
        if stems := self._stems:
            begin |= {word for word in text.words if word[:3] in stems and self._opens_with_a_stem(word)}
        for at in text.where_any(begin) if begin else ():
            match = self.at(text.tokens, at) if at >= free else None
            if match is not None:
                yield at, match[0], match[1]
                free = at + match[0]


def split_phrase(phrase: str) -> Iterable[str]:
    """Cut a phrase as texts are cut: a sign that joins no word to the next stands alone, «barne- og ungdomsskole»."""
    return _PART.findall(phrase.lower())
