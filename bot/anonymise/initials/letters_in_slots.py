"""Tells which letters stand where only somebody can, though they often mean something else: "A sier at far slår",
"snakket med B", "verken N eller R", "OJ har vært borte", "Notat TS 3. mars".
"""

import re
from collections.abc import Iterator

from bot.anonymise.reading.document import Document
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_CLAUSE = r"(?:^|[\n.!?,] ?|\b(?:at|og|men|da|når|fordi|hvis|om|i dag|i går|så) )"
_TELLS_IT = (
    r"(?:sier|sa|seier|sei|sade|forteller|fortalte|fortel|fortalde|fortæll|gråter|gråt|gret|grein|hylte|slår|slo|"
    r"spiser|"
    r"spiste|sover|sov|spurte|spør|rømte|løy|lyver|sparket|sparka|bet|beit)"
)
_SAYS = re.compile(rf"{_CLAUSE}(?:([ABCXYZØ])\.? {_TELLS_IT}|(E)\.? (?:sier|forteller|fortalte))(?= \w|[.,!?]|$)")
"""A letter that numbers things as well, first in its clause with what only people do: "A sier at stefar"."""
_ASKS = re.compile(r"\b(?:spurte|gråt|gret|fortalte|fortalde|hylte|ropte|sov|løy) ([A-HJ-UWXÆØ])(?= [a-zæøå]|[.,!?]|$)")
"""The same behind the verb: "I dag gråt A"."""
_ASKED = ("spurte ", "gråt ", "gret ", "fortal", "hylte ", "ropte ", "sov ", "løy ")
_WITH = re.compile(
    r"\b(?:[Ss]nakk(?:et|a|er|ar|e)?|[Pp]rat(?:et|a|er|ar|e)?|samtaler?|[Ss]amtale|telefonsamtale|lek(?:er|te)|"
    r"krangl(?:et|a|er)) "
    r"(?:med|m) ([ABCXYZ])(?= [a-zæøå]|[.,!?]|$)"
    r"|\b(?:[Bb]ekymret|[Bb]ekymra|[Uu]rolig|[Uu]roleg|[Uu]roa|redd) for ([ABCX])(?= [a-zæøå]|[.,!?]|$)"
    r"|\b(?:[Mm]or|[Mm]ora|[Mm]oren|[Mm]amma|[Ff]ar|[Ff]aren|[Pp]appa|[Ff]oreldrene|[Ff]oreldra|[Ff]oresatte|bror|"
    r"broren|søster|søsteren|søstera) (?:til|te|åt) ([ABCX])(?= [a-zæøå]|[.,!?]|$)"
)
_NEITHER = re.compile(
    r"\b(?:[Hh]?[Vv]erken|[Kk]orkje) ([D-HJ-WØ])(?: eller ([D-HJ-WØ])(?![\w.\-/])|"
    r" eller [a-zæøå]{3})"
)
"""Two letters of which none has done it: "verken N eller R har"."""
_STROKE = re.compile(
    r"\b(?:[Ss]amtale[nr]?|[Mm]øtet?|[Kk]onflikt(?:en)?|[Ss]låsskamp(?:en)?|[Oo]ppfølging|[Hh]jemmebesøk|"
    r"[Oo]ppfølgjing|[Kk]rangel(?:en)?|[Nn]otat|[Rr]eferat|[Uu]ro) (?:med |om |mellom |for )?"
    r"([D-HJ-UWØ])/([D-HJ-UWØ])(?![\w\-/])"
)
"""Two letters that have a talk or a quarrel: "Ny samtale K/M"."""
_WITH_A_STROKE = re.compile(r"\b(?:m|v)/ ?([D-HJ-UWÆØ])(?=[ .,]|$)")
"""Whom a talk was with: "Samtale m/H", "møte v/ T og mor"."""
_SIGNS = re.compile(r"[.!?] ([A-ZÆØÅ])\.?[»\"”](?!\w)")
"""A letter that ends what is quoted, as one who writes a message does: «Ikke si det til noen. L.»."""
_MOODS = (
    r"(?:sur|sint|trist|lei seg|redd|syk|sjuk|borte|hjemme|heime|sliten|trøtt|sulten|svolten|urolig|uroleg|rolig|blid|"
    r"glad|stille|våt|hentet|henta|levert|sovnet|sovna|ute|inne)"
)
_NOTED_MOOD = re.compile(
    rf"(?:^|\n|[«“]|: ?\")([D-HJ-UWØ])\.? {_MOODS}"
    r"(?= (?:i|på|og|hele|heile|igjen|etter|når|for|hos|av)\b|[.,!?»”\"\n]|$)"
)
"""A letter and how somebody was, all that a slip of paper says: "«J sur i dag»"."""
_DICTATED = re.compile(r"(?:^|[.!?\n] ?)([A-ZÆØÅ]{2,3})/([a-zæøå]{2,3})(?=\s*$|\n)")
"""Who dictated and who wrote, at the end of a note: "PS/gw"."""
_ROW = re.compile(
    r"\b(?:elever|elevar|barn|born|gutter|gutar|jenter|søsken|sysken)(?:, |: ?| \()"
    r"([A-ZÆØ](?:, [A-ZÆØ]){1,8},? (?:og|&) [A-ZÆØ])(?!\w)"
)
"""Several children in a row: "tre elever, K, L og M"."""
_JOINED = re.compile(r"([A-ZÆØÅ](?<![\w.\-/].))-([a-zæøå]{3,16})(?![\w\-])")
_ON_THINGS = frozenset("ABCEIPSTUXÅ")
"""Letters that stand before things and clubs as well: "P-møtet", "Å-gjengen"."""
_TOLD_OF_ONE = words(
    "mappen møte møtet samtale samtalen planen bekymringen meldingen oppfølgingen rommet notatet referatet"
)
_NUMBERING = frozenset("abcexyzø")
_ENGLISH = re.compile(r"([B-HJ-Z](?<![\w.\-/'’].))(?:'s)? ([a-z]{3,14})(?![\w\-])")
_ENGLISH_LABELS = words(
    "plan vitamin group type part option class level section appendix point phase step hepatitis grade room question "
    "item letter figure table team version form a the"
)
_STATE = re.compile(
    r" (?:har|hadde|hi) (?:også |nå |igjen )?(?:vondt|vond|blåmerker?|feber|"
    r"(?:ikke|ikkje|itj|aldri|nesten ikke) (?:spist|ete|sovet|søve|grått|"
    r"grete|møtt opp|levert|fått lov|hatt med|vært (?:her|ute|inne|på))|"
    r"(?:vært|vore|vørri) (?:syk|sjuk|borte|hjemme|heime|på skolen|på skulen|i barnehagen|trist|sint|redd|mye|ofte|her|"
    r"lei|urolig|uroleg)|(?:sluttet|slutta|begynt|byrja) å |grått|grete|rømt|sovnet|sovna|kastet opp|slått|bitt)"
    r"| (?:er|e|var|va|blir|ble) (?:så |veldig |ofte |alltid |mye |nå |litt |ikke |fortsatt )?"
    r"(?:syk|sjuk|borte|trøtt|sulten|svolten|hjemme igjen)(?= (?:for|i|på|når|og|av|hver|hele|om|nå|igjen)\b|[.,!?]|$)"
    r"| (?:kommer|kjem|kom) (?:[a-zæøå]{2,8} ){0,2}for (?:sent|seint)\b"
    r"| (?:får ikke|ikke får|ikkje får|får ikkje) lov\b"
    r"| (?:skal|må|kan|bør|vil|blir|ble|vart|vert|har blitt) (?:ikke |ikkje |itj |alltid |også )?(?:hentes|"
    r"hentast|hentet|"
    r"henta|leveres|levert|følges|fulgt|kjøres|kjørt|passes|passet|trøstes|trøstet|mobbet|mobba|plaget|plaga|slått|"
    r"sparka|sparket|utestengt|innkalt)\b"
    r"| (?:fra|frå|i|på) (?:\d{1,2} ?[a-d]|[1-9]\. (?:trinn|klasse)) (?:har|hadde|er|e|var|kom|kommer|slo|vil|"
    r"gråt|ble)\b"
)
"""How it is with somebody and with no office: "OJ har vært borte", "AN har ikke spist", "EH skal hentes av tante",
"TS fra 6c har"."""
_WAS = re.compile(
    r"\b(?:var|er|ble|virket|virka) ([A-ZÆØÅ]{2}) (?:syk|sjuk|borte|redd|trist|sint|lei seg|sulten|svolten|stille|"
    r"urolig|sliten|trøtt|våt|full)(?= [a-zæøå]|[.,!?]|$)"
)
_NOTED = re.compile(
    r"(?:^|[\n.!?,] ?|\b(?:ny|nytt|ang\.?) )(?:[Ss]amtale|[Mm]øte|[Nn]otat|[Rr]eferat|[Tt]ime|[Ll]oggføring|[Ll]ogg|"
    r"[Oo]ppfølging|[Oo]ppfølgjing|[Hh]jemmebesøk|[Tt]lf|[Tt]elefon) (?:med |m/ ?|hos )?"
    r"([A-ZÆØÅ]{2})(?=:| \d{1,2}[./]| kl\b)"
)
"""Whom a note or an appointment is about: "Notat TS 3. mars", "Time LO kl. 10"."""
_NOTES = ("samtale", "møte", "notat", "referat", "time", "logg", "oppf", "besøk", "tlf", "tele")
_IN_OUR_GROUP = re.compile(
    r"\b[Vv]i (?:har|ha) ([A-ZÆØÅ]{2}) (?:på|i|hos) (?:gruppa|gruppen|klassen|avdelinga|avdelingen|basen|trinnet|"
    r"oss),? (?:og|å|men|som) (?:han|hun|ho|hu|hainn|er|e|har|ikke|ikkje|itj)\b"
)
"""Whom the staff have in their group: "vi har OJ på gruppa, og ho er redd"."""
_AGE_OR_KIN = re.compile(
    r",? \(?\d{1,2} ?(?:år|mnd)\b|"
    r" (?:og|å) (?:mor|mora|far|faren|mamma|pappa|bestemor|bestefar|tante|onkel|søster|bror)\b"
)
_OFFICES = words(
    "bv pp hr ks it tv pc ps ok ai sv ap vg nb hs kl kv fk bk fv vo hc pl tk vk lk fa fg ra re sb nr dr st sp id kf mt "
    "de vi me du ho jo no ha han hun"
)


def letters_in_slots(document: Document) -> Iterator[str]:
    """Yield single capitals that stand where only somebody can."""
    if document.is_english:
        yield from _in_english(document)
        return
    for pattern in () if _NUMBERING.isdisjoint(document.words) else (_SAYS, _WITH):
        for match in document.matches(pattern):
            yield from (letter for letter in match.groups() if letter)
    yield from (match.group(1) for match in document.scan(_ASKS, *_ASKED))
    for match in (
        document.scan(_SIGNS) if "»" in document.words or "”" in document.words or '"' in document.words else ()
    ):
        yield match.group(1)
    yield from (match.group(1) for match in document.scan(_NOTED_MOOD))
    for match in document.scan(_ROW, "elev", "barn", "born", "gut", "jenter", "sken"):
        yield from (letter for letter in match.group(1) if letter.isupper())
    for match in document.scan(_NEITHER, "verken", "korkje"):
        yield from (letter for letter in match.groups() if letter)


def letters_with_what_is_theirs(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the spans of the letter and the hyphen in "K-gutten", "M-familien", "K-samtalen"."""
    theirs = document.vocabulary.classes["det_en_familie_har"] | _TOLD_OF_ONE
    for match in document.scan(_JOINED, "-"):
        letter, what = match.groups()
        if what in theirs and (letter not in _ON_THINGS or document.flags_of(what) & (Word.CHILD | Word.KIN)):
            yield match.start(), match.start(2)


def letters_beside_a_stroke(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the spans of both letters in "Ny samtale K/M"."""
    for match in document.scan(_STROKE, "/"):
        yield match.span(1)
        yield match.span(2)
    yield from (match.span(1) for match in document.scan(_WITH_A_STROKE, "m/", "v/"))


def who_dictated(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the spans of both in "PS/gw"."""
    for match in document.scan(_DICTATED, "/"):
        if not _is_an_office(document, match.group(2)):
            yield match.span(1)
            yield match.span(2)


def _is_an_office(document: Document, letters: str) -> bool:
    """Tell whether the letters are short for something: ". BV/ppt", ". TV/pc"."""
    return letters in _OFFICES or bool(document.flags_of(letters) & (Word.SAFE | Word.SAFE_IN_CAPS))


def _in_english(document: Document) -> Iterator[str]:
    """Yield a letter that does what only people do: "T told me"."""
    acts = document.vocabulary.classes["engelske_menneskeverb"]
    for match in document.matches(_ENGLISH):
        before = document.lower[: match.start()].split()[-1:]
        if match.group(2) in acts and not (before and before[0] in _ENGLISH_LABELS):
            yield match.group(1)


def pairs_in_slots(document: Document) -> Iterator[str]:
    """Yield two capitals that may mean something else and stand where only somebody can."""
    for match in document.scan(_WAS, "var ", "er ", "ble ", "virk"):
        yield from _unless_an_office(match.group(1))
    for match in document.scan(_IN_OUR_GROUP, "vi har", "vi ha "):
        yield from _unless_an_office(match.group(1))
    for match in document.scan(_NOTED, *_NOTES):
        yield from _unless_an_office(match.group(1))


def has_age_or_kin(document: Document, end: int) -> bool:
    """Tell whether an age or a relative follows letters with full stops: "N.B., 7 år", "P.S. og bestemor"."""
    return _AGE_OR_KIN.match(document.text, end) is not None


def is_how_somebody_is(document: Document, end: int, letters: str) -> bool:
    """Tell whether what follows two capitals is said of somebody and of no office: "OJ har vært borte"."""
    return letters.lower() not in _OFFICES and _STATE.match(document.text, end) is not None


def _unless_an_office(letters: str) -> Iterator[str]:
    if letters.lower() not in _OFFICES:
        yield letters
