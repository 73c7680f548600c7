"""Finds what narrows the circle in a text written in English: ages, dates, grades, groups, siblings, languages and the
only one of a kind. Knows patterns, no names; jobs are in `english_work`.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token, english_stem
from bot.anonymise.reading.english_words import is_english_word
from bot.anonymise.reading.needs import IN_ENGLISH
from bot.anonymise.words import whys
from bot.anonymise.words.institution import names_an_institution
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_SAID = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen)"
)
_AGE = rf"(?:\d{{1,2}}|{_SAID}|one and a half)(?: and a half|½)?"
_UNIT = r"[ -](?:years?|yrs?|months?|mos?)"
_SOMEBODY = (
    r"(?:boy|girl|child|pupil|baby|son|daughter|brother|sister|toddler|kid|student|twin|teenager|cousin|niece|nephew)"
)
_ENDS = r"(?=[,;!?)\"”]|[.:](?!\d)| and\b| who\b| in\b| but\b| now\b|$)"
_AGES = re.compile(
    rf"\b({_AGE}{_UNIT}[ -]olds?)\b"
    rf"|\b(?:is|was|turns|turned|aged?|age of) (?:now |only |just |almost |nearly |about |already |still )?"
    rf"({_AGE}(?:{_UNIT})?){_ENDS}"
    rf"|(?<=[a-z])(?:, | ?\()(?:aged? |only )?({_AGE}(?:{_UNIT}\b(?=[.])|(?:{_UNIT})?(?=[),;])))"
    rf"|\b{_SOMEBODY}(?:,? aged| of|,)? ({_AGE})(?=[ .,;:!?)])"
    r"(?! (?:children|others|pupils|siblings|brothers|sisters|kids))",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_DATE = re.compile(
    rf"(?<![\d.,:/])(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?:19|20)\d\d)?"
    rf"|\b{_MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?![\d:.]\d|\d| ?(?:children|pupils|of them|people|%))"
    r"(?:,? (?:19|20)\d\d)?"
)
_BORN = re.compile(r"\b(?:born|birthday|date of birth|dob|d\.o\.b\.)(?: is| was| on|:)? ?(?:on )?$", re.IGNORECASE)
_GRADE = re.compile(
    r"\b(?:grade|year|class) (?:1[0-3]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten)(?: ?[A-D])?"
    r"(?!\w| ?(?:years|months|weeks|of|or))"
    r"|\b(?:(?:1[0-3]|[1-9])(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"[ \-]grade(?:r|rs)?\b",
    re.IGNORECASE,
)
_CHILDREN = r"(?:siblings|children|brothers|sisters|kids|boys|girls)"
_SIBLINGS = re.compile(
    rf"\b(?:the )?(?:oldest|eldest|youngest|middle|second|third|fourth|fifth|sixth|last)"
    rf"(?: (?:child|one|boy|girl|kid|son|daughter))?,? (?:out of|of|in a family of|in a row of) "
    rf"(?:\d{{1,2}}|{_SAID})(?!\w)(?: {_CHILDREN})?"
    rf"|\b(?:\d{{1,2}}|{_SAID}) (?:older |younger |elder |little |big |small |grown-up |half-|half |step)?"
    rf"(?:siblings|brothers|sisters|half-siblings)\b"
    rf"|\b(?:a|an|his|her|their|the|are|of|one of) (?:identical |fraternal )?(?:twins?|triplets?)\b"
    rf"(?: (?:brother|sister|boys|girls)s?)?|\ban only child\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\bthe only (?:[A-Za-z\-]+ ){1,3}(?:in|at|from|on|with|who|whose|here)\b(?: [^.!?,;\n]{3,50})?", re.IGNORECASE
)
_NOT_SOMEBODY = words(
    "way thing things time times reason place problem question moment solution option answer difference rule exception "
    "activity subject lesson room day help food measure change advice meeting"
)
_GROUP = re.compile(
    r"\b(?:the )?((?:[Yy]ellow|[Rr]ed|[Bb]lue|[Gg]reen|[Pp]urple|[Oo]range|[Ww]hite|[Pp]ink|[Bb]rown|[Rr]ainbow) "
    r"(?:group|base|unit|department|room|team))\b"
    r"|\b(?:the|from|in|at|of) ((?!The|Our|Your)[A-ZÆØÅ][a-zæøå]+ (?:group|department|unit|base))\b"
)
_LANGUAGE = re.compile(
    r"\b(?:speaks?|spoke|speaking|reads?|understands?|language is|tongue is|interpreter for|translated? (?:in)?to) "
    r"(?:only |mostly |mainly |some |fluent |both |just |a little |good )?([A-Z][a-z]{2,20})"
)
_FROM = words("from in to of near leave left")
_DEFINITE = ("en", "et", "a", "ene")
_SHORTEST_ROOM = 5


@needing(IN_ENGLISH)
def find_english_background(document: Document) -> Iterator[Hit]:
    """Yield what an English text tells of age, date, grade, group, siblings, language and the only one of a kind."""
    for match in document.scan(_AGES):
        group = match.lastindex or 1
        yield quasi(match.start(group), match.end(group), "alder", whys.AGE, 0.8, "i denne alderen")
    for match in document.scan(_DATE) if document.has_digit else ():
        yield _date(document.text, match)
    for match in document.scan(_GRADE, "grade", "year", "class"):
        yield quasi(match.start(), match.end(), "trinn", whys.GRADE, 0.85, "på skolen")
    yield from _family(document)
    yield from _groups(document)


def _date(text: str, match: re.Match[str]) -> Hit:
    if _BORN.search(text[max(0, match.start() - 24) : match.start()]):
        return direct(match.start(), match.end(), "fodselsdato", whys.BIRTH, 0.9, "[fødselsdato]")
    return quasi(match.start(), match.end(), "dato", whys.DATE, 0.85, "en dag")


def _family(document: Document) -> Iterator[Hit]:
    """Yield siblings, languages, and the only one."""
    for match in document.scan(
        _SIBLINGS, "est", "middle", "sibl", "brothers", "sisters", "twin", "triplet", " of ", "only"
    ):
        yield quasi(match.start(), match.end(), "sosken", whys.SIBLINGS, 0.8, "[søsken]")
    for match in document.scan(_ONLY, "the only"):
        if match.group().lower().split()[2] not in _NOT_SOMEBODY:
            yield quasi(match.start(), match.end(), "eneste", whys.ONLY_ONE, 0.85, "en av flere")
    yield from _origins(document)


def _origins(document: Document) -> Iterator[Hit]:
    """Yield lands, peoples and languages, but no school subject: "French lesson"."""
    classes = document.vocabulary.classes
    for at, token in enumerate(document.tokens):
        lower = english_stem(token.lower)
        if not token.has_capital or not (lower in classes["engelske_land"] or lower in classes["engelske_folk"]):
            continue
        before, after = document.before(at), document.after(at)
        if token.flags & Word.FIRST and lower in classes["engelske_land"]:  # "Jordan cried", but "from Jordan"
            is_free = before is not None and before.lower in _FROM
        else:
            is_free = after is None or after.lower not in classes["engelske_fagord"]
        if is_free:
            yield quasi(token.start, token.end, "opprinnelse", whys.ORIGIN, 0.8, "[et annet land]")
    common = document.vocabulary.classes["engelske_vanlige_sprak"]
    for match in document.scan(_LANGUAGE):
        if match.group(1).lower() not in common and match.group(1).lower() not in document.vocabulary.english:
            yield quasi(match.start(1), match.end(1), "opprinnelse", whys.ORIGIN, 0.8, "[et annet språk]")


def _groups(document: Document) -> Iterator[Hit]:
    """Yield "the Yellow group" and a Norwegian definite noun with a capital: "at Revehulen"."""
    for match in document.scan(_GROUP, "group", "base", "unit", "department", "room", "team"):
        group = match.lastindex or 1
        yield quasi(match.start(group), match.end(group), "avdeling", whys.DEPARTMENT, 0.7, "[avdelingen]")
    for token in document.tokens:
        if token.has_capital and not token.opens_sentence and _is_a_room(document, token):
            yield quasi(token.start, token.end, "avdeling", whys.DEPARTMENT, 0.55, "[avdelingen]")


def _is_a_room(document: Document, token: Token) -> bool:
    """Tell whether a Norwegian definite noun stands in the English text with a capital: it names a place there."""
    if token.flags or token.is_caps or len(token.text) < _SHORTEST_ROOM or not token.lower.endswith(_DEFINITE):
        return False
    if names_an_institution(token.lower) or token.lower in document.places.single:
        return False
    return document.is_known(token.lower) and not is_english_word(document, token.lower)
