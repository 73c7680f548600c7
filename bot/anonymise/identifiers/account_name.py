"""Finds what somebody is called on a site, even by an ordinary word: "gamertagen er slangemannen"."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit
from bot.anonymise.identifiers.electronic import handle
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, A_SIGN_INSIDE, needs_as_sought, sought
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_NAMED_ON_A_SITE = re.compile(
    r"\b(?:(?:snap(?:chat)?|insta(?:gram)?|tiktok|discord|roblox|fortnite|minecraft|steam|xbox|psn|twitch|youtube|spill|"
    r"bruk[ae]r)[ -]?(?:navn|namn)(?:et)?|gamertag(?:en)?|nick(?:et|name)?)(?:: ?| ?= ?| (?:er|e|var|heter) | "
    r"(?=[\w.\-]+$|[\w.\-]*\d))"
    r"[«\"'“]?(?P<account>[\w][\w.#\-]{2,40})"
    r"|\b(?:profil|bruk[ae]r|konto|kanal)na[vm]n(?:et)?(?: er| var|:)? [«\"“](?P<quoted>[^«»\"“”\n]{2,40})[»\"”]"
    r"|\bbruker(?:navn(?:et)?|en) [«\"'“]?(?P<user>[\w][\w.#\-]{2,40})[»\"'”]? (?:på|i) [A-ZÆØÅa-zæøå]"
    r"|\b(?:heter|heiter|kalles|kallast|kaller (?:seg|ham|henne)|kallar (?:seg|han|ho)|går under) "
    r"[«\"'“]?(?P<called>[\w][\w.#\-]{3,40})[»\"'”]? på "
    r"(?:snap|insta|tiktok|discord|roblox|fortnite|minecraft|steam|xbox|twitch|youtube)"
    r"|[«\"“](?P<notified>[\w][\w.#\-]{2,40}) (?:har (?:lagt (?:deg|meg) til|"
    r"invitert deg til|nevnt deg til|"
    r"begynt å følge deg)|vil følge deg|ønsker å følge deg)",
    re.IGNORECASE,
)
"""What somebody is called on a site, even by an ordinary word: "gamertagen er slangemannen"."""
_AND_A_YEAR = re.compile(
    r"(?<![\w@.#/\-])([a-zæøå]{5,25}[._]\d{2,4})(?![\w.])|\b(?:fra|frå|brukeren|kontoen|profilen) "
    r"([a-zæøå]{5,25}-\d{2,4})(?![\w\-])"
)
"""A word and figures tied as in a user name: "tuttifruttii.09", "fra lykkeliten-2014"."""
_WORDS_AND_FIGURES = re.compile(
    r"(?<![\w@.#/\-])([A-Za-zÆØÅæøå]{2,20}(?:[._][a-zæøå]{2,20}){1,3}[._]\d{2,4})(?![\w/%]|[._:,]\d)"
)
"""Words and figures tied by full stops, as nothing but a user name is: "glad.gutt.2009"."""
_A_WORD = re.compile(r"[a-zæøå]{4}")
_IS_SENT = re.compile(r"melding|snap|sms|kommentar|video|bilde|chat|følg|brukeren|kontoen|profilen", re.IGNORECASE)
"""What comes from an account: without it, "fra skolestart-2026" is a time."""
_ACCOUNT_NAMES = (
    *(
        "navn",
        "namn",
        "gamertag",
        "nick",
        "brukeren",
        " på snap",
        " på insta",
        " på tiktok",
        " på discord",
        " på roblox",
        " deg til",
        "følge deg",
    ),
    *(" på fortnite", " på minecraft", " på steam", " på xbox", " på twitch", " på youtube"),
)
_SITE = (
    r"(?:snap(?:chat)?|insta(?:gram)?|tiktok|discord|roblox|fortnite|minecraft|steam|xbox|twitch|youtube|nett(?:et)?)"
)
_WHO = r"(?:han|hun|ho|hu|hainn|jenta|gutten|guten|eleven|den ene|den andre)"
_TOLD_SIGNS = re.compile(
    rf"\b(?:på|i) {_SITE} (?:(?:er|e|heter|heiter|heite|går) {_WHO}|{_WHO} (?:heter|heiter|heite|er|går))"
    r"(?: under| som)? [«\"“]?([\w.\-]{4,30})[»\"”]?(?:,? (?:og|å)(?: så)?| med)? (?:\w+ )?"
    r"(?:understrek\w*|strek\w*|bindestrek\w*|"
    r"punktum\w*|prikk\w*|tall? (?:bak|etter|til slutt)|\d{1,4} bak|\w+tall)(?!\w)",
    re.IGNORECASE,
)
"""A word and the signs behind it, told in words: "på snap er ho vintermåne og så to understreker"."""
_IN_ONE_WORD = re.compile(
    r"\b(?:bruk[ae]r(?:navn|namn)?(?:et|en)?|nick(?:et|name)?|gamertag(?:en)?|konto(?:en)?|profil(?:en)?)"
    r"(?: (?:hans|hennes|hennar|hannes))? (?:er|e|heter|heiter|var)(?: (?:to|tre|fire) ord)?[,:]? "
    r"[«\"“]?([a-zæøå]{2,15}(?: [a-zæøå]{2,15}){1,3})[»\"”]?,? "
    r"(?:uten mellomrom|utan mellomrom|i ett ord|i eitt ord|i ett|skrevet i ett|sammenskrevet|samanskrive)(?! mellom)",
    re.IGNORECASE,
)
"""Some words that are one user name: "brukernavnet er to ord, glade laks, uten mellomrom"."""
_THREE_PARTS = re.compile(
    r"\b(?:andre|eine|ene|heter|heiter|er det|venninna|venninnen|venninne|kompisen|profilen|brukeren|kontoen|"
    r"under|av|fra|frå|"
    r"hos|følger) "
    r"([a-zæøå]{2,20}(?:\.[a-zæøå0-9]{2,20}){2,4})(?<!\.no)(?<!\.com)(?<!\.net)(?<!\.org)"
    r"(?![\w@/]|\.[a-z])"
)
"""Words with full stops between them and no space, three at least, of somebody on a site: "den andre ikke.tenk.på"."""
_ONE_WHO = re.compile(
    r"\b(?:en|ein|noen|nokon|han|hun|ho) som (?:heter|heiter|heite) ([a-zæøå]{3,20}[._][\wæøå.]{2,20})"
)
_SITES = ("snap", "insta", "tiktok", "discord", "roblox", "fortnite", "minecraft", "steam", "xbox", "twitch", "youtube")
_NAMED_THERE = sought(_NAMED_ON_A_SITE, *_ACCOUNT_NAMES)
_TOLD_OF_A_SITE = tuple(sought(pattern, *_SITES) for pattern in (_TOLD_SIGNS, _THREE_PARTS, _ONE_WHO))
_JOINED_WORDS = sought(_IN_ONE_WORD, "mellomrom", " i ett", " i eitt", "sammenskrevet", "samanskrive")
_NO_ACCOUNTS = words(
    "glemt gløymt feil ukjent ukjend nytt ny gammelt endret endra borte hemmelig hemmeleg likt samme same langt stygt "
    "upassende "
    "passord passordet nødvendig viktig tatt opptatt sperret sperra slettet sletta riktig rett vanskelig lett"
)
"""What is told of a user name and is none."""
_NUMBERED = words("nr nummer no plass klasse trinn modul side kapittel punkt level lvl nivå")
"""What has a number behind it: «han er nr20 på TikTok» is his rank."""


@needing(A_DIGIT | needs_as_sought(*_ACCOUNT_NAMES, *_SITES, *_JOINED_WORDS.words))
def find_account_names(document: Document) -> Iterator[Hit]:
    """Yield the word that is said to be a user name, and a word tied to figures as in one."""
    yield from _said(document)
    yield from _told(document)
    if document.has_digit:
        yield from _with_figures(document)


def _said(document: Document) -> Iterator[Hit]:
    for match in document.scan_each(_NAMED_THERE):
        word = match.group(match.lastgroup or 0).rstrip(".-#")
        if can_be_an_account(document, word):
            yield handle(match.start(match.lastgroup or 0), match.start(match.lastgroup or 0) + len(word), 0.8)


def _told(document: Document) -> Iterator[Hit]:
    """Yield user names told in words, where a site is named."""
    for match in document.scan_each(*_TOLD_OF_A_SITE):
        if match.re is not _TOLD_SIGNS or can_be_an_account(document, match.group(1)):
            yield handle(*match.span(1), 0.8)
    for match in document.scan_each(_JOINED_WORDS):
        yield handle(*match.span(1), 0.8)


def _with_figures(document: Document) -> Iterator[Hit]:
    if not document.lacks(A_SIGN_INSIDE) or "_" in document.words:
        for match in document.matches(_WORDS_AND_FIGURES):
            if _A_WORD.search(match.group(1)):  # "ca.kr.200" is none
                yield handle(*match.span(1), 0.75)
    for match in document.scan(_AND_A_YEAR, "fra ", "frå ", "en ", "snap", "insta", "heter"):
        word = match.group(match.lastindex or 0)
        is_sent = match.lastindex == 2 and _IS_SENT.search(document.text, max(0, match.start() - 60), match.end())
        if is_sent or not document.is_known(word.rstrip("0123456789")[:-1]):
            yield handle(*match.span(match.lastindex or 0), 0.75)


def can_be_an_account(document: Document, word: str) -> bool:
    """Tell whether a word that is said to be a user name can be one: "er glemt" and "er det samme" say nothing."""
    barred = Word.FUNCTION | Word.VERB | Word.STAFF | Word.KIN | Word.CHILD | Word.SAFE
    lower = word.lower()
    if lower[-1].isdigit() and lower.rstrip("0123456789") in _NUMBERED:
        return False
    return not document.flags_of(word) & barred and lower not in _NO_ACCOUNTS
