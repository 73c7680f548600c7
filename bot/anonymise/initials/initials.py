"""Finds initials: "J.H.", "elev K", "MK slo". Common abbreviations are left alone."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import SENDER, Hit, direct
from bot.anonymise.initials.beside_letters import does, of_somebody
from bot.anonymise.initials.initials_hit import initials_hit
from bot.anonymise.initials.letters_in_slots import (
    letters_beside_a_stroke,
    letters_with_what_is_theirs,
    who_dictated,
)
from bot.anonymise.initials.single_letters import NEUTRAL, double_names, single_letters
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_CAPITAL_ALONE, needs_of, needs_one_of
from bot.anonymise.words.small_words import SIGNS_OFF, SINGLE_LETTERS
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_DOTTED = re.compile(
    r"(?<![\w.])(?:[A-ZÆØÅ]\.?-)?(?:[A-ZÆØÅ]|Aa|Th|Kj|Chr|Sv|Tr|Gr|Br|St)\. ?(?:[A-ZÆØÅ]|Aa)(?:\. ?[A-ZÆØÅ])?"
    r"(?:\.?s(?= [a-zæøå])|\.?)(?![\wæøå])"
)
_INITIAL = re.compile(r"\.(?:(?<=[A-ZÆØÅ]\.)|(?<=(?:Aa|Th|Kj|Sv|Tr|Gr|Br|St)\.)|(?<=Chr\.))")
"""The full stop of an initial: looked for by the stop, as there are few of those."""
_BOTH = re.compile(r"[A-ZÆØÅ](?<![\w.].)\. (?:og|and|&) [A-ZÆØÅ](?:\.|(?![\w.]))(?!\w)")
_BOTH_SMALL = re.compile(
    r"(?<![\w.,\-] )(?<![\w.\-])([b-df-hj-mp-tvw]) og ([b-df-hj-mp-tvw]) (?=(?:i|på|fra) \d|[a-zæøå]+)"
)
"""Two small letters tied at the start of a sentence: "s og b i 5c har"."""
_DOTTED_SMALL = re.compile(r"(?<![\w.])[a-zæøå]\.[a-zæøå]\.(?:[a-zæøå]\.)?(?!\w)")
_SIGNED = re.compile(
    r"\b(?:hilsen|helsing|mvh|vh|hils)[ ,:\n]{1,3}"
    r"([A-ZÆØÅ](?:(?:(?:\.? |-)[A-ZÆØÅ]){0,2}|\.?(?-i:[A-ZÆØÅ])|(?-i:[a-zæøå]))\.?)"
    r"(?= [A-ZÆØÅ][a-zæøå]{2,20}\b|\s*$|\n|,)",
    re.IGNORECASE,
)
"""A greeting and the letters somebody signs with: "vh K.", "hilsen K L Berg"."""
_LABELLED = re.compile(
    r"\b(?:elev|eleven|pasient|klient|barn|barnet|barnets navn|foresatte?|foreldre|forelder|søsken|bror|søster|"
    r"initial(?:er|ar|en)?|navn|namn|gjelder|gjeld)(?: er)?: ?"
    r"((?-i:[A-ZÆØÅ])\.?(?:[ \-]?(?-i:[A-ZÆØÅ])\.?){0,2})(?=[\s,;)]|$)",
    re.IGNORECASE,
)
"""Letters alone after what they stand for: "Elev: E.", "Initialer: E P", "Barn: E-L."."""
_SAID = re.compile(
    r"\b[Ii]nitial(?:er|ene|ar|ane)(?: er|,|:)? ?([A-ZÆØÅ]-[A-ZÆØÅ](?: [A-ZÆØÅ])?|(?:[a-zæøå] "
    r"){1,3}[a-hj-zæø])(?![\wæøå])"
)
"""Letters in odd forms that are said to be initials: "initialer s a n", "initialene er M-L K"."""
_LISTED = re.compile(
    r"\b(?:vedlegg(?:ene)?|punkt(?:ene)?|del(?:ene)?|alternativ(?:ene)?|gruppe(?:ne)?|plan|fase|nivå|bokstav|rom) "
    r"(?:[A-ZÆØÅ], ){0,4}$",
    re.IGNORECASE,
)
"""Letters that number things: "vedlegg A, B og C."."""
_LETTERS_NEEDED = needs_one_of(SINGLE_LETTERS)
_OWNERS = frozenset(f"{letter}{end}" for letter in SINGLE_LETTERS for end in ("s", "'s", "’s"))
_OWNERS_NEEDED = needs_one_of(_OWNERS)
_PAIR = 2
_ALPHABET = ("a b c", "x y", "x y z")
"""Letters that only show where initials are written."""
_INITIAL_AND_NAME = re.compile(r"([\wæøåÆØÅ]{2,25}),? ([A-ZÆØÅ]\. ?[A-ZÆØÅ][\wæøåé\-]{1,25})(?!\w)")
_GREETINGS = SIGNS_OFF | words("vennlig beste fra")
_SMALL_DOTS = words(
    "b.l. f.e. p.g. m.m. o.l. i.h. d.v. s.u. t.d. m.a. o.a. f.o. m.v. d.e. d.y. e.l. a.a. p.t. n.n. i.f. s.k. p.d. "
    "m.t. o.k. e.k. f.d. f.k. v.g. i.v. n.v. i.o. o.s. d.d. d.s. d.å. f.eks. m.h. f.n. p.m. a.m. e.g. i.e. p.s. "
    "p.p.s. n.b. r.i.p. o.s.v. i.f.t. f.o.m. t.o.m. p.g.a. m.t.p. i.h.t. m.a.o. a.k.a. d.v.s. u.t. u.a."
)
_KNOWN_DOTS = words(
    "F.EKS P.G.A BL.A M.M O.L D.V.S S.U I.F.T P.T N.N PGA USA U.S T.D O.S.V I.H.T M.T.P J.F E.L N.B P.S P.P.S P.O T.V "
    "R.I.P OK U.K E.G I.E"
)
_SIGNED_NEEDS = needs_of("hils", "helsing", "mvh", "vh")
_NEEDS = _SIGNED_NEEDS | needs_of("-", "/", ":", "initial")


@needing(A_CAPITAL_ALONE | _NEEDS | needs_one_of(SINGLE_LETTERS | _OWNERS | words("aa th kj chr sv tr gr br st")))
def find_initials(document: Document) -> Iterator[Hit]:
    """Yield initials."""
    if _INITIAL.search(document.text) is not None:
        yield from _with_dots(document)
    yield from _announced(document)
    if "-" in document.text:
        yield from double_names(document)
        yield from (initials_hit(start, end, 0.6, "") for start, end in letters_with_what_is_theirs(document))
    if document.holds & (_LETTERS_NEEDED | _OWNERS_NEEDED) or "Å" in document.text:
        yield from _in_small_letters(document)
        if not document.shouts:
            yield from single_letters(document, _told_letters(document))
            yield from (initials_hit(start, end, 0.6) for start, end in letters_beside_a_stroke(document))


def _announced(document: Document) -> Iterator[Hit]:
    """Yield what a greeting, a label or "initialer" announces."""
    for match in () if document.lacks(_SIGNED_NEEDS) else document.matches(_SIGNED):
        if match.group(1)[0].isupper() or _signs_in_small_letters(document, match):
            yield initials_hit(match.start(1), match.end(1), 0.7, SENDER)
    yield from (initials_hit(start, end, 0.7, SENDER) for start, end in who_dictated(document))
    for match in document.scan(_SAID, "initial"):
        if match.group(1) not in _ALPHABET:
            yield initials_hit(*match.span(1), 0.8)
    for match in document.scan(_LABELLED) if ":" in document.words else ():
        if match.group(1).strip(".") not in NEUTRAL:
            yield initials_hit(match.start(1), match.end(1), 0.75)


def _signs_in_small_letters(document: Document, match: re.Match[str]) -> bool:
    """Tell whether two small letters that are no word end a line behind a greeting: "mvh tl"."""
    letters = match.group(1)
    is_free = letters.isalpha() and len(letters) == _PAIR and not document.flags_of(letters)
    return is_free and not document.is_known(letters) and document.text[match.end() : match.end() + 1] in ("", "\n")


def _with_dots(document: Document) -> Iterator[Hit]:
    """Yield "J.H.", "A. og B." and "Hilsen K. Prøve"."""
    for match in document.matches(_DOTTED):
        letters = match.group().replace(" ", "").rstrip(".")
        if letters not in _KNOWN_DOTS or of_somebody(document, match):
            yield initials_hit(match.start(), match.end(), 0.85, "[barnets]" if letters.endswith("s") else "[barnet]")
    for match in _tied(document.text):
        yield initials_hit(match.start(), match.end(), 0.75)
    yield from _signed(document)


def _tied(text: str) -> Iterator[re.Match[str]]:
    """Yield two letters that "og" ties, but not those that number things."""
    for match in _BOTH.finditer(text):
        if not _LISTED.search(text[max(0, match.start() - 20) : match.start()]):
            yield match


def _told_letters(document: Document) -> set[str]:
    """Return the single letters that a label says are somebody, and those of "A. og B."."""
    labelled = {m.group(1) for m in document.scan(_LABELLED, ":") if len(m.group(1)) == 1}
    return labelled - NEUTRAL | {letter for m in _tied(document.text) for letter in m.group() if letter.isupper()}


def _in_small_letters(document: Document) -> Iterator[Hit]:
    """Yield "j.h." and the two in "s og b i 5c har"."""
    text = document.text
    for match in document.scan(_DOTTED_SMALL, "."):
        if match.group() not in _SMALL_DOTS:
            yield initials_hit(match.start(), match.end(), 0.6)
    for match in document.scan(_BOTH_SMALL, " og "):
        if does(document, match.end(2)) or text[match.end(2) + 1 : match.end(2) + 3] in ("i ", "på"):
            yield initials_hit(match.start(1), match.end(1), 0.6)
            yield initials_hit(match.start(2), match.end(2), 0.6)


def _signed(document: Document) -> Iterator[Hit]:
    """Yield an initial and a surname after a greeting or a role: "Hilsen K. Prøve", "lærer B. Stein"."""
    for match in document.scan(_INITIAL_AND_NAME, "."):
        word = match.group(1).lower()
        if word in _GREETINGS or document.flags_of(word) & (Word.STAFF | Word.KIN):
            yield direct(match.start(2), match.end(2), "navn", "En initial og et etternavn.", 0.85, "[en person]")
