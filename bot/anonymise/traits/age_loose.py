"""Finds ages that are told loosely: "ca. 16", "~6", "15 om to uker", "tre jenter, alle 13", "i 17-årsalderen", "heter
Ola og er 7". Knows numbers and phrases, no names.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, needs_as_sought, needs_one_of, sought
from bot.anonymise.traits.exact_age import told_age
from bot.anonymise.words.months import MONTHS
from bot.anonymise.words.proposals import AGE_WORDS, OVER_TWO
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_FIGURES = r"(?:1\d|2[0-5]|[1-9])"
_NUMBER = rf"(?:{_FIGURES}|to|{OVER_TWO})"
_PERSON = (
    r"(?:gutt|gutten|gut|guten|gutn|jente|jenta|jenten|barn|barnet|ungdom|ungdommen|ungdomen|elev|eleven|mann|kvinne|"
    r"person|unge|ungen|ongen|mor|far|tenåring|pike|han|hun|ho|hu|hainn|kjæreste|kjæresten|kjærasten|kamerat)"
)
_ABOUT = (
    r"(?:ca\.?|cirka|circa|omtrent|rundt|rundt om|om lag|omlag|omkring|knapt|snart|nesten|trolig|kanskje|sikkert|~)"
)
_COUNTS_NOTHING = (
    r"(?! ?[–\-/:] ?\d| ?\d|[.,]\d|½| ?%|\w)(?! ?(?:min|minutt\w*|time[rn]?|timar|prosent|kr|kroner|kg|"
    r"elever|elevar|barn|plass\w*|trinn|klasse|av|poeng|gang\w*|dag\w*|uke\w*|veke\w*|måne\w*|måna\w*|mnd|"
    rf"sekund\w*|m|meter|km|stk|andre|til|personer|stykk\w*|gutter|jenter|etasje|{MONTHS})\b)"
)
_AGED_ABOUT = re.compile(rf"\b{_PERSON},? (?:på |er |e )?{_ABOUT} ?({_FIGURES}){_COUNTS_NOTHING}", re.IGNORECASE)
"""Who is about so old: "jente ca. 14"; "omtrent tolv" is left to the phrases that say more."""
_WAVE = re.compile(
    rf"(?:\b(?:er|e|på|{_PERSON}),? |[,(] ?)(~ ?{_FIGURES}(?: ?år)?)(?! ?(?:dag|uke|veke|time|min|kr|%|prosent|km|"
    r"elev|barn|gang)|[\w:–\-]|[.,]\d)",
    re.IGNORECASE,
)
_SOON = re.compile(
    rf"(?:\b(?:er|e|blir|bli|vert|fyller|fylle|snart|nesten) |(?P<who>[A-ZÆØÅ][\wæøåéÆØÅ\-]{{1,25}}), )"
    rf"(?P<age>{_NUMBER})(?: år)? om (?:bare |berre )?(?:en|ein|ei|et|eit|to|tre|fire|fem|seks|noen|nokre|nån|få|\d) "
    r"(?:dag|dager|dagar|daga|uke|uker|veke|veker|væk\w|måned|måneder|månad|månader|månter|mnd)(?!\w)",
    re.IGNORECASE,
)
"""An age that comes in a while: "snart 16 om en måned", "Ali, 15 om to uker,"."""
_ALL_OF_THEM = re.compile(
    r"\b(?:gutter|guttene|gutar|gutta|guttan|jenter|jentene|jentan|jentan|ungdommer|ungdommene|ungdomar|barn|elever|"
    r"elevar|søsken|"
    rf"unger|kamerater|venninner|stykker),? (?:alle|begge)(?: (?:to|tre|fire|fem|seks))?(?: er| e| på)? ({_FIGURES})"
    r"(?: år)?(?=[,.;!?)\n]|$| (?:og|som|fra|frå)\b)",
    re.IGNORECASE,
)
"""One age of several: "fire gutter, alle 15, fra"."""
_AT_THE_AGE = re.compile(
    rf"\b(?:{_PERSON}|ei|en|ein|er|e|var)\b[^.!?;\n]{{0,24}} i (?:ca\.? |omtrent )?"
    rf"({_NUMBER} ?-?års?-? ?alder(?:en)?)(?!\w)|\(i ({_NUMBER} ?-?års?-? ?alder(?:en)?)\)",
    re.IGNORECASE,
)
"""An age that is only about right, of somebody: "gutt i 14-årsalderen"; what comes "i treårsalderen" is left alone."""
_CALLED_AND_IS = re.compile(
    r"\b(?:heter|heiter|heite|hete|heitte|hette|navnet er|navn er) [\w\-]{2,20}(?: [\w\-]{2,20})?,? "
    rf"(?:(?:og|å|han|hun|ho|hu|hainn) )?(?:er|e|va|var|blir) (?:snart |bare |nesten |nå |no )?({_NUMBER})"
    rf"(?: år)?(?:(?=[.,;!?)\n]|$)|(?= (?P<follow>[^\W\d_]+)))",
    re.IGNORECASE,
)
"""An age behind the name: "gutten heter Ola og er 7 han stikker av"."""
_WHEN = (
    rf"(?:{MONTHS}|vår|våren|sommer|sommeren|sommar|høst|høsten|haust|vinter|vinteren|jul|jula|påske|påska|"
    r"nyttår)"
)
_NAME_THEN = re.compile(
    rf"(?<![\w\-])([\wæøåéÆØÅ\-]{{2,25}}) (?:er|e|blir|fyller|vert) ({_NUMBER})(?: år)? (?:i|til|te|over|etter|før) "
    rf"{_WHEN}(?!\w)",
    re.IGNORECASE,
)
"""A name, and an age by when it comes: "Nadja er 18 i mai"."""
_COUNTED = words("av til per dag dager år uker ganger gang time timer minutter eller flere andre små store nye gamle")
_ALDER = ("alder",)
_WHENS = words("vår sommer sommar høst haust vinter jul påske påska nyttår").union(MONTHS.split("|"))
_SIMPLE = (
    sought(_AGED_ABOUT, *(f" {word}" for word in words("ca cirk circ omtr rundt om knapt snart nesten trol kansk ~"))),
    sought(_WAVE, "~"),
    sought(_ALL_OF_THEM, " alle ", " begge "),
    sought(_AT_THE_AGE, *_ALDER),
)
_SAID_NEEDS = needs_as_sought(" om ", "heter ", "heiter ", "heite ", "hete ", "heitte ", "hette ", "navn")


@needing(A_DIGIT | needs_one_of(AGE_WORDS) | needs_as_sought(*_ALDER))
def find_loose_ages(document: Document) -> Iterator[Hit]:
    """Yield ages that are told loosely."""
    for match in document.scan_each(*_SIMPLE):
        yield told_age(document.text, *match.span(match.lastindex or 0))
    for match in document.scan(_NAME_THEN, *_WHENS):
        if document.flags_of(match.group(1)) & Word.FIRST and not document.flags_of(match.group(1)) & _NO_NAME:
            yield told_age(document.text, *match.span(2))
    if not document.lacks(_SAID_NEEDS):
        yield from _said(document)


def _said(document: Document) -> Iterator[Hit]:
    """Yield "snart 16 om en måned" and "heter Ola og er 7"."""
    for match in document.scan(_SOON, " om "):
        who = match.group("who")
        if who is None or document.flags_of(who) & (Word.FIRST | Word.SURNAME) or not document.is_known(who.lower()):
            yield told_age(document.text, *match.span("age"))
    for match in document.scan(_CALLED_AND_IS, "heter ", "heiter ", "heite ", "hete ", "heitte ", "hette ", "navn"):
        follow = (match.group("follow") or "").lower()
        is_free = not follow or bool(document.flags_of(follow) & (Word.FUNCTION | Word.VERB))
        if is_free and follow not in _COUNTED:
            yield told_age(document.text, *match.span(1))


_NO_NAME = Word.MONTH | Word.SAFE | Word.STAFF | Word.FUNCTION | Word.VERB | Word.NUMBER
