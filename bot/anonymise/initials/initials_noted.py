"""Finds initials in small letters where notes have them: under a greeting, in the head, in brackets behind who it is,
behind a role, in a row of those present, behind "gjelder". Knows phrases, no letters.
"""

import re
from collections.abc import Iterator
from functools import reduce
from operator import or_

from bot.anonymise.finding import Hit
from bot.anonymise.initials.initials_hit import initials_hit
from bot.anonymise.initials.letters_of_roles import NOTE, small_letters_by_role
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_as_sought, sought
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_LETTERS = r"[a-zæøå](?:\.[a-zæøå]){1,2}|[a-zæøå]{1,3}"
_GREETED = re.compile(
    rf"\b(?i:mvh|hilsen|helsing|vh|hilsning|beste hilsen|med vennlig hilsen)[,.:]?(?:\n+| )({_LETTERS})\.?(?=\s*$)"
)
_LAST_LINE = re.compile(r"\n ?([bcdfghjklmnprstvwxz]{2,3}|[a-zæøå](?:\.[a-zæøå]){1,2})\.?\s*$")
"""Letters alone on the last line, which sign a note."""
_IN_BRACKETS = re.compile(
    r"\b(?:jeg|eg|æ|han|hun|ho|gutten|guten|jenta|eleven|barnet|ungen|læreren|læraren|assistenten|mor|far|mora|"
    r"faren|rektor|"
    rf"pasienten|brukeren|undertegnede|vikaren) \(({_LETTERS})\.?\)",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?i:til stede|tilstede|deltakere|deltakarar|møtt|møtte|oppmøtt|referent|ref|fravær|forfall): ?"
    r"((?:[a-zæøå]{2,14}(?:, ?| og )){1,9}[a-zæøå]{2,14})(?=[.;\n]|$)"
)
"""A row of letters behind who was there, roles among them: "til stede: lm, ob, rektor"."""
_ABOUT = re.compile(
    r"\b(?i:gjelder|gjeld|ang\.?|angående|vedr\.?|vedrørende)[: ] ?([a-zæøå]{2,3})(?=[.,;!?\n]|$| (?:født|fødd|"
    r"\d|som går))"
)
_TIED = re.compile(r"\b(?:til|te|med|for|om|hos|av|fra|frå) ([a-zæøå]-[a-zæøå])(?= [a-zæøå]|[.,!?\n]|$)")
"""Two letters of a double name: "saken til t-m er"."""
_HEADS_A_NOTE = re.compile(
    rf"(?:^|\n)(?:[a-zæøå]{{2,15}}[.,:]? ){{0,2}}{NOTE} ?(?:v/|/) ?([a-zæøå]{{2,3}})(?=[:.\n]|$)"
)
"""Whoever wrote it, in the head of a note: "notat / tlj: mor ringte"."""
_LONGEST = 4
_NO_VOWEL = re.compile(r"[bcdfghjklmnprstvwxz]{2,3}")
_NOT_SO = words(
    "dr hr fr mr ms frk kl tr nr st vg tlf bv pp ppt bvt kv hv sfo bup nav dps pga mtp mht ift ifm osv dvs mfl "
    "jf ok jo ja nei her "
    "der nå no "
    "alt alle noe det den de vi du deg meg seg oss et en ei ein eit to tre mat tv sms mms pc pb ps nb mv bl ca "
    "el og å i på"
)
_ROWS = (
    sought(_GREETED, "mvh", "hils", "hels", "vh"),
    sought(_LAST_LINE, "\n"),
    sought(_IN_BRACKETS, "("),
    sought(_ABOUT, "gjeld", "ang", "vedr"),
    sought(_TIED, "-"),
    sought(_HEADS_A_NOTE, "/"),
)

_NEEDS = reduce(or_, [one.needs for one in _ROWS]) | needs_as_sought(":") | Word.STAFF


@needing(_NEEDS)
def find_noted_initials(document: Document) -> Iterator[Hit]:
    """Yield initials where notes have them; whoever writes, what is a word or an office is left alone."""
    for match in document.scan_each(*_ROWS):
        if may_be_initials(document, match.group(1)):
            yield _hit(*match.span(1))
    for match in document.scan(_PRESENT, ":"):
        for one in re.finditer(r"\b[a-zæøå]{2,3}\b", match.group(1)):
            if may_be_initials(document, one.group()):
                yield _hit(match.start(1) + one.start(), match.start(1) + one.end())
    if "(" in document.words:
        yield from (_hit(*span) for span in small_letters_by_role(document))
    if document.flags & Word.STAFF:
        yield from _behind_a_role(document)


def _behind_a_role(document: Document) -> Iterator[Hit]:
    """Yield "hb" in "kontaktlærer hb er orientert"."""
    tokens = document.tokens
    if not any(1 < len(word) < _LONGEST and _NO_VOWEL.fullmatch(word) for word in document.words):
        return
    for at in range(1, len(tokens)):
        word = tokens[at].text
        if tokens[at - 1].flags & Word.STAFF and _NO_VOWEL.fullmatch(word) and may_be_initials(document, word):
            yield _hit(tokens[at].start, tokens[at].end)


_NO_INITIALS = Word.FUNCTION | Word.VERB | Word.SAFE | Word.STAFF | Word.KIN | Word.CHILD


def may_be_initials(document: Document, letters: str) -> bool:
    """Tell whether the letters are no word, no office and no abbreviation."""
    if letters in _NOT_SO:
        return False
    if len(letters) == 1 or not letters.isalpha():
        return letters not in ("i", "å")
    if _NO_VOWEL.fullmatch(letters):
        return not document.flags_of(letters) & _NO_INITIALS
    return not document.flags_of(letters) and not document.is_known(letters)


def _hit(start: int, end: int) -> Hit:
    return initials_hit(start, end, 0.6, "[initialer]")
