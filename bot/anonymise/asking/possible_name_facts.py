"""What can be told of a word that may be a name: how it is written and what stands beside it. Only lists are asked, no
rule for names, so that what is learned from these facts stays good when rules change.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple
from zlib import crc32

from bot.anonymise.reading.document import Document, Token, english_stem
from bot.anonymise.reading.name_search import NAME, base_of_token
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

SIZE = 1 << 16
"""How many weights there are: a fact's number is what is left of its checksum."""
_MAY_BE = NAME | Word.AMBIGUOUS
_NEVER = Word.KIN | Word.CHILD | Word.STAFF | Word.SAFE | Word.NUMBER
_REJECTED = _NEVER | Word.FUNCTION
_MAY_END = "s'’n"
"""How an ordinary word may end that is a name with something behind it: "Livs", "Liv'n"."""
_BEFORE_NAMES = words(
    "at hvem te til om med av spesielt fikk når hvis enn hos og men mot ringte spør savner sa mens hilsen"
)
_TOLD = 0x3FFF & ~Word.PARENT
_KINDS = Word.AMBIGUOUS | Word.ORDINARY | Word.VERB | Word.MONTH | Word.OCCUPATION | Word.FUNCTION


class Candidate(NamedTuple):
    """A word that may be a name, and what the lists say of it without its genitive s."""

    at: int
    flags: int


class Written(NamedTuple):
    """How the text is written, and how often each word that may be a name stands in it."""

    manner: bytes
    times: Counter[str]
    with_capital: Counter[str]
    """Only those inside a sentence: there a capital means something."""
    in_small: Counter[str]


_NONE: Counter[str] = Counter()
_START, _END = b"^", b"$"


def candidates(document: Document) -> Iterator[Candidate]:
    """Yield the words that may be names: a list calls them one, no list knows them, or they are ordinary words where a
    name may stand unseen, first in a sentence, with a capital, or behind a word that people are named after ("hvem er
    tassen", "til tompa").
    """
    is_plain, tokens = not (document.is_english or document.shouts), document.tokens
    for at, token in enumerate(tokens):
        flags = token.flags
        if (flags & _REJECTED and (flags & _NEVER or not flags & Word.FIRST)) or not token.is_word:
            continue
        may_be = bool(flags & _MAY_BE) or (is_plain and _is_shown(tokens, at))
        if not may_be and (token.lower[-1] not in _MAY_END if flags else _is_ordinary(document, token)):
            continue
        if len(token.text) < 2 or (flags & Word.MONTH and at > 1 and tokens[at - 2].text[0].isdigit()):
            continue  # "3. juni"
        _, flags = base_of_token(document, token)
        if (may_be or not flags or flags & _MAY_BE) and not _is_no_name(document, token, flags):
            yield Candidate(at, flags)


def _is_shown(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether any word there is worth asking about: first in a sentence, with a capital, or no verb behind a word
    that people are named after.
    """
    token = tokens[at]
    if token.has_capital or token.opens_sentence:
        return True
    return not token.flags & Word.VERB and tokens[at - 1].lower in _BEFORE_NAMES


def _is_ordinary(document: Document, token: Token) -> bool:
    return document.lexicon.is_headword(token.lower) or document.is_known(token.lower)


def _is_no_name(document: Document, token: Token, flags: int) -> bool:
    """Tell whether it is a small word or a role, also in the genitive, in capitals, with a hyphen, or an English word
    in a text in English.
    """
    if token.is_caps and not document.shouts:
        return True
    if is_never(flags) or not token.text.isalpha() or document.text[token.end : token.end + 1] == "-":
        return True
    if not flags & NAME and token.lower[-1] == "s" and is_never(document.flags_of(token.lower[:-1])):
        return True
    if not document.is_english or english_stem(token.lower) not in document.vocabulary.english:
        return False
    return not token.has_capital or (token.opens_sentence and not flags & Word.FIRST)


def is_never(flags: int) -> bool:
    """Tell whether the lists say that a word is a role, a number, a safe word or a small word and no name."""
    return bool(flags & _NEVER or (flags & Word.FUNCTION and not flags & Word.FIRST))


def base_of_word(lower: str) -> str:
    """Return the word without what may be a genitive s: only to tell whether two words are the same."""
    return lower[:-1] if len(lower) > 3 and lower[-1] == "s" else lower


def written_in(document: Document, wanted: AbstractSet[str]) -> Written:
    """Return how the text is written and how often the wanted words stand in it, each as `base_of_word` has it."""
    repeated = {word for word in wanted if document.lower.count(word) > 1}
    if not repeated:
        return Written(_manner(document), _NONE, _NONE, _NONE)
    written = Written(_manner(document), Counter(), Counter(), Counter())
    for token in document.tokens:
        word = base_of_word(token.lower)
        if word in repeated:
            written.times[word] += 1
            written.with_capital[word] += token.has_capital and not token.opens_sentence
            written.in_small[word] += not token.has_capital
    return written


def _manner(document: Document) -> bytes:
    """Return how the text is written: in capitals, in English, all in small letters, or as it should be."""
    if document.shouts:
        return b"S"
    if document.is_english:
        return b"E"
    return b"M" if document.text != document.lower else b"L"


def facts(document: Document, one: Candidate, written: Written, *, as_unknown: bool = False) -> list[int]:
    """Return the numbers of what can be told of the word: a checksum of each fact that begins with its place in the
    row. `as_unknown` hides that a list knows it: so it is learned how names stand that no list has.
    """
    at, token = one.at, document.tokens[one.at]
    kind = b"u" if as_unknown else _kind(document, token, one.flags)
    known = kind[:1] if kind[:1] in b"u-" else b"N"
    case, word = _case(token), token.lower.encode("utf-8", "replace")
    form = case + (b"o" if token.opens_sentence else b"m") + written.manner
    before, after = _word_at(document, at - 1), _word_at(document, at + 1)
    before_is, after_is = _said_of(document, at - 1), _said_of(document, at + 1)
    told = [
        kind + form,
        word,
        word[-3:],
        word[-4:],
        word[:3],
        word[:4],
        before,
        after,
        before + known,
        after + known,
        before_is + kind,
        after_is + kind,
        before_is + after_is + known,
        before_is + after_is + form,
        before + _word_at(document, at - 2),
        after + _word_at(document, at + 2),
        before + after,
        *_elsewhere(token, written, kind + case),
    ]
    return [crc32(fact, place) % SIZE for place, fact in enumerate(told)]


def _elsewhere(token: Token, written: Written, kind: bytes) -> tuple[bytes, ...]:
    """Return whether the same word stands elsewhere in the text, and whether with a capital or in small letters."""
    word = base_of_word(token.lower)
    if written.times[word] < 2:
        return ()
    is_inside = token.has_capital and not token.opens_sentence
    with_capital = written.with_capital[word] > is_inside
    in_small = written.in_small[word] > (not token.has_capital)
    return kind, kind + b"01"[with_capital : with_capital + 1], kind + b"01"[in_small : in_small + 1]


def _word_at(document: Document, at: int) -> bytes:
    """Return the word in small letters; there is one before the first and one after the last as well."""
    if at < 0:
        return _START
    if at >= len(document.tokens):
        return _END
    return document.tokens[at].lower.encode("utf-8", "replace") + b" "


def _said_of(document: Document, at: int) -> bytes:
    """Return what the lists say of a neighbour: the bits of its classes, a name in the genitive, known or unknown."""
    if not 0 <= at < len(document.tokens):
        return _START if at < 0 else _END
    token = document.tokens[at]
    if told := token.flags & _TOLD:
        return b"%x " % told
    if not token.is_word:
        return token.text[0].encode("utf-8", "replace") + b" "
    if len(token.text) > 2 and token.lower[-1] == "s" and document.flags_of(token.lower[:-1]) & _MAY_BE:
        return b"g "
    return b"k " if _is_ordinary(document, token) else b"u "


def _kind(document: Document, token: Token, flags: int) -> bytes:
    """Return which kind of name the lists call the word, and what else it is; "u" when no list knows it, "-" first when
    it is no name on any list.
    """
    form = b"" if flags & Word.ORDINARY or not _is_ordinary(document, token) else b"k"  # "ruta" is a form of "rute"
    if not flags & _MAY_BE:
        name = b"-" if flags or form else b"u"
    else:
        name = b"F" if flags & Word.FIRST else b"S" if flags & Word.SURNAME else b"A"
    return name + form + b"%x" % (flags & _KINDS)


def _case(token: Token) -> bytes:
    return b"C" if token.is_caps else b"c" if token.has_capital else b"l"
