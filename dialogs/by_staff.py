"""Hears that a member of staff has done something to a child, or is drunk or drugged at work: «en vikar har slått en
elev», «assistenten er full på vakt»."""

from __future__ import annotations

import re

from bot.content.texts import Texts
from dialogs.by_words import words_of

GAP = 6
"""More words than this between who and what tell of somebody else."""
CLAUSE = re.compile(r"[.,;:!?\n]")
OWN_JOB = ("er", "e", "som", "ikke", "ikkje", "itj")
"""Before who it is, they tell one's own job, or that it was somebody else: «jeg er lærer», «ikke læreren»."""


def is_by_staff(said: str, texts: Texts) -> bool:
    """Tell whether one of the staff stands before what was done, or before drink and drugs, with nobody else between:
    not «læreren så at far slo», nor «eleven slo læreren»."""
    who, did, between = (texts.words(f"commands.staff_{key}") for key in ("who", "did", "between"))
    drunk, is_ = (texts.words(f"commands.staff_{key}") for key in ("drunk", "is"))
    told = ((did, between), (drunk, between | is_))
    for words in map(words_of, CLAUSE.split(said)):
        for at, word in enumerate(words):
            if word not in who or not set(OWN_JOB).isdisjoint(words[max(0, at - 2) : at]):
                continue
            after = words[at + 1 : at + 2 + GAP]
            for what, small in told:
                reached = next((number for number, one in enumerate(after) if one in what), None)
                if reached is not None and small.issuperset(after[:reached]):
                    return True
    return False
