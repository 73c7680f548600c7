"""Finds homes and roads told without a number: a farm, a named place somebody lives at, what a home lies beside."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct, quasi
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_of
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_BARE_ROAD = re.compile(
    r"\b(?:i|på|ved|langs|fra|oppi|nedi|borti) ([A-ZÆØÅ][a-zæøåé\-]{2,40}(?:gata|gaten|gate|vegen|veien|veita|allé|"
    r"bakkan))(?!\w)"
)
_FARM_NAME = re.compile(r"\b(?:på|ved|fra|frå|hos|i) ((?:[A-ZÆØÅ][\wæøå\-]{1,25} ){1,3}(?:gård|gard))(?!\w)")
_SMALL_FARM_NAME = re.compile(
    r"\b(?:på|ved|fra|frå|hos|i) ((?:(?:øvre|nedre|nordre|søndre|søre|indre|ytre|vestre|østre|store|lille|vesle) )?"
    r"([a-zæøå]{3,20}) (?:gård|gard|gården|garden))(?!\w)"
)
_HOME = re.compile(
    r"\b(?i:bor|bodde|bur|budde|bosatt|flytta|flyttet|flytter|hjemme|heime|holder til|held til)"
    r"(?: [a-zæøå]{1,15}){0,3} "
    r"(?:i|på|ved|te|til|oppi|nedi|borti|oppå|inni) "
    r"([A-ZÆØÅ][\wæøåé\-]{1,30}(?: (?:[A-ZÆØÅ][\wæøåé\-]{1,30}|gård|gard)){0,3}(?:,? rom \d{1,4})?)(?!\w)"
)
_SMALL_HOME = re.compile(
    r"\b(?:bor|bodde|bur|budde|bo|flytta|flyttet)(?: [a-zæøå]{1,15}){0,2} (?:i|på|ved|oppi|nedi|borti) "
    r"([a-zæøåé]{3,25}(?:gata|gaten|vegen|veien|veita|svingen|grenda|lia|bakken|bakkan|haugen|tunet|jordet|moen|"
    r"åsen|kroken|gården|garden|"
    r"vollen|stien|brinken|ringen))(?!\w)",
    re.IGNORECASE,
)
_LANDMARK = (
    r"(?:skolen|skulen|kirka|kirken|kyrkja|butikken|barnehagen|bensinstasjonen|banken|kroa|rådhuset|legekontoret|sykehuset|"
    r"sjukehuset|stasjonen|kaia|brygga|elva|åa|broa|brua|stadion|idrettsbanen|fotballbanen|hallen|golfbanen|kirkegården|"
    r"apoteket|posten|pizzeriaen|kiosken|grendehuset|(?:rema|kiwi|coop|extra|joker|spar|bunnpris|meny)(?:en|n)?"
    r"(?: (?:på|i) [\wæøå]{3,15})?|"
    r"(?-i:[A-ZÆØÅ])[a-zæøå]{2,20})"
)
_BESIDE_WHAT = re.compile(
    r"\b(?:bor|bodde|bur|budde)(?: (?:jo|nå|no|også|der))? "
    r"((?:(?:rett |like |tett |nesten )?(?:over|bak|attom|ved siden av|ved sida av|vegg i vegg med|ovenfor|"
    r"nedenfor|inntil|"
    r"over gata for|over veien for|rett ved|like ved)|\d{1,4} (?:meter|m|km|minutter|minutt|min) (?:fra|frå|unna)) "
    rf"{_LANDMARK})(?!\w)",
    re.IGNORECASE,
)
"""A home by what it lies beside: "bor over Rema", "bor 500 meter fra skolen"."""
_COLOURED_HOUSE = re.compile(
    r"\b(?:bor|bodde|bur|budde|bo|hjemme|heime|flyttet|flytta) (?:inn )?i "
    r"((?:det|den) (?:store |lille |vesle |gamle )?(?:gule|røde|raude|hvite|kvite|grønne|grøne|blå|brune|svarte|"
    r"rosa|nedbrente) "
    r"(?:huset|hytta|villaen|blokka|rekkehuset|gården|garden|brakka|bygget))(?!\w)",
    re.IGNORECASE,
)
_SHELTER = re.compile(
    r"\b(?:bor|bodde|bur|budde|bo|flytta|flyttet|kom)(?: [a-zæøå]{1,15}){0,2} (?:i|på|fra|frå|til) "
    r"((?:asyl|transitt|flyktning|akutt)?mottaket|(?:asyl|transitt)mottak|krisesenter(?:et)?|"
    r"(?:hemmelig|hemmeleg|sperret|sperra|skjult|skjermet|skjerma) adresse|kode (?:6|7|seks|sju))(?!\w)",
    re.IGNORECASE,
)
_LABELLED_HOME = re.compile(
    r"\b(?:(?i:bostedsadresse|adressen?)(?: er|:)|(?i:adr)(?:\.:?|:| er)) "
    r"([A-ZÆØÅ][\wæøåé\-]{1,30}(?: [A-ZÆØÅ][\wæøåé\-]{1,30}){0,3})(?!\w)"
)
_HOUSES = words("hotell hotellet pensjonat pensjonatet motell camping campingen hybelhuset vertshus gjestegård")
_LIVING = ("bor", "bod", "bur", "budde", "flytt", "hjemme", "heime", "bosatt", "holder til", "held til")
_LIVING_AND_SIGNS = ("bor ", "bodde ", "bur ", "bo ", *_LIVING[3:])
_ROAD_TAILS = tuple(words("gata gaten vegen veien veita svingen stien allé kroken ringen brinken tunet jordet"))
_BARE_ROADS = ("gata", "gaten", "gate", "vegen", "veien", "veita", "allé", "bakkan")
NEEDS = needs_of(*("gård", "gard", "mottak", "adress", "adr.", "adr:", "adr "), *_BARE_ROADS, *_LIVING_AND_SIGNS)
"""One of these stands in every text with a home that has no number."""
_OWNS_IT = re.compile(r" (?:sin|si|sitt|sine)\b")
"""Who owns the home: "bor i Emilie sitt hus"."""


def without_a_number(document: Document) -> Iterator[Hit]:
    """Yield farms, homes and roads that have no number."""
    for match in document.scan(_FARM_NAME, "gård", "gard"):
        yield address_hit(match.start(1), match.end(1), 0.75)
    for match in document.scan(_SMALL_FARM_NAME, "gård", "gard"):
        if _names_a_farm(document, match.group(2)):
            yield address_hit(match.start(1), match.end(1), 0.7)
    yield from _homes(document)
    for match in document.scan(_LABELLED_HOME, "adr"):
        yield address_hit(match.start(1), match.end(1), 0.8)
    for match in document.scan(_BARE_ROAD, *_BARE_ROADS):
        road = match.group(1).lower()
        if not document.is_known(road) or road in document.places.roads:
            yield quasi(match.start(1), match.end(1), "sted", whys.ROAD, 0.75, "[stedet]")


def _names_a_farm(document: Document, word: str) -> bool:
    """Tell whether the word before "gård" in small letters is a name: a surname, a place or nothing known."""
    flags = document.flags_of(word)
    if flags & (Word.FUNCTION | Word.SAFE | Word.KIN | Word.STAFF | Word.CHILD | Word.NUMBER):
        return False
    return bool(flags & Word.SURNAME) or word in document.places.single or not document.is_known(word)


def _is_somebodys(document: Document, owner: str, end: int) -> bool:
    return bool(document.flags_of(owner) & Word.FIRST and _OWNS_IT.match(document.text, end))


def _homes(document: Document) -> Iterator[Hit]:
    """Yield the named place after "bor på": a farm, a road without a number, a hotel room. A listed place is left to
    the detector of places.
    """
    for match in document.scan(_HOME, *_LIVING):
        first, *rest = match.group(1).lower().split()
        listed = document.places.single if not rest else document.places.abroad
        is_no_place = document.flags_of(first) & (Word.SAFE | Word.FUNCTION) or match.group(1).lower() in listed
        if is_no_place or _is_somebodys(document, match.group(1), match.end(1)):
            continue
        if rest or first.endswith(_ROAD_TAILS) or first in _HOUSES:
            yield address_hit(match.start(1), match.end(1), 0.8)
        else:
            yield quasi(match.start(1), match.end(1), "sted", whys.HOME, 0.7, "[stedet]")
    for match in document.scan(_SHELTER, "mottak", "krisesenter", "adresse", "kode "):
        yield quasi(
            match.start(1), match.end(1), "sted", "Få familier bor eller bodde der, og mange vet hvem.", 0.7, "[stedet]"
        )
    for match in (
        *document.scan(
            _BESIDE_WHAT, " over", " bak ", " ved ", " vegg", "for ", "nedenfor", "inntil", " fra ", " frå ", "unna"
        ),
        *document.scan(_COLOURED_HOUSE, " i det ", " i den "),
    ):
        why = "Det som ligger ved, viser hvor noen bor."
        yield quasi(match.start(1), match.end(1), "sted", why, 0.65, "[et sted]")
    for match in document.scan(_SMALL_HOME, "bo ", *_LIVING):
        if not document.lexicon.is_headword(match.group(1).lower()) and match.group(1)[0].islower():
            yield quasi(match.start(1), match.end(1), "sted", whys.ROAD, 0.7, "[stedet]")


def address_hit(start: int, end: int, certainty: float) -> Hit:
    """Return an address, which blocks, with what to write instead."""
    return direct(start, end, "adresse", "Veinavn og husnummer er en adresse.", certainty, "[adressen]")
