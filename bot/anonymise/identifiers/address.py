"""Finds street addresses: a road name with a house number, farm numbers, postcodes. "Uke 42" and "trinn 7" are
left alone.
"""

import re
from collections.abc import Iterator, Sequence

from bot.anonymise.finding import Hit, direct
from bot.anonymise.identifiers.address_tail import whole
from bot.anonymise.identifiers.unnumbered_home import NEEDS, address_hit, without_a_number
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_one_of
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_ROAD_ENDS = tuple(
    sorted(
        words(
            "gata gaten gate gt veg vegen vei veien veia vn alle allé alleen alléen plass plassen torg torget torv "
            "torvet bakken bakkan bakke haugen haugan haug lia lien moen mo jordet tunet tun grenda grend stien sti "
            "svingen sving kroken krok ringen ring brinken brink åsen berget berg kleiva stubben geila geilan trøa "
            "trøen enga engen kaia brygga løkka løkken faret flata ekra ekran myra myran marka neset nesset øra øran "
            "skogen skrenten toppen vika vollen vollan aunet hagen hagan teigen dalen kvartalet linna loftet minde "
            "rabben rabbin snarvegen strøket terrasse tverrvegen veita ganga gangen høgda høyden mælen melen åkeren "
            "åkern"
        )
    )
)
_ROAD_END = rf"(?:{'|'.join(_ROAD_ENDS)})"
_LAST_LETTERS = frozenset(end[-3:] for end in (*_ROAD_ENDS, "vn", "v"))
"""The last letters of every road, three where it has so many."""
_NUMBER = r"(?:nr\.? ?|nummer |v/ ?)?\d{1,4}(?: ?[A-Ha-h](?![\w]))?"
_WORDS = r"(?:[A-ZÆØÅ][\wæøåé.\-]{0,30} ){0,3}"
_SURE_END = r"(?:gata|gaten|gate|gt\.|vegen|veien|veg|vei|veia|vn\.?|v\.|allé|alleen|alléen|gt)"
_CAPITAL = re.compile(
    rf"(?<![\w]){_WORDS}[A-ZÆØÅ][\wæøåé\-]{{0,40}}?{_ROAD_END}\.?,? (?:# ?)?{_NUMBER}(?![\d.,:]\d|\w|-[a-zæøå]{{2}})"
)
_CAPITAL_TWO = re.compile(
    rf"(?<![\w])[A-ZÆØÅ][\wæøåé.\-]{{1,30}} (?:[A-ZÆØÅ]?[\wæøåé.\-]{{1,30}} ){{0,2}}{_SURE_END} "
    rf"{_NUMBER}(?![\d.,:]\d|\w)"
)
_NATURE = tuple(
    words(
        "fjæra fjøra fjæren stranda stranden strand sletta sletten bukta bukten sundet holmen holtet hammeren "
        "bekken fossen elva åa brua broa kaien bryggen odden tangen åkeren lunden parken kleiva bergan bakkan "
        "øya siden sida vågen pollen løkka viken botn botnen eidet hylla skaret skardet saga mølla setra vatnet"
    )
)
_BY_NATURE = re.compile(
    rf"(?<![\w])[A-ZÆØÅ][a-zæøåé\-]{{2,40}}(?:{'|'.join(sorted(_NATURE))}) {_NUMBER}(?![\d.,:]\d|\w)"
)
"""A place by the water or in the woods and a house number: "Prøvefjæra 3"."""
_QUARTER = re.compile(
    rf"(?<![\w])(?:Øvre|Nedre|Nordre|Søre|Søndre|Indre|Ytre|Vestre|Østre|Midtre|Store|Lille|Vesle|Gamle|Nye) "
    rf"[A-ZÆØÅ][\wæøåé\-]{{1,30}} {_NUMBER}(?![\d.,:]\d|\w)"
)
"""A part of a farm or a quarter: "Øvre Prøve 7"."""
_QUARTERS = words("øvre nedre nordre søre søndre indre ytre vestre østre midtre store lille vesle gamle nye")
_QUARTERS_NEEDED = needs_one_of(_QUARTERS)
_LOWER = re.compile(rf"(?<![\w\-])(?:[\wæøåé]{{2,20}} )?[a-zæøåé]{{2,40}}{_ROAD_END}\.? {_NUMBER}(?![\d.,:]\d|\w)")
_LIVES = re.compile(
    rf"\b(?:bor|bodde|budd|bur|budde|bosatt|flytta|flyttet|adresse|adressen|adr|adresse:|hjemme|heime|huset|hjem,|"
    rf"heim,|leilighet|leiligheten|adressa,? (?:den|det|ho))\.?(?: er| e| va| var)?(?: ?:)?(?: (?:jo|nå|no|fortsatt|"
    rf"alene|aleine|åleina|øverst|øvst|nederst|nedst|oppe|nede|sammen|også|der|hos|sjøl|selv|i (?:kjelleren|kjellaren|"
    rf"sokkelen|annekset|underetasjen))){{0,3}}(?: i| på| ved| til| oppi| borti| nedi| nedpå| oppå)? "
    rf"((?:[\wæøåÆØÅé.\-]{{2,30}} ){{0,2}}[\wæøåÆØÅé.\-]{{2,40}} {_NUMBER})(?![\d.,:]\d|\w)",
    re.IGNORECASE,
)
_POST = re.compile(r"(?<![\d./\-])(?:N-)?(\d{4}) ([A-Za-zæøåÆØÅ][A-Za-zæøåÆØÅ\-]{1,30})(?!\w)")
_TOWN = re.compile(r", ([A-ZÆØÅ][a-zæøå\-]{2,30})(?=[.,;)\n]|$)")
_UNIT = re.compile(
    r" ?(?:ganger|gonger|gang|dager|dagar|dag|minutt|min|timer|timar|time|år|elever|barn|meter|m|km|prosent|%|kr|"
    r"kroner|uker|veker|mnd|måneder|stk|personer|og en halv|kilo|kg|klassetrinn|trinn|klasser|poeng)\b",
    re.IGNORECASE,
)
_ON_A_MAP = re.compile(
    r"(?<![\d.])\d{1,2}[.,]\d{3,8}° ?[NØEnøe]?[,; ]{1,2}\d{1,3}[.,]\d{3,8}(?!\d)|"
    r"(?<![\d.])[5-8]\d\.\d{3,8}[,; ]{1,2}\d{1,2}\.\d{3,8}(?!\d)"
)
_BEFORE_NUMBERS = frozenset([".", ",", "#", "nr", "nummer"])
_LIVES_AT = ("bor", "bodd", "budd", "bur", "bosatt", "flytt", "adr", "hjem", "heim", "huset", "leilighet")
_DIGITS_OF_A_POINT = 8
_DIGITS_OF_A_POSTCODE = 4
_NOT_ROADS = words(
    "trinn nivå uke klasse klassetrinn side kapittel kap punkt fase steg kl sak nr ca alder alderen tiltak modul "
    "gruppe avdeling rom etg etasje paragraf vedlegg versjon omtrent cirka år mai juni juli klokka klokken med ca. "
    "dag før etter under over siste kode mandag tirsdag onsdag torsdag fredag lørdag søndag"
)


@needing(A_DIGIT | NEEDS)
def find_addresses(document: Document) -> Iterator[Hit]:
    """Yield addresses (direct) and road names without a number (quasi)."""
    if document.has_digit:
        numbered = _numbered(document)
        if not _LAST_LETTERS.isdisjoint([end for word in numbered for end in (word[-3:], word[-2:], word[-1:])]):
            yield from _with_capitals(document)
            yield from _written_small(document)
        yield from _by_nature(document, numbered)
        yield from _after_lives(document)
        yield from _postcodes(document)
    for match in document.scan(_ON_A_MAP) if document.digits >= _DIGITS_OF_A_POINT else ():
        yield direct(match.start(), match.end(), "adresse", "Et punkt på kartet er en adresse.", 0.85, "[adressen]")
    if not document.lacks(NEEDS):
        yield from without_a_number(document)


def _numbered(document: Document) -> list[str]:
    """Return the words that a number stands after, in small letters: what is cheap to see before the patterns run."""
    found = []
    for at, token in enumerate(document.tokens):
        if token.text[0].isdigit() or token.lower.startswith(("nr", "nummer")):
            before = at - 1
            while before >= 0 and document.tokens[before].lower in _BEFORE_NUMBERS:
                before -= 1
            if before >= 0:
                found.append(document.tokens[before].lower)
    return found


def _by_nature(document: Document, numbered: Sequence[str]) -> Iterator[Hit]:
    """Yield "Prøvefjæra 3" and "Øvre Prøve 7"."""
    is_by_nature = any(word.endswith(_NATURE) for word in numbered)
    for match in (
        *(document.scan(_BY_NATURE) if is_by_nature else ()),
        *(document.scan(_QUARTER) if document.holds & _QUARTERS_NEEDED else ()),
    ):
        is_page = match.group().lower().startswith(_PAGES)
        if not (is_page or _is_amount(document.text, match.end())):
            yield address_hit(match.start(), _with_town(document, whole(document.text, match.end())), 0.85)


_PAGES = ("forside", "bakside", "innside", "utside", "nettside", "hjemmeside", "venstresid", "høyresid")
"""Sides of a sheet or of the web, and no place."""


def _with_capitals(document: Document) -> Iterator[Hit]:
    text = document.text
    for pattern in (_CAPITAL, _CAPITAL_TWO):
        for match in document.matches(pattern):
            if _is_an_item(text, match):
                continue
            if not _is_amount(text, match.end()) and not _only_opens_a_sentence(match.group()):
                yield address_hit(match.start(), _with_town(document, whole(text, match.end())), 0.93)


def _is_an_item(text: str, match: re.Match[str]) -> bool:
    """Tell whether the number is the next point of a list: "1) Skolevandring. 2) Saker"."""
    follow = text[match.end() : match.end() + 1]
    if follow == "/" and "," in match.group():
        return True  # "1/27 Konstituering, 2/27 Eventuelt"
    if follow != ")":
        return False
    near = max(0, match.start() - 80)
    is_bracketed = text.rfind("(", near, match.end()) > text.rfind(")", near, match.end())
    return not is_bracketed


def _with_town(document: Document, end: int) -> int:
    """Return where the address ends with its town: "Sjøveien 3, Kolvereid". A listed town is found by itself."""
    town = _TOWN.match(document.text, end)
    if town is None or document.flags_of(town.group(1)) & (Word.FIRST | Word.FUNCTION | Word.SAFE):
        return end
    return end if town.group(1).lower() in document.places.single else town.end(1)


def _is_amount(text: str, end: int) -> bool:
    """Tell whether the number counts something ("3 ganger") and is no house number."""
    return _UNIT.match(text[end : end + 16]) is not None


def _postcodes(document: Document) -> Iterator[Hit]:
    for match in document.scan(_POST) if document.digits >= _DIGITS_OF_A_POSTCODE else ():
        is_listed = match.group(2).lower() in document.places.single
        is_year = match.group(1).startswith(("19", "20")) and not (is_listed and match.group(2)[0].isupper())
        is_town = match.group(2)[0].isupper() or is_listed
        if is_town and not is_year and _is_post_town(document, match.group(2)):
            yield address_hit(match.start(), match.end(), 0.85)


def _is_post_town(document: Document, word: str) -> bool:
    flags = document.vocabulary.flags.get(word.lower())
    return word.lower() in document.places.single or not (
        flags & (Word.SAFE | Word.FUNCTION) or document.is_known(word.lower())
    )


def _only_opens_a_sentence(found: str) -> bool:
    """Tell whether the capital only opened a sentence: "Veien 3" is no address, "Storgata 3" is."""
    parts = found.lower().split()
    return len(parts) == 2 and parts[0] in _BARE_NOUNS


def _written_small(document: Document) -> Iterator[Hit]:
    """Yield "storgata 5 b" and "kirkevegen 4" in small letters, when the road is no ordinary word."""
    text = document.text
    for match in document.scan(_LOWER):
        parts = match.group().split()
        road = next(
            (w for w in reversed(parts) if w[0].isalpha() and len(w) > 1 and w not in ("nr", "nummer")), parts[0]
        ).rstrip(".")
        led = text[max(0, match.start() - 3) : match.start()] + match.group()
        is_road = (
            not document.is_known(road)
            or road in document.places.roads
            or _is_real_road(road)
            or (_LETTERED.search(match.group()) is not None and not document.lexicon.is_headword(road))
            or _is_a_named_road(document, road)
            or (_AT_A_HOUSE.search(led) is not None and not document.lexicon.is_headword(road))
        )
        if is_road and not _is_amount(text, match.end()):
            start = match.start() if parts[0] in _QUARTERS else match.start() + match.group().index(road)
            yield address_hit(start, whole(text, match.end()), 0.85)


def _after_lives(document: Document) -> Iterator[Hit]:
    """Yield any name and number after "bor i", "adressen er"."""
    text, small = document.text, Word.FUNCTION | Word.VERB
    for match in document.scan(_LIVES, *_LIVES_AT):
        parts = match.group(1).lower().split()
        name = next((w for w in reversed(parts) if w[0].isalpha() and len(w) > 1), "")
        if not name or name in _NOT_ROADS or document.flags_of(name) & (small | Word.MONTH):
            continue
        is_a_point = name[-1] == "." == text[match.end() : match.end() + 1] and document.lexicon.is_headword(name[:-1])
        if not (is_a_point or _is_amount(text, match.end())):  # "heime ut året. 4. Nytt møte"
            skip = next((i for i, w in enumerate(parts) if not document.flags_of(w) & small), 0)
            start = match.start(1) + sum(len(w) + 1 for w in parts[:skip])
            yield address_hit(start, whole(text, match.end(1)), 0.85)


_BARE_NOUNS = words("veien vegen gata gangen ringen plassen toppen dalen skogen hagen bakken gate moen")
_REAL_ROADS = words(
    "storgata kirkegata kirkevegen kirkeveien skolegata stasjonsvegen strandvegen strandveien strandgata "
    "sjøgata kongens prestegata torggata jernbanegata jernbanevegen elvegata fjordgata bygdevegen "
    "bygdeveien nyvegen nyveien hagegata parkgata kirkegaten storgaten"
)


def _is_real_road(road: str) -> bool:
    return road in _REAL_ROADS or (
        road.endswith(("gata", "gaten")) and len(road) > 6 and road not in ("fotgata", "gågata", "handlegata")
    )


def _is_a_named_road(document: Document, road: str) -> bool:
    """Tell whether the definite road is named after something and is no common compound: "tiurvegen", not
    "skoleveien".
    """
    first = next((road[: -len(end)] for end in _DEFINITE_ROADS if road.endswith(end)), "")
    if len(first) < 3 or (first.endswith("s") and first[:-1] in _ROAD_KINDS):
        return False
    common = (first + "veg", first + "vei", first + "gate", first + "gt")
    return first not in _ROAD_KINDS and not any(document.lexicon.is_headword(word) for word in common)


_DEFINITE_ROADS = ("vegen", "veien", "gata", "gaten")
_ROAD_KINDS = words(
    "skole skule barnehage hoved gang sykkel små stor fylke fylkes riks europa grus asfalt hjem heim tur ut inn opp "
    "ned til fra mot mellom år liv skog bil kjøre ski lys motor handle gå fot tverr snar om side felles privat samme"
)
_AT_A_HOUSE = re.compile(r"\b(?:i|på|te|til) [a-zæøå]{3,20}(?:lia|åsen|haugen|bakken|moen|tunet|svingen|vollen) \d")
_LETTERED = re.compile(r"\d[a-h]$")
"""A letter right after the house number, as nothing else has: "rypetrøa 4b"."""
