"""Weighs whether a word that could be a name is one here: what stands before and after it. Knows no lists of its own."""

import re

from bot.anonymise.document import Document, Token
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

_OPENERS = words(
    "at når fordi hvis om da mens og men som for så , ( : - – • ; dersom viss ettersom siden etter_at "
    "hvor der eller enn"
)
_ARTICLES = words("ho hu han hun hainn hannj n 'n a")
_POSSESSIVE = words("sin sitt sine si sie")
_GREETINGS = words("hilsen helsing mvh vh hei heisann hallo hilsning hilsner kjære beste hilsn vhilsen venleg")
_PREPOSITIONS = words("med til fra frå hos av mot for om på ved te")
_CLOSERS = frozenset('.,;:!?)»"”(–-')
_NEVER_SMALL = words(
    "jo var van my kan en ei one men som ane bo bor la si so lo sen tale er om par su mo on det da na nor "
    "tom are anna vera mina dina sina lova villa tor tar bror del ro dag vår liv sol odd glad mai juni "
    "juli august april jul"
)
_AGE_NEXT = re.compile(r"[ ,(]{1,3}(?:på )?\d{1,2}(?: ?(?:år|mnd|\)|,))")
_WEAK_VERBS = words(
    "er e var va blir ble vert vart kan må skal vil bør får kommer ligger står går kjem gir ga hjelper "
    "virker fungerer varer tar"
)
ENOUGH = 2


def evidence(document: Document, at: int, *, seen_before: bool = False) -> int:
    """Return points for the word being a name; ENOUGH points are enough. `seen_before`: it is a name elsewhere in the text."""
    tokens = document.tokens
    token = tokens[at]
    before, after = document.before(at), document.after(at)
    if before is not None and before.text in "«\"“'":
        before = document.before(at, 2)
    points = _from_before(document, at, before, after)
    points += _from_after(document, at, after)
    if points and token.lower in _NEVER_SMALL and not token.has_capital and not seen_before:
        return points - 2
    return points


def _acts(after: Token | None) -> bool:
    return after is not None and bool(after.flags & Word.VERB)


def _is_human_act(token: Token, after: Token | None) -> bool:
    """Tell whether the verb makes a person likely: for a word that is only a surname and ordinary, "er" and "har" are too little."""
    if token.flags & Word.FIRST or not token.flags & Word.SURNAME or after is None:
        return True
    return after.lower not in _WEAK_VERBS


def _ends(after: Token | None) -> bool:
    return after is None or after.text[0] in _CLOSERS


def _from_before(document: Document, at: int, before: Token | None, after: Token | None) -> int:
    token = document.tokens[at]
    if before is None:
        return (
            0
            if not _acts(after) or (token.flags & Word.MONTH and not token.has_capital)
            else (2 if _is_human_act(token, after) else 1)
        )
    if before.lower in document.vocabulary.classes["navneord"] or before.lower in _GREETINGS:
        return 4
    if before.flags & (Word.KIN | Word.STAFF | Word.CHILD) and not before.flags & Word.FUNCTION:
        if token.has_capital:
            return 2
        if before.flags & Word.STAFF and token.flags & Word.SURNAME and not before.lower.endswith(("en", "a")):
            return 2
        return (
            2
            if _acts(after)
            or _ends(after)
            or (after is not None and after.lower in ("og", "som", "i", "på", "til", "ved"))
            else 0
        )
    if (
        before.text == ","
        and after is not None
        and after.text in ",.)"
        and (noun := document.before(at, 2)) is not None
        and noun.flags & (Word.KIN | Word.STAFF | Word.CHILD)
    ):
        return 4
    if (
        before.lower in ("til", "te", "åt")
        and (noun := document.before(at, 2)) is not None
        and noun.flags & (Word.KIN | Word.STAFF)
        and (
            _acts(after)
            or _ends(after)
            or token.has_capital
            or (after is not None and after.lower in ("og", "som", "i", "på", "ikke", "itj"))
        )
    ):
        return 4
    if before.lower in _ARTICLES:
        return 2 if (_acts(after) and not token.flags & Word.VERB) or token.has_capital else (1 if _ends(after) else 0)
    if (
        _acts(after)
        and not (token.flags & Word.MONTH and not token.has_capital)
        and (token.opens_sentence or before.lower in _OPENERS)
    ):
        return 2 if _is_human_act(token, after) else 1
    if before.lower in _PREPOSITIONS and (
        _ends(after) or (after is not None and after.lower in ("og", "om", "i", "på", "sin", "si"))
    ):
        return 1
    return 0


def _from_after(document: Document, at: int, after: Token | None) -> int:
    token = document.tokens[at]
    if after is None:
        return 0
    if (
        token.lower.endswith("s")
        and len(token.text) > 3
        and after.flags & (Word.KIN | Word.CHILD | Word.STAFF)
        and not token.flags & (Word.STAFF | Word.CHILD | Word.KIN | Word.FUNCTION)
    ):
        return 2
    if after.lower in _POSSESSIVE:
        second = document.after(at, 2)
        return 2 if second is not None and second.is_word else 0
    if _AGE_NEXT.match(document.text, token.end):
        return 2
    if after.lower in ("og", "eller", "&", "/"):
        second = document.after(at, 2)
        if second is not None and is_sure_name(document, second):
            return 4
        if (
            second is not None
            and token.has_capital
            and second.has_capital
            and second.flags & (Word.FIRST | Word.SURNAME)
        ):
            return 2
    before, earlier = document.before(at), document.before(at, 2)
    if (
        before is not None
        and earlier is not None
        and before.lower in ("og", "eller", "&", "/", ",")
        and is_sure_name(document, earlier)
    ):
        return 4 if token.has_capital or before.lower != "," else 1
    if (
        after.has_capital
        and after.start == token.end + 1
        and after.flags & (Word.SURNAME | Word.FIRST)
        and not after.flags & Word.SAFE
    ):
        return 2 if token.has_capital or is_sure_name(document, after) else 0
    if (
        after.text == ","
        and token.has_capital
        and (second := document.after(at, 2)) is not None
        and is_sure_name(document, second)
    ):
        return 2
    return 0


def is_sure_name(document: Document, token: Token) -> bool:
    """Tell whether the word is a name whatever stands around it."""
    flags = token.flags
    return bool(flags & Word.FIRST) and not flags & (Word.AMBIGUOUS | Word.ORDINARY | Word.SAFE | Word.FUNCTION)


def is_one_edit_from(word: str, other: str) -> bool:
    """Tell whether one inserted, missing, wrong or swapped letter turns one word into the other."""
    if word == other or abs(len(word) - len(other)) > 1:
        return word == other
    if len(word) > len(other):
        word, other = other, word
    at = 0
    while at < len(word) and word[at] == other[at]:
        at += 1
    if len(word) == len(other):
        return word[at + 1 :] == other[at + 1 :] or (
            word[at : at + 2] == other[at : at + 2][::-1] and word[at + 2 :] == other[at + 2 :]
        )
    return word[at:] == other[at + 1 :]


_SOUNDS = (
    ("æ", "e"),
    ("æ", "a"),
    ("ø", "o"),
    ("ø", "u"),
    ("å", "o"),
    ("ei", "e"),
    ("au", "ø"),
    ("øy", "ø"),
    ("ai", "a"),
    ("nj", "n"),
    ("inn", "in"),
    ("kj", "k"),
    ("sj", "s"),
    ("ng", "nk"),
    ("y", "u"),
    ("i", "e"),
    ("e", "i"),
    ("u", "o"),
    ("v", "g"),
    ("g", "k"),
    ("b", "p"),
    ("d", "t"),
    ("aa", "å"),
    ("oe", "ø"),
    ("ae", "æ"),
    ("ll", "l"),
    ("nn", "n"),
)
_ENDS = (
    ("i", "ig"),
    ("le", "lig"),
    ("li", "lig"),
    ("eng", "ing"),
    ("enga", "inga"),
    ("an", "ene"),
    ("anj", "ene"),
    ("n", "en"),
    ("t", "et"),
    ("a", "e"),
    ("o", "a"),
    ("æ", "e"),
    ("e", ""),
    ("'n", ""),
    ("ar", "er"),
    ("som", "som"),
)


def looks_like_dialect(document: Document, lower: str) -> bool:
    """Tell whether ordinary sound changes (æ for e, -an for -ene, -i for -ig) lead to an ordinary word."""
    knows = document.lexicon.is_plain_form
    forms = [
        lower,
        *(
            lower[: -len(end)] + standard
            for end, standard in _ENDS
            if lower.endswith(end) and len(lower) > len(end) + 2
        ),
    ]
    for form in forms:
        if form != lower and knows(form):
            return True
        for sound, standard in _SOUNDS:
            if (
                sound in form
                and len(form) > 3
                and (knows(form.replace(sound, standard)) or knows(form.replace(sound, standard, 1)))
            ):
                return True
    return False


def looks_like_a_typo(document: Document, lower: str) -> bool:
    """Tell whether one edit turns the word into an ordinary word (a headword or a listed form)."""
    if len(lower) < 4 or len(lower) > 20:
        return False
    known = document.lexicon.is_headword
    letters = "abcdefghijklmnoprstuvyæøå"
    for at in range(len(lower)):
        left, right = lower[:at], lower[at + 1 :]
        if known(left + right) or (right and known(left + right[0] + lower[at] + right[1:])):
            return True
        if any(known(left + letter + right) or known(left + letter + lower[at:]) for letter in letters):
            return True
    return False
