"""Finds telephone numbers, also spelled out in words. Public short numbers (113, 116 111) are left alone."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_of
from bot.anonymise.reading.separators import SEP
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_SEP = r"[ .·_*|\-–/]{0,3}"
_NORWEGIAN = re.compile(rf"(?<!\d)(?:\(?(?:\+|00)? ?47\)?{_SEP})?\(?[2-9](?:\)?{_SEP}\d){{7}}(?![\d])")
_CUT = re.compile(rf"(?<![\d.,:/\-])([2-9]\d{{0,6}}){SEP}(\d{{1,7}})(?!\d|[.,:/\-]\d)")
_IN_PAIRS = re.compile(r"(?<![\d:;=+—])(?:2[4-9]|[3-9]\d)( ?[:;=+—] ?)\d\d(?:\1\d\d){2}(?!\d|[:;=+—]\d)")
_IN_THREES = re.compile(rf"[2-9](?<![\d.,:/\-].)\d\d{SEP}\d\d{SEP}\d{{3}}(?!\d|[.,:/\-]\d)")
"""Eight digits with any sign between them, in the shapes phone numbers are written in."""
_FOREIGN = re.compile(r"(?<![\d])(?:\+|00)[1-9]\d{0,2}(?:[ .\-()]{0,2}\d){6,12}(?!\d)")
_LABEL = (
    r"\b(?:(?:jobb|privat|hjemme|heime|fast|vakt|kontor|bak)-?)?(?:tlf|tlfnr|telefon|telefonnummer|telefonnr|mob|mobil|"
    r"mobilnummer|mobilnr|mobilen|ring|ringe|nås på|nummeret|sms|vipps|whatsapp"
)
"""What says that a number is to be phoned; each pattern closes the choice."""
_SAID = re.compile(
    rf"{_LABEL}|nummer|nr)\.?(?: ?(?:er|på|til|nr\.?|:))?[ :]{{1,3}}(\+?\d(?:[ .\-–/]{{0,2}}\d){{4,11}})(?!\d)",
    re.IGNORECASE,
)
_SAID_WIDE = re.compile(
    rf"{_LABEL})\.?(?: [a-zæøå]{{2,9}}){{0,2}}(?: ?(?:er|på|til|nr\.?|:))?[ :]{{1,3}}\(?"
    r"([2-9](?:[ .,·|_*()\-–—/x]{0,4}\d){7})(?![\d]|[ .,·|_*/\-]{1,4}\d)",
    re.IGNORECASE,
)
"""Eight digits after a word for telephone, whatever stands between them: "mob 913_48_225", "tlf. 913 -- 48 -- 225",
"ring mor på 9 1 2 - 3 4 - 5 6 7"."""
_INTERNAL = re.compile(
    r"\b(?:internt?|internnummer|internnr|internlinje|linje|lokalnummer|kortnummer|calling)\.?"
    r"(?: (?:er|på|nr\.?))?[ :]{1,2}(\d{4,6})(?!\d)",
    re.IGNORECASE,
)
_LOOKALIKE = re.compile(
    rf"(?i:{_LABEL}))\.?(?: [a-zæøå]{{2,9}}){{0,2}}(?: ?(?:er|på|til|nr\.?|:))?[ :]{{1,3}}"
    r"((?=[\d .\-]{0,12}[IlOoSBZ])[2-9](?:[ .\-]?[\dIlOoSBZ]){7})(?!\w)"
)
"""Eight signs after the same words, some of them letters that look like digits: "Tlf 9I2 34 567"."""
_WITH_LETTERS = re.compile(r"[2-9](?<![\w.\-].)(?:[ .\-]{0,2}[\doOlI]){7}(?!\w)")
"""Eight figures, one or two of them letters that look like one: "932-11-8O4", "97-12-45-1l"."""
_COUNTRY = re.compile(r"\((?:\+|00)47\)[ .\-]?$")
"""The code of the country in brackets, before the number it belongs to: "(+47) 932/11/804"."""
_YEARS = re.compile(r"(?:19|20)\d\d ?[\-–/ ]{1,2} ?(?:19|20)\d\d")
_CASE = re.compile(r"(?:19|20)\d\d[/\-]\d{4}")
_DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])([.\-/])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d([.\-/])(?:0[1-9]|"
    r"1[0-2])\2[0-3]\d"
)
_SUMS = re.compile(r"\d\d00 [\-–/] \d\d00")
_THOUSANDS = re.compile(r"\d{1,3}[ .]000")
"""A price: "ny mobil til 15 000"."""
_CLOCKS = re.compile(r"(?:[01]\d|2[0-3])\.[0-5]\d ?[\-–] ?(?:[01]\d|2[0-3])\.[0-5]\d")
_CODE = re.compile(r"(?:(?<!\d)(?:19|20)\d\d|(?=[\w\-/]*[^\W\d])(?=[^\s\d]*\d)[\w\-/]{2,20})[\-/]$")
"""A code that goes on with eight digits: a year, or letters and digits together ("2021/", "AB12-")."""
_LONGEST_CODE = 24
_OF_A_PRODUCT = re.compile(
    r"\b(?:(?:vare|artikkel|produkt|modell|dele|bestillings|katalog)-?n(?:ummer|umra|r)|art\.? ?nr|ean|isbn|strekkode)"
    r"(?:et|en)?\.?(?: er| var)?[ :]{1,3}$",
    re.IGNORECASE,
)
"""What says that a number is that of a thing in a shop."""
_LONGEST_LABEL = 30
_MIN_SPELLED = 5
_MIN_PAIRS = 4
_SHORT_NUMBER = 5  # "tolv" and shorter are often a count; "nittifire" said four times is a number
_FULL = 8
_YEAR = 4
_SHORTEST_SAID = 5
_FEWEST_DIGITS = 4
"""An internal number has four."""
_LABELS = ("tlf", "telefon", "mob", "ring", "nås på", "numme", "nr", "sms", "vipps", "whatsapp")
_PUBLIC_STARTS = ("116", "02", "03", "04", "05", "06", "07", "08", "09")
_SERVICE_STARTS = ("800", "810", "815")  # free and shared-cost numbers belong to services, never to a person
_BEFORE_A_NUMBER = words(
    "ring ringe ringer ringes tlf telefon telefonen telefonnummer mob mobil mobilen nummer nummeret nås nåast sms vipps"
)
"""What says within a few words that a row of number words is a number to phone."""
_LED_BY = 5
_FIRST_TO_TEN = ("en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti")


@needing(A_DIGIT | Word.NUMBER | needs_of("-"))
def find_phones(document: Document) -> Iterator[Hit]:
    """Yield phone numbers in digits and in words."""
    if document.digits >= _FEWEST_DIGITS:
        helplines = document.vocabulary.helplines
        for hit in _in_digits(document):
            if _number(document.text, hit) not in helplines:
                code = _COUNTRY.search(document.text, max(0, hit.start - 7), hit.start)
                yield hit if code is None else hit._replace(start=code.start())
    yield from _in_words(document)


def _number(text: str, hit: Hit) -> str:
    """Return the digits of the number without the code of the country."""
    return re.sub(r"\D", "", text[hit.start : hit.end])[-_FULL:]


def _in_digits(document: Document) -> Iterator[Hit]:
    text = document.text
    if document.digits >= _FULL:
        for match in document.matches(_NORWEGIAN):
            if not _is_something_else(text, match):
                opens = match.group().startswith("(") and ")" not in match.group()
                yield _hit(match.start() + opens, match.end(), 0.95)
        yield from _with_signs_between(text)
    for match in document.scan(_FOREIGN, "+", "00"):
        yield _hit(match.start(), match.end(), 0.95)
    for match in document.scan(_INTERNAL, "intern", "linje", "lokalnummer", "kortnummer", "calling"):
        yield _hit(match.start(1), match.end(1), 0.75)
    yield from _after_a_label(document)


def _after_a_label(document: Document) -> Iterator[Hit]:
    """Yield what is said to be a number: "tlf 41 23", "nummeret er 9 1 2 - 3 4 - 5 6 7"."""
    for match in (*document.scan(_SAID, *_LABELS), *document.scan(_SAID_WIDE, *_LABELS)):
        is_public = _is_public_number(re.sub(r"\D", "", match.group(1)))
        if not (is_public or _DATE.fullmatch(match.group(1)) or _THOUSANDS.fullmatch(match.group(1))):
            yield _hit(match.start(1), match.end(1), 0.9)
    for match in document.scan(_LOOKALIKE, *_LABELS):
        yield _hit(match.start(1), match.end(1), 0.85)
    for match in document.scan(_WITH_LETTERS) if document.digits >= _FULL - 2 else ():
        if _FULL > sum(sign.isdigit() for sign in match.group()) >= _FULL - 2:
            yield _hit(*match.span(), 0.8)


def _with_signs_between(text: str) -> Iterator[Hit]:
    """Yield eight digits that any signs set apart, in the shapes phone numbers are written in."""
    for match in _CUT.finditer(text):
        is_full = len(match.group(1)) + len(match.group(2)) == _FULL
        if is_full and not _is_sum(match.group()) and not _is_something_else(text, match):
            yield _hit(match.start(), match.end(), 0.85)
    for match in (*_IN_PAIRS.finditer(text), *_IN_THREES.finditer(text)):
        if not _is_something_else(text, match):
            yield _hit(match.start(), match.end(), 0.85)


def _is_sum(found: str) -> bool:
    """Tell whether round figures, years or a share stand beside each other: "5000 + 3000", "2024 (2025)"."""
    parts = re.findall(r"\d+", found)
    is_year = any(len(part) == _YEAR and part.startswith(("19", "20")) for part in parts)
    return is_year or all(part.endswith("00") for part in parts)


def _is_something_else(text: str, match: re.Match[str]) -> bool:
    """Tell whether eight digits are a case number, a span of years, dates, clock times or an amount."""
    found = match.group().lstrip("(")
    if _is_public_number(re.sub(r"\D", "", found)):
        return True
    if _OF_A_PRODUCT.search(text, max(0, match.start() - _LONGEST_LABEL), match.start()):
        return True
    follows_a_code = bool(_CODE.search(text[max(0, match.start() - _LONGEST_CODE) : match.start()]))
    is_time = any(pattern.fullmatch(found) for pattern in (_CASE, _YEARS, _DATE, _CLOCKS, _SUMS))
    return follows_a_code or is_time or _is_amount(text, match.end(), found)


def _is_public_number(digits: str) -> bool:
    """Tell whether the number is a short public one (113, 116 111, 02800) or a free one of a service (800 33 321)."""
    if len(digits) == _FULL and digits.startswith(_SERVICE_STARTS):
        return True
    return len(digits) < _SHORTEST_SAID or (len(digits) < _FULL and digits.startswith(_PUBLIC_STARTS))


def _is_amount(text: str, end: int, found: str) -> bool:
    return bool(re.match(r" ?(?:kr|kroner|,-|elever|innbyggere|barn)\b", text[end : end + 12])) and "000" in found


def _hit(start: int, end: int, certainty: float) -> Hit:
    return direct(start, end, "telefon", "Et telefonnummer peker rett på en person.", certainty, "", may_keep=False)


def _in_words(document: Document) -> Iterator[Hit]:
    """Yield five number words or more in a row ("fire fem to ..."), but not plain counting."""
    if document.text.count("-") >= _MIN_PAIRS - 1:
        yield from _tied_by_hyphens(document)
    if not document.flags & Word.NUMBER or sum(1 for t in document.tokens if t.flags & Word.NUMBER) < _MIN_PAIRS:
        return
    run: list[int] = []
    for at, token in enumerate(document.tokens):
        if token.flags & Word.NUMBER and token.lower not in ("første", "andre"):
            run.append(at)
        elif not (run and token.text in ",-–.og"):
            yield from _spelled(document, run)
            run = []
    yield from _spelled(document, run)


def _tied_by_hyphens(document: Document) -> Iterator[Hit]:
    """Yield "nitti-tolv-trettifire-femtiseks", which reads as one word."""
    for token in document.tokens:
        if token.text.count("-") >= _MIN_PAIRS - 1:
            parts = token.lower.split("-")
            counts = all(part in _FIRST_TO_TEN for part in parts)
            if all(document.flags_of(part) & Word.NUMBER for part in parts) and not (counts and len(parts) < _FULL):
                yield _in_letters(token.start, token.end)


def _is_led(document: Document, at: int) -> bool:
    """Tell whether somebody is to phone what is said next: "ring meg på nittien tjueto ti førti"."""
    is_led = any(token.lower in _BEFORE_A_NUMBER for token in document.tokens[max(0, at - _LED_BY) : at])
    return is_led and document.tokens[at].lower not in _FIRST_TO_TEN


def _spelled(document: Document, run: list[int]) -> Iterator[Hit]:
    numbers = [document.tokens[at].lower for at in run]
    is_long = all(len(number) > _SHORT_NUMBER for number in numbers)
    is_pairs = len(run) == _MIN_PAIRS and (is_long or _is_led(document, run[0]))
    if len(run) < _MIN_SPELLED and not is_pairs:
        return
    places = [_FIRST_TO_TEN.index(number) if number in _FIRST_TO_TEN else -1 for number in numbers]
    if -1 not in places and all(b - a == 1 for a, b in pairwise(places)):
        return
    first, last = document.tokens[run[0]], document.tokens[run[-1]]
    yield _in_letters(first.start, last.end)


def _in_letters(start: int, end: int) -> Hit:
    why = "Tall skrevet med ord kan være et telefonnummer eller fødselsnummer."
    return direct(start, end, "telefon", why, 0.85, "", may_keep=False)
