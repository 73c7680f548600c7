"""Finds national identity numbers and other long numbers. A wrong checksum never lets a number through."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT
from bot.anonymise.reading.separators import SEP

_SEP = r"(?:[ .\-–/]{0,3}|\n)"
# Eleven digits, with any short separators; O and l typed for 0 and 1 are read as digits.
_ELEVEN = re.compile(rf"(?<![\dA-Za-z])(?:[\dOoIl]{_SEP}){{10}}(?:\d|[OoIl](?![^\W\d_]))(?!\d)")
_CUT_ONCE = re.compile(rf"(?<![\d.,/])(\d{{1,10}}){SEP}(\d{{1,10}})(?!\d)")
_DIGITS = 11
_SEVEN = 7
"""Of eleven signs, so many are digits: the others may be letters that look like them."""
_FEWEST_DIGITS = 4
"""A number that "personnr" leads to may be as short as this."""
_LONG = re.compile(r"\d(?<!\d.)(?:[ .\-–]?\d){8,24}(?!\d)")
_SHORT = re.compile(
    r"\b(?:person(?:n|al)?(?:ummer|nr|r)\.?|p\.?nr|fnr|f\.nr|fødselsn(?:umme)?r|dnr|d-nummer|pers\.?nr|personnummer|"
    r"duf(?:-?(?:nr|nummer))?|hpr(?:[-.]?(?:nr|nummer))?|(?:pasient|klient|elev)(?:en)?(?= ?#?\d{5,8}(?![\d.,]|"
    r" ?(?:kr|kroner)\b))|"
    r"pass(?:nr|nummer)|kontonr|kontonummer|"
    r"orgnr|org\.nr|organisasjonsnummer|pasientn(?:umme)?r|elev-?(?:id|nr|nummer)|journal-?id|klient-?(?:id|nr|"
    r"nummer)|npr-?id|bruker-?id|id-?n(?:umme)?r|kid)"
    r"\.?[ :#]{0,3}(?:er |på |nr\.? ?)?([A-Za-z]{0,3}-?\d(?:[ .\-]?\d){3,18})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:(?:fem|5) siste(?: sifrene| sifra| siffer)?|siste (?:fem|5)(?: sifrene| siffer)?|"
    r"(?:person|fødsels)nummer(?:et)?(?: hans| hennes| til \w+)?(?: som)? (?:slutter|sluttar|ender|endar) (?:på|med))"
    r"(?: er| i person\w+| i fødsels\w+|:| på){0,3} ?(\d{3} ?\d{2})(?!\d)",
    re.IGNORECASE,
)
"""The last five digits of an identity number, alone: "fem siste er 98765"."""
_ACT = re.compile(r"(?:19|20)\d\d-\d\d-\d\d-\d{1,4}")
"""The number of an act or a regulation at Lovdata: "LOV-2018-06-15-38"."""
_WEIGHTS = ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))


@needing(A_DIGIT)
def find_national_ids(document: Document) -> Iterator[Hit]:
    """Yield eleven-digit numbers, other numbers of nine digits or more, and shorter ones after words such as
    "personnr".
    """
    if document.digits < _FEWEST_DIGITS:
        return
    text = document.text
    if document.digits >= _SEVEN:
        yield from _eleven(text)
    if document.digits >= _DIGITS:
        yield from _cut_once(text)
    for match in (*document.matches(_SHORT), *document.matches(_ENDS)):
        yield _number(match, 1, "fodselsnummer", "Et nummer som hører til en person.", 0.95)
    for match in document.matches(_LONG):
        if not _is_harmless(text, match):
            yield _number(match, 0, "personnummer", "Et langt nummer kan føres tilbake til en person.", 0.8)


def _number(match: re.Match[str], group: int, type_: str, why: str, certainty: float) -> Hit:
    return direct(match.start(group), match.end(group), type_, why, certainty, "", may_keep=False)


def _eleven(text: str) -> Iterator[Hit]:
    """Yield eleven digits in a row, with short separators or letters that look like digits among them."""
    for match in _ELEVEN.finditer(text):
        digits = re.sub(r"[^\dOoIl]", "", match.group())
        if sum(c.isdigit() for c in digits) < _SEVEN:
            continue
        if _checksum_holds(digits.translate(str.maketrans("OoIl", "0011"))):
            why = "Elleve siffer: fødselsnummer eller et annet personlig nummer."
            yield _number(match, 0, "fodselsnummer", why, 1.0)
        else:
            yield _number(match, 0, "fodselsnummer", "Elleve siffer på rad kan være et fødselsnummer.", 0.95)


def _cut_once(text: str) -> Iterator[Hit]:
    """Yield eleven digits that any sign cuts in two: "010112_12345", "010112 (12345"."""
    for match in _CUT_ONCE.finditer(text):
        if len(match.group(1)) + len(match.group(2)) == _DIGITS and not _is_harmless(text, match):
            why = "Elleve siffer delt i to kan være et fødselsnummer."
            yield _number(match, 0, "fodselsnummer", why, 0.9)


def _checksum_holds(digits: str) -> bool:
    """Check both control digits of a fødselsnummer or D-nummer (Skatteetaten)."""
    numbers = [int(c) for c in digits]
    first = sum(w * n for w, n in zip(_WEIGHTS[0], numbers, strict=False)) % 11
    second = sum(w * n for w, n in zip(_WEIGHTS[1], numbers, strict=False)) % 11
    return first == 0 and second == 0


def _is_harmless(text: str, match: re.Match[str]) -> bool:
    """Tell whether a long number is a span of years or dates, or an amount."""
    found = match.group()
    if _ACT.fullmatch(found) and text[max(0, match.start() - 4) : match.start()].lower().endswith(
        ("lov-", "lov/", "for-")
    ):
        return True
    if re.fullmatch(r"(?:19|20)\d\d[ \-–]{1,3}(?:19|20)\d\d(?:[ \-–]{1,3}(?:19|20)\d\d)*", found):
        return True
    if re.fullmatch(r"\d{1,3}(?:[ .]000){1,4}", found) and re.match(
        r" ?(?:kr|kroner|,-)", text[match.end() : match.end() + 8]
    ):
        return True
    return (
        re.fullmatch(r"\d{1,2}[.\-]\d{1,2}[.\-]\d{2,4}(?: ?[\-–] ?\d{1,2}[.\-]\d{1,2}[.\-]\d{2,4})?", found) is not None
    )
