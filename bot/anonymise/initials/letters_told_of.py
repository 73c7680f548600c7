"""Tells which single capitals a note is about, by what is told of them: "det gjelder E", "H på rød avdeling", "Ts mor",
"fulgte G hjem". Grades, letters of the alphabet and signs for parking stand in the same places, and are left.
"""

import re
from collections.abc import Iterator

from bot.anonymise.reading.document import Document

_LETTER = r"([A-HJ-ZÆØ])"
_NO_NUMBERING = r"([D-HJ-UWÆØ])"
"""Without the letters that also number things."""
_NO_SIGN = r"([GHJ-OQ-TWÆØ])"
"""Without those that stand on signs and lists at a school too: P, U, F."""
_NOT_GRADED = (
    r"(?! (?:i|på) (?:matte|matematikk|norsk|engelsk|naturfag|samfunnsfag|gym|kroppsøving|musikk|tysk|spansk|fransk|"
    r"krle|prøven?|prøva|eksamen|tentamen|vitnemål|avgangsvitnemål|karakter|skjema|alfabetet|lista|kartet|tavla|tastaturet))"
)
_CLASS = r"(?:1?\d ?\. ?(?:trinn|klasse|kl\b)|1?\d ?[a-eA-E]\b)"
_GROUP = (
    rf"(?:{_CLASS}|rød|raud|blå|gul|grønn|grøn|småbarns|storbarns|gruppa|avdelinga|SFO|sfo|skolen|skulen|barnehagen|"
    r"barnehagan)"
)
_KIN = (
    r"(?:mor|mora|moren|far|faren|mamma|pappa|bror|broren|lillebror|storebror|søster|søsteren|lillesøster|storesøster|"
    r"foreldre|foresatte|bestemor|bestefar)"
)
_STARTS = r"(?:^|[\n.!?] ?)"
_SUFFERS = (
    r"(?:har (?:så |ofte |mye )?(?:vondt|blåmerker?|feber|grått)|gråter|gret|slår|biter|sparker|"
    r"er (?:så |veldig )?(?:trist|redd(?! for (?:at|henne|ham|barnet|jenta|gutten))|"
    r"lei seg|sint|syk|sliten|stille|urolig)|"
    r"kommer (?:ofte |alltid )?for (?:sent|seint)|vil ikke|spiser ikke)"
)
_PATTERNS = (
    re.compile(
        rf"\b(?i:fulgte|følgde|trøstet|trøsta|hentet|henta|leverte|observerte|møtte|spør) {_NO_NUMBERING}\.?"
        r"(?= (?:hjem|heim|ut|inn|om|på|i|til|og|etter|ved|fra|frå)\b|[.,!?]|$)"
    ),
    re.compile(
        rf"\b(?:har|hadde|hatt|fått) {_NO_NUMBERING}\.? (?:på|i) "
        r"(?:gruppa|gruppen|klassen|klassa|avdelinga|avdelingen) (?:mi|vår|her|hos)\b"
    ),
    re.compile(rf"\b(?i:har hatt|hadde) {_NO_NUMBERING}\.? i (?:to|tre|mange) år\b"),
    re.compile(
        rf"{_STARTS}{_NO_SIGN}\.?(?= (?:på|i|fra|frå) {_GROUP}(?! (?:betyr|er full|er stengt|står for))| \({_GROUP}\)"
        r"(?! (?:står|betyr)))"
    ),
    re.compile(
        rf"{_STARTS}{_LETTER}\.?(?= {_SUFFERS}| (?:på|i|fra|frå) {_GROUP},? {_SUFFERS}| \({_GROUP}\),? {_SUFFERS})"
    ),
    re.compile(rf"\b[Gg]jeld(?:er)?:? {_LETTER}{_NOT_GRADED}(?=[.,]| \(|\s*$|\n| (?:på|i|fra|frå|som) | \d)"),
    re.compile(
        rf"\b(?i:bekymret|bekymra|uroleg|urolig|uroa|redde?) (?:for|førr) {_LETTER}{_NOT_GRADED}"
        r"(?=[.,!?]|$| \(| (?:som|på|i|når|etter|fordi|hjemme|heime)\b)"
    ),
    re.compile(rf"\b[Bb]arn [12] \({_NO_NUMBERING}\)"),
    re.compile(r"\b(?i:tvilling|trilling|sysken|søsk[a-z]{1,9})[a-zæøå]{0,6} ([A-HJ-UWÆØ]) og [A-HJ-UWÆØ](?![\wæøå])"),
    re.compile(rf"\b(?i:hun|ho|hu|hainn|han) {_LETTER} (?:e|er|har|hi|sei|sier|seier|vil|går|slår|gret|gråt)\b"),
    re.compile(
        r"\b(?i:lek(?:er|e|te)?|krangl(?:er|e|et|a)|sloss|slåss) (?:[a-zæøå]{2,7} )?(?:med|me|m) "
        rf"{_NO_NUMBERING}(?= (?:og|å) |[.,]|$)"
    ),
    re.compile(rf"([B-HJ-WÆØ](?<![\w.\-/].))['’]?s {_KIN}\b"),
    re.compile(rf"{_STARTS}([B-HJ-UWÆØ]) og {_KIN}\b"),
)


def letters_told_of(document: Document) -> Iterator[str]:
    """Yield the capitals a note is about."""
    if not document.is_english:
        for pattern in _PATTERNS:
            yield from (match.group(1) for match in document.scan(pattern))
