"""Tells whether names are those of the Bible's tales: "fortellingen om Kain og Abel", "hvorfor brødrene solgte Josef".

Only where the text is about teaching in church or at school, and the tale shows itself by its pair or by what happens:
any other two may be children the priest has heard of. Must not speak for the same name elsewhere in the text.
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
_PAIRS = (
    r"Kain og Abel|Adam og Eva|David og Goliat|Josef og (?:Maria|brødrene)|Maria og Josef|Abraham(?: og|,) "
    r"(?:Isak|Sara)(?: og (?:Jakob|Isak))?|Jakob og Esau|Esau og Jakob|Isak og Rebekka|Jakob og Rakel|Rut og Noomi|"
    r"Samson og Dalila|Marta og Maria|Maria og Marta|Saul og David|David og (?:Saul|Jonatan|Batseba)|Samuel og Eli|"
    r"Peter og Paulus|Paulus og Silas|Sakarja og Elisabet|Noah? (?:og|i) arken|Moses i (?:sivet|kurven)|"
    r"Jonas (?:og|i) (?:h|k)valen|Daniel i løvehul(?:en|a)"
)
_TALE = re.compile(
    rf"\b{_TOLD_OF}({_PAIRS})(?!\w)"
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


def told_in_the_bible(document: Document, names: Sequence[Hit]) -> Iterator[int]:
    """Yield where the names in such tales begin."""
    if document.lacks(_NEEDS) or not _TAUGHT.search(document.text):
        return
    tales = [match.span() for match in document.matches(_TALE)]
    for hit in names if tales else ():
        if any(start <= hit.start and hit.end <= end for start, end in tales):
            yield hit.start
