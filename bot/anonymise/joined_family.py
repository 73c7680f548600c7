"""Tells whether a name and what it belongs to are written as one word: "Nordmannfamilien", "Berg-familien"."""

from bot.anonymise.document import Document, Token
from bot.anonymise.word_classes import Word

FAMILIES = (
    "familien",
    "familia",
    "gutten",
    "guten",
    "guttene",
    "gutane",
    "jenta",
    "jenten",
    "jentene",
    "søsknene",
    "brødrene",
    "søstrene",
    "ungene",
    "barna",
    "tvillingene",
)
_SHORTEST = 3
_MAN = "mann"
"""An ordinary word that ends so takes an s before another word ("sjømannsfamilien"); a surname does not."""


def is_named_family(document: Document, token: Token) -> bool:
    """Tell whether the word is a surname with "familien", "gutten" or the like behind it: a listed surname with a
    capital, one that ends in "mann", or any word that has its capital inside a sentence.
    """
    lower = token.lower
    if not lower.endswith(FAMILIES) or token.is_caps:
        return False
    head = max((lower.removesuffix(end) for end in FAMILIES if lower.endswith(end)), key=len).rstrip("-")
    if len(head) < _SHORTEST or token.flags:
        return False
    if head.endswith(_MAN) and head != _MAN:
        return True
    if not token.has_capital:
        return False
    flags = document.flags_of(head)
    if flags & (Word.SAFE | Word.KIN | Word.CHILD | Word.STAFF | Word.FUNCTION | Word.OCCUPATION):
        return False
    return not token.opens_sentence or bool(flags & Word.SURNAME and not document.lexicon.is_headword(lower))
