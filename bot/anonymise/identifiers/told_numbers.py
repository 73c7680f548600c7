"""Finds telephone numbers told in pieces, some in words: "nittito 44 10 07", "412 i starten, så 33 444"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import A_DIGIT, needs_of
from bot.anonymise.words.proposals import NUMBER_WORDS
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_TENS = dict(
    zip(["tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti"], range(20, 100, 10), strict=True)
)
_UNITS = {word: number for word, number in NUMBER_WORDS.items() if number < 10} | {"én": 1, "ein": 1}
_FIGURES = {
    **{word: str(number) for word, number in (NUMBER_WORDS | _UNITS | _TENS).items()},
    **{ten + one: str(tens + units) for ten, tens in _TENS.items() for one, units in _UNITS.items()},
    "null": "0",
    "eitt": "1",
    "tyve": "20",
    "tredve": "30",
    "søtti": "70",
    "førr": "4",
    "fæm": "5",
    "sæks": "6",
    "fir": "4",
}
_DIALECT_TENS = {"tjuge": "tjue", "førrti": "førti", "fæmti": "femti", "sæksti": "seksti", "søtti": "sytti"}
_FIGURES |= {
    said + word.removeprefix(written): figures
    for said, written in _DIALECT_TENS.items()
    for word, figures in tuple(_FIGURES.items())
    if word.startswith(written)
}
_HUNDREDS = re.compile(r"([a-zæøå]{2,5})hundre(?:og)?([a-zæøå]{2,12})?")
_FULL = 8
_FEWEST_PIECES = 3
_LED_BY = 8
_MOST_PIECES = 9
_LEADS = words(
    "ring ringe ringer ringes tlf tlfnr telefon telefonen telefonnummer telefonnummeret mob mobil mobilen mobilnummer "
    "nr nummer nummeret sifrene sifra nås nåast når begynner starter byrjar startar sms vipps whatsapp"
)
"""What says within a few words that somebody is to be phoned."""
_SIGNS_BETWEEN = frozenset(",-–.:/")
_STROKES = frozenset("-–/.")
_WORDS_BETWEEN = words("og å så i starten først deretter til slutt sist slutten slutter sluttar igjen på")
"""Small words between the pieces of a number that is told."""
_FAR_APART = 4
_CLOCK_OR_DAY = re.compile(r"(?:[0-3]?\d)[.:][0-5]?\d(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")


class _Piece(NamedTuple):
    """A part of a number, the figures it stands for, and where it is among the tokens."""

    at: int
    token: Token
    figures: str

    @property
    def is_word(self) -> bool:
        """Tell whether the part is written in words."""
        return any(sign.isalpha() for sign in self.token.text)


@needing(A_DIGIT | Word.NUMBER | needs_of("-"))
def find_told_numbers(document: Document) -> Iterator[Hit]:
    """Yield eight figures in pieces, where a word says that they are to be phoned or some of them are in words."""
    figures_of = {word: figures for word in document.words if (figures := _figures(word)) is not None}
    if sum([len(figures_of.get(token.lower, "")) for token in document.tokens]) < _FULL:
        return
    for row in _rows(document, figures_of):
        for first in range(len(row)):
            sums = list(accumulate(len(piece.figures) for piece in row[first : first + _MOST_PIECES]))
            if _FULL in sums and _is_told(document, told := row[first : first + sums.index(_FULL) + 1]):
                why = "Et telefonnummer peker rett på en person, også når det er delt opp."
                last = told[-1]
                for piece in row[first + len(told) : first + _MOST_PIECES]:
                    last = piece if piece.at == last.at + 1 else last
                yield direct(told[0].token.start, last.token.end, "telefon", why, 0.8, may_keep=False)
                break


def _rows(document: Document, figures_of: Mapping[str, str]) -> Iterator[list[_Piece]]:
    """Yield the pieces that stand after each other, with nothing but signs and small words between them."""
    row: list[_Piece] = []
    for at, token in enumerate(document.tokens):
        figures = figures_of.get(token.lower)
        if figures is not None:
            _take(row, _Piece(at, token, figures))
        elif not row or at - row[-1].at > _FAR_APART or not _may_stand_between(token):
            yield row
            row = []
    yield row


def _may_stand_between(token: Token) -> bool:
    return token.text in _SIGNS_BETWEEN or token.lower in _WORDS_BETWEEN


def _take(row: list[_Piece], piece: _Piece) -> None:
    """Put one piece more into the row; a unit right after tens is one number with them: "nitti to"."""
    last = row[-1] if row else None
    if last is not None and last.at == piece.at - 1 and last.token.lower in _TENS and piece.token.lower in _UNITS:
        token = last.token
        whole = Token(token.start, piece.token.end, token.text, token.lower + " ", 0, True, False, False, False)
        row[-1] = _Piece(piece.at, whole, last.figures[0] + piece.figures)
    else:
        row.append(piece)


def _figures(lower: str) -> str | None:
    """Return the figures a word or a number stands for, also of words tied by hyphens: "seksti-to", "tre-fire"."""
    if lower in _FIGURES or lower.isdigit():
        return _FIGURES.get(lower, lower)
    if "-" not in lower and "hundre" not in lower:
        return None
    if (hundreds := _HUNDREDS.fullmatch(lower)) is not None:
        rest = _FIGURES.get(hundreds.group(2) or "null", "")
        return _FIGURES[hundreds.group(1)] + rest.zfill(2) if rest and hundreds.group(1) in _UNITS else None
    parts = lower.split("-")
    if len(parts) == 2 and parts[0] in _TENS and parts[1] in _UNITS:
        return _FIGURES["".join(parts)]
    said = [part if part.isdigit() else _FIGURES.get(part) for part in parts]
    return None if None in said else "".join(part for part in said if part)


def _is_told(document: Document, told: Sequence[_Piece]) -> bool:
    """Tell whether the pieces are a number somebody can be reached at, and no years, days, hours or counting."""
    first, last = told[0], told[-1]
    is_plain = last.at - first.at == len(told) - 1
    is_mixed = any(piece.is_word for piece in told)
    is_apart = is_mixed or _has_words_between(document, told) or _has_commas_between(document, told)
    if first.figures[0] in "01" or not is_apart:
        return False
    written = document.text[first.token.start : last.token.end]
    if _CLOCK_OR_DAY.search(written) or any(_YEAR.fullmatch(piece.figures) for piece in told):
        return False
    if any(token.lower in _LEADS for token in document.tokens[max(0, first.at - _LED_BY) : first.at]):
        return True
    if not is_mixed or all(piece.is_word for piece in told):
        return is_mixed and all("-" in piece.token.text for piece in told)
    if is_plain:
        return sum(len(piece.figures) > 1 for piece in told) >= _FEWEST_PIECES
    between = {token.text for token in document.tokens[first.at : last.at]} - {piece.token.text for piece in told}
    return len(told) > _FEWEST_PIECES and (between <= _STROKES or ("så" in between and "," not in between))


def _has_commas_between(document: Document, told: Sequence[_Piece]) -> bool:
    """Tell whether three pieces or more have commas between, as a number is read aloud: "ring 41, 60, 77, 38"."""
    between = [document.tokens[at].text for at in range(told[0].at, told[-1].at) if at not in {one.at for one in told}]
    return len(told) >= _FEWEST_PIECES and set(between) == {","}


def _has_words_between(document: Document, told: Sequence[_Piece]) -> bool:
    between = document.tokens[told[0].at : told[-1].at]
    return any(token.lower in _WORDS_BETWEEN for token in between)
