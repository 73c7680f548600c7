"""Tells what explains a single letter: what letters number ("plan B", "nivåene L, M og H"), what they stand for
("F betyr fri"), and what is taught or written of letters and sounds ("bokstaven K", "strever med r").
"""

import re

from bot.anonymise.reading.document import Document
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_LABELS = words(
    "plan vitamin gruppe type del punkt hepatitt rom bokstav fase alternativ pulje nivå modul karakter blodtype klasse "
    "kategori variant trinn side fløy spor skala avdeling bygg inngang oppgang vedlegg skjema sal pkt lyd standpunkt "
    "vurdering kolonne rad rekke rute buss tog linje tabell figur str størrelse merke skilt versjon oppgave ledd "
    "streng tone toneart nr nummer kap kapittel artikkel paragraf seksjon bane port dør sone plass hall heis etasje "
    "blokk lag serie divisjon modell metode bil blyant bok øvelse batteri gir kode perm nøkkel base felt grep skåre "
    "delskåre faktor vinkel måloppnåelse turnus vakt kompetansemål blodgruppe hylle "
    "group part option level section appendix point phase step hepatitis grade room question item letter figure "
    "table version form unit vitamins grades"
)
"""What letters number, in both languages."""
_ENDS_OF_NOUNS = ("", "a", "e", "en", "et", "n", "ne", "r", "er", "ene", "ane", "ar")
_NUMBERED = frozenset(
    stem + end for label in _LABELS for stem in (label, label.removesuffix("e")) for end in _ENDS_OF_NOUNS
)
"""The same in every form."""
_NUMBERED_TOO = words("spørsmål svar team sak time merket merka")
"""What is seldom anything else where nothing is told of the letter."""
_LABEL_BEFORE = re.compile(r"([^\W\d_]+)\.? (?:[A-ZÆØÅ]\.?(?:, | og | eller |/))*$")
IS = words("er var ble blir heter kalles")
_TOLD_OF_ONE = words(
    "møte samtale sak melding bekymring notat referat time oppfølging uro hjemmebesøk telefon konflikt krangel navn "
    "initial initialer møtet samtalen saken meldingen bekymringen notatet referatet timen oppfølgingen konflikten "
    "krangelen navnet initialen initialene"
)
"""What is held with or told of somebody: "samtale K", "saken K"."""
_PERSONS = ("vennene", "kameratene", "kompisene", "tvillingene", "trillingene", "pasientene", "jentene", "guttene")
_LABELS_END = ("rom", "rommet", "gruppe", "gruppa", "skjema", "bygg", "nivå", "fløy", "linje", "felt", "test", "klasse")
_ABOUT_LETTERS = (
    "bokstav", "alfabet", "uttal", "konsonant", "vokal", "språklyd", "-lyd", "lydene", "artikul", "akkord", "-dur",
    "-moll", "alphabet", "pronounc", "forkort", "speilvend", "tastatur", "ctrl", "letters ", "kjemi", "-mål:",
)  # fmt: skip
"""What a sentence is about that names letters: they are nobody in it."""
_STANDS_FOR = re.compile(
    r"(?<![\w.\-/])([A-ZÆØÅ])(?: for| =| som i|(?: [a-zæøå]+){0,2} (?:betyr|står for)) (?=([a-zæøå]))", re.IGNORECASE
)
"""A letter and the word it begins: "T for trygghet, R for ro"."""
_TAKEN_FOR = re.compile(
    r"\b(?:si|sier|sa|seier|skriver|skriv|skrev|leser|les|uttaler|bytter|bytta|bland\w{1,3}|forveksl\w{1,3}) "
    r"[«\"]?[a-zæøåA-ZÆØÅ][»\"]? (?:for|som|med|og|i stedet for) [«\"]?[a-zæøåA-ZÆØÅ](?!\w)"
)
"""One letter written or said for another: "skriver H som N", "blander b og d"."""
_GRADE_TO_GRADE = re.compile(r"\bfra [A-F] til [A-FZÅ](?!\w)")
"""From one grade or letter to another: "gikk fra D til B"."""
_PRACTISED = re.compile(r"\b(?:svar(?:er|te)?|føres|merkes|registreres|kodes) (?:med|som) $", re.IGNORECASE)
"""Before what is written on a list: "føres med B"."""
_PRACTISED_SMALL = re.compile(
    _PRACTISED.pattern + r"|\b(?:(?:strev|slit|øv|tren|jobb|bland)\w{0,4} (?:med|på)|ikke til) $", re.IGNORECASE
)
"""The same of small letters, and what is trained: "strever med r"; "jobber med K" is somebody."""


def is_labelled(document: Document, start: int) -> bool:
    """Tell whether what letters number stands right before: "møterom K", "Str. L", "nivåene L, M og H"."""
    label = _LABEL_BEFORE.search(document.text, max(0, start - 40), start)
    return label is not None and numbers_things(document, label.group(1).lower())


def numbers_things(document: Document, word: str) -> bool:
    """Tell whether letters number what the word names."""
    is_known = word in _NUMBERED or word in document.vocabulary.classes["nummererte_ting"]
    return is_known or word.endswith(_LABELS_END)


def is_a_thing(document: Document, word: str) -> bool:
    """Tell whether it is an ordinary word for no person, and for nothing that is told of one ("samtale K")."""
    is_ordinary = document.flags_of(word) & ~(Word.ORDINARY | Word.SAFE) == 0 and document.is_known(word)
    return is_ordinary and len(word) > len("dag") and word not in _TOLD_OF_ONE and not word.endswith(_PERSONS)


def numbers_a_thing(document: Document, at: int) -> bool:
    """Tell whether a label stands before the letter: "plan B", "Karakter: E", "nivået er H". It is nobody there."""
    before, label = document.before(at), document.before(at, 2)
    if before is None or label is None:
        return before is not None and _may_number_things(document, before.lower)
    if before.lower in IS:
        after = document.after(at)
        is_told_of = after is not None and after.flags & Word.VERB
        return not is_told_of and _may_number_things(document, label.lower)
    if before.text in (".", ":"):
        return label.end == before.start and _may_number_things(document, label.lower)
    return _may_number_things(document, before.lower)


def _may_number_things(document: Document, word: str) -> bool:
    return word in _NUMBERED_TOO or numbers_things(document, word)


def is_about_letters(sentence: str) -> bool:
    """Tell whether a sentence names letters, or says what they stand for."""
    if names_letters(sentence.lower()):
        return True
    if _TAKEN_FOR.search(sentence) is not None or _GRADE_TO_GRADE.search(sentence) is not None:
        return True
    return bool(letters_that_begin_words(sentence))


def names_letters(text: str) -> bool:
    """Tell whether words for letters, sounds or keys stand in it."""
    return any(about in text for about in _ABOUT_LETTERS)


def letters_that_begin_words(text: str) -> set[str]:
    """Return the letters that are said to stand for a word."""
    return {one.group(1) for one in _STANDS_FOR.finditer(text) if _is_its_first_letter(one)}


def begins_a_word(text: str, start: int) -> bool:
    """Tell whether the letter there is said to stand for a word that it begins: "F betyr fri"."""
    match = _STANDS_FOR.match(text, start)
    return match is not None and _is_its_first_letter(match)


def _is_its_first_letter(match: re.Match[str]) -> bool:
    return match.group(1).lower() == match.group(2).lower()


def is_practised(text: str, start: int) -> bool:
    """Tell whether the letter there is trained, or written on a list, or one of two grades: "fra D til B"."""
    around = text[max(0, start - len("fra D til ")) : start + len("D til B") + 1]
    if _GRADE_TO_GRADE.search(around) is not None:
        return True
    led = _PRACTISED if text[start].isupper() else _PRACTISED_SMALL
    return led.search(text, max(0, start - 24), start) is not None
