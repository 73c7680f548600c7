"""Finds the names in a row of names: "sol, emma og jonas", "til stede: per, gry og liv". Holds no names."""

from collections.abc import Container, Iterator

from bot.anonymise.document import Document, Token
from bot.anonymise.word_classes import Word

_TIES = frozenset(["og", "å", "&", "eller", "samt", ",", "/"])
_WITH = Word.KIN | Word.CHILD | Word.STAFF
_SELF = frozenset(["jeg", "eg", "æ", "vi", "undertegnede"])
_FEWEST = 3
_LONG_ENOUGH = 3


def names_in_rows(document: Document, found: Container[int], taken: Container[int]) -> Iterator[int]:
    """Yield the positions of words that could be names and stand in a row of three or more with one that is."""
    row: list[int] = []
    for at in range(len(document.tokens) + 1):
        if row and at == row[-1] + 1 and at < len(document.tokens) and document.tokens[at].lower in _TIES:
            continue
        after_tie = row and _is_tied(document, row[-1], at)
        is_item = (
            at < len(document.tokens) and at not in taken and _may_stand_in_a_row(document.tokens[at], at in found)
        )
        if is_item and (after_tie or not row):
            row.append(at)
            continue
        yield from _names(document, row, found)
        row = [at] if is_item else []


def _is_tied(document: Document, left: int, right: int) -> bool:
    return all(document.tokens[at].lower in _TIES for at in range(left + 1, right)) and 1 < right - left <= _FEWEST


def _may_stand_in_a_row(token: Token, is_found: bool) -> bool:
    if is_found or token.lower in _SELF:
        return True
    is_small = token.flags & Word.FUNCTION and not (token.flags & Word.AMBIGUOUS and len(token.text) >= _LONG_ENOUGH)
    return token.is_word and bool(token.flags & (Word.FIRST | _WITH)) and not is_small


def _names(document: Document, row: list[int], found: Container[int]) -> Iterator[int]:
    """Yield what the row adds when it is long enough and at least one in it is a name already."""
    if len(row) < _FEWEST or not any(at in found for at in row):
        return
    for at in row:
        token = document.tokens[at]
        if at not in found and token.lower not in _SELF and token.flags & Word.FIRST and not token.flags & _WITH:
            yield at
