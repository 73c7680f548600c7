"""Finds what makes an address of a road without a number, and what follows one: "kjelleren", "det gule huset"."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, IN_ENGLISH, needs_of
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_COLOUR = (
    r"(?:gule|røde|raude|hvite|kvite|grønne|grøne|blå|brune|svarte|grå|rosa|lyse|mørke|store|lille|vesle|gamle|nye|"
    r"øverste|nederste|nedste|ytterste|innerste|første|fyrste|andre|tredje|fjerde|siste)"
)
_HOUSE = (
    r"(?:huset|hus|hytta|gården|garden|gard'n|leiligheten|leiligheta|leilegheita|rekkehuset|brakka|campingvogna|"
    r"inngangen|døra|oppkjørselen|oppkjørsla|avkjørselen|avkjøringa|innkjørselen|innkjørsla|porten)"
)
_WORD = r"(?: [\wæøåÆØÅ'’\-]{1,25})"
_WHERE = (
    rf"(?:(?:det|den) {_COLOUR} {_HOUSE}{_WORD}{{0,5}}|{_COLOUR} {_HOUSE} (?:etter|før|på|forbi|ved|til|i|bak|mot|"
    rf"fra|frå|etti|"
    rf"oppme|attme|nedme){_WORD}{{1,4}}|{_HOUSE} (?:ved|bak|med|etter|rett|nederst|øverst|innerst|"
    rf"ytterst){_WORD}{{1,4}}|"
    rf"(?:i )?(?:kjelleren|kjellaren|sokkelen|sokkeletasjen|underetasjen|loftet|loftsleiligheten|hybelen|"
    rf"bakgården|kårboligen|"
    rf"kårbustaden|annekset|øverst|nederst|nedst|oppe|nede|innerst|ytterst)(?: i (?:huset|gata|vegen|veien|"
    rf"svingen|bakken))?|"
    rf"(?:rekke|blokk|oppg(?:ang|\.)|inng(?:ang|\.)|hus|leilighet|leil\.?|bolig|bustad|seksjon|bygg|hybel|rom) "
    rf"(?:\d{{1,3}} ?[A-Za-z]?|[A-Z])(?!\w))"
)
_TAIL = re.compile(rf"(?:, ?| \(){_WHERE}", re.IGNORECASE)
_BESIDE = re.compile(
    r" (?:rett |like |nær )?(?:oppme|oppmed|nedme|nedmed|attme|attmed|bortme|bortmed|innme|ved sida av|vegg i "
    r"vegg med|bak|ovenfor|"
    r"nedenfor|ovafor|nedafor)(?: [\wæøåÆØÅ'’\-]{2,25})(?!\w)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r", (?:N-)?(?!19|20)\d{4}(?![\w:]|[.,/]\d)")
"""A postcode without its town; what may be a year is none."""
_ROAD = re.compile(
    r"(?<![\w])[A-ZÆØÅ][\wæøåé\-]{2,40}(?:gata|gaten|gate|vegen|veien|vei|veg|veita|allé|alleen|bakken|bakkan|"
    r"svingen|stien|lia|"
    r"haugen|grenda|tunet|kroken|ringen|feltet|toppen|åsen|byen|jordet)(?!\w)"
)
_SAID = (
    r"(?:to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|"
    r"(?:tjue|tretti|førti|femti|seksti|sytti|åtti|nitti)(?:en|to|tre|fire|fem|seks|sju|syv|åtte|ni)?)"
)
_NUMBER_AFTER = re.compile(
    rf",? (?:nr\.?|nummer|number|no\.?|hus(?:nummer|nr\.?)?) (?:\d{{1,4}}|{_SAID}(?![a-zæøå]))(?: ?[A-Ha-h](?!\w))?"
    rf"(?:(?: (?:or|eller|og)|/) \d{{1,4}})?(?!\w)|,? {_SAID}(?: [A-H])?(?=[.,;!?)]|$)",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(
    r"\b(?:bor|bur|bodde) (?:i|på) (?:rekkehus|hus|leilighet|blokk|seksjon|bolig) (?:nr\.? ?)?\d{1,4} ?[a-h]? "
    r"(?:i|på|ved) [\wæøå]{3,30}|"
    r"\b(?:nr\.?|nummer|hus|rekkehus) \d{1,4}(?: ?[A-Ha-h](?!\w))? (?:i|på|ved) "
    r"[A-ZÆØÅa-zæøå][\wæøåé\-]{2,40}(?:gata|gaten|vegen|veien|veita|allé|alleen|svingen|stien|tunet|kroken|ringen|jordet)"
    r"(?!\w)",
    re.IGNORECASE,
)
"""The number before the road: "bor i nummer 12 i fjellvegen"."""
_CARE_OF = re.compile(
    r"\bc/o [A-ZÆØÅ][\wæøåé\-]{1,30}(?: [A-ZÆØÅ][\wæøåé\-]{1,30}){0,2}(?:, [A-ZÆØÅ][\wæøåé\-]{1,40}(?: "
    r"[A-ZÆØÅ][\wæøåé\-]{1,30})? "
    r"\d{1,4}(?: ?[A-H](?!\w))?)?",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"\b(?i:utenfor|utanfor|utafor|utføre|(?:hjemme|heime)besøk (?:i|på)|nabo(?:en)? i|post til|"
    r"(?:hjem|heim|hjemme|heime|besøk|besøkte|besøkt|vitja)\b(?: (?!\d)[\wæøå]+){0,2} (?:til|te|hos) "
    r"(?:(?!på\b|i\b)[\wæøåÆØÅ]+,? ){1,3}(?:[\wæøå]+ [\wæøå]+, )?(?:i|på)) "
    r"([A-ZÆØÅ][\wæøåé\-]{2,30} \d{1,3}(?: ?[A-Ha-h](?!\w))?)(?![\d.,:]\d|\w| ?(?:trinn|klasse|timer|ganger|"
    r"elever|barn|år|%|uker|veker|dager|dagar|netter|mnd|måneder|månader|min|km|gang|av))"
)
_IN_AN_ADDRESS = re.compile(
    r"(?:, |\b(?:i|på|til|te|for|fra|frå|ved|av|er|og|mot|med|eller|var|heter|heiter|mellom|ikke|ikkje) )"
    r"((?:[A-ZÆØÅ][\wæøåé\-]{1,30} )?([A-ZÆØÅ][\wæøåé\-]{2,30}) \d{1,3}(?: ?[A-Ha-h](?!\w))?)"
    r"(?![\d.,:]\d|\w)(?! ?(?:\.? ?trinn|klasse|time|gang|elev|barn|år|%|mnd|måned|månad|uke|veke|dag|\. [a-zæøå]))"
)
"""A name and a number in a sentence that speaks of an address: "feil adresse, Tangen 5"."""
_SENTENCE_ENDS = re.compile(r"[.!?](?=\s)|\n")
_NUMBERED_THINGS = words(
    "trinn nivå uke klasse side kapittel punkt fase sak alder tiltak modul gruppe avdeling rom etasje vedlegg "
    "versjon skjema steg del office windows outlook microsoft samsung android visma gmail team teams pulje "
    "vakt sone felt kl nr januar februar mars april mai juni juli august september oktober november desember"
)
_ENGLISH_HOUSE = re.compile(
    r"\b(?:the )?(?:last|first|second|third|red|white|yellow|blue|green|brown|big|small|old) (?:house|farm|cabin|flat) "
    r"(?:on|in|at|along) [A-ZÆØÅ][\wæøåé\-]{2,40}(?!\w)"
)
_NOT_HERE = Word.FUNCTION | Word.SAFE | Word.MONTH | Word.STAFF | Word.NUMBER | Word.KIN | Word.CHILD
_ROAD_ENDS = ("gata", "gaten", "vegen", "veien", "svingen", "stien", "tunet", "kroken", "ringen")
_HOUSE_WORDS = (
    *words("huset hus rekke blokk oppgang leilighet leil bolig kjeller sokkel loft øverst nederst number nummer"),
    *(" nr", *_ROAD_ENDS),
)
_NEEDS = needs_of(*_HOUSE_WORDS)


_FLAT = re.compile(
    r"(?:,? ?(?:\d{1,2}\. ?(?:etg|etasje|inngang)\.?|[uh]\. ?etg(?:asje)?\b|(?:under|sokkel)(?:etasje|etg)\b|"
    r"flat \d{1,3}|(?:bolig|bruksenhet|hus) ?(?:nr\.? "
    r"?)?[HUKL]?\d{1,4}|leil(?:ighet)?\.? ?(?:nr\.? ?)?\w{1,6}|[HUKL]\d{4}|"
    r"[-–/] ?[HUKL]?\d{1,4}(?!\w|[.,/]\d)|(?:oppgang|oppg\.?|inngang|inng\.?) [A-Za-h]\b|"
    r"\d{4} [A-ZÆØÅa-zæøå][\wæøå]{3,25})){1,3}"
)


def whole_address(text: str, end: int) -> int:
    """Return where an address that ends here ends with the words that lead to the door."""
    for pattern in (_TAIL, _BESIDE, _POSTCODE):
        tail = pattern.match(text, end)
        if tail is not None:
            return tail.end()
    return end


@needing(A_DIGIT | IN_ENGLISH | needs_of("/") | _NEEDS)
def find_doors(document: Document) -> Iterator[Hit]:
    """Yield roads with words that lead to the door instead of a number, "c/o Hansen", and "utanfor Øyane 17"."""
    if "/" in document.words:
        for match in document.scan(_CARE_OF, "c/o"):
            yield _hit(match.start(), whole(document.text, match.end()))
    if document.is_english:
        needs = (" house ", " farm ", " cabin ", " flat ")
        yield from (_hit(match.start(), match.end()) for match in document.scan(_ENGLISH_HOUSE, *needs))
    if document.has_digit:
        for match in document.scan(_NUMBER_BEFORE, " i ", " på ", " ved "):
            yield _hit(*match.span())
        yield from _outside(document)
        yield from _in_an_address(document)
    for match in () if document.lacks(_NEEDS) else document.scan(_ROAD, *_HOUSE_WORDS):
        tail = _TAIL.match(document.text, match.end()) or _NUMBER_AFTER.match(document.text, match.end())
        if tail is not None and not document.flags_of(match.group()) & _NOT_HERE:
            yield _hit(match.start(), tail.end())


def _outside(document: Document) -> Iterator[Hit]:
    for match in document.scan(
        _OUTSIDE, "uten", "utan", "utaf", "utfø", "besøk", "nabo", "post til", "vitja", "hjem", "heim"
    ):
        if not document.flags_of(match.group(1).split()[0]) & _NOT_HERE:
            yield _hit(match.start(1), match.end(1))


def _in_an_address(document: Document) -> Iterator[Hit]:
    """Yield a name and a number in a sentence with "adresse": "til feil adresse, Tangen 5, i stedet for Tangen 51"."""
    if "adress" not in document.lower:
        return
    start = 0
    for end in [*(match.end() for match in document.matches(_SENTENCE_ENDS)), len(document.text)]:
        if document.lower.find("adress", start, end) >= 0:
            for match in _IN_AN_ADDRESS.finditer(document.text, start, end):
                name = match.group(2)
                if name.lower() not in _NUMBERED_THINGS and not document.flags_of(name) & _NOT_HERE:
                    yield _hit(*match.span(1))
        start = end


def _hit(start: int, end: int) -> Hit:
    why = "Veien og hvor huset ligger, er en adresse."
    return direct(start, end, "adresse", why, 0.8, "[adressen]")


def whole(text: str, end: int) -> int:
    """Return the end of the address with floor, flat, postcode and the way to the door."""
    tail = _FLAT.match(text, end)
    return whole_address(text, tail.end() if tail else end)
