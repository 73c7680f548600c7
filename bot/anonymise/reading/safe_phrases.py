"""Tells when a fixed phrase is meant and when a person bears the word as a name: "per i dag", "med Per i dag"."""

from collections.abc import Iterator, Sequence

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.name_slot import is_sure_name
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_SMALL_NAMES = words("per even bo tom jo")
"""Names that stand first in everyday phrases; after a preposition these are somebody: "snakket med per i dag"."""
_TO_SOMEBODY = words("av med hos til fra frå for om mot ved")
_TIES = frozenset(["og", "å", "&"])
_WORKS = words(
    "film filmen filmer bok boka boken bøker bøkene eventyr eventyret eventyrene serie serien teater teateret stykket "
    "forestilling forestillingen sang sangen figur figuren figurene leser lest les sett ser så se spill spiller frost "
    "høytlesing tegneserie tegneserien historien historia musikal musikalen lese leste lesing skuespill skuespillet"
)
_ENDS_OF_WORKS = (
    *("stykket", "stykke", "filmen", "boka", "boken", "eventyret", "serien", "forestillinga", "forestillingen"),
    *("sangen", "spillet", "teateret", "historien"),
)
_WHOM = words("ham han henne ho hun hu barnet gutten guten jenta eleven meg")
_CALLS = words("kaller kallar kalle kalte kalla kalles kalt kaille")
_SAY = words("sier seier sei sa roper ropar ropte ropa")
_HETER = words("heter heiter het hette")
_FOLLOWING = 4
_NEAR = 4
_PAIR = 3


def safe_phrases(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the spans of the listed phrases that name nobody here."""
    tokens = document.tokens
    for at, count, _ in document.phrases_of(document.vocabulary.phrases):
        row = tokens[at : at + count]
        if _is_what_one_is_called(document, at, count):
            continue
        if not (_is_somebody(document, at, row) or _is_two_children(document, at, row)):
            yield row[0].start, row[-1].end


def _is_somebody(document: Document, at: int, row: Sequence[Token]) -> bool:
    """Tell whether a name is written as names are: "med Per i dag", "tror Even ikke", "hentet av per i dag"."""
    before = document.before(at)
    if _stands_out(document, row):
        return True
    if row[0].lower not in _SMALL_NAMES or before is None:
        return False
    return before.lower in _TO_SOMEBODY or bool(before.flags & (Word.KIN | Word.STAFF | Word.CHILD))


def _is_what_one_is_called(document: Document, at: int, count: int) -> bool:
    """Tell whether a figure from a tale is a nickname: "kaller ham Kaptein Krok", "sier Mikke Mus til henne", "Kaptein
    Krok, som heter Kim".
    """
    whom, verb = document.before(at), document.before(at, 2)
    if (
        whom is not None
        and whom.lower in (*_WHOM, "for", "bare")
        and verb is not None
        and verb.lower in (*_CALLS, *_WHOM)
    ):
        return True
    follow = [token.lower for token in document.tokens[at + count : at + count + _FOLLOWING]]
    is_told = follow[:2] == [",", "som"] and not _HETER.isdisjoint(follow[2:])
    is_said = whom is not None and whom.lower in _SAY and follow[:1] == ["til"] and not _WHOM.isdisjoint(follow[1:2])
    return is_told or is_said


def _stands_out(document: Document, row: Sequence[Token]) -> bool:
    """Tell whether one word has a capital inside a sentence, is a name and a word, and the others are small."""
    first = row[0]
    if _is_a_whole_name(document, row):
        return True
    if not first.has_capital or first.opens_sentence or first.is_caps or document.shouts or len(row) == 1:
        return False
    if row[1].text == ",":
        return False  # "Stein, saks, papir"
    is_both = first.flags & Word.FIRST and first.flags & (Word.AMBIGUOUS | Word.ORDINARY)
    return bool(is_both) and not any(token.has_capital for token in row[1:])


def _is_a_whole_name(document: Document, row: Sequence[Token]) -> bool:
    """Tell whether each word has a capital and is a name, and one more with a capital follows: "Per Dag Li ønsker"."""
    names = len(row) > 1 and all(token.has_capital and not token.is_caps and token.flags & Word.FIRST for token in row)
    follow = next((token for token in document.tokens if token.start == row[-1].end + 1), None) if names else None
    return follow is not None and follow.has_capital and follow.is_word


def _is_two_children(document: Document, at: int, row: Sequence[Token]) -> bool:
    """Tell whether a pair from a tale is two children: no film, book or tale is named beside them."""
    if len(row) != _PAIR or row[1].lower not in _TIES or not (is_sure_name(row[0]) or is_sure_name(row[2])):
        return False
    if (row[0].flags | row[2].flags) & Word.SAFE:
        return False  # a doll or a brand: "barbie og ken"
    to, does, as_what = ("", "", "", *(token.lower for token in document.tokens[max(0, at - 3) : at]))[-3:]
    ends = at + _PAIR >= len(document.tokens) or document.tokens[at + _PAIR].text in (".", "!", "?")
    if as_what == "som" and ends and (to in ("å", "kan", "vil") or document.flags_of(does) & Word.VERB):
        return False  # "krangler som Tom og Jerry"
    near = (*document.tokens[max(0, at - _NEAR) : at], *document.tokens[at + _PAIR : at + _PAIR + _NEAR])
    return not any(_is_a_work(token) for token in near)


def _is_a_work(token: Token) -> bool:
    """Tell whether the word is a work, also as the end of a compound ("teaterstykket"), or a quotation mark."""
    return token.lower in _WORKS or token.lower.endswith(_ENDS_OF_WORKS) or token.text in '«»"“”'
