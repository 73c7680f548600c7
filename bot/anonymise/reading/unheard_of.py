"""Tells whether a word nobody lists may be a name where it stands bare."""

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.likeness import is_a_name_mistyped, is_one_edit_from, once_for_each_text
from bot.anonymise.words.word_lists import words

_LIKE_A_NOUN = (
    "en",
    "a",
    "ne",
    "et",
    "er",
    "ar",
    "t",
    "å",
    "rn",
    "kn",
    "tn",
    "dn",
    "ln",
    "sn",
    "gn",
    "nn",
    "an",
    "as",
    "s",
)
"""How nouns end with an article, in the plural or in speech: "gutn", "ungan", "jentå"."""
_SMALL = words(
    "han hun hen ham henne de dem den det dere du jeg eg vi oss meg deg seg noen nokon alle andre mor far mamma "
    "pappa barna barn ungene eleven elevene jenta jentene gutten guttene læreren ingen begge folk ikke ikkje men når "
    "nå også bare kanskje plutselig dessverre heldigvis egentlig selvfølgelig litt mye veldig sånn slik så her der "
    "hvem hva noe etterpå foreldre foreldrene"
)
"""What a quick hand misspells: "dne", "kansje", "desverre"."""
_OF_ABOUT_THE_LENGTH = {
    length: tuple(small for small in sorted(_SMALL) if abs(len(small) - length) <= 1)
    for length in range(max(map(len, _SMALL)) + 2)
}
"""Those of them that one letter more, less or other may make of a word of each length."""
_WHO = words("ho hu han hun hain hainn hannj n en ei et ein eit den det de dei")
"""After these the word is a verb or a noun: "ho skjæll"."""
_SHORTEST = 3


def is_unheard_of(document: Document, token: Token, before: Token | None) -> bool:
    """Tell whether the word is unknown and written as a name could be."""
    lower = token.lower
    if before is not None and before.lower in _WHO:
        return False
    if token.flags or len(lower) < _SHORTEST or not lower.isalpha():
        return False
    return _is_no_word_misspelt(document, lower)


@once_for_each_text
def _is_no_word_misspelt(document: Document, lower: str) -> bool:
    """Tell whether it is a name mistyped, or neither an ordinary word nor near one that a quick hand misspells."""
    if is_a_name_mistyped(document, lower):
        return True
    if lower.endswith(_LIKE_A_NOUN) or document.is_known(lower):
        return False
    return not any(is_one_edit_from(lower, small) for small in _OF_ABOUT_THE_LENGTH.get(len(lower), ()))
