"""Compares two counts of those somebody is with: «vi var 28 … nå er vi 27» lacks one, «vi var 20 og nå er vi 25» none.

Must not look at anything but the counts and the words right around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

MOST_MISSING = 3
"""More than so many fewer were fetched, or belong to another group."""
MOST_BETWEEN = 12
"""Words between two counts that belong together."""
FEWEST, MOST = 4, 60
_ONES = ("", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni")
_TEENS = ("ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten")
_TENS = {"tjue": 20, "tretti": 30, "førti": 40, "femti": 50}
_NUMBERS = {
    **{one: number for number, one in enumerate(_ONES) if one},
    **{one: 10 + number for number, one in enumerate(_TEENS)},
    **{f"{ten}{one}": value + number for ten, value in _TENS.items() for number, one in enumerate(_ONES)},
    "syv": 7,
    "sytten": 17,
    "søtten": 17,
    "tyve": 20,
}
_WORD = re.compile(r"\w+|[^\w\s]")
_BEFORE = frozenset({
    "var", "va", "skal", "ska", "skulle", "sku", "dro", "drog", "reiste", "startet", "starta", "begynte", "hadde",
})  # fmt: skip
"""Beside a count that says how many they were, or are to be."""
_NOW = frozenset({
    "nå", "no", "nu", "bare", "berre", "kun", "teller", "tel", "telle", "finner", "får", "tilbake", "hjem", "heim",
    "er", "e",
})  # fmt: skip
"""Beside a count that says how many they are."""
_COUNTING = frozenset({"teller", "tel", "telle", "tæller", "finner"})
_WE = frozenset({
    "vi", "me", "mi", "jeg", "eg", "æ", "det", "teller", "tel", "telle", "telte", "talte", "tæller", "skal", "skulle",
})  # fmt: skip
_MAY_FOLLOW = frozenset({
    "barn", "barna", "unger", "ungar", "onga", "ongan", "her", "nå", "no", "og", "å", "men", "i",
    "da", "då", "når", "ved", "på", "tilbake", "igjen", "ute", "inne", "til", "stk", "fra", "med", "som", "etter", "så",
})  # fmt: skip
_CLOCK = frozenset({"kl", "klokka", "klokken"})
_PUPILS, _SOMEWHERE = frozenset({"elever", "elevar"}), frozenset({"i", "på", "ute", "da", "då", "ved", "med"})
_WHERE_WE_WERE = frozenset({
    "vært", "vore", "vøri", "gikk", "gjekk", "kom", "kjem", "kommer", "ut", "inn", "tur", "turen", "gruppa", "alle",
    "allesammen", "akkurat", "faktisk", "plutselig", "de", "dem", "dei", "men", "jo", "blitt", "ble", "vart", "blei",
    "hagen", "bussen", "skolen", "skulen", "en", "flere", "fleire", "mer", "meir", "hele", "heile", "stykker",
})  # fmt: skip
"""What may stand between two full counts and tells of nothing else: «vi var 20 da vi gikk ut, og nå er vi 20»."""
_OTHER_COUNTS = re.compile(
    r"\b(?:i fjor|i år|i høst|ansatte|lærer\w*|på jobb|team\w*|\w*møte\w*|styret|koret|kurs\w*|stemmer|poeng|stoler|"
    r"mål|middag|helsestasjon\w*|(?:fotball|trenings|foreldre|barsel|språk)gruppa|med bussen hjem|"
    r"list[ea]n?|flytt\w*|slutt\w*|gruppa|klassen var|avdelinga|søsken|år|uker|dager|måneder|"
    r"per (?:voksen|ansatt)|pr\.? voksen|skolestart|syk\w*|sjuk\w*|hentet|henta|henting|dratt|gikk hjem|"
    r"gjekk heim|før jul)\b"
)
"""Where these stand, other things are counted, or it is told why somebody is not there. An hour is none:
«vi gikk kl 10 og var 28»."""
_SENTENCE_ENDS = re.compile(r"[.!?\n]")
_TWO = 2
_A_COUNT = re.compile(
    r"\d+|(?:fire|fem|seks|s[juy]+v?|åtte|ni|ti|elleve|tolv|ten|tyve)\b|(?:tjue|tretti|førti|femti)\w*"
)
_SMALL = _CLOCK | _BEFORE | _NOW | _WE | _MAY_FOLLOW | _WHERE_WE_WERE | {"telte", "talte", "har", "vil", "vere", "være"}
_COUNTS = re.compile(rf"\b(?:{'|'.join(sorted(_WE | _BEFORE))})\b.*", re.DOTALL)
"""Two counts from who is counted: what stands before that may tell anything."""


def one_is_missing(text: str) -> str:
    """Return the words of two counts in a text in lower case of which the later is a little lower; empty when there
    are none."""
    for was, now, told in _pairs(text):
        if 0 < was - now <= MOST_MISSING and not _is_of_another_count(text, told):
            return told
    return ""


def _is_of_another_count(text: str, told: str) -> bool:
    """Tell whether the sentence of two counts says that something else is counted; another one may tell of anything."""
    at = text.find(told)
    end = _SENTENCE_ENDS.search(text, at + len(told))
    return _OTHER_COUNTS.search(text, _begin_of_sentence(text, at), end.start() if end else len(text)) is not None


def _begin_of_sentence(text: str, at: int) -> int:
    return max(text.rfind(sign, 0, at) for sign in ".!?\n") + 1


def without_full_counts(text: str) -> str:
    """Return a text in lower case without two counts of which the later is as high or higher. Where something else is
    told between them it stays: «vi var 12 da to falt gjennom isen, og nå er vi 12»."""
    for was, now, told in _pairs(text):
        counts = _COUNTS.search(told)
        if now >= was and counts is not None and _tells_nothing_else(counts[0]):
            text = text.replace(counts[0], " ", 1)
    return text


def _tells_nothing_else(counts: str) -> bool:
    words = (word for word in _texts(list(_WORD.finditer(counts))) if word[0].isalnum() and _number(word) is None)
    return all(word in _SMALL for word in words)


def _pairs(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield how many they were, how many they are, and the words, for two counts near each other."""
    if len(list(islice(_A_COUNT.finditer(text), _TWO))) < _TWO:
        return
    words = list(_WORD.finditer(text))
    numbers = ((at, number) for at, word in enumerate(words) if (number := _number(word[0])) is not None)
    counts = [(at, number) for at, number in numbers if _CLOCK.isdisjoint(_texts(words[max(0, at - 2) : at]))]
    for (at, first), (to, second) in pairwise(counts):
        begin = max(0, at - 4)
        before, between = _texts(words[begin:at]), _texts(words[at + 1 : to])
        if to - at > MOST_BETWEEN or not _may_follow(words, at) or not _may_follow(words, to):
            continue
        if _WE.isdisjoint(before + between):
            continue
        told = text[words[begin].start() : words[to].end()]
        is_before = not _BEFORE.isdisjoint(before) or ("er" in before and not _COUNTING.isdisjoint(between))
        if is_before and not _NOW.isdisjoint(between):
            yield first, second, told
        elif not _BEFORE.isdisjoint(between[-4:]) and not {*_NOW, "telte", "talte", "har"}.isdisjoint(before):
            yield second, first, told


def _number(word: str) -> int | None:
    number = int(word) if word.isdecimal() and len(word) <= 2 else _NUMBERS.get(word)
    return number if number is not None and FEWEST <= number <= MOST else None


def _may_follow(words: list[re.Match[str]], at: int) -> bool:
    """Tell whether what stands behind a count may do so where it counts those one is with; pupils may be a class."""
    if len(words) > at + 2 and words[at + 1][0] in _PUPILS:
        return words[at + 2][0] in _SOMEWHERE
    return at + 1 == len(words) or not words[at + 1][0].isalnum() or words[at + 1][0] in _MAY_FOLLOW | _CLOCK


def _texts(words: list[re.Match[str]]) -> list[str]:
    return [word[0] for word in words]
