"""Judges whether one word is a name: the lists first, then what stands around it, then whether it is unknown."""

import re

from bot.anonymise.names.judge_capital import is_a_pet_name, judge_capital, judge_caps
from bot.anonymise.names.judge_english import is_an_english_name, judge_english
from bot.anonymise.names.judge_small import judge_small
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.english_words import is_english_kin
from bot.anonymise.reading.fronted import is_counted, is_fronted
from bot.anonymise.reading.likeness import is_lengthened
from bot.anonymise.reading.name_search import (
    DEFINITE,
    LONG_ENOUGH,
    METHOD_TAILS,
    NAME,
    NOT_NAME,
    Judged,
    Search,
    base_of_token,
)
from bot.anonymise.reading.order import is_an_order, opens_an_order
from bot.anonymise.words.word_classes import Word

_PLAIN = Word.ORDINARY | NOT_NAME
_PET_NAME = (0.7, "Et kjælenavn med stor bokstav midt i setningen.")
_SHORTENED = ("nr", "tlf", "mld", "mob")
_NOT = tuple(mark + word for mark in ("'", "’") for word in ("tj", "kji", "kje", "kkje", "ikke", "ikkje", "itj"))
"""How Trøndelag says "ikke" at the end of a verb: "va'tj"."""
_SHORTEST_NOT = 3
_CONTRACTED = re.compile(r"(?:i|we|you|they|he|she|it|that|there|who|what)['’](?:ve|ll|re|d|m)")
"""What English shortens: "I've", "they'll"."""
_CAMEL = re.compile(r"[A-ZÆØÅ]+(?![a-zæøå])|[A-ZÆØÅ]?[a-zæøå]+")

_BEHIND_A_LETTER = (
    "vitamin", "nivå", "lag", "pille", "post", "uke", "avis", "moment", "form", "blokk", "klasse", "gruppe", "kurs",
    "test", "prøve", "menneske", "preparat", "bane", "skjorte", "genser", "boks", "lyd", "plass", "ord", "dråpe", "dur",
    "moll", "skala", "akkord", "løsning",
)  # fmt: skip
"""What one capital stands before and is nobody's: "C-vitamin", "B-laget", "E-post"."""


def judge(search: Search, at: int, token: Token) -> Judged:
    """Return (certainty, reason) when the word is a name here."""
    document = search.document
    name, flags = base_of_token(document, token)
    if _is_an_everyday_word(document, token, flags) or (
        not (document.is_english and is_an_english_name(document, token))
        and (_is_ruled_out(search, token, name, flags) or _is_led_on(document, at, token, flags))
    ):
        return _PET_NAME if flags & Word.CHILD and is_a_pet_name(document, token) else None
    if not token.has_capital and _hides_a_capital(document, token):
        return 0.7, "Et ord med stor bokstav etter en bindestrek er ofte et navn."
    if document.is_english and (verdict := judge_english(document, at, token, flags)) is not None:
        return verdict.judged
    if document.shouts or not token.has_capital:
        return judge_small(search, at, token, name, flags)
    if token.is_caps:
        return judge_caps(search, at, token, flags)
    return judge_capital(search, at, token, name, flags)


def _is_led_on(document: Document, at: int, token: Token, flags: int) -> bool:
    """Tell whether what follows shows an ordinary word: "Stig spenninga, går vi ut", "Ring Siv", "Ring hjem"."""
    if opens_an_order(document, at) or is_counted(document, at) or (token.opens_sentence and is_fronted(document, at)):
        return True
    return bool(flags & Word.ORDINARY and flags & NAME) and is_an_order(document, at)


def _is_an_everyday_word(document: Document, token: Token, flags: int) -> bool:
    """Tell whether the word is a headword in small letters that no list calls a name: most words are, so this comes
    first. No rule below makes a name of one.
    """
    if token.text != token.lower or (flags | token.flags) & (NAME | Word.AMBIGUOUS):
        return False
    return bool(token.flags & Word.ORDINARY) or document.lexicon.is_headword(token.lower)


def _hides_a_capital(document: Document, token: Token) -> bool:
    """Tell whether a small part and an unknown part with a capital are joined: "al-Gaddafi", "n'Ola"."""
    if token.text.isalpha():
        return False
    head, sign, tail = token.text.partition("-")
    if not sign:
        head, _, tail = token.text.replace("’", "'").partition("'")
    return (
        len(tail) > 2
        and tail[0].isupper()
        and tail[1:].islower()
        and len(head) <= 3
        and (not document.is_known(tail.lower()) or bool(document.flags_of(tail) & NAME))
    )


def _is_ruled_out(search: Search, token: Token, name: str, flags: int) -> bool:
    """Tell whether the lists say that it is no name: safe words, role words, inflected ordinary words."""
    document = search.document
    if (flags | token.flags) & Word.SAFE or (flags & NOT_NAME and not flags & NAME):
        return True
    if flags & Word.SAFE_IN_CAPS and token.is_caps and not document.shouts:
        return True
    if not flags and is_english_kin(document, token.lower):
        return True
    is_a_form = token.lower != name
    if is_a_form and (token.flags & Word.FUNCTION or (token.flags & _PLAIN and not token.has_capital)):
        return True
    if token.lower.endswith("s") and document.flags_of(token.lower[:-1]) & Word.SAFE and not flags & NAME:
        return True
    return (
        _is_no_name_by_its_form(search, token)
        or (token.text != token.lower and _is_a_made_word(document, token))
        or ("-" in token.text and _is_a_method(document, token, name, flags))
    )


def _is_no_name_by_its_form(search: Search, token: Token) -> bool:
    """Tell whether the word is the short form of a number ("Saksnr", "vakttlf") or an ordinary one made longer."""
    document, lower = search.document, token.lower
    if "-" in lower and _is_said_twice(document, lower):
        return True
    if (lower.endswith(_NOT) and len(lower) > _SHORTEST_NOT) or (
        lower[0] in "iwythes" and _CONTRACTED.fullmatch(lower)
    ):
        return True
    if lower.endswith(_SHORTENED) and len(lower) > LONG_ENOUGH:
        tail = 2 if lower.endswith("nr") else 3
        if document.is_known(lower[:-tail]):
            return True
    return is_lengthened(document, lower)


def _is_said_twice(document: Document, lower: str) -> bool:
    """Tell whether a word that is no name is tied to itself, as toys and brands are: "Plus-Plus"."""
    head, _, tail = lower.partition("-")
    return head == tail and not document.flags_of(head) & NAME


def _is_a_made_word(document: Document, token: Token) -> bool:
    """Tell whether capitals inside a word show a product or an abbreviation: "DigiHelsestasjon", "PCen"."""
    if token.text[1:].islower() or token.text.isupper():
        return False
    parts = _CAMEL.findall(token.text)
    if len(parts) < 2 or "".join(parts) != token.text:
        return False
    if len(parts) == 2 and parts[0].isupper() and len(parts[0]) > 1:
        return bool(document.flags_of(parts[0]) & Word.SAFE) and parts[1] in (*DEFINITE, "er", "s")
    return (
        len(parts[-1]) > LONG_ENOUGH
        and document.lexicon.knows(parts[-1].lower())
        and not any(document.flags_of(part) & NAME for part in parts)
    )


def _is_a_method(document: Document, token: Token, name: str, flags: int) -> bool:
    """Tell whether a word with a hyphen is a method, a test or a technical word: "Wechsler-testen", "ICD-kontroll"."""
    if token.text.split("-")[0].isupper() and len(name) < LONG_ENOUGH:
        return True
    tail = token.text.rsplit("-", 1)[1]
    if not flags & Word.FIRST and tail in METHOD_TAILS:
        return True
    return _is_a_technical_compound(document, token, flags)


def _is_a_technical_compound(document: Document, token: Token, flags: int) -> bool:
    """Tell whether capitals or a code stand before an ordinary word, or one capital before what has
    letters: "ICD-kontroll", "MYH7-mutasjon", "C-vitamin"; a case named by initials ("KLM-saken") is none.
    """
    first, _, tail = token.text.partition("-")
    if not tail or not first.isupper() or flags & NAME or document.flags_of(first) & NAME:
        return False
    if len(first) == 1:
        return tail.startswith(_BEHIND_A_LETTER)
    return tail.islower() and not tail.startswith("sak") and document.is_known(tail)
