"""Asks about a listed name that is a word as well, in small letters, where nearly only somebody stands: "hos stein",
"ring te hammer", "lekte med sol og hauk", "jeg er bjørn, miljøterapeut", "lege mo har sagt", "om liv, halvsøsteren".

Knows phrases, no names. The rules for names have seen the words and left them.
"""

import re
from collections.abc import Iterator

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.weather import is_weather_in_a_row
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_REACH = 30
_LEADS = re.compile(
    r"(?:\bhos"
    r"|\b(?:ring|ringe|ringt|ringte|ringer|skriv|skrive|skrevet|skreve|sende|sendt|sendte|send|beskjed|mail|melding) "
    r"(?:til|te|åt)"
    r"|\b(?:lekte|leker|leke|lekt|leika|leikte|leikar|slåss|sloss|krangla|kranglet|krangler|sammen|saman|samma|snakka|"
    r"snakket|snakke|prata|pratet|prate) (?:med|me)"
    r"|\b(?:jeg|eg|æ|dette|det|d) (?:er|e)|\bhei,?) $",
    re.IGNORECASE,
)
_ONESELF = ("er ", "e ")
"""How "jeg er" ends: what stands behind must be told what it is by a comma or the end."""
_GREETED = re.compile(r"\bhei,? $", re.IGNORECASE)
_LED = words("hos til te åt med me er e hei ,")
_GOES_ON = words(
    "og å på i som da når nå no om for fra frå at har hadde er e var sa sier etter før førr igjen her ikke ikkje itj "
    "hver kvar men så vil skal kan kom"
)
_SAID_AFTER_A_TITLE = words("har hadde er var sa sier seier ringte kom kommer mener skrev skal vil og")
_TIES = words("og å")
_SIGNS = frozenset(".,;:!?)»")
_NEVER = words(
    "vår dag per jo mai juni august sommer hans anna do land ho ny no nå alt alf bra mette gift "
    "frisk sterk glad rein stor lang bred rask blid kald varm tom sann frank fri trygg snill grå vill"
)
_LISTED = Word.FIRST | Word.SURNAME
_NO_NAME = Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.NUMBER | Word.VERB | Word.MONTH | Word.SAFE
_DEFINITE = ("en", "et", "ene", "ane")
_RELATED = re.compile(
    r"(?:, | \()(?:halv|ste|lille|store|tvilling)?(?:søsteren|søstera|broren|moren|mora|faren|tanten|tanta|"
    r"onkelen|kusinen|kusina|fetteren|bestemoren|bestemora|bestefaren|kjæresten|samboeren|vennen|venninnen|"
    r"venninna)(?=,|\)| som\b)"
)
_SHORTEST = 2


_PER = words("per anna")
_TO_SOMEBODY = words("til te med me hos for av om frå fra åt")


def _small_words_at_the_end(document: Document) -> Iterator[int]:
    """Yield "per" and "anna" behind a preposition where the clause ends: as small words they go on."""
    for at in [at for at, token in enumerate(document.tokens) if token.text in _PER]:
        before, follow = document.before(at), document.after(at)
        ends = follow is None or follow.text in _SIGNS
        if ends and before is not None and before.lower in _TO_SOMEBODY:
            yield at


def small_listed(document: Document) -> Iterator[int]:
    """Yield the positions of such words."""
    if not document.flags & (Word.FIRST | Word.SURNAME):
        return
    if not _PER.isdisjoint(document.words):
        yield from _small_words_at_the_end(document)
    for at, token in enumerate(document.tokens):
        if token.flags & _LISTED and token.text == token.lower and _may_be_a_name(document, at, token):
            before = document.before(at)
            if before is None:
                continue
            is_titled = before.flags & (Word.STAFF | Word.OCCUPATION) and _has_a_title(document, at, before)
            is_related = token.flags & Word.FIRST and _RELATED.match(document.text, token.end)
            if is_titled or is_related or (before.lower in _LED and _is_led(document, at, token)):
                yield at


def _may_be_a_name(document: Document, at: int, token: Token) -> bool:
    """Tell whether the word is written small, is no small word and no noun with its article."""
    if token.flags & _NO_NAME or not token.text.isalpha() or len(token.text) < _SHORTEST:
        return False
    if token.lower in _NEVER or is_weather_in_a_row(document, at):
        return False
    return not (token.lower.endswith(_DEFINITE) and token.flags & Word.ORDINARY)


def _is_led(document: Document, at: int, token: Token) -> bool:
    """Tell whether what stands before leads to somebody, and a sign or a small word follows."""
    lead = _LEADS.search(document.text, max(0, token.start - _REACH), token.start)
    if lead is None:
        return False
    follow = document.after(at)
    if _GREETED.search(lead.group()):
        return follow is not None and follow.lower == "her"
    closes = follow is None or follow.text in _SIGNS
    if follow is not None and follow.lower in _TIES and (other := document.after(at, 2)) is not None:
        is_thing = not other.flags & (Word.FIRST | Word.SURNAME | Word.FUNCTION | Word.KIN | Word.VERB)
        if is_thing and document.is_known(other.lower):
            return False  # "lekte med stein og pinner"
    if lead.group().lower().endswith(_ONESELF):
        is_oneself = lead.group().lower().startswith(("jeg", "eg", "æ"))
        return is_oneself and bool(token.flags & Word.FIRST) and follow is not None and follow.text == ","
    return closes or (follow is not None and follow.lower in _GOES_ON)


def _has_a_title(document: Document, at: int, title: Token) -> bool:
    """Tell whether a surname stands behind a bare title and does or is something: "lege mo har sagt"."""
    token, follow = document.tokens[at], document.after(at)
    if not token.flags & Word.SURNAME or title.lower.endswith((*_DEFINITE, "a", "ere", "erne", "arar")):
        return False
    return follow is not None and follow.lower in _SAID_AFTER_A_TITLE
