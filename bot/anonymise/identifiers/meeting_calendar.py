"""Tells when a row of dates is the calendar of a team and says nothing about a child: "Møtedatoer: 12.1, 9.2 og "
"9.3"."""

import re
from itertools import pairwise

from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_of
from bot.anonymise.words.months import MONTHS_OR_SHORT
from bot.anonymise.words.word_classes import Word

_TEAM = (
    r"(?:team\w{0,6}|tverrfaglige?|konsultasjonsteam\w{0,4}|ressursteam\w{0,4}|personal\w{0,12}|fau|su|styret|"
    r"ledergruppa|"
    r"samarbeidsutvalget|foreldreråd\w{0,3}|nettverket|forumet|utvalget|rådet)"
)
_HEADING = re.compile(
    rf"\b(?:møte(?:datoe?r|datoar|plan(?:en)?|dag[ae]r|kalender(?:en)?|oversikt(?:en)?|rekk[ae]|tidspunkter?)|"
    rf"(?:datoe?r|datoar|frister|fristar) for (?:møte\w*|søknad\w*|påmelding|innmelding|innsending|team\w*)|"
    rf"planleggingsdag[ae]r|skolerut[ae]|skulerut[ae]|fridag[ae]r|innmeldingsfrister|{_TEAM} (?:\w{{1,12}} "
    rf"){{0,2}}(?:møtes|møtast|har møter?|har møte|møter)|"
    rf"(?:møter|møta|møtene|møte) (?:i|for|til) {_TEAM})(?![\wæøå])(?:[^\d.!?\n]{{0,40}}(?:19|"
    rf"20)\d\d)?[^\d.!?\n]{{0,40}}[:\n]?[^\d.!?\n]{{0,20}}",
    re.IGNORECASE,
)
_MONTH = rf"(?:{MONTHS_OR_SHORT})"
_ROW = re.compile(
    rf"(?:(?:(?:man|tirs|ons|tors|fre|lør|søn|mån|tys|laur|sun)(?:dag)?\.? )?(?:den )?"
    rf"\d{{1,2}}(?:[./]\d{{1,2}}\.?(?:(?:19|20)\d\d)?|\.? ?{_MONTH}\.?)(?: (?:19|20)\d\d)?"
    rf"(?:,? ?(?:kl\.?|klokka|klokken) ?\d{{1,2}}(?:[.:]\d\d)?(?: ?[–\-] ?\d{{1,2}}(?:[.:]\d\d)?)?)?"
    rf"(?:[,;]? og |[,;] ?|[ ]?[–\-•*] ?|\n[ •*–\-]{{0,3}}|[ ]|$|(?=[.!?])))+",
    re.IGNORECASE,
)
_DAY = re.compile(rf"\d{{1,2}}(?:[./]\d{{1,2}}|\.? ?{_MONTH})", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_FOR = frozenset(["for", "om", "gjelder", "gjeld", "med", "til", "ang", "angående"])
_SEASONS = frozenset(["vår", "høst", "haust", "vinter", "dag"])
_FEWEST = 2
_YEAR = re.compile(r"\d[./]\d{1,2}\.?(?:19|20)\d\d|(?:19|20)\d\d")
_GOES_ON = re.compile(r"[./\-]?\d")
"""Two digits of a year after the last day that is read: "3.5.14"."""
_ABOUT_SOMEONE = re.compile(
    r"\b(?i:om|født|fødd|født?e|gutt\w*|gut(?:en)?|jent\w*|barn(?:et|a|s|ets|as)?|elev\w*|søsken\w*|mor|mora|moren|far|"
    r"faren|han|hun|ho|ham|henne|sønn\w*|datter\w*|bror\w*|søster\w*|"
    r"ansvarsgrupp\w*|samarbeidsmøte\w*|lille|lita|vesle|fru|herr)\b|\s[A-ZÆØÅ][a-zæøå]+"
)
"""What makes a heading one about a child or a parent: a child word, a pronoun, "om ..." or a name."""
_NEEDS = needs_of("møte", "møta", "dager", "dagar", "datoer", "datoar", "rute", "ruta", "frist")


def calendars(document: Document) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the rows of dates after a heading for a team or school, and the single days after one about somebody
    ("møteplan for kari: 12.1, 9.2"). A row with a year may be dates of birth: neither.
    """
    of_all: list[tuple[int, int]] = []
    of_one: list[tuple[int, int]] = []
    if document.lacks(_NEEDS):
        return of_all, of_one
    for heading in document.scan(_HEADING, "møt", "daga", "dage", "dato", "rut", "frist"):
        row = _ROW.match(document.text, heading.end())
        if row is None or _YEAR.search(row.group()) or _GOES_ON.match(document.text, row.end()):
            continue
        days = list(_DAY.finditer(document.text, *row.span()))
        if len(days) >= _FEWEST and _is_about_someone(document, heading):
            of_one += [day.span() for day in days]
        elif len(days) >= _FEWEST:
            of_all.append(row.span())
    return of_all, of_one


def _is_about_someone(document: Document, heading: re.Match[str]) -> bool:
    """Tell whether a child word, a name, or "for" and a word that is a name as well stand in the heading."""
    if _ABOUT_SOMEONE.search(heading.group()):
        return True
    named = [word.lower() for word in _WORD.findall(heading.group())]
    for before, word in pairwise(["", *named]):
        flags = document.flags_of(word)
        if flags & Word.FIRST and not flags & (Word.FUNCTION | Word.MONTH | Word.VERB):
            is_sure = not flags & (Word.AMBIGUOUS | Word.ORDINARY)
            if is_sure or (before in _FOR and word not in _SEASONS):
                return True
    return False
