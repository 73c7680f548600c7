"""Finds addresses whose road is a place and no road: "på Myrane 8", "Bolig: Kleiva 41", "nordre gate 14", "kjør "
"til Åsen
44", "registrert på Fjellro, 7580". Knows how places end, no place.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.identifiers.address_small import small_addresses
from bot.anonymise.identifiers.address_tail import whole_address
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, sought
from bot.anonymise.words import whys
from bot.anonymise.words.number_patterns import COUNTED
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_STEMS = (
    r"(?:myr|bakk|haug|li|lid|kleiv|teig|åkr|voll|eng|nes|berg|hamr|hag|jord|lund|mo|rud|strand|vik|våg|holm|øy|"
    r"tun|gard|"
    r"dal|skog|ås|hei|bekk|brekk|trø|stykk|reit|løkk|ekr|gjerd|kvi|støl|setr|fur|bjørk|rabb|flat|slett|grind|naust|"
    r"hammer|foss|tjønn|vatn|sand|stein|ur|botn|hol|rør|dokk|bu|låv|stall|kvern|mel|ør|hyll|tei|jort)"
)
_ANY_STEM = f"(?i:{_STEMS})"
_NO_UNIT = rf"(?![\d.,:]\d|\w|\. ?[a-zæøå]| ?(?:{COUNTED}|[–\-/] ?\d))"
_HOUSE = rf"\d{{1,3}}(?: ?[A-Ha-h](?!\w))?{_NO_UNIT}"
_AT = r"(?:i|på|ved|te|til|fra|frå|nedi|oppi|borti|nedpå|oppå|bortpå|utpå|innpå)"
_PLURAL = re.compile(
    rf"\b{_AT} ((?=[A-ZÆØÅ])[A-ZÆØÅa-zæøå]{{0,20}}?{_ANY_STEM}(?:ane|an|ene|åne|adn) {_HOUSE})|"
    rf"\b{_AT} ([a-zæøå]{{0,14}}{_STEMS}(?:ane|an) {_HOUSE})"
)
"""Places in the plural, as farms and roads are called, and a house number: "på Myrane 8"."""
_SINGLE = re.compile(
    rf"\b{_AT} ([A-ZÆØÅ][a-zæøå]{{0,20}}(?:myra|kleiva|kleiven|teigen|åkeren|vollen|brekka|reita|støylen|setra|rabben|"
    rf"hamaren|sletta|grinda|naustet|tjønna|moane|melen|øra|trøa|ekra|kvia|stykket|løkka) {_HOUSE})"
)
_LABELLED = re.compile(
    r"\b(?i:bolig|bosted|bustad|heim|hjem|hjemmeadresse|heimeadresse|oppmøte(?:sted|stad)?|hente(?:sted|adresse)|"
    rf"besøksadresse|hus|leilighet|leilegheit|bopel): ?((?:[A-ZÆØÅ][\wæøåé.\-]{{1,30}} ){{1,3}}{_HOUSE})"
)
"""A field of a form: "Bolig: Kleiva 41, 2. etasje"."""
_WITH_POSTCODE = re.compile(
    r"\b(?i:registrert|folkeregistrert|bor|bur|bosatt|oppgitt|adressa|adressen|adresse|hjemme|heime)"
    r"(?: (?:på|i|er|som|ved)|:){1,2} ((?:[A-ZÆØÅ][\wæøåé\-]{1,30} ?){1,3}, (?:N-)?\d{4})(?![\d.:])"
)
"""A farm or a house and its postcode: "registrert på Fjellro, 7580"."""
_QUARTER_SMALL = re.compile(
    r"(?<![\wæøå\-])((?:nordre|søndre|øvre|nedre|indre|ytre|vestre|østre|store|lille|vesle|gamle|nye) [a-zæøå]{0,20}"
    rf"(?:gate|gata|gt|vei|veg|vegen|veien|torg|torv|plass|allé|brygge|bakke|berg|haug|myr|vik|strand|havn|kleiv|"
    rf"kleiva) "
    rf"{_HOUSE})"
)
"""A part of a town in small letters: "nordre gate 14"."""
_GONE_TO = re.compile(
    r"\b(?i:kjør\w*|køyr\w*|hent\w*|lever\w*|gikk|gjekk|gå|går|dro|dra|drar|utrykning|utrykking|rykk?et|besøk\w*|"
    r"drosj\w*|"
    r"taxi\w*|politiet|ambulanse\w*|familien?|nabo\w*|leiger?|leier?|bråk\w*|brann\w*|huset|leilighet\w*|døra)"
    rf"(?: [a-zæøå]{{1,12}}){{0,3}} {_AT} ([A-ZÆØÅ][a-zæøå]{{2,25}}) ({_HOUSE})"
)
"""Where somebody is driven to, lives or makes a noise: "kjør til Åsen 44"."""
_NO_ROADS = words(
    "uke trinn rom sal hall kapittel side punkt sak bane plan fase nivå bord plass klasse gruppe avdeling etasje "
    "bygg blokk "
    "linje buss rute tog base hus post vakt time dag team kanal perm skjema vedlegg kohort seksjon bydel sone "
    "legevakt akutt"
)
_NOBODYS = Word.FIRST | Word.SAFE | Word.MONTH | Word.FUNCTION | Word.STAFF | Word.CHILD | Word.KIN | Word.VERB
_QUARTERS = words("nordre søndre øvre nedre indre ytre vestre østre store lille vesle gamle nye")
_ROWS = (
    sought(_PLURAL, "ane ", "an ", "ene ", "åne ", "adn "),
    sought(_SINGLE, "a ", "en ", "et ", "moane "),
    sought(_LABELLED, *(f"{word}:" for word in words("lig sted stad heim hjem esse møte hus ighet egheit opel"))),
    sought(_WITH_POSTCODE, "regist", "bor ", "bur ", "bosatt", "oppgitt", "adress", "hjemme", "heime"),
    sought(_QUARTER_SMALL, *(f"{word} " for word in _QUARTERS)),
)
_GOING = (
    *(
        "kjør",
        "køyr",
        "hent",
        "lever",
        "gikk",
        "gjekk",
        "gå",
        "dro",
        "dra",
        "utryk",
        "ryk",
        "besøk",
        "taxi",
        "politiet",
    ),
    *("ambulan", "famili", "nabo", "leige", "leie", "bråk", "brann", "huset", "leilig", "døra"),
)


@needing(A_DIGIT)
def find_addresses_of_places(document: Document) -> Iterator[Hit]:
    """Yield addresses whose road is a place, and such in small letters whose road is an ordinary word."""
    yield from small_addresses(document)
    for match in document.scan_each(*_ROWS):
        group = match.lastindex or 1
        first = match.group(group).split()[0].lower()
        is_somebody = match.re in (_PLURAL, _SINGLE) and document.flags_of(first) & (Word.FIRST | Word.SAFE | Word.VERB)
        if not is_somebody and first not in _NO_ROADS:
            yield _hit(document.text, *match.span(group))
    for match in document.scan(_GONE_TO, *_GOING):
        place = match.group(1).lower()
        is_known = document.is_known(place) and place not in document.places.single
        if not (is_known or document.flags_of(place) & _NOBODYS or place in _NO_ROADS):
            yield _hit(document.text, match.start(1), match.end(2))


def _hit(text: str, start: int, end: int) -> Hit:
    return direct(start, whole_address(text, end), "adresse", whys.HOUSE, 0.8, "[adressen]")
