"""Finds case, journal, archive and reference numbers. Paragraphs of law, fractions and school years are left alone."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_of

_YEAR_SERIAL = re.compile(
    r"(?<![\d/§.,\-])(?:(?:(?:19|20)\d\d|\d\d)/\d{3,7}(?:[-/]\d{1,5})?|(?:19|20)\d\d-\d{3,7}/\d{1,5})(?![\d/])"
)
"""A year and a number, and which document of the case it is: "2024/1234-3", "2025-00418/3"."""
_NAMED = re.compile(
    r"\b(?:saks?(?:-?n(?:umme)?r|nr|nummer|-?id|ref)|saks?nr|arkiv(?:saks?)?(?:-?n(?:umme)?r|ref|sak)?|"
    r"journal(?:-?n(?:umme)?r|post(?:nr)?|nr)?|jnr|j\.nr|ref(?:eranse)?(?:-?n(?:umme)?r|nr)?|løpenr|løpenummer|"
    r"dok(?:ument)?-?n(?:umme)?r|(?:elev|bruker|kunde|klient|pasient|barne|anmeldelses?)"
    r"(?:-| (?!(?<=kunde )n[^ ]{1,6} 10{2,3}\b)(?=n[^ ]{1,6} \d{3}))?n(?:umme)?r|"
    r"(?:npr-?|meldings?-?|(?<!møte-)(?<!møte ))id(?:-?n(?:umme)?r)?(?= ?:? ?#?\d{4})|"
    r"henvisnings?-?n(?:umme)?r|vedtaks?-?n(?:umme)?r|esa|ephorte|p360|websak|elements|acos|familia|modulus|"
    r"visma(?:-sak)?|dips|(?:[a-zæøå]{3,20}s)?sak|stafettlogg(?:nr|-?nummer)?|meldings?-?n(?:umme)?r|nav-sak|ppt-sak|bup-sak|bv-sak|"
    r"barnevernssak|bv(?=\.? ?(?:19|20)?\d\d[/\-]\d\d)|ark(?=\.)|perm(?= [A-Z]{1,3}[/\-]?\d)|"
    r"melde?-?n(?:umme)?r|mappe(?:nr|nummer)?|bvid|klientsak|avviks?-?n(?:umme)?r|"
    r"avvik(?=(?:et)? ?[A-Z]{0,3}-?\d{1,6}[-/]\d| #?\d{4})|vedtak(?=(?:et)? \d{2,4}/\d{2})|"
    r"(?:avvik|vedtak|henvisning|(?:avviks|bekymrings|hendelses)?melding|henvendelse|hendelse)(?=(?:en|et|a)?(?: har|"
    r" med)? ?n(?:umme)?r))"
    r"(?:en|et|a)?(?![a-zæøå])\.?(?: har| med)?(?: ?n(?:umme)?r)?\.?"
    r"(?: (?:er|e|var|va|lyder|heter|heiter))?[ ]?[:#]?[ ]{0,2}"
    r"((?:#|[A-Za-zÆØÅ]{1,6}[-/ ]?)?\d(?:[\dO/.\-]{2,18}|(?: \d){3,8})"
    r"(?: ?[/–\-] ?(?:dok\.? ?)?\d{1,4}(?![\d.]))?"
    r"(?:-[a-z](?!\w)|(?<=\d/)[a-zæøå]{2,4}(?!\w)|(?<=\d/o)[a-zæøå]{1,3}(?!\w))?"
    r"(?:(?-i:[A-ZÆØÅ]{2,4}(?:-[A-ZÆØÅ]{2,5})?(?![\wæøå]))|[A-Z])?\d?(?: \d[\d/\-]{2,12}/\d{2,4})?)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?<![\w/\-])[A-ZÆØÅ]{2,4}-\d{2} \d{3,6}(?![\w/])|(?<![\w/\-])\d{2}-\d{6}[A-ZÆØÅ]{3}-[A-ZÆØÅ]{4}(?:/\w{2,6})?|"
    r"(?<![\w/\-])[A-ZÆØÅ]{2,5}[-/](?:20)?\d{2}[-/]\d{2,6}(?![\w/])|(?<![\w/\-])[A-ZÆØÅ]{2,5}-\d{4,8}(?![\w/])"
    r"|(?<![\w/\-])[A-ZÆØÅ]{1,5}-\d{3,6}/\d{2,4}(?![\w/])"
    r"|(?<![\w/\-])(?:[A-ZÆØÅ]{1,4}\d{1,4}-(?!(?:19|20)\d\d(?!\d))\d{4,8}|[A-ZÆØÅ]-\d{5,8})(?![\w/])"
    r"|(?<![\w/.\-])(?:20)?\d{2}[-/][A-ZÆØÅ]{1,5}[-/]\d{2,6}(?![\w/])|(?<![\w/\-])[A-ZÆØÅ]{2,5}(?:20)?\d{2}[-/]\d{3,6}(?![\w/])"
)
_SMALL_CODE = re.compile(
    r"(?<![\w/\-.])(?:(?!is-|nou-|hr-|rt-|prop-|uke-)[a-zæøå]{2,5}-(?:20\d\d|[0-3]\d)[-/]\d{3,6}|(?:20)?[0-3]\d[-/][a-zæøå]{2,4}[-/]\d{3,6}|"
    r"(?:ppt?|bvt?|bup|nav|hst?|hv|sak|jnr|dok|ref|esa|p360|avvik|av|jp|id)-\d{3,8}(?:/\d{2,4})?)(?![\w/]|[.,]\d)"
)
"""The same as it is written in small letters, where a year or an office shows it: "ppt-2023-0456", "sak-0042/25"."""
_THREE_FIGURES = re.compile(r"\d(?:[\dOo/.\-]{2}| \d \d \d)")
"""What stands behind every label, quick to look for."""
_STROKE_BESIDE_A_DIGIT = re.compile(r"[-/](?:\d|(?<=\d.))")
"""What every code holds, quick to look for."""
_SAID_NUMBER = (
    r"(?:null|ei?tt|en|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|søtten|"
    r"atten|nitten|tjue|tyve|tretti|tredve|førti|femti|seksti|sytti|søtti|åtti|nitti|hundre|tusen|og|"
    r"(?:tjue|tretti|førti|femti|seksti|sytti|åtti|nitti)(?:ei?n|to|tre|fire|fem|seks|sju|syv|åtte|ni))"
)
_SPOKEN = re.compile(
    rf"\b{_SAID_NUMBER}(?: {_SAID_NUMBER}){{0,6}} (?:skråstrek|skråstreken|bindestrek|strek|skrå) "
    rf"{_SAID_NUMBER}\b(?: {_SAID_NUMBER}\b){{0,8}}"
)
"""A number as it is read aloud: "tjuefire skråstrek elleve null fire"."""
_PLATE = re.compile(r"[A-Z]{2}-\d{5}")
_LABELS = needs_of(
    *("sak", "arkiv", "journal", "jnr", "j.nr", "ref", "løpen", "dok", "henvisning", "vedtak", "esa", "ephorte"),
    *("p360", "elements", "acos", "familia", "modulus", "visma", "dips", "stafettlogg", "melding", "mappe", "bvid"),
    *(
        "avvik",
        "henvendelse",
        "hendelse",
        "elev",
        "bruker",
        "kunde",
        "klient",
        "pasient",
        "anmeld",
        "id",
        "barnen",
        "bv",
        "ark",
        "perm",
    ),
    "meld",
)
"""What every label of a number holds."""
_SPOKEN_NEEDS = needs_of(" skrå", "strek ")
_FEWEST_DIGITS = 2
_SURE_DIGITS = 4
_MONTHS = 12
_SCHOOL_YEAR = re.compile(r"(?:19|20)?(\d\d)/(?:19|20)?(\d\d)")


@needing(A_DIGIT | _SPOKEN_NEEDS)
def find_case_numbers(document: Document) -> Iterator[Hit]:
    """Yield numbers such as 2024/1234, "saksnr 202312345", "ref. BV-24-118"."""
    for match in () if document.lacks(_SPOKEN_NEEDS) else document.scan(_SPOKEN, " skrå", "strek "):
        yield _hit(*match.span())
    if document.digits >= _FEWEST_DIGITS:
        yield from _in_figures(document, document.text)


def _in_figures(document: Document, text: str) -> Iterator[Hit]:
    for match in document.matches(_YEAR_SERIAL):
        if not _is_school_year(match.group()):
            yield _hit(match.start(), match.end())
    has_label = not document.lacks(_LABELS) and _THREE_FIGURES.search(text)
    for match in document.matches(_NAMED) if has_label else ():
        number = match.group(1).rstrip("./-")
        if _is_number(number, text[match.start() : match.start(1)].lower()):
            is_whole = match.group()[:3].lower() == "bv "
            yield _hit(match.start(0 if is_whole else 1), match.start(1) + len(number))
    if _STROKE_BESIDE_A_DIGIT.search(text):
        for match in (*document.matches(_CODE), *document.matches(_SMALL_CODE)):
            if not _PLATE.fullmatch(match.group()):
                yield _hit(match.start(), match.end())


def _is_school_year(number: str) -> bool:
    """Tell whether two years follow each other: 2024/2025, 24/25."""
    match = _SCHOOL_YEAR.fullmatch(number)
    return match is not None and int(match.group(2)) == (int(match.group(1)) + 1) % 100


def _is_number(number: str, label: str) -> bool:
    """Tell whether the number after the label can be a case number and not a year, a date or an item on an agenda."""
    digits = sum(c.isdigit() for c in number)
    if re.match(r"[a-zæøå]+ ", number) and not ("nr" in label and digits >= _SURE_DIGITS):
        return False  # "saken lukkes 31.12."
    if re.fullmatch(r"(?:19|20)\d\d", number) or _is_school_year(number):
        return "nr" in label or "nummer" in label
    if re.fullmatch(r"\d{1,2}/\d\d", number) and int(number[-2:]) > _MONTHS:
        return True  # "sak 19/22" is no day of a month
    if re.fullmatch(r"\d{1,2}\.\d{1,2}(?:\.\d{2,4})?|\d{1,2}/\d{1,2}(?:/\d{2,4})?", number):
        return "nr" in label or "nummer" in label
    return digits >= 3


def _hit(start: int, end: int) -> Hit:
    return direct(
        start, end, "saksnummer", "Et saksnummer fører rett til saken i et annet system.", 0.92, "[saksnummer]"
    )
