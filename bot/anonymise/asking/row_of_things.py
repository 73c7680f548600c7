"""Tells whether a name is one of a row of figures, books, games or values, or the first half of a thing's name: "Harry
Potter, Matilda og Ronja", "Rose, Lilje og Fiol", "Nora-samtaler". `work_told` asks instead of stopping.

What shows it is the company: one of the row everybody has heard of, or one that is a word and nobody's name. Knows
phrases, no names.
"""

import re

from bot.anonymise.asking.known_people import is_listed
from bot.anonymise.finding import Hit
from bot.anonymise.reading.document import Document
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_ITEM = r"[«\"“]?[A-ZÆØÅ][\wæøåéèüö.\-]*(?: [A-ZÆØÅ][\wæøåéèüö.\-]*){0,2}[»\"”]?"
_TIE = r"(?:, (?:og |eller |å )?| og | å | eller | / |/| & )"
_BEHIND = re.compile(rf"[»\"”]?(?:{_TIE}{_ITEM}){{1,5}}")
_BEFORE = re.compile(rf"(?:{_ITEM}{_TIE}){{1,5}}[«\"“]?$")
_SPLIT = re.compile(_TIE)
_TIES_BEHIND = (", ", " og ", " å ", " eller ", " / ", "/", " & ", "»", "”", '"')
_TIES_BEFORE = (", ", " og ", " å ", " eller ", "/", "/ ", " & ", "«", "“", '"')
"""What stands beside every word of a row: asked first, for the patterns take longer."""
_REACH = 90
_PERSONS = Word.KIN | Word.CHILD | Word.STAFF | Word.OCCUPATION
_LED_BY = re.compile(r"([\w\-]+)[:,]? [«\"“]?$")
_PEOPLE_ARE = re.compile(
    r" (?:er|e|var|va|har|ha|hadde|ble|blir|kom|kommer|kjem|vil|må|får|fikk|går|gikk|skal|sitter|satt|trenger|begynte|"
    r"sluttet|slutta|løp|bor|bur|i \d|på \d|fra \d|\d|\()"
)
_OF_WORK = re.compile(
    r" (?:er|e|blir|var|skal være|som) (?:tema|temaet|bøkene|verdiene|figurer|figurene|spill|årets|bare)\b"
)
_TOWARDS = re.compile(
    r"\b(?:til|te|åt|hos|med|mellom|fra|frå|mot|for|gjelder|gjeld|heter|heiter|kalt|kalles|kaller \w+|ringte|"
    r"hentet|henta|"
    r"møtte|traff|slo|sparket|dyttet) $",
    re.IGNORECASE,
)
"""What leads to somebody of the case."""
_LISTED = Word.FIRST | Word.SURNAME | Word.AMBIGUOUS
_COMPOUND = re.compile(r"([A-ZÆØÅ][a-zæøå]{2,15})-([a-zæøå]{4,24})")
_GREETINGS = words("hei heisann hallo kjære takk hilsen helsing beste god morn hadde hade ja nei jo men så og")


def is_in_a_row(document: Document, hit: Hit) -> bool:
    """Tell whether one of the row is known to all, or is a word that names nobody, and none does what people do."""
    text = document.text
    is_tied = text.startswith(_TIES_BEHIND, hit.end) or text.endswith(_TIES_BEFORE, 0, hit.start)
    if not is_tied or not text[hit.start].isupper() or document.is_english:
        return False
    head = text[max(0, hit.start - _REACH) : hit.start]
    before, behind = _BEFORE.search(head), _BEHIND.match(text, hit.end)
    if before is None and behind is None:
        return False
    start = hit.start - (len(before.group()) if before else 0)
    end = behind.end() if behind else hit.end
    if _is_of_people(document, start, end):
        return False
    named = text[hit.start : hit.end]
    others = [one.strip('«»"“”') for one in _SPLIT.split(text[start:end]) if one and named not in one]
    if any(is_listed(document, one.lower()) for one in others):
        return True
    is_a_word = bool(document.flags_of(named) & Word.ORDINARY) or not document.flags_of(named) & _LISTED
    return is_a_word and " " not in named and any(_names_nobody(document, one) for one in (named, *others))


def _is_of_people(document: Document, start: int, end: int) -> bool:
    """Tell whether a role stands before the row, something leads to somebody, or the row does what people do."""
    text = document.text
    head = text[max(0, start - _REACH) : start]
    led = _LED_BY.search(head)
    if led is not None and document.flags_of(led.group(1)) & _PERSONS:
        return True
    if _TOWARDS.search(head):
        return True
    follow = re.match(r" ([a-zæøå]+)", text[end : end + 20])
    if follow is not None and follow.group(1) in document.vocabulary.classes["menneskeverb"]:
        return True
    return _PEOPLE_ARE.match(text, end) is not None and _OF_WORK.match(text, end) is None


def _names_nobody(document: Document, word: str) -> bool:
    """Tell whether a word of the row is a headword that no list has as a name: "Fiol", "Trygghet"."""
    lower = word.lower()
    if (
        " " in word
        or word.isupper()
        or lower in _GREETINGS
        or document.flags_of(lower) & (_LISTED | _PERSONS | Word.FUNCTION | Word.VERB)
    ):
        return False
    return document.lexicon.is_headword(lower)


def names_a_thing(document: Document, hit: Hit) -> bool:
    """Tell whether a given name and a hyphen stand before a thing that families do not have: "Elsa-koppen"."""
    match = None if document.is_english else _COMPOUND.fullmatch(document.text, hit.start, hit.end)
    if match is None:
        return False
    head, tail = match.group(1).lower(), match.group(2)
    theirs = document.vocabulary.classes["det_en_familie_har"]
    flags = document.flags_of(tail)
    if tail in theirs or flags & (_PERSONS | Word.FIRST | Word.SURNAME) or tail.endswith(_OF_ONE):
        return False
    return head not in document.words and document.is_known(tail)


_OF_ONE = tuple(
    words(
        "saken saka sak møtet møte mappa mappen samtalen samtale planen notatet rapporten gjengen familien foreldrene "
        "gutten guten jenta ungen mora moren faren vakta vakten gruppa klassen søsknene brødrene tvillingene effekten "
        "huset gården garden rommet koret banen"
    )
)
"""What a case, a child or a family is told of by."""
