"""Finds who signs a text: "Hva gjør vi? Storm", "Liv, helsestasjonen", "hilsen geir o", "hilsen kn på kontoret"."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import SENDER, Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.english_words import is_english_word
from bot.anonymise.reading.needs import ANYTHING, needs_of
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_TAIL = 80
"""Characters at the end of a text in which somebody signs."""
_ENDS = re.compile(r"\n\s*\n")
"""Where a text ends, beside the end itself: the fields of a form are read as one, with an empty line between them."""
_LAST_SENTENCE = re.compile(
    r"[.!?)\n](?:(?<=\n)|(?<!\n)[ \n]+)[–\-/ ]{0,3}"
    r"([A-ZÆØÅ][\w'’\-]{1,20})((?:,? ?[\w.\-]+(?: [\w.\-]+){0,3})?)[.!,]?\s*$"
)
"""One word with a capital as the last sentence, or with the place somebody writes from."""
_LINE_OF_ONE = re.compile(r"(?:^|\n)[–\-•* ]{0,3}([A-ZÆØÅ][\w'’\-]{1,20})[.,]?$")
"""One word with a capital on the line before: a name there makes a list of names, which nobody signs."""
_ALONE = re.compile(r"\n\s*\n[–\-/ ]{0,3}([A-ZÆØÅ][\w'’\-]{1,20})[.!]?\s*$")
_GREETED = re.compile(
    r"(?:^|[ \n.,!?])(?:hilsen|helsing|hils|mvh|vh)[ ,:\n]{1,3}([a-zæøå]{2,20} [a-zæøå])(?=[.!]?\s*$|,| på | ved | i )",
    re.IGNORECASE,
)
"""A name and an initial: "hilsen geir o"."""
_TWO_LETTERS = re.compile(
    r"(?:^|[ \n.,!?])(?:hilsen|helsing|mvh|vh)[ ,:\n]{1,3}([a-zæøå]{1,2})(?=[.!]?\s*$|,| på | ved | i )", re.IGNORECASE
)
"""One or two letters that are no word: "mvh tl, sfo", "hilsen t"."""
_STROKE = re.compile(r"(?:^|[\n.!?)])[ \n]*/ ?([a-zæøå]{2,4})[.!]?\s*$")
"""Letters after a stroke, last of all: "Ring tilbake i morgen. /sbl"."""
_LETTER = re.compile(r"\n[–\-/ ]{0,3}([A-ZÆØÅ])\.?\s*$")
"""One capital alone on the last line of a text that greets somebody."""
_HELLO = re.compile(r"(?:^|\n)(?:hei|heisann|hallo|kjære|god (?:dag|morgen|kveld))\b", re.IGNORECASE)
_WRITTEN_BY = re.compile(
    r"(?:^|[\n.!?(] ?)(?:signert|sign|ført av|skrevet av|notert av|referent|ref)[.:]{0,2} "
    r"([a-zæøå]{2,4})(?:/([a-zæøå]{2,4}))?(?=[.,;)\n]|$)",
    re.IGNORECASE,
)
"""Letters after who wrote it, anywhere: "Signert: hm/elb"."""
_ROLE_AND_LETTERS = re.compile(r"(?:^|[\n.!?] ?)([A-ZÆØÅa-zæøå]{4,25}) ([A-ZÆØÅ]{2})[.!]?\s*$")
"""A role and two letters, last of all: "Kontaktlærer KM"."""
_SIGNED_UNDER = re.compile(
    r"\b(?:skrev|skreiv|skriv|skriver|skrevet|skrive) under (?:som|såmm|med|me) "
    r"((?:[a-zæøå]\.? ){1,2}[a-zæøå\-]{4,25})(?![\wæøå])(?! (?:seg|sæ|til|for|på at))",
    re.IGNORECASE,
)
"""Letters and a surname, as somebody signs: "skrev under som p. a. gråbrekk"."""
_ENGLISH_GREETED = re.compile(
    r"\b(?i:regards|wishes|sincerely|faithfully|best|thanks|thank you|cheers|yours|greetings)[,.!]?[ \n]{1,3}"
    r"([A-ZÆØÅ][\w'’\-]{1,20}(?: [A-ZÆØÅ][\w'’.\-]{0,20}){0,3})(?=[.!]?\s*$|,)"
)
"""What stands after an English sign-off: "Kind regards, Even Moe", "Best, Will"."""
_NO_SIGNATURE = words(
    "takk tusen hei hilsen mvh vh beste vennlig help thanks thank please hjelp haster obs nb ps ja nei ok okei kanskje "
    "svar ring mer supert fint bra greit stress urgent hello hi sorry skole barnehage råd tips spørsmål mor far "
    "regards sincerely best team everyone all eh oh ah ai oi au hæ jess plis sukk"
)
_LETTERS_THAT_ARE_WORDS = words(
    "du vi de me ho jo ja no nå av på om en ei et to dg oss in it hr ok mor far dato navn dag uke år mnd stk "
    "sfo ppt bup nav bhg her meg alle ped lege papp mamm tolk i å e æ a s"
)
_ABBREVIATION = re.compile(
    r"(?<![\w])(?:[a-zæøå]|d\.?v\.?s|f\.? ?eks|eks|bl\.? ?a|m\.? ?fl|ca|dr|fr|hr|nr|kl|tlf|inkl|ekskl|vedr|ang|"
    r"iflg|ev|evt|jf|jfr|pga|ift|iht|mtp|spes|str|obs|st|prof|ass|avd|kons|konst|i\.e|e\.g|mr|mrs|ms)\.$"
)
_IS = words("er e har var ble blir skal vil må kan sa sier drikker slår")
_OFFICES = words("as nn bv hs ks sg us bs nk kf kl st vg ba da pp sv nb ps ab")
_GREETINGS = needs_of("hils", "helsing", "vh")
_WRITTEN_NEEDS = needs_of("sign", "ført av", "skrevet av", "notert av", "ref")
_WHY = "Den som skriver, røper seg selv og ofte barnet."


@needing(ANYTHING)
def find_signatures(document: Document) -> Iterator[Hit]:
    """Yield the name or the letters somebody signs with, at the end of each field or after "signert"."""
    if not document.lacks(_WRITTEN_NEEDS):
        yield from _written_by(document)
    for match in document.matches(_SIGNED_UNDER) if " under " in document.lower else ():
        yield direct(match.start(1), match.end(1), "navn", _WHY, 0.8, SENDER)
    begins = 0
    if "\n" in document.text:
        yield from _signed_alone(document)
        for ends in document.matches(_ENDS):
            yield from _signed(document, max(begins, ends.start() - _TAIL), ends.start())
            begins = ends.end()
    last = len(document.text)
    yield from _signed(document, max(begins, last - _TAIL), last)
    if document.flags & Word.STAFF:
        yield from _signed_by_role(document, max(begins, last - _TAIL))


def _signed_alone(document: Document) -> Iterator[Hit]:
    """Yield a given name that stands alone after an empty line, last of all, and one letter on a line of its own."""
    signed = _ALONE.search(document.text, max(0, len(document.text) - _TAIL))
    flags = document.flags_of(signed.group(1)) if signed else 0
    if (letter := _LETTER.search(document.text, max(0, len(document.text) - _TAIL))) and _HELLO.search(document.text):
        yield direct(letter.start(1), letter.end(1), "initialer", _WHY, 0.7, SENDER)
    if signed and flags & Word.FIRST and not flags & Word.MONTH and _can_sign(document, signed.group(1)):
        yield direct(signed.start(1), signed.end(1), "navn", _WHY, 0.7, SENDER)


def _signed_by_role(document: Document, start: int) -> Iterator[Hit]:
    """Yield the letters after a role, last of all: "Kontaktlærer KM"."""
    signed = _ROLE_AND_LETTERS.search(document.text, start)
    if signed and document.flags_of(signed.group(1)) & Word.STAFF and _are_letters(document, signed.group(2)):
        yield direct(signed.start(2), signed.end(2), "initialer", _WHY, 0.7, SENDER)


def _are_letters(document: Document, letters: str) -> bool:
    """Tell whether two capitals stand for a name, not for a word or an office."""
    if document.shouts or document.flags_of(letters) & (Word.SAFE | Word.FUNCTION):
        return False
    return letters.lower() not in _LETTERS_THAT_ARE_WORDS and letters.lower() not in _OFFICES


def _signed(document: Document, start: int, end: int) -> Iterator[Hit]:
    if signed := _LAST_SENTENCE.search(document.text, start, end):
        name, place = signed.group(1), signed.group(2).strip()
        if _can_sign(document, name) and _is_whole(document, signed, place):
            yield direct(signed.start(1), signed.end(1), "navn", _WHY, 0.7, SENDER)
    greets = not document.lacks(_GREETINGS)
    if greets and (signed := _GREETED.search(document.text, start, end)):
        given = signed.group(1).split()[0]
        if document.flags_of(given) & Word.FIRST or not document.is_known(given.lower()):
            yield direct(signed.start(1), signed.end(1), "navn", _WHY, 0.8, SENDER)
    signed = _STROKE.search(document.text, start, end) if "/" in document.text else None
    if signed and signed.group(1) not in _LETTERS_THAT_ARE_WORDS:
        yield direct(signed.start(1), signed.end(1), "initialer", _WHY, 0.7, SENDER)
    if (
        document.is_english
        and (signed := _ENGLISH_GREETED.search(document.text, start, end))
        and signed.group(1).split()[0].lower() not in _NO_SIGNATURE
    ):
        yield direct(signed.start(1), signed.end(1), "navn", _WHY, 0.8, SENDER)
    signed = _TWO_LETTERS.search(document.text, start, end) if greets else None
    if signed and signed.group(1).lower() not in _LETTERS_THAT_ARE_WORDS:
        yield direct(signed.start(1), signed.end(1), "initialer", _WHY, 0.7, SENDER)


def _is_whole(document: Document, signed: re.Match[str], place: str) -> bool:
    """Tell whether the name, or the name and a place, is a sentence of its own: not what follows an abbreviation
    ("dvs. Kari"), nor somebody who does something ("Kari, drikker").
    """
    if not place.startswith(",") and place:
        return False
    above = _LINE_OF_ONE.search(document.text[max(0, signed.start() - 30) : signed.start()])
    if above and document.text[signed.start()] == "\n" and document.flags_of(above.group(1)) & Word.FIRST:
        return False
    after = place.lstrip(", ").split(" ", 1)[0]
    before = document.text[max(0, signed.start() - 8) : signed.start() + 1].lower()
    if _ABBREVIATION.search(before) or document.flags_of(after) & Word.VERB:
        return False
    return after not in _IS


def _written_by(document: Document) -> Iterator[Hit]:
    for match in document.matches(_WRITTEN_BY):
        for group in (1, 2):
            if match.group(group) and match.group(group).lower() not in _LETTERS_THAT_ARE_WORDS:
                yield direct(match.start(group), match.end(group), "initialer", _WHY, 0.7, SENDER)


def _can_sign(document: Document, name: str) -> bool:
    """Tell whether the word is a given name, or one nobody knows."""
    flags = document.flags_of(name)
    if name.lower() in _NO_SIGNATURE or flags & (Word.SAFE | Word.FUNCTION) or name.isupper():
        return False
    if document.is_english:
        may_name = name.lower() in document.vocabulary.classes["engelske_navneord"]
        return may_name or not is_english_word(document, name.lower())
    return bool(flags & Word.FIRST) or not (flags or document.is_known(name.lower()))
