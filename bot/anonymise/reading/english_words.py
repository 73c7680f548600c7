"""Tells whether a word is an ordinary English one. Knows words, no people."""

from bot.anonymise.reading.document import Document, english_stem
from bot.anonymise.words.word_classes import Word

_SHORTEST_PART = 4
_LONGEST_WORD = 20
_ENDS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "ness", "ish", "able", "y")
_STARTS = ("un", "re", "non", "pre", "mis", "over", "under", "co", "anti")


def is_english_word(document: Document, lower: str) -> bool:
    """Tell whether the word, a form of it, or each part of it is a common English word: "else", "Rose-coloured",
    "headteacher".
    """
    english = document.vocabulary.english
    word = english_stem(lower)
    if word in english or lower in english:
        return True
    if "-" in word or "'" in word or "’" in word:
        parts = [part for part in word.replace("'", "-").replace("’", "-").split("-") if part]
        return all(part in english or len(part) == 1 or part.isdigit() for part in parts)
    return _is_derived(document, word)


def _is_derived(document: Document, word: str) -> bool:
    """Tell whether an ending, a beginning or two whole words explain it: "hugger", "unsettle", "headteacher"."""
    english = document.vocabulary.english
    ends = ((word[: -len(end)], end) for end in _ENDS if word.endswith(end))
    if any(len(stem) >= _SHORTEST_PART and (stem in english or stem + "e" in english) for stem, _ in ends):
        return True
    if any(word.startswith(start) and word[len(start) :] in english for start in _STARTS if len(word) > len(start) + 3):
        return True
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(word[:at] in english and word[at:] in english for at in cuts)


def is_in_an_english_title(document: Document, at: int) -> bool:
    """Tell whether an English word with a capital stands beside another in a Norwegian text, and neither is a name:
    "Social Relationship Scale", "Rocket League".
    """
    return _may_stand_in_a_title(document, at) and any(
        0 <= other < len(document.tokens)
        and _may_stand_in_a_title(document, other)
        and abs(document.tokens[other].start - document.tokens[at].start) <= _LONGEST_WORD
        for other in (at - 1, at + 1)
    )


def _may_stand_in_a_title(document: Document, at: int) -> bool:
    token = document.tokens[at]
    is_written_so = token.is_word and token.has_capital and not token.is_caps and len(token.text) >= _SHORTEST_PART
    is_name = token.flags & (Word.FIRST | Word.SURNAME) or document.flags_of(token.lower.removesuffix("s")) & Word.FIRST
    return is_written_so and not is_name and token.lower in document.vocabulary.english


def is_english_kin(document: Document, lower: str) -> bool:
    """Tell whether the word is kin in English; a short one only in a text in English ("gran", "nan")."""
    is_kin = lower in document.vocabulary.classes["engelske_slekt"]
    return is_kin and (document.is_english or len(lower) > _SHORTEST_PART)
