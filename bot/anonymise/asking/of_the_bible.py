"""Tells whether names are those of the Bible's tales: "fortellingen om Kain og Abel", "hvorfor brødrene solgte Josef".

Only where the text is about teaching in church or at school, and the tale shows itself by its pair or by what happens.
"""

import re
from collections.abc import Iterator, Sequence

from bot.anonymise.finding import Hit
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_of

_TAUGHT = re.compile(
    r"\b(?:bibel\w*|konfirmant\w*|kateket\w*|søndagsskole\w*|juleevangeli\w*|julevandring\w*|påskevandring\w*|"
    r"krybbespill\w*|"
    r"gudstjeneste\w*|gudsteneste\w*|krle|k?rle-\w+|religion\w*|lignelse\w*|(?:det )?(?:gamle|"
    r"nye) testamente\w*|trosopplæring\w*|"
    r"kirka|kirken|kyrkja|presten|menighet\w*|fortellinga|fortellingen|fortellingane|forteljinga)(?!\w)",
    re.IGNORECASE,
)
_TOLD_OF = (
    r"(?:fortelling\w*|forteljing\w*|histori\w*|bibelhistori\w*|eventyr\w*|bilde\w*|lese?r?|lest|leste|"
    r"lærer?|lært|hørt?e?|høre) om "
)
_TALE = re.compile(
    rf"\b{_TOLD_OF}((?:Kain|Abel|Adam|Eva|David|Goliat|Noah?|Moses|Josef|Maria|Abraham|Isak|Jakob|Esau|Jonas|"
    rf"Daniel|Rut|"
    r"Samson|Job|Salomo|Saul|Peter|Paulus|Judas|Lasarus|Marta|Sakkeus|Samuel|Ester|Elia|Elisabet|Sakarja)"
    r"(?:(?:,| og| i) (?:[A-ZÆØÅ][a-zæøå]+|hvalen|kvalen|sivet|kurven|løvehulen|løvehula|arken|brødrene))+)"
    r"|\b(?:brødrene|brørne) (?:som )?solgte (Josef)\b|\b(Josef) (?:som )?(?:ble|vart|blei) solgt|"
    r"\b(Jonas) (?:i|og) (?:h|k)valen"
    r"|\b(Moses) i (?:sivet|kurven)|\b(Daniel) i løvehul\w*|\b(Noah?)s ark\b|\b(Noah?) og arken|\b(David) og (Goliat)\b"
    r"|\b(Kain) og (Abel)\b"
)
_NEEDS = needs_of(
    *(
        "kain",
        "adam",
        "david",
        "noa",
        "moses",
        "josef",
        "maria",
        "abraham",
        "jonas",
        "daniel",
        "rut ",
        "samson",
        "jakob",
    ),
    *("paulus", "judas", "lasarus", "sakkeus", "samuel", "ester", "elia", "salomo", "peter"),
)
_CAPITAL = re.compile(r"[A-ZÆØÅ][a-zæøå]+")


def told_in_the_bible(document: Document, names: Sequence[Hit]) -> Iterator[int]:
    """Yield where the names of such tales begin, and the same names where they stand again."""
    if document.lacks(_NEEDS) or not _TAUGHT.search(document.text):
        return
    tales = [group for match in document.matches(_TALE) for group in match.groups() if group]
    of_tales = {name for tale in tales for name in _CAPITAL.findall(tale)}
    for hit in names if of_tales else ():
        if of_tales.issuperset(_CAPITAL.findall(document.text[hit.start : hit.end]) or [""]):
            yield hit.start
