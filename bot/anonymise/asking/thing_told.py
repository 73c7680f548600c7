"""Tells whether a word that stands as a name is a thing by what stands before it: what is bought or smeared on, what
has an article, where somebody plays and when. Knows phrases, no names; `said_of_things` asks instead of stopping.
"""

import re

from bot.anonymise.asking.known_people import does_as_people_do
from bot.anonymise.finding import Hit
from bot.anonymise.reading.document import Document
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_REACH = 50
_BOUGHT = re.compile(
    r"\b(?:merke|merket|merka|typen|slaget|"
    r"(?:kjøper|kjøpe|kjøpt|kjøpte|kjøper inn|bestilt|bestille|bestiller|selger|selge|solgt|solgte)"
    r"(?: (?:ikke|ikkje|seg|mer|noe|alltid|bare|også|dem|den|det)){0,2}|"
    r"(?:smøre|smører|smurt|smurte|vaske|vasker|vasket|vaska|behandle|behandler|behandlet|behandla|behandles|rense|renset)"
    r"(?: (?:seg|ham|henne|håret|hendene|barnet|såret))? med) $",
    re.IGNORECASE,
)
"""What is done with what is sold: "kjøper ikke Hedrin", "av merket Skruf", "smurt med"."""
_USES = re.compile(
    r"\b(?:eleven|elevene|barnet|barna|gutten|guten|jenta|ungen|klassen) "
    r"(?:bruker|brukar|brukte|bruke) (?:ikke |ikkje |også |mye |daglig )?(?:[a-zæøå]+ og )?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:en|ei|et|ein|eit) (?:ny |nye |gammel |egen |rød |liten |stor |billig |slik |sånn )?$")
"""What Norwegian puts before things and seldom before a name: "har en Fitbit"."""
_NAMES = re.compile(
    r"\b(?:heter|som|kalt|ved navn|elev|gutt|jente|lærer|barn|unge|mann|dame|fyr) (?:\w+ )?$", re.IGNORECASE
)
_PLACE = re.compile(
    r"\b(?:i|ved|på|bak|langs|rundt|gjennom|nedi|oppi|utpå|inni|uti|innafor|utafor|utenfor|under|over|mot) $",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b(?:i|før|førr|etter|til|over|mot|hver|kvar|siden|sidan|rundt|om|fram til) $", re.IGNORECASE)
_TIMES = words("jul jula julen påske påska påsken pinse høst høsten haust hausten vinter vinteren")
_AT_SOMEBODY = re.compile(
    r"\b(?:slo|slår|slått|spytt|klyp|kløp|klor|klort|bit|bet|beit|dytt|spark|tak|tok|ta|tar|hold|holdt|rop|skrik|skrek|pek|"
    r"mas|sint|sur|sinna|glad|forelsk|redd|bekymr|vold|tulla|tenk|hør|snakk|ringt|lugg|klem|kyss|stol)\w*"
    r"(?: \w+){0,2} (?:i|på|ved|mot|over|under|rundt|bak) $",
    re.IGNORECASE,
)
"""What is done to, or felt for, somebody behind the same small words: "klorte i Haugen"."""
_DEFINITE = ("en", "et", "a", "ene", "ane")
_MANY = ("er", "ene", "ane", "erne")
_CAPITAL_BESIDE = re.compile(r" ?[A-ZÆØÅ]")
_PERSON_AFTER = re.compile(
    r"s\b|,? som\b|,? (?:han|hun|ho|mor|far|mora|faren)\b| (?:sin|si|sitt)\b| ?\(| på \d| i \d| \d|"
    r" (?:og|å) [A-ZÆØÅ][a-zæøå]"
)
_SHORTEST = 4
_MARKS = frozenset("«(\"“”'")
"""Before a nickname: "Kristoffer («Stoffer»)"."""


def is_told_as_a_thing(document: Document, hit: Hit) -> bool:
    """Tell whether what stands before the word shows a thing, a place or a time, and nothing shows a person."""
    text = document.text
    word = text[hit.start : hit.end]
    if (
        text[max(0, hit.start - 1) : hit.start] in _MARKS
        or " " in word
        or not word[0].isupper()
        or word.isupper()
        or _PERSON_AFTER.match(text, hit.end)
    ):
        return False
    if does_as_people_do(document, hit) or _CAPITAL_BESIDE.match(text, hit.end):
        return False
    head, flags = text[max(0, hit.start - _REACH) : hit.start], document.flags_of(word)
    if not flags & (Word.FIRST | Word.SURNAME | Word.AMBIGUOUS):
        return _is_a_thing(document, word.lower(), head)
    return not flags & Word.FIRST and _is_a_place_or_a_time(document, word.lower(), head)


def _is_a_thing(document: Document, lower: str, head: str) -> bool:
    if _BOUGHT.search(head) or _USES.search(head) or (_ARTICLE.search(head) and not _NAMES.search(head)):
        return True
    return _is_many(document, lower)


def _is_many(document: Document, lower: str) -> bool:
    """Tell whether the word is an ordinary one in the plural: "Kalorier", "Mandager", "Skinner"."""
    knows = document.lexicon.is_headword
    stems = [lower[: -len(end)] for end in _MANY if lower.endswith(end) and len(lower) - len(end) >= _SHORTEST]
    return document.is_known(lower) and any(knows(stem) or knows(stem + "e") for stem in stems)


def _is_a_place_or_a_time(document: Document, lower: str, head: str) -> bool:
    """Tell whether a word that is a surname or an ordinary word stands where one plays, or when: "ved Gjerdet"."""
    if lower in _TIMES:
        return _TIME.search(head) is not None
    if not lower.endswith(_DEFINITE) or not document.is_known(lower):
        return False
    return _PLACE.search(head) is not None and _AT_SOMEBODY.search(head) is None
