"""Finds traits that are told in passing: "de er 6, 4 og 1", "ætt å et halvt år", "ukrainskspråklig", "foreldrene er i
reindrifta", "på samme skole, nordlia, og", "Tusenfryd barnehage".
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import sought
from bot.anonymise.traits.exact_age import told_age
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_AGES = re.compile(
    r"\b(?:de|dei|dæm|barna|ungene|borna|onga|ongan|søsknene|brødrene|søstrene|småsøsknene|de to|de tre|jentene|"
    r"guttene) "
    r"(?:er|e|va|var) (?:bare |berre )?(?P<ages>\d{1,2}(?:, \d{1,2}){0,4} (?:og|å) \d{1,2})(?= år|[.,;!?)\n]|$)",
    re.IGNORECASE,
)
_SPOKEN_AGE = re.compile(
    r"\b(?P<ages>(?:ætt|ett|eitt|et) (?:å|og) (?:et |ett |eit |ætt )?halvt? år)(?!\w)(?! (?:siden|sia|sidan|"
    r"igjen|til|senere))",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"(?<!\w)(?P<people>[a-zæøåA-ZÆØÅ]{4,14}(?:sk|isk|esisk))[\- ]?språkleg(?:e|t)?(?!\w)"
    r"|(?<!\w)(?P<folk>[a-zæøåA-ZÆØÅ]{4,14}sk)-?språklige?t?(?!\w)"
)
_TRADES = (
    r"(?:reindrifta|reindriften|fiskeriet|oljå|olja|oljen|offshore|skogbruket|landbruket|jordbruket|fiske|fjøset|gruva|"
    r"gruvene|havbruket|oppdrettet|anlegg|langtransport)"
)
_TRADE = re.compile(
    r"\b(?:mor|far|mora|moren|faren|foreldrene|foreldra|pappa|mamma|begge|onkelen|stefar|stefaren|bestefar|familien) "
    rf"(?:er|e|va|var|driver|jobber|jobba|arbeider) (?:ute |borte |mye )?(?P<trade>(?:i|på|med) {_TRADES})(?!\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:skolen?|skulen?|barnehagen?|skole|barnehage)(?: (?:hans|hennes|hennar|vår|våres|min|deres))?, "
    r"(?P<school>[a-zæøåA-ZÆØÅ][a-zæøå]{3,20})(?=, (?:og|har|er|men|så|vil|som|i|på|ikke|der)\b)",
)
_KINDERGARTEN = re.compile(
    r"(?<=[a-zæøå,] )(?P<kindergarten>(?P<word>[A-ZÆØÅ][a-zæøå]{3,25}) (?:barnehage|"
    r"bhg))(?!\w)"
)
_ROWS = (
    sought(
        _AGES,
        *(
            f"{who} {be} "
            for who in ("de", "dei", "dæm", "arna", "ene", "orna", "nga", "an")
            for be in ("er", "e", "va", "var")
        ),
    ),
    sought(_SPOKEN_AGE, "halvt år", "halv år"),
    sought(_LANGUAGE, "språkl"),
    sought(
        _TRADE, "drift", "fisk", "olj", "offshore", "bruket", "fjøset", "gruv", "oppdrett", "anlegg", "langtransport"
    ),
    sought(
        _NAMED, "skole, ", "skolen, ", "skule, ", "skulen, ", "hage, ", "hagen, ", "hans, ", "nes, ", "vår, ", "min, "
    ),
    sought(_KINDERGARTEN, " barnehage", " bhg"),
)
_NO_PEOPLES = words("norsk fremmed minoritets svensk dansk engelsk tegn dialektisk")
_NO_NAMES = words(
    "ifølge dessverre heldigvis nemlig altså derimot kanskje tross likevel igjen samtidig egentlig dermed"
)
_NO_KINDERGARTENS = words("åpen privat kommunal steiner montessori åpne kommunale private familie")


@needing(_ROWS[0].needs | _ROWS[1].needs | _ROWS[2].needs | _ROWS[3].needs | _ROWS[4].needs | _ROWS[5].needs)
def find_traits_in_passing(document: Document) -> Iterator[Hit]:
    """Yield such traits."""
    for match in document.scan_each(*_ROWS):
        if match.re in (_AGES, _SPOKEN_AGE):
            yield told_age(document.text, *match.span("ages"))
        elif match.re is _LANGUAGE:
            people = (match.group("people") or match.group("folk")).lower()
            if people not in _NO_PEOPLES and document.is_known(people):
                yield quasi(*match.span(), "opprinnelse", whys.ORIGIN, 0.7, "[et annet språk]")
        elif match.re is _TRADE:
            yield quasi(*match.span("trade"), "yrke", whys.JOB, 0.7, "[en jobb]")
        else:
            yield from _institutions(document, match)


def _institutions(document: Document, match: re.Match[str]) -> Iterator[Hit]:
    """Yield a school between commas, and a kindergarten that is called as a park or a shop is."""
    if match.re is _NAMED:
        if _may_name_a_school(document, match.group("school").lower()):
            yield quasi(*match.span("school"), "skole", whys.SCHOOL, 0.6, "[skolen]")
        return
    word = match.group("word").lower()
    if document.flags_of(word) & Word.SAFE and word not in _NO_KINDERGARTENS:
        yield quasi(*match.span("kindergarten"), "barnehage", whys.KINDERGARTEN, 0.7, "[barnehagen]")


def _may_name_a_school(document: Document, word: str) -> bool:
    """Tell whether the word between the commas is a place or is built as one: "nordlia", "Solbakken"."""
    barred = Word.FUNCTION | Word.VERB | Word.KIN | Word.STAFF | Word.CHILD | Word.FIRST
    if word in _NO_NAMES or document.flags_of(word) & barred:
        return False
    is_built = word.endswith(("bakken", "lia", "moen", "haugen", "åsen", "dalen", "vik", "lund", "berg", "stad", "nes"))
    return is_built or word in document.places.single
