"""Tells what belongs to a given name that is written in small letters: the surname no list holds ("kari oterholm",
"rakel stokke-lie") and the one letter that ends a line ("sindre a"). Holds no names.
"""

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.likeness import looks_like_a_typo, looks_like_dialect
from bot.anonymise.reading.name_search import FARM_ENDS, NAME, NOT_NAME, SURNAME_ENDS
from bot.anonymise.reading.name_slot import is_sure_name
from bot.anonymise.words.small_words import SIGNS_OFF
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_ENDS = SURNAME_ENDS + FARM_ENDS
_OF_WORDS = ("ran", "by", "em", "ved", "mark", "hus", "mo", "sand", "set", "skog", "strand", "hammer", "anger")
"""Such ends as everyday words have too: "foran"."""
_VERBAL_ENDS = ("r", "te", "de", "dde", "a", "et", "t", "s", "i", "st")
"""How what somebody does ends, also where it is written wrongly: "kari syns", "emil hylta"."""
_AFTER_A_SURNAME = words(
    "og å som på i fra frå ved hos med har hadde er e var va født fødd f men & m til te går kom no nå igjen ikke ikkje"
)
_ASKING = words("kem kæm kåm ka kor koffer hvem hva hvor kven kva koss kossn")
_BARRED = NOT_NAME | Word.VERB | Word.SAFE | Word.MONTH | Word.OCCUPATION | Word.ORDINARY
_SPOKEN_TIES = words("elle ell hell heller")
"""How "eller" is said."""
_EVERYDAY = (
    *(
        "skole",
        "skule",
        "barne",
        "barn",
        "ungdom",
        "elev",
        "klasse",
        "familie",
        "foreldre",
        "gate",
        "nett",
        "hjemme",
        "lek",
    ),
    *("voks", "vaks", "kvinne", "trussel", "seksual", "rus", "mobbe", "vold", "nærmiljø", "hverdag", "kvardag"),
)
"""What a compound begins with that looks like a farm and is none: "s. skolevold"."""
_ALSO_WORDS = words("rø bie bratt nordmann mo li bø ås øy ek")
"""Surnames that are words and that no list has."""
_BEFORE_SOMEBODY = words("til fra frå med hos av om for ring ringte ringt spør møtte møter og samt")
"""What stands before somebody who is told by a letter and a surname."""
_GREETS = SIGNS_OFF | {"hs"}
_TWO = 2
_SHORTEST_COMPOUND, _SHORTEST_STRANGE, _LONGEST = 6, 4, 20


def is_an_unlisted_surname(document: Document, at: int) -> bool:
    """Tell whether a sure given name in small letters stands before the word at `at`, which can only be its surname:
    two joined by a hyphen, a compound that ends as farms do, or a word that is no Norwegian one.
    """
    token = document.tokens[at]
    is_small = token.text == token.lower and len(token.text) <= _LONGEST and token.lower not in _SPOKEN_TIES
    if document.is_english or not is_small or not _is_led(document, at):
        return False
    if token.lower in _ALSO_WORDS or _is_felt_for_and_laughs(document, at) or _is_on_a_list(document, at):
        return True
    if token.flags & Word.SURNAME:
        return _is_one_of_two(document, at)
    if "-" in token.text:
        return _is_double(document, token)
    if len(token.text) == _TWO:
        return _is_two_strange_letters(document, at, token)
    is_barred = token.flags & (_BARRED | NAME) or not token.text.isalpha() or not _closes(document, at)
    return not is_barred and is_a_farm_or_strange(document, at, token)


def _is_felt_for_and_laughs(document: Document, at: int) -> bool:
    """Tell whether what looks like a verb ends the sentence behind somebody who is worried about: "bekymret for amani
    lo." has its verb already."""
    token, link, feeling = document.tokens[at], document.before(at, 2), document.before(at, 3)
    if link is None or feeling is None or not is_before_a_sign(document, at):
        return False
    is_worried = link.lower in ("for", "før", "førr") and feeling.lower in _WORRIED
    return is_worried and len(token.text) <= _LONGEST_VERB and bool(token.flags & Word.VERB)


_WORRIED = words("bekymret bekymra bekymring bekymringa bekymringen urolig uroleg uro uroa")
_LONGEST_VERB = 5


def _is_on_a_list(document: Document, at: int) -> bool:
    """Tell whether the word stands between a given name that opens a line of a list, or is among those present, and a
    service, a role or the end of it: "- beate kvisler ppt", "til stede: beate kvisler, rektor"."""
    token, opener, follow = document.tokens[at], document.before(at, 2), document.after(at)
    if opener is None or token.flags & (Word.VERB | Word.FUNCTION | NOT_NAME) or not token.text.isalpha():
        return False
    label = document.before(at, 3)
    is_listed = opener.text in ("-", "–", "•", "*") and (
        label is None or document.tokens[at - 1].opens_sentence or ("\n" in document.text[label.end : opener.start])
    )
    is_present = opener.text == ":" and label is not None and label.lower in _PRESENT
    if not (is_listed or is_present):
        return False
    ends = follow is None or follow.text in (",", ";") or "\n" in document.text[token.end : follow.start]
    return ends or bool(follow is not None and follow.flags & (Word.SAFE | Word.STAFF))


_PRESENT = words("stede tilstede deltakere deltakarar møtt møtte oppmøtt referent ref innkalt forfall fravær")


def _is_two_strange_letters(document: Document, at: int, token: Token) -> bool:
    """Tell whether two letters that are no word are a surname: "tiril oa"."""
    is_strange = token.text.isalpha() and not token.flags and not document.is_known(token.lower)
    return is_strange and is_given(document, document.tokens[at - 1]) and _closes(document, at)


def is_behind_an_initial(document: Document, at: int) -> bool:
    """Tell whether a word that ends as farms do stands behind one small letter, where somebody is told of: "sosiallærer
    l. brattland", "brev fra r. kvernmo"."""
    token, stop, letter, who = document.tokens[at], *(document.before(at, step) for step in (1, 2, 3))
    if stop is None or letter is None or stop.text != "." or len(letter.text) != 1 or letter.text in "iå":
        return False
    if not letter.text.islower() or stop.start != letter.end or token.start != stop.end + 1:
        return False
    is_farm = token.text.islower() and len(token.text) >= _SHORTEST_COMPOUND and token.lower.endswith(_ENDS)
    if not is_farm or token.flags & (_BARRED | NAME) or not token.text.isalpha():
        return False
    if document.lexicon.is_headword(token.lower) or token.lower.startswith(_EVERYDAY):
        return False
    if who is not None and (who.flags & (Word.STAFF | Word.KIN) or who.lower in _GREETS):
        return True
    follow = document.after(at)
    acts = follow is not None and bool(follow.flags & Word.VERB)
    opens = who is None or letter.opens_sentence
    return acts and letter.text not in "abcd" if opens else who is not None and who.lower in _BEFORE_SOMEBODY


def is_a_family_of_two(document: Document, at: int) -> bool:
    """Tell whether two that a hyphen joins stand behind a family or a role, one of them a surname, built as farms are
    or no word at all: "familien ahlstrøm-yeboah".
    """
    token, before = document.tokens[at], document.before(at)
    if "-" not in token.text or before is None or not token.text.islower():
        return False
    if before.lower not in _FAMILIES and not before.flags & (Word.STAFF | Word.PARENT):
        return False
    parts = token.lower.split("-")
    return _is_double(document, token) or (
        len(parts) == _TWO
        and all(len(part) >= _SHORTEST_STRANGE and part.isalpha() for part in parts)
        and not any(document.flags_of(part) & _BARRED or document.lexicon.is_headword(part) for part in parts)
        and any(_is_strange(document, part, is_free=False) for part in parts)
    )


_FAMILIES = words("familien familie fam huslyden ekteparet søsknene brødrene ungene")


def is_a_farm_or_strange(document: Document, at: int, token: Token) -> bool:
    """Tell whether the word ends as farms do, or is no Norwegian one. Before a sign what looks like a noun
    or a verb is a surname too, for neither stands bare behind a name: "underskrift iris dalbu."
    """
    lower, is_last = token.lower, is_before_a_sign(document, at)
    if len(lower) >= _SHORTEST_COMPOUND - is_last and lower.endswith(_ENDS):
        return not document.lexicon.is_headword(lower) or (is_last and not lower.endswith(_OF_WORDS))
    is_free = is_last and len(lower) >= _SHORTEST_COMPOUND
    return len(lower) >= _SHORTEST_STRANGE and _is_strange(document, lower, is_free=is_free)


def _is_led(document: Document, at: int) -> bool:
    """Tell whether a sure given name in small letters stands before, or one, an initial or a surname between."""
    name = document.tokens[at - 1]
    if is_given(document, name):
        return True
    step = 2 if name.text == "." and at > 1 and len(document.tokens[at - 2].text) == 1 else 1
    if step == 1 and not (name.flags & Word.SURNAME or name.lower.endswith(_ENDS)):
        return False
    given = document.before(at, step + 1)
    return given is not None and is_given(document, given) and given.end + 1 == document.tokens[at - step].start


def is_given(document: Document, token: Token) -> bool:
    """Tell whether it is a sure given name in small letters, or two that a hyphen joins: "anne-gro"."""
    if token.has_capital:
        return False
    if "-" not in token.text:
        return is_sure_name(token)
    return all(document.flags_of(part) & Word.FIRST for part in token.lower.split("-"))


def _is_one_of_two(document: Document, at: int) -> bool:
    """Tell whether two surnames follow a given name, and nothing that goes on with them: "isabella mørk aune har"."""
    token, beside = document.tokens[at], (document.before(at), document.after(at))
    if token.flags & _NO_SURNAME:
        return False
    if (after := beside[1]) is not None and after.flags & Word.SURNAME and not after.flags & _NO_SURNAME:
        return is_sure_name(document.tokens[at - 1]) and _closes(document, at + 1)
    before = beside[0]
    is_beside_one = before is not None and (before.flags & Word.SURNAME or before.lower.endswith(_ENDS))
    return bool(is_beside_one) and _closes(document, at)


_NO_SURNAME = NOT_NAME | Word.VERB | Word.SAFE | Word.MONTH | Word.OCCUPATION


def _is_double(document: Document, token: Token) -> bool:
    """Tell whether both parts are words for nothing else, one of them a surname: "stokke-lie", "sæther-holm"."""
    parts = token.lower.split("-")
    if len(parts) != 2 or not all(part.isalpha() and len(part) > 1 for part in parts):
        return False
    flags = [document.flags_of(part) for part in parts]
    if any(one & (NOT_NAME | Word.SAFE | Word.VERB | Word.MONTH) for one in flags):
        return False
    return (
        any(one & Word.SURNAME for one in flags)
        or any(part.endswith(FARM_ENDS) and len(part) > 4 for part in parts)
        or all(part.endswith(FARM_ENDS) for part in parts)
    )


def _is_strange(document: Document, lower: str, *, is_free: bool) -> bool:
    if is_free or document.is_known(lower) or lower.endswith(_VERBAL_ENDS):
        return is_free and not document.is_known(lower)
    return not (looks_like_a_typo(document, lower) or looks_like_dialect(document, lower))


def _closes(document: Document, at: int) -> bool:
    """Tell whether a sign, a new line, a verb or a small word follows."""
    follow = document.after(at)
    if follow is None or follow.opens_sentence or not follow.is_word:
        return True
    if "\n" in document.text[document.tokens[at].end : follow.start]:
        return True
    if follow.flags & Word.SURNAME and not follow.flags & _NO_SURNAME and at + 1 < len(document.tokens) - 1:
        return _closes(document, at + 1)  # "benedikte skjølsvold aune er"
    return bool(follow.flags & _AFTER_NAMES) or follow.lower in _AFTER_A_SURNAME


_AFTER_NAMES = Word.VERB | Word.FUNCTION | Word.SAFE | Word.STAFF


def is_before_a_sign(document: Document, at: int) -> bool:
    """Tell whether the text, the line or the clause ends right behind the word."""
    follow, end = document.after(at), document.tokens[at].end
    return (
        follow is None
        or follow.text in (",", ".", "?", "!", ";", ")", "»")
        or bool(follow.flags & (Word.SAFE | Word.STAFF) and follow.text.islower())  # "- beate kvisler ppt"
        or "\n" in document.text[end : follow.start]
    )


def ends_a_line(document: Document, at: int) -> bool:
    """Tell whether the letter at `at` is the last thing on its line or before a sign: "gjelder sindre a". Dialect
    ends a question with "e": "kem emma e".
    """
    follow, letter = document.after(at), document.tokens[at]
    if letter.text == "e" and not document.words.isdisjoint(_ASKING):
        return False
    return follow is None or follow.text in ",:;(" or "\n" in document.text[letter.end : follow.start]


def is_born(document: Document, letter: Token) -> bool:
    """Tell whether "f." and a number tell when somebody was born, so that the letter is no initial."""
    return letter.text == "f" and document.text[letter.end + 1 : letter.end + 3].strip()[:1].isdigit()
