"""Finds ages and school years in messages without signs: "guten vår på fire et berre", "hun er 4 vi har", "hanj på
sjette hi vorte", "dag på fjerde er". Knows numbers and phrases, no names.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, sought
from bot.anonymise.traits.exact_age import told_age
from bot.anonymise.words import whys
from bot.anonymise.words.number_patterns import SPOKEN_TOO
from bot.anonymise.words.proposals import AGE_WORDS, OVER_TWO, coarse_grade
from bot.anonymise.words.small_words import HE_OR_SHE_SPOKEN
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_CHILD = (
    r"(?:gutt|gutten|gut|guten|gutn|guttn|jente|jenta|jenten|barnet|ungen|ongen|onga|sønnen|dattera|datteren|sonen)"
)
_HE = f"(?:{'|'.join(sorted(HE_OR_SHE_SPOKEN))})"
_AGE = rf"(?:1[0-8]|[2-9]|to|{OVER_TWO})"
_STAGE = rf"(?:{SPOKEN_TOO}|tiande|sjætte)"
_NO_STAGE = (
    r"(?! (?:rad|runde|gang|gong|etasje|time|kapittel|forsøk|uke|veke|plass|måned|månad|ledd|avsnitt|rekke|"
    r"generasjon|år|"
    r"nummer|avdeling|dag|dagen|side|siden|sida|måten|divisjon|trinn|klasse|klassen|og|eller|til|barn|barnet|språk)\b)"
)
_OLD_ON = re.compile(rf"\b{_CHILD}(?: vår| våres| min| mi| sin| si| hans| hennes)? på ({_AGE}) ([a-zæøå]+)")
"""A child of an age, and what it does: "guten vår på fire et berre kvit mat"."""
_IS_OLD = re.compile(
    rf"\b(?:{_HE}|{_CHILD}) (?:er|e|blir|fyller)(?: bare| berre| snart| nå| no)? ({_AGE}) "
    r"(?:(?:vi|jeg|eg|æ|han|hun|ho|hu|de|dei|mor|far|mamma|pappa|foreldrene|foreldra|men|så|når|fordi|som)\b|"
    r"og (?:gjør|gjer|har|vil|kan|er|e|går|gjekk|liker|snakker|snakkar|sier|seier|sover|søv|spiser|et|biter|bit|"
    r"slår|skal|"
    r"må|veit|vet|får|bor|bur|klarer|tør|leker|leikar|gråter|græt|skriker|kom|begynner)\b)"
)
"""An age before a new sentence, or before what the child does too: "hun er 4 vi har tegn", "han er 3 og gjør det"."""
_BETWEEN = re.compile(rf"\b{_HE} (?:er|e) [a-zæøå]{{4,20}}, ({_AGE}), (?:og|går|gjekk|bor|bur|har|den|det)\b")
"""An age in a row: "hun er samisk, 12, og den eneste"."""
_ON_A_STAGE = re.compile(rf" (?:på|i) (?P<stage>{_STAGE}){_NO_STAGE}(?P<rest> [a-zæøå]+|$|[.,!?])")
"""A year, and what is done there: who is in it stands right before."""
_ONE = HE_OR_SHE_SPOKEN | frozenset(_CHILD[3:-1].split("|"))
_ALONE_IN = re.compile(
    r"\b(?:søskenpar|søsken|søskenflokk|tvillinger|tvillingpar|jente|gutt|gut|elev)(?:et|ene|en|a)? i "
    rf"({_STAGE})(?= (?:og|å) (?:den|dei|de|han|ho|hun)\b|[.,!?]|$| som\b)"
)
"""A row of sisters and brothers, or a pupil, in a year: "ett søskenpar i første og den minste"."""
_DOES = words("hi har hadde e er va var blir ble vil må skal kan slit sliter slåss slår slo et kom tør itj ikke ikkje")
_LONGEST = 18
_AGES = frozenset(map(str, range(2, 19))) | AGE_WORDS
_YEARS = frozenset(_STAGE[3:-1].split("|"))
_ROWS = (
    sought(_IS_OLD, " er ", " e ", " blir ", " fyller "),
    sought(_BETWEEN, ", "),
)
_STAGES = ("rste", "andre", "tredje", "jerde", "femte", "ette", "ende", "ande")


@needing(A_DIGIT | Word.NUMBER)
def find_told_in_haste(document: Document) -> Iterator[Hit]:
    """Yield such ages and school years."""
    if not document.words.isdisjoint(_AGES):
        yield from _ages(document)
    if not document.words.isdisjoint(_YEARS):
        yield from _stages(document)


def _ages(document: Document) -> Iterator[Hit]:
    text = document.text
    for match in document.scan(_OLD_ON, " på "):
        if document.flags_of(match[2]) & Word.VERB or match[2] in _DOES:
            yield told_age(text, *match.span(1))
    for match in document.scan_each(*_ROWS):
        yield told_age(text, *match.span(1))


def _stages(document: Document) -> Iterator[Hit]:
    """Yield the year of one child or of somebody by name: "hanj på sjette hi vorte", "ho selma i fjerde har"."""
    for match in document.scan(_ON_A_STAGE, *_STAGES):
        rest = match["rest"].strip()
        goes_on = not rest.isalpha() or rest in _DOES or document.flags_of(rest) & Word.VERB
        who = document.lower[max(0, match.start() - _LONGEST) : match.start()].split(" ")[-1]
        if goes_on and ((who in _ONE and rest.isalpha()) or _is_named(document, who)):
            yield _stage(document, *match.span("stage"))
    for match in document.scan(_ALONE_IN, *_STAGES):
        yield _stage(document, *match.span(1))


def _is_named(document: Document, word: str) -> bool:
    flags = document.flags_of(word)
    return (bool(flags & Word.FIRST) and not flags & (Word.MONTH | Word.FUNCTION | Word.VERB)) or word == "dag"


def _stage(document: Document, start: int, end: int) -> Hit:
    return quasi(start, end, "trinn", whys.GRADE, 0.7, coarse_grade(document.text[start:end]))
