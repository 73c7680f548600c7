"""Tells who bears a name that is put behind a role: "broren hennes, Martin", "pp-rådgiver Geir", "lærerne Anne og
Bjørn". Knows roles, no names.
"""

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.english_words import is_english_kin
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

WHOSE = words("hans hennes hennar sin si sitt min mi din di vår vårt deres deira hass hennjes")
_WHOSE_ASIDE = words("hannes hannjes hinna")
"""After these a comma stands before who the role is; without it they say whose: "far hannes Arvid" is his father."""
_ROLE = Word.KIN | Word.STAFF | Word.CHILD
_KNOWN = _ROLE | Word.OCCUPATION | Word.FIRST | Word.SURNAME
_MANY = words(
    "foreldre foreldrene foreldra besteforeldre besteforeldrene besteforeldra fosterforeldre fosterforeldrene "
    "fosterforeldra bonusforeldre bonusforeldrene søsken søsknene søskena søskna brødre brødrene søstre søstrene "
    "søstra systre systrene tvillingene tvillingan tvillinger trillingene trillinger barna borna ungene ongan "
    "unger jentene jentan jenter guttene gutane gutan gutter elevene elevane eleva elever vennene kameratene "
    "venninnene kompisene naboene tantene onklene kusinene fetterne"
)
_VEHICLES = words(
    "lastebil lastebilen buss bussen bussmann melkebil melkebilen brøytebil tankbil tankbilen taxi taxien drosje "
    "traileren skolebussen ambulanse kystvakt student begge eks"
)
"""What the lists call a job or kin and nobody is called by."""
_AT_WORK = words(
    "sjef sjefen sjefa sjefene sjefane kolleger kollegene kollegaer kollegaene kollegaane medarbeider medarbeideren "
    "medarbeidere"
)
"""Whom one works with; the lists have the rest."""
_ENDS_OF_MANY = (("erne", "er"), ("ene", ""), ("ane", ""))
_MANY_END = ("erne", "ene", "ane")
_AS = words("som er e var blir ble")
_ASIDE_ENDS = frozenset(",.)!?;:–-")
_GOES_ON = words("er e har som var")


def is_role(document: Document, token: Token) -> bool:
    """Tell whether the word says who somebody is: "mor", "lærerne", "pp-rådgiver", "advokaten"."""
    return bool(role_flags(document, token) & (_ROLE | Word.OCCUPATION))


def role_flags(document: Document, token: Token) -> int:
    """Return what the lists say of a role, also of its last part ("pp-rådgiver") or in the plural ("lærerne")."""
    lower = token.lower
    if not token.is_word or lower in _VEHICLES:
        return 0
    if lower in _AT_WORK or lower in _MANY:
        return Word.STAFF if lower in _AT_WORK else token.flags & _KNOWN or Word.KIN
    for end, single in _ENDS_OF_MANY if lower.endswith(_MANY_END) else ():
        if lower.endswith(end) and (found := document.flags_of(lower.removesuffix(end) + single)) & Word.STAFF:
            return found
    if token.flags & _KNOWN or is_english_kin(document, lower):
        return token.flags if token.flags & _KNOWN else Word.KIN
    if "-" in lower:
        return document.flags_of(lower.rsplit("-", 1)[-1]) & ~Word.CHILD
    return document.flags_of(lower[:-2]) & Word.OCCUPATION if lower.endswith("en") else 0


def is_many(document: Document, token: Token) -> bool:
    """Tell whether the role is that of several: "foreldrene", "lærerne"."""
    if token.lower in _MANY:
        return True
    return token.lower.endswith(_MANY_END) and bool(role_flags(document, token) & Word.STAFF)


def role_before(document: Document, first: int) -> int | None:
    """Return where the role stands that a name is put behind: "mor Kari", "broren hennes Per", "læreren, Kari"."""
    at = first - 1
    whose = WHOSE
    if at > 0 and document.tokens[at].text == ",":
        at -= 1
        whose = WHOSE | _WHOSE_ASIDE
    if at > 0 and document.tokens[at].lower in whose:
        at -= 1
    if at < 0 or not is_role(document, document.tokens[at]):
        return None
    link = document.before(at)
    is_only_a_job = not role_flags(document, document.tokens[at]) & _ROLE
    return None if is_only_a_job and link is not None and link.lower in _AS else at


def is_an_aside(document: Document, last: int) -> bool:
    """Tell whether a name behind a role and a comma explains the role: not one of a row ("mor, Anne og Geir")."""
    after = document.after(last)
    if after is None or after.text in _ASIDE_ENDS or after.opens_sentence:
        return True
    return bool(after.flags & Word.VERB) or after.lower in _GOES_ON
