"""Finds what somebody is called by two words tied together, in small letters: "gamle-per", "hunde-anna", and names with
an apostrophe: "d'angelo". Knows a few names that are words as well.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import needs_as_sought, needs_one_of
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
_SHORTEST = 3
_BARRED = Word.ORDINARY | Word.AMBIGUOUS | Word.SAFE | Word.FUNCTION | Word.VERB | Word.SURNAME


@needing(needs_as_sought("-", "'", "’") | Word.FIRST | needs_one_of(_PARTICLES))
def find_tied_nicknames(document: Document) -> Iterator[Hit]:
    """Yield such names; "dag-per-dag" and "per-ola" are left to others."""
    why = "Et kallenavn er også et navn."
    for token in document.tokens if "-" in document.text else ():
        if "-" in token.text and token.text == token.lower and _is_somebody(document, token.text):
            yield direct(token.start, token.end, "kallenavn", why, 0.7, "[kallenavn]")
    for start, end in _by_trade(document) if document.flags & Word.FIRST else ():
        yield direct(start, end, "kallenavn", why, 0.7, "[kallenavn]")
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
    for at in [
        at for at, t in enumerate(tokens) if t.flags & given and t.text == t.lower and _is_a_given_name(t.flags)
    ]:
        before = document.before(at)
        if before is not None and before.text in _LIKE:
            first = document.before(at, 2)
            if first is None or first.lower not in _DETERMINED:
                yield before.start, tokens[at].end
        if at + 1 < last and _is_a_trade(document, tokens[at + 1], tokens[at + 2].lower):
            yield tokens[at].start, tokens[at + 1].end


def _is_a_trade(document: Document, word: Token, does: str) -> bool:
    """Tell whether an ordinary word stands behind the name, and what only people do follows."""
    if len(word.text) <= _SHORTEST or word.flags & _NO_TRADE or not word.text.isalpha():
        return False
    is_done = does in _DOES or does in document.vocabulary.classes["menneskeverb"]
    return is_done and document.lexicon.is_headword(word.text)


def _with_a_particle(document: Document) -> Iterator[tuple[int, int]]:
    """Yield a particle and the name it opens, in small letters: "familien el amrani", "umm salma", "van der berg"."""
    tokens = document.tokens
    for at in range(len(tokens) - 1) if not _PARTICLES.isdisjoint(document.words) else ():
        if tokens[at].text not in _PARTICLES:
            continue
        last = at + 2 if tokens[at + 1].text in ("der", "den", "de") and at + 2 < len(tokens) else at + 1
        name = tokens[last]
        is_name = bool(name.flags & (Word.FIRST | Word.SURNAME)) or not (name.flags or document.is_known(name.lower))
        if name.text == name.lower and name.text.isalpha() and is_name and not name.flags & (Word.FUNCTION | Word.VERB):
            yield tokens[at].start, name.end


def _is_a_given_name(flags: int) -> bool:
    return bool(flags & Word.FIRST) and not flags & (Word.ORDINARY | Word.SAFE | Word.FUNCTION | Word.VERB | Word.MONTH)


_LIKE = words(
    "gale galne tjukke feite lange halte svarte sorte røde raude rare blinde fulle skumle sinte snille rike "
    "fattige stygge Gale Tjukke Lange Halte Svarte"
)
_DETERMINED = words("den de dei det denne disse en ei ein min mi din vår så")
_DOES = words(
    "gir gav ga selger selgte solgte henter henta hentet kjører kjørte bor bur kommer kjem kom ringte sa seier "
    "sier tar tok"
)
_NO_TRADE = (
    Word.FUNCTION | Word.VERB | Word.KIN | Word.CHILD | Word.STAFF | Word.NUMBER | Word.FIRST | Word.MONTH | Word.SAFE
)


def _is_somebody(document: Document, word: str) -> bool:
    head, _, tail = word.partition("-")
    if "-" in tail or len(head) < _SHORTEST or not (head.isalpha() and document.is_known(head)):
        return False
    if head not in _HOW and document.flags_of(head) & (Word.FIRST | Word.SAFE | Word.NUMBER | Word.MONTH):
        return False
    flags = document.flags_of(tail)
    return tail in _ALSO_WORDS or (len(tail) >= _SHORTEST and bool(flags & Word.FIRST) and not flags & _BARRED)
