"""Tells whether a word before a name asks somebody to do something: "Ring Siv", "bruk Snorre som". Holds no names."""

from bot.anonymise.document import Document
from bot.anonymise.name_slot import is_sure_name
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

_NAME = Word.FIRST | Word.SURNAME
_ASKS_TO = words("be ber ba bad bedt bedd bede få får fikk fått la lar lot latt hjelpe hjelper hjalp hjulpet så sett")
_PRESENT = ("er", "r")


def is_an_order(document: Document, at: int) -> bool:
    """Tell whether the word is the stem of a verb and a sure name stands right after it. A given name that is a word
    ("Stig Arne") orders nobody, nor does what a finite verb follows: "Styrk Emil slo i dag" tells of one person.
    """
    token, name = document.tokens[at], document.after(at)
    if name is None or name.opens_sentence or not is_sure_name(name) or token.flags & Word.AMBIGUOUS:
        return False
    if any(document.flags_of(token.lower + ending) & Word.VERB for ending in _PRESENT):
        return True
    if token.has_capital and _tells_of_it(document, at + 2):
        return False
    return not token.flags & _NAME and document.lexicon.is_headword(token.lower + "e")


def is_asked_to(document: Document, at: int) -> bool:
    """Tell whether the word is what a relative is asked or allowed to do: "bedt mor slette"."""
    token, who, verb, after = document.tokens[at], document.before(at), document.before(at, 2), document.after(at)
    if who is None or verb is None or verb.lower not in _ASKS_TO or not who.flags & Word.KIN:
        return False
    ends = after is None or not after.is_word
    return ends and not token.has_capital and token.lower.endswith("e") and bool(token.flags & Word.ORDINARY)


def _tells_of_it(document: Document, at: int) -> bool:
    """Tell whether a verb stands there that is no infinitive: "slo", but not "sove" in "La Emil sove"."""
    verb = document.tokens[at] if at < len(document.tokens) else None
    return verb is not None and bool(verb.flags & Word.VERB) and not document.flags_of(verb.lower + "r") & Word.VERB
