"""Tells whether a word is ordinary Norwegian: a headword, an inflected form or a compound. Knows nothing about people."""

from collections.abc import Set as AbstractSet

_SUFFIXES = (
    "", "s", "n", "t", "r", "a", "e", "en", "et", "er", "ar", "ene", "ane", "ens", "ets", "enes", "anes", "as", "es", "te", "de", "dde", "tt",
    "ere", "est", "este", "ende", "ande", "ast", "aste", "are", "ing", "inga", "ingen", "inger", "ingene", "ingar", "ingane", "ene", "ert", "erte",
    "erer", "elig", "lig", "lege", "lige", "leg", "het", "heten", "heter", "else", "elsen", "elser", "eren", "erne", "ere", "erens", "aren",
    "arane", "arar", "arer", "erar", "erane", "lene", "len", "let", "ler", "le", "rer", "rene", "rar", "rane", "ne", "st", "ste", "ende", "em",
    "an", "om", "æ", "ingsa", "messig", "vis", "aktig", "løs", "løst", "løse", "full", "fullt", "fulle", "sk", "ske",
)
_SUFFIX_SETS = tuple(frozenset(s for s in _SUFFIXES if len(s) == n) for n in range(7))
_MIN_PART = 3
_MAX_LENGTH = 48
_REMEMBERED = 60_000
_DOUBLED = frozenset("bdfgklmnprst")


class Lexicon:
    """The headwords and the rules that lead an inflected or compound word back to them."""

    def __init__(self, headwords: AbstractSet[str], forms: AbstractSet[str], never_in_compounds: AbstractSet[str] = frozenset()) -> None:
        self._words = headwords | forms
        self._not_parts = never_in_compounds
        self._derived: set[str] = set()

    def is_headword(self, word: str) -> bool:
        """Tell whether the lower-case word stands in the list as it is."""
        return word in self._words

    def knows(self, word: str) -> bool:
        """Tell whether the lower-case word can be led back to the list: inflection, hyphens, then compounds of up to three parts."""
        if word in self._words or word in self._derived:
            return True
        if len(word) > _MAX_LENGTH:
            return False
        if not self._derives(word):
            return False
        if len(self._derived) < _REMEMBERED:  # only ordinary words are remembered, never an unknown one: it may be a name
            self._derived.add(word)
        return True

    def _derives(self, word: str) -> bool:
        if "-" in word or "'" in word or "’" in word:
            return all(self.knows(part) or part.isdigit() for part in word.replace("'", "-").replace("’", "-").split("-") if part)
        return self._is_form(word) or self._is_compound(word, 2)

    def _is_form(self, word: str) -> bool:
        """Strip one ending; also with the consonant doubled (rom-met), e lost (sykkel-sykler) or e restored (skrive-skriver)."""
        words = self._words
        if word in words:
            return True
        size = len(word)
        for length in range(1, min(7, size - 1)):
            stem = word[: size - length]
            if word[size - length :] not in _SUFFIX_SETS[length]:
                continue
            if stem in words or stem + "e" in words or stem + "a" in words:
                return True
            if length >= 2 and size - length >= 3 and (self._undoubled(stem) or self._restored(stem)):
                return True
        return False

    def _undoubled(self, stem: str) -> bool:
        return stem[-1] == stem[-2] and stem[-1] in _DOUBLED and stem[:-1] in self._words

    def _restored(self, stem: str) -> bool:
        """Restore the e of words in -el, -er, -en: sykl → sykkel, vint → vinter."""
        if stem[-1] in "lrn" and len(stem) > 3:
            body = stem[:-1]
            return body + "e" + stem[-1] in self._words or body + body[-1] + "e" + stem[-1] in self._words
        return False

    def _is_compound(self, word: str, splits: int) -> bool:
        """Split in two (and again): every part a headword of three letters or more, the last one may be inflected."""
        size = len(word)
        if size < 2 * _MIN_PART:
            return False
        words, barred = self._words, self._not_parts
        for at in range(size - _MIN_PART, _MIN_PART - 1, -1):
            left = word[:at]
            if not (left in words or (left[-1] in "se" and left[:-1] in words and at > _MIN_PART)) or left in barred:
                continue
            right = word[at:]
            if right not in barred and (self._is_form(right) or (splits > 1 and self._is_compound(right, splits - 1))):
                return True
        return False
