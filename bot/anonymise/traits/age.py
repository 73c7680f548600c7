"""Finds exact ages. Durations ("i 3 år"), limits in law ("over 16 år") and age bands are left alone."""

import re
from collections.abc import Iterator, Sequence

from bot.anonymise.finding import Hit
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_as_sought, needs_of
from bot.anonymise.traits.age_after_person import ages_after_person, is_small_number
from bot.anonymise.traits.age_of_things import is_of_a_thing, is_part_of_a_number
from bot.anonymise.traits.exact_age import LEGAL_AGES, WORD, exact_age
from bot.anonymise.words.proposals import OVER_TWO
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_COUNTS = (*words("en ett et eit to tju tyve tretti tredve førti femti seksti sytti åtti nitti"), *OVER_TWO.split("|"))
"""How a word begins that counts years by itself: "toåring", "trettiårig"."""
_COUNT = rf"(?:\d{{1,2}}(?:[,.]\d| ?½| ?1[⁄/]2)?|{WORD})"
_HALF = r"(?: [½¼¾]| (?:og |å )?(?:et |ett |eit )?(?:halvt|halv|trekvart|kvart))?"
_OLD = re.compile(
    rf"\b{_COUNT}{_HALF} ?(?:års?|åra|mnd\.?|månede?rs?|månader|månadar|uker|veker) ?(?:gammel|gammal|gammelt|"
    rf"gammalt|gamle|gamal|gaml|alder(?:en)?|gutt(?:en)?|jente|jenta|barn(?:et)?)\b(?: og \d{{1,2}} (?:mnd|"
    rf"måneder))?",
    re.IGNORECASE,
)
_AGED = re.compile(rf"\b{_COUNT}{_HALF}-? ?(?:åring(?:en|a|er|ene|ar|s|ens)?|årig(?:e)?|års?ing)\b", re.IGNORECASE)
_JOINED = re.compile(
    rf"\b(?:{WORD}|(?:tjue?|tyve|tretti|tredve|førti|femti|seksti|sytti|åtti|nitti){WORD}?(?=åring))"
    rf"år(?:ing(?:en|a|er|ene|s|ens)?|ig(?:e)?|sgammel|s)\b|\b\d{{1,2}}åring(?:en|er|s)?\b", re.IGNORECASE
)  # fmt: skip
_YEARS = re.compile(
    rf"\b({_COUNT}){_HALF} ?-?(?:år|åra|mnd|måneder|månader|måneders|måna|månna|månter|års)\b\.?(?:(?:,| og) ?"
    r"\d{1,2} ?(?:mnd|måneder|månader|dager))?(?! ?(?:siden|sidan|sia|etter|før|senere|seinere|tidligere|med|uten|på|"
    r"til(?! å\b)|eldre|yngre|igjen|(?:utsatt|utsett)(?! for)|fram|på rad|i strekk|framover|for tidlig|for tidleg|"
    r"før tida|ventetid|lang))",
    re.IGNORECASE,
)
_CHILDREN = (
    r"gutt|gutten|gut|guten|gutn|jente|jenta|jenten|guttunge|gutunge|jentunge|jentonge|barn|barnet|elev|eleven|unge|ungen|sønn|sønnen|son|sonen|datter|"
    r"dattera|datteren|dotter|dottera"
)
_SIBLINGS = (
    r"(?:store|lille|vesle|halv|ste|foster|bonus)?(?:bror|broren|brora|søster|søsteren|søstera|søstra|syster|systera)|småbror|småsøster|søsken|"
    r"sysken|tvillinger|tvillingar"
)
_SUBJECT = re.compile(
    rf"(?:\b(?:er|e|va|var|blir|ble|blei|vart|fyller|fylte|fyller snart|snart|nesten|nå|no|ca\.?|cirka|omtrent|bare|"
    rf"berre|bærre|bære|{_CHILDREN}|{_SIBLINGS}|jento|bån|"
    r"kjæreste|kjæresten|kompis|ungdom|mor på|far på|kvinne på|mann på|"
    r"pasient|gutt på|jente på|gutten på|jenta på|barn på|barnet på|alder|alderen|tvillinger på|en|ei|ein|den|født)|"
    r"[A-ZÆØÅ][a-zæøå]+|^|[.(,:;\n?!)»])[ ,(]{0,3}(?:på |snart |bare |nå |nesten |cirka |ca\.? )?$",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:i|om|over|under|fra|til|hvert|hver|siste|de siste|fylte|fyller de|mellom|inntil|minst|for|etter|på|opp "
    r"til|oppmot|første|neste|ca\. hvert|gjennom|hele|flere|mange|få|noen|et par|enn|varte|etter|innen|før|siden|"
    r"foregått|føregått|pågått|pågår|eksistert|eksisterer|jobbet|jobba|jobbar|arbeidet|arbeidd|gjelder|gjeld|varer|"
    r"varar|bestått|drevet|her|der|hos oss|sammen|saman|i drift|"
    r"tiltak|og|ikke fylt|ikkje fylt|gått|gikk|tatt|tok|(?:tok|tar|tatt|tek|teke) "
    r"(?:oss|meg|ham|henne|han|ho|dem|dei|flere|bortimot)|ventet|venta|vart|brukt|brukte) (?:de |ca\.? |minst |cirka |"
    r"nesten )?$",
    re.IGNORECASE,
)
_IN_GENERAL = re.compile(
    r"\b(?:når|hvis|dersom|om|at|til) (?:de|dei|dem|man|en|ein|barna|borna|ungene|elevene|"
    r"(?:et|eit|en|ein|ei) (?:barn|elev|ungdom|unge|person|forelder)|barn|elever|ungdommer|ungdom) "
    r"(?:er|blir|vert|fyller|har fylt|har blitt) $",
    re.IGNORECASE,
)
_NAMED_AND_ON = re.compile(
    r"\b(?:gutt|gutten|gut|guten|jente|jenta|barn|barnet|elev|eleven|sønn|sønnen|son|sonen|datter|dattera|datteren|"
    r"dotter|dottera|unge|ungen|bror|søster|tvilling),? [A-ZÆØÅ][\w\-]{1,25}(?: [A-ZÆØÅ][\w\-]{1,25})?, på $",
    re.IGNORECASE,
)
"""A child and its name: "en gutt, Teodor, på"."""
_BY_LAW = re.compile(
    r"\b(?:når|før|etter at|til|hvis|dersom|om|straks|fra) (?:barnet|eleven|ungdommen|ungdomen|den unge|"
    r"vedkommende|han eller hun) (?:er|fyller|har fylt|har blitt|blir|vert) $",
    re.IGNORECASE,
)
_BAND = re.compile(r"\d ?[–\-] ?$")
_IN_PARENTHESES = re.compile(
    rf"(?:(?<=[A-Za-zæøåÆØÅ])|(?<=[A-ZÆØÅ]\.))( ?)\((\d{{1,2}}(?:[,.]\d| ?1[⁄/]2)?|{WORD})\)", re.IGNORECASE
)
_LABELLED = re.compile(r"\b(?:alder|alderen)(?: er)?:? (\d{1,2})(?![\d–\-]| ?(?:år|mnd|til))", re.IGNORECASE)
_HAS_TURNED = re.compile(r"\bblitt (\d{1,2})(?=[.,!]| i | nå|$)", re.IGNORECASE)
_WEEKS = re.compile(
    r"\b(?:barnet|spedbarnet|spebarnet|babyen|gutten|jenta|han|hun|ho)(?:, [\w\-]{2,20},)? er "
    r"(?:bare )?(\w{1,6} (?:uker|veker|"
    r"dager))(?= gammel|[.,]|"
    r" og| men|$)",
    re.IGNORECASE,
)
_UNITS = needs_of("år", "mnd", "måned", "månad", "månna", "månter", "uker", "veker")
_TOLD = ((_LABELLED, ("alder",)), (_HAS_TURNED, ("blitt",)), (_WEEKS, (" uker", " veker", " dager")))
_TOLD_NEEDS = needs_as_sought(*(word for _, needs in _TOLD for word in needs))
_COUNTED = re.compile(r"\b(?:to|tre|fire|fem|seks|[2-9]|noen|våre|disse|av|er) $", re.IGNORECASE)
_AGE_GROUP = re.compile(r"-? ?åring(?:er|ar)$", re.IGNORECASE)
_SIBLINGS_ON = re.compile(
    r"\b(?:søsken|sysken|barn|gutter|jenter|brødre|søstre|tvillinger|søskenpar) på $", re.IGNORECASE
)


@needing(A_DIGIT | Word.NUMBER | _UNITS | _TOLD_NEEDS | needs_of("("))
def find_ages(document: Document) -> Iterator[Hit]:
    """Yield exact ages in figures and words, but no part of a longer number and no version."""
    return (hit for hit in _ages(document) if not is_part_of_a_number(document.text, hit.start, hit.end))


def _ages(document: Document) -> Iterator[Hit]:
    is_number = document.has_digit or bool(document.flags & Word.NUMBER)
    has_words = is_number or not document.vocabulary.classes["tallord"].isdisjoint(document.words)
    if not (has_words or "år" in document.lower):
        return
    numbers = _numbers(document) if is_number else []
    if not document.lacks(_UNITS):
        yield from _with_unit(document, numbers)
    if numbers:
        yield from ages_after_person(document, numbers)
        yield from _pairs_of_ages(document, numbers)
    for pattern, needs in () if document.lacks(_TOLD_NEEDS) else _TOLD:
        for match in document.scan(pattern, *needs):
            yield exact_age(document.text, match.start(1), match.end(1))
    for match in document.scan(_IN_PARENTHESES, "("):
        yield exact_age(document.text, match.start(2), match.end(2))


def _numbers(document: Document) -> list[int]:
    """Return the positions of numbers in figures and in words."""
    return [at for at, token in enumerate(document.tokens) if token.flags & Word.NUMBER or token.text[0].isdigit()]


def _with_unit(document: Document, numbers: Sequence[int]) -> Iterator[Hit]:
    """Yield "8 år gammel", "10-åring", "fem år", "19 mnd"."""
    text, tokens = document.text, document.tokens
    years = [at for at, t in enumerate(tokens) if t.lower.startswith(_COUNTS) and "år" in t.lower]
    for token in [tokens[at] for at in sorted({*numbers, *years})]:
        match = _OLD.match(text, token.start) or _AGED.match(text, token.start) or _JOINED.match(text, token.start)
        if match is None:
            match = _YEARS.match(text, token.start)
            if match is None or match.group().lower().startswith(("en mnd", "et mnd")) or not _is_age(text, match):
                continue
        of_all = _AGE_GROUP.search(match.group()) and not _COUNTED.search(
            text[max(0, match.start() - 12) : match.start()]
        )
        if (
            not of_all
            and not is_of_a_thing(text, match)
            and not _BAND.search(text[max(0, match.start() - 4) : match.start()])
        ):
            yield exact_age(text, match.start(), match.end())


def _pairs_of_ages(document: Document, numbers: Sequence[int]) -> Iterator[Hit]:
    """Yield "3 og 5 år" whole."""
    for at in (at for at in numbers if is_small_number(document.tokens[at])):
        link, other, unit = document.after(at), document.after(at, 2), document.after(at, 3)
        if link is None or other is None or unit is None or link.lower not in ("og", "/", "eller"):
            continue
        start = document.tokens[at].start
        before = document.text[max(0, start - 28) : start]
        is_limit = _LIMIT.search(before) and not (link.lower in ("og", "/") and _SIBLINGS_ON.search(before))
        if not is_limit and is_small_number(other) and unit.lower in ("år", "åra", "mnd", "åringer"):
            yield exact_age(document.text, start, unit.end)


_LIVED = re.compile(
    r"\b(?:har|hadde|ha) (?:bodd|budd|vært|vore|gått|jobbet|jobba|arbeidet|lært|ventet|venta|levd|hatt|sittet|spilt)"
    r"(?: (?:der|her|hos oss|i norge|sammen|saman|i))? (?:i |bare |berre |nå i |minst |over )?$",
    re.IGNORECASE,
)
"""How long something has lasted."""


def _is_age(text: str, match: re.Match[str]) -> bool:
    """Tell an age from a length of time or a limit by the words before it."""
    before = text[max(0, match.start() - 28) : match.start()]
    if before.endswith(", på ") and _NAMED_AND_ON.search(text[max(0, match.start() - 60) : match.start()]):
        return True
    if _LIVED.search(before):
        return False  # "har bodd to år i Norge"
    if _IN_GENERAL.search(before) or (match.group(1) in LEGAL_AGES and _BY_LAW.search(before)):
        return False
    if _BAND.search(before) or re.match(r" ?[–\-] ?\d", text[match.end() : match.end() + 4]):
        return False
    if _LIMIT.search(before) and not re.search(
        rf"\b(?:er|{_CHILDREN}|{_SIBLINGS}|mor|far|kvinne|mann|[A-ZÆØÅ][a-zæøå]+) på $", before
    ):
        return False
    return _SUBJECT.search(before) is not None
