"""Tells whether the words beside make a name an ordinary word: "Stig spenninga, går vi ut", "begge vegar"."""

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_PRONOUNS = words("vi jeg eg æ han hun ho hu de dei dæm man ein en det den du")
_COUNTS = words("alle begge mange nokre nokon fleire få ingen desse dei store små andre ulike same")
_ARTICLES = ("en", "et", "a", "ne")
_PEOPLE = Word.KIN | Word.CHILD | Word.STAFF | Word.FIRST | Word.SURNAME | Word.FUNCTION


def is_fronted(document: Document, at: int) -> bool:
    """Tell whether the sentence goes on as it can only after a verb or a noun: with the verb before its subject."""
    token, after = document.tokens[at], document.after(at)
    if (
        not token.has_capital
        or after is None
        or not after.is_word
        or after.has_capital
        or not document.lexicon.is_headword(token.lower)
    ):
        return False
    if after.lower in ("og", "eller"):
        noun = document.after(at, 2)
        is_noun = noun is not None and _is_a_thing(document, noun) and not noun.lower.endswith(_ARTICLES)
        return is_noun and _turns(document, at + 3)
    comma = document.after(at, 2)
    is_object = _is_a_thing(document, after) and comma is not None and comma.text == ","
    return is_object and _turns(document, at + 3)


def _is_a_thing(document: Document, token: Token) -> bool:
    """Tell whether the word is Norwegian, in small letters, and neither somebody, a small word nor a verb."""
    is_plain = token.is_word and not token.has_capital and not token.flags & (_PEOPLE | Word.VERB)
    return is_plain and document.is_known(token.lower)


def _turns(document: Document, at: int) -> bool:
    """Tell whether a verb and a pronoun stand there: "går vi", "har han"."""
    if at + 1 >= len(document.tokens):
        return False
    verb, subject = document.tokens[at], document.tokens[at + 1]
    return bool(verb.flags & Word.VERB) and subject.lower in _PRONOUNS


def is_counted(document: Document, at: int) -> bool:
    """Tell whether a word in small letters is the plural of a noun behind what counts: "begge vegar", "fem steinar"."""
    token, before = document.tokens[at], document.before(at)
    if token.has_capital or before is None or not token.lower.endswith("ar"):
        return False
    is_counting = before.lower in _COUNTS or bool(before.flags & Word.NUMBER) or before.text.isdigit()
    return is_counting and document.lexicon.is_headword(token.lower[:-2])
