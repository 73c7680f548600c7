"""Reads the given names in a message as «hun», because danger sounds the same whoever it happens to.

A name is no word that was learned, or one learned by chance: «Magnus har tatt en overdose» must be heard like «hun har
tatt en overdose». Must not decide anything, and keeps nothing of what it reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from bot.answers.spelling import Spelling
from bot.content.packed_words import PackedWords

SHE, HERS = "hun", "hennes"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDS = frozenset('.!?:;\n«"(•-–')
_WORDS = (
    *("ordliste.txt", "boyde-og-dialekt.txt", "fremmedord.txt", "former-trebank.txt", "verb-trebank.txt"),
    *("trygge-ord.txt", "navn-tvetydige.txt", "navn-verden-tvetydige.txt"),
)
_SHORTEST = 3
"""Letters in a name: «Bo» and «Jo» are words in too many dialects."""
_TELLS_OF_DANGER = frozenset({"drita"})
"""Names that are a word danger is told by, and nearly always that word: «far var drita»."""
_ARTICLES = ("en", "et", "ene", "ane", "er")
_BEFORE = 3
"""Signs before a word in which it is seen whether a sentence begins there."""
_DOES = frozenset({
    "har", "hi", "hadde", "er", "var", "ble", "blir", "blei", "vart", "sa", "sier", "seier", "fikk", "får", "vil",
    "kan", "skal", "kommer", "kom", "tar", "tok", "går", "gikk", "står", "slår", "slo", "ligger", "sitter", "sender",
    "sendte", "skriver", "skrev", "snakker", "viser", "viste", "forteller", "fortalte", "gråter", "gråt", "ringer",
    "ringte", "prøver", "prøvde", "truer", "drikker",
})  # fmt: skip
"""What follows a name that is a word as well, first in a sentence: «Liv har kniv», but not «Liv og død»."""


class GivenNames:
    """Names that are no words, names that are words as well, and what is no word that is known."""

    def __init__(self, sure: Iterable[str], doubtful: Iterable[str], words: Spelling) -> None:
        self._sure, self._doubtful, self._words = PackedWords(sure), PackedWords(doubtful), words

    def as_she(self, text: str) -> str:
        """Return a text, as it was written, with «hun» for each given name and the names behind it."""
        words = list(_WORD.finditer(text))
        forms = [word[0].lower() for word in words]
        firsts = [form.partition("-")[0] for form in forms]
        owners = {n: form[:-1].rstrip("'’") for n, form in enumerate(forms) if form.endswith("s")}
        sure = [form in self._sure and form not in _TELLS_OF_DANGER for form in firsts]
        owned = {n for n, owner in owners.items() if owner in self._sure}
        parts: list[str] = []
        end, is_named = 0, False
        for n, word in enumerate(words):
            has_capital = _has_a_capital(word[0])
            if not (has_capital or sure[n] or n in owned):
                is_named = False
                continue
            behind = is_named and text[end : word.start()] == " " and has_capital
            may_be = n + 1 < len(forms) and (sure[n + 1] or forms[n + 1] in _DOES)
            is_meant = not behind and has_capital and _is_meant(text, word.start(), may_be)
            is_named = sure[n] or behind or (is_meant and (firsts[n] in self._doubtful or self._is_new(firsts[n])))
            if is_named or n in owned:
                parts.append("" if behind else text[end : word.start()] + (SHE if is_named else HERS))
                end = word.end()
        return "".join([*parts, text[end:]])

    def _is_new(self, form: str) -> bool:
        """Tell whether a word is none that danger is told by, nor one that is misspelt, put together or a noun with its
        article."""
        known = self._words
        if form.endswith(_ARTICLES):
            return False
        return len(form) >= _SHORTEST and form not in known and not known.meant(form) and not known.parts(form)


def _is_meant(text: str, start: int, may_be: bool) -> bool:
    """Tell whether a word with a capital is a name: not first in a sentence, or where it may be one by what follows."""
    before = text[max(0, start - _BEFORE) : start].rstrip(" ")
    is_first = not before or before[-1] in _ENDS
    return not is_first or may_be


def _has_a_capital(word: str) -> bool:
    return word[0].isupper() and word[1:2].islower()


def given_names(lists: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Return the given names in the anonymiser's folder of lists: those that are no words, and those that are."""
    sure = _of(lists, "navn-sikre.txt")
    names = _of(lists, "fornavn.txt", "navn-kurert.txt", "navn-verden.txt") | sure
    are_words = (_of(lists, *_WORDS) - sure) | _of(lists, "engelsk-ordliste.txt")
    return frozenset(names - are_words), frozenset(names & are_words - _of(lists, "steder-norge.txt"))


def read_words(file: Path) -> list[str]:
    """Return the words of a list, as they are written, where they are set apart by space, comma or line."""
    lines = [line for line in file.read_text("utf-8").split("\n") if not line.startswith("#")]
    return [word for line in lines for word in re.split(r"[\s,]+", line) if word]


def _of(lists: Path, *names: str) -> frozenset[str]:
    return frozenset(w.lower() for name in names for w in read_words(lists / name) if len(w) >= _SHORTEST)
