"""Finds where a close adult works or what the family runs: "mor jobber på Prøvebutikken", "fars verksted"."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.name_search import base_of_token, is_listed_first
from bot.anonymise.reading.needs import needs_as_sought, sought
from bot.anonymise.traits.work_patterns import (
    ALSO_WORKS,
    AT_A_TILL,
    AWAY_AT_WORK,
    GOODS,
    KNOWN_BY,
    OF_THE_FAMILY,
    OWN_WORK,
    OWNS,
    SELLS,
    SITS_IN,
    UNIFORMED,
)
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_PLACE_PREPOSITIONS = frozenset(["på", "i", "ved", "hos", "for"])
_OBJECT_WORDS = 4
_VEHICLES = tuple(
    words("plog plogen bil bilen buss bussen trailer taxi truck tog trikk maskin traktor båt ferge fly tankbil")
)
_WORK_FILLERS = words(
    "nå no også mye som fast sammen begge deltid fulltid selv natt natta nattevakt kveld skift turnus helg helger dag "
    "ekstra heltid sesong lange vakter"
)
_AT_SEA = words("plattforma plattformen plattform riggen tråleren trålern båten ferja ferga boreriggen")
_RIGS = ("plattform", "plattforma", "plattformen", "rigg", "riggen")
_THE_SAME = frozenset(["samme", "same"])
_IS = frozenset(["e", "er", "va", "var"])
_AWAY = frozenset(["offshore", "nordsjøen", "utenlands"])
_OF_A_PARENT = tuple(
    words("fars farens mors morens moras pappas mammas familiens foreldrenes foreldras onkels onkelens tantas")
)
_BUSINESSES = tuple(
    words(
        "gård gard bruk restaurant butikk hotell kafé kafeen kiosk camping firma bedrift verksted kennel stall bakeri "
        "salong styret formannskap storting oppdrett fjøs"
    )
)
_OFFICES = tuple(
    words(
        "huset kontor stasjon posten banken bibliotek heimen hjemmet meieri slakteri verksted sagbruk fabrikk anlegg "
        "prestegård"
    )
)
_ALSO_A_PARENT = ("mor ", "far ", "mamma ", "pappa ", "moren ", "faren ")
_PARENT_NEEDS = needs_as_sought(*_OF_A_PARENT)
_TILLS = ("i kass", "i luka", "disken", "bak kassa", "skranken")
_FAR_AWAY = ("offshore", "nordsjøen", " sjøs", " havs", "rigg", "plattform", "trål", "båt", "hurtigrut")
_RUN = (
    *("sjapp", "kiosk", "butikk", "salong", "restaurant", "kafe", "verksted", "gatekj", "bakeri", "puben", "fjøs"),
    *("taxi", "brøyte", "camping", "hotell"),
)
"""What somebody may be known by to run."""
SAID_NEEDS = needs_as_sought(*_OF_A_PARENT, *_RUN, "jobb", "arbeid", "forsvaret", "hæren", *_TILLS, *_FAR_AWAY)
_HOUSE_OF_WORK = (
    r"(?:eriet|fabrikken|bruket|verket|verftet|heimen|omsorgshjemmet|sykehjemmet|aldershjemmet|gamlehjemmet|sykehuset|"
    r"sjukehuset|butikken|mottaket|hotellet|plassen|verkstedet|lageret|terminalen|restauranten|kafeen|kroa|kiosken|banken|"
    r"bensinstasjonen|slakteriet|anlegget|havna|flyplassen|apoteket|salongen|gartneriet|byggeplassen|"
    r"legevakta|legekontoret|rådhuset|kommunehuset)"
)
"""How the places end where people work and children do not: "smelteverket", "campingplassen"."""
_WHERE_NO_CHILD_IS = (
    r"[a-zæøå]{0,20}(?:verftet|verket|bruket|slakteriet|meieriet|fabrikken|fabrikka|mottaket|filetanlegget|"
    r"oppdrettsanlegget|"
    r"settefiskanlegget|klekkeriet|gartneriet|gruva|gruven|gruvene|raffineriet|støperiet|trelasta|trelasten|"
    r"steinbruddet|"
    r"sagbruket|sagbruk|fôrflåten|verven|byggeplassen|anleggsplassen)"
)
_PARENT_AT = re.compile(
    r"\b(?:mor|mora|moren|mamma|mammaen|mamman|far|faren|farn|pappa|pappaen|pappan|stefar|stefaren|stemor|stemora|"
    r"foreldrene|foreldra|foreldran|onkel|onkelen|bestefar)\b(?! til\b)(?: [^\W\d_]{1,12},?){1,7}? (?:på|ved|frå|"
    r"fra|i) "
    rf"(?!(?:asyl|flyktning|flyktnings)?mottaket|(?:bak|med|lov|regel|data|mis|for|ord|språk|tids)?verket|"
    rf"\w*(?:for|mis)bruket)"
    rf"({_WHERE_NO_CHILD_IS})(?!\w)",
    re.IGNORECASE,
)
"""A parent, and within a few words where only those who work are: "før faren er ferdig på sagbruket"."""
_TO_WORK_AT = re.compile(
    r"\b(?:for å|må|skal|skulle|vil|får|fikk|fekk) (?:å )?(?:arbeide|arbeida|jobbe|jobba|hjelpe til|stå|begynne) "
    rf"(?:på|i|ved) ([a-zæøå]{{0,25}}{_HOUSE_OF_WORK})(?!\w)"
)
"""Where a youngster is to work: "ta sonen ut av skulen for å arbeide på gartneriet"."""
_JOB_AT = re.compile(
    rf"\b(?i:jobben|(?:sommer|ekstra|helge|kvelds|natt)?jobb|stillingen|stilling|vikariatet|vikariat|kontrakten|skift|vakter|natt|"
    rf"natta|nattskift|sesongen|lærling|læreplass|(?:arbeids|språk)?praksis|praktiserer|praktiserar|utplassert|"
    rf"arbeidstrening|(?:han|hun|ho|hu|de|dei) (?:jobbe[rt]?|jobbar?|arbeider|arbeidar)(?! (?:(?:fast|nå|no) )?hos))"
    rf"(?: (?:sin|si|fast|nå|no|natt))? (?:på|ved|hos|i) "
    rf"([A-ZÆØÅ][\wæøå\-]{{2,25}}|[a-zæøå]{{0,25}}{_HOUSE_OF_WORK})(?!\w)"
)
"""Where a parent has, got or lost a job: "mistet jobben på lakseslakteriet"."""
_LEFT = re.compile(
    r"\b(?:sykmeldt|sjukmeld|permittert|oppsagt|sagt opp|fikk sparken|fekk sparken|permisjon|nedbemannet) (?:fra|"
    r"frå|på|i|ved|hos) "
    rf"([A-ZÆØÅ][\wæøå\-]{{2,25}}|[a-zæøå]{{0,25}}{_HOUSE_OF_WORK})(?!\w)"
)
"""Where a parent is away from work: "sykmeldt fra Coop"."""
_NEEDED_AT = re.compile(
    rf"\b(?:(?:treng|trenger|trengte|trong|må ha|vil ha) (?:ham|han|henne|ho|hu|hun|jenta|gutten|guten|eleven)|"
    rf"(?:hjelper|hjelpe|hjelp|hjelpte|jobber|jobbe|jobba|arbeider)\b[^.!?\n]{{0,25}} (?:mor|mora|moren|far|faren|"
    rf"mamma|"
    rf"pappa|onkel|onkelen|tante|tanta|bestefar|bestemor|familien|foreldrene)|(?:hjelper|hjelpe|hjelp|hjelpte) til) "
    rf"(?:på|i|ved) ([a-zæøå]{{0,25}}{_HOUSE_OF_WORK}(?: (?:på|i|ved) [A-ZÆØÅ][\wæøå]+)?)(?!\w)"
)
"""Where a child is needed or helps: "mor trenger henne i butikken", "jobber med faren på bilverkstedet"."""
_HELPING = ("treng", "trong", "hjelp", "må ha", "vil ha", "jobb", "arbeid")
_LEAVING = ("meldt", "meld ", "permi", "sagt", "sparken", "bemannet")
_JOBS = (
    "jobb",
    "stilling",
    "vikariat",
    "kontrakt",
    "skift",
    "vakter",
    "natt",
    "sesong",
    "lærling",
    "læreplass",
    "praksis",
    "praktis",
    "utplass",
    "trening",
)
_WORKS_OF_MEN = (
    *("verftet", "verket", "bruket", "slakteriet", "meieriet", "fabrikk", "mottaket", "anlegget", "klekkeriet"),
    *("gartneriet", "gruv", "raffineriet", "støperiet", "trelast", "bruddet", "sagbruk", "flåten", "verven", "plassen"),
)
_TOLD = (
    sought(ALSO_WORKS, *_ALSO_A_PARENT),
    sought(_JOB_AT, *_JOBS),
    sought(_LEFT, *_LEAVING),
    sought(_NEEDED_AT, *_HELPING),
    sought(_PARENT_AT, *_WORKS_OF_MEN),
    sought(_TO_WORK_AT, "arbeid", "jobb", "hjelpe til", "stå ", "begynne "),
    sought(OWNS, *_BUSINESSES),
    *(sought(pattern, "selg", "sel ") for pattern in (SELLS, GOODS)),
    sought(SITS_IN, *_OFFICES),
)


def said_workplaces(document: Document) -> Iterator[Hit]:
    """Yield workplaces that a whole sentence names, whoever else the text speaks of."""
    if document.lacks(SAID_NEEDS):
        return
    owned = () if document.lacks(_PARENT_NEEDS) else document.scan(OF_THE_FAMILY, *_OF_A_PARENT)
    known = document.scan(KNOWN_BY, *_RUN)
    uniformed = document.scan(UNIFORMED, "forsvaret", "hæren")
    tills, away = document.scan(AT_A_TILL, *_TILLS), document.scan(AWAY_AT_WORK, *_FAR_AWAY)
    for match in (*document.scan(OWN_WORK, "jobb", "arbeid"), *owned, *uniformed, *known, *tills, *away):
        yield _workplace(match.start(1), match.end(1))


def workplaces(document: Document) -> Iterator[Hit]:
    """Yield where a parent is, what the family owns and sells, and the office somebody sits in."""
    is_placed = document.flags & Word.KIN and "på" in document.words and not _IS.isdisjoint(document.words)
    for at in range(len(document.tokens) - 2) if is_placed else ():
        if _is_where_a_parent_works(document, at):
            yield _workplace(document.tokens[at + 2].start, document.tokens[at + 2].end)
    for match in document.scan_each(*_TOLD):
        if not match.group(1).isupper():  # "jobben på NAV"
            yield _workplace(match.start(1), match.end(1))


def _is_where_a_parent_works(document: Document, at: int) -> bool:
    """Tell whether a name nobody knows stands after "mora e på": "elkem". An ordinary word may be any place."""
    if document.tokens[at].lower not in _IS:
        return False
    who, link, place = document.before(at), document.after(at), document.after(at, 2)
    if who is None or link is None or place is None or link.lower != "på":
        return False
    if place.lower in _AT_SEA or place.lower.endswith(_RIGS):
        return bool(who.flags & Word.KIN)
    if not who.flags & Word.PARENT:
        return False
    if not place.is_word or len(place.text) <= 3 or place.flags:
        return False
    return not document.lexicon.is_headword(place.lower) and not document.lexicon.is_common_form(place.lower)


def employers_at(document: Document, at: int) -> Iterator[Hit]:
    """Yield the place after "mor jobber på", at most four words; "jobber natt" is nothing."""
    tokens = document.tokens
    lower = tokens[at].lower
    start = at + 1
    while start < len(tokens) and start - at < _OBJECT_WORDS and tokens[start].lower in _WORK_FILLERS:
        start += 1
    if start >= len(tokens):
        return
    if tokens[start].lower in _AWAY:
        yield _workplace(tokens[start].start, tokens[start].end)
        return
    if tokens[start].lower in _PLACE_PREPOSITIONS and start + 1 < len(tokens):
        start += 1
    elif not _owns_or_drives(lower, tokens[start].lower):
        return
    if tokens[start].lower == "kassa" and (chain := document.after(start, 2)) is not None and chain.has_capital:
        start += 2
    last = _object_end(document, start)
    if last is None or _says_nothing(document, start) or _is_somebody(document, start, last):
        return
    yield _workplace(tokens[start].start, tokens[last].end)


def _owns_or_drives(verb: str, what: str) -> bool:
    """Tell whether what follows the verb itself is the work: "eier butikk", "kjører tankbil"."""
    if verb in ("driver", "driv", "eier", "eig"):
        return True
    drives = verb in ("kjører", "kjøre", "køyre", "kjøyrer", "køyrer", "kjørte", "køyrde", "kjør")
    return drives and what.endswith(_VEHICLES) and what not in ("bil", "buss")


def _says_nothing(document: Document, start: int) -> bool:
    word = document.tokens[start]
    return word.lower in document.vocabulary.classes["arbeid_uten_sted"] or word.lower in _THE_SAME or not word.is_word


def _is_somebody(document: Document, start: int, last: int) -> bool:
    """Tell whether it is a person: "jobber hos tante Signe", "jobber hos Signe". More than a name is a firm."""
    who, after = document.tokens[start], document.after(start)
    if who.flags & Word.KIN:
        return after is not None and after.has_capital
    is_at = start > 0 and document.tokens[start - 1].lower == "hos"
    return is_at and start == last and is_listed_first(document, who, *base_of_token(document, who))


def _object_end(document: Document, start: int) -> int | None:
    tokens = document.tokens
    last: int | None = None
    for at in range(start, min(start + _OBJECT_WORDS, len(tokens))):
        token = tokens[at]
        if not token.is_word or (
            at > start
            and (token.flags & (Word.VERB | Word.FUNCTION))
            and not token.has_capital
            and token.lower not in ("ved", "i", "på")
        ):
            break
        if token.lower in ("og", "som", "men", "så"):
            break
        last = at
    while last is not None and last > start and tokens[last].lower in ("ved", "i", "på"):
        last -= 1
    return last


def they_do(document: Document, at: int) -> bool:
    """Tell whether "de driver" or "begge eier" stands there."""
    who = document.before(at)
    return (
        who is not None
        and who.lower in ("de", "dei", "begge", "dæm")
        and document.tokens[at].lower in ("driver", "driv", "eier", "eig")
    )


def _workplace(start: int, end: int) -> Hit:
    return quasi(start, end, "arbeidsgiver", whys.WORKPLACE, 0.75, "[arbeidsplassen]")
