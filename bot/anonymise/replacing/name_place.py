"""Tells where somebody stands who need not be the child: greeted, asked for, signing, labelled. Knows no names."""

from bot.anonymise.finding import SENDER
from bot.anonymise.reading.document import Document
from bot.anonymise.replacing.name_bearer import role_before
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

SOMEBODY = "[en person]"
PERSON = {SOMEBODY: "[en persons]", "[en persons]": "[en persons]"}
_HELLO = words("hei hallo heisann heihei hey hi hallå morn hello takk")
_MEETS = words(
    "hils hilse helse ring ringe kontakt kontakte kontaktet kontakta spør mail maile mailet ifølge iflg cc kjære "
    "via takke"
)
_LINKS = words("på til med")
_REACHED = words("hils hilse ring ringe kontakt melding mail sms takk beskjed")
_WORKS = words(
    "trøstet trøsta jobber jobba jobbet underviser underviste vikarierer vikarierte observerer observerte kartlegger "
    "kartla tolker tolket mailer mailet mailte sendte sender henter hentet henta overtar"
)
_CHILDS_LABEL = words(
    "barn barnet barnets elev eleven elevens navn namn gjelder gjeld gjaldt sak saken ang angående vedr "
    "vedrørende om tema emne re sv fwd vs fw"
)
_AS_WHO = words("svarer skriver signerer svare innlogget logget registrert ført")
_CLOSES = words(
    "takk tusen mange for hjelpen meg nå no sist praten svar svaret alt på forhånd ha en ei fin god fortsatt dag "
    "dagen helg helga helgen kveld kvelden uke veke jul sommer påske snakkes sees ses vi klem klemmer lykke til "
    "beste godt vennlig vennligst hilsen hilsener med ,"
)
_BEGINS_TO_CLOSE = words(
    "takk tusen mange ha god fortsatt snakkes sees ses vi klem klemmer lykke alt beste vennlig hilsen hilsener på"
)
_FROM_WHOM = words("klem klemmer hilsen hilsener")
_FROM = words("fra frå på i ved")
_LONGEST_CLOSING = 9
_LONGEST_LABEL = 6


def is_greeted(document: Document, first: int, last: int) -> bool:
    """Tell whether somebody is spoken to by name: "Hei Berit!", "takk Berit"."""
    before, after = document.before(first), document.after(last)
    if before is None or before.lower not in _HELLO:
        return False
    return after is None or after.text in ",.!:?-–" or after.opens_sentence


def in_a_place_of_somebody(document: Document, first: int, last: int) -> str:
    """Return what to write where somebody stands who need not be the child, "" elsewhere."""
    after = document.after(last)
    if _signs(document, first, last):
        return SENDER
    if (after is not None and after.lower in _WORKS) or _is_led_to(document, first, last):
        return SOMEBODY
    return SOMEBODY if _is_an_aside(document, first, last) else ""


def _is_led_to(document: Document, first: int, last: int) -> bool:
    """Tell whether "hils", "mail til", "svarer som" or a label leads to the name, or nothing else stands there."""
    before, second = document.before(first), document.before(first, 2)
    if before is None:
        return document.after(last) is None
    if before.text == ":":
        return _is_labelled(document, first, last)
    if second is None or before.lower in _MEETS:
        return before.lower in _MEETS
    if before.lower == "som":
        return second.lower in _AS_WHO
    return before.lower in _LINKS and second.lower in _REACHED


def _is_an_aside(document: Document, first: int, last: int) -> bool:
    """Tell whether a comma and the name explain somebody: "treneren på fotballen, Geir, ringte", "med rektor, Geir og
    Anne".
    """
    before, second, after = document.before(first), document.before(first, 2), document.after(last)
    if before is None or second is None or before.text != ",":
        return False
    is_one_of_many = second.has_capital or bool(second.flags & (Word.FIRST | Word.SURNAME))
    is_between = after is not None and after.text == "," and not is_one_of_many
    return is_between or role_before(document, first) is not None


def _is_labelled(document: Document, first: int, last: int) -> bool:
    """Tell whether a label and a colon on the same line stand before a name that stands alone or in a row: "Innsender:
    Berit", "Til stede: Anne, Bjørn"; the labels of the child itself are none.
    """
    after = document.after(last)
    if (
        after is not None
        and not after.opens_sentence
        and after.text not in ",.(/&+-–"
        and after.lower not in ("og", "å")
    ):
        return False
    for step in range(2, _LONGEST_LABEL + 2):
        token = document.before(first, step)
        if token is None or token.lower in _CHILDS_LABEL:
            return token is None
        if token.opens_sentence:
            return True
    return False


def _signs(document: Document, first: int, last: int) -> bool:
    """Tell whether somebody signs: "Klem fra Berit", "takk for hjelpen, Berit", "Berit her fra SFO"."""
    before, second = document.before(first), document.before(first, 2)
    if before is None or document.tokens[first].opens_sentence:
        here, link = document.after(last), document.after(last, 2)
        return here is not None and here.lower == "her" and link is not None and link.lower in _FROM
    if second is not None and before.lower in ("fra", "frå") and second.lower in _FROM_WHOM:
        return True
    after = document.after(last)
    if after is not None and (after.text != "." or document.after(last, 2) is not None):
        return False
    for step in range(1, _LONGEST_CLOSING):
        token = document.before(first, step)
        if token is None or token.lower not in _CLOSES:
            return False
        if token.opens_sentence:
            return token.lower in _BEGINS_TO_CLOSE
    return False
