"""Finds homes told from the inside, the number first, then where: "22a nederst i Lia", "brakke 4 på Moen"."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_of, sought
from bot.anonymise.words.number_patterns import TWO_TO_SEVENTEEN
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_CAP = r"[A-ZÆØÅ][\wæøåé\-]{2,40}"
_ENDS_OF_ROADS = (
    *("gata", "gaten", "gate", "vegen", "veien", "vei", "veg", "veita", "allé", "alleen", "svingen", "stien", "tunet"),
    *("kroken", "kroka", "ringen", "bakken", "bakkan", "haugen", "lia", "grenda", "feltet", "jordet", "åsen", "moen"),
)
_ROAD = rf"[A-ZÆØÅ][\wæøåé\-]{{1,40}}(?:{'|'.join(_ENDS_OF_ROADS)})"
_SMALL = rf"(?:en|ein|ett|{TWO_TO_SEVENTEEN})"
_INSIDE = re.compile(
    r"(?<![\d.,:/\-])\d{1,3} ?[A-Ha-h]? "
    r"(?i:øverst|øvst|nederst|nedst|innerst|inst|ytterst|ytst|oppe|nede|inne|lengst \w{3,4}) "
    rf"(?:i|på|ved) {_CAP}"
)
"""A number, where it lies, and the place: "14b øverst i Lia"."""
_LODGING = re.compile(
    r"\b(?i:brakke|brakka|hytte|hytta|campingvogn|campingvogna|vogn|vogna|bobil|blokk|bolig|bustad|leilighet|leilegheit|"
    rf"hybel|rom|internat|enhet|bu) (?:nr\.? |nummer )?(?:\d{{1,4}} ?[A-Ha-h]?|{_SMALL}) (?:på|i|ved) "
    rf"(?:{_ROAD} \d{{1,3}} ?[A-H]?(?!\w)|{_CAP})(?! skole| skule| barnehage| leir)"
)
"""What somebody lives in, its number and the place: "brakke 3 på Moen"."""
_NUMBER_FIRST = re.compile(
    rf"(?<![\w.,:/\-])(?:(?i:nummer|nr\.?) (?:\d{{1,4}}(?: ?[A-Ha-h])?|{_SMALL})|\d{{1,3}} ?[A-Ha-h]) (?:i|på) {_ROAD}"
    r"(?!\w| skole| skule| barnehage)"
)
"""The number before a road: "40 C i Lerkeringen", "nummer seks i Kroken"."""
_LIVES = re.compile(
    r"\b(?i:bor|bodde|bur|budde|bu|bo|flytt\w*|held til|holder til|holde til|overnatt\w*|"
    r"adress\w*|postkass\w*|kartlapp\w*|"
    r"kart(?:et)?|lapp(?:en)?|ring på|hjem til|heim til|hæm te|hjemme|heime|leverte?|hente[rt]?)\b"
)
"""What shows that somebody's home is told of."""
_MANY_LIVE = re.compile(
    r"\b(?i:klassen|klasse|gruppa|gruppen|trinnet|elevene|elevane|avdeling\w*|barnehagen|sfo|skolen|skulen|kontoret|møte\w*|"
    r"helsestasjonen|ppt|barnevernet|leir\w*|vi|me)\b"
)
_VISITED = re.compile(
    r"\b(?i:nabo(?:en|ene|er|ane|ar)?|(?:hjemme|heime)besøk|besøk hjemme)(?: \w{2,6})? (?:i|på) "
    r"([a-zæøå]{2,30}(?:veien|vegen|gata|gaten|stien|veita|svingen|kroken|ringen|bakken|tunet)) \d{1,3} ?[a-h]?"
    r"(?!\w|[.,:]\d| (?:gang|gong|dag|time|minutt|meter|år|uke|veke|elev|barn|m\b|km\b))"
)
"""A road in small letters that may be an ordinary word, where neighbours or a visit are told of."""
_HOMES = (
    *("bor ", "bodd", "bur ", "budd", "bu ", "bo ", "flytt", "held til", "holde", "overnatt", "adress", "postkass"),
    *("kart", "lapp", "ring på", "hjem", "heim", "hæm te", "lever", "hente"),
)
_NUMBERED = (
    sought(_INSIDE, *words("øverst øvst nederst nedst innerst inst ytterst ytst oppe nede inne lengst")),
    sought(_LODGING, *words("brakk hytt vogn bobil blokk bolig bustad leil hybel rom internat enhet bu")),
    sought(_NUMBER_FIRST, *_ENDS_OF_ROADS),
)
_AT_HOME = needs_of(*_HOMES)
_NEEDS = needs_of(*_HOMES, "nabo", "besøk")
_REACH = 60
_WHY = "Nummeret og stedet er en adresse."


@needing(A_DIGIT | Word.NUMBER)
def find_told_homes(document: Document) -> Iterator[Hit]:
    """Yield homes told from the inside, where a word shows that somebody lives there."""
    if document.lacks(_NEEDS) or not (document.has_digit or document.flags & Word.NUMBER):
        return
    for match in document.scan(_VISITED, "nabo", "besøk"):
        yield direct(match.start(1), match.end(), "adresse", _WHY, 0.8, "[adressen]")
    for match in document.scan_each(*_NUMBERED) if not document.lacks(_AT_HOME) else ():
        head = _sentence_before(document.text, match.start())
        if _LIVES.search(head) and not _MANY_LIVE.search(head):
            yield direct(match.start(), match.end(), "adresse", _WHY, 0.8, "[adressen]")


def _sentence_before(text: str, start: int) -> str:
    head = text[max(0, start - _REACH) : start]
    return re.split(r"[.!?\n] ?", head)[-1]
