"""Finds user names that are ordinary words, alone or two or three together, by what stands around them: "snapen hennes
heter månestråle", "han spiller som dragekriger på Fortnite", "på snap er hun kakemons", "Kontoen Mørke Måne la ut".
Knows sites and what accounts are called, no names.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit
from bot.anonymise.identifiers.account_name import can_be_an_account
from bot.anonymise.identifiers.electronic import handle
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import A_CAPITAL_INSIDE, sought
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_SITE = (
    r"(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|discord|roblox|fortnite|minecraft|steam|xbox|psn|playstation|twitch|"
    r"youtube|jodel|kik|telegram|yubo|bereal|messenger|facebook|brawl ?stars|clash ?royale|among us|valorant|csgo|fifa|"
    r"gta|fb)"
)
_NET = rf"(?:{_SITE}|nett(?:et)?|(?:nett|data|mobil)?spillet|chatten)"
_ACCOUNT = (
    rf"(?:{_SITE}-?(?:kontoen|brukeren|bruker|navnet|navn|profilen|kanalen|id|id-en|en)|snappen|(?:bruk[ae]r|nett|"
    r"spill(?:er)?|profil|konto|kanal|gamer|chat)(?:navn|namn)(?:et)?|nick(?:et|name|namet)?|gamertag(?:en)?|"
    r"alias(?:et)?)"
)
_CALLED_ACCOUNT = rf"(?:{_ACCOUNT}|profilen|kontoen|brukeren|brukern|brukaren)"
"""A user and a profile too, where it is told what it is called: "brukeren er" is who gets a service."""
_WHOSE = r"(?: (?:hans|hannes|hennes|hennar|min|din|deres|deira|til [a-zæøå\-]{2,20}))?"
_WHO = r"(?:han|hun|ho|hu|hen|de|dei|jenta|gutten|guten|eleven|ungdommen|barnet)"
_NAME = r"[«\"“]?(?P<{}>[a-zæøåA-ZÆØÅ][\w.\-]{{2,30}})"
_CALLED = re.compile(
    rf"\b{_CALLED_ACCOUNT}{_WHOSE}(?: på {_SITE})? (?:heter|heiter|heite|kalles|kallast) {_NAME.format('account')}"
    rf"|\b(?:på|i) {_NET} (?:heter|heiter|heite|kalles|kaller|kallar) {_WHO}(?: seg| seg for)? {_NAME.format('there')}"
    rf"|\b(?:heter|heiter|kaller seg|kallar seg|går under|kalles) {_NAME.format('before')}"
    rf"(?P<more>(?: [\w.\-]+){{0,3}}?)[»\"”]? (?:på|i) {_NET}(?!\w)"
    rf"|\b(?:nett|spill(?:er)?|{_SITE}-?)(?:navn|namn|id)(?:et|-en)?{_WHOSE}(?::| er) ?{_NAME.format('label')}",
    re.IGNORECASE,
)
"""What an account or somebody on a site is called: whatever the word, it is a user name."""
_IS = re.compile(
    rf"\b{_ACCOUNT}{_WHOSE}(?: på {_SITE})? (?:er|e|var) {_NAME.format('account')}"
    rf"|\b(?:på|i) {_NET} (?:er|e|går) {_WHO}(?: under| som)? {_NAME.format('there')}"
    rf"|\b{_WHO} (?:er|e) {_NAME.format('before')}[»\"”]? (?:på|i) {_NET}(?!\w)"
    rf"|\b(?:spiller|speler|spelar|streamer|strømmer|chatter|skriver|skriv|poster|kjent|logger inn|logger seg inn)"
    rf"(?: {_WHO})? som {_NAME.format('player')}[»\"”]? (?:på|i) {_NET}(?!\w)"
    rf"|\b(?:{_SITE}-?(?:kontoen|brukeren|profilen|kanalen)|profilen|kontoen|alias) "
    rf"{_NAME.format('beside')}[»\"”]? (?=\w)",
    re.IGNORECASE,
)
"""The same where a word that tells how somebody is may stand as well: "profilen er privat", "han er kjent på nett"."""
_MADE = re.compile(
    rf"\b(?:fra|frå|med|av|følger|følgjer|blokkert|blokkerte|(?:søk|slå|legg)(?: \w+)? (?:opp|til)|addet|adda) "
    rf"(?P<met>[\w.\-]{{2,30}}) (?:på|i) {_NET}(?!\w)"
    rf"|\b(?:{_SITE}:?|logge[rt]?(?: seg)? inn som) {_NAME.format('made')}",
    re.IGNORECASE,
)
"""Where a word with a capital inside is somebody on a site: "følger BlokkBjarte", "steam HeadshotHarry"."""
_SCOLDS = re.compile(
    r"\b(?:kalles|kallast|kaller|kallar) (?:han|hun|ho|hu|hen|de|dei|jenta|gutten|guten)\b(?! seg)|^kalles ", re.I
)
"""Others call somebody so, which may be the worst they know: «på nett kalles hun hore»."""
_INNER_CAPITAL = re.compile(r"[a-zæøå][A-ZÆØÅ][a-zæøå]")
_SIGNS = (
    *words(
        "snap insta tiktok discord roblox fortnite minecraft steam xbox psn playstation twitch youtube jodel telegram"
    ),
    *words(
        "yubo bereal messenger facebook brawl clash valorant csgo fifa nick gamertag alias profilen kontoen profilna"
    ),
    *words("kontona kanalna brukerna brukarna brukeren brukaren nettna spillna spillerna chatna spillet chatten"),
    *("tik tok", "among us", " fb", " gta", "kik ", "på nett", "i nett", "brukern ", "inn som"),
)
_ROWS = (sought(_CALLED, *_SIGNS), sought(_IS, *_SIGNS))
_TELLING_ENDS = tuple(
    words("et ert elt ent t te de ig sk løs full bar som ende ande iv al ell lik rik fri trygg klar aktiv")
)
"""How what is said of an account or of somebody ends, "sperret", "aldersbegrenset", where it is no name."""
_OF_PEOPLE = tuple(
    words(
        "venn venninne venninna kompis kompisen kamerat bror søster jente jenta gutt gutten mann dame spiller leder "
        "lærer elev barn unge kjæreste vakt gruppe gruppa gjeng gjengen"
    )
)
_LONGEST = 3
_MOST_SMALL = 1


@needing(_ROWS[0].needs)
def find_account_words(document: Document) -> Iterator[Hit]:
    """Yield such user names."""
    for match in document.scan_each(*_ROWS):
        kind = (match.lastgroup or "").replace("more", "before")
        word = match.group(kind).rstrip(".-")
        start, end = match.start(kind), match.start(kind) + len(word)
        if not can_be_an_account(document, word):
            continue
        is_called = match.re is _CALLED
        if (is_called and not _SCOLDS.search(match.group())) or _is_no_telling_word(
            document, word, is_inside=kind != "beside"
        ):
            whole = _whole(document, start, end, is_all=is_called)
            last = match.end("more") if is_called else end  # the site stands right behind it
            yield handle(start, min(whole, last) if kind == "before" else whole, 0.8)
    for match in document.scan(_MADE) if not document.lacks(A_CAPITAL_INSIDE) else ():
        word = match.group(match.lastgroup or 0).rstrip(".-")
        if _INNER_CAPITAL.search(word) and not document.flags_of(word) & Word.SAFE:
            start = match.start(match.lastgroup or 0)
            yield handle(start, start + len(word), 0.75)


def _is_no_telling_word(document: Document, word: str, *, is_inside: bool) -> bool:
    """Tell whether the word can only be a name where one may also be told how somebody is: it has a capital, is a
    compound or no word at all, or is a thing with its article.
    """
    lower, lexicon = word.lower(), document.lexicon
    if word != lower and is_inside:
        return True
    if lexicon.is_plain_form(lower):
        return lower.endswith("en") and not lexicon.is_headword(lower) and lexicon.is_headword(lower[:-2])
    return not lower.endswith(_TELLING_ENDS) and not lower.endswith(_OF_PEOPLE)


def _whole(document: Document, start: int, end: int, *, is_all: bool) -> int:
    """Return where a name of several words ends: what has a capital goes on with it, and a small word before that. When
    the words are all small ones, all of it is the name to the end of the clause or to where it is used, but not what is
    told of it: "heter kongen kong".
    """
    tokens = document.tokens
    at = next((at for at, token in enumerate(tokens) if token.start >= start), len(tokens))
    rest: list[Token] = []
    for token in tokens[at + 1 : at + 2 + _LONGEST]:
        if not token.is_word or token.start != (rest[-1].end if rest else end) + 1:
            break
        rest.append(token)
    is_large = at < len(tokens) and tokens[at].has_capital
    while rest and not (rest[-1].has_capital if is_large else is_all and _may_go_on(rest[-1])):
        rest.pop()
    if not is_large and (len(rest) > _MOST_SMALL or not all(map(_may_go_on, rest))):
        return end
    if is_large and not all(token.has_capital or token.flags & Word.FUNCTION for token in rest):
        return end
    return rest[-1].end if rest else end


def _may_go_on(token: Token) -> bool:
    """Tell whether a small word may be the second of a name: nothing that only joins, acts or says where and when."""
    return not (token.has_capital or token.flags & (Word.FUNCTION | Word.VERB | Word.SAFE))
