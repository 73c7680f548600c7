"""Tells whether a name is one of a row of figures, books, games or values, or the first half of a thing's name: "Harry
Potter, Matilda og Ronja", "Rose, Lilje og Fiol", "Nora-samtaler". `work_told` asks instead of stopping.

What shows it is the company: one of the row everybody has heard of, or one that is a word and nobody's name. A child's
own name needs better company: a whole known name, for children are called "Messi" and "Mirabel" too. Knows phrases, no
names.
"""

import re

from bot.anonymise.asking.known_people import SOLD, is_listed
from bot.anonymise.finding import Hit
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.name_search import TOLD_BY_TAILS
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_ITEM = r"[«\"“]?[A-ZÆØÅ][\wæøåéèüö.\-]*(?: [A-ZÆØÅ][\wæøåéèüö.\-]*){0,2}[»\"”]?"
_TIE = r"(?:, (?:og |eller |å )?| og | å | eller | / |/| & )"
_BEHIND = re.compile(rf"[»\"”]?(?:{_TIE}{_ITEM}){{1,5}}")
_BEFORE = re.compile(rf"(?:{_ITEM}{_TIE}){{1,5}}[«\"“]?$")
_SPLIT = re.compile(_TIE)
_TWO = re.compile(rf"{_ITEM}(?:, | / |/){_ITEM}")
_WORDS = re.compile(r"[\w\-]+")
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
TOWARDS = re.compile(
    r"\b(?:til|te|åt|hos|med|mellom|fra|frå|mot|for|gjelder|gjeld|heter|heiter|kalt|kalles|kaller \w+|ringte|"
    r"hentet|henta|"
    r"møtte|traff|slo|sparket|dyttet) $",
    re.IGNORECASE,
)
"""What leads to somebody of the case."""
_LISTED = Word.FIRST | Word.SURNAME | Word.AMBIGUOUS
_COMPOUND = re.compile(r"([A-ZÆØÅ]?[a-zæøå]{2,15})-([a-zæøå]{4,24})")
_GREETINGS = words("hei heisann hallo kjære takk hilsen helsing beste god morn hadde hade ja nei jo men så og")


def is_in_a_row(document: Document, hit: Hit) -> bool:
    """Tell whether one of the row is known to all, or is a word that names nobody, and none does what people do."""
    text = document.text
    is_tied = text.startswith(_TIES_BEHIND, hit.end) or text.endswith(_TIES_BEFORE, 0, hit.start)
    if not is_tied or not text[hit.start].isupper() or document.is_english:
        return False
    head = text[max(0, hit.start - _REACH) : hit.start]
    before, behind = _BEFORE.search(head), _BEHIND.match(text, hit.end)
    start = hit.start - (len(before.group()) if before else 0)
    end = behind.end() if behind else hit.end
    if (before is None and behind is None) or _is_of_people(document, start, end):
        return False
    named = text[hit.start : hit.end]
    others = [one.strip('«»"“”') for one in _SPLIT.split(text[start:end]) if one and named not in one]
    if known := [one for one in others if is_listed(document, one.lower())]:
        return not _is_a_given_name(document, named) or any(" " in one for one in known)
    if " " in named or not _is_a_word(document, named) or _is_a_label(text[start:end]):
        return False
    is_of_children = any(_is_a_given_name(document, one) for one in others)  # "Linnea, Torden og Eik"
    return not is_of_children and any(_names_nobody(document, one) for one in (named, *others))


def _is_a_given_name(document: Document, named: str) -> bool:
    """Tell whether a given name that is no ordinary word is among the words: "Kari", "Haaland, Kari"."""
    flags = [document.flags_of(word) for word in _WORDS.findall(named)]
    return any(one & Word.FIRST and not one & Word.ORDINARY for one in flags)


def _is_a_word(document: Document, named: str) -> bool:
    """Tell whether the word is an ordinary one: a name that no list holds, "Yosiab", is none."""
    flags = document.flags_of(named)
    return bool(flags & Word.ORDINARY) or (not flags & _LISTED and document.is_known(named.lower()))


def _is_a_label(row: str) -> bool:
    """Tell whether a note says what it is about and then of whom: "Fravær / Storm", "Referat, Sol"."""
    return _TWO.fullmatch(row) is not None


def _is_of_people(document: Document, start: int, end: int) -> bool:
    """Tell whether a role stands before the row, something leads to somebody, or the row does what people do."""
    text = document.text
    head = text[max(0, start - _REACH) : start]
    led = _LED_BY.search(head)
    if led is not None and document.flags_of(led.group(1)) & _PERSONS:
        return True
    if TOWARDS.search(head):
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
    """Tell whether a given name and a hyphen stand before what is made and sold, or a method: "Elsa-koppen". What a
    case is told of by, "Amira-utredningen", "Emma-fraværet", is none.
    """
    match = None if document.is_english else _COMPOUND.fullmatch(document.text, hit.start, hit.end)
    if match is None or match.group(1).lower() in document.words:
        return False
    return match.group(2) in (TOLD_BY_TAILS if match.group(1).islower() else _THINGS)


_THINGS = (SOLD - words("fest festen bursdag bursdagen")) | TOLD_BY_TAILS
_THINGS |= words(
    "kopp koppen koppene krus kruset flaske flaska flasken matboks matboksen tallerken tallerkenen dukke dukka dukken "
    "dukker dukkene kjole kjolen jakke jakka jakken bukse buksa buksen sko skoene støvler støvlene t-skjorte t-skjorta "
    "t-skjorten pysj pysjen teppe teppet pute puta puten sengetøy sengetøyet ryggsekk ryggsekken veske veska vesken "
    "puslespill puslespillet klistremerke klistremerker klistremerkene leke leken leker lekene bamse bamsen ballong "
    "ballonger kake kaka kaken eventyr eventyret samtaler metode metoden modell modellen program programmet "
    "kurs kurset app appen skala skalaen bolle boller bollene suppe suppa suppen vafler vaflene grøt grøten gryte "
    "gryta brød brødet spel spelet spill spillet"
)
