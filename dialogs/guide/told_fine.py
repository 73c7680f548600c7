"""Leaves out of a typed checklist what is said to be fine or not there: «trivsel ok, fravær», «ikke rus, men uro»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from dialogs.by_words import words_of
from dialogs.fields import plain

DENIES = frozenset(
    {"ikke", "ikkje", "itj", "ittj", "ikkj", "ikj", "ingen", "inga", "ingenting", "verken", "uten", "utan"}
)
_NOT_FINE = DENIES | {"aldri", "lite", "sjelden"}
FINE = frozenset({"ok", "okei", "okay", "bra", "kjempebra", "greit", "greie", "fin", "fint", "god", "godt", "flott"})
_SMALL = frozenset({"er", "e", "går", "ser", "virker", "så", "helt", "veldig", "noe", "også", "det", "ut"})
_DEGREE = frozenset(
    {
        "så",
        "noe",
        "noko",
        "helt",
        "heilt",
        "veldig",
        "særlig",
        "særleg",
        "spesielt",
        "akkurat",
        "alltid",
        "lenger",
        "mer",
    }
)
"""What may stand between a word that denies and what is fine: «ikke så bra», «ikkje heilt greit»."""
BUT = frozenset({"men", "også"})
"""What stands between what is fine and what is not: «men», «men også»."""
_BUT = re.compile(r"[,;.]?\s*\bmen\b(?:\s+også\b)?\s*", re.IGNORECASE)
_COMMAS = re.compile(r"\s*[·;,\n]\s*")
_AND = " og "


def told(said: str, names: Collection[str]) -> str:
    """Return the parts that tell of something, joined by commas; the text as it stands when nothing is left out.
    `names` is all that the choices may be called: what one of them says itself, «vet ikke», «hjemme, ikke i barnehage»,
    is left out of none."""
    own = [name for name in names if not (DENIES | FINE).isdisjoint(words_of(name))]
    if any(name in plain(said) for name in own):
        return said
    if (DENIES | FINE).isdisjoint(words_of(said)):
        return ", ".join(one for one in _BUT.split(said) if one) if _BUT.search(said) else said
    *before, last = _BUT.split(said)
    kept = [part for one in before if not _begins_with_no(one) for part in _kept(one)]
    return ", ".join((*kept, *_kept(last)))


def is_fine_alone(said: str) -> bool:
    """Tell whether a part between two others says only that something is fine, «trivsel, ok, fravær»: whether it is
    said of the one before is for the person to tell."""
    parts = [words_of(part) for part in _COMMAS.split(said)]
    return any(part and not FINE.isdisjoint(part) and (FINE | _SMALL).issuperset(part) for part in parts[1:-1])


def leaves_out(said: str, names: Collection[str]) -> bool:
    """Tell whether anything but a «men» is left out."""
    before, after = ([word for word in words_of(one) if word not in BUT] for one in (said, told(said, names)))
    return before != after


def _begins_with_no(said: str) -> bool:
    """Tell whether all of it is denied, up to the «men» behind it: «ikke rus, mobbing, men fravær»."""
    return next((word in DENIES for word in words_of(said) if word not in _SMALL), False)


def _kept(said: str) -> Iterator[str]:
    for one in _COMMAS.split(said):
        parts = [_of_trouble(part) for part in one.split(_AND)]
        fine = max((at for at, part in enumerate(parts) if not FINE.isdisjoint(words_of(part))), default=-1)
        denied = next((at for at, part in enumerate(parts) if not DENIES.isdisjoint(words_of(part))), len(parts))
        left = parts[fine + 1 : max(denied, fine + 1)]
        if left:
            yield _AND.join(left)


def _of_trouble(part: str) -> str:
    """Return what is said not to be fine by its name: «trivsel er ikke bra» and «trivsel er ikke så god» are
    «trivsel»."""
    words = part.split()
    told = [words_of(one)[:1] for one in words]
    for at, one in enumerate(told):
        after = next((to for to in range(at + 1, len(words)) if told[to] and told[to][0] not in _DEGREE), None)
        if one and one[0] in _NOT_FINE and after is not None and told[after][0] in FINE:
            return " ".join(word for word in (*words[:at], *words[after + 1 :]) if word.casefold() not in _SMALL)
    return part
