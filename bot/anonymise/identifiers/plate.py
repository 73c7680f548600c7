"""Finds number plates. Two letters and five digits are taken as a plate unless the letters are an ordinary small
word.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_of, sought
from bot.anonymise.reading.separators import SEP
from bot.anonymise.words.word_lists import words

_PLATE = re.compile(rf"(?<![\w§])([A-Za-z]{{2}})((?:{SEP})?)(\d{{2}} ?\d{{3}}|\d{{4,5}})(?!\w|[.,]\d| \d{{3}}\b)")
_FIGURE = r"[\dOlI]"
"""A digit, also one that a machine or a hasty hand wrote as a letter: "EK 55 2l0"."""
_SPACED = re.compile(
    rf"(?<!\w)[A-Z][ .\-][A-Z](?=(?:[ .\-]?\D){{0,5}}[ .\-]\d)(?:[ .\-]{_FIGURE}){{4,5}}(?![\w%]|[ .\-]\d)"
)
_IN_PIECES = re.compile(rf"(?<!\w)[A-Za-z][ .\-]?[A-Za-z][ .\-]?\d(?:[ .\-]?{_FIGURE}){{4}}(?!\w|[ .,\-]\d)")
"""Two letters and five digits with any gaps: a plate where a vehicle is told of."""
_PERSONAL = re.compile(
    r"\b[Pp]ersonlige? (?:bil)?skilt(?:et)?[,:]? (?:som er |er |med )?[«\"]?([A-ZÆØÅ]{2,7}(?: ?\d{1,3})?)(?!\w)"
)
_OF_ANY_LAND = re.compile(
    r"\b(?i:skilt(?:et|nr|nummer(?:et)?)?|reg\.? ?n(?:umme)?r|registreringsnummer|kjennemerke|bil(?:en)?(?: med)?)\.?"
    r"(?i: (?:er|var|e|med))?:? [«\"]?((?=[A-Z]*[ \-]?\d)[A-Z]{2,4}[ \-]?\d{1,5}(?:[ \-]?[A-Z]{1,3})?)(?![\wÆØÅ])"
)
"""What stands on a plate in other lands, and short plates: "svensk bil ABC 12D", "skiltet er WX 12345"."""
_TOLD_AS_ONE = sought(_OF_ANY_LAND, "skilt", "reg", "kjennemerke", "bil")
_CONTEXT = re.compile(
    r"\b(?:bil|bilen|bila|drosje|drosja|drosjen|taxi|taxien|motoren|nummeret|plate|buss|bussen|octavia|hilux|skilt|skiltet|skiltnr|skiltnummer|bilnummer|bilnummeret|nummerskilt|nummerskiltet|reg|regnr|registreringsnummer|kjennemerke|moped|mopeden|scooter|atv|"
    r"varebil|varebilen|lastebil|elsykkel|traktor|snøscooter|henger|tilhenger|motorsykkel|kjører|kjørte|kjøretøy|audi|"
    r"volvo|toyota|tesla|passat|golf|bmw|st[åo](?:r|d)? (?:parkert|utenfor|utafor|utanfor)|parker(?:er|te|t)|"
    r"tomgang)\b",
    re.IGNORECASE,
)
_DRIVEN = re.compile(
    r"\b(?:hentet|henta|henter|plukket opp|plukka opp|kjørt|levert|fulgt|satt på|skyss|sitter på)\b[^.!?\n]{0,40} "
    r"(?:i|med) (?:en |ein |den )?$",
    re.IGNORECASE,
)
"""Somebody is fetched in what follows, which then is a car: "hentet av onkel i ab 12 407"."""
_FEWEST_DIGITS = 3
_NEVER_PLATES = frozenset(("nr", "kr", "ca", "år"))
_NOT_LETTERS = words(
    "av på er om ca kr nr to ti til fra og en se år sa få må ta gå ha da så nå vi de du ei et at kl st ni "
    "my mg ml cm km kg gr ab nt pr ut in is i. jf pp vs ny bo li øl as ip rs"
)


@needing(A_DIGIT | needs_of("personlig"))
def find_plates(document: Document) -> Iterator[Hit]:
    """Yield number plates in any case, with or without gaps, and those of other lands."""
    for match in document.scan(_PERSONAL, "personlig"):
        yield _hit(*match.span(1), 0.8)
    if document.digits >= _FEWEST_DIGITS:
        yield from (_hit(*match.span(), 0.9) for match in document.matches(_PLATE) if _is_plate(document.text, match))
        yield from (_hit(*match.span(), 0.8) for match in document.matches(_SPACED))
        yield from _beside_a_vehicle(document)


def _beside_a_vehicle(document: Document) -> Iterator[Hit]:
    """Yield what is taken as a plate only where a vehicle or a plate is told of."""
    text = document.text
    of_any_land, in_pieces = list(document.scan_each(_TOLD_AS_ONE)), list(document.matches(_IN_PIECES))
    if not (of_any_land or in_pieces) or not _CONTEXT.search(text):
        return
    yield from (_hit(*match.span(1), 0.75) for match in of_any_land)
    for match in in_pieces:
        is_word = match.group()[:2].lower() in _NEVER_PLATES or _counts_from_nought(match)
        if not is_word and _is_in_context(text, match):
            yield _hit(*match.span(), 0.75)


def _is_plate(text: str, match: re.Match[str]) -> bool:
    letters, digits = match.group(1), re.sub(r"\D", "", match.group(3))
    in_context = _is_in_context(text, match)
    small_words = _NEVER_PLATES if letters.isupper() else _NOT_LETTERS
    if _DRIVEN.search(match.string, max(0, match.start() - 50), match.start()):
        return letters.lower() not in _NEVER_PLATES and len(digits) > 4
    if letters.lower() in small_words and (not in_context or _counts_from_nought(match)):
        return False
    if len(digits) == 4:
        looks_like_year = digits[:2] in ("19", "20")
        return in_context and (letters.isupper() or not looks_like_year)
    return letters.isupper() or in_context or match.group(2) in ("", " ", "-")


def _counts_from_nought(match: re.Match[str]) -> bool:
    """Tell whether a small word stands before a number that no plate has: "nummeret er 07373"."""
    return match.group()[:2] in _NOT_LETTERS and match.group()[2:].strip(" .-").startswith("0")


def _is_in_context(text: str, match: re.Match[str]) -> bool:
    """Tell whether a vehicle or a plate is told of beside it."""
    return _CONTEXT.search(text, max(0, match.start() - 50), match.end() + 25) is not None


def _hit(start: int, end: int, certainty: float) -> Hit:
    why = "To bokstaver og fem tall ser ut som et bilskilt."
    return direct(start, end, "bilskilt", why, certainty, "[bilskilt]")
