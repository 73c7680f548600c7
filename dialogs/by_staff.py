"""Hears that a member of staff has done something to a child, or is drunk or drugged at work: «en vikar har slått en
elev», «eleven ble slått av læreren», «læreren tok ham hardt i armen», «assistenten er full på vakt»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.content.texts import Texts
from dialogs.by_words import words_of

GAP = 6
"""More words than this between who and what tell of somebody else."""
GRIP = 5
"""More words than this between a grip and how or where it was tell of something else: «tok kontakt fordi far …»."""
CLAUSE = re.compile(r"[.,;:!?\n]")
OWN_JOB = ("er", "e", "som", "ikke", "ikkje", "itj")
"""Before who it is, they tell one's own job, or that it was somebody else: «jeg er lærer», «ikke læreren»."""


def is_by_staff(said: str, texts: Texts) -> bool:
    """Tell whether one of the staff stands before what was done, or before drink and drugs, with nobody else between,
    or is the one it was done by: not «læreren så at far slo», nor «eleven slo læreren»."""
    clauses = [words_of(clause) for clause in CLAUSE.split(said)]
    return any(_by_one_of_them(words, texts) or _done_by_one_of_them(words, texts) for words in clauses)


def _by_one_of_them(words: Sequence[str], texts: Texts) -> bool:
    who, did, between = (texts.words(f"commands.staff_{key}") for key in ("who", "did", "between"))
    drunk, is_, grips = (texts.words(f"commands.staff_{key}") for key in ("drunk", "is", "grips"))
    told = ((did, between), (drunk, between | is_), (grips, between))
    for at, word in enumerate(words):
        if word not in who or not set(OWN_JOB).isdisjoint(words[max(0, at - 2) : at]):
            continue
        after = words[at + 1 : at + 2 + GAP]
        for what, small in told:
            reached = next((number for number, one in enumerate(after) if one in what), None)
            if reached is None or not small.issuperset(after[:reached]):
                continue
            if what is not grips or _is_rough(words[at + 2 + reached :], texts):
                return True
    return False


def _is_rough(after: Sequence[str], texts: Texts) -> bool:
    """Tell whether a grip is told to be a hard one, or where it was, before any other person of the home is named."""
    where, home = texts.words("commands.staff_where"), texts.words("commands.staff_home")
    near = after[:GRIP]
    reached = next((number for number, one in enumerate(near) if one in where), None)
    return reached is not None and home.isdisjoint(near[:reached])


def _done_by_one_of_them(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether it was done by one of the staff: «eleven ble grepet i armen av en vikar»."""
    who, done, between, home = (texts.words(f"commands.staff_{key}") for key in ("who", "done", "between", "home"))
    for at, word in enumerate(words):
        if word in home:  # «slått av faren og hentet av læreren»
            return False
        after = words[at + 1 : at + 4]
        reached = next((number for number, one in enumerate(after) if one in who), None)
        is_by = word == "av" and reached is not None and (between | {"ein", "ei"}).issuperset(after[:reached])
        if is_by and not done.isdisjoint(words[:at]):
            return True
    return False
