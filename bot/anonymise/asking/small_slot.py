"""Asks about a name that is a word as well, or about no Norwegian word, in small letters where hardly anything but
somebody stands: "mormor anna", "lærervikaren jo så", "skal sefina på maurtua", "liv eller noah".

Knows phrases, no names. The rules for names have seen the words and left them.
"""

import re
from collections.abc import Iterator, Sequence

from bot.anonymise.finding import Hit
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.likeness import looks_like_a_typo, looks_like_dialect
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_GRAND = words("mormor farmor bestemor besta bestefar morfar farfar tante onkel")
"""Behind these a name stands, and no adjective or noun, where the clause ends or a verb follows."""
_OURS = words("vår våres hans hennes deres min din sin si mi di alle begge")
_ACTS = words("har hadde er e var vil skal så sa sier seier kom kommer")
_SHALL = words("skal ska skulle")
_WHERE = words("på i til te ha hos hjem heim begynne starte bytte")
_CLASS = re.compile(r" (?:i|på) (?:\d{1,2} ?[a-h](?![\wæøå])|\d{1,2}\. ?(?:trinn|klasse|tr\b|kl\b))")
_LEADS = _GRAND | _SHALL
_NO_NAME = Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.NUMBER | Word.MONTH | Word.OCCUPATION
_LISTED = Word.FIRST | Word.SURNAME
_SHORTEST = 4
_PEOPLE = frozenset(("navn", "kallenavn"))


def small_slots(document: Document, found: Sequence[Hit]) -> Iterator[int]:
    """Yield the positions of such words."""
    for word in document.words & _LEADS:
        yield from (at + 1 for at in document.where(word) if _is_led(document, at + 1, word))
    if document.flags & Word.AMBIGUOUS and document.flags & (Word.STAFF | Word.CHILD):
        tokens = document.tokens
        roles = [at for at, token in enumerate(tokens[:-1]) if token.flags & (Word.STAFF | Word.CHILD)]
        yield from (at + 1 for at in roles if _is_of_the_staff(document, at + 1, tokens[at + 1]))
    if document.has_digit:
        small = [
            (at, token) for at, token in enumerate(document.tokens) if token.opens_sentence and token.text.islower()
        ]
        yield from (at for at, token in small if _is_in_a_class(document, token))
    if "eller" in document.words:
        yield from _or_another(document, found)


def _is_led(document: Document, at: int, lead: str) -> bool:
    """Tell whether "mormor" or "skal" leads to somebody in small letters."""
    if at >= len(document.tokens):
        return False
    token = document.tokens[at]
    if token.text != token.lower or not token.text.isalpha():
        return False
    return _is_named(document, at, token) if lead in _GRAND else _is_to_go(document, at, token)


def _is_named(document: Document, at: int, token: Token) -> bool:
    """Tell whether a listed name ends the clause behind "mormor", or does something."""
    if not token.flags & Word.FIRST or token.lower in _OURS:
        return False
    follow = document.after(at)
    return follow is None or not follow.is_word or follow.lower in _ACTS


def _is_of_the_staff(document: Document, at: int, token: Token) -> bool:
    """Tell whether a name that is a word stands between a role with its article and what is done: "vikaren jo så"."""
    role, follow = document.tokens[at - 1], document.after(at)
    is_small = token.text == token.lower and token.text.isalpha() and not token.flags & (_NO_NAME | Word.SAFE)
    is_name = is_small and token.flags & Word.FIRST and token.flags & Word.AMBIGUOUS and token.lower not in _OURS
    acts = follow is not None and follow.lower in (*document.vocabulary.classes["menneskeverb"], *_ACTS)
    return bool(is_name) and acts and role.lower.endswith(("en", "a")) and not token.opens_sentence


def _is_to_go(document: Document, at: int, token: Token) -> bool:
    """Tell whether no Norwegian word is to go somewhere: "skal sefina på maurtua"."""
    follow = document.after(at)
    if follow is None or follow.lower not in _WHERE or len(token.text) < _SHORTEST or token.flags:
        return False
    return _is_strange(document, token.lower)


def _is_in_a_class(document: Document, token: Token) -> bool:
    """Tell whether a listed name or no Norwegian word opens a sentence and has a class: "ibsen i 9c"."""
    if len(token.text) < _SHORTEST or token.flags & _NO_NAME:
        return False
    if not token.text.isalpha() or not _CLASS.match(document.text, token.end):
        return False
    is_listed = token.flags & _LISTED and not token.flags & Word.VERB
    return bool(is_listed) or (not token.flags and _is_strange(document, token.lower))


def _is_strange(document: Document, lower: str) -> bool:
    if document.is_known(lower) or lower in document.places.single:
        return False
    return not (looks_like_a_typo(document, lower) or looks_like_dialect(document, lower))


def _or_another(document: Document, found: Sequence[Hit]) -> Iterator[int]:
    """Yield a listed name before "eller" and a name that is found: "ble det nor eller noah"."""
    starts = {hit.start for hit in found if hit.type in _PEOPLE}
    for at in document.where("eller"):
        name, other = document.before(at), document.after(at)
        if name is None or other is None or other.start not in starts or name.text != name.lower:
            continue
        if name.flags & _LISTED and not name.flags & (_NO_NAME | Word.VERB):
            yield at - 1
