"""Finds farms and hamlets by the way they are named: "Øvre Leirfall", "Haugland ytre", "Øver-Moan", "på gården "
"Moen"."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_of
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_SIDES = tuple(
    words("øvre nedre øvste nedste søndre nordre nørdre søre indre inner ytre vestre østre austre mellom øver ytter")
)
_YARDS = tuple(
    words(
        "nigard nigarden oppigard oppigarden nordgard sørgard austgard vestgard nistu nistua oppistu oppistua nordistu"
    )
)
_ENDS = "|".join(_SIDES + _YARDS)
_NAME = r"[A-ZÆØÅ][a-zæøåé]{2,25}"
_BEFORE = re.compile(
    rf"(?<![\wæøå\-])(?:(?:Øvre|Nedre|Søndre|Nordre|Nørdre|Søre|Indre|Ytre|Vestre|Østre|Austre) {_NAME}|"
    rf"(?:Øver|Øvre|Ner|Nedre|Inner|Ytter|Nord|Sør|Aust|Vest|Øst|Oppi|Nedi|Midt|Gammel|Gammal)-{_NAME})(?![\wæøå])"
)
_AFTER = re.compile(rf"[A-ZÆØÅ](?<![\wæøå\-].)[a-zæøåé]{{2,25}} (?:{_ENDS})(?=[.,;:!?)\n]|$| (?:og|men|som|der|i)\b)")
_ON_THE_FARM = re.compile(
    rf"\b(?:på|fra|frå|til|ved|hos|åt) (?:gården|garden|gard'n|gardsbruket|gårdsbruket|småbruket|bruket|plassen|"
    rf"setra|seteren|"
    rf"hytta|kårgarden|nabogården|nabogarden|husmannsplassen|øya) ({_NAME})(?![\wæøå])"
)
_SIGNS = tuple(
    words(
        "øvre nedre søndre nordre nørdre søre indre ytre vestre østre austre "
        "er- re- ord- ør- est- øst- aust- pi- di- idt- mal-"
    )
)
_ENDINGS = ("re", "øvste", "nedste", "øver", "inner", "ytter", "mellom", "gard", "stu")
_FARMS = ("gård", "gard", "bruket", "plassen", "setr", "seter", "hytta", "øya ")
_LANDS = words(
    "norge noreg trøndelag korea afrika amerika europa sudan irland england italia frankrike tyskland østerdal "
    "varanger norden asia "
    "vietnam makedonia salten jemen kypros odal fron aurdal rana romsdal vestlandet østlandet"
)
_NEEDS = needs_of("-", *(sign for sign in _SIGNS if "-" not in sign), *_SIDES, *_YARDS, *_FARMS)


@needing(_NEEDS)
def find_farms(document: Document) -> Iterator[Hit]:
    """Yield the names of farms and hamlets."""
    for match in document.scan(_BEFORE, *_SIGNS):
        last = match.group().replace("-", " ").split()[-1].lower()
        if last not in _LANDS and not document.flags_of(last) & (Word.SAFE | Word.FIRST):
            yield _place(match.start(), match.end())
    for match in document.scan(_AFTER, *_ENDINGS):
        first = match.group().split()[0]
        if not document.flags_of(first) & (Word.SAFE | Word.FUNCTION | Word.FIRST | Word.VERB | Word.KIN | Word.STAFF):
            yield _place(match.start(), match.end())
    for match in document.scan(_ON_THE_FARM, *_FARMS):
        if not document.flags_of(match.group(1)) & (Word.SAFE | Word.FUNCTION | Word.FIRST):
            yield _place(match.start(1), match.end(1))


def _place(start: int, end: int) -> Hit:
    return quasi(start, end, "sted", "Navnet på en gård eller grend viser hvor noen bor.", 0.7, "[stedet]")
