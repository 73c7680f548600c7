"""Tells whether a word asks somebody to do something: "Ring Siv", "bruk Snorre som", "Ring hjem". Holds no names."""

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.name_slot import is_sure_name
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_NAME = Word.FIRST | Word.SURNAME
_ASKS_TO = words("be ber ba bad bedt bedd bede få får fikk fått la lar lot latt hjelpe hjelper hjalp hjulpet så sett")
_ROLES = Word.KIN | Word.CHILD | Word.STAFF | Word.SAFE
_PRESENT = ("er", "r")
_NO_OBJECTS = words(
    "og å eller samt er e var har hadde ble blir vart vert kan vil skal må bør får fikk ikke ikkje itj sin si sitt "
    "sine som alltid aldri ofte også bare jo nå no da fortsatt syk sjuk borte redd lei trist sint sliten trøtt"
)
"""What stands behind somebody's name, and behind no word that asks for something."""
_OBJECTS = words(
    "en ei et ein eit ut opp inn ned fram frem tilbake hjem heim noen nokon noe noko hva hvem hvor ham han henne "
    "det den dem dere oss meg deg alle faste gode trygge tid ro rom roen"
)
"""What a word asks for that is a given name as well: "Finn en trygg voksen", "Stig ned"."""
_ENDS_CLAUSE = words(", . ; : ( hvis før når at som om fordi så hva hvem hvor hvordan og")
_LONGEST_CLAUSE = 20
_SHORTEST_NUMBER = 3
"""Of a telephone: "Ring 112". A shorter one is an age."""


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


def opens_an_order(document: Document, at: int) -> bool:
    """Tell whether a sentence begins with the stem of a verb and holds no other verb that could be its own: "Ring
    barnevernet i dag", "Finn en trygg voksen".
    """
    token, follow = document.tokens[at], document.after(at)
    if (
        not (token.has_capital and (token.opens_sentence or _opens_a_point(document, at)))
        or token.is_caps
        or document.is_english
    ):
        return False
    if follow is None or follow.opens_sentence or not _is_a_stem(document, token):
        return False
    return _may_be_asked_for(token, follow) and not _has_a_verb(document, at + 1)


def _opens_a_point(document: Document, at: int) -> bool:
    """Tell whether a number and a bracket stand before the word: "2) Avslutt før det går galt"."""
    sign, number = document.before(at), document.before(at, 2)
    return sign is not None and number is not None and sign.text == ")" and number.text.isdigit()


def _may_be_asked_for(token: Token, follow: Token) -> bool:
    """Tell whether what follows can be what is asked for: behind a given name only a few words, behind others all that
    does not tell of somebody.
    """
    if token.flags & Word.FIRST:
        return follow.lower in _OBJECTS
    if not follow.is_word:
        return follow.text.isdigit() and len(follow.text) >= _SHORTEST_NUMBER
    if follow.has_capital and not follow.flags & Word.SAFE:
        return False
    if token.flags & Word.SURNAME and follow.lower[-1] in "rs" and not follow.flags & _ROLES:
        return False  # "Strøm redegjør"
    return follow.lower not in _NO_OBJECTS


def _is_a_stem(document: Document, token: Token) -> bool:
    lower = token.lower
    if not document.lexicon.is_headword(lower):  # as most are that are no noun as well: "Avslutt før"
        return not token.flags and document.lexicon.is_headword(lower + "e")
    present = any(document.flags_of(lower + ending) & Word.VERB for ending in _PRESENT)
    return present or document.lexicon.is_headword(lower + "e") or document.lexicon.is_headword(lower + lower[-1] + "e")


def _has_a_verb(document: Document, at: int) -> bool:
    """Tell whether a verb stands in the clause that goes on there, other than behind "å"."""
    for place in range(at, min(at + _LONGEST_CLAUSE, len(document.tokens))):
        token = document.tokens[place]
        if token.opens_sentence or token.lower in _ENDS_CLAUSE:
            return False
        if token.flags & Word.VERB and document.tokens[place - 1].lower != "å":
            return True
    return False


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
