"""Asks about a word that is no headword and owns a mother, a father or another relative: "Tjorvalds mor er syk", also
where it could be two words in one ("tjor" and "vald"). Knows endings, no names.
"""

from collections.abc import Iterator

from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_DEFINITE = ("en", "et", "a", "ene", "ane", "an", "s")
"""How an ordinary word ends before the s: "guttens mor", "elevenes foreldre"."""
_SOMEBODYS = tuple(
    words(
        "barn elev klassing åring ling venn gutt jente unge søsken kamerat forelder lærer partner bruker pasient "
        "klient spiller kollega nabo medlem"
    )
)
"""How a word ends that tells what somebody is: "femteklassings mor", "klassevenns bror"."""
_SHORTEST = 5


@needing(Word.PARENT | Word.KIN)
def relatives_owned(document: Document) -> Iterator[int]:
    """Yield the positions of such words. The rules for names have seen them and left them."""
    for at, token in enumerate(document.tokens[:-1]):
        if token.lower.endswith("s") and not token.flags and _may_be_a_name(document, token):
            after = document.after(at)
            if after is not None and not after.has_capital and after.flags & (Word.PARENT | Word.KIN):
                yield at


def _may_be_a_name(document: Document, token: Token) -> bool:
    base = token.lower[:-1]
    if (
        len(token.lower) < _SHORTEST
        or not base.isalpha()
        or base.endswith(_DEFINITE + _SOMEBODYS)
        or document.flags_of(base)
    ):
        return False
    is_word = document.lexicon.is_headword(base) or document.lexicon.is_headword(token.lower)
    return not is_word and document.places.single.isdisjoint((base, token.lower))
