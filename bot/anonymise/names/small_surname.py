"""Tells what belongs to a given name that is written in small letters: the surname no list holds ("kari oterholm",
"rakel stokke-lie") and the one letter that ends a line ("sindre a"). Holds no names.
"""

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.likeness import looks_like_a_typo, looks_like_dialect
from bot.anonymise.reading.name_search import NAME, NOT_NAME, SURNAME_ENDS
from bot.anonymise.reading.name_slot import is_sure_name
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_PLACE_ENDS = tuple(
    words(
        "vang berg berget haug haugen lund dal dalen land landet moen lien bakk bakke bakken sand sandvik voll vollen "
        "vollan gård gard garden holm holmen hus mark strand set sett sæter seter ås åsen eid eide fjord fjell brekke "
        "brekken hagen stuen stua løkken løkka kvern hammer nygård tangen nesset neset viken fossen mo tveitane kleiv"
    )
)
"""How a surname from a farm ends, beside `SURNAME_ENDS`."""
_VERBAL_ENDS = ("r", "te", "de", "dde", "a", "et", "t", "s", "i", "st")
"""How what somebody does ends, also where it is written wrongly: "kari syns", "emil hylta"."""
_AFTER_A_SURNAME = words("og å som på i fra frå ved hos med har hadde er e var va født fødd f men & m til te går kom")
_ASKING = words("kem kæm kåm ka kor koffer hvem hva hvor kven kva koss kossn")
_BARRED = NOT_NAME | Word.VERB | Word.SAFE | Word.MONTH | Word.OCCUPATION | Word.ORDINARY
_SHORTEST_COMPOUND, _SHORTEST_STRANGE, _LONGEST = 6, 4, 20


def is_an_unlisted_surname(document: Document, at: int) -> bool:
    """Tell whether a sure given name in small letters stands before the word at `at`, which can only be its surname:
    two joined by a hyphen, a compound that ends as farms do, or a word that is no Norwegian one.
    """
    token, name = document.tokens[at], document.tokens[at - 1]
    is_led = is_sure_name(name) and not name.has_capital and not document.is_english
    if not is_led or token.text != token.lower or len(token.text) > _LONGEST:
        return False
    if "-" in token.text:
        return _is_double(document, token)
    if token.flags & (_BARRED | NAME) or not token.text.isalpha() or not _closes(document, at):
        return False
    if len(token.text) >= _SHORTEST_COMPOUND and token.lower.endswith(SURNAME_ENDS + _PLACE_ENDS):
        return not document.lexicon.is_headword(token.lower)
    return len(token.text) >= _SHORTEST_STRANGE and _is_strange(document, token.lower)


def _is_double(document: Document, token: Token) -> bool:
    """Tell whether both parts are words for nothing else, one of them a surname: "stokke-lie", "sæther-holm"."""
    parts = token.lower.split("-")
    if len(parts) != 2 or not all(part.isalpha() and len(part) > 1 for part in parts):
        return False
    flags = [document.flags_of(part) for part in parts]
    if any(one & (NOT_NAME | Word.SAFE | Word.VERB | Word.MONTH) for one in flags):
        return False
    return any(one & Word.SURNAME for one in flags) or all(part.endswith(_PLACE_ENDS) for part in parts)


def _is_strange(document: Document, lower: str) -> bool:
    if document.is_known(lower) or lower.endswith(_VERBAL_ENDS):
        return False
    return not (looks_like_a_typo(document, lower) or looks_like_dialect(document, lower))


def _closes(document: Document, at: int) -> bool:
    """Tell whether a sign, a new line, a verb or a small word follows."""
    follow = document.after(at)
    if follow is None or follow.opens_sentence or not follow.is_word:
        return True
    if "\n" in document.text[document.tokens[at].end : follow.start]:
        return True
    return bool(follow.flags & Word.VERB) or follow.lower in _AFTER_A_SURNAME


def ends_a_line(document: Document, at: int) -> bool:
    """Tell whether the letter at `at` is the last thing on its line or in the text: "gjelder sindre a". Dialect ends a
    question with "e": "kem emma e".
    """
    follow, letter = document.after(at), document.tokens[at]
    if letter.text == "e" and not document.words.isdisjoint(_ASKING):
        return False
    return follow is None or "\n" in document.text[letter.end : follow.start]


def is_born(document: Document, letter: Token) -> bool:
    """Tell whether "f." and a number tell when somebody was born, so that the letter is no initial."""
    return letter.text == "f" and document.text[letter.end + 1 : letter.end + 3].strip()[:1].isdigit()
