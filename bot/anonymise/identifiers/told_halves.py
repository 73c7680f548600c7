"""Finds a number told in two halves, with where each stands: "150617 foran og 39204 bak", "958 40, 117 til slutt"."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_of

_PLACE = r"(?:foran|framme|framføre|først|fyrst|fremst|i starten|i begynnelsen)"
_END = r"(?:bak|til slutt|te slutt|til sist|sist|på slutten|etterpå|attpå|bakerst)"
_BETWEEN = rf"(?: {_PLACE})?(?:,? ?(?:og|å|deretter|så|resten)){{0,3}},? "
_DATE = r"(?:[0-7]\d[ .]?[0-5]\d[ .]?\d\d)"
_IDENTITY = re.compile(rf"(?<![\d.,])({_DATE}){_BETWEEN}(\d(?: ?\d){{4}})(?: {_END})?(?![\d.,]\d|\w)")
_PHONE = re.compile(
    rf"(?<![\d.,])([2-9]\d(?: ?\d){{1,4}}){_BETWEEN}(\d(?: ?\d){{1,5}}) {_END}"
    r"(?! (?:kr|kroner|meter|m|elever|barn|timer|minutt|prosent)\b)(?!\w)"
)
_BEGINS = re.compile(
    r"\b(?:nummer(?:et)?|tlf|telefon(?:en|nummeret)?|mobil(?:en|nummeret)?|nr|det) (?:hans |"
    r"hennes )?(?:begynner|starter|byrjar|"
    r"startar|slutter|sluttar|ender)(?: med| på)? (\d{2,6}(?: \d{2,3})?)"
    r"(?:,? (?:og|å|så|men) (?:slutter|sluttar|ender|begynner|starter)(?: med|"
    r" på)? (\d{2,6}(?: \d{2,3})?))?(?!\d|[.,]\d)"
    r"|\b(?:de |dei )?(?:første|fyrste)(?: sifrene| sifra| tallene| tala| er)* (?:er )?(\d{2,6}(?: \d{2,3})?)"
    r"(?:,| og| så)* (?:(?:og )?(?:de |dei )?siste(?: sifrene| sifra| tallene| tala| er)*|resten)(?: er)? "
    r"(\d{2,6}(?: \d{2,3})?)(?!\d|[.,]\d)",
    re.IGNORECASE,
)
"""What a number begins and ends with: "nummeret begynner på 934 og slutter på 789", "de første 934, siste 789"."""
_AND_THE_REST = re.compile(
    r"\b(?:nummer(?:et)?|tlf|telefonen?|mobilen?|nr)[^\n\d]{1,20}([2-9]\d(?: ?\d){1,4}),? (?:(?:og |så )?resten|"
    r"og så|deretter)"
    r"(?: er)? (\d(?: ?\d){1,5})(?!\d|[.,]\d)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r" ?(?:kroner|kr|,-|elever|barn|meter|visninger|stk|prosent|%)")
_PAID = re.compile(r"kost|betal|kjøp|verd|pris|salg|solgt|regning|leste|ganger|minutt|prosent", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_WHERE = re.compile(rf"\b(?:{_PLACE}|{_END})\b")
_NEEDS = needs_of(
    "foran", "fram", "fyrst", "først", "frem", "starten", "begynn", " bak", "slutt", " sist", "etterpå", "attpå"
)
_NUMBERS = needs_of("numme", "tlf", "telefon", "mobil", "nr", "først", "fyrst")
_FEWEST = 8
_FULL = 8
_FEWEST_SAID = 3
_FEWEST_OF_TWO = 5
"""Digits of what is first and last of a number; fewer count something: «de første er 12 og de siste er 20»."""


@needing(A_DIGIT)
def find_told_halves(document: Document) -> Iterator[Hit]:
    """Yield both halves, where a word says that one stands before or behind the other."""
    if document.digits >= _FEWEST_SAID and not document.lacks(_NUMBERS):
        yield from _begun(document)
    if document.digits < _FEWEST or document.lacks(_NEEDS):
        return
    why = "Et nummer peker rett på en person, også når det er delt i to."
    for match in document.matches(_IDENTITY):
        is_placed = _WHERE.search(document.text, match.start(), match.end())
        if is_placed and not _AMOUNT.match(document.text, match.end()):
            yield direct(match.start(), match.end(2), "fodselsnummer", why, 0.85, "", may_keep=False)
    for match in document.matches(_PHONE):
        digits = sum(sign.isdigit() for sign in match.group(1) + match.group(2))
        is_round = match.group(1).endswith("00") and match.group(2).endswith("00")
        if digits == _FULL and not is_round and not _AMOUNT.match(document.text, match.end(1)):
            yield direct(match.start(), match.end(2), "telefon", why, 0.8, may_keep=False)


def _begun(document: Document) -> Iterator[Hit]:
    """Yield what a number is said to begin and end with."""
    why = "En del av et nummer peker også på en person."
    for pattern in (_BEGINS, _AND_THE_REST):
        for match in document.matches(pattern):
            if pattern is _AND_THE_REST and _YEAR.fullmatch(match.group(1)):
                continue  # "se nr 2022 og så 2023"
            if _counts_something(match):
                continue
            for group in range(1, pattern.groups + 1):
                if match.group(group) and not _AMOUNT.match(document.text, match.end(group)):
                    yield direct(*match.span(group), "telefon", why, 0.75, may_keep=False)


def _counts_something(match: re.Match[str]) -> bool:
    """Tell whether it is what something costs, or how many came first and last."""
    if match.re is _AND_THE_REST:
        return _PAID.search(match.group()) is not None
    first, last = match.group(3), match.group(4)
    return first is not None and sum(map(str.isdigit, f"{first}{last}")) < _FEWEST_OF_TWO
