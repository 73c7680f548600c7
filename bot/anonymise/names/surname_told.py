"""Finds surnames in small letters, also those that are words, where somebody is phoned or written to, and where it is
told what somebody was called before: "ringer bakken i dag", "het nilsen da hun gikk her, lund da hun fikk barn".
Knows phrases, no names.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_of, sought
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_GOES_ON = (
    r"(?=$|[.,;:!?)\n]| (?:i|på) (?:dag|går|morgen|morges|kveld|ettermiddag|formiddag|skolen|sfo|bup|ppt)\b"
    r"| (?:før|etter|når|om|at|kl|nå|no|og (?:be|spør|si|hør|forklar|sjekk)|så|igjen|først|mandag|tirsdag|onsdag|"
    r"torsdag|"
    r"fredag|for å|eller (?:skal|kan|vil))\b)"
)
_IN_TOUCH = re.compile(
    r"\b(?:ring|ringe|ringer|ringte|ringt|ringjer|ringde|kontakt|kontakte|kontakter|kontaktet|kontakta)"
    rf"(?: (?:til|te|opp))? ([a-zæøå]{{3,16}}){_GOES_ON}"
    r"|\b(?:skriv|skrive|skriver|skrev|skreiv|mail|maile|sendt|sende|sender|send|melding|sms|brev|svar|svart|"
    r"beskjed|gitt "
    r"beskjed|hørt noe|høyrt noko|hørt|høyrt|snakka|snakket|snakke|snakker|prata|pratet|prate|avtalt|avtale|avtaler) "
    rf"(?:til|te|fra|frå|med|m|me) ([a-zæøå]{{3,16}}){_GOES_ON}"
    rf"|\b(?:leier|leiger|lånt|kjøpt|leid)(?: \w+)? av ([a-zæøå]{{3,16}})(?=$|[.,;!?\n])"
)
"""A surname where somebody is phoned, written to or heard from."""
_CALLED_BEFORE = re.compile(
    r"\b(?:het|hette|heitte|heitte|heter|heiter) [a-zæøå\-]{2,20}(?: [a-zæøå\-]{2,20}){0,2} (?:da|før|då|"
    r"fram til|frem til|"
    r"til) ([^.!?\n]{3,140})"
)
_AFTER_A_TIME = words(", og nå no så deretter siden sidan etterpå")
"""What stands before the next surname of somebody who has had several."""
_BARRED = (
    *(Word.FUNCTION, Word.VERB, Word.KIN, Word.STAFF, Word.CHILD, Word.SAFE, Word.NUMBER, Word.MONTH, Word.OCCUPATION),
)
_NO_SURNAME = sum(_BARRED)
_NO_PERSON = words(
    "nissen nord sør sommer ring rom kilde side land kraft runde log vold skole skolen hus by vakt vakten heim "
    "hjem hage lege bolig bank post kirke gård gard dal"
)
_WHY = "Et etternavn som også er et vanlig ord, der bare en person kan stå."
_ROWS = (
    sought(_IN_TOUCH, "ring", "kontakt", "skriv", "skrev", "skreiv", "mail", "send", "meld", "sms", "brev", "svar"),
    sought(_IN_TOUCH, "beskjed", "hørt", "høyrt", "snakk", "prat", "avtal", " av "),
)
_BEFORE = sought(_CALLED_BEFORE, "het", "heitte", "heiter")


@needing(_ROWS[0].needs | _ROWS[1].needs | _BEFORE.needs | needs_of("het "))
def find_told_surnames(document: Document) -> Iterator[Hit]:
    """Yield such surnames."""
    if not document.flags & Word.SURNAME or document.is_english:
        return
    for match in document.scan(_IN_TOUCH):
        group = match.lastindex or 1
        if _may_be_a_surname(document, match.group(group)):
            yield _hit(*match.span(group))
    for match in document.scan_each(_BEFORE):
        yield from _called_since(document, *match.span(1))


def _called_since(document: Document, start: int, end: int) -> Iterator[Hit]:
    """Yield the surnames behind a comma or "nå", and what goes on with one: "nå nilsen lund"."""
    is_named = False
    for at, token in enumerate(document.tokens):
        if not start <= token.start < end:
            continue
        before = document.before(at)
        leads = is_named or (before is not None and before.lower in _AFTER_A_TIME)
        is_named = leads and token.is_word and _may_be_a_surname(document, token.lower)
        if is_named and token.text == token.lower:
            yield _hit(token.start, token.end)


def _may_be_a_surname(document: Document, word: str) -> bool:
    flags = document.flags_of(word)
    return bool(flags & Word.SURNAME) and not flags & _NO_SURNAME and word not in _NO_PERSON


def _hit(start: int, end: int) -> Hit:
    return direct(start, end, "navn", _WHY, 0.65, "[en person]")
