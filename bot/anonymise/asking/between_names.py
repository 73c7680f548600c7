"""Asks about the word or the letter between two names in a row: "goffen, plomma og snutten", "mia, e og trollet",
and what is said to be the same as a name: "mikkemus = mikkel andreas".

Who stands between two people is one: a role or a small word is left. Knows no names.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.anonymise.finding import POSSIBLE_NAME, Hit, quasi
from bot.anonymise.reading.document import Document
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

WHY = "Ordet står mellom to navn i en rekke."
_CERTAINTY = 0.4
_PEOPLE = frozenset(("navn", "kallenavn", "initialer", POSSIBLE_NAME))
_BETWEEN = re.compile(r"(?:,| og| å| &| \+) ([^\W\d_]+)(?:,| og| å| &| \+|, og|, å) ")
_EQUALS = re.compile(r"(?<![\w\-])([^\W\d_]{3,20}) ?= ?")
_TIED = re.compile(
    r"(?<=[a-zæøå]) (?:og|å) ([a-zæøå]{3,16}) (?:har|hadde|vil|skal|må|er|e|hi|slo|slår|krangla|krangler|leker|"
    r"slåss|kom)\b"
)
WHY_TIED = "Ordet står sammen med en som er nevnt."
WHY_EQUAL = "Teksten sier at ordet er en person."
_LONGEST = 30
_NOBODY = (
    Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.NUMBER | Word.VERB | Word.OCCUPATION | Word.SAFE
    | Word.MONTH
)  # fmt: skip
_NO_LETTERS = frozenset("iå")
_THINGS = words("pluss unnskyld orsak beklager altså nei sorry samt f eks osv mm ol evt jf dvs ca kl nr")
_DAYS = ("dag", "onsdag", "helg", "helga", "kveld")


def between_names(document: Document, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the words between two that are found or asked about, with a comma or "og" on both sides."""
    yield from _equals_a_name(document, hits)
    yield from _tied_to_the_first(document, hits)
    people = sorted(hit[:2] for hit in hits if hit.type in _PEOPLE)
    for (_, end), (start, _) in pairwise(people):
        match = _BETWEEN.fullmatch(document.text, end, start) if end < start <= end + _LONGEST else None
        if match is not None and _may_be_one(document, match.group(1)):
            yield quasi(*match.span(1), POSSIBLE_NAME, WHY, _CERTAINTY, "[en person]")


def _tied_to_the_first(document: Document, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the word that "og" ties to who opens a sentence, and of both of whom something is told, when it is a name,
    a small place or no Norwegian word: "odd og stubban har gjort det igjen"."""
    if document.words.isdisjoint(("og", "å")):
        return
    ends = {hit.end for hit in hits if hit.type in _PEOPLE}
    for match in document.scan(_TIED, " og ", " å "):
        word, flags = match.group(1), document.flags_of(match.group(1))
        may_be = flags & (Word.FIRST | Word.SURNAME) or word in document.places.local or not document.is_known(word)
        if match.start() in ends and may_be and _may_be_one(document, word):
            yield quasi(*match.span(1), POSSIBLE_NAME, WHY_TIED, _CERTAINTY, "[en person]")


def _equals_a_name(document: Document, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the word, no everyday one, that a sign of equality says is somebody found: "mikkemus = mikkel"."""
    if "=" not in document.text:
        return
    found = {hit.start for hit in hits if hit.type == "navn"}
    for match in document.matches(_EQUALS):
        if (
            match.end() in found
            and not document.lexicon.is_headword(match[1].lower())
            and _may_be_one(document, match[1])
        ):
            yield quasi(*match.span(1), POSSIBLE_NAME, WHY_EQUAL, _CERTAINTY, "[en person]")


def _may_be_one(document: Document, word: str) -> bool:
    """Tell whether the word is no small word, role or time."""
    lower = word.lower()
    if lower in _THINGS or lower in _NO_LETTERS or lower.endswith(_DAYS):
        return False
    return len(word) == 1 or not document.flags_of(word) & _NOBODY
