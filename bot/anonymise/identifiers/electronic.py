"""Finds e-mail, web addresses and user names. Well-known public web sites and product names are left alone."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.identifiers.file_name import are_plain_words, is_plainly_a_name, plain_files
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, A_SIGN_INSIDE, needs_of, needs_one_of
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_DOT = r"(?:\.| ?[\(\[]?(?:dot|punktum|punkt|prikk)(?![a-zæøå])[\)\]]? ?)"
_ALPHA = r"(?:krøll-?alfa|alfakrøll|snabel-?a)"
_EMAIL = re.compile(
    r"(?<![\w.+\-])[\w.+\-]{1,64}(?:@ ?| @ |\n@)[\w\-]{1,63}(?:\.[\w\-]{2,63}| \. ?[\w\-]{2,10}){0,4}", re.IGNORECASE
)
_WRITTEN_EMAIL = re.compile(
    rf"(?<![\w.+\-])(?:[\w+\-]{{1,30}}(?: | ?[\(\[])(?:dot|punktum|punkt|prikk)[ \)\]] ?){{0,3}}[\w.+\-]{{1,64}} ?"
    rf"(?:[\(\[{{] ?(?:at|a|alfa|krøll-?alfa|snabel-?a|æt)[ \)\]}}]{{1,2}}| (?:at|æt|alfa|{_ALPHA}) )"
    rf"[\w\-]{{1,63}}(?:{_DOT}[\w\-]{{2,63}}){{1,4}}"
    rf"|(?<![\w.+\-])[\w.+\-]{{2,64}} {_ALPHA} [\w\-]{{2,40}}",
    re.IGNORECASE,
)
_TLD = (
    r"(?:no|com|org|net|se|dk|io|eu|info|tv|gg|me|app|ly|be|pl|de|uk|so|er|link|page|site|online|club|shop|dev|example)"
)
_MEANS_AT_A_POINT = re.compile(rf"[^\W\d_]+ at [^\W\d_]+ punkt (?!{_TLD}\b)[^\W\d_]+", re.IGNORECASE)
"""Everyday words around "at" and "punkt", and no domain at the end: "mener at sak punkt to"."""
_URL = re.compile(
    rf"(?<![\w@.])(?:h(?:tt|xx)ps?://\S{{2,300}}|www\.[^\s,;]{{3,300}}|"
    rf"(?<!-)(?:[a-zæøå0-9\-]{{1,63}}\.){{1,5}}{_TLD}(?![\w.\-]*@)(?:/[^\s,;)»\"]{{0,300}}|\b))",
    re.IGNORECASE,
)
_PATH = re.compile(r"(?<![\w@./])[a-zæøå0-9\-]{3,40}(?:\.[a-zæøå\-]{3,30}){1,3}/[\w\-./?=&#]{2,120}", re.IGNORECASE)
"""Any host and a path: "visma.example/elev/88213"."""
_HANDLE = re.compile(
    r"(?<![\w@.])@(?:(?-i:[A-ZÆØÅ])[a-zæøåé\-]{1,25}(?: [A-ZÆØÅ][a-zæøåé\-]{1,25}){1,3}(?!\w)|[\w.\-]{2,40})"
)
"""A user name, or somebody mentioned with a full name: "@Kari Nordmann"."""
_TAGGED = re.compile(r"(?<![\w@.#/\-])[\w.]{2,30}#\d{3,6}(?!\w)|(?<![\w#/])#(?=\w*_)[^\W\d]\w{3,40}")
"""A user name with its number, and a tag of several words: "#fri_for_emil"."""
_SENDER = re.compile(
    r"(?:^|\n|[ (])(?:fra|frå|til|kopi|cc|avsender|sendt av): ?([a-zæøå]{2,20}\.[a-zæøå]{2,20})(?![\w.@])",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:brukernavn(?:et)?|gamertag(?:en)?|nick(?:et|name)?|snap(?:chat)?(?:en|-?bruker(?:en)?|-?konto(?:en)?|navn(?:et)?)?|"
    r"insta(?:gram)?(?:-?bruker(?:en)?|-?konto(?:en)?)?|discord|tiktok(?:-?bruker(?:en)?|-?konto(?:en)?)?|"
    r"roblox|fortnite|psn|xbox|steam|kik|telegram|profil(?:en)?|konto(?:en)?|kanal(?:en)?|"
    r"bruker(?:en)?(?= heter))(?: ?(?:-?navn(?:et)?|"
    r"bruker|som|er|heter|kalt|under navnet|hennes|hans|hennar|sitt|mitt|på [a-z]{3,9}))?(?: ?: ?| (?:er |heter |"
    r"heiter |som |kalt )"
    r"(?:(?:han|hun|ho|hu|hen) )?| ?[«\"'“])[«\"'“]?([\w][\w.#\-]{2,40})",
    re.IGNORECASE,
)
_ON_A_SITE = re.compile(
    r"\bpå (?:snap(?:chat)?|insta(?:gram)?|tiktok|discord|roblox|fortnite|steam|xbox|nett(?:et)?|facebook|fb) "
    r"(?:heter|heiter|er|kaller|kallar|kalte) (?:han|hun|ho|hu|hen|de|dei)(?: seg(?: for)?)? "
    r"[«\"'“]?([\w][\w.#\-]{2,40})",
    re.IGNORECASE,
)
_OF_AN_ACCOUNT = re.compile(
    r"\b(?:brukern|brukeren|brukar(?:en)?|profilen|kontoen|kanalen|snappen|instaen|tiktoken|gamertagen)"
    r"(?: (?:hans|hannes|hennes|hennar|min|mi|din|vår|sin|deres|deira|til [a-zæøå\-]{2,20}))?"
    r"(?: (?:er|e|va|var|heter|heiter|hete|heite|hæt))?:? [«\"“]?"
    r"([a-zæøå0-9]{2,25}(?:[._][a-zæøå0-9]{1,20}){1,3})(?![\w@]|\.[a-zæøå])",
    re.IGNORECASE,
)
"""What stands after the account and is written as no word is: "brukern mørkesjel.x", "kontoen hans heter lille.pro"."""
_CALLS_ITSELF = re.compile(
    r"\b(?:kall(?:er|ar|e|te|a)|kail+e?r?|heter|heiter|heite|hete|bruk(?:ern|arn|eren|aren)|profilen|kontoen) "
    r"(?:(?:seg|sæ|se|han|hun|ho|hu|hen)(?: sjøl| selv)?(?: for| bare| der)? )?"
    r"[«\"'“]?(?=[a-zæøå]{3,25}\d)([a-zæøå]{3,25}\d{1,6})(?!\w)",
    re.IGNORECASE,
)
"""What somebody is called with figures behind it: "kaller seg dragekongen88"."""
_CALLING = ("kall", "kail", "heter", "heit", "hete", "bruk", "profil", "konto")
_LOGIN = re.compile(
    r"\b(?:feide(?:-?(?:bruker(?:en)?|navn(?:et)?|id|konto(?:en)?))?|bruker-?id(?:ent(?:en)?)?|"
    r"(?:logg|logger|logget|logga|logge)(?: seg)? (?:inn|på) (?:med|som)|innlogging(?:en)?|login)"
    r"(?: (?:er|heter|med|som))? ?:? ?[«\"'“]?(?=\w{5,20}\b)([a-zæøå]{2,16}\d{1,6})\b",
    re.IGNORECASE,
)
"""Letters and figures after what a pupil logs in to: "Feide: prkar001"."""
_CUT_EMAIL = re.compile(r"(?<![\w.+\-@])[a-zæøå][\w.+\-]{1,40}@(?! ?[\w@])", re.IGNORECASE)
_MIXED = re.compile(
    r"(?<![\w@.#/\-])(?=[\w.\-]{0,30}\d)(?=[\w.\-]{0,30}[A-Za-zæøåÆØÅ_])[A-Za-zæøåÆØÅ0-9_](?:[\w.\-#]{2,40})(?![\w])"
)
_MIXES = re.compile(r"\d(?:(?<=[^\W\d]\d)|(?<=#\d)|(?=[#_]|[^\W\d]))")
"""A digit beside a letter: without one nothing is mixed."""
_LIKE_LETTERS = re.compile(r"[a-zæøå]{1,12}\d{1,3}[a-zæøå]{4}")
"""Digits in place of letters: "n00bslayer.tk"."""
_NET_WORDS = words(
    "snap snapchat snapen snappen insta instagram tiktok discord roblox fortnite minecraft steam xbox nett nettet "
    "facebook youtube telegram kik brukernavn brukernavnet brukeren kontoen profilen gamertag nick chat chatten"
)
_YEAR_SIZE = 4
_COUNTED = words(
    "covid klasse klassen trinn trinnet gruppe gruppa plan fase versjon nivå modul side kapittel uke time sone base"
)
"""What is counted by a figure right behind it, and is nobody."""
_SIGNS = frozenset("_#:")
_SIGNS_NEEDED = needs_one_of(_SIGNS)
_UNDERSCORE = re.compile(
    r"(?<![\w@.#/\-])_{0,3}(?:[A-Za-zæøåÆØÅ0-9.\-]{1,30}_{1,3}){1,6}[A-Za-zæøåÆØÅ0-9.]{0,30}(?:#\d{2,6})?(?![\w])|"
    r"(?<![\w@.#/\-])_{1,3}[A-Za-zæøåÆØÅ]{2,30}(?:\.[A-Za-zæøåÆØÅ0-9]{1,30}){1,3}(?![\w_])"
)
_DOTS = re.compile(r"(?<![\w@.#/\-])[a-zæøå][a-zæøå0-9]{2,20}(?:\.[a-zæøå0-9]{1,20}){1,4}(?![\w@])(?!\.[a-z])")
_BEFORE_A_SITE = re.compile(
    r"(?<![\w@.#/\-])([a-zæøå][a-zæøå0-9]{1,20}(?:\.[a-zæøå0-9]{1,20}){1,4}) (?:på|via) "
    r"(?:telegram|snap|snapchat|snappen|insta|instagram|tiktok|discord|signal|whatsapp|steam|roblox|messenger)\b",
    re.IGNORECASE,
)
"""A name with dots and where it is used: "kongen.av.kvartalet på Telegram"."""
_WEB_PARTS = ("http", "hxxp", "www.", *("." + end for end in _TLD[3:-1].split("|")))
_ACCOUNTS = tuple(
    words(
        "nick snap insta discord tiktok roblox fortnite psn xbox steam kik telegram profil konto kanal bruker brukar "
        "gamertag"
    )
)
_ACCOUNT_NEEDS = needs_of(*_ACCOUNTS)
_SITE_NAMES = ("snap", "insta", "tiktok", "discord", "roblox", "fortnite", "steam", "xbox", "nett", "facebook", "fb")
_SITE_NEEDS = needs_of(*(site for site in _SITE_NAMES if site != "fb"), "på fb")
_SITES = tuple("på " + site for site in _SITE_NAMES)
_AT_IN_WORDS = words("at æt alfa krøllalfa krøll-alfa alfakrøll snabel-a snabela")
_AT_IN_WORDS_NEEDED = needs_one_of(_AT_IN_WORDS)
_SPOKEN = needs_of("dot", "punkt", "prikk", "krøll", "alfakr", "snabel")
"""How the full stop of a domain is said, and the sign that needs none behind it."""
_PROFILE_SITES = words("youtube.com facebook.com instagram.com tiktok.com snapchat.com roblox.com twitter.com x.com")
_PUBLIC = words(
    "udir.no helsedirektoratet.no bufdir.no lovdata.no nav.no helsenorge.no ung.no 116111.no dinutvei.no "
    "rettentil.no plikt.no regjeringen.no statsforvalteren.no fhi.no snakkommobbing.no korspahalsen.no "
    "mentalhelse.no rodekors.no reddbarna.no barnevernvakten.no statped.no politiet.no ssb.no "
    "datatilsynet.no barneombudet.no skatteetaten.no norge.no altinn.no minside.no youtube.com "
    "teams.microsoft.com office.com google.com google.no facebook.com instagram.com tiktok.com "
    "snapchat.com roblox.com minecraft.net wikipedia.org snl.no nrk.no nrksuper.no vg.no psykisk.no "
    "ungdomshjelpen.no alarmtelefonen.no dubestemmer.no medietilsynet.no foreldrehverdag.no barnsbeste.no "
    "kompetansebroen.no rvts.no nubu.no bup.no sidetmedord.no jegvilvite.no nkvts.no vold.no zanzu.no "
    "foreldrestotte.no tryggest.no slettmeg.no"
)


_NUMBER_IN_PATH = re.compile(
    r"(?<!\d)(?:(?!(?:19|20)\d\d[\-._])[2-9](?:[\-._+]?\d){7}|\d{2}[.\-_]?\d{2}[.\-_]?\d{2}[\-._+]?\d{5})(?!\d)"
)
_PATH_SIGNS = re.compile(r"%[0-9a-f]{2}|[\W_]+", re.IGNORECASE)


_NEEDS = A_DIGIT | A_SIGN_INSIDE | _SPOKEN | _ACCOUNT_NEEDS | _SITE_NEEDS | needs_of("@") | needs_one_of(_SIGNS)


@needing(_NEEDS)
def find_electronic(document: Document) -> Iterator[Hit]:
    """Yield e-mail addresses, URLs and handles."""
    text = document.text
    if "@" in text:
        yield from _with_the_sign(text)
    is_joined = not document.lacks(A_SIGN_INSIDE)
    has_at = document.holds & _AT_IN_WORDS_NEEDED or "[a]" in text or "(a)" in text
    if has_at and (is_joined or not document.lacks(_SPOKEN)):
        yield from _in_words(document)
    if is_joined:
        yield from _links(document)
    yield from _handles(document)
    for match in document.scan(_BEFORE_A_SITE, " på ", " via ") if is_joined else ():
        yield handle(*match.span(1), 0.85)
    for match in document.scan(_DOTS) if is_joined else ():
        if _is_dotted_name(document, match.group()) or _is_led_to(document, match):
            yield handle(match.start(), match.end(), 0.75)


def _with_the_sign(text: str) -> Iterator[Hit]:
    """Yield "kari@frosta.example" and "@kari"."""
    why = "En e-postadresse peker rett på en person."
    for match in _EMAIL.finditer(text):
        end = _trim(text, match.start(), match.end())
        yield direct(match.start(), end, "epost", why, 1.0, "", may_keep=False)
    for match in _CUT_EMAIL.finditer(text):
        yield direct(match.start(), match.end(), "epost", why, 0.8, "", may_keep=False)
    for match in _HANDLE.finditer(text):
        yield handle(match.start(), _trim(text, match.start(), match.end()), 0.95)


def _in_words(document: Document) -> Iterator[Hit]:
    """Yield "kari krøllalfa frosta punktum no"."""
    for match in document.matches(_WRITTEN_EMAIL):
        if not any(c.isalpha() for c in match.group().rpartition(" ")[2]):
            continue  # "leaves at 6.45"
        if _MEANS_AT_A_POINT.fullmatch(match.group()):
            continue
        yield direct(match.start(), match.end(), "epost", "En e-postadresse skrevet med ord.", 0.95, "", may_keep=False)


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in ".,;:!?)»\"' -":
        end -= 1
    return end


def _links(document: Document) -> Iterator[Hit]:
    for match in (*document.scan(_URL, *_WEB_PARTS), *document.scan(_PATH, "/")):
        found = match.group().lower()
        host = re.sub(r"^(?:https?://)?(?:www\.)?", "", found).split("/")[0].split("?")[0]
        if not _is_public(document, found, host):
            yield direct(
                match.start(),
                _trim(document.text, match.start(), match.end()),
                "url",
                "En nettadresse kan føre til en person.",
                0.9,
                "[en nettside]",
            )


def _is_public(document: Document, found: str, host: str) -> bool:
    """Tell whether the address leads to a public site, not to somebody's profile there, and names nobody after it."""
    host = host.rstrip(".,:;!")
    rest = re.sub(r"^https?://", "", found).rstrip("/")
    if host in _PROFILE_SITES:
        return "/" not in rest and "?" not in rest
    return host in _PUBLIC and not _names_somebody(document, rest.partition(host)[2])


def _names_somebody(document: Document, path: str) -> bool:
    """Tell whether what follows the host holds an e-mail address, a long number or a given name."""
    if "@" in path or "%40" in path or _NUMBER_IN_PATH.search(path):
        return True
    return any(is_plainly_a_name(document.flags_of(part)) for part in _PATH_SIGNS.split(path) if len(part) > 2)


def harmless_addresses(document: Document) -> list[tuple[int, int]]:
    """Return the spans of public web addresses and of files with ordinary names, which are left alone."""
    spans: list[tuple[int, int]] = []
    if document.lacks(A_SIGN_INSIDE):
        return spans
    for match in (*document.scan(_URL, *_WEB_PARTS), *document.scan(_PATH, "/")):
        host = re.sub(r"^(?:https?://)?(?:www\.)?", "", match.group().lower()).split("/")[0].split("?")[0]
        if _is_public(document, match.group().lower(), host):
            spans.append(match.span())
    return [*spans, *plain_files(document)]


def handle(start: int, end: int, certainty: float) -> Hit:
    """Return the user name of somebody."""
    return direct(start, end, "handle", "Et brukernavn peker rett på en person.", certainty, "[brukernavn]")


def _handles(document: Document) -> Iterator[Hit]:
    """Yield user names: after "snap" or "brukernavn", with underscores, with dots, mixed with digits."""
    said = () if document.lacks(_ACCOUNT_NEEDS) else document.scan(_SAID, *_ACCOUNTS)
    on_a_site = () if document.lacks(_SITE_NEEDS) else document.scan(_ON_A_SITE, *_SITES)
    of_an_account = () if document.lacks(_ACCOUNT_NEEDS) else document.scan(_OF_AN_ACCOUNT)
    for match in (*said, *on_a_site, *of_an_account):
        word = match.group(1).rstrip(".-#")
        if _is_called(document, word):
            yield handle(match.start(1), match.start(1) + len(word), 0.9)
    for match in document.scan(_CALLS_ITSELF, *_CALLING) if document.has_digit else ():
        yield handle(*match.span(1), 0.85)
    for match in document.scan(_LOGIN, "feide", "logg", "login", "brukerid", "bruker-id") if document.has_digit else ():
        yield handle(*match.span(1), 0.9)
    if document.holds & _SIGNS_NEEDED:
        yield from _with_signs(document)
    for match in document.matches(_MIXED) if document.has_digit and _MIXES.search(document.text) else ():
        word = match.group().rstrip(".-#")
        if _is_mixed(document, word):
            yield handle(match.start(), match.start() + len(word), 0.8)


def _with_signs(document: Document) -> Iterator[Hit]:
    for match in document.scan(_UNDERSCORE, "_"):
        if sum(c.isalpha() for c in match.group()) > 2:
            yield handle(match.start(), match.end(), 0.8)
    for match in (*document.scan(_TAGGED, "#"), *document.scan(_SENDER, ":")):
        tag = match.group().lower().split("_")
        if not (tag[0][:1] == "#" and are_plain_words(document, [tag[0][1:], *tag[1:]])):  # "#psykisk_helse" is none
            yield handle(match.start(match.re.groups), match.end(match.re.groups), 0.85)


def _is_called(document: Document, word: str) -> bool:
    """Tell whether the word after "brukernavn" is a user name: anything that is no ordinary word."""
    flags = document.flags_of(word)
    if flags & Word.SAFE or sum(c.isalpha() for c in word) < 2:
        return False
    if any(not c.isalpha() for c in word):
        return not _lacks_a_space(document, word)
    return not (
        flags & (Word.FUNCTION | Word.VERB | Word.STAFF | Word.KIN | Word.CHILD) or document.is_known(word.lower())
    )


def _is_mixed(document: Document, word: str) -> bool:
    """Tell whether letters mixed with digits look like a user name and not like "covid19" or "VG2"."""
    lower = word.lower()
    letters = re.sub(r"[\W\d_]+", "", lower)
    digits = sum(c.isdigit() for c in lower)
    if "." in word and _LIKE_LETTERS.match(lower):
        return True
    if document.flags_of(lower) & Word.SAFE or not digits or len(letters) < 3 or "-" in word or "." in word:
        return False
    return _hides_a_name(document, lower, letters, digits)


def _is_dotted_name(document: Document, word: str) -> bool:
    """Tell a user name ("sondre.a.2010") from a missing space after a full stop and from abbreviations."""
    parts = word.split(".")
    flags = [document.flags_of(part.rstrip("0123456789")) for part in parts]
    if any(f & (Word.FIRST | Word.SURNAME) and not f & (Word.AMBIGUOUS | Word.ORDINARY) for f in flags):
        return True
    if len(parts) == 2 and flags[0] & Word.FIRST and flags[1] & Word.SURNAME:
        return True
    if len(parts) > 2 and parts[-1][:1].isalpha() and parts[-1][-1].isdigit():
        return True  # "jenta.fra.dalen11"
    if len(parts) == 2 and not re.search(r"[a-zæøå]{3}\d{2,4}$", parts[1]):
        return False  # "lil.juls09" is one
    return not all(document.is_known(part.rstrip("0123456789")) or part.isdigit() for part in parts)


_LED_TO_BY = words(
    "på hos av fra frå under gjennom via kalt som heter heiter hete følger følg følgjer brukeren kontoen "
    "profilen til med "
    "seg"
)


def _is_led_to(document: Document, match: re.Match[str]) -> bool:
    """Tell whether a small word leads to two words with a full stop between them, and the second is a place, is "
    "mixed with
    figures, or is no word, as in no sentence that lacks a space: "vape på vapelord.tynset", "av drage.88x".
    """
    first, _, second = match.group().partition(".")
    before = document.text[max(0, match.start() - 16) : match.start()].lower().split()
    if "." in second or not before or before[-1] not in _LED_TO_BY:
        return False
    if any(sign.isdigit() for sign in second):
        return any(sign.isalpha() for sign in second) and len(first) > 3
    if second in document.places.single:
        return not document.flags_of(second) & Word.ORDINARY
    return not (document.flags_of(second) or document.is_known(second) or document.flags_of(first))


def _lacks_a_space(document: Document, word: str) -> bool:
    """Tell whether a sentence ends at the full stop and the next begins with a small word: "er tom.vi"."""
    end, dot, start = word.partition(".")
    return bool(dot) and bool(document.flags_of(start) & Word.FUNCTION) and document.is_known(end.lower())


def _is_on_the_net(document: Document, lower: str, letters: str) -> bool:
    """Tell whether a word and its figures may be what somebody is called where a site is told of: "prinsen2010"."""
    is_word_and_figures = lower[: len(letters)] == letters and len(lower) - len(letters) <= _YEAR_SIZE
    return is_word_and_figures and letters not in _COUNTED and not _NET_WORDS.isdisjoint(document.words)


def _hides_a_name(document: Document, lower: str, letters: str, digits: int) -> bool:
    flags = document.vocabulary.flags
    plain = lower.translate(str.maketrans("013457", "oieast"))
    if flags.get(letters) & (Word.FIRST | Word.SURNAME) or (
        flags.get(plain) & Word.FIRST and not flags.get(plain) & Word.AMBIGUOUS
    ):
        return True
    return (
        digits >= 2
        and lower[0].isalpha()
        and len(letters) >= 4
        and lower[-1].isdigit()
        and (not document.is_known(letters) or _is_on_the_net(document, lower, letters))
    )
