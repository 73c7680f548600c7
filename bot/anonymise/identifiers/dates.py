"""Finds dates: a full date of birth is direct, another exact date is quasi. Months, weeks, weekdays and clock
times are left alone.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct, quasi
from bot.anonymise.identifiers.date_rows import beside_times, dates_in_a_row, ranges
from bot.anonymise.identifiers.meeting_calendar import calendars
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_as_sought, needs_of
from bot.anonymise.words import whys
from bot.anonymise.words.months import MONTHS, MONTHS_OR_SHORT
from bot.anonymise.words.word_classes import Word
from bot.domain.norway import SHORT_MONTHS

_MONTH = rf"(?:{MONTHS_OR_SHORT})\b\.?"
_ORDINAL = (
    r"(?:første|andre|tredje|fjerde|femte|sjette|sjuende|syvende|åttende|niende|tiende|ellevte|tolvte|trettende|"
    r"fjortende|femtende|sekstende|syttende|attende|nittende|tjuende|tyvende|"
    r"tj(?:ue|uge)(?:første|fyrste|andre|tredje|fjerde|femte|sjette|sjuende|sjuande|syvende|åttende|åttande|niende|niande)|"
    r"(?:en|to|tre|fire|fem|seks|syv|sju|åtte|ni)og(?:tyvende|tjuende|tredevte|tredivte)|"
    r"trettiførste|trettiende|fyrste|sjuande|åttande|niande|tiande|trettande|fjortande|femtande|sekstande|syttande|"
    r"attande|nittande|tjuande)"
)
_YEAR = r"(?:,? ?(?:19|20)\d\d| ?['’]?\d\d(?![\d:.%]| ?(?:elever|barn|år|prosent|timer|ganger|dager)))"
_WRITTEN = re.compile(rf"(?<![\w§])(\d{{1,2}})(?:\.|,)? ?{_MONTH}(?:{_YEAR})?", re.IGNORECASE)
_IN_WORDS = re.compile(rf"\b{_ORDINAL} {_MONTH}(?: (?:19|20)\d\d)?", re.IGNORECASE)
_CARDINAL = (
    r"(?:en|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|"
    r"tjue(?:en|to|tre|fire|fem|seks|sju|åtte|ni)?|tretti(?:en)?)"
)
_COUNTED = re.compile(rf"\b(?i:{_CARDINAL})\. (?:{MONTHS})\b")
"""A day in words with the full stop of a figure, as a text is dictated: "fem. februar"."""
_YEAR_IN_WORDS = (
    r"(?:(?:to|2) ?tusen|nitten ?(?:hundre|åtti|nitti|sytti)|tjue(?= ?(?:tretti|tjue|ti|elleve|tolv|tretten|fjorten|"
    r"femten|seksten|sytten|søtten|atten|nitten|tjue)))(?: ?(?:og |og)?[a-zæøå]{2,12}){0,3}"
)
_BORN_IN_WORDS = re.compile(
    rf"\b(?:født|fødd|føst|f\.|fødselsdato(?:en)?|fødselsdag(?:en)?|bursdag(?:en)?)(?: (?:på|i) [a-zæøå]{{3,20}})?"
    r"(?: (?:hans|hennes|min|til [a-zæøå\-]{2,20}))?"
    rf"(?: er| den| dato|:){{0,2}} ({_ORDINAL}(?: i)? (?:{_ORDINAL}\b|{_MONTH})"
    rf"(?:(?:,? (?:i )?|[ .…]{{1,5}}[a-zæøå]{{2,8}}[ ,.…]{{1,5}}(?:nei|eh|øh|vent)[ ,.…]{{1,3}})?{_YEAR_IN_WORDS})?)",
    re.IGNORECASE,
)
"""A birth date in words: "født fjerde i niende to tusen og tolv"."""
_SAID_YEAR = (
    r"(?:,? ?(?:i )?(?:(?:19|20)\d\d|['’\-–]?\d\d(?!\d)|(?:ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|"
    r"sytten|søttn|søtten|"
    r"atten|nitten|tjue(?:en|ein|to|tre|fire|fem|seks)?)(?![a-zæøå])))"
)
_BORN_ODDLY = re.compile(
    rf"(?:\b(?:født|fødd|føst|født den|fødselsdato\w*|fødselsdag\w*|born|fø(?:dt|dd|st|dsels)[^\n]{{0,80}} sier)|\bf\.)"
    rf"(?: [\wæøå]{{1,12}}){{0,2}}?[ :,]{{1,2}}(?:den |the |on )*"
    rf"((?:{_ORDINAL}|\d{{1,2}}(?:\.|de|th|st|nd|rd)?)(?: i| of)? ?(?:{_MONTH}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|"
    rf"Aug|Sep|Oct|Nov|Dec)[a-z]*\.?|"
    rf"{_ORDINAL}) ?{_SAID_YEAR})",
    re.IGNORECASE,
)
"""A birth date as it is told: "født sekstende i tolvte seksten", "f. 14de sept 2021", "born on the 9th of Nov. '16"."""
_MONTH_FIRST = re.compile(rf"\b{_MONTH} \d{{1,2}}\.(?: ?(?:19|20)\d\d)?(?! ?\w)", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?:(?<![\d/.,\-§])|(?<=\b[fF]\.))(\d{1,2})([./\-])(\d{1,2})\2[ ]?((?:19|20)?\d\d)(?![\d/])|"
    r"(?<![\d/.,\-])(\d{1,2})[./](\d{1,2})[ \-–]{1,3}((?:19|20)\d\d|\d\d(?!\.\d))(?![\d/:]|\.\d)"
)
_ISO = re.compile(r"(?<![\d/.,\-])((?:19|20)\d\d)[\-./](\d{1,2})[\-./](\d{1,2})(?![\d/])")
_SHORT = re.compile(
    r"(\d(?<![\d/.,\-§:].)\d?)([./])(\d{1,2})(\.?)(?![\d/%]|:\d)(?! ?(?:prosent|%|år|timer|t\b|time|meter|kg|cm|poeng|"
    r"mill|km|ganger|grader))"
)
_LEAD = re.compile(
    r"\b(?:den|dato|datoen|fra|frå|til|innen|siden|sidan|d\.|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|"
    r"måndag|tysdag|laurdag|sundag|(?:ma|ti|on|to|fr|lø|sø|man|tir|tirs|tys|ons|tor|tors|fre|lør|lau|søn|sun)\.?|"
    r"møtet?|møte|møttes|møtes|møtast|sees|ses|sjåast|treffes|innlagt|innlagd|utskrevet|utskriven|oppdatert|datert|"
    r"frist|fristen|senest|"
    r"seinast|telefon|tlf|notat|referat|samtale|samtalen|logg|journal|telefon,|notat,|referat,|samtale,|møte,|"
    r"logg,|oppstart|per|pr\.?|natt til|etter|før|uke \d+,) ?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:samtalen?|møtet?|hendelsen?|hendinga?|notate?t?|referate?t?|besøke?t?|konsultasjon(?:en)?|episoden?|"
    r"kontroll(?:en)?|"
    r"\btimen?|\blegevakt(?:a|en)?|innkalling(?:a|en)?|"
    r"observasjon(?:en)?)\b[^.!?\d\n]{0,14} ?$|\b(?:møtebok|protokoll|referat|utdrag|utskrift)\b[^.!?\d\n]{0,60},? $",
    re.IGNORECASE,
)
_MEETING_NEXT = re.compile(
    r",? (?:kl\.? ?\d{1,2}(?:[.:]\d\d)? )?(?:tverrfaglig|tverrfagleg|ansvarsgruppe|samarbeidsmøte|nettverksmøte|møte|"
    r"drøftingsmøte|foreldremøte|foreldresamtale|overgangsmøte|utviklingssamtale)(?!\w)",
    re.IGNORECASE,
)
"""A meeting right after a day: "husk 3/2 tverrfaglig møte"."""
_NUMBERED = re.compile(
    r"(?:punkt|pkt|kapittel|kap|versjon|avsnitt|del|figur|tabell|vedlegg|mål|snitt\w*|karakter\w*|score|skår|steg|"
    r"nivå|ca|klokk\w+|"
    r"\ber|på|fra|til|\bog|mellom|§)\.? ?$|(?:^|\n) ?$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?:kl|mellom|fra kl|ca)\.? ?$|\b(?:klokka|klokken)(?: [a-zæøå]{1,6}){0,3} ?$", re.IGNORECASE)
_DAY_ONLY = re.compile(
    r"\b(?:(?:man|tirs|ons|tors|fre|lør|søn|mån|tys|lau|sun)(?:dag)?\.?(?: kveld| morgen| natt| ettermiddag)?|tor|tir|"
    r"natta? (?:til|mot)|fra og med|frå og med|til og med|f\.?o\.?m\.?|t\.?o\.?m\.?),? (?:den )?\d{1,2}\.(?! "
    r"?(?:trinn|klasse|time|årstrinn|etasje|steg|\d))|\b\w{3,5}dag den \d{1,2}(?= [a-zæøå])|"
    r"\bden \d{1,2}\.(?= (?!trinn|klasse|gang|time|etasje|verdenskrig|"
    r"plass|årstrinn)[a-zæøå]|[,.]| *$)",
    re.IGNORECASE,
)
_DAYS_BEFORE = re.compile(r"(?<![\d.,/])(?:\d{1,2}\.,? ?(?:til|og|eller|–|-)? ?(?:den )?){1,4}$")
"""The days before the last one of a month: "fra 26. til 30. november"."""
_MOVES = re.compile(
    r"\b(?:meldt (?:ut|inn|av|på)|utmeldt|innmeldt|flytter|flyttet|flytta|slutter|slutta|sluttet|starter|starta|"
    r"begynner|begynte|"
    r"permisjon|sykmeldt|sjukmeld|ansatt|tilsatt|sagt opp|plass)\b[^.!?\d]{0,40} (?:fra|frå|til|per) $",
    re.IGNORECASE,
)
"""Somebody who comes or leaves on a day: "meldt ut av skolen fra 1.12"."""
_CLOCK_NEXT = re.compile(r",? (?:kl|klokka|klokken)\b|: ?\n")
"""A clock time or the lines of a log right after: "Vakttelefon 8.11 kl 02.15", "Overlapp 5.11:"."""
_DAY_WORDS = (
    "dag",
    "den ",
    "natt",
    "o.m",
    "fom",
    "tom",
    "og med",
    *(
        day + end
        for day in ("man", "tirs", "tir", "ons", "tors", "tor", "fre", "lør", "søn", "mån", "tys", "lau", "sun")
        for end in (" ", ".", ",")
    ),
)
_DAY_OF = re.compile(
    r"(?<![\d.,/])\d{1,2}\. ?(?:ds\b|d\.s\b|dennes\b|(?:i )?denne måned(?:en)?\b|i måneden\b|i månaden\b)",
    re.IGNORECASE,
)
"""A day of this month: "den 11. ds."."""
_DAYS_OF = ("dennes", "ds", "d.s", "denne måned", "i måned", "i månad")
_HOLIDAY = re.compile(
    r"\b(?:(?:første|andre|tredje|1\.|2\.|3\.|fyrste) ?(?:juledag|påskedag|pinsedag|nyttårsdag)|julaften|julaftan|"
    r"julekvelden|nyttårsaften|nyttårsaftan|nyttårsdagen|skjærtorsdag|langfredag|påskeaften|påskeaftan|pinseaften|"
    r"sankthansaften|"
    r"st\.? ?hansaften|lille julaften|veslejulaften|kristi himmelfartsdag|allehelgensdag|luciadagen|morsdagen|"
    r"farsdagen|halloweenkvelden|samefolkets dag|skuddårsdag(?:en)?|bursdagen (?:hans|hennes|sin)|"
    r"konfirmasjonsdagen|grunnlovsdagen)\b(?: (?:i )?(?:19|20)\d\d)?",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"(?:\bfødt|\bfødd|\bføst|\bf\.|\bf|\bfødselsdato|\bfdato|\bf\.dato|\bf\.? ?d(?:ato)?|\bfødselsdag|"
    r"\bfødselsdagen|\bbursdag|\bfnr|\bfyller \d+ år|\bfnr\.?|\bdato for fødsel|\bfødt den|\bfød)\.?(?: er| den| "
    r"dato| i| på)?[ :(]{0,4}$",
    re.IGNORECASE,
)
_SIX = re.compile(r"([0-3](?<![\d\w.,/\-].)\d)([01]\d)(\d\d)(?![\d\w/]|[.,]\d| ?(?:kr|kroner|,-))")
_EIGHT = re.compile(
    r"(?<![\d\w.,/\-])([0-3]\d)[ .,/\-–]{0,2}([01]\d)[ .,/\-–]{0,2}((?:19|20)\d\d)(?![\d\w/]|[.,]\d| ?(?:kr|kroner|,-))"
)
_SPAN_OF_YEARS = re.compile(r"(?:19|20)\d\d\D")
_HIGH = 31
_LAST_HOUR = 23
_MONTHS = 12


_FEAST_WORDS = (
    "skuddår",
    *("juledag", "julaft", "julekv", "påske", "pinse", "nyttår", "skjærtors", "langfre", "hansaft", "himmelfart"),
    *("allehelg", "luciada", "morsdag", "farsdag", "halloween", "samefolk", "bursdagen", "konfirm", "grunnlov"),
)
_DIGITS_OF_A_DATE = 4
"""A day, a month and the two last digits of a year: "1/2-14"."""
_DIGITS_OF_A_ROW = 2
_SIX_DIGITS = 6
_FEASTS = needs_as_sought(*_FEAST_WORDS)
_ORDINALS = needs_of("ørst", "andr", "tred", "fjer", "femt", "sjet", "ende", "ande", "evte", "ivte", "olvt", "yrst")
"""What each of `_ORDINAL` holds."""
_BIRTHS = ("fød", "føst", "born ", "f.")


@needing(A_DIGIT | Word.MONTH | _FEASTS | _ORDINALS | needs_as_sought(*_BIRTHS))
def find_dates(document: Document) -> Iterator[Hit]:
    """Yield dates of birth (direct) and other exact dates (quasi), but not the days a whole team meets."""
    of_all, of_one = calendars(document) if document.digits >= _DIGITS_OF_A_ROW else ([], [])
    for hit in _all_dates(document):
        if hit.cls == "direct" or not any(start <= hit.start < end for start, end in of_all):
            yield hit
    yield from (_quasi(*day) for day in of_one)


def _all_dates(document: Document) -> Iterator[Hit]:
    yield from _in_words(document)
    for match in document.scan(_BORN_ODDLY, *_BIRTHS):
        yield _birth(*match.span(1))
    if document.has_digit:
        yield from _written_dates(document)
        if document.digits >= _DIGITS_OF_A_DATE:
            yield from _numeric_dates(document)
        yield from _short_dates(document)


def _in_words(document: Document) -> Iterator[Hit]:
    """Yield feasts and days in words."""
    for match in () if document.lacks(_FEASTS) else document.scan(_HOLIDAY, *_FEAST_WORDS):
        yield _judged(document, match, has_year=match.group()[-1].isdigit())
    if not document.vocabulary.classes["ordenstall"].isdisjoint(document.words):
        for match in document.scan(_BORN_IN_WORDS, "fød", "føst", "f.", "bursdag"):
            yield _birth(*match.span(1))
        for match in document.scan(_IN_WORDS):
            yield _judged(document, match, has_year=match.group()[-1].isdigit())
    if document.flags & Word.NUMBER and document.flags & Word.MONTH:
        yield from (_quasi(*match.span()) for match in document.scan(_COUNTED, ". "))


def _written_dates(document: Document) -> Iterator[Hit]:
    """Yield "3. mai", "12. mars 2014" (direct when someone was born then) and "mai 3."; "17. mai-toget" is none."""
    for match in document.scan(_WRITTEN, *SHORT_MONTHS):
        if 0 < int(match.group(1)) <= _HIGH and not re.match(r"-\w", document.text[match.end() : match.end() + 2]):
            if (days := _DAYS_BEFORE.search(document.text, max(0, match.start() - 24), match.start())) is not None:
                yield _quasi(days.start(), match.start())
            yield _judged(document, match, has_year=re.search(r"\d\d\.?$", match.group()[3:]) is not None)
    for match in document.scan(_MONTH_FIRST, *SHORT_MONTHS):
        yield _quasi(match.start(), match.end())


def _numeric_dates(document: Document) -> Iterator[Hit]:
    for match in document.scan(_NUMERIC):
        if _is_day_and_month(match.group(1) or match.group(5), match.group(3) or match.group(6)):
            yield _judged(document, match, has_year=True)
    for match in document.scan(_ISO):
        if _is_day_and_month(match.group(3), match.group(2)):
            yield _judged(document, match, has_year=True)


def _short_dates(document: Document) -> Iterator[Hit]:
    found = list(document.scan(_SHORT)) if document.digits > 1 else []
    beside = beside_times(document.text, found)
    for match in found:
        if _is_short_date(document.text, match, has_times=match.start() in beside):
            yield _judged(document, match, has_year=False)
    for match in (*dates_in_a_row(document.text, found), *(ranges(document.text) if found else ())):
        yield _judged(document, match, has_year=False)
    for match in (*document.scan(_DAY_ONLY, *_DAY_WORDS), *document.scan(_DAY_OF, *_DAYS_OF)):
        yield _quasi(match.start(), match.end())
    if document.digits >= _SIX_DIGITS:
        yield from _unspaced_dates(document)


def _unspaced_dates(document: Document) -> Iterator[Hit]:
    """Yield "120512" and "12052012", as birth dates are written in registers; "12 05 2012" may be any date."""
    for match in (*document.scan(_SIX), *document.scan(_EIGHT)):
        if not _is_day_and_month(match.group(1), match.group(2)):
            continue
        if not match.group().isdigit():
            if not _SPAN_OF_YEARS.match(match.group()):
                yield _judged(document, match, has_year=True)
        else:
            why = "Seks eller åtte siffer på rad kan være en fødselsdato."
            yield direct(match.start(), match.end(), "fodselsdato", why, 0.8, "[fødselsdato]")


def _is_day_and_month(day: str, month: str) -> bool:
    return 0 < int(day) <= _HIGH and 0 < int(month) <= _MONTHS


def _is_short_date(text: str, match: re.Match[str], *, has_times: bool) -> bool:
    """Tell a date without a year from a clock time, a fraction, a decimal number and 24/7."""
    day, month = int(match.group(1)), int(match.group(3))
    if not (0 < day <= _HIGH and 0 < month <= _MONTHS) or match.group() in ("24/7", "24/7."):
        return False
    before = text[max(0, match.start() - 24) : match.start()]
    if _CLOCK.search(before):
        return False
    if _LEAD.search(before) or _BORN.search(before):
        return _MOVES.search(text[max(0, match.start() - 60) : match.start()]) is not None or (
            match.group(2) == "/"
            or bool(match.group(4))
            or day > _LAST_HOUR
            or _CLOCK_NEXT.match(text, match.end()) is not None
            or not re.search(r"\b(?:fra|til|per|mellom) ?$", before)
            or len(match.group(3)) == 1
        )
    is_numbered = _NUMBERED.search(before) is not None and (bool(before.strip()) or day <= _LAST_HOUR)
    if _ABOUT.search(before) and not is_numbered:
        return True
    if match.group(2) == "/":
        is_month = (
            day > _MONTHS or len(match.group(3)) == 2 or (day > month and text[match.end() : match.end() + 1] != "-")
        )
        return is_month or _MEETING_NEXT.match(text, match.end()) is not None
    return _stands_as_a_date(text, match, is_numbered=is_numbered, has_times=has_times)


def _stands_as_a_date(text: str, match: re.Match[str], *, is_numbered: bool, has_times: bool) -> bool:
    """Tell whether no clock has that hour, or a full stop follows the month and the line has no clock time."""
    if int(match.group(1)) > _LAST_HOUR and len(match.group(3)) > 1 and not is_numbered:
        return True
    if _CLOCK_NEXT.match(text, match.end()):
        return True
    if not (is_numbered or has_times) and _is_no_minute(text, match):
        return True
    after = r" ?[a-zæøå,)]|$" if is_numbered else r" ?[A-ZÆØÅa-zæøå,:)\n]|$"
    has_stop = bool(match.group(4)) and not has_times
    return has_stop and re.match(after, text[match.end() : match.end() + 2]) is not None


def _is_no_minute(text: str, match: re.Match[str]) -> bool:
    """Tell whether a day and a month behind a word can hardly be a clock time, which is said in fives: "far 3.12"."""
    is_behind_a_word = _A_WORD_BEFORE.search(text, max(0, match.start() - 5), match.start()) is not None
    return is_behind_a_word and len(match.group(3)) > 1 and int(match.group(3)) % _FIVE != 0


_FIVE = 5
_A_WORD_BEFORE = re.compile(r"[a-zæøå]{3} $")


def _judged(document: Document, match: re.Match[str], *, has_year: bool) -> Hit:
    """Return a direct hit when words before the date say that someone was born then."""
    before = document.text[max(0, match.start() - 24) : match.start()]
    if _BORN.search(before) and (has_year or "fyller" not in before):
        return _birth(*match.span())
    if (
        has_year
        and re.search(r"[A-ZÆØÅ][a-zæøå]+,? ?\(?$", before)
        and document.text[match.end() : match.end() + 1] in (")", ",", "")
        and "(" in before
    ):
        return direct(
            match.start(),
            match.end(),
            "fodselsdato",
            "En full dato rett etter et navn er trolig en fødselsdato.",
            0.8,
            "[fødselsdato]",
        )
    return _quasi(match.start(), match.end())


def _birth(start: int, end: int) -> Hit:
    return direct(start, end, "fodselsdato", whys.BIRTH, 0.95, "[fødselsdato]")


def _quasi(start: int, end: int) -> Hit:
    return quasi(start, end, "dato", whys.DATE, 0.85, "en dag")
