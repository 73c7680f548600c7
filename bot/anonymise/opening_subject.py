"""Asks about a word first in a sentence that does what people do: "Solstråle vil ikke hjem", "Tindra har grått".

Norwegian puts an article before a thing that can be counted, so an ordinary word that stands bare there may be a name.
Knows verbs, no names.
"""

import re
from collections.abc import Iterator

from bot.anonymise.chat_slot import ADVERBS, HUMAN_DOING, MASS
from bot.anonymise.document import Document, Token
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

_MODALS = words(
    "vil skal kan må bør får kunne skulle ville måtte fikk tør orker klarer nekter pleier greier begynte begynner"
)
_HOME = words("hjem heim inn ut hit")
_WITH = words("være vere bli")
_STOPPED = words("sluttet slutta begynt byrja blitt vært fått")
_BE = words("er e var blir ble")
_STATES = words(
    "redd ræd sint lei trist syk sjuk sliten trøtt sulten urolig uroleg ensom einsam utslitt sjenert stille flau "
    "såra skamfull lei_seg forelska gravid innlagt borte fraværende"
)
_NOBODY = words(
    "det den dette denne de dem dei dæm han hun ho hu hen hain hainn hannj vi jeg eg æ man en ein et ei du noen "
    "nokon alle mange begge folk"
)
_IN_NOTES = words(
    "kvinne dame hund katt klasse ansatt fadder person skole barnehage overgriper innringer familie folk voksne"
)
"""Who acts without an article where somebody writes briefly."""
_ENDS_OF_FORMS = ("ene", "ane", "en", "et", "er", "ar", "a", "e", "s", "t")
_LIKE_A_NAME = re.compile(r"(?:[aeiouyæøå]i|[bdfgklmnpstv]r)a$")
"""How hardly any noun ends with its article, and many girls' names do: "Skaia", "Tindra"."""
_HAS = words(
    "blåmerker blåmerke feber mareritt angst vondt bursdag adhd autisme spiseforstyrrelse dysleksi "
    "selvmordstanker venner lus eksem astma kjæreste skift hjemlengsel"
)
_COMES = words("kommer kom kjem kjæm går gikk gjekk")
_COMING = words("ikke ikkje alltid ofte sjelden uten utan for til hjem heim sent sint gråtende sliten")
_VERBS = _MODALS | _BE | _COMES | words("har hadde")
_SHORTEST = 3
_NO_SUBJECTS = Word.KIN | Word.CHILD | Word.STAFF | Word.SAFE | Word.FUNCTION | Word.NUMBER | Word.OCCUPATION
_HUMAN = HUMAN_DOING - words("hjelpe hjulpet åpne dele bytte møte ordne fikse dekke følge vente time fri feber gruppa")


def opening_subjects(document: Document) -> Iterator[int]:
    """Yield the positions of such words. The rules for names have seen them and left them."""
    for at, token in enumerate(document.tokens):
        if token.opens_sentence and token.has_capital and _acts(document, at) and _may_be_called(document, token):
            yield at


def _may_be_called(document: Document, token: Token) -> bool:
    """Tell whether the word is no role, place or form of a noun with an article ("Gruppa", "Planen")."""
    lower = token.lower
    if not token.text.isalpha() or token.is_caps or len(lower) < _SHORTEST or token.flags & (_NO_SUBJECTS | Word.VERB):
        return False
    if lower in document.places.single or lower in MASS:
        return False
    is_headword = document.lexicon.is_headword
    if not is_headword(lower):
        return bool(_LIKE_A_NAME.search(lower)) or not document.is_known(lower)
    return lower not in _IN_NOTES and not any(
        lower.endswith(end)
        and (is_headword(stem := lower.removesuffix(end)) or (end != "e" and is_headword(stem + "e")))
        for end in _ENDS_OF_FORMS
    )


def _acts(document: Document, at: int) -> bool:
    """Tell whether a person's verb comes next and no other subject behind it ("Plutselig slår han")."""
    verb, doing = document.after(at), document.after(at, 2)
    if verb is None or verb.opens_sentence:
        return False
    if verb.lower not in _VERBS and verb.lower not in document.vocabulary.classes["menneskeverb"]:
        return False
    step = 2
    while doing is not None and doing.lower in ADVERBS and step < len(ADVERBS):
        step += 1
        doing = document.after(at, step)
    if doing is None or doing.opens_sentence:
        return verb.lower in document.vocabulary.classes["menneskeverb"]
    if doing.lower in _NOBODY or doing.has_capital or doing.flags & (Word.KIN | Word.CHILD | Word.STAFF):
        return False
    return _says_a_person(document, verb, doing, document.after(at, step + 1)) or _comes(document, at)


def _comes(document: Document, at: int) -> bool:
    """Tell whether a word that is no headword comes or goes as people do: "Tindra kommer uten matpakke"."""
    verb, how = document.tokens[at + 1], document.tokens[at + 2]
    is_coming = verb.lower in _COMES and how.lower in _COMING
    return is_coming and not document.lexicon.is_headword(document.tokens[at].lower)


def _says_a_person(document: Document, verb: Token, doing: Token, then: Token | None) -> bool:
    """Tell whether "vil hjem", "har grått", "har sluttet å spise", "er redd" or "gråter mye" is said."""
    classes = document.vocabulary.classes
    if verb.lower in _MODALS:
        is_with = doing.lower in _WITH and then is not None and then.lower in ("med", "sammen", "alene", "hjemme")
        return doing.lower in _HUMAN or doing.lower in _HOME or is_with
    if verb.lower in ("har", "hadde"):
        is_doing = doing.lower in _STOPPED and then is not None and then.lower == "å"
        return is_doing or doing.lower in classes["har_gjort"] or doing.lower in _HAS
    return doing.lower in _STATES if verb.lower in _BE else verb.lower in classes["menneskeverb"]
