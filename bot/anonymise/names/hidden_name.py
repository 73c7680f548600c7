"""Finds given names that are written so that a list does not know them: "Id@", "1da", a name cut by the end of a line.

Holds no names: the letters are put right, and the list is asked for what then stands there.
"""

import re
from collections.abc import Iterator
from itertools import product

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_of
from bot.anonymise.words.word_classes import Word

_MEANT = {"@": "a", "4": "a", "3": "e", "1": "il", "!": "i", "0": "o", "5": "s", "$": "s", "7": "t", "8": "b"}
"""The letters a sign stands for, by its looks."""
_LETTER = "[A-Za-zÆØÅæøå]"
_MIXED = re.compile(
    rf"(?<![\w@.,\-/:#+&=?%$])(?:{_LETTER}{{1,12}}[@$!013457]{_LETTER}{{1,12}}|[@$!013457]{_LETTER}{{2,12}}|"
    rf"{_LETTER}{{2,12}}[@$013457])(?![\w@$/]|[.\-]\w)"
)
_MIXES = re.compile(r"[@$!013457](?:(?<=[^\W\d_].)[^\W_]|(?=[^\W\d_]{2})|(?<=[^\W\d_]{2}.)(?!\w))")
"""A sign or a figure that touches letters: looked for first, as few texts hold one."""
_CUT = re.compile(r"([A-ZÆØÅ](?<![\w\-].)[a-zæøå]{1,11})[ \t]{0,3}\r?\n[ \t]{0,3}([a-zæøå]{1,11})(?![\w\-])")
_TIMES = ("5am",)
_SIGNS = frozenset("@$!")
_BARRED = Word.AMBIGUOUS | Word.ORDINARY | Word.SAFE | Word.FUNCTION | Word.MONTH
_STANDS_ALONE = Word.KIN | Word.STAFF | Word.CHILD | Word.SAFE
_SHORTEST = 3
_WHY = "Et navn med andre tegn i er fortsatt et navn."
_WHY_CUT = "Et navn som er delt over to linjer, er fortsatt et navn."


@needing(A_DIGIT | needs_of("\n", *_SIGNS))
def find_hidden_names(document: Document) -> Iterator[Hit]:
    """Yield the names with signs or figures for letters, and those a line break cuts."""
    may_mix = document.has_digit or not _SIGNS.isdisjoint(document.words)
    if may_mix and _MIXES.search(document.text) is not None:
        for match in document.matches(_MIXED):
            word = match.group().lower()
            if word not in _TIMES and _is_meant_as_a_name(document, word):
                yield direct(match.start(), match.end(), "navn", _WHY, 0.7, "[barnet]")
    for match in document.scan(_CUT) if "\n" in document.text else ():
        if _is_cut(document, match):
            yield direct(match.start(), match.end(), "navn", _WHY_CUT, 0.7, "[barnet]")


def _is_meant_as_a_name(document: Document, word: str) -> bool:
    """Tell whether one reading of the signs is a given name and no word of Norwegian."""
    return any(_is_sure(document, "".join(letters)) for letters in product(*(_MEANT.get(sign, sign) for sign in word)))


def _is_sure(document: Document, name: str) -> bool:
    flags = document.flags_of(name)
    return bool(flags & Word.FIRST) and not flags & _BARRED and len(name) >= _SHORTEST


def _is_cut(document: Document, match: re.Match[str]) -> bool:
    """Tell whether the two pieces make a name, and the first is neither somebody nor a greeting of its own."""
    head, tail = match.group(1).lower(), match.group(2)
    return not document.flags_of(head) & _STANDS_ALONE and _is_sure(document, head + tail)
