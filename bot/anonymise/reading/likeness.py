"""Tells whether an unknown word is only a misspelt or dialect form of an ordinary one. Knows letters, no names."""

import re
from collections.abc import Callable
from functools import wraps

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.words.word_classes import Word


def once_for_each_text(ask: Callable[[Document, str], bool]) -> Callable[[Document, str], bool]:
    """Remember for one text, both ways it is read, what is asked of a word and the lists alone."""
    name = ask.__name__

    @wraps(ask)
    def asked(document: Document, lower: str) -> bool:
        answer = document.answers.get((name, lower))
        if answer is None:
            answer = document.answers[name, lower] = ask(document, lower)
        return answer

    return asked


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


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((old, new) for old, _, new in (pair.partition(">") for pair in text.split()))


_SOUNDS = _pairs(
    "æ>e æ>a ø>o ø>u å>o ei>e au>ø øy>ø ai>a nj>n inn>in kj>k sj>s ng>nk y>u i>e e>i u>o v>g g>k b>p d>t aa>å oe>ø "
    "ae>æ ainn>and ainn>ann ånn>and ånn>ann onn>ond unn>und inn>ind ll>l nn>n rr>r mm>m kk>k ong>ung"
)
_ENDS = _pairs(
    "i>ig le>lig li>lig eng>ing enga>inga an>ene anj>ene n>en t>et a>e o>a æ>e e> 'n> ar>er å>e å>a ån>en an>er "
    "man>mer atia>etida atia>etiden"
)


_LONG = 8
_LONGEST_LISTED = 20
_SHORTEST_SWAPPED = 5
_LETTERS = "abcdefghijklmnoprstuvyæøå"
_COMPOUND_SOUNDS = _pairs("æ>e ainn>and ainn>ann ånn>and")
_LENGTHENED = re.compile(r"(\w)\1{2,40}")
_NAMES = Word.FIRST | Word.SURNAME


@once_for_each_text
def looks_like_dialect(document: Document, lower: str) -> bool:
    """Tell whether ordinary sound changes (æ for e, -an for -ene, -i for -ig) lead to an ordinary word."""
    knows = document.lexicon.is_plain_form
    ended = [lower[: -len(end)] + new for end, new in _ENDS if lower.endswith(end) and len(lower) > len(end) + 2]
    if any(knows(form) for form in ended):
        return True
    sounded = ((form, old, new) for form in (lower, *ended) if len(form) > 3 for old, new in _SOUNDS if old in form)
    if any(knows(form.replace(old, new)) or knows(form.replace(old, new, 1)) for form, old, new in sounded):
        return True
    return len(lower) >= _LONG and _is_a_compound_in_dialect(document, lower)


def _is_a_compound_in_dialect(document: Document, lower: str) -> bool:
    """Tell whether a long word is a compound with the sounds of speech: "knækkbrød", "hjæmmeundervisning"."""
    knows = document.lexicon.knows
    return any(knows(lower.replace(old, new)) for old, new in _COMPOUND_SOUNDS if old in lower)


@once_for_each_text
def is_a_name_mistyped(document: Document, lower: str) -> bool:
    """Tell whether an unlisted word is a listed name with one letter twice, or two letters in the wrong order:
    "fridda", "emmma", "kritsian". Nearly no other word is.
    """
    if len(lower) > _LONGEST_LISTED:
        return False
    pairs = [at for at in range(1, len(lower)) if lower[at] == lower[at - 1]]
    if any(_is_plainly_a_given_name(document, lower[:at] + lower[at + 1 :]) for at in pairs):
        return True
    if len(lower) < _SHORTEST_SWAPPED or lower in document.vocabulary.english or document.lexicon.is_plain_form(lower):
        return False
    turns = (lower[:at] + lower[at + 1] + lower[at] + lower[at + 2 :] for at in range(len(lower) - 1))
    return any(_is_plainly_a_given_name(document, turned) for turned in turns if turned != lower)


def is_one_edit_from_a_name(document: Document, lower: str) -> bool:
    """Tell whether one letter put in or changed makes a listed name of the word, too: "anreas", "mathirs", "turd". Many
    words are near a rare name, so this alone shows nothing.
    """
    if not _SHORTEST_HEAD <= len(lower) <= _LONGEST_LISTED or document.lexicon.is_headword(lower):
        return False
    if is_a_name_mistyped(document, lower):
        return True
    return any(
        _is_plainly_a_given_name(document, lower[:at] + letter + rest)
        for at in range(1, len(lower) + 1)
        for letter in _LETTERS
        for rest in (lower[at:], lower[at + 1 :])
    )


def _is_plainly_a_given_name(document: Document, lower: str) -> bool:
    flags = document.flags_of(lower)
    return bool(flags & Word.FIRST) and not flags & (Word.AMBIGUOUS | Word.ORDINARY)


def is_lengthened(document: Document, lower: str) -> bool:
    """Tell whether a letter three times or more makes an ordinary word longer: "neeeei", "heeelt", "sååå"."""
    if _LENGTHENED.search(lower) is None:
        return False
    single, double = _LENGTHENED.sub(r"\1", lower), _LENGTHENED.sub(r"\1\1", lower)
    return any(document.is_known(form) and not document.flags_of(form) & _NAMES for form in (single, double))


@once_for_each_text
def looks_like_a_typo(document: Document, lower: str) -> bool:
    """Tell whether one edit turns the word into an ordinary word (a headword or a listed form)."""
    if len(lower) < 4 or len(lower) > 20:
        return False
    for at in range(len(lower)):
        left, rest, right = lower[:at], lower[at:], lower[at + 1 :]
        forms = [
            left + right,
            *[left + letter + right for letter in _LETTERS],
            *[left + letter + rest for letter in _LETTERS],
        ]
        if right:
            forms.append(left + right[0] + lower[at] + right[1:])
        if document.lexicon.holds_any(forms):
            return True
    return False


_VOWELS = re.compile("[aeiouyæøåéü]")
_SHORTEST_HEAD, _LONGEST_REST = 4, 4


def is_a_verb_cut_off(document: Document, token: Token) -> bool:
    """Tell whether a full stop cuts a verb off and the sentence goes on: "mor inform. pr tlf", "elev observ. i dag"."""
    lower = token.lower
    goes_on = (
        document.text[token.end : token.end + 2] == ". " and document.text[token.end + 2 : token.end + 3].islower()
    )
    return goes_on and not token.flags and len(lower) >= _SHORTEST_HEAD and document.lexicon.is_headword(lower + "ere")


def is_shortened(document: Document, token: Token) -> bool:
    """Tell whether a full stop cuts a compound off before a vowel: "skolehelsetj.", "helsespl.", "overfl."."""
    lower = token.lower
    if document.text[token.end : token.end + 1] != "." or not lower.isalpha() or len(lower) > _LONGEST_LISTED:
        return False
    if lower.endswith("avd"):
        return False  # the name of a ward: "lilleavd."
    for rest in range(1, _LONGEST_REST + 1):
        head = lower[:-rest]
        if len(head) < _SHORTEST_HEAD or _VOWELS.search(lower[-rest:]):
            return False
        if rest > 1 and document.lexicon.knows(head):
            return True
    return False


_LETTERS_FROM_AFAR = frozenset("ăắằẵẳặầấẩẫậạảếềểễệẹẻẽịỉĩọỏồốổỗộơớờởỡợụủũưứừửữựỳỵỷỹğşıłśźżćąęőűřěůňťďľșțāēīūķļņģėįųþð")


def is_written_from_afar(word: str) -> bool:
    """Tell whether the word has a letter that neither Norwegian, Sámi nor the loanwords of everyday texts are written
    with: "trần", "çağla", "łucja"."""
    return not _LETTERS_FROM_AFAR.isdisjoint(word)
