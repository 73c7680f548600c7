"""Tells who surely is a child: "Emma (8)", "Emma går i 4b", "Emma, født 2016", "eleven Emma", "mor til Emma". Whoever
else is only said to cry or to be afraid beside such a child may be anybody. Knows phrases, no names.
"""

import re

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.english_words import is_english_kin
from bot.anonymise.reading.needs import A_CAPITAL_ALONE, A_CAPITAL_INSIDE
from bot.anonymise.replacing.name_bearer import is_many, role_flags
from bot.anonymise.words.number_patterns import FIRST_TO_TENTH, TWO_TO_SEVENTEEN
from bot.anonymise.words.small_words import ITS_OWN, OF
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_REACH = 60
_NOT_SURE = words("pasient pasienten bruker brukeren søker søkeren klient klienten innmelder medelev medeleven")
"""Grown-ups are these as well, and what a fellow pupil did is another's doing."""
_THE_CHILD = words("gutten guten jenta jenten eleven barnet ungen babyen ungdommen")
_LONGEST_LETTERS = 3
"""As "KSM": a child's initials."""
_BRINGS_UP = words(
    "alenemor alenefar aleinemor aleinefar besteforeldre besteforeldrene besteforeldra mormor mormora mormoren farmor "
    "farmora farmoren morfar morfaren farfar farfaren bestemor bestemora bestemoren bestefar bestefaren "
    "kontaktlærer kontaktlæreren"
)
"""Who belongs to a child, beside the parents themselves."""
_NO_CHILDS = words("svigermor svigerfar")
_BORN_TOGETHER = words("tvillingene tvillingane tvillingan trillingene trillingane tvillinger tvillingar søsknene")
_ENGLISH_CHILD = words("boy girl child pupil student")
_LONGEST_NAMING = 8
_CLOSES_ASIDE = frozenset(",.)!?;:–-")
_YEARS = rf"(?:1[0-7]|[1-9]|ett|{TWO_TO_SEVENTEEN})"
_NO_AGE = r"(?! (?:på|i|som|siden|sidan|etter|før|med|ved|til|uten|her|hos|igjen|sammen)\b)"
"""What shows that years are how long something lasts: "er to år i stillingen"."""
_SURE_AFTER = re.compile(
    r" ?\((?:1[0-7]|[1-9])(?: ?(?:år|mnd))? ?[),;/]|"
    rf",? \(?(?:(?:er|e|var|blir|snart|nå|no|på|is|aged) ){{0,2}}{_YEARS} ?(?:og et halvt )?"
    rf"(?:år(?: gammel| gamal)?\b{_NO_AGE}|åring|years? old)|"
    r",? (?:er|e|is) (?:1[0-7]|[2-9]|elleve|tolv|tretten|fjorten|femten|seksten|sytten)(?: og |[.,;!?)]|$)|"
    r",? \(?(?:(?:er|e|ble|blei|var|is) )?(?:f\.?|født|fødd|born)(?: (?:i|den|år|in))? ?"
    r"(?:(?:\d{1,2}\.\d{1,2}\.)?20(?:0[5-9]|[1-9]\d)|\d{1,2}\.\d{1,2}\.(?:0[5-9]|[12]\d))\b|"
    r",? \(?(?:som )?(?:(?:går|gjekk|gikk|begynte|starta|skal) )?(?:i|fra|frå|in) "
    r"(?:(?:year|grade|class) \d|\d{1,2}\.? ?(?:[a-h]\b|klasse)|vg\d)|"
    r",? (?:som )?(?:går|gjekk|gikk|begynte|starta) (?:på|i) "
    rf"(?:\d{{1,2}}\. ?trinn|(?:{FIRST_TO_TENTH}|fyrste)\b)|"
    r",? ?\(?\d{1,2}\.? ?(?:[a-h]\b|klasse)|"
    r" ?[(,] ?(?:eleven?|barnet|gutt|gutten|jente|jenta|guten)\b(?! (?:min|mi|hans|hennes|vår|til)\b)|"
    r" (?:er|e|var) (?:(?:(?:en|ei|ein) )?(?:elev|gutt|jente)|(?:den (?:eneste|einaste|nye|yngste|eldste|minste) )?"
    r"(?:eleven|barnet|gutten|guten|jenta|jenten))(?=[.,;!?)]| (?:som|i|på|med|hos)\b|$)"
)


def is_surely_a_child_here(document: Document, first: int, last: int) -> bool:
    """Tell whether the words right around leave no doubt: an age, a class, "eleven", a parent."""
    if _is_sure_after(document, document.tokens[last]):
        return True
    if _has_a_parent(document, last) or _is_a_parents(document, first):
        return True
    return is_called_a_child(document, first, last, surely=True)


def tells_of_an_unnamed_child(document: Document) -> bool:
    """Tell whether the text calls somebody "jenta" or "eleven", or says how old "en gutt" or "J.H." is."""
    if document.words & _THE_CHILD:
        return True
    if document.lacks(Word.CHILD | A_CAPITAL_ALONE | A_CAPITAL_INSIDE):
        return False
    return any(
        _is_sure_after(document, token)
        for token in document.tokens
        if (token.flags & Word.CHILD and token.lower not in _NOT_SURE)
        or (token.is_word and len(token.text) <= _LONGEST_LETTERS and token.text.isupper())
    )


def _is_sure_after(document: Document, token: Token) -> bool:
    end = token.end + (document.text[token.end : token.end + 1] == "." and len(token.text) == 1)
    return _SURE_AFTER.match(document.lower[end : end + _REACH]) is not None


def heads_a_row(document: Document, first: int) -> bool:
    """Tell whether a word for several children stands before, so that every name of the row is a child's."""
    head = document.before(first)
    if head is not None and head.lower in _BORN_TOGETHER:
        return True
    return head is not None and bool(head.flags & Word.CHILD) and is_many(document, head)


def is_called_a_child(document: Document, first: int, last: int, *, surely: bool = False) -> bool:
    """Tell whether a word for a child stands before: "eleven Emma", "gutten, Emil,", "jenta heter Emma". "Pasienten"
    and "medeleven" are left out with `surely`.
    """
    before, second = document.before(first), document.before(first, 2)
    if before is None:
        return False
    role: Token | None = before
    if before.text in ",(:":
        role = second if before.text != "," or _is_closed(document, last) else None
    if role is not None and _says_child(document, role, surely=surely):
        return True
    if before.lower not in document.vocabulary.classes["navneord"]:
        return False
    for step in range(2, _LONGEST_NAMING):
        token = document.before(first, step)
        if token is None or token.flags & (Word.KIN | Word.STAFF):
            return False
        if token.flags & Word.CHILD or token.opens_sentence:
            return _says_child(document, token, surely=surely)
    return False


def _says_child(document: Document, token: Token, *, surely: bool) -> bool:
    if surely and token.lower in _NOT_SURE:
        return False
    return bool(role_flags(document, token) & Word.CHILD) or (document.is_english and token.lower in _ENGLISH_CHILD)


def _is_closed(document: Document, last: int) -> bool:
    after = document.after(last)
    return after is None or after.text in _CLOSES_ASIDE or after.opens_sentence


def _is_a_parents(document: Document, first: int) -> bool:
    """Tell whether "mor til" stands before."""
    link, noun = document.before(first), document.before(first, 2)
    return link is not None and noun is not None and link.lower in OF and _is_a_parent(noun)


def _has_a_parent(document: Document, last: int) -> bool:
    """Tell whether "Emmas mor" or "Emma sin far" is said."""
    owner, noun = document.tokens[last], document.after(last)
    if noun is not None and (noun.lower in ITS_OWN or noun.text in "'’"):
        noun = document.after(last, 2)
    elif owner.lower[-1] != "s":
        return False
    return noun is not None and (_is_a_parent(noun) or is_english_kin(document, noun.lower))


def _is_a_parent(noun: Token) -> bool:
    return (bool(noun.flags & Word.PARENT) and noun.lower not in _NO_CHILDS) or noun.lower in _BRINGS_UP
