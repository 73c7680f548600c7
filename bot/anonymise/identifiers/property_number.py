"""Finds the numbers of farms, flats and post boxes: "gnr 44/12", "bolignummer H0302", "postboks 12"."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT

_FARM = re.compile(
    r"\bbruks(?:nr|nummer)\.? ?\d{1,4}|\bg(?:år)?ds?\.?(?:nr|nummer)\.? ?\d{1,4}(?:[ "
    r",/og]{1,5}b(?:ruk)?s?\.?(?:nr|nummer)\.? ?\d{1,4})?|"
    r"\b(?:g\.?nr|gbnr|gårdsnr|matrikkel(?:nr|nummer)?)\.?/?(?:b\.?nr\.?)?:? ?\d{1,4}(?:[ "
    r",/]{1,3}(?:b\.?nr\.?)? ?\d{1,4}){0,3}",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"\b(?:leil(?:ighet(?:en)?)?|bolig|bruksenhet)(?:s?nummer|s?nr)?\.? ?[HUKL]\d{4}(?!\w)|"
    r"(?<![\w\-])[HUKL]0[1-9]\d\d(?![\w\-])|\bgt\.? ?\d{1,3} ?[a-h]?(?!\w)",
    re.IGNORECASE,
)
_BOX = re.compile(r"\b(?:postboks|pb\.?|boks) \d{1,5}(?:,? \d{4} [A-ZÆØÅ][\wæøå]{1,25})?", re.IGNORECASE)


@needing(A_DIGIT)
def find_property_numbers(document: Document) -> Iterator[Hit]:
    """Yield what numbers a farm, a flat, a house in "gt" or a box at the post office."""
    why = "Nummeret på en eiendom, en bolig eller en postboks er en adresse."
    for pattern, needs in (
        (_FARM, ("nr", "nummer", "matrikkel")),
        (_BOX, ("boks", "pb")),
        (_FLAT, ("leil", "bolig", "bruksenhet", "h0", "u0", "k0", "l0", "gt")),
    ):
        for match in document.scan(pattern, *needs):
            yield direct(*match.span(), "adresse", why, 0.9, "[adressen]")
