"""Decides for the initials of a text whose they are: two letters are two people, and "S" is the child when Sander is.
Knows findings and phrases, no names.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from bot.anonymise.finding import Hit
from bot.anonymise.reading.document import Document
from bot.anonymise.replacing.child_sure import is_surely_a_child_here
from bot.anonymise.replacing.name_child import is_child_here
from bot.anonymise.replacing.name_kin import CHILD
from bot.anonymise.replacing.name_place import PERSON, SOMEBODY

_SIGNS = re.compile(
    r"(?<!\w)(?:(?:notert|skrevet|skrive|ført|meldt|loggført|signert|mottatt) (?:av|på telefon av)|ref|referent|sign|"
    r"mvh|vh|v/|hilsen|på vegne av)[.:]? ?$"
)
"""What leads to the letters of who wrote: they are no child."""
_REACH = 40
_SOMEBODYS = PERSON[SOMEBODY]
_AS_CHILD = {SOMEBODY: "[barnet]", _SOMEBODYS: "[barnets]"}
_AS_SOMEBODY = {child: somebody for somebody, child in _AS_CHILD.items()}


def with_initials_told_apart(document: Document, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits, with "[et annet barn]" or "[en person]" for initials that are not the child's."""
    keys = {at: _letters(document, hit) for at, hit in enumerate(hits) if _is_undecided(hit)}
    if not keys:
        return list(hits)
    told = _told_of(document, hits, keys)
    named = {document.text[hit.start].lower() for hit in hits if hit.type == "navn" and hit.replacement in CHILD}
    signs = {
        letters
        for at, letters in keys.items()
        if _SIGNS.search(document.lower, max(0, hits[at].start - _REACH), hits[at].start)
    } - told
    childs = {letters for at, letters in keys.items() if len(letters) == 1 or "." in _written(document, hits[at])}
    main = {letters for letters in keys.values() if letters in named}
    main = main if named else _main(keys, told, childs) - signs
    settled = [
        hit._replace(replacement=_for(hit.replacement, keys[at], told, main)) if at in keys else hit
        for at, hit in enumerate(hits)
    ]
    return settled if named else _with_the_name(document, settled, main)


def _is_undecided(hit: Hit) -> bool:
    return hit.type == "initialer" and hit.replacement in CHILD


def _written(document: Document, hit: Hit) -> str:
    return document.text[hit.start : hit.end]


def _letters(document: Document, hit: Hit) -> str:
    """Return "kl" for "K.L." and "k" for the owner in "Ks mor"."""
    written = _written(document, hit)
    if hit.replacement == "[barnets]":
        written = written.removesuffix("s")
    return "".join(sign for sign in written.lower() if sign.isalnum())


def _told_of(document: Document, hits: Sequence[Hit], keys: Mapping[int, str]) -> set[str]:
    """Return the letters the text tells of as of a child; only those that surely are, when somebody surely is."""
    starts = {token.start: at for at, token in enumerate(document.tokens)}
    found: set[str] = set()
    sure: set[str] = set()
    is_sure = False
    for at, hit in enumerate(hits):
        first = starts.get(hit.start) if at in keys or (hit.type == "navn" and hit.replacement in CHILD) else None
        if first is None:
            continue
        last = first
        while last + 1 < len(document.tokens) and document.tokens[last + 1].end <= hit.end:
            last += 1
        is_sure_here = is_surely_a_child_here(document, first, last)
        is_sure = is_sure or is_sure_here
        if at in keys and is_sure_here:
            sure.add(keys[at])
        if at in keys and is_child_here(document, first, last):
            found.add(keys[at])
    return sure if is_sure else found


def _main(keys: Mapping[int, str], told: set[str], childs: set[str]) -> set[str]:
    """Return the letters that are "barnet": the ones told of that are used most, or the only ones there are, written as
    people write a child's ("K", "K.L."); who works there is more often "KL".
    """
    only = set(keys.values())
    if len(only) == 1:
        return only & (told | childs)
    counts = Counter(letters for letters in keys.values() if letters in told)
    return {max(counts, key=lambda letters: counts[letters])} if counts else set()


def _for(replacement: str, letters: str, told: set[str], main: set[str]) -> str:
    if letters in main:
        return replacement
    return CHILD[replacement] if letters in told else _AS_SOMEBODY[replacement]


def _with_the_name(document: Document, hits: list[Hit], main: set[str]) -> list[Hit]:
    """Let the one name that begins with the child's letter be the child's as well: "S. gråter, altså Sander"."""
    written = {document.text[hit.start : hit.end].lower() for hit in hits if _is_anybody(hit)}
    mine = {name for name in written if name[0] in main}
    if len(mine) != 1:
        return hits
    return [
        hit._replace(replacement=_AS_CHILD[hit.replacement])
        if _is_anybody(hit) and document.text[hit.start : hit.end].lower() in mine
        else hit
        for hit in hits
    ]


def _is_anybody(hit: Hit) -> bool:
    return hit.type == "navn" and hit.replacement in _AS_CHILD
