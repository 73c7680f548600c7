"""Tells who is grown up by what the same sentence says of them: "sover på jobb", "slått av mannen sin", "er sykmeldt",
"født 1984". Knows words, no names.
"""

import re

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.words.small_words import HE_OR_SHE, ITS_OWN
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_REACH = 40
_FAR = 10
_BORN = re.compile(
    r",? ?\(?(?:(?:er|e|ble|blei|var|is) )?(?:(?:f\.?|født|fødd|born)(?: (?:i|den|år|in))? ?)?"
    r"(?:(?:\d{1,2}[./]\d{1,2}[./])?(?:19[2-9]\d|200[0-4])|\d{1,2}[./]\d{1,2}[./](?:[3-9]\d|0[0-4]))\b|"
    r",? ?\(?(?:er |e )?[2-9]\d(?: ?år(?: gammel| gamal)?\b| ?\))"
)
"""A year before 2005, or an age from 20."""
_AT = words("på i")
_WORK = words("jobb jobben arbeid arbeidet vakt vakta vakten kveldsvakt nattevakt nattvakt dagvakt stillingen")
_IS = words("er e var va alltid stadig hele litt så veldig ofte")
_ALONG = words("med hos til som")
"""Who is "på jobb med mor" only came along."""
_AWAY = words(
    "sykmeldt sykemeldt sjukmeldt sjukmeld sykmelding sykemelding sjukmelding foreldrepermisjon mammaperm pappaperm "
    "ufør uføretrygdet uføretrygda uføretrygd pensjonist alderspensjonist"
)
_OWN = words(
    "mann mannen ektemann ektemannen ektefelle ektefellen eksmann eksmannen kone kona ekskone ekskona samboer "
    "samboeren barn barna barnet unger ungene ungan sønn sønnen datter dattera datteren dotter dottera barnebarn "
    "barnebarnet barnebarna svigermor svigerfar"
)
_SPOUSES = words("mannen kona samboeren eksmannen ekskona ektemannen")
_TELLING = _AWAY | _WORK | _OWN
"""One of these is in all that tells it, beside a year or an age."""
_TELLING_NEEDED = needs_one_of(_TELLING)
_OTHERS = words(
    "at da når nå mens fordi hvis dersom om siden så men eller som der jeg eg æ vi me du dere han hun ho hu hen de dei "
    "dæm noen nokon"
)
"""Behind these somebody else may be told of."""
_OTHERS_OWN = words("til te åt hans hennes hennar deres som i på")


def is_told_as_grown_up(document: Document, last: int) -> bool:
    """Tell whether what follows the name, as far as nobody else is told of, is said of grown-ups only."""
    end = document.tokens[last].end
    if _BORN.match(document.lower, end, end + _REACH) is not None:
        return True
    if not document.holds & _TELLING_NEEDED:
        return False
    at, stop = last + 1, min(len(document.tokens), last + 1 + _FAR)
    while at < stop:
        if _is_of_a_grown_up(document, at):
            return True
        step = _goes_on(document, at)
        if not step:
            return False
        at += step
    return False


def _is_of_a_grown_up(document: Document, at: int) -> bool:
    token, before, after = document.tokens[at], document.before(at), document.after(at)
    if token.lower in _AWAY:
        return True
    if token.lower in _WORK and before is not None and before.lower in _AT:
        second = document.before(at, 2)
        if token.lower == "vakt" and second is not None and second.lower in _IS:
            return False  # "er alltid på vakt": so are frightened children
        return not any(near is not None and near.lower in _ALONG for near in (second, after))
    if token.lower not in _OWN:
        return False
    if token.lower in _SPOUSES and before is not None and before.lower == "av" and not _is_anothers(after):
        return True
    return any(near is not None and near.lower in ITS_OWN for near in (before, after))


def _is_anothers(after: Token | None) -> bool:
    """Tell whether somebody else is said to be the wife's or husband: "mannen til mor", "mannen hennes"."""
    return after is not None and (after.lower in _OTHERS_OWN or after.has_capital)


def _goes_on(document: Document, at: int) -> int:
    """Return how many words further the same person is told of; 0 when somebody else may be."""
    token, after = document.tokens[at], document.after(at)
    if token.lower in ("og", "å"):
        return 1 if after is not None and after.flags & Word.VERB else 0
    if token.text == "," and after is not None and after.lower == "som":
        return 2
    if token.text == "." and after is not None and after.lower in HE_OR_SHE:
        return 2
    return 0 if not token.is_word or token.lower in _OTHERS or _is_somebody(token) else 1


def _is_somebody(token: Token) -> bool:
    if token.flags & (Word.KIN | Word.CHILD | Word.STAFF):
        return True
    return token.has_capital or bool(token.flags & Word.FIRST and not token.flags & (Word.ORDINARY | Word.FUNCTION))
