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
    "kolonne rad rute buss tog linje tabell figur str størrelse skilt versjon oppgave ledd streng tone toneart nr "
    "nummer kap kapittel artikkel paragraf seksjon bane port dør sone plass hall heis etasje blokk serie divisjon "
    "modell metode bil blyant bok øvelse batteri kode perm nøkkel delskåre faktor vinkel måloppnåelse turnus "
    "blodgruppe hylle vitaminer "
    "group part option level section appendix point phase step hepatitis grade room question item letter figure "
    "table version form unit vitamins grades"
)
"""What letters number, in both languages: "rom K". None is a verb as well ("grep K i armen"), and none has an article
behind it, for then the letter may be who does it: "rommet K sover på".
"""
_LABELS_END = ("rom", "gruppe", "skjema", "bygg", "nivå", "fløy", "linje", "felt", "test", "klasse")
_WITH_ARTICLE = words(
    "karakteren karakterene bokstaven lyden lydene vurderingen vurderingene skiltet boka nivået nivåene punktene "
    "skalaen størrelsen størrelsene vitaminene rommet bygget kapitlet figuren tabellen merket merka spørsmål svar team "
    "sak time blodtypen koden"
)
"""What letters number where no verb follows: "nivåene L, M og H"."""
_LABEL_BEFORE = re.compile(r"([^\W\d_]+)\.? (?:[A-ZÆØÅ]\.?(?:, | og | eller |/))*$")
IS = words("er var ble blir heter kalles")
_TOLD_OF_ONE = words(
    "møte samtale sak melding bekymring notat referat time oppfølging uro hjemmebesøk telefon konflikt krangel navn "
    "initial initialer møtet samtalen saken meldingen bekymringen notatet referatet timen oppfølgingen konflikten "
    "krangelen navnet initialen initialene"
)
"""What is held with or told of somebody: "samtale K", "saken K"."""
_PERSONS = ("vennene", "kameratene", "kompisene", "tvillingene", "trillingene", "pasientene", "jentene", "guttene")
ABOUT_LETTERS = (
    "bokstav", "alfabet", "uttal", "konsonant", "vokal", "språklyd", "-lyd", "lydene", "artikul", "akkord", "-dur",
    "-moll", "alphabet", "pronounc", "forkort", "speilvend", "tastatur", "ctrl", "letters ", "kjemi", "-mål:",
)  # fmt: skip
"""What a sentence is about that names letters: they are nobody in it."""
_STANDS_FOR = re.compile(
    r"(?<![\w.\-/])([A-ZÆØÅ])(?: for| =| som i|(?: [a-zæøå]+){0,2} (?:betyr|står for)) (?=([a-zæøå]))", re.IGNORECASE
)
"""A letter and the word it begins: "T for trygghet, R for ro"."""
_MEANS = re.compile(r"([A-ZÆØÅ](?<![\w.\-/].)) (?:=|betyr) (?=([a-zæøå]))")
_TAKEN_FOR = re.compile(
    r"\b(?:(?:sier|skriver|leser|uttaler) [«\"]?[a-zæøåA-ZÆØÅ][»\"]? (?:for|som|i stedet for)|"
    r"(?:bytter|bytta|bland\w{1,3}|forveksl\w{1,3}) (?:\w+ ut )?[a-zæøå] (?:med|og|for)) [«\"]?[a-zæøåA-ZÆØÅ](?!\w)"
    r"(?:,? og [a-zæøå] (?:og|med|for) [a-zæøå](?!\w))?"
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
    """Tell whether what letters number stands right before: "møterom K", "Str. L", "rom L, M og H"."""
    label = _LABEL_BEFORE.search(document.text, max(0, start - 40), start)
    return label is not None and numbers_things(label.group(1).lower())


def numbers_things(word: str) -> bool:
    """Tell whether letters number what the word names, whatever follows."""
    return word in _LABELS or word.endswith(_LABELS_END)


def is_a_thing(document: Document, word: str) -> bool:
    """Tell whether it is an ordinary word for no person, and for nothing that is told of one ("samtale K")."""
    is_ordinary = document.flags_of(word) & ~(Word.ORDINARY | Word.SAFE) == 0 and document.is_known(word)
    return is_ordinary and len(word) > len("dag") and word not in _TOLD_OF_ONE and not word.endswith(_PERSONS)


def numbers_a_thing(document: Document, at: int) -> bool:
    """Tell whether a label stands before the letter: "plan B", "Karakter: E", "Nivået er H". It is nobody there."""
    before, label, after = document.before(at), document.before(at, 2), document.after(at)
    if before is None:
        return False
    ends = after is None or document.text[document.tokens[at].end] in ".;)\n"
    if before.text in (".", ":") and label is not None:
        is_one = label.end == before.start and _may_number_things(label.lower)
        return is_one and (ends or before.text == ".")
    if before.lower in IS:
        goes_on = after is not None and after.lower in (",", "og", "for")
        return label is not None and label.opens_sentence and label.lower in _WITH_ARTICLE and (ends or goes_on)
    if numbers_things(before.lower):
        return True
    is_told_of = after is not None and after.flags & Word.VERB
    return not is_told_of and _may_number_things(before.lower)


def _may_number_things(word: str) -> bool:
    return word in _WITH_ARTICLE or word.endswith(("rommet", "gruppa")) or numbers_things(word)


def is_about_letters(sentence: str) -> bool:
    """Tell whether a sentence names letters, or says what they stand for."""
    return names_letters(sentence.lower()) or any(one[1].lower() == one[2] for one in _STANDS_FOR.finditer(sentence))


def is_taken_for_another(text: str, start: int) -> bool:
    """Tell whether the letter there is one of two that are mixed: "sier t i stedet for k", and not "… og K ler"."""
    reach = len("forvekslet p ut med ")
    both = _TAKEN_FOR.finditer(text, max(0, start - 2 * reach), start + 2 * reach)
    return any(match.start() < start < match.end() for match in both)


def names_letters(text: str) -> bool:
    """Tell whether words for letters, sounds or keys stand in it."""
    return any(about in text for about in ABOUT_LETTERS)


def letters_that_begin_words(text: str) -> set[str]:
    """Return the letters of a list that says what each stands for: "K betyr kan, U betyr under arbeid". One alone is
    somebody: "K betyr kaos for oss".
    """
    meant = {one[1] for one in _MEANS.finditer(text) if one[1].lower() == one[2]}
    return meant if len(meant) > 1 else set()


def is_practised(text: str, start: int) -> bool:
    """Tell whether the letter there is trained, or written on a list, or one of two grades: "fra D til B"."""
    around = text[max(0, start - len("fra D til ")) : start + len("D til B") + 1]
    if _GRADE_TO_GRADE.search(around) is not None:
        return True
    led = _PRACTISED if text[start].isupper() else _PRACTISED_SMALL
    return led.search(text, max(0, start - 24), start) is not None
