"""Finds what somebody is called by a title and a word, in quotation marks or behind "kaller seg": "han sa at han er
«Onkel Putte»", "kaller seg onkel lakris". The whole is what the child says, so the title goes too.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_as_sought
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word

_TITLES = (
    "onkel",
    "tante",
    "bestefar",
    "bestemor",
    "bessfar",
    "bessmor",
    "besta",
    "farfar",
    "morfar",
    "farmor",
    "mormor",
    "mister",
    "doktor",
    "kaptein",
    "frøken",
    "baba",
    "mama",
    "papa",
    "auntie",
    "aunty",
    "uncle",
)
_TITLE = f"(?:{'|'.join(_TITLES)})"
_QUOTED = re.compile(rf"[«\"“]({_TITLE}) ([\wæøåÆØÅ\-]{{1,20}})[»\"”]", re.IGNORECASE)
_SAYS_SO = re.compile(
    rf"\b(?:kaller|kalle|kalla|kallar|kalte|kalles|kalt) (?:(?:seg|sæ|han|hainn|ham|henne|ho|hun|for|bare|berre|sjøl|"
    rf"selv) ){{1,2}}({_TITLE}) ([\wæøåÆØÅ\-]{{1,20}})(?![\wæøå])",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?:\b(?:kall\w{1,3}|kalt\w?|heter|heiter|heite|er|e) (?:\w{1,5} ){0,2})$", re.IGNORECASE)
_STAGED = re.compile(
    r"(?<!\w)(?:[a-zæøå]*bok(?:a|en)?|bøker|film(?:en)?|serie(?:n)?|sang(?:en)?|song(?:en)?|vise|visa|eventyr(?:et)?|"
    r"forestilling\w*|teater\w*|stykke\w*|spill(?:et)?|spel(?:et)?|syng\w{0,2}|song|sang|"
    r"les(?:e|er|t|te)?|leser|øver|ser|så på|dikt\w*|regle\w*|kapittel\w*)(?!\w)",
    re.IGNORECASE,
)
"""What shows that something is read, sung or seen."""
_BARRED = Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.NUMBER | Word.OCCUPATION | Word.SAFE
_REACH = 50


@needing(needs_as_sought(*(f"{title} " for title in _TITLES)))
def find_quoted_titles(document: Document) -> Iterator[Hit]:
    """Yield the title and the word; what is read or sung, and what somebody says, is left to others."""
    for match in document.scan(_QUOTED, "«", '"', "“"):
        if _is_called_so(document, match) and not _is_staged(document, match):
            yield _hit(match)
    for match in document.scan(_SAYS_SO, "kall", "kalt"):
        if not document.flags_of(match.group(2)) & _BARRED:
            yield _hit(match)


def _hit(match: re.Match[str]) -> Hit:
    return direct(match.start(1), match.end(2), "kallenavn", whys.NICKNAME, 0.75, "[kallenavn]")


def _is_called_so(document: Document, match: re.Match[str]) -> bool:
    """Tell whether the word can be what somebody is called: a verb only where that is said, for "onkel kommer" is
    speech."""
    flags, head = document.flags_of(match.group(2)), document.text[max(0, match.start() - _REACH) : match.start()]
    if flags & (_BARRED if match.group(2)[0].islower() else _BARRED & ~Word.FUNCTION):
        return False
    is_verb = flags & Word.VERB and match.group(2)[0].islower()
    return not is_verb or _CALLED.search(head) is not None


def _is_staged(document: Document, match: re.Match[str]) -> bool:
    head = document.text[max(0, match.start() - _REACH) : match.start()]
    return (
        _STAGED.search(head) is not None or _STAGED.search(document.text, match.end(), match.end() + _REACH) is not None
    )
