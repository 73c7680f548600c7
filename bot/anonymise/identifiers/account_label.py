"""Finds user names right behind a site with no sign between, and several words that a profile or a channel is called:
"steam dragonslayer", "insta-bruker m1llah", "på facebook heter hun Mamma Til Tre", "yt kanal guttene fra bygda".
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit
from bot.anonymise.identifiers.account_name import can_be_an_account
from bot.anonymise.identifiers.electronic import handle
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import sought

_SITE = (
    r"(?:snap(?:chat)?|insta(?:gram)?|ig|tik ?tok|discord|roblox|fortnite|minecraft|steam|xbox|psn|twitch|"
    r"youtube|yt|jodel|kik|"
    r"telegram|yubo|bereal|facebook|fb|messenger|finsta)"
)
_BARE = re.compile(
    rf"(?<![\w\-]){_SITE}(?P<label>[ \-]?(?:bruker|brukar|konto|navn|namn|id|tag|nick|kanal|profil)(?:en|et)?)?"
    r"(?: (?:hans|hennes|hennar|hannes))?:? [«\"“@]?(?P<name>[\wæøåÆØÅ][\wæøåÆØÅ.\-]{2,30})[»\"”]?(?=[.,;!?)\n]|"
    r"$| [a-zæøå])",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"\b(?:på|i) {_SITE} (?:heter|heiter|heite|kalles|er|går) (?:han|hun|ho|hu|hainn|mora|faren|mor|far|jenta|"
    rf"gutten|guten|profilen|"
    r"kontoen)(?: under| som)? [«\"“]?(?P<name>(?-i:[A-ZÆØÅ])[\wæøå.\-]+(?: (?-i:[A-ZÆØÅ])[\wæøå.\-]+){1,3})"
    rf"|\b{_SITE}[ \-]?kanal(?:en)?(?: hans| hennes)?(?: heter| er|:)? [«\"“]?"
    r"(?P<channel>[\wæøå]{3,20}(?: [\wæøå]{2,20}){1,3})[»\"”]?(?=[.,;!?\n]|$)",
    re.IGNORECASE,
)
_SITES = (
    "snap",
    "insta",
    "ig-",
    " ig ",
    "tik ",
    "tikt",
    "discord",
    "roblox",
    "fortnite",
    "minecraft",
    "steam",
    "xbox",
    "psn",
)
_SITES_TOO = (
    "twitch",
    "yt kan",
    "yt-kan",
    " yt ",
    "youtube",
    "jodel",
    "kik ",
    "telegram",
    "yubo",
    "bereal",
    "facebook",
    "fb-",
    " fb ",
    "messenger",
)
_ROWS = (sought(_WHOLE, *_SITES, *_SITES_TOO), sought(_BARE, *_SITES, *_SITES_TOO))
_WRITTEN_AS_ONE = re.compile(r"[a-zæøåA-ZÆØÅ]+\d+[a-zæøåA-ZÆØÅ]\w*|\w+[._]\w+|[a-zæøå]+\d{2,4}")


@needing(_ROWS[0].needs)
def find_account_labels(document: Document) -> Iterator[Hit]:
    """Yield such names."""
    for match in document.scan_each(_ROWS[0]):
        yield handle(*match.span(match.lastgroup or 0), 0.75)
    for match in document.scan_each(_ROWS[1]):
        name = match.group("name").rstrip(".-")
        is_strange = not document.is_known(name.lower()) and name.lower() not in document.vocabulary.english
        is_made = _WRITTEN_AS_ONE.fullmatch(name) is not None
        is_last = match.group("label") is not None and is_strange
        if (is_made or is_last or (is_strange and name.islower())) and can_be_an_account(document, name):
            yield handle(match.start("name"), match.start("name") + len(name), 0.75)
