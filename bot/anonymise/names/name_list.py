"""Finds the names in a row of names: "sol, emma og jonas", "til stede: per, gry og liv". Holds no names."""

import re
from collections.abc import Collection, Container, Iterator, Sequence

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.words.small_words import LIST_TIES
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_WITH = Word.KIN | Word.CHILD | Word.STAFF
_SELF = frozenset(["jeg", "eg", "æ", "vi", "undertegnede"])
_FEWEST = 3
_ALONE_ON_A_LINE = re.compile(
    r"(?:^|\n)[ \-–*•·\d.)]{0,5}([A-ZÆØÅ][\w\-]{1,20})(?: [A-ZÆØÅ][\w\-.]{0,20}){0,2}[.,]?(?=\n|$)"
)
_LABELS = 2
_LONG_ENOUGH = 3
_WHEN = words("i hver kvar neste forrige denne en ein god per pr")
_DAYS = words(
    "man mand mandag måndag tir tirs tirsdag tysdag ons onsd onsdag tor tors torsd torsdag fre fred fredag lør lørd "
    "lørdag laurdag søn sønd søndag sundag"
)
_SHIFTS = words(
    "tidlig tidleg sein seint sen sent natt mellom mellomvakt kveld dag fri ferie syk sjuk vakt kveldsvakt seinvakt "
    "senvakt tidligvakt tidlegvakt nattvakt dagvakt"
)
_SHIFTS_NEEDED = needs_one_of(_SHIFTS)
_PARTS = frozenset((",", ";", ":", "-", "–", "/"))
_WEATHER = words("sol storm snø regn vind vår frost")
_TELLING = frozenset("bcdfghjklmnpqrstvwxzæø")
_TELLING_NEEDED = needs_one_of(_TELLING)
_NO_ONE = Word.FUNCTION | Word.VERB | Word.MONTH | _WITH | Word.SAFE


def names_in_rows(document: Document, found: Collection[int], taken: Container[int]) -> Iterator[int]:
    """Yield the positions of words that could be names and stand in a row of three or more with one that is."""
    seen = -1
    for at in sorted(found):
        if at <= seen:
            continue
        row = [*reversed(_row(document, at, -1, found, taken)), at, *_row(document, at, 1, found, taken)]
        seen = row[-1]
        if len(row) >= _FEWEST:
            yield from (
                member
                for member in row
                if member not in found and _is_new_name(document.tokens[member]) and not _owns(document, member)
            )


def names_that_label(document: Document, found: Container[int], taken: Container[int]) -> Iterator[int]:
    """Yield the names that open the lines of a list: "- Nora: briller", "- Bo: ny stol"; every label must be one."""
    if document.lower.count(":") < _LABELS:
        return
    labels = [at for at in range(len(document.tokens)) if _labels_a_line(document, at)]
    names = [at for at in labels if at in found or document.tokens[at].flags & Word.FIRST]
    others = [at for at in labels if not document.tokens[at].flags & _WITH]
    if len(names) >= _LABELS and len(names) == len(others):
        yield from (at for at in names if at not in found and at not in taken)


def names_on_lines(document: Document, found: Container[int], taken: Container[int]) -> Iterator[int]:
    """Yield the names that stand alone on the lines of a list: "1. Sol", "* Storm"; every such line must be one."""
    if document.text.count("\n") < _FEWEST - 1:
        return
    starts = {match.start(1) for match in document.matches(_ALONE_ON_A_LINE)}
    lines = [at for at, token in enumerate(document.tokens) if token.start in starts] if len(starts) >= _FEWEST else []
    if all(at in found or document.tokens[at].flags & Word.FIRST for at in lines):
        yield from (at for at in lines if at not in found and at not in taken)


def _labels_a_line(document: Document, at: int) -> bool:
    """Tell whether the word opens a line, after a bullet at most, and a colon follows it or one more name."""
    token = document.tokens[at]
    if not (token.is_word and token.has_capital and token.opens_sentence):
        return False
    line = document.text.rfind("\n", 0, token.start) + 1
    if document.text[line : token.start].strip(" -–•*·\t"):
        return False
    ahead = [document.after(at, step) for step in (1, 2, 3)]
    for step, one in enumerate(ahead):
        if one is None or not (one.text == ":" or (step < len(ahead) - 1 and one.has_capital)):
            return False
        if one.text == ":":
            return True
    return False


def _row(document: Document, at: int, step: int, found: Container[int], taken: Container[int]) -> list[int]:
    """Return the members of the row on one side of the name, nearest first."""
    tokens, row, near = document.tokens, [], at
    while (member := _next_member(tokens, near, step)) is not None and member not in taken:
        if not _may_stand_in_a_row(tokens[member], member in found) or _is_a_day(document, member):
            break
        row.append(member)
        near = member
    return row


def _is_a_day(document: Document, at: int) -> bool:
    """Tell whether "dag" says when: "natt til i dag, Sirin og Delan"."""
    before = document.before(at)
    return document.tokens[at].text == "dag" and before is not None and before.lower in _WHEN


def _next_member(tokens: Sequence[Token], at: int, step: int) -> int | None:
    """Return the position of the word that one or two ties set apart from this one."""
    near = at + step
    while 0 <= near < len(tokens) and abs(near - at) < _FEWEST and tokens[near].lower in LIST_TIES:
        near += step
    is_tied = 0 <= near < len(tokens) and abs(near - at) > 1 and tokens[near].lower not in LIST_TIES
    return near if is_tied else None


def _may_stand_in_a_row(token: Token, is_found: bool) -> bool:
    if is_found or token.lower in _SELF:
        return True
    is_small = token.flags & Word.FUNCTION and not (token.flags & Word.AMBIGUOUS and len(token.text) >= _LONG_ENOUGH)
    return token.is_word and bool(token.flags & (Word.FIRST | _WITH)) and not is_small


def _owns(document: Document, at: int) -> bool:
    """Tell whether "hans" says whose the children before it are: "barna hans, Rahel og Abel, går"."""
    before = document.before(at) if document.tokens[at].text == "hans" else None
    return before is not None and before.is_word and before.lower not in LIST_TIES


def _is_new_name(token: Token) -> bool:
    return token.lower not in _SELF and bool(token.flags & Word.FIRST) and not token.flags & _WITH


def names_in_a_key(document: Document, found: Container[int], taken: Container[int]) -> Iterator[int]:
    """Yield the names in a row of labels: "emma = briller, sol = høreapparat"; every label must be one."""
    for sign in ("=", ":"):
        if document.lower.count(sign) < _FEWEST:
            continue
        labels = [at for at in range(len(document.tokens) - 1) if _is_a_key(document, at, sign)]
        if len(labels) < _FEWEST or sum(at in found for at in labels) < (1 if sign == "=" else _LABELS):
            continue
        if all(at in found or document.tokens[at].flags & Word.FIRST for at in labels):
            yield from (at for at in labels if at not in found and at not in taken)


def _is_a_key(document: Document, at: int, sign: str) -> bool:
    """Tell whether the sign follows the word, and the word opens the text, a line or a part of the row."""
    token, before = document.tokens[at], document.before(at)
    if not token.is_word or document.tokens[at + 1].text != sign:
        return False
    return before is None or token.opens_sentence or before.text in ",;:."


def names_on_a_rota(document: Document, found: Container[int], taken: Container[int]) -> Iterator[int]:
    """Yield the names that are words as well on a rota: "berg tidlig, lie sen, strand natt", "man: berg, tir: lie";
    every part of the row must be one.
    """
    kinds = [_has_a_shift] if document.holds & _SHIFTS_NEEDED else []
    if ":" in document.words and not _DAYS.isdisjoint(document.words):
        kinds.append(_has_a_day)
    for is_part in kinds:
        parts = [at for at in range(len(document.tokens)) if is_part(document, at)]
        words_of = {document.tokens[at].lower for at in parts}
        are_names = all(at in found or _may_be_on_a_rota(document.tokens[at]) for at in parts)
        if len(parts) >= _LABELS and are_names and not words_of <= _WEATHER:
            yield from (at for at in parts if at not in found and at not in taken)


def _may_be_on_a_rota(token: Token) -> bool:
    return bool(token.flags & (Word.FIRST | Word.SURNAME)) and not token.flags & _NO_ONE


def _has_a_shift(document: Document, at: int) -> bool:
    """Tell whether a part of the row is this word and a shift: "berg tidlig,"."""
    token, before, shift, end = document.tokens[at], document.before(at), document.after(at), document.after(at, 2)
    if not token.is_word or shift is None or shift.lower not in _SHIFTS:
        return False
    is_alone = before is None or token.opens_sentence or before.text in _PARTS or before.lower in ("og", "å")
    return is_alone and (
        end is None or end.opens_sentence or end.text in (",", ";", ".", "/") or end.lower in ("og", "å")
    )


def _has_a_day(document: Document, at: int) -> bool:
    """Tell whether the word stands alone behind a day: "man: berg,"."""
    sign, day, end = document.before(at), document.before(at, 2), document.after(at)
    if not document.tokens[at].is_word or sign is None or day is None or sign.text != ":" or day.lower not in _DAYS:
        return False
    return end is None or end.opens_sentence or end.text in (",", ";", ".", "/") or end.lower in ("og", "å")


def names_with_letters(document: Document, found: Container[int], taken: Container[int]) -> Iterator[int]:
    """Yield a given name that is a word where two who have it are told apart by a letter: "even s", "even t"."""
    if not document.holds & _TELLING_NEEDED or len(_TELLING & document.words) < 2:
        return
    letters: dict[str, set[str]] = {}
    places: list[int] = []
    for at in range(len(document.tokens) - 1):
        token, letter = document.tokens[at], document.tokens[at + 1]
        if not token.flags & Word.FIRST or token.flags & _NO_ONE or len(letter.text) != 1:
            continue
        if letter.lower in _TELLING and letter.start == token.end + 1:
            letters.setdefault(token.lower, set()).add(letter.lower)
            places.append(at)
    for at in places:
        if len(letters[document.tokens[at].lower]) > 1 and at not in found and at not in taken:
            yield at
