"""Finds addresses in small letters whose road is an ordinary word: "i fiolstien 4", ", ringvegen 9", "øvre rognli 34",
"wessels veg 71". What shows it is where the road and the number stand. Knows how roads end, no road.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.identifiers.address_tail import whole
from bot.anonymise.reading.document import Document
from bot.anonymise.words import whys
from bot.anonymise.words.number_patterns import COUNTED
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_ROAD = (
    r"(?:veien|vegen|veia|gata|gaten|stien|svingen|brinken|kroken|tunet|jordet|haugen|bakken|bakkan|kleiva|lia|åsen|"
    r"vollen|moen|grenda|tangen|trøa|ekra|enga|løkka|flata|fjæra|lunden|faret|ringen|neset|nesset|marka|toppen|sletta|"
    r"renna|rabben|vangen|teigen|hamaren|hammeren|berget|allé|veg|vei)"
)
_NO_UNIT = (
    r"(?![\d.,:]\d|\w|\. ?(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des|trinn|tr\b|klas|steg|time|gang|plass|dag|"
    rf"uke|omgang)| ?(?:{COUNTED}|onga|av \d|eller \d|stasjon|post|[–\-/] ?\d))"
)
_HOUSE = rf"(?:nr\.? ?|nummer )?\d{{1,3}}(?: ?[a-df-h](?!\w)|e(?!\w))?{_NO_UNIT}"
_AT = (
    r"(?:i|ved|til|te|fra|frå|utenfor|utanfor|utafor|nedi|oppi|borti|besøkt|adresse|adressen|postadressen er|adr|"
    r"garasje|garasjen|huset|hytta|naboen|blokka|garden|gården|døra)"
)
_COMPOUND = re.compile(rf"(?:\b{_AT} |[,(:] ?|^|\n)(([a-zæøå]{{3,20}}?{_ROAD}),? {_HOUSE})")
"""A road of two parts behind a place's little word or a sign."""
_POSTED = re.compile(rf"(?<![\w\-])(([a-zæøå]{{3,20}}?{_ROAD}) {_HOUSE})(?=, \d{{4}} [a-zæøå]{{3}})")
"""The same with a postcode behind it: "noen skrev ringveien 8, 7520 hegra"."""
_QUARTER = re.compile(
    rf"(?<![\w\-])((?:øvre|nedre|nordre|søndre|søre|indre|ytre|vestre|østre|midtre) ([a-zæøå]{{4,20}}) {_HOUSE})"
)
"""A part of a farm and a house number."""
_NAMED = re.compile(
    rf"(?<![\w\-])(([a-zæøå]{{2,20}}s|gamle) (?:[a-zæøå]{{2,14}})?(?:veg|vei|gate|gata|gt\.?) {_HOUSE})"
)
"""A road with the name of somebody, and the old one: "kongens gate 41", "gamle elvevei 27"."""
_BEFORE_NUMBERS = frozenset([".", ",", "nr", "nummer"])
_ENDS = tuple(
    words(
        "veien vegen veia gata gaten stien svingen brinken kroken tunet jordet haugen bakken bakkan kleiva lia åsen "
        "vollen moen grenda tangen trøa ekra enga løkka flata fjæra lunden faret ringen neset nesset marka toppen "
        "sletta renna rabben vangen teigen hamaren hammeren berget allé veg vei gate gt"
    )
)
"""How what stands before the number ends in every address of this kind but a part of a farm."""
_PARTS = words("øvre nedre nordre søndre søre indre ytre vestre østre midtre")
_QUARTERS = tuple(f"{word} " for word in words("øvre nedre nordre søndre søre indre ytre vestre østre midtre"))
_NO_ROADS = words(
    "hverdagen kvardagen skoletoppen halvveien underveis oppholdsstien skogbakken akebakken skibakken sandbakken "
    "lekegrinda hinderløypa klatretoppen fjelltoppen hjemveien heimvegen omveien livsveien utveien"
)
_FARM = re.compile(r"\b(?:garden|gården|gard|gård|plassen|bruket|heimen|hjemmet),? $")
_LONGEST_LEAD = 12
_BARRED = Word.SAFE | Word.VERB | Word.NUMBER | Word.MONTH | Word.STAFF | Word.OCCUPATION


def small_addresses(document: Document) -> Iterator[Hit]:
    """Yield such addresses with floor, flat and postcode. To be asked where a text has a digit."""
    if not _may_hold_one(document):
        return
    for match in (
        *document.scan(_COMPOUND),
        *document.scan(_POSTED),
        *document.scan(_QUARTER, *_QUARTERS),
        *document.scan(_NAMED),
    ):
        road = match.group(2)
        if road in _NO_ROADS or document.flags_of(road) & _BARRED:
            continue
        if match.re is _QUARTER and document.lexicon.is_plain_form(road) and not _lives_there(document, match):
            continue  # "øvre grense 25"
        yield direct(
            match.start(1),
            whole(document.text, match.end(1)),
            "adresse",
            whys.HOUSE,
            0.75,
            "[adressen]",
        )


def _lives_there(document: Document, match: re.Match[str]) -> bool:
    """Tell whether a farm is named before: "til garden, indre hjelle 2", or the road is where somebody is: "i øvre
    granlia 27".
    """
    head = document.text[max(0, match.start() - _LONGEST_LEAD) : match.start()]
    if _FARM.search(head):
        return True
    return head.endswith((" i ", " på ", " til ", " ved ")) and not document.lexicon.is_headword(match.group(2))


def _may_hold_one(document: Document) -> bool:
    """Tell whether a number stands behind how a road ends or behind a part of a farm: cheap to see before the patterns
    run.
    """
    tokens = document.tokens
    for at in [at for at, token in enumerate(tokens) if token.text[0].isdigit()]:
        before = at - 1
        while before > 0 and tokens[before].lower in _BEFORE_NUMBERS:
            before -= 1
        if before >= 0 and tokens[before].lower.endswith(_ENDS):
            return True
        if before > 0 and tokens[before - 1].lower in _PARTS:
            return True
    return False
