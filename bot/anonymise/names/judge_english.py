"""Judges a word in a text written in English: common English words are no names, and Norwegian ones say nothing."""

from dataclasses import dataclass

from bot.anonymise.evidence.english import has_a_title, is_a_month, is_in_a_year, names_a_person
from bot.anonymise.reading.document import Document, Token, english_stem
from bot.anonymise.reading.english_words import is_english_word
from bot.anonymise.reading.name_search import LONGEST_NAME, NAME, Judged, is_listed_first
from bot.anonymise.words.institution import names_an_institution
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_LISTED = "Et navn i en tekst på engelsk."
_AROUND = "Et navn som også er et vanlig engelsk ord. Ordene rundt viser at det er en person."
_TITLED = "Et ord med stor bokstav etter en tittel er et navn."
_UNKNOWN = "Et ukjent ord med stor bokstav kan være et navn."
_SHORTEST = 3
_SUBJECTS = words(
    "i you he she it we they this that these those the a an my your his her our their there somebody someone anybody "
    "if when though then"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is sure in an English text: `judged` is None when the word is no name."""

    judged: Judged


def judge_english(document: Document, at: int, token: Token, flags: int) -> Verdict | None:
    """Return what English says about the word, None when the rules for Norwegian must decide."""
    if not token.has_capital:
        listed = is_listed_first(document, token, token.lower, flags)
        return None if listed and not is_english_word(document, token.lower) else Verdict(None)
    if is_in_a_year(document, token) and not _is_explained_away(document, token, flags):
        return Verdict((0.8, _AROUND))
    if token.is_caps:
        return Verdict(None) if is_english_word(document, token.lower) else None
    if has_a_title(document, at):
        return Verdict((0.85, _TITLED))
    stem = english_stem(token.lower)
    if flags & Word.FIRST:
        is_a_word = stem in document.vocabulary.english
    else:
        is_a_word = is_english_word(document, token.lower) or is_an_english_name(document, token)
    if is_a_word:
        return Verdict(_judge_word(document, at, token, may_name=_may_name(document, stem, flags)))
    return Verdict((0.9, _LISTED)) if flags & Word.FIRST else _judge_other(document, at, token)


def _is_explained_away(document: Document, token: Token, flags: int) -> bool:
    """Tell whether a word before a year at school is something else: English, a place, a service or capitals."""
    is_word = is_english_word(document, token.lower) or token.lower in document.places.single
    is_office = len(token.text) > LONGEST_NAME and names_an_institution(token.lower)
    barred = Word.SAFE | Word.SAFE_IN_CAPS | Word.FUNCTION | Word.KIN | Word.STAFF | Word.CHILD | Word.MONTH
    return is_word or is_office or token.is_caps or bool(flags & barred)


def is_an_english_name(document: Document, token: Token) -> bool:
    """Tell whether the word is a given name in English, whatever it is in Norwegian: "Art", "Kit"."""
    is_written_so = token.has_capital and not token.is_caps
    return is_written_so and english_stem(token.lower) in document.vocabulary.classes["engelske_navneord"]


def may_be_the_same_name(document: Document, at: int, token: Token) -> bool:
    """Tell whether a word that is a name elsewhere in the text can be one here too: an English word needs a capital,
    and neither "in May" nor "Will you" is a person.
    """
    if not document.is_english or not is_english_word(document, token.lower):
        return True
    if not token.has_capital or is_a_month(document, at):
        return False
    after = document.after(at)
    return not (token.opens_sentence and after is not None and after.lower in _SUBJECTS)


def _may_name(document: Document, stem: str, flags: int) -> bool:
    """Tell whether an English word is a given name as well, and no small or everyday word only listed as one: "Can",
    "Easter".
    """
    classes = document.vocabulary.classes
    if stem in classes["engelske_navneord"]:
        return True
    is_everyday = any(stem in classes[name] for name in ("engelske_smaord", "engelske_ord", "engelske_folk"))
    return bool(flags & Word.FIRST) and not is_everyday and stem not in classes["engelske_ikke_navn"]


def _judge_word(document: Document, at: int, token: Token, *, may_name: bool) -> Judged:
    """Judge a capital on an English word: a name only when it can be one, and inside a sentence or with evidence."""
    if not may_name or is_a_month(document, at):
        return None
    if token.opens_sentence:
        return (0.8, _AROUND) if names_a_person(document, at) else None
    return None if _is_in_a_title(document, at) else (0.85, _AROUND)


def _is_in_a_title(document: Document, at: int) -> bool:
    """Tell whether an article stands before the word ("a Christian family"), or another English word with a capital
    beside it ("the Hope Centre").
    """
    before, after = document.before(at), document.after(at)
    if before is not None and before.lower in ("a", "an", "no", "any"):
        return True
    if after is None or not after.is_word or not after.has_capital or after.opens_sentence:
        return False
    return not after.flags & NAME and is_english_word(document, after.lower)


def _judge_other(document: Document, at: int, token: Token) -> Verdict | None:
    """Judge a capital on a word that is not English: a surname, a Norwegian word, or one nobody knows."""
    if not token.opens_sentence or names_an_institution(token.lower) or len(token.text) < _SHORTEST:
        return None
    if token.flags & Word.SURNAME and names_a_person(document, at):
        return Verdict((0.8, _AROUND))
    if token.flags or token.lower in document.places.single or document.lexicon.is_plain_form(token.lower):
        return None
    return Verdict((0.6, _UNKNOWN))
