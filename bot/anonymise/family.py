"""Finds what singles a family out: the parents' jobs and employers, rows of siblings. Common family words are left alone."""

import re
from collections.abc import Iterator

from bot.anonymise.document import Document, Token
from bot.anonymise.finding import Hit, quasi
from bot.anonymise.word_classes import Word

_COUNT = r"(?:\d{1,2}|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|fir|fæm|sæks|sjy)"
_SIBLINGS = r"(?:søsken|sysken|søskener|søskena|brødre|brør|søstre|søstrer|systre|systrer|småsøsken|småsøstre|småbrødre|halvsøsken|stesøsken|storesøsken|storesøstre|storebrødre|lillesøstre|lillebrødre|tvillingsøstre|tvillingbrødre)"
_SIBLING = re.compile(
    rf"\b(?:(?:ei|en|ein|et|ett|eitt|to|{_COUNT}|én|ett) av )?(?:en|et|to|tre|{_COUNT})? ?(?:eneggede |toeggede )?(?:trilling|tvilling|firling|femling)(?:er|ene|en|a|ane|ar|par|paret|bror|broren|søster|søsteren|søstera|søstre|brødre|syster|systera|gutter|jenter|guttene|jentene|søsken)?\b"
    rf"|\b(?:yngst|eldst|midterst|nest yngst|nest eldst|yngste|eldste|midterste|nr\.? ?\d|nummer \w{{2,6}}|mellomst) (?:barnet |jenta |gutten |ungen )?(?:av|i (?:ei |en )?(?:søskenflokk|syskenflokk)(?: på)?|i en flokk på) ?(?:en |ei )?(?:søskenflokk |syskenflokk )?(?:på )?{_COUNT}?(?: (?:søsken|sysken|barn|brødre|søstre|born))?\b"
    rf"|\b(?:{_COUNT}) (?:andre |yngre |eldre |små |voksne |mindre )?{_SIBLINGS}\b|\benebarn(?:et)?\b|\bsøskenflokk(?:en)? på {_COUNT}\b|\bsyskenflokk(?:en)? på {_COUNT}\b",
    re.IGNORECASE,
)
_MANY = re.compile(r"\b(?:familien?|mor|far|foreldrene|huslyden|ekteparet|de|kona)(?: og far)? (?:har|hadde|fikk|venter) ((?:fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|[4-9]|1[0-2]) (?:barn|unger|born|bån)(?:,? og \w+ venter \w+ \w+)?)\b", re.IGNORECASE)
_UNIFORMED = re.compile(r"\b(?:har vært|er|var|jobber|tjenestegjør|tjenestegjorde|jobbet|ansatt) i ((?:sjø|luft)?forsvaret|hæren)\b", re.IGNORECASE)
_JOB_GAP = 5
_PLACE_PREPOSITIONS = frozenset("på i ved hos for".split())
_OBJECT_WORDS = 4
_LINKS = frozenset("er e var va som , ( av til te vært vore vorre blir ble begge begge_er kjører kjørte og både jobber jobbe ansatt".split())
_FILLERS = frozenset("en ein ei et nå no også og_så selv sjøl ny både både_er utdannet tidligere kommunal kommunens lokal lokale daglig eneste skolens dessuten jo".split())
_REACH = 8
_AWAY = frozenset("offshore nordsjøen utenlands".split())
_CHILD_OF = frozenset("sønn sønnen datter dattera datteren barnet barn gutten jenta unge sønen dotter dottera barnebarn barnebarnet".split())


_ROW_PARTS = ("illing", "irling", "emling", "søsken", "sysken", "søskener", "yngst", "eldst", "midterst", "mellomst", "enebarn", "brødre", "brør", "søstre", "systre", "nummer", "nr")


def find_family(document: Document) -> Iterator[Hit]:
    """Yield siblings, parents' jobs and employers."""
    for match in _SIBLING.finditer(document.text) if any(part in document.lower for part in _ROW_PARTS) else ():
        blank = len(match.group()) - len(match.group().lstrip())
        yield quasi(match.start() + blank, match.end(), "sosken", "Antall søsken eller tvillinger og trillinger peker på få familier.", 0.85, "[søsken]")
    for match in _MANY.finditer(document.text):
        yield quasi(match.start(1), match.end(1), "sosken", "Mange barn i en familie er lett å kjenne igjen.", 0.8, "flere barn")
    for match in _UNIFORMED.finditer(document.text) if "forsvaret" in document.lower or "hæren" in document.words else ():
        yield quasi(match.start(1), match.end(1), "arbeidsgiver", "Arbeidsplassen til en forelder peker på få familier.", 0.75, "[arbeidsplassen]")
    if not any(token.flags & Word.KIN or token.lower in _CHILD_OF for token in document.tokens):
        return
    work_verbs = document.vocabulary.classes["arbeidsverb"]
    for at, token in enumerate(document.tokens):
        if token.flags & Word.OCCUPATION:
            yield from _job(document, at)
        elif token.lower in work_verbs and _adult_before(document, at, _JOB_GAP):
            yield from _employer(document, at)


def _adult_before(document: Document, at: int, reach: int) -> Token | None:
    """Return the parent or close adult named at most `reach` words before, in the same sentence."""
    for step in range(1, reach + 1):
        token = document.before(at, step)
        if token is None or token.text in ".!?;":
            return None
        if token.flags & Word.KIN or token.lower in _CHILD_OF:
            return token
    return None


def _job(document: Document, at: int) -> Iterator[Hit]:
    """Yield a job that a close adult has: "mor er rektor", "far, som er lensmann", "sønn av ordføreren", "jobber som lege"."""
    tokens = document.tokens
    link = document.before(at)
    while link is not None and link.lower in _FILLERS and link.start > 0:
        link = document.before(tokens.index(link))
    if link is None or link.lower not in _LINKS or not _adult_before(document, at, _REACH) or not _link_holds(document, tokens.index(link)):
        return
    last = at
    follow, place = document.after(at), document.after(at, 2)
    if follow is not None and place is not None and follow.lower in ("på", "i", "ved", "hos") and place.is_word:
        last = at + 2
    replacement = "[en voksen]" if link.lower in ("av", "til", "te") else ("" if link.lower == "som" and _is_work(document, tokens.index(link)) else "i arbeid")
    yield quasi(tokens[at].start, tokens[last].end, "yrke", "Yrket til en forelder peker på få familier.", 0.85, replacement)


def _is_work(document: Document, at: int) -> bool:
    before = document.before(at)
    return before is not None and before.lower in document.vocabulary.classes["arbeidsverb"]


def _link_holds(document: Document, at: int) -> bool:
    """Tell whether a loose link (comma, "og", "av") really ties the job to the adult before it."""
    link, before = document.tokens[at], document.before(at)
    if before is None:
        return False
    if link.lower in ("av", "til", "te"):
        return before.lower in _CHILD_OF
    if link.lower in (",", "(", "og"):
        return bool(before.flags & (Word.KIN | Word.OCCUPATION | Word.FIRST)) and not (link.lower == "og" and before.flags & Word.KIN)
    return True


def _employer(document: Document, at: int) -> Iterator[Hit]:
    """Yield the place after "mor jobber på", at most four words; "jobber natt" is nothing."""
    tokens = document.tokens
    lower = tokens[at].lower
    start = at + 1
    while start < len(tokens) and start - at < _OBJECT_WORDS and tokens[start].lower in ("nå", "no", "også", "mye", "som", "fast", "sammen", "begge", "deltid", "fulltid", "selv"):
        start += 1
    if start >= len(tokens):
        return
    if tokens[start].lower in _AWAY:
        yield quasi(tokens[start].start, tokens[start].end, "arbeidsgiver", "Arbeidsplassen til en forelder peker på få familier.", 0.75, "[arbeidsplassen]")
        return
    owns = lower in ("driver", "driv", "eier", "eig")
    if tokens[start].lower in _PLACE_PREPOSITIONS:
        start += 1
    elif not owns:
        return
    last = _object_end(document, start)
    if last is None or _says_nothing(document, start):
        return
    yield quasi(tokens[start].start, tokens[last].end, "arbeidsgiver", "Arbeidsplassen til en forelder peker på få familier.", 0.8, "[arbeidsplassen]")


def _says_nothing(document: Document, start: int) -> bool:
    word = document.tokens[start]
    vague = document.vocabulary.classes["arbeid_uten_sted"] | {"saken", "det", "å", "seg", "dette", "hjemmet", "språket", "samarbeidet", "hus", "huset", "bil", "med", "ham", "henne", "barnet", "grensesetting", "skift", "overtid", "rutiner", "en", "et", "foreldrerollen", "bolig"}
    return word.lower in vague or not word.is_word


def _object_end(document: Document, start: int) -> int | None:
    tokens = document.tokens
    last: int | None = None
    for at in range(start, min(start + _OBJECT_WORDS, len(tokens))):
        token = tokens[at]
        if not token.is_word or (at > start and (token.flags & (Word.VERB | Word.FUNCTION)) and not token.has_capital and token.lower not in ("ved", "i", "på")):
            break
        if token.lower in ("og", "som", "men", "så"):
            break
        last = at
    while last is not None and last > start and tokens[last].lower in ("ved", "i", "på"):
        last -= 1
    return last
