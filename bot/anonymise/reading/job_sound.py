"""Tells whether a word sounds like a job where a parent's job is told: "mor er kraftmontør". Knows endings, no jobs."""

from bot.anonymise.reading.close_adult import CHILD_OF
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

LINKS = words("er e var va som , ( av til te vært vore vorre blir ble begge kjører kjørte og både jobber jobbe ansatt")
_FILLERS = words(
    "en ein ei et nå no også selv sjøl ny både utdannet tidligere kommunal kommunens lokal "
    "ikke ikkje itj lokale daglig eneste skolens dessuten jo pensjonert nyutdannet autorisert ansatt fast"
)
_DESCRIBED = 2
_ADJECTIVE_ENDS = ("t", "ig", "sk", "ell", "al", "ende")
_JOB_ENDS = tuple(
    words(
        "arbeider arbeidar sjef mann kvinne leder leiar lærer lærar lege tekniker ingeniør konsulent dame "
        "fører førar guide kelner oppdretter oppdrettar vokter pusser renholder reinhaldar kaptein kapper hogger "
        "sjåfør montør eier eigar pleier pleiar terapeut selger mester forsker inspektør operatør "
        "medarbeider direktør assistent vakt agent handler bygger dyrker jeger trener instruktør designer "
        "utvikler rådgiver koordinator ansatt betjent offiser lektor student stipendiat ist graf log nom tør "
        "søster bonde smed spiller spelar utøver utøvar artist kunstner musiker arbeidsleder sanger "
        "fisker maker røkter reder forvalter gjeter dykker borer blåser hjelp vert vertinne skipper matros pilot "
        "fanger fangar vaktar kjører køyrar erinne olog temmer temjar kjemper produsent gartner "
        "reparatør dirigent klovn magiker"
    )
)
_HOW_SOMEBODY_IS = words(
    "trist dødstrist bortreist utreist avreist oppreist sist tør innom gjennom igjennom utenom innlevert levert "
    "introvert observert reservert ekstrovert egoist optimist pessimist idealist realist rasist sadist sexist "
    "narsissist perfeksjonist feminist ateist alkoholist humanist kommunist mann ektemann samboer nordmann sjølhjelp "
    "selvhjelp hjelp bror søster stesøster småsøster"
)
"""What ends like a job and is none: "mor er trist"."""
JOB_TAILS = frozenset(ending[-3:] for ending in _JOB_ENDS)
"""The last three letters of each: asked first, as most words fail it."""
OF = frozenset(["av", "til", "te"])
ARTICLE_ENDS = "nt"
"""What a job ends in when it has its article: "datter av kommuneoverlegen"."""


def sounds_like_a_job(document: Document, at: int) -> bool:
    """Tell whether a word right after "mor er" ends like a job: -arbeider, -sjef, -mann."""
    token, verb, who = document.tokens[at], document.before(at), document.before(at, 2)
    if verb is not None and verb.lower in OF and _is_a_childs_parent(document, at):
        return True
    if (
        verb is None
        or who is None
        or token.lower[-3:] not in JOB_TAILS
        or (token.flags & Word.VERB and verb.lower not in ("er", "var"))
        or token.lower in document.vocabulary.classes["arbeidsverb"]
        or not token.lower.endswith(_JOB_ENDS)
        or token.lower in _HOW_SOMEBODY_IS
    ):
        return False
    if verb.text == ":" and who.flags & Word.KIN:
        return True
    step = 1
    while step <= _DESCRIBED and verb is not None and describes(document, verb):
        step += 1
        verb, who = document.before(at, step), document.before(at, step + 1)
    if verb is None or who is None or verb.lower not in ("er", "e", "var", "va", "blir", "som"):
        return False
    return bool(who.flags & Word.KIN) or (
        verb.lower == "som" and who.lower in document.vocabulary.classes["arbeidsverb"]
    )


def describes(document: Document, token: Token) -> bool:
    """Tell whether the word only describes the job: "kjent ishockeyspiller", "pensjonert flygeleder"."""
    if token.lower in LINKS:
        return False
    return token.lower in _FILLERS or (token.lower.endswith(_ADJECTIVE_ENDS) and document.is_known(token.lower))


def _is_a_childs_parent(document: Document, at: int) -> bool:
    """Tell whether a definite word that ends like a job follows "datter av": "kommuneoverlegen"."""
    link, child = document.before(at), document.before(at, 2)
    if link is None or child is None or link.lower not in OF or child.lower not in CHILD_OF:
        return False
    lower = document.tokens[at].lower
    return any(lower.endswith(ending) and lower[: -len(ending)].endswith(_JOB_ENDS) for ending in ("en", "n", "et"))
