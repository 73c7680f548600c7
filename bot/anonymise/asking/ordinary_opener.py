"""Tells whether a sentence begins with an ordinary word that no list calls a name: "Fraværet har økt".

Two sentences about the same thing begin alike, so that such a word comes twice says nothing. Of a noun without its
article that is or does something ("Bamse er", "Måne sover") it does. Holds no names.
"""

from bot.anonymise.asking.opening_subject import may_be_called
from bot.anonymise.asking.possible_name_facts import Candidate
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.name_search import DEFINITE, NAME, SURNAME_ENDS
from bot.anonymise.words.word_classes import Word

_ENDS = (*DEFINITE, "rne", "ing", "het", "else", "sjon", "skap")
"""How a noun ends that stands with its article, or needs none."""


def is_an_ordinary_opener(document: Document, one: Candidate) -> bool:
    """Tell whether the word is such a one, and nothing right behind it tells of somebody: "Bamsen (som alle kaller
    han)", "Kaptein, som vi er glad i", "Styrk Emil".
    """
    token, lexicon = document.tokens[one.at], document.lexicon
    lower = token.lower
    if not (token.opens_sentence and token.has_capital) or one.flags & (NAME | Word.AMBIGUOUS):
        return False
    if _is_told_of(document, one.at):
        return False
    acts = _is_or_does(document, one.at)
    if lexicon.is_headword(lower):
        stands_bare = lower.endswith("e") or may_be_called(document, one.at)
        return lower.endswith(_ENDS) or not (acts and stands_bare)
    stems = (lower[: -len(end)] for end in (*_ENDS, "ne") if lower.endswith(end))
    if not (lexicon.is_common_form(lower) or any(lexicon.is_headword(stem) for stem in stems)):
        return False
    return lower.endswith(_ENDS) or not (acts or lower.endswith(SURNAME_ENDS))


def _is_told_of(document: Document, at: int) -> bool:
    follow, then = document.after(at), document.after(at, 2)
    if follow is None:
        return False
    return follow.text == "(" or bool(follow.flags & Word.FIRST) or (then is not None and then.lower == "som")


def _is_or_does(document: Document, at: int) -> bool:
    follow = document.after(at)
    return follow is not None and (bool(follow.flags & Word.VERB) or follow.lower in ("er", "e"))
