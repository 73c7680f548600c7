"""Makes a word in small letters that is asked about the whole of a name: with the letter or the surname behind it
("tone l.", "tone nordfjellmark") and what stands before it ("s. bekken", "jo even"). Nothing more is asked about for
it: half a name must not be left beside the half the sender takes away. Knows no names.
"""

from collections.abc import Iterator, Sequence

from bot.anonymise.finding import POSSIBLE_NAME, Hit
from bot.anonymise.names.name_span import is_a_first_half, is_a_small_initial, is_a_surname_after_a_letter, is_beside
from bot.anonymise.names.small_surname import is_a_farm_or_strange, is_before_a_sign
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.name_search import NOT_NAME
from bot.anonymise.words.word_classes import Word

_NO_SURNAME = NOT_NAME | Word.VERB | Word.SAFE | Word.MONTH
_NO_INITIALS = frozenset("iå")


def wholes(document: Document, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the hits, those of words in small letters that may be names as wide as the name is."""
    if not any(hit.type == POSSIBLE_NAME for hit in hits):
        yield from hits
        return
    places = {token.start: at for at, token in enumerate(document.tokens)}
    ends = {token.end: at for at, token in enumerate(document.tokens)}
    for hit in hits:
        first, last = places.get(hit.start), ends.get(hit.end)
        if hit.type != POSSIBLE_NAME or first is None or last is None or document.tokens[last].has_capital:
            yield hit
            continue
        start = document.tokens[_first_of(document, first)].start
        yield hit._replace(start=start, end=max(hit.end, _end_of(document, last)))


def _first_of(document: Document, at: int) -> int:
    """Return where the name begins: with an initial and its full stop, or a given name that is a small word."""
    token, stop, letter = document.tokens[at], document.before(at), document.before(at, 2)
    if stop is None:
        return at
    if is_a_first_half(document, at):
        return at - 1
    is_surname = token.flags & Word.SURNAME and not token.flags & Word.FIRST
    if letter is not None and stop.text == "." and is_surname and _is_an_initial(document, letter, at):
        return at - 2
    return at


def _is_an_initial(document: Document, letter: Token, at: int) -> bool:
    is_close = document.tokens[at].start - letter.end <= len(". ")
    return (
        letter.is_word
        and len(letter.text) == 1
        and letter.text.isalpha()
        and is_close
        and letter.text not in _NO_INITIALS
    )


def _end_of(document: Document, at: int) -> int:
    """Return where the name ends: behind its letter, the surname or both."""
    tokens, name = document.tokens, document.tokens[at]
    if at + 1 >= len(tokens) or not name.flags & (Word.FIRST | Word.SURNAME) or not is_beside(document, at, at + 1):
        return name.end
    follow = tokens[at + 1]
    if len(follow.text) == 1 and follow.text == follow.lower and is_a_small_initial(document, at + 1):
        if is_a_surname_after_a_letter(document, at + 1):
            return tokens[at + 3].end
        return follow.end + document.text.startswith(".", follow.end)
    is_small = follow.text == follow.lower and follow.text.isalpha() and not follow.flags & _NO_SURNAME
    if not is_small:
        return name.end
    is_listed = follow.flags & Word.SURNAME and is_before_a_sign(document, at + 1)
    is_surname = is_listed or (not follow.flags and is_a_farm_or_strange(document, at + 1, follow))
    return follow.end if is_surname else name.end
