"""Finds number plates. Two letters and five digits are taken as a plate unless the letters are an ordinary small
word.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.separators import SEP
from bot.anonymise.words.word_lists import words

_PLATE = re.compile(rf"(?<![\w§])([A-Za-z]{{2}})((?:{SEP})?)(\d{{2}} ?\d{{3}}|\d{{4,5}})(?!\w|[.,]\d| \d{{3}}\b)")
_SPACED = re.compile(r"(?<!\w)[A-Z](?:[ .\-][A-Z])(?:[ .\-]\d){4,5}(?!\w)")
_CONTEXT = re.compile(
    r"\b(?:bil|bilen|skilt|skiltet|skiltnr|reg|regnr|registreringsnummer|kjennemerke|moped|mopeden|scooter|varebil|"
    r"henger|motorsykkel|kjører|kjørte|kjøretøy|audi|volvo|toyota|tesla|passat|golf|bmw)\b",
    re.IGNORECASE,
)
_FEWEST_DIGITS = 4
_NEVER_PLATES = frozenset(("nr", "kr", "ca", "år"))
_NOT_LETTERS = words(
    "av på er om ca kr nr to ti til fra og en se år sa få må ta gå ha da så nå vi de du ei et at kl st ni "
    "my mg ml cm km kg gr ab nt pr ut in is i. jf pp vs ny bo li øl as ip rs"
)


def find_plates(document: Document) -> Iterator[Hit]:
    """Yield number plates in any case, with or without a space."""
    if document.digits < _FEWEST_DIGITS:
        return
    text = document.text
    for match in _PLATE.finditer(text):
        if _is_plate(text, match):
            yield direct(
                match.start(),
                match.end(),
                "bilskilt",
                "To bokstaver og fem tall ser ut som et bilskilt.",
                0.9,
                "[bilskilt]",
            )
    for match in _SPACED.finditer(text):
        yield direct(
            match.start(),
            match.end(),
            "bilskilt",
            "To bokstaver og fem tall ser ut som et bilskilt.",
            0.8,
            "[bilskilt]",
        )


def _is_plate(text: str, match: re.Match[str]) -> bool:
    letters, digits = match.group(1), re.sub(r"\D", "", match.group(3))
    near = text[max(0, match.start() - 50) : match.end() + 25]
    in_context = _CONTEXT.search(near) is not None
    small_words = _NEVER_PLATES if letters.isupper() else _NOT_LETTERS
    if letters.lower() in small_words and not in_context:
        return False
    if len(digits) == 4:
        looks_like_year = digits[:2] in ("19", "20")
        return in_context and (letters.isupper() or not looks_like_year)
    return letters.isupper() or in_context or match.group(2) in ("", " ", "-")
