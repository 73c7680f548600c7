"""Tells who is no child by how the text puts or uses the name: "faren (Per)", "PPT v/Trond", "Kari er gravid".
Knows no names.
"""

import re

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.replacing.adult_told import is_told_as_grown_up
from bot.anonymise.replacing.name_bearer import WHOSE
from bot.anonymise.words.small_words import OF
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_OPEN = frozenset("(–-—")
_CLOSE = frozenset(")–-—,.:;!?")
_THAT_IS = words("altså dvs nemlig namely")
_BY = words("v ved")
_SERVICES = words(
    "sfo ppt pp-tjenesten bup nav barnevernet barnevernstjenesten barneverntjenesten helsestasjonen politiet skolen "
    "skulen barnehagen kommunen krisesenteret legevakta legevakten sykehuset abup ppd fylkesmannen statsforvalteren"
)
_REACH = 80
_LONGEST_CHILD = 3
_TIED = r"(?:(?:,| og| å| &) [\w\-]{1,20})?"
_GROWN_UP = re.compile(
    rf"{_TIED} (?:(?:er|e|var|ble|blei|blir|vart) (?:jo |nå |no |ny[- ]?)?(?:skilt|skilte|separert|separerte|"
    r"gift|gifte|gravid|"
    r"samboere?|alenemor|alenefar|aleinemor|aleinefar|aleneforsørger|enslig forsørger|mors|fars|mor sin|"
    r"far sin|foreldrene|besteforeldrene)"
    r"|(?:har|hadde|fikk) (?:jo |også |bare )?(?:foreldreansvar(?:et)?|hovedomsorg(?:en)?|"
    r"daglig omsorg|omsorgen for|aleneomsorg|samvær med|"
    r"(?:to|tre|fire|fem|seks|[2-9]) (?:små )?(?:barn|unger|born)(?! i | på ))"
    r"|(?:innrømmer|innrømmet|innrømte|innrømma|vedgår|tilstår) (?:selv )?at (?:han|hun|ho)"
    r"|(?:slår|slo|rister|ristet|banker|banket|hentet|henter|leverte|leverer) "
    r"(?:ungene|barna|barnet|borna|sønnen|dattera|datteren))"
    r"(?!\w)|(?i: (?:leverte|leverer|avleverte) )[A-ZÆØÅ]\w+ (?:i|på|til) "
    r"|, (?:mors|fars|mor sin|far sin) \w+"
)
_STAFF_ASIDE = words("en ei ein kollegaen læreren")


def is_grown_up(document: Document, first: int, last: int) -> bool:
    """Tell whether the text puts the name, or says of it, what it says of grown-ups only."""
    end = document.tokens[last].end
    if _GROWN_UP.match(document.text[end : end + _REACH]) is not None:
        return True
    if is_told_as_grown_up(document, last):
        return True
    return _is_of_a_service(document, first) or _is_a_colleague(document, last)


def explained_role(document: Document, first: int, last: int) -> int | None:
    """Return where the word stands that a name in brackets, between dashes, after "altså" or behind "mora til Ola,"
    explains; None when it explains none.
    """
    at = _before_an_aside(document, first, last)
    if at is None:
        return _owner_of_a_child(document, first)
    while at > 0 and document.tokens[at].lower in WHOSE:
        at -= 1
    link = document.before(at)
    return at - 2 if link is not None and link.lower in OF and at > 1 else at


def _before_an_aside(document: Document, first: int, last: int) -> int | None:
    before, after = document.before(first), document.after(last)
    if before is None:
        return None
    step = first - 1
    if before.text == "." and step > 0:
        step -= 1
    if document.tokens[step].lower in _THAT_IS:
        return step - 2 if step > 1 and document.tokens[step - 1].text in (",", "(") else None
    is_closed = after is None or after.text in _CLOSE
    return first - 2 if before.text in _OPEN and is_closed and first > 1 else None


def _owner_of_a_child(document: Document, first: int) -> int | None:
    """Read "Mora til Ola, Kari," and "Foreldrene til Ola Johan, Per og Kari"."""
    comma = document.before(first)
    if comma is None or comma.text != ",":
        return None
    at = first - 2
    while at > 1 and first - 2 - at < _LONGEST_CHILD and _may_be_named(document.tokens[at]):
        at -= 1
    is_said = at < first - 2 and at > 0 and document.tokens[at].lower in OF
    return at - 1 if is_said and document.tokens[at - 1].flags & Word.KIN else None


def _may_be_named(token: Token) -> bool:
    return token.is_word and (token.has_capital or bool(token.flags & Word.FIRST)) and token.lower not in OF


def _is_of_a_service(document: Document, first: int) -> bool:
    """Tell whether "PPT v/", "BUP ved" or "barnevernet v/ " stands before."""
    before, second, third = (document.before(first, step) for step in (1, 2, 3))
    if before is None or second is None:
        return False
    if before.text == "/" and second.lower == "v":
        return True
    if before.lower in ("v/", "v"):
        return True
    return before.lower in _BY and (second.lower in _SERVICES or (third is not None and second.is_caps))


def _is_a_colleague(document: Document, last: int) -> bool:
    """Tell whether ", en kollega" or ", en vikar" follows."""
    sign, article, noun = (document.after(last, step) for step in (1, 2, 3))
    if sign is None or article is None or noun is None or sign.text != "," or article.lower not in _STAFF_ASIDE:
        return False
    return bool(noun.flags & Word.STAFF) or noun.lower in ("kollega", "ansatt", "nabo")
