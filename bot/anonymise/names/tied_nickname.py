"""Finds what somebody is called by two words tied together, in small letters: "gamle-per", "hunde-anna", and names with
an apostrophe: "d'angelo". Knows a few names that are words as well.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.likeness import is_one_edit_from_a_name, looks_like_a_typo, looks_like_dialect
from bot.anonymise.reading.needs import needs_as_sought, needs_one_of
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_ALSO_WORDS = words(
    "per pål odd ola ole anna eva mona siri kari hans jens finn arne tore kåre rolf knut svein leif geir nils "
    "lars ivar gunn "
    "berit randi gerd else lise mari jon"
)
"""Given names that are words or listed as such: behind a hyphen they are somebody."""
_HOW = words("lange store lille vesle gamle unge tjukke snille rike svarte kvite røde raude blinde halte")
"""What somebody is like, though some are surnames as well."""
_WITH_AN_APOSTROPHE = re.compile(r"(?<![\w'’\-])[do]['’]([a-zæøå]{4,15})(?!\w)")
_PARTICLES = words("abu umm bint ibn el al van von ould bou")
_PARTICLES_NEEDED = needs_one_of(_PARTICLES)
_ARABIC = words("al el bin ben abu bu ait")
_SHORTEST = 3
_BARRED = Word.ORDINARY | Word.AMBIGUOUS | Word.SAFE | Word.FUNCTION | Word.VERB | Word.SURNAME


@needing(needs_as_sought("-", "'", "’") | Word.FIRST | needs_one_of(_PARTICLES))
def find_tied_nicknames(document: Document) -> Iterator[Hit]:
    """Yield such names; "dag-per-dag" and "per-ola" are left to others."""
    for at, token in enumerate(document.tokens) if "-" in document.text else ():
        if "-" not in token.text or token.text != token.lower:
            continue
        if _is_somebody(document, token.text):
            yield direct(token.start, token.end, "kallenavn", whys.NICKNAME, 0.7, "[kallenavn]")
        elif _is_a_double_name(document, token.text, document.before(at)):
            yield direct(token.start, token.end, "navn", "Et navn i flere deler.", 0.7, "[en person]")
    for start, end in _by_trade(document) if document.flags & Word.FIRST else ():
        yield direct(start, end, "kallenavn", whys.NICKNAME, 0.7, "[kallenavn]")
    for start, end in (*_with_a_particle(document), *_with_an_apostrophe(document)):
        yield direct(start, end, "navn", "Et navn i flere deler.", 0.7, "[en person]")


def _with_an_apostrophe(document: Document) -> Iterator[tuple[int, int]]:
    for match in document.scan(_WITH_AN_APOSTROPHE, "d'", "d’", "o'", "o’"):
        if not document.is_known(match.group(1)) or document.flags_of(match.group(1)) & Word.FIRST:
            yield match.span()


def _by_trade(document: Document) -> Iterator[tuple[int, int]]:
    """Yield a given name and what somebody is known for, in small letters, that do what people do: "knut kebab gir
    dem", and what somebody is like before one: "gale mads"."""
    tokens, given = document.tokens, Word.FIRST
    last = len(tokens) - 1
    small = [at for at, t in enumerate(tokens) if t.flags & given and t.text == t.lower]
    for at in small:
        before = document.before(at)
        if before is not None and not tokens[at].flags & _NO_GIVEN and _is_known_by(document, before, tokens[at]):
            yield before.start, tokens[at].end
    for at in [at for at in small if _is_a_given_name(tokens[at].flags)]:
        before = document.before(at)
        if before is not None and before.text in _LIKE:
            first = document.before(at, 2)
            if first is None or first.lower not in _DETERMINED:
                yield before.start, tokens[at].end
        if at + 1 < last and _is_a_trade(document, tokens[at + 1], tokens[at + 2].lower):
            yield tokens[at].start, tokens[at + 1].end


def _is_known_by(document: Document, word: Token, name: Token) -> bool:
    """Tell whether a thing or an animal somebody is known by stands right before a given name, all in small letters:
    "traktor leif har", "av skraphandler kalle", "det var pølse roger som".
    """
    deals = word.text.endswith(_DEALERS) and word.text not in _DEALERS and not word.text.endswith(_NO_DEALERS)
    is_thing = deals or (word.text in _KNOWN_BY and not name.flags & Word.ORDINARY)
    return is_thing and not document.is_english and name.start == word.end + 1 and document.text[word.end] == " "


def _is_a_trade(document: Document, word: Token, does: str) -> bool:
    """Tell whether an ordinary word stands behind the name, and what only people do follows."""
    if len(word.text) <= _SHORTEST or word.flags & _NO_TRADE or not word.text.isalpha():
        return False
    is_done = does in _DOES or does in document.vocabulary.classes["menneskeverb"]
    return is_done and document.lexicon.is_headword(word.text)


def _with_a_particle(document: Document) -> Iterator[tuple[int, int]]:
    """Yield a particle and the name it opens, in small letters: "familien el amrani", "umm salma", "van der berg"."""
    tokens = document.tokens
    for at in range(len(tokens) - 1) if document.holds & _PARTICLES_NEEDED else ():
        if tokens[at].text not in _PARTICLES:
            continue
        last = at + 2 if tokens[at + 1].text in ("der", "den", "de") and at + 2 < len(tokens) else at + 1
        name = tokens[last]
        is_name = bool(name.flags & (Word.FIRST | Word.SURNAME)) or not (name.flags or document.is_known(name.lower))
        if name.text == name.lower and name.text.isalpha() and is_name and not name.flags & (Word.FUNCTION | Word.VERB):
            yield tokens[at].start, name.end


_NO_GIVEN = Word.FUNCTION | Word.MONTH | Word.SAFE | Word.VERB


def _is_a_given_name(flags: int) -> bool:
    return bool(flags & Word.FIRST) and not flags & (Word.ORDINARY | Word.SAFE | Word.FUNCTION | Word.VERB | Word.MONTH)


_LIKE = words(
    "gale galne tjukke feite lange halte svarte sorte røde raude rare blinde fulle skumle sinte snille rike "
    "fattige stygge Gale Tjukke Lange Halte Svarte"
)
_KNOWN_BY = words(
    "traktor pølse kaffe fiske båt buss taxi moped sykkel truck brøyte grus betong skrap skrot rør strøm maler "
    "murer kebab pizza burger brød bakeri kake egg melk mjølk potet eple ost smør hunde katte heste geit geite "
    "ku okse sau saue gris høne kylling hane rev ulv bjørne elg elgjakt rype laks torsk sild krabbe reke hval "
    "data spill tv radio musikk gitar trekkspill fele tromme dans ski skøyte fotball bridge poker whisky øl "
    "pils snus røyk tobakk tatovering motor mekk mekke skru dekk bensin diesel olje plog motorsag tømmer plank "
    "gull sølv penge lotto bingo kiosk butikk post avis bank bok strikke garn blomster hage bil karusell sirkus "
    "ballong"
)
"""What somebody in a small place is known by, in front of the name."""
_NO_DEALERS = ("behandler", "behandlar", "omhandler", "omhandlar")
_DEALERS = ("handler", "handlar", "kjører", "køyrar", "selger", "seljar", "samler", "samlar", "mekker", "jeger")
_DETERMINED = words("den de dei det denne disse en ei ein min mi din vår så")
_DOES = words(
    "gir gav ga selger selgte solgte henter henta hentet kjører kjørte bor bur kommer kjem kom ringte sa seier "
    "sier tar tok"
)
_NO_TRADE = (
    Word.FUNCTION | Word.VERB | Word.KIN | Word.CHILD | Word.STAFF | Word.NUMBER | Word.FIRST | Word.MONTH | Word.SAFE
)


def _is_a_double_name(document: Document, word: str, before: Token | None) -> bool:
    """Tell whether two given names, two surnames, or a name and a word that is no Norwegian one are tied in small
    letters: "odd-veig", "krogh-sæther", "ann-magritt", "al-khatib".
    """
    head, _, tail = word.partition("-")
    if not (head.isalpha() and tail.isalpha()) or len(tail) < _SHORTEST or document.is_english:
        return False
    first, second, small = document.flags_of(head), document.flags_of(tail), Word.FUNCTION | Word.VERB | Word.SAFE
    is_led = before is not None and bool(before.flags & (Word.KIN | Word.CHILD | Word.STAFF))
    if second & (small | Word.MONTH | Word.NUMBER) or first & (Word.FUNCTION | Word.NUMBER):
        return False
    if first & second & Word.FIRST:
        return not first & second & Word.ORDINARY or is_led
    if first & second & Word.SURNAME:
        return not (first | second) & Word.ORDINARY
    if second or document.is_known(tail) or not (head in _ARABIC or first & Word.FIRST):
        return False
    is_near_a_word = looks_like_a_typo(document, tail) or looks_like_dialect(document, tail)
    return is_led or not is_near_a_word or is_one_edit_from_a_name(document, tail)


def _is_somebody(document: Document, word: str) -> bool:
    head, _, tail = word.partition("-")
    if "-" in tail or len(head) < _SHORTEST or not (head.isalpha() and document.is_known(head)):
        return False
    if head not in _HOW and document.flags_of(head) & (Word.FIRST | Word.SAFE | Word.NUMBER | Word.MONTH):
        return False
    flags = document.flags_of(tail)
    return tail in _ALSO_WORDS or (len(tail) >= _SHORTEST and bool(flags & Word.FIRST) and not flags & _BARRED)
