"""Tells which capitals a role or a note's head makes a person, whatever else they may mean: "KS (koordinator), MHL
(mor)", "Notat / AKL: mor ringte", "Sbh. TLN følger opp". Knows phrases, no letters.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import sought
from bot.anonymise.words.small_words import CAPITAL_VOWELS
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_WITH_A_ROLE = re.compile(
    r"([A-ZÆØÅ](?<![\w.\-/].)[A-ZÆØÅ]{1,2})(?: ?\(| (?:fra |frå )?(?=[\wæøå]{3,20}(?:[,.;]| og |$)))"
    r"(?:er |e )?(?P<role>[\wæøåÆØÅ]{3,20})(?P<closed>\)?)"
)
"""Letters and who they are: "KS (koordinator)", "PB fra PPT,"."""
_SMALL_WITH_A_ROLE = re.compile(r"(?<![\w.\-/])([a-zæøå]{2,3}) \((?P<role>[\wæøå]{3,20})\)")
_IN_A_ROW = re.compile(r"\)?(?:, ?| og |; ?| & )(?:og )?")
NOTE: Final = (
    r"(?:[\wæøåÆØÅ]{0,15}(?:notat|journal|referat|logg|loggbok|rapport)(?:et|en|a)?)(?: (?:fra|frå) [a-zæøå]{3,20})?"
    r"(?:[ ,]{1,2}\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)?"
)
_HEADS_A_NOTE = re.compile(
    rf"(?:^|\n)(?:[\wæøåÆØÅ]{{2,15}}[.,:]? ){{0,2}}{NOTE}(?: ?[/|–] ?| v/ ?| ved |, ?| )([A-ZÆØÅ]{{3}})"
    r"(?=(?:[ ,]{1,2}\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)?(?:[:.]|\n| [–\-] |$))",
    re.IGNORECASE,
)
"""Whoever wrote it, in the head of a note: "Adm. notat / AKL: ...", "Journal 4/12, RKH: ..."."""
_DATED = re.compile(
    r"(?:^|\n)([A-ZÆØÅ]{2,3}),? \d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\.?(?: ?: | [–\-] )"
    r"|(?:^|\n)\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\.?,? ([A-ZÆØÅ]{3})(?=: )"
)
"""Whoever wrote it, beside the day: "RKH 4/12: Barnet var stille"."""
_AGED = re.compile(r"([A-ZÆØÅ](?<![\w.\-/].)[A-ZÆØÅ]) \(\d{1,2} år\)")
_BEHIND_A_LABEL = re.compile(
    r"\b(?i:saksbeh|sbh|saksb|ktp|prim(?:ær)?kontakt|kontaktpers|miljøter|ass|ped\.? ?led|avd\.? ?led)\.?:? ?"
    r"([A-ZÆØÅ]{2,3})(?![\w\-/])",
)
_BEHIND_STAFF = re.compile(r"([\wæøåÆØÅ]{5,25}) ([A-ZÆØÅ]{3})(?= [a-zæøå]|[,.] )")
_LEADS = ("leder", "lederen", "leiar", "leiaren", "rådgiver", "rådgiveren", "rådgjevar", "konsulent", "konsulenten")
"""Those behind whom the name of an office stands: "avdelingsleder BFT"."""
_HEADS = sought(_HEADS_A_NOTE, "notat", "journal", "referat", "logg", "rapport")
_LABELS = sought(_BEHIND_A_LABEL, "beh", "sbh", "saksb", "ktp", "kontakt", "ass", "led", "miljøter")
_SERVICES = words("bv pp hr hs ppt bup nav sfo")
_PAIR = 2
_FEWEST_IN_A_ROW = 2


def people_by_role(document: Document) -> set[str]:
    """Return the capitals that a role beside them, or the head of a note, makes a person; where not all is capitals."""
    if document.text.isupper():
        return set()
    people = set(_with_roles(document)) if document.flags & _ROLES else set()
    for match in document.scan_each(_HEADS, _LABELS):
        if match.group(1).isupper() and _means_little(document, match.group(1)):
            people.add(match.group(1))
    people |= {match.group(1) for match in document.scan(_AGED, " år)")}
    for match in document.matches(_DATED) if document.has_digit else ():
        letters = match.group(1) or match.group(2)
        if _means_little(document, letters):
            people.add(letters)
    for match in document.matches(_BEHIND_STAFF) if document.flags & Word.STAFF else ():
        role, letters = match.groups()
        is_one = document.flags_of(role) & Word.STAFF and not role.lower().endswith(_LEADS)
        if is_one and letters[1] not in CAPITAL_VOWELS and _means_little(document, letters):
            people.add(letters)
    return people


_ROLES = Word.KIN | Word.STAFF | Word.CHILD


def _with_roles(document: Document) -> Iterator[str]:
    """Yield the letters of each row in which one is surely somebody: kin or a child in brackets, letters that mean
    nothing else, or two that are no office beside others with a role. Beside kin, no two letters are an office."""
    for row in _rows(document, _WITH_A_ROLE):
        if any(_is_sure(document, match, len(row)) for match in row):
            is_family = any(document.flags_of(match["role"]) & (Word.KIN | Word.CHILD) for match in row)
            for letters in [match.group(1) for match in row]:
                if may_be_somebody(document, letters) or (is_family and len(letters) == _PAIR):
                    yield letters


def _rows(document: Document, pattern: re.Pattern[str]) -> Iterator[list[re.Match[str]]]:
    """Yield letters and their roles, those that a comma or "og" ties together."""
    row: list[re.Match[str]] = []
    for match in document.matches(pattern):
        if not document.flags_of(match["role"]) & (_ROLES | Word.SAFE):
            continue
        if row and not _IN_A_ROW.fullmatch(document.text, row[-1].end(), match.start()):
            yield row
            row = []
        row.append(match)
    if row:
        yield row


def _is_sure(document: Document, match: re.Match[str], count: int) -> bool:
    letters, role = match.group(1), document.flags_of(match["role"])
    if (count < _FEWEST_IN_A_ROW and not match["closed"]) or not may_be_somebody(document, letters):
        return False
    if role & (Word.KIN | Word.CHILD):
        return True
    if count < _FEWEST_IN_A_ROW:
        return bool(role & _ROLES) and _means_little(document, letters)
    return bool(role & _ROLES) or _means_little(document, letters)


def small_letters_by_role(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where letters in small stand in a row with roles in brackets: "ks (koordinator), mhl (mor)"."""
    for row in _rows(document, _SMALL_WITH_A_ROLE) if document.flags & _ROLES else ():
        has_role = any(document.flags_of(match["role"]) & _ROLES for match in row)
        if len(row) < _FEWEST_IN_A_ROW or not has_role:
            continue
        for match in row:
            if not document.flags_of(match.group(1)) & _NO_LETTERS and match.group(1) not in _SERVICES:
                yield match.span(1)


_NO_LETTERS = _ROLES | Word.FUNCTION | Word.VERB


def may_be_somebody(document: Document, letters: str) -> bool:
    """Tell whether the letters may stand for somebody beside a role: any two but an office, three that are unknown."""
    if len(letters) == _PAIR:
        return letters.lower() not in _SERVICES
    return _means_little(document, letters)


def _means_little(document: Document, letters: str) -> bool:
    """Tell whether no list knows the letters as something else."""
    return not document.flags_of(letters) & (Word.SAFE | Word.SAFE_IN_CAPS) and not document.lexicon.is_headword(
        letters.lower()
    )
