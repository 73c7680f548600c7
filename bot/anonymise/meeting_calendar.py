"""Tells when a row of dates is the calendar of a team and says nothing about a child: "Møtedatoer: 12.1, 9.2 og "
"9.3"."""

import re

from bot.anonymise.document import Document
from bot.anonymise.needs import needs_of

_TEAM = (
    r"(?:team\w{0,6}|tverrfaglige?|konsultasjonsteam\w{0,4}|ressursteam\w{0,4}|personal\w{0,12}|fau|su|styret|"
    r"ledergruppa|"
    r"samarbeidsutvalget|foreldreråd\w{0,3}|nettverket|forumet|utvalget|rådet)"
)
_HEADING = re.compile(
    rf"\b(?:møte(?:datoe?r|datoar|plan(?:en)?|daga?r|kalender(?:en)?|oversikt(?:en)?|rekk[ae]|tidspunkter?)|"
    rf"(?:datoe?r|datoar|frister|fristar) for (?:møte\w*|søknad\w*|påmelding|innmelding|innsending|team\w*)|"
    rf"planleggingsdag[ae]r|skolerut[ae]|skulerut[ae]|fridag[ae]r|innmeldingsfrister|{_TEAM} (?:\w{{1,12}} "
    rf"){{0,2}}(?:møtes|møtast|har møter?|har møte|møter)|"
    rf"(?:møter|møta|møtene|møte) (?:i|for|til) {_TEAM})(?![\wæøå])(?:[^\d.!?\n]{{0,40}}(?:19|"
    rf"20)\d\d)?[^\d.!?\n]{{0,40}}[:\n]?[^\d.!?\n]{{0,20}}",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|jan|feb|mar|apr|jun|jul|"
    r"aug|"
    r"sept|okt|nov|des)"
)
_ROW = re.compile(
    rf"(?:(?:(?:man|tirs|ons|tors|fre|lør|søn|mån|tys|laur|sun)(?:dag)?\.? )?(?:den )?"
    rf"\d{{1,2}}(?:[./]\d{{1,2}}\.?(?:(?:19|20)\d\d)?|\.? ?{_MONTH}\.?)(?: (?:19|20)\d\d)?"
    rf"(?:,? ?(?:kl\.?|klokka|klokken) ?\d{{1,2}}(?:[.:]\d\d)?(?: ?[–\-] ?\d{{1,2}}(?:[.:]\d\d)?)?)?"
    rf"(?:[,;]? og |[,;] ?|[ ]?[–\-•*] ?|\n[ •*–\-]{{0,3}}|[ ]|$|(?=[.!?])))+",
    re.IGNORECASE,
)
_DAY = re.compile(rf"\d{{1,2}}(?:[./]\d{{1,2}}|\.? ?{_MONTH})", re.IGNORECASE)
_FEWEST = 2
_YEAR = re.compile(r"\d[./]\d{1,2}\.?(?:19|20)\d\d|(?:19|20)\d\d")
_ABOUT_SOMEONE = re.compile(
    r"\b(?i:om|født|fødd|født?e|gutt\w*|gut(?:en)?|jent\w*|barn(?:et|a|s|ets|as)?|elev\w*|søsken\w*|mor|mora|moren|far|"
    r"faren|han|hun|ho|ham|henne|sønn\w*|datter\w*|bror\w*|søster\w*)\b|\s[A-ZÆØÅ][a-zæøå]+"
)
"""What makes a heading one about a child or a parent: a child word, a pronoun, "om ..." or a name."""
_NEEDS = needs_of("møte", "møta", "dager", "dagar", "datoer", "datoar", "rute", "ruta", "frist")


def calendar_spans(document: Document) -> list[tuple[int, int]]:
    """Return the rows of dates after a heading for a team or school; a row with a year may be dates of birth."""
    if document.lacks(_NEEDS):
        return []
    spans = []
    for heading in document.scan(_HEADING, "møt", "daga", "dage", "dato", "rut", "frist"):
        row = _ROW.match(document.text, heading.end())
        if row is None or _YEAR.search(row.group()) or _ABOUT_SOMEONE.search(heading.group()):
            continue
        if len(_DAY.findall(row.group())) >= _FEWEST:
            spans.append(row.span())
    return spans
